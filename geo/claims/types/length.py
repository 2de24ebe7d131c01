"""Finds statements of the length of rivers, canals, tunnels and railways."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.figure import figure_in, figure_pattern
from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention
    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked

_BORDER = "border"
ROWS = Rows("length", lambda: {"figure": figure_pattern(lambda unit: unit.symbol in {"km", "mi"})})


def find(reading: Reading) -> Iterator[Found]:
    """Read "the Rhine is 1,230 km long"; ``relation`` is the name of what is no place known.

    Of a border it is "border", and the subject both countries, or the border.
    """
    for row, marked, match in ROWS.found(reading):
        quantity = figure_in(marked, match)
        if quantity is None or marked.is_in_phrase(match) or marked.is_of_noun(match):
            continue
        is_border = row.name in lists("length")["of_border"]
        if not is_border and _is_town(marked.mention(match, "a")):
            continue
        yield replace(
            found(ClaimKind.LENGTH, marked, match, row, "abd" if is_border else "a"),
            relation=_BORDER if is_border else _thing(reading, marked, match),
            start=quantity.span.start,
            quantity=quantity,
        )


def _thing(reading: Reading, marked: Marked, match: re.Match[str]) -> str:
    """Give the name of what is no place known as it is written, with the places named in it."""
    if not match.groupdict().get("thing"):
        return ""
    start, end = match.span("thing")
    return reading.story.article.text[marked.starts[start] : marked.ends[end - 1]]


def _is_town(named: PlacedMention | None) -> bool:
    """Whether a figure stands behind a town, which has none: "the road to Graz, 80 km long"."""
    place = named.place if named is not None else None
    return place is not None and place.feature_class == "P"
