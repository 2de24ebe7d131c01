"""Finds statements that a place lies in a part of a country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.types.fact import Found, about
from geo.claims.types.row import Row
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading

_PART = r"(?P<part>(?:north|south)[- ]?(?:east|west)|north|south|east|west)"

ROWS = (
    Row(
        name="in the western part of",
        pattern=r"<a>(?:, (?:an? |the )(?:[a-z][a-z-]{1,14} ){0,3}"
        r"(?:town|city|village|port|hub|resort))?"
        rf",? (?:is |lies |which is )?in (?:the )?(?:far |deep )?{_PART}(?:ern)? <b>",
        finds=("[Tobruk], a port in western [Libya]", "[Mbeya], a city in southern [Tanzania]"),
        misses=("[Tobruk], a port in the new [Libya]", "[Tobruk] and western [Libya]"),
    ),
    Row(
        name="in the west of",
        pattern=rf"<a>(?:, [^,.;]{{3,40}},)? (?:is|lies|sits) in the (?:far )?{_PART} "
        r"of (?:the )?<b>",
        finds=("[Kassala] is in the east of [Sudan]",),
        misses=("[Goma] is in the shade of [Zaire]",),
    ),
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, a town in western B"; ``relation`` is the part in a word, "south-west"."""
    marked = reading.marked
    for row in ROWS:
        for match in row.matches(marked):
            one, other = marked.mention(match, "a"), marked.mention(match, "b")
            if one is None or not one.can_be_subject:
                continue
            start, end = marked.span(match)
            part = re.sub(r"(?<=north|south)[- ]?(?=east|west)", "-", match["part"].lower())
            yield Found(
                kind=ClaimKind.CONTAINMENT,
                subject=about(one, other, reason=f"Read as “{row.name}”."),
                relation=part,
                start=start,
                end=end,
            )
