"""Finds statements of a direction without a distance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.types.fact import Found, about
from geo.claims.types.row import Row
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading

_WAY = (
    r"(?P<way>(?:(?:north|south|east|west)[- ])?(?:north|south)[- ]?(?:east|west)?|east|west)"
    r" of (?:the )?(?:(?:capital|city|town|port)(?: of|,)? )?(?:<b>|<d:cap>)"
)
_FAR = r"(?:just |further |far |slightly |well |due |directly |immediately |to the )?"
_NOUN = r"(?:(?:an? |the )(?:[a-z][a-z-]{1,14} ){0,2}(?:town|city|village|port|hub|island|base) )?"

ROWS = (
    Row(
        name="lies north of",
        pattern=rf"<a>,? (?:which |that )?(?:is|lies|sits|stands) {_NOUN}{_FAR}{_WAY}",
        finds=("[Gyor] lies just west of [Budapest]", "[Aswan], which is south of [Luxor],"),
        misses=("[Gyor] lies 107 km west of [Budapest]", "[Gyor] is the best of [Hungary]"),
    ),
    Row(
        name="north of, beside the name",
        pattern=rf"<a>, {_NOUN}{_FAR}{_WAY}",
        finds=("at [Gyor], a town west of [Budapest],", "[Safi], south of {the Moroccan capital}"),
        misses=("[Gyor], 107 km west of [Budapest]", "[Gyor] and west of [Budapest]"),
    ),
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, south of B"; ``relation`` is the direction as written."""
    marked = reading.marked
    if not _CHEAP.search(marked.text):
        return
    for row in ROWS:
        for match in row.matches(marked):
            one = marked.mention(match, "a")
            other = marked.mention(match, "b") or marked.mention(match, "d")
            if one is None or not one.can_be_subject or _is_list(marked.text, match.start("a")):
                continue
            start, end = marked.span(match)
            yield Found(
                kind=ClaimKind.BEARING,
                subject=about(one, other, reason=f"Read as “{row.name}”."),
                relation=match["way"].lower(),
                start=start,
                end=end,
            )


# Most sentences give no direction, and this is quick.
_CHEAP = re.compile(r"(?:north|south|east|west)\sof\s", re.IGNORECASE)
_BEFORE = re.compile(r"(?:[\ue000-\uf8ff],?\s(?:and|or|to)|between)\s(?:the\s)?$")


def _is_list(text: str, at: int) -> bool:
    """Whether what lies there is more than the last place named: "between A and B, north of C"."""
    return bool(_BEFORE.search(text[max(0, at - len("between the ")) : at]))
