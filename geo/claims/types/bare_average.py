"""Reads an average that has no unit: "the 900 kilometres in 30 hours, an average of 30"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import Dimension, Hedge, Quantity, Span
from geo.contracts.units import M_PER_KM, S_PER_HOUR
from geo.lexicon import either
from geo.lexicon.kept import compiled
from geo.lexicon.numbers import number_pattern, parse_number
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Amount

# The speed that goes with a unit of length, and what one of it is in metres a second.
_SPEEDS = {"km": ("km/h", M_PER_KM / S_PER_HOUR), "mi": ("mph", 1609.344 / S_PER_HOUR)}


def bare_average(sentence: Span, here: Sequence[Amount], length: Amount) -> Quantity | None:
    """Make a speed of a number that is the average of a way; its unit is that of the length.

    The time, or the way, stands right before it, and no unit behind.
    """
    unit = _SPEEDS.get(length.quantity.unit)
    for one in here:
        if one.quantity.dimension is Dimension.SPEED or unit is None:
            continue
        match = _average().match(sentence.text, one.end - sentence.start)
        figure = parse_number(match["number"]) if match else None
        if match is None or figure is None:
            continue
        start, end = (sentence.start + at for at in match.span("number"))
        symbol, si = unit
        return Quantity(
            value=figure.value,
            unit=symbol,
            dimension=Dimension.SPEED,
            value_si=figure.value * si,
            low_si=figure.low * si,
            high_si=figure.high * si,
            hedge=Hedge.NONE,
            span=Span(start=start, end=end, text=match["number"]),
        )
    return None


@cache
def _average() -> re.Pattern[str]:
    words = either(lists("sums")["bare_average"])
    behind = either(lists("sums")["average_behind"])
    return compiled(
        rf"(?:\sfor[^,;.\d]{{3,40}})?,?\s{words}\s(?P<number>{number_pattern()})(?:\s{behind})?(?=[.,;)]|$)",
        re.IGNORECASE,
    )
