"""Claims that a country has so many square kilometres."""

from geo.claims.types.area.find import ROWS, find

__all__ = ["ROWS", "find"]
