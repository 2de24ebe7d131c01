"""Placing: gives each toponym its `Geocode`; see `geo.resolve.run`."""

from geo.resolve.run import resolve

__all__ = ["resolve"]
