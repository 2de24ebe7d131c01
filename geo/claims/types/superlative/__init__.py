"""Claims of rank: the largest country of a continent, the second-largest city of a country."""

from geo.claims.types.superlative.find import find
from geo.claims.types.superlative.rows import ROWS

__all__ = ["ROWS", "find"]
