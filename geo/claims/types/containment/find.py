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
_TOWN = (
    r"(?:town|city|village|port|hub|resort|suburb|district|port city|market town|mining town|oasis"
    r"|settlement|commune|municipality|capital)"
)
_A_TOWN = rf"(?:an? |the )(?:[a-z][a-z-]{{1,14}} ){{0,3}}{_TOWN}"
_IS = rf"(?:, (?:which is )?{_A_TOWN},?|,? (?:which |that )?(?:is|lies|sits) (?:{_A_TOWN} )?|,?)"
_REGION = (
    r"(?:state|province|region|department|governorate|county|canton|oblast|prefecture|district)"
)

INSIDE = "in"

ROWS = (
    Row(
        name="in the western part of",
        pattern=rf"<a>{_IS} ?in (?:the )?(?:far |deep )?{_PART}(?:ern)? <b>",
        finds=(
            "[Tobruk], a port in western [Libya]",
            "[Mbeya], a city in southern [Tanzania]",
            "[Osh] is a city in southern [Kyrgyzstan]",
        ),
        misses=("[Tobruk], a port in the new [Libya]", "[Tobruk] and western [Libya]"),
    ),
    Row(
        name="in the west of",
        pattern=rf"<a>(?:, [^,.;]{{3,40}},)? ?{_IS} ?in the (?:far )?{_PART} of (?:the )?<b>",
        finds=(
            "[Kassala] is in the east of [Sudan]",
            "[Burgas] is a port in the east of [Bulgaria]",
            "[Kassala], a town in the east of [Sudan]",
        ),
        misses=("[Goma] is in the shade of [Zaire]", "[Goma] in the north"),
    ),
    Row(
        name="the city of a part",
        pattern=rf"the {_PART}(?:ern)? <b:dem> (?:[a-z][a-z-]{{1,14}} ){{0,2}}{_TOWN} of <a>",
        finds=("in the northern <Nigerian> city of [Kano]",),
        misses=("the northern <Nigerian> people of [Kano]", "the great <Nigerian> city of [Kano]"),
    ),
    Row(
        name="somebody's city of a part",
        pattern=rf"<b>['’]s {_PART}(?:ern)? (?:[a-z][a-z-]{{1,14}} ){{0,2}}{_TOWN} of <a>",
        finds=("[Yemen]'s southern port city of [Aden]",),
        misses=("[Yemen]'s port city of [Aden]",),
    ),
    Row(
        name="the city of a country",
        pattern=rf"the <b:dem> (?:[a-z][a-z-]{{1,14}} ){{0,2}}{_TOWN} of <a>",
        finds=("near the <Turkish> port city of [Izmir]",),
        misses=("the <Turkish> mayor of [Izmir]",),
    ),
    Row(
        name="a town in",
        pattern=rf"<a>(?:, (?:which is )?| is ){_A_TOWN} in (?:the )?(?:<c:dem> |<d>['’]s )?"
        rf"(?:{_REGION} of )?<b>(?: {_REGION})?",
        finds=(
            "[Goris], a town in [Armenia]",
            "[Merida] is a city in the <Mexican> state of [Yucatan]",
            "[Darwin] is a city in [Australia]'s [Northern Territory]",
        ),
        misses=("[Goris], a town of [Armenia]", "[Goris], a match in [Armenia]"),
    ),
    Row(
        name="in the region of",
        pattern=rf"<a>,? in (?:the )?(?:<c:dem> |<d>['’]s )?{_REGION} of <b>",
        finds=("[Merida], in the <Mexican> state of [Yucatan],",),
        misses=("[Merida] in a state of war",),
    ),
    Row(
        name="in a region",
        pattern=rf"<a>,? in (?:the )?(?:<c:dem> |<d>['’]s )?<b> {_REGION}(?! (?:of|in))",
        finds=("[Osh] in [Osh Oblast] region", "[Goma], in [Zaire]'s [North Kivu] province"),
        misses=("[Merida], in [Yucatan] people",),
    ),
    Row(
        name="on the island of",
        pattern=rf"<a>(?:,|,? (?:which )?(?:is|lies|sits)|, {_A_TOWN}) on (?:the )?"
        rf"(?:<c:dem> )?(?:island of )?<b>(?! (?:road|coast|border|river|railway))",
        finds=("[Iqaluit] is on [Baffin Island]", "[Chania], a town on the island of [Crete]"),
        misses=("[Iqaluit] is on the way", "[Chania] beat [Crete] on the island"),
    ),
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, a town in western B"; ``relation`` is the part in a word, "south-west", or "in"."""
    marked = reading.marked
    for row in ROWS:
        for match in row.matches(marked):
            one, other = marked.mention(match, "a"), marked.mention(match, "b")
            if one is None or not one.can_be_subject:
                continue
            start, end = marked.span(match)
            part = match.groupdict().get("part") or INSIDE
            part = re.sub(r"(?<=north|south)[- ]?(?=east|west)", "-", part.lower())
            yield Found(
                kind=ClaimKind.CONTAINMENT,
                subject=about(one, other, reason=f"Read as “{row.name}”."),
                relation=part,
                start=start,
                end=end,
            )
