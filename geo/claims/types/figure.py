"""Reads the figure of a row: the slots ``value`` and ``unit`` of a pattern become a quantity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.contracts import Hedge, Quantity, Span
from geo.lexicon import either
from geo.lexicon.numbers import number_pattern, parse_number
from geo.lexicon.units import pair_units

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.claims.types.marked import Marked
    from geo.lexicon.units import Unit


_BLANK, _JOINT = r"\s", r"[\s-]"


def figure_pattern(is_wanted: Callable[[Unit], bool]) -> str:
    """Regular expression for a number with one of the units wanted."""
    names = [name for name, unit in pair_units().items() if is_wanted(unit)]
    # "The 316-square-kilometre island" has hyphens in its unit too.
    return rf"(?P<value>{number_pattern()})[- ](?P<unit>{either(names).replace(_BLANK, _JOINT)})"


def figure_in(marked: Marked, match: re.Match[str]) -> Quantity | None:
    """Make the quantity of a match; None where its number cannot be read."""
    figure = parse_number(match["value"])
    if figure is None:
        return None
    unit = pair_units()[re.sub(_JOINT, " ", match["unit"].lower())]
    start, end = marked.starts[match.start("value")], marked.ends[match.end("unit") - 1]
    text = marked.text[match.start("value") : match.end("unit")]
    return Quantity(
        value=figure.value,
        unit=unit.symbol,
        dimension=unit.dimension,
        value_si=figure.value * unit.si,
        low_si=figure.low * unit.si,
        high_si=figure.high * unit.si,
        hedge=Hedge.NONE,
        span=Span(start=start, end=end, text=text),
    )
