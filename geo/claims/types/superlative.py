"""Finds statements that something is the largest, highest or smallest of its kind."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.fact import about, is_told_of
from geo.claims.types.pointing import land_before
from geo.claims.types.row import NAMED, Row, Rows, found
from geo.contracts import ClaimKind, Sense, ToponymKind
from geo.lexicon import either
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention
    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked


def _parts() -> dict[str, str]:
    return {name: either(lists("superlative")[name]) for name in ("records", "goods", "trades")}


ROWS = Rows("superlative", _parts)
# What "one of two" says without a word of its own, and whose "its" is.
_ONLY, _ITS = "only", "its"
_POPULOUS, _LARGEST = "populous", "largest"
# The rank of "one of the largest".
AMONG = 0
# What is the largest "after the capital".
BESIDE = " but the capital"
# In which part of a land the rank holds.
OF_PART = " of the part "
# What opens the relation of a rank that stands for its place, and so many sentences back this may
# be named.
STANDS, _STANDS, _MOST_BACK = "stands ", "a rank that stands for its place", 2
_COUNTRY = "country"
_COUNTED = frozenset({"country", "state"})


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, B's second-largest city"; the subject is A and B, or A alone.

    ``relation`` is what is ranked and how: "largest 2 city", "largest 1 landlocked country",
    "only 2 landlocked country" of one of two, "largest 0 city" of one of the largest; where no
    place is named that the rank holds in, " in country", " in state" or " in world" follows, or a
    part of a land, "largest 1 city of the part north", or a
    group of lands, " in Baltic states". Of what is no place known, the subject is B alone and its
    name stands behind a bar.
    """
    read = sorted(
        _read(reading),
        key=lambda one: (one.start - one.end, one.relation.startswith(STANDS)),
    )
    for one in read:
        around = (other for other in read if other.start <= one.start and one.end <= other.end)
        # What stands for its place is not said of one.
        is_said = one.relation.startswith(STANDS) and any(
            other.start < one.end and one.start < other.end and other.subject.toponym_ids
            for other in read
            if not other.relation.startswith(STANDS)
        )
        if one is next(around) and not is_said:
            yield one


def _read(reading: Reading) -> Iterator[Found]:
    for row, marked, match in ROWS.found(reading):
        groups = {key: (value or "").lower() for key, value in match.groupdict().items()}
        one = marked.mention(match, "a")
        is_named = one is not None and is_told_of(one) and not _is_other(marked, match)
        thing = groups.get("thing") and match["thing"]
        if one is not None and one.place is None and _is_name(one):
            thing = one.span.text
        # "The largest in B after C" is not the largest.
        if row.name == _STANDS:
            yield _standing(reading, marked, match, row)
            continue
        is_left_out = groups.get("but") and not groups.get("rank")
        if is_left_out or not (is_named or thing):
            continue
        if is_named and _is_town_as_island(one, groups):
            continue
        told = _told(groups) + _group(marked, match) + (f"{NAMED}{thing}" if thing else "")
        slots = "ab" if is_named else "b"
        slots = slots.replace("b", "") if groups.get("group") else slots
        slots += "c" if row.name in lists("superlative")["of_two"] else ""
        slots = slots + "d" if marked.mention(match, "d") and not groups.get("b") else slots
        made = found(ClaimKind.SUPERLATIVE, marked, match, row, slots)
        land = _its_land(reading, marked, match) if told.endswith(f" in {_ITS}") else None
        if land is not None:
            told = told.removesuffix(f" in {_ITS}")
            made = replace(made, subject=about(one, land, reason=made.subject.reason))
        # That it is the capital is another statement.
        start = marked.starts[match.start("said")] if groups.get("said") else made.start
        yield replace(made, relation=told, start=start)


