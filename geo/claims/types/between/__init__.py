"""Claims that a place lies between two others, or halfway."""

from geo.claims.types.between.find import ROWS, find

__all__ = ["ROWS", "find"]
