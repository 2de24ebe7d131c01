"""Tells where a distance that names no far end is counted from: "A, 80 km to the south"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.claims.meant import from_there, may_be_meant, pointed
from geo.claims.story import distinct, is_same
from geo.claims.subject import is_modifier
from geo.lexicon import any_of, pattern
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount

# Characters behind a figure that still belong to it, and in which the subject of a sentence begins.
_INSTEAD, _AT_HEAD = 30, 8


def counted_from(
    scene: Scene, amount: Amount, subject: PlacedMention, end: int
) -> list[PlacedMention]:
    """List where the distance of a place may be counted from, likeliest first.

    ``end`` is where the words of the figure end.
    """
    goes_on = pattern("goes_on").search(scene.between(amount.start, end))
    said = _said_before(scene) if goes_on else []
    if scene.seen_from:
        return distinct((*said, *scene.seen_from))
    start = [one for one in scene.mentions if _is_from(scene, one, subject)]
    start += _beside_it(scene, amount, subject)
    start += from_there(scene, amount) or _instead(scene, amount, subject)
    return distinct((*start, *said, *places_told_of(scene, subject)))


def places_told_of(scene: Scene, goal: PlacedMention) -> list[PlacedMention]:
    """List where a way to a place may be counted from, likeliest first: this sentence, the story.

    The words do not say it, so the others are kept as well.
    """
    sentence = [
        one
        for one in scene.mentions
        if one.span.end < goal.span.start
        and is_there(scene, one)
        and one.toponym.id not in scene.anchors
    ]
    before = (*_seen_before(scene), *_pointed_before(scene))
    likeliest = (*_start(scene, goal), *reversed(sentence), *before)
    meant = [one for one in may_be_meant(scene, likeliest) if not is_same(one, goal)]
    later = (one for one in scene.mentions if is_there(scene, one) and not is_same(one, goal))
    return meant or distinct(later)


def _start(scene: Scene, goal: PlacedMention) -> list[PlacedMention]:
    """Find where the journey to a place starts, if the sentence names it or tells of the journey.

    "From there some will go on to Dadaab, 100 km to the northeast" counts from "there".
    """
    story = scene.story
    leg = story.legs.to(scene.index, goal.place, None) if goal.place else None
    leg = leg or (story.legs.by(scene.index, goal.place) if goal.place else None)
    if leg is None or leg.origin is None:
        return []
    is_told_here = story.legs.are_told(scene.index, leg)
    if leg.origin.inferred and not is_told_here:
        return []
    start = story.mention(leg.origin.toponym_id)
    at = None if start is None else story.article.sentence_at(start.span.start)
    is_before = at is not None and at <= scene.index and (is_told_here or at == scene.index)
    return [start] if start is not None and is_before else []


def _seen_before(scene: Scene) -> Iterator[PlacedMention]:
    """Go on counting from where the sentence before counted from, or the one before it."""
    told = scene.story.seen_from
    yield from (told[at] for at in range(scene.index - 1, scene.index - 3, -1) if at in told)


def _said_before(scene: Scene) -> list[PlacedMention]:
    """Count "80 km farther on" from what the last distance was said of."""
    told = (scene.subject, scene.story.said_of.get(scene.index - 1))
    return [one for one in told if one is not None]


def _pointed_before(scene: Scene) -> list[PlacedMention]:
    """Find the town that the sentence before only points back to: "The town had been cut off"."""
    sentences = scene.story.article.sentences
    if not scene.index:
        return []
    start = sentences[scene.index - 1].start
    return list(pointed(scene, start, start + _AT_HEAD))


def _instead(scene: Scene, amount: Amount, goal: PlacedMention) -> list[PlacedMention]:
    """Read "from A to B, put down in C instead, 80 km to the north": north of B."""
    near = scene.between(goal.span.end, amount.start) + scene.after(amount.end)[:_INSTEAD]
    if not pattern("instead").search(near):
        return []
    before = [one for one in scene.mentions if one.span.end < goal.span.start]
    pairs = ((other, one) for one, other in pairwise(before) if _is_from(scene, one, other))
    return [other for other, _ in pairs][-1:]


def _beside_it(scene: Scene, amount: Amount, subject: PlacedMention) -> list[PlacedMention]:
    """Read "A is 170 km south of B and C 450 km east": both are counted from B."""
    if scene.between(subject.span.end, amount.start) != " ":
        return []
    return [
        one
        for one in scene.mentions
        if one.toponym.id in scene.anchors
        and one.span.end < subject.span.start
        and _and().fullmatch(scene.between(one.span.end, subject.span.start))
    ]


@cache
def _and() -> re.Pattern[str]:
    return compiled(rf"[,;]?\s(?:{any_of('joins_clause')}\s)?(?:the\s)?", re.IGNORECASE)


def _is_from(scene: Scene, one: PlacedMention, goal: PlacedMention) -> bool:
    """Whether a sentence says "from A to B": B is as far away from A as it says."""
    gap = scene.between(one.span.end, goal.span.start)
    is_to = re.fullmatch(r"(?:,\s[^,;.]{1,40},)?\sto\s(?:the\s)?", gap)
    is_from = re.search(r"(?<![^\W_])from\s(?:the\s)?$", scene.just_before(one.span.start))
    return bool(is_to and is_from) and not is_same(one, goal)


def is_there(scene: Scene, mention: PlacedMention) -> bool:
    """Whether a name stands for a spot from which, or of which, a distance may be told."""
    is_part = is_modifier(scene, mention) and not _bears_name(scene, mention)
    return mention.can_be_subject and not mention.is_area and not is_part


def _bears_name(scene: Scene, mention: PlacedMention) -> bool:
    """Whether what lies there is called by a name: "to the Rafah crossing, 40 km"."""
    behind = rf"\s{any_of('place_noun')},\s"
    is_called = re.match(behind, scene.after(mention.span.end))
    return bool(is_called) and scene.just_before(mention.span.start).endswith("the ")
