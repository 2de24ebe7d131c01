"""Finds statements that a place lies in a country, a part of it, on an island or on a shore."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.types.fact import about, is_told_of
from geo.claims.types.figure import figure_in, figure_pattern
from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind, ToponymKind
from geo.lexicon import any_of
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention
    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked
    from geo.claims.types.row import Row

_LONG = frozenset({"km", "mi"})
ROWS = Rows("containment", lambda: {"figure": figure_pattern(lambda unit: unit.symbol in _LONG)})
_PLAINLY = "in a land, plainly"
INSIDE, _THROUGH = "in", "a river flows through"
# Behind a place that only tells where something is: "Graz lies in Austria, on", "80 km from B, on".
_GOES_ON = re.compile(r",\s(?:on|in|at|off)\s")
_SLOTS = {"coast": "abde", "sea": "ac", "own": "a", "perhaps own": "a"}


def _is_water(mention: PlacedMention) -> bool:
    """Whether it is a lake or sea: "on the shore of Lake Chad in western Chad" tells of a town."""
    return mention.place is not None and mention.place.feature_class == "H"


def _is_town_in_land(marked: Marked, match: re.Match[str]) -> bool:
    """Whether "A in B" says where a town lies, and not where something happens at a place."""
    one, land = marked.mention(match, "a"), marked.mention(match, "b")
    if one is None or land is None or one.place is None or land.place is None:
        return False
    is_land = land.place.feature_class == "A" and land.toponym.kind is ToponymKind.NAME
    return one.place.feature_class == "P" and is_land


def _is_where(marked: Marked, match: re.Match[str]) -> bool:
    """Whether what a row opens with only tells where something else lies."""
    one = marked.mention(match, "a") if match.groupdict().get("a") else None
    if one is None or not one.is_area or match.start("a") != match.start():
        return False
    goes_on = _GOES_ON.match(marked.text, match.start() + 1)
    return bool(goes_on and _setting().search(marked.text[: match.start()]))


@cache
def _setting() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('strong_locative')}\s(?:the\s)?$", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, a town in western B".

    ``relation`` is the part in a word ("south-west"), "in", "near" of a suburb, or "coast" with
    the part of the land whose coast it is, if one is told ("coast south"), "own" with the part of
    the land that the place is in, which is not named ("own south", "perhaps own south" where
    another land may be meant), or "sea" where a figure is so
    far from it. "shore", "isle" and "off" open what is said of a lake, of an island in a sea, and
    off a coast.
    """
    for row, marked, match in ROWS.found(reading):
        if row.name == _THROUGH:
            yield from _on_its_way(marked, match, row)
            continue
        one = marked.mention(match, "a") or marked.mention(match, "c")
        if match.groupdict().get("a") and marked.ends_aside(match):
            continue
        if row.name == _PLAINLY and not _is_town_in_land(marked, match):
            continue
        if one is not None and is_told_of(one) and not (_is_water(one) or _is_where(marked, match)):
            groups = match.groupdict()
            part = re.sub(
                r"(?<=north|south)[- ]?(?=east|west)", "-", (groups.get("part") or "").lower()
            )
            kind = lists("containment")["kinds"].get(row.name, "")
            part = part or (INSIDE if row.name == _PLAINLY else "")
            relation = f"{kind} {part}".strip() or INSIDE
            slots = _SLOTS.get(kind, "ab")
            made = replace(
                found(ClaimKind.CONTAINMENT, marked, match, row, slots),
                relation=relation,
                start=marked.said_start(match),
            )
            if groups.get("said"):
                made = replace(made, start=marked.starts[match.start("said")])
            quantity = figure_in(marked, match) if groups.get("value") else None
            if quantity is not None:
                made = replace(made, quantity=quantity, start=quantity.span.start)
            yield made


def _on_its_way(marked: Marked, match: re.Match[str], row: Row) -> Iterator[Found]:
    """Read "the river B flows through A and C": each of them lies on it."""
    river = marked.mention(match, "b")
    if river is None or not _is_water(river):
        return
    made = found(ClaimKind.CONTAINMENT, marked, match, row, "b")
    for number, one in enumerate(marked.listed(match, "all")):
        yield replace(
            made,
            relation=INSIDE,
            subject=about(one, river, reason=made.subject.reason),
            start=one.span.start if number else made.start,
            end=one.span.end,
        )
