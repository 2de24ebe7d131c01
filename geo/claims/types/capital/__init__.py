"""Claims that a city is the capital of a country, state or province."""

from geo.claims.types.capital.find import find
from geo.claims.types.capital.rows import ROWS

__all__ = ["ROWS", "find"]
