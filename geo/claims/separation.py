"""A length in its sentence goes in; "A is so far from B" comes out, with both places if told."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.anchor import anchor_at, coast_behind
from geo.claims.context import find_from_here
from geo.claims.described import described_before
from geo.claims.draft import ClaimDraft, draft_between
from geo.claims.from_town import from_town
from geo.claims.pairs import (
    it_is_to,
    joined,
    pair,
    pair_after,
    separates_it,
    that_way,
)
from geo.claims.subject import find_subject, same_thing
from geo.claims.the_two import between_the_two, separates_the_two
from geo.claims.things import is_of_one_thing
from geo.contracts import ClaimKind, Subject, WayWords
from geo.lexicon import any_of, either, endings, listed, pattern
from geo.lexicon.directions import bearing_of, ways
from geo.lexicon.kept import compiled
from geo.lexicon.units import has

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount

_WORD = r"[^\W\d_][^\W\d_'’-]{0,30}(?:['’-][^\W\d_]{1,30}){0,3}"


_FURTHER = "The figure is that of a way of more than two places."


@cache
def _goes_further() -> re.Pattern[str]:
    """Find "… to B and on to C": the figure is that of the whole way."""
    joins, on = any_of("joins_clause"), any_of("onward")
    return compiled(rf",?\s{joins}\s(?:[a-z]{{4,8}}\s)?{on}\s(?:[a-z]{{4,8}}\s)?to\s")


@cache
def _after() -> re.Pattern[str]:
    way, distant = either(ways()), any_of("distant")
    lead, anchor = any_of("before_direction"), any_of("from_anchor")
    direction = any_of("direction")
    over = rf"{any_of('over_it')}\s(?:{any_of('the_or_whose')}\s)?(?:{_WORD}\s){{1,2}}(?=from\s)"
    further = rf"(?:{distant}\s|{any_of('from_here')}\s|{over})?"
    return compiled(
        rf"\s?,?\s?(?:(?P<way>{way}),?\s)?{further}"
        rf"(?:(?:{lead}\s)?(?P<direction>{direction})\s)?"
        rf"(?:(?P<way2>{way}),?\s)?{further}(?P<prep>{anchor})\s",
        re.IGNORECASE,
    )


@cache
def _apart() -> re.Pattern[str]:
    return compiled(rf"\s{any_of('apart')}(?![^\W_])")


@cache
def _separates() -> re.Pattern[str]:
    """Find "500 km separate A from B", "300 km of sea separate A and B"."""
    return compiled(rf"\s(?:of\s[a-z]{{1,12}}\s)?{any_of('separates')}\s(?P<what>(?:the\s)?)")


def find_separation(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Read "A … 80 km from B", "between A and B are 80 km", "A and B are 80 km apart"."""
    words = scene.after(amount.end)
    if separates := _separates().match(words):
        start = amount.end + separates.end()
        what = amount.end + separates.start("what")
        return (
            pair_after(scene, amount, start)
            or separates_the_two(scene, amount, what)
            or separates_it(scene, amount, what)
        )
    if apart := _apart().match(words):
        end = amount.end + apart.end()
        return pair(scene, amount, end) or joined(scene, amount, end)
    there = it_is_to(scene, amount, words) or that_way(scene, amount)
    if there := there or _aside(scene, amount, words) or _by_other_way(scene, amount, words):
        return there
    match = _after().match(words)
    if match is None or not _is_separation(match, amount):
        here = find_from_here(scene, amount) or pair(scene, amount, amount.end)
        return here or between_the_two(scene, amount)
    start = amount.end + match.end()
    if match["prep"].lower() == "between":
        return pair_after(scene, amount, start)
    return _from(scene, amount, match) or find_from_here(scene, amount)


def _by_other_way(scene: Scene, amount: Amount, words: str) -> ClaimDraft | None:
    """Read "A lies 80 km from B, or 110 by road": the same two places again."""
    named = [one for one in scene.mentions if one.span.end <= amount.start]
    anchors = [one for one in named if one.toponym.id in scene.anchors]
    way = _way_behind().match(words)
    if way is None or scene.subject is None or not anchors or anchors[-1] is not named[-1]:
        return None
    if _other_way().fullmatch(scene.between(named[-1].span.end, amount.start)) is None:
        return None
    draft = draft_between(scene, amount, (scene.subject, named[-1]), amount.end + way.end())
    return replace(draft, start=amount.start)


@cache
def _way_behind() -> re.Pattern[str]:
    ends = rf"(?=[,.;)]|$|\s{any_of('over_it')}\s)"
    return compiled(rf"\s{either(ways())}{ends}", re.IGNORECASE)


@cache
def _other_way() -> re.Pattern[str]:
    return compiled(rf"[^;.]{{0,40}}\s(?:{any_of('joins_clause')}|or)\s", re.IGNORECASE)


def _aside(scene: Scene, amount: Amount, words: str) -> ClaimDraft | None:
    """Read "A, a distance of 80 km, from Monday": what follows on the comma is something else."""
    return find_from_here(scene, amount) if words.startswith(",") else None


