"""Finds statements of a country's area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.types.fact import Found, about
from geo.claims.types.figure import figure_in, figure_pattern
from geo.claims.types.row import Row
from geo.contracts import ClaimKind, Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading


_SAID = (
    r"(?:,? (?:which |that )?(?:has |with )an area of|,? (?:which |that )?covers?|"
    r",? (?:which |that )?(?:is|measures))"
)

ROWS = (
    Row(
        name="has an area of",
        pattern=rf"<a>{_SAID} (?:about |some |roughly |only |just |nearly )?"
        rf"{figure_pattern(lambda unit: unit.dimension is Dimension.AREA)}"
        r"(?: \([^()]{0,40}\))?(?: in area)?",
        finds=("[Cyprus] covers 9,251 square kilometres", "[Malta], which covers 316 sq km,"),
        misses=("[Cyprus] covers its costs", "[Malta] lost 316 sq km"),
    ),
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A covers 300 square kilometres"."""
    marked = reading.marked
    for row in ROWS:
        for match in row.matches(marked):
            quantity = figure_in(marked, match)
            if quantity is None or marked.is_in_phrase(match):
                continue
            yield Found(
                kind=ClaimKind.AREA,
                subject=about(marked.mention(match, "a"), reason=f"Read as “{row.name}”."),
                relation="",
                start=quantity.span.start,
                end=quantity.span.end,
                quantity=quantity,
            )
