"""Reads a distance whose two ends stand together: "between A and B", "from A it is 80 km to B"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.anchor import anchor_at
from geo.claims.climbing import unit_of
from geo.claims.draft import draft_between
from geo.claims.grammar import is_of_things, pair_by_grammar
from geo.claims.meant import from_there, places_meant
from geo.claims.plain import breaks
from geo.claims.story import is_same
from geo.claims.the_two import the_two, two_of
from geo.claims.things import is_compared, tells_what_there_is
from geo.claims.travel_words import that_is
from geo.claims.ways_between import of_way
from geo.contracts import Mode
from geo.lexicon import any_of, either, listed, pattern
from geo.lexicon.directions import bearing_of, ways
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from geo.claims.draft import ClaimDraft
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount


def it_is_to(scene: Scene, amount: Amount, words: str) -> ClaimDraft | None:
    """Read "From A it is 300 km (due) south to B"."""
    head = rf"from\s(?:the\s)?$|\s{any_of('it')}\s{any_of('lies')}\s"
    to = _to_end().match(words)
    starts = [one for one in scene.mentions if one.span.end <= amount.start] if to else []
    if to is None:
        return None
    other = anchor_at(scene, amount.end + to.end())
    if not starts:
        return _from_there_to(scene, amount, other)
    one = starts[-1]
    gap = scene.between(one.span.end, amount.start)
    lead = scene.before(one.span.start)
    if other is None or not (re.search(head, lead, re.IGNORECASE) and re.fullmatch(head, gap)):
        return None
    draft = draft_between(scene, amount, (other, one), other.span.end)
    draft = replace(draft, start=one.span.start)
    return replace(draft, bearing_deg=bearing_of(to["direction"] or ""))


def _from_there_to(scene: Scene, amount: Amount, goal: PlacedMention | None) -> ClaimDraft | None:
    """Read "From there it is 300 km to B"."""
    lead = rf"(?<![^\W_])from\s{any_of('here_or_there')},?\s{any_of('it')}\s{any_of('lies')}\s$"
    places = from_there(scene, amount)
    is_it = re.search(lead, scene.before(amount.start), re.IGNORECASE)
    if goal is None or not places or not is_it:
        return None
    draft = draft_between(scene, amount, (goal, places[0]), goal.span.end)
    taken = tuple(one.toponym.id for one in places)
    return replace(draft, subject=replace(draft.subject, taken_from=taken), start=amount.start)


def _from_there_to_this(
    scene: Scene, amount: Amount, named: list[PlacedMention]
) -> ClaimDraft | None:
    """Read "From there to B it is 300 km", "The distance from there to B is 300 km"."""
    lead = rf"(?<![^\W_])from\s{any_of('here_or_there')}\sto\s(?:the\s)?$"
    if not named or not re.search(lead, scene.before(named[0].span.start), re.IGNORECASE):
        return None
    gap = rf"(?:\s{any_of('it')})?\s{any_of('lies')}\s"
    places = from_there(scene, amount)
    is_said = re.fullmatch(gap, scene.between(named[0].span.end, amount.start), re.IGNORECASE)
    if not places or not is_said:
        return None
    draft = draft_between(scene, amount, (named[0], places[0]), amount.end)
    taken = tuple(one.toponym.id for one in places)
    return replace(draft, subject=replace(draft.subject, taken_from=taken), start=amount.start)


@cache
def _to_end() -> re.Pattern[str]:
    lead, direction = any_of("before_direction"), any_of("direction")
    return compiled(
        rf"\s(?:(?:{lead}\s)?(?P<direction>{direction})\s)?(?:{any_of('before_to')}\s)?to\s(?:the\s)?"
    )


def joined(scene: Scene, amount: Amount, end: int) -> ClaimDraft | None:
    """Read "A, a town on the sea, and B are 300 km apart", where grammar joins the two."""
    pair = pair_by_grammar(scene, amount)
    draft = draft_between(scene, amount, pair, end) if pair else the_two(scene, amount, end)
    if draft is None:
        return None
    return replace(draft, start=max(draft.start, scene.sentence.start))


def separates_it(scene: Scene, amount: Amount, start: int) -> ClaimDraft | None:
    """Read "A is on an island; 80 km separate it from B"."""
    meant, end = places_meant(scene, start)
    anchor = _from_end().match(scene.after(end)) if meant else None
    other = anchor_at(scene, end + anchor.end()) if anchor else None
    meant = [one for one in meant if other is None or not is_same(one, other)]
    if other is None or not meant:
        return None
    draft = draft_between(scene, amount, (meant[0], other), other.span.end)
    taken = replace(draft.subject, taken_from=tuple(one.toponym.id for one in meant))
    return replace(draft, subject=taken, start=amount.start)


@cache
def _from_end() -> re.Pattern[str]:
    return compiled(r"\sfrom\s(?:the\s)?")


def way_told(scene: Scene) -> list[PlacedMention]:
    """List both ends of the way that this sentence or the one before tells: "from A to B"."""
    return two_of(scene, scene.index) or two_of(scene, scene.index - 1)


def that_way(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Read "The bus goes from A to B. It is 80 km as the crow flies": the way told last."""
    is_way = _straight().match(scene.after(amount.end))
    direction = is_way["direction"] if is_way else None
    if is_way is None or not that_is().search(scene.before(amount.start)):
        return None
    two = way_told(scene)
    if not two:
        return None
    ends = (two[1], two[0]) if direction else (two[0], two[1])
    draft = draft_between(scene, amount, ends, amount.end + is_way.end())
    bearing = bearing_of(direction) if direction else None
    return replace(draft, start=amount.start, bearing_deg=bearing)


