"""Reads a length without its far end: "A, 80 km to the south", or away, of where the story is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.draft import ClaimDraft, way_in
from geo.claims.grammar import place_by_grammar
from geo.claims.meant import may_be_meant
from geo.claims.story import is_same
from geo.claims.subject import is_modifier
from geo.contracts import ClaimKind, Subject, ToponymKind
from geo.lexicon import any_of
from geo.lexicon.directions import bearing_of

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount


# What may stand between a place and its distance: ", Ore., ", " lies ", " (", ", which is ".
@cache
def _joint() -> re.Pattern[str]:
    lies, which = any_of("lies_in_aside"), any_of("relative")
    when = any_of("leads_time")
    return re.compile(
        rf"(?:,\s[^,;]{{1,20}})?(?:\s{when}\s[^\W\d_]{{3,12}}|\s{any_of('instead')}"
        rf"|\s{any_of('place_noun')})?(?:,\s(?:{which}\s)?|\s\(|\s)(?:{lies}\s)?"
    )


@cache
def _towards() -> re.Pattern[str]:
    direction, distant = any_of("direction"), any_of("distant")
    whose = any_of("the_or_whose")
    return re.compile(
        rf"\s(?:(?:{distant}\s|{any_of('further')}\s)?to\s{whose}\s(?P<direction>{direction})"
        rf"|{any_of('from_here')}|{any_of('further')}\s(?P<on>{direction})(?=[,.;)]|$)"
        rf"|(?P<bare>{direction})(?=[,.;)]|$))"
        r"(?![^\W_])(?!\s(?:of|from|the|to)\s)",
        re.IGNORECASE,
    )


def find_from_here(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Read "from Tromsø, about 950 km to the south": as seen from the place told of."""
    match = _towards().match(scene.after(amount.end))
    if match is None or (_way(match) and bearing_of(_way(match)) is None):
        return None
    bearing_deg = bearing_of(_way(match))
    said_of = place_by_grammar(scene, amount)
    if said_of is not None and said_of.span.end <= amount.start and _is_there(scene, said_of):
        return _draft(scene, amount, said_of, (amount.end + match.end(), bearing_deg))
    before = [one for one in scene.mentions if one.span.end <= amount.start]
    for subject in reversed(before):
        if _is_said_again(scene, subject):
            continue
        if not _joint().fullmatch(scene.between(subject.span.end, amount.start)):
            return None
        if _is_there(scene, subject):
            return _draft(scene, amount, subject, (amount.end + match.end(), bearing_deg))
    return None


def _way(match: re.Match[str]) -> str:
    return match["direction"] or match["on"] or match["bare"] or ""


def _is_said_again(scene: Scene, mention: PlacedMention) -> bool:
    """Whether a description only stands beside the name: "Lima, Peru's capital, 100 km away"."""
    is_description = mention.toponym.kind is ToponymKind.DESCRIPTION
    return is_description and any(
        scene.between(one.span.end, mention.span.start) in {", ", ", the "}
        for one in scene.mentions
    )


def _is_there(scene: Scene, mention: PlacedMention) -> bool:
    is_area = mention.place is None or mention.place.is_area
    return mention.can_be_subject and not is_area and not is_modifier(scene, mention)


def _draft(
    scene: Scene, amount: Amount, subject: PlacedMention, rest: tuple[int, float | None]
) -> ClaimDraft | None:
    end, bearing_deg = rest
    places = list(scene.seen_from) or places_told_of(scene, subject)
    if not places or is_same(places[0], subject):
        return None
    here = places[0]
    scene.seen_from = tuple(places)
    scene.subject = scene.story.said_of[scene.index] = subject
    return ClaimDraft(
        kind=ClaimKind.SEPARATION,
        way=way_in(scene.after(amount.end)[:40]),
        subject=Subject(
            toponym_ids=(subject.toponym.id, here.toponym.id),
            reason=f"The figure is said of “{subject.span.text}”, as seen from "
            f"“{here.span.text}”, where the story is.",
            taken_from=tuple(place.toponym.id for place in places),
        ),
        amount=amount,
        start=amount.start if subject.toponym.id in scene.anchors else subject.span.start,
        end=end,
        bearing_deg=bearing_deg,
    )


def places_told_of(scene: Scene, goal: PlacedMention) -> list[PlacedMention]:
    """List where a way to a place may be counted from, likeliest first: this sentence, the story.

    The words do not say it, so the others are kept as well.
    """
    sentence = [
        one
        for one in scene.mentions
        if one.span.end < goal.span.start
        and _is_there(scene, one)
        and one.toponym.id not in scene.anchors
    ]
    found = may_be_meant(scene, (*_start(scene, goal), *reversed(sentence)))
    return [one for one in found if not is_same(one, goal)]


def _start(scene: Scene, goal: PlacedMention) -> list[PlacedMention]:
    """Find where the journey to a place starts, if the sentence names it or tells of the journey.

    "From there some will go on to Dadaab, 100 km to the northeast" counts from "there".
    """
    story = scene.story
    leg = story.leg_to(scene.index, goal.place, None) if goal.place else None
    if leg is None or leg.origin is None:
        return []
    is_told_here = any(told.leg is leg and scene.index in told.sentences for told in story.legs)
    near = [scene.index, *range(scene.index - 1, -1, -1)] if is_told_here else [scene.index]
    if leg.origin.inferred and not is_told_here:
        return []
    named = (one for at in near for one in story.mentions.get(at, ()))
    return [one for one in named if one.toponym.id == leg.origin.toponym_id][:1]
