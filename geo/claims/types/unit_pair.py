"""Finds figures that are given in two units."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind, Hedge, Quantity, Span, Subject
from geo.lexicon import either
from geo.lexicon.kept import compiled
from geo.lexicon.numbers import number_pattern, parse_number
from geo.lexicon.statements import lists
from geo.lexicon.units import hedges, pair_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked
    from geo.lexicon.units import Unit

RISE = "rise"
_DIGITS = 3  # of "5 feet 11 inches" in feet
ROWS = Rows(
    "unit_pair",
    lambda: {
        "digits": number_pattern(),
        "unit": either(pair_units()),
        "hedge": either(hedges("before")),
    },
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "380 km (236 miles)", of lengths, areas, speeds, masses and temperatures."""
    for row, marked, match in ROWS.found(reading):
        one = _quantity(marked, match, "one", "unit")
        two = _quantity(marked, match, "two", "unit2")
        if one is None or two is None or not _are_pair(one, two):
            continue
        made = found(ClaimKind.UNIT_PAIR, marked, match, row, "")
        yield replace(
            made,
            end=max(made.end, two.span.end),
            subject=Subject(reason="The same figure stands in two units."),
            relation=_rise(marked, match),
            quantity=one,
            also=(two,),
        )


def _rise(marked: Marked, match: re.Match[str]) -> str:
    """Tell whether degrees are those of a change: "8 C (14 F) above normal", "by 2 C (4 F)"."""
    leads, follows = _of_rise()
    is_led = leads.search(marked.text[: match.start()])
    return RISE if is_led or follows.match(marked.text, match.end()) else ""


@cache
def _of_rise() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Find what leads to degrees of a change, and what follows them."""
    before, behind = (either(lists("unit_pair")[f"rise_{where}"]) for where in ("before", "behind"))
    leads = rf"(?<![^\W_]){before}\s(?:{either(hedges('before'))}\s)?$"
    follows = rf"\s{behind}(?![^\W_])"
    return compiled(leads, re.IGNORECASE), compiled(follows, re.IGNORECASE)


def _are_pair(one: Quantity, two: Quantity) -> bool:
    return one.dimension is two.dimension and one.unit != two.unit


def _quantity(marked: Marked, match: re.Match[str], number: str, unit: str) -> Quantity | None:
    words = match[number]
    is_minus = bool(re.match(r"minus\s|[-−]", words, re.IGNORECASE))
    digits = re.sub(r"^(?:minus\s|[-−])", "", words, flags=re.IGNORECASE)
    # "A hundred" is a number, and "a seven" none: there the article is no part of it.
    figure = parse_number(digits) or parse_number(digits.partition(" ")[2])
    if figure is None:
        return None
    of = pair_units()[re.sub(r"\s", " ", match[unit].lower())]
    rest = _rest(marked, match.end(unit), of)
    if rest is None:
        return None
    more, last = rest
    sign = -1.0 if is_minus else 1.0
    zero = of.zero_si
    low, high = (figure.low, figure.high) if more == 0 else (figure.value, figure.value)
    bounds = sorted(zero + sign * (value + more) * of.si for value in (low, high))
    start, end = marked.starts[match.start(number)], marked.ends[last - 1]
    span = Span(start=start, end=end, text=marked.text[match.start(number) : last])
    return Quantity(
        value=sign * (round(figure.value + more, _DIGITS) if more else figure.value),
        unit=of.symbol,
        dimension=of.dimension,
        value_si=zero + sign * (figure.value + more) * of.si,
        low_si=bounds[0],
        high_si=bounds[1],
        hedge=Hedge.NONE,
        span=span,
    )


def _rest(marked: Marked, end: int, of: Unit) -> tuple[float, int] | None:
    """Read what a smaller unit adds: by how many of the larger, and where it ends.

    None where it names no unit: "1.80 m (5 ft 11)".
    """
    match = _smaller().match(marked.text, end)
    if match is None:
        return 0.0, end
    if match["unit"] is None:
        return None
    added = pair_units()[re.sub(r"\s", " ", match["unit"].lower())]
    if added.dimension is not of.dimension or added.si >= of.si:
        return 0.0, end
    return float(match["number"]) * added.si / of.si, match.end()


@cache
def _smaller() -> re.Pattern[str]:
    number, unit = r"(?P<number>\d{1,2}(?:\.\d{1,2})?)", rf"(?P<unit>{either(pair_units())})"
    return compiled(
        rf"(?:,?\s(?:and\s)?|-)?{number}(?:[\s-]?{unit}(?![^\W_])|(?:[a-z]{{1,2}})?(?=[)\]]))",
        re.IGNORECASE,
    )
