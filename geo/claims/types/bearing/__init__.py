"""Claims of a direction without a distance: "A, south of B"."""

from geo.claims.types.bearing.find import ROWS, find

__all__ = ["ROWS", "find"]
