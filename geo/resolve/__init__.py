"""Placing: toponyms go in, their `Geocode` values come out; see `geo.resolve.run`."""

from geo.resolve.run import resolve

__all__ = ["resolve"]
