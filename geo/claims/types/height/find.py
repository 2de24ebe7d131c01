"""Finds statements of the height of mountains and towns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.types.fact import Found, about
from geo.claims.types.figure import figure_in, figure_pattern
from geo.claims.types.row import Row
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading

_FIGURE = figure_pattern(lambda unit: unit.symbol in {"m", "ft"})
_ABOUT = r"(?:about |some |roughly |only |just |nearly |around |more than |over |almost )?"
_PAIR = r"(?: \([^()]{0,40}\))?"
_HIGH = r"(?:high|tall|above (?:the )?sea(?: level)?|in (?:height|elevation|altitude))"

ROWS = (
    Row(
        name="so many metres high",
        pattern=rf"<a>,? (?:which |that )?(?:is |stands |rises |lies |sits |towers )?"
        rf"(?:at |to |is at )?(?:an? (?:altitude|elevation|height) of )?{_ABOUT}{_FIGURE}{_PAIR}"
        rf" {_HIGH}",
        finds=(
            "[Toubkal], which is 4,167 metres high",
            "[Potosi] lies some 4,000 m (13,100 feet) above sea level",
            "[Denali], 20,310 feet high,",
        ),
        misses=("[Denali] is 200 km wide", "[Potosi] has a tower 60 metres tall"),
    ),
    Row(
        name="at so many metres",
        pattern=rf"<a>(?:, (?:which (?:stands |lies |is )?)?| (?:stands |lies |sits |rises ))"
        rf"(?:at|to) {_ABOUT}{_FIGURE}{_PAIR}(?=[,.;)]| is| the)",
        finds=("[Toubkal], at 4,167 metres, is", "[Toubkal] rises to 4,167 metres."),
        misses=("a rope in [Oslo], at 40 metres long",),
    ),
    Row(
        name="the height in brackets",
        pattern=rf"<a> \({_FIGURE}[^()]{{0,30}}\)",
        finds=("up [Toubkal] (4,167 m) and", "[Toubkal] (4,167 metres, 13,671 feet)"),
        misses=("[Toubkal] (by 4,167 men)",),
    ),
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, 5,895 metres high"."""
    marked = reading.marked
    if not _CHEAP.search(marked.text):
        return
    for row in ROWS:
        for match in row.matches(marked):
            quantity, one = figure_in(marked, match), marked.mention(match, "a")
            if quantity is None or one is None or marked.is_in_phrase(match):
                continue
            _, end = marked.span(match)
            yield Found(
                kind=ClaimKind.HEIGHT,
                subject=about(one, reason=f"Read as “{row.name}”."),
                relation="",
                start=quantity.span.start,
                end=end,
                quantity=quantity,
            )


# Most sentences have no metres or feet, and this is quick.
_CHEAP = re.compile(r"\d[\s-](?:m|met|f)", re.IGNORECASE)
