"""Claims of a height: "A is 3,000 metres high"."""

from geo.claims.types.height.find import ROWS, find

__all__ = ["ROWS", "find"]
