"""Claims of latitude and longitude: "A lies at 64.1 degrees north, 21.9 degrees west"."""

from geo.claims.types.coordinates.find import ROWS, find

__all__ = ["ROWS", "find"]
