"""Drafts of journeys go in; out come the signs of each by which the learned part knows its kind.

A sign is a few words that hold of a draft or not: "phase start", "sentence 2 or more".
"""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING

from geo.contracts import Sense
from geo.journeys.sentence.places import is_broad, relate
from geo.journeys.story.draft import ENDS, FIRST
from geo.lexicon import listed
from geo.lexicon.frames import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft, Located
    from geo.lexicon.frames import Role

_COUNTS = (1, 2, 3, 4, 6, 8, 12)
_SENTENCES = (2, 5, 10)
_FLAGS = tuple(one.name for one in fields(Frame) if one.default is False)


def signs_of(drafts: Sequence[JourneyDraft]) -> list[set[str]]:
    """Describe each draft by its words, by its ends, and by those of the other drafts."""
    others = _Others(drafts)
    return [{*_of_itself(draft), *others.signs(number)} for number, draft in enumerate(drafts)]


def _at_least(name: str, number: float, steps: Sequence[float]) -> list[str]:
    """Give a sign for every step that a number reaches."""
    return [f"{name} {step} or more" for step in steps if number >= step]


def _holding(of: str = "", /, **told: bool) -> list[str]:
    """Give the signs that hold, each with what it is said of in front."""
    return [f"{of} {name.replace('_', ' ')}".strip() for name, holds in told.items() if holds]


def _of_itself(draft: JourneyDraft) -> Iterator[str]:
    first = draft.mentions[0]
    yield from _of_words(first)
    yield from _of_sentence(first)
    yield from _of_ends(draft)
    yield from (f"status {one.value}" for one in draft.statuses)
    yield from _at_least("by way of", len(draft.via), _COUNTS)
    yield from _at_least("sentence", first.scene.index, _SENTENCES)
    yield from _holding(turned=draft.outcome is not None, got_to=bool(draft.got_to))


def _of_words(first: MotionMention) -> Iterator[str]:
    trigger, frame = first.trigger, first.trigger.frame
    yield f"frame {frame.name}"
    yield f"phase {frame.phase.value}"
    yield f"mode {first.mode.value}"
    yield f"time {first.time.kind.value if first.time is not None else 'none'}"
    yield f"needs {frame.needs or 'nothing'}"
    yield f"time of {frame.time}"
    yield f"object {frame.object.value if frame.object else 'nothing'}"
    yield f"done by {trigger.entry.subject}"
    yield from (f"is {flag}" for flag in _FLAGS if getattr(frame, flag))
    yield from _holding(
        over_before=first.is_before,
        homeward=first.is_homeward,
        whole=first.is_whole,
        repeated=first.is_repeated,
        another_trip=first.standing.is_other,
        cited=first.standing.cited is not None,
        of_a_year=first.time is not None and bool(first.time.year),
        stop=first.stop is not None,
        vehicle=first.vehicle is not None,
        vehicle_weak=first.vehicle is not None and first.vehicle.is_weak,
        phrase=trigger.entry.is_phrase,
    )


def _of_sentence(first: MotionMention) -> Iterator[str]:
    scene, trigger = first.scene, first.trigger
    near = {scene.low(i) for i in range(trigger.first - 2, trigger.first)}
    yield from _holding(
        headline=scene.is_headline,
        quoted=scene.is_quoted(trigger.at),
        passive=scene.tree.is_passive(trigger.at),
        negated=scene.tree.is_negated(trigger.at),
        helped=bool(scene.tree.auxiliaries(trigger.at)),
        object_told=bool(scene.tree.objects(trigger.at)),
        onward=bool(near & (listed("onward") | listed("then"))),
        hither=scene.low(trigger.last + 1) in listed("hither"),
    )


def _of_ends(draft: JourneyDraft) -> Iterator[str]:
    for role in ENDS:
        name, end = role.value, draft.ends.get(role)
        yield f"{name} by {_source(end)}"
        yield from _holding(name, unplaced=role in draft.unplaced)
        if end is not None:
            yield from _of_end(draft.mentions[0], name, end)
    ends = [draft.ends[role] for role in ENDS if role in draft.ends]
    yield from _at_least("ends", len(ends), _COUNTS)
    if len(ends) == len(ENDS):
        yield f"ends {relate(ends[0].place, ends[1].place).value}"


def _of_end(first: MotionMention, name: str, end: Located) -> Iterator[str]:
    scene, at = end.scene, first.trigger.at
    own = range(end.spot.first, end.spot.last + 1)
    head = next((one for one in own if scene.tree.head(one) not in own), end.spot.last)
    is_here, above = scene is first.scene, list(scene.tree.ancestors(head))
    yield f"{name} behind {scene.tree.preposition(head) or 'nothing'}"
    yield f"{name} class {end.place.feature_class}"
    yield from _holding(
        name,
        broad=is_broad(end.place),
        associative=end.spot.toponym.sense is Sense.ASSOCIATIVE,
        indirect=end.spot.indirect,
        pointed_at=bool(end.spot.said),
        in_the_sentence=is_here,
        in_the_dateline=end.spot.first < scene.dateline,
        its_own=is_here and above[:1] == [at],
        under_it=is_here and at in above,
        before_it=(scene.index, end.spot.first) < first.position,
    )


def _source(end: Located | None) -> str:
    """Say where an end comes from: the words, a rule by its reason, or nowhere."""
    if end is None:
        return "nowhere"
    return f"rule: {end.why.replace(end.place.name, '*')}" if end.why else "words"


class _Others:
    """The ends of all drafts of a story, to compare those of each with the rest."""

    def __init__(self, drafts: Sequence[JourneyDraft]) -> None:
        self._drafts = drafts
        self._ends = Counter(end for draft in drafts for end in _keys(draft))
        self._ways = Counter(tuple(_keys(draft)) for draft in drafts)

    def signs(self, number: int) -> Iterator[str]:
        """Say how the ends of a draft stand to those of the others."""
        draft = self._drafts[number]
        same = self._ways[tuple(_keys(draft))] - 1
        yield from _at_least("same way of others", same, _COUNTS)
        for role, key in _keys(draft):
            other = next(one for one in ENDS if one is not role)
            yield from _at_least(f"{role.value} of others", self._ends[role, key] - 1, _COUNTS)
            yield from _at_least(f"{role.value} other end", self._ends[other, key], _COUNTS)
        near = self._drafts[max(0, number - FIRST) : number + FIRST]
        for told in (one for one in near if one is not draft):
            for role, end in draft.ends.items():
                for one in (*told.ends.values(), *told.via, *told.onward):
                    yield f"{role.value} {relate(end.place, one.place).value} to that of another"


def _keys(draft: JourneyDraft) -> Iterator[tuple[Role, str]]:
    for role in ENDS:
        if role in draft.ends:
            yield role, _key(draft.ends[role])


def _key(end: Located) -> str:
    return f"{end.place.gazetteer} {end.place.feature_id}"
