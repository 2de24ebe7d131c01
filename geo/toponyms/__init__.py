"""Recognising: an `Article` goes in, its `Toponym` values come out; see `geo.toponyms.find`."""

from geo.toponyms.find import find_toponyms

__all__ = ["find_toponyms"]
