"""Finds statements of a country's area."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.figure import figure_in, figure_pattern
from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind, Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading

ROWS = Rows(
    "area", lambda: {"figure": figure_pattern(lambda unit: unit.dimension is Dimension.AREA)}
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A covers 300 square kilometres"."""
    for row, marked, match in ROWS.found(reading):
        quantity = figure_in(marked, match)
        # "An island in A, with 300 km²" says nothing of A.
        is_other = match.start("a") == match.start() and marked.is_behind_preposition(match)
        if quantity is not None and not is_other:
            one = found(ClaimKind.AREA, marked, match, row, "a")
            at = quantity.span
            yield replace(one, relation="", start=at.start, end=at.end, quantity=quantity)