def _standing(reading: Reading, marked: Marked, match: re.Match[str], row: Row) -> Found:
    """Read "Ghana's second city was dark": what stands for a place that is named before."""
    groups = {key: (value or "").lower() for key, value in match.groupdict().items()}
    made = found(ClaimKind.SUPERLATIVE, marked, match, row, "b")
    named = [
        one.toponym.id
        for index in range(max(0, reading.index - _MOST_BACK), reading.index + 1)
        for one in reading.story.mentions.get(index, ())
        if one.place is not None and one.span.end <= made.start
    ]
    here = [one.toponym.id for one in reading.story.here(reading.index)[:1]]
    subject = replace(made.subject, taken_from=tuple(dict.fromkeys([*reversed(named), *here])))
    return replace(made, subject=subject, relation=f"{STANDS}{_told(groups)}")


def _is_town_as_island(one: PlacedMention | None, groups: dict[str, str]) -> bool:
    """Whether a town is read as an island: "30 km from Noto, at an end of Sicily, the largest"."""
    place = one.place if one is not None else None
    return groups.get("noun") == "island" and place is not None and place.feature_class == "P"


def _is_other(marked: Marked, match: re.Match[str]) -> bool:
    """Whether what a row opens with only belongs to something else: "the lake near Kyiv is"."""
    return match.start("a") == match.start() and marked.is_in_phrase(match)


def _is_name(mention: PlacedMention) -> bool:
    """Whether a name that is on no map stands for a place all the same."""
    toponym = mention.toponym
    return toponym.kind is ToponymKind.NAME and toponym.sense is Sense.LITERAL


def _told(groups: dict[str, str]) -> str:
    """Write what is ranked, how, and in which land where none is named."""
    mean = lists("superlative")
    words = (groups["what"] or _ONLY) if "what" in groups else _LARGEST
    what = mean["what"].get(words, words)
    noun = groups.get("noun2") or groups.get("noun", "")
    noun = mean["noun"].get(noun, noun)
    what = _POPULOUS if groups.get("people") and noun in _COUNTED else what
    is_bare = "scope" in groups and "b" not in groups and not groups["scope"]
    words = groups.get("scope") or groups.get("scope2") or (_ITS if is_bare else "")
    scope = mean["scope"].get(words, words)
    is_world = groups.get("after") and noun == _COUNTRY and not (groups.get("b") or groups.get("d"))
    scope = "world" if is_world else scope
    more = 1 if groups.get("after") else 0
    if groups.get("record"):
        what, noun = mean["records"][re.sub(r"\s", " ", groups["record"])].split(" ", 1)
    if groups.get("first"):
        what, noun = _LARGEST, _trade(groups)
    noun += BESIDE if groups.get("beside") else ""
    noun += _part(groups.get("part", ""))
    only = groups.get("only", "") or (f"{groups['only2']} " if groups.get("only2") else "")
    number = AMONG if groups.get("among") else _number(groups.get("rank", "")) + more
    told = f"{what} {number} {only}{noun}"
    return told + (f" in {scope}" if scope else "")


def _part(words: str) -> str:
    """Write in which part of its land the rank holds: "north" and "south-west"."""
    side = re.sub(r"(?<=th)[\s-]?(?=[ew])", "-", words.removesuffix("ern"))
    return f"{OF_PART}{side}" if side else ""


def _trade(groups: dict[str, str]) -> str:
    """Write who does what with which good: "producer of cocoa"."""
    mean = lists("superlative")
    good = re.sub(r"\s", " ", groups["good"] or groups["good2"])
    return f"{mean['trades'][groups['trade'] or groups['trade2']]} of {mean['goods'][good]}"


def _group(marked: Marked, match: re.Match[str]) -> str:
    """Write a group of lands by its name: "the three Baltic states"."""
    named = marked.mention(match, "b") if match.groupdict().get("group") else None
    return f" in {named.span.text}{match['group'][1:]}" if named is not None else ""


def _its_land(reading: Reading, marked: Marked, match: re.Match[str]) -> PlacedMention | None:
    """Find whose "its" is where a sentence opens so: what the one before is about."""
    start = reading.story.article.sentences[reading.index].start
    is_opening = marked.starts[match.start()] == start and not marked.is_clause
    return land_before(reading.story, reading.index) if is_opening else None


def _number(rank: str) -> int:
    known = lists("superlative")["ranks"].get(rank)
    return int(known or rank[:-2] or 1)
