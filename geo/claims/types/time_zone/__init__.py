"""Claims about clocks: local time beside GMT, and how far one place is ahead of another."""

from geo.claims.types.time_zone.find import find
from geo.claims.types.time_zone.rows import ROWS

__all__ = ["ROWS", "find"]