@cache
def _straight() -> re.Pattern[str]:
    words = either(word for word, mode in ways().items() if mode is Mode.AIR)
    direction = rf"(?:\s(?P<direction>{any_of('direction')}))?"
    return compiled(rf"{direction},?\s{words}(?=[,.;]|\sand\s|$)", re.IGNORECASE)


def pair(scene: Scene, amount: Amount, end: int) -> ClaimDraft | None:
    """Read "between A and B are 300 km", "from A to B it is 300 km", "A and B are 300 km apart"."""
    before = [one for one in scene.mentions if one.span.end <= amount.start]
    if len(before) < 2:  # noqa: PLR2004 - a pair
        return _from_there_to_this(scene, amount, before)
    one, other = before[-2:]
    joint = scene.between(one.span.end, other.span.start).strip().lower()
    lead = scene.before(one.span.start).rstrip().lower()
    gap = scene.between(other.span.end, amount.start)
    is_of_part = _is_of_part().search(scene.before(one.span.start)) is not None
    if is_of_part or _is_of_a_thing().match(scene.after(amount.end)) or is_compared(scene, amount):
        return None
    apart = end > amount.end and joint in {"and", "from"}
    fits = (
        apart
        or (joint == "and" and lead.endswith("between"))
        or (_is_goal(scene, one, other) and re.search(r"(?<![^\W_])from(?: the)?$", lead))
    )
    is_bare = re.fullmatch(r",?\s?" if apart else r"\s?", gap)
    is_linked = is_bare or pattern("lies").search(gap)
    if not fits or not is_linked or breaks(gap) or (not apart and _is_spared(scene, amount)):
        return None
    is_of_other = apart and not is_bare and is_of_things(scene, amount)
    if is_of_other or tells_what_there_is(scene, amount):
        return None  # "between A and B there are two posts 80 km apart"
    if one.place is None and other.place is None:
        return None
    draft = draft_between(scene, amount, (one, other), end)
    return draft if apart else of_way(scene, draft, one.span.start)


def _is_spared(scene: Scene, amount: Amount) -> bool:
    """Whether a figure tells by how much a way gets shorter: "saves ships from A to B 900 km"."""
    sentence = scene.story.document.sentences[scene.index]
    unit = unit_of(sentence, amount) if sentence.is_parsed else None
    verb = None if unit is None else sentence.tree.predicate(unit)
    changes = listed("no_travel_length_before") | listed("makes_longer")
    return verb is not None and sentence.tokens[verb].lower in changes


def _is_goal(scene: Scene, one: PlacedMention, other: PlacedMention) -> bool:
    """Whether "to" leads from one place to the other: "A to B", "A to the port city of B"."""
    to = _to_end().match(scene.after(one.span.end))
    return to is not None and anchor_at(scene, one.span.end + to.end()) is other


@cache
def _is_of_a_thing() -> re.Pattern[str]:
    """Find what is no distance: the strait "between A and B is 34 km wide"."""
    thing = listed("behind_measure") & listed("no_travel_length_after")
    words = either(thing - listed("lasting"))
    return compiled(rf"[\s-]{words}(?![^\W_])", re.IGNORECASE)


@cache
def _is_of_part() -> re.Pattern[str]:
    """Find "Of the road from", of which a figure is a part."""
    way = r"of\s(?:the\s)?[a-z]{3,12}\s(?:between|from)\s(?:the\s)?$"
    return compiled(rf"(?:^|[,;:–—]\s){way}", re.IGNORECASE)


def pair_after(scene: Scene, amount: Amount, start: int) -> ClaimDraft | None:
    """Read "the 300 km between A and B"."""
    one = anchor_at(scene, start)
    joint = _and_end().match(scene.after(one.span.end)) if one else None
    other = anchor_at(scene, one.span.end + joint.end()) if one and joint else None
    if one is None or other is None:
        return None
    return draft_between(scene, amount, (one, other), other.span.end)


@cache
def _and_end() -> re.Pattern[str]:
    """Find what joins the second end to the first, with an aside between or none."""
    return compiled(r"(?:,\s[^,.;]{1,60},)?\s(?:and|from)\s(?:the\s)?")
