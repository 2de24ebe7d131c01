"""Claims that a place lies in a part of a country: "a town in western Libya"."""

from geo.claims.types.containment.find import ROWS, find

__all__ = ["ROWS", "find"]
