"""Finds statements of a country's area."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.numbers import number_pattern, parse_number
from geo.claims.types.fact import Found, about
from geo.claims.types.row import Row
from geo.contracts import ClaimKind, Dimension, Hedge, Quantity, Span
from geo.lexicon import either
from geo.lexicon.units import pair_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading


def _figure() -> str:
    names = [name for name, unit in pair_units().items() if unit.dimension is Dimension.AREA]
    return rf"(?P<value>{number_pattern()})[- ](?P<unit>{either(names)})"


_SAID = (
    r"(?:,? (?:which |that )?(?:has |with )an area of|,? (?:which |that )?covers?|"
    r",? (?:which |that )?(?:is|measures))"
)

ROWS = (
    Row(
        name="has an area of",
        pattern=rf"<a>{_SAID} (?:about |some |roughly |only |just |nearly )?{_figure()}"
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
            figure = parse_number(match["value"])
            if figure is None or marked.is_in_phrase(match):
                continue
            unit = pair_units()[re.sub(r"\s", " ", match["unit"].lower())]
            start, end = marked.starts[match.start("value")], marked.ends[match.end("unit") - 1]
            text = marked.text[match.start("value") : match.end("unit")]
            si = unit.si
            yield Found(
                kind=ClaimKind.AREA,
                subject=about(marked.mention(match, "a"), reason=f"Read as “{row.name}”."),
                relation="",
                start=start,
                end=end,
                quantity=Quantity(
                    value=figure.value,
                    unit=unit.symbol,
                    dimension=Dimension.AREA,
                    value_si=figure.value * si,
                    low_si=figure.low * si,
                    high_si=figure.high * si,
                    hedge=Hedge.NONE,
                    span=Span(start=start, end=end, text=text),
                ),
            )