def _is_separation(match: re.Match[str], amount: Amount) -> bool:
    """Whether "of" has a direction before it, or the figure is "within 80 km of"."""
    if match["prep"].lower() != "of":
        return True
    within = amount.quantity.span.text.lower().startswith(endings("within_of"))
    return bool(match["direction"]) or within


def _from(scene: Scene, amount: Amount, match: re.Match[str]) -> ClaimDraft | None:
    start = amount.end + match.end()
    anchor = anchor_at(scene, start)
    if anchor is None:
        return from_town(scene, amount, match) or _without_anchor(scene, amount, match)
    onward = re.match(
        rf"(?:,\s[A-Z][\w. ]{{1,24}},)?\s(?:{any_of('before_to')}\s)?to\s(?:the\s)?",
        scene.after(anchor.span.end),
    )
    if onward and match["prep"].lower() == "from":
        other = anchor_at(scene, anchor.span.end + onward.end())
        if other:
            draft = draft_between(scene, amount, (anchor, other), other.span.end)
            if _goes_further().match(scene.after(other.span.end)):
                draft = replace(draft, subject=Subject(reason=_FURTHER))
            return replace(draft, relation=WayWords.TRIP.value)
    end = anchor.span.end + len(coast_behind(scene, anchor))
    subject, reason = find_subject(scene, amount, anchor)
    described = [] if subject else described_before(scene, amount, anchor)
    if described:
        subject, scene.taken_from = described[0], tuple(one.toponym.id for one in described)
    bearing_deg = bearing_of(match["direction"] or "")
    if subject is None and anchor.place is not None:
        draft = _of_unplaced(scene, amount, anchor, reason)
        scene.anchors |= {anchor.toponym.id, *same_thing(scene, anchor)}
        return replace(draft, end=end, bearing_deg=bearing_deg)
    scene.anchors |= {anchor.toponym.id, *same_thing(scene, anchor)}
    if subject is None or _has_no_coast(scene, (subject, anchor), start):
        reason = reason or f"We have no line of the coast of {anchor.toponym.name} to measure to."
        return ClaimDraft(
            kind=ClaimKind.SEPARATION,
            subject=Subject(reason=reason),
            amount=amount,
            start=amount.start,
            end=end,
        )
    scene.subject = scene.story.said_of[scene.index] = subject
    return replace(draft_between(scene, amount, (subject, anchor), end), bearing_deg=bearing_deg)


def _of_unplaced(scene: Scene, amount: Amount, anchor: PlacedMention, reason: str) -> ClaimDraft:
    """Keep how far from an anchor lies what has no place: two such figures tell where it is."""
    before = (one for one in reversed(scene.mentions) if one.span.end <= amount.start)
    last = next(before, None)
    is_second = (
        last is not None
        and last.toponym.id in scene.anchors
        and scene.subject is None
        and is_of_one_thing(scene, scene.amounts[0])
        and _goes_on().fullmatch(scene.between(last.span.end, amount.start)) is not None
    )
    return ClaimDraft(
        kind=ClaimKind.SEPARATION,
        subject=Subject(toponym_ids=(anchor.toponym.id,), reason=reason),
        amount=amount,
        start=amount.start,
        end=amount.end,
        relation=WayWords.SAME_SITE.value if is_second else "",
    )


@cache
def _goes_on() -> re.Pattern[str]:
    return compiled(rf",?\s(?:{any_of('joins_clause')}\s)?", re.IGNORECASE)


def _has_no_coast(scene: Scene, ends: tuple[PlacedMention, PlacedMention], start: int) -> bool:
    """Whether the coast of a country is meant, for a place in it: an outline has no coast alone."""
    one, anchor = (end.place for end in ends)
    between = scene.between(start, ends[1].span.start)
    is_coast = coast_behind(scene, ends[1]) or pattern("coast").search(between)
    return bool(is_coast and one and anchor and one.country_code == anchor.country_code != "")


def _without_anchor(scene: Scene, amount: Amount, match: re.Match[str]) -> ClaimDraft | None:
    """Keep a clear statement of distance whose far end is no place that we know."""
    # Metres and yards are mostly said of streets and pitches.
    if not has(amount.quantity.unit, "long") or match["prep"].lower() == "off":
        return None
    start = amount.end + match.end()
    whose, joints = any_of("the_or_whose"), any_of("joint")
    words = rf"{whose}\s{_WORD}(?:\s(?!{joints}(?![^\W_])){_WORD})?"
    thing = re.match(words, scene.after(start))
    if thing is None:
        return None
    why = f"“{thing[0]}” could not be tied to a place on the map."
    if thing[0].split()[-1].lower() in listed("border"):
        why += " Of borders, only those between countries are known here."
    return ClaimDraft(
        kind=ClaimKind.SEPARATION,
        subject=Subject(reason=why),
        amount=amount,
        start=amount.start,
        end=start + thing.end(),
    )
