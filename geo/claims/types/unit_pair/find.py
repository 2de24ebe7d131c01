"""Finds figures that are given in two units."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.types.fact import Found
from geo.claims.types.row import Row
from geo.contracts import ClaimKind, Hedge, Quantity, Span, Subject
from geo.lexicon import either
from geo.lexicon.numbers import number_pattern, parse_number
from geo.lexicon.units import hedges, pair_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading
    from geo.claims.types.marked import Marked


def _pattern() -> str:
    number = rf"(?:minus |[-−])?{number_pattern()}"
    unit = either(pair_units())
    joint = r"(?: ?[(\[/] ?|, or |,? or | – | — )"
    about = rf"(?:(?:{either(hedges('before'))}|equal to|the equivalent of|that is) ){{0,2}}"
    return (
        rf"(?P<one>{number})[- ]{{0,2}}(?P<unit>{unit})(?![^\W_])(?:-[a-z]{{2,10}})?{joint}{about}"
        rf"(?P<two>{number})[- ]{{0,2}}(?P<unit2>{unit})[)\]]?"
    )


ROWS = (
    Row(
        name="a figure and its conversion",
        pattern=_pattern(),
        finds=(
            "a 380 km (236 miles) road",
            "minus 20 degrees Celsius (minus 4 Fahrenheit)",
            "the 42-kilometer (26-mile) race",
            "14 knots, or about 26 km/h",
            "1,200 sq km (463 square miles)",
        ),
        misses=("380 km (in 236 days)", "it is 5 m (about twice that)", "3 miles and 5 km"),
    ),
)


@cache
def _joint() -> re.Pattern[str]:
    """Find quickly whether two figures may stand beside each other at all: most texts have none."""
    unit = either(pair_units())
    return re.compile(rf"[\d\s-]{unit}(?:-[a-z]{{2,10}})?(?:\s?[(\[/–—]|,?\sor\s)", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Found]:
    """Read "380 km (236 miles)", of lengths, areas, speeds, masses and temperatures."""
    marked = reading.marked
    if not _joint().search(marked.text):
        return
    for row in ROWS:
        for match in row.matches(marked):
            one = _quantity(marked, match, "one", "unit")
            two = _quantity(marked, match, "two", "unit2")
            if one is None or two is None or not _are_pair(one, two):
                continue
            start, end = marked.span(match)
            yield Found(
                kind=ClaimKind.UNIT_PAIR,
                subject=Subject(reason="The same figure stands in two units."),
                relation="",
                start=start,
                end=end,
                quantity=one,
                also=(two,),
            )


def _are_pair(one: Quantity, two: Quantity) -> bool:
    return one.dimension is two.dimension and one.unit != two.unit


def _quantity(marked: Marked, match: re.Match[str], number: str, unit: str) -> Quantity | None:
    words = match[number]
    is_minus = bool(re.match(r"minus\s|[-−]", words, re.IGNORECASE))
    figure = parse_number(re.sub(r"^(?:minus\s|[-−])", "", words, flags=re.IGNORECASE))
    if figure is None:
        return None
    of = pair_units()[re.sub(r"\s", " ", match[unit].lower())]
    sign = -1.0 if is_minus else 1.0
    zero = of.zero_si
    bounds = sorted(zero + sign * value * of.si for value in (figure.low, figure.high))
    start, end = marked.starts[match.start(number)], marked.ends[match.end(unit) - 1]
    span = Span(start=start, end=end, text=marked.text[match.start(number) : match.end(unit)])
    return Quantity(
        value=sign * figure.value,
        unit=of.symbol,
        dimension=of.dimension,
        value_si=zero + sign * figure.value * of.si,
        low_si=bounds[0],
        high_si=bounds[1],
        hedge=Hedge.NONE,
        span=span,
    )
