"""Claims that one figure in two units is the same: "380 km (236 miles)"; no map is needed."""

from geo.claims.types.unit_pair.find import ROWS, find

__all__ = ["ROWS", "find"]
