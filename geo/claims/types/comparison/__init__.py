"""Claims that compare: A is larger than B, as large as B, nearer to B than to C."""

from geo.claims.types.comparison.find import ROWS, find

__all__ = ["ROWS", "find"]
