"""Claims about neighbours and borders: who borders whom, how many, what lies on a border."""

from geo.claims.types.adjacency.find import find
from geo.claims.types.adjacency.rows import ROWS

__all__ = ["ROWS", "find"]
