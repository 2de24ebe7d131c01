"""Drafts of journeys go in; out come the signs of each by which the learned part knows its kind.

A sign is a few words that hold of a draft or not: "phase start", "mentions 2 or more".
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from geo.contracts import Sense
from geo.geodesy import distance_m
from geo.journeys.draft import ENDS, FIRST
from geo.journeys.places import is_broad, relate
from geo.journeys.positions import figures_of, reached
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Place
    from geo.journeys.draft import JourneyDraft, Located
    from geo.journeys.figures import Figure
    from geo.journeys.mention import MotionMention

_COUNTS = (1, 2, 3, 4, 6, 8, 12)
_KM = (20, 60, 150, 400, 1000, 3000)
_SENTENCES = (2, 5, 10)
_WORDS = (10, 20, 33)
_FLAGS = (
    "carries", "sends", "rides", "of_vehicle", "noun", "returns", "comes_here", "empties",
    "crosses", "receives", "breaks",
)  # fmt: skip


def signs_of(drafts: Sequence[JourneyDraft]) -> list[set[str]]:
    """Describe each draft by its words, by who moves, by its ends, and by the other drafts."""
    others = _Others(drafts)
    return [
        {*_of_itself(draft, number), *others.signs(number)} for number, draft in enumerate(drafts)
    ]


def _at_least(name: str, number: float, steps: Sequence[float]) -> list[str]:
    """Give a sign for every step that a number reaches."""
    return [f"{name} {step} or more" for step in steps if number >= step]


def _holding(told: dict[str, bool]) -> list[str]:
    """Give the signs that hold."""
    return [name for name, holds in told.items() if holds]


def _of_itself(draft: JourneyDraft, order: int) -> Iterator[str]:
    first = draft.mentions[0]
    yield from _of_words(first)
    yield from _of_sentence(first)
    yield from _of_ends(draft)
    yield from (f"status {one.value}" for one in draft.statuses)
    for name, number, steps in (
        ("mentions", len(draft.mentions), _COUNTS),
        ("by way of", len(draft.via), _COUNTS),
        ("legs behind", len(draft.onward), _COUNTS),
        ("places", len(first.reaches), _COUNTS),
        ("sentence", first.scene.index, _SENTENCES),
        ("journeys before", order, _COUNTS),
        ("words", len(first.scene), _WORDS),
    ):
        yield from _at_least(name, number, steps)
    yield from _holding({"turned": draft.outcome is not None, "got to": bool(draft.got_to)})


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
    yield from (flag for flag in _FLAGS if getattr(frame, flag))
    yield from _holding(
        {
            "over before": first.is_before,
            "homeward": first.is_homeward,
            "whole": first.is_whole,
            "repeated": first.is_repeated,
            "another trip": first.standing.is_other,
            "cited": first.standing.cited is not None,
            "of a year": first.time is not None and bool(first.time.year),
            "stop": first.stop is not None,
            "vehicle": first.vehicle is not None,
            "vehicle weak": first.vehicle is not None and first.vehicle.is_weak,
            "phrase": trigger.entry.is_phrase,
        }
    )


def _of_sentence(first: MotionMention) -> Iterator[str]:
    scene, trigger = first.scene, first.trigger
    near = {scene.low(i) for i in range(trigger.first - 2, trigger.first)}
    yield from _holding(
        {
            "headline": scene.is_headline,
            "quoted": scene.is_quoted(trigger.at),
            "passive": scene.tree.is_passive(trigger.at),
            "negated": scene.tree.is_negated(trigger.at),
            "helped": bool(scene.tree.auxiliaries(trigger.at)),
            "object told": bool(scene.tree.objects(trigger.at)),
            "onward": bool(near & (listed("onward") | listed("then"))),
            "hither": scene.low(trigger.last + 1) in listed("hither"),
        }
    )


def _of_ends(draft: JourneyDraft) -> Iterator[str]:
    for role in ENDS:
        name, end = role.value, draft.ends.get(role)
        yield f"{name} by {_source(end)}"
        yield from _holding({f"{name} unplaced": role in draft.unplaced})
        if end is not None:
            yield from _of_end(draft.mentions[0], name, end)
    ends = [draft.ends[role] for role in ENDS if role in draft.ends]
    yield from _at_least("ends", len(ends), _COUNTS)
    if len(ends) == len(ENDS):
        yield from _apart(ends[0].place, ends[1].place)


def _of_end(first: MotionMention, name: str, end: Located) -> Iterator[str]:
    scene, at = end.scene, first.trigger.at
    own = range(end.spot.first, end.spot.last + 1)
    head = next((one for one in own if scene.tree.head(one) not in own), end.spot.last)
    is_here, above = scene is first.scene, list(scene.tree.ancestors(head))
    yield f"{name} behind {scene.tree.preposition(head) or 'nothing'}"
    yield f"{name} class {end.place.feature_class}"
    yield from _holding(
        {
            f"{name} broad": is_broad(end.place),
            f"{name} associative": end.spot.toponym.sense is Sense.ASSOCIATIVE,
            f"{name} indirect": end.spot.indirect,
            f"{name} pointed at": bool(end.spot.said),
            f"{name} in the sentence": is_here,
            f"{name} in the dateline": end.spot.first < scene.dateline,
            f"{name} its own": is_here and above[:1] == [at],
            f"{name} under it": is_here and at in above,
            f"{name} before it": (scene.index, end.spot.first) < first.position,
        }
    )
    if is_here:
        yield from _at_least(f"{name} words off", abs(end.spot.first - at), _COUNTS)


def _apart(one: Place, other: Place) -> Iterator[str]:
    km = distance_m(one.lon, one.lat, other.lon, other.lat) / 1000
    yield f"ends {relate(one, other).value}"
    yield from _at_least("ends km", km, _KM)


def _source(end: Located | None) -> str:
    """Say where an end comes from: the words, a rule by its reason, or nowhere."""
    if end is None:
        return "nowhere"
    return f"rule: {end.why.replace(end.place.name, '*')}" if end.why else "words"


class _Others:
    """The drafts of a story filed by traveller and by end, to compare each with the rest."""

    def __init__(self, drafts: Sequence[JourneyDraft]) -> None:
        self._drafts = drafts
        self._figures = [set(figures_of(draft)) for draft in drafts]
        self._by_figure: dict[Figure, list[int]] = {}
        self._scenes = Counter(draft.mentions[0].scene.index for draft in drafts)
        self._ends = Counter(end for draft in drafts for end in _keys(draft))
        self._ways = Counter(tuple(_keys(draft)) for draft in drafts)
        self._between = {_key(one) for draft in drafts for one in _beyond(draft)}
        for number, figures in enumerate(self._figures):
            for figure in figures:
                self._by_figure.setdefault(figure, []).append(number)

    def signs(self, number: int) -> Iterator[str]:
        """Say how a draft stands to the others."""
        draft = self._drafts[number]
        beside = self._scenes[draft.mentions[0].scene.index] - 1
        yield from _at_least("others in the sentence", beside, _COUNTS)
        same = self._ways[tuple(_keys(draft))] - 1
        yield from _at_least("same way of others", same, _COUNTS)
        yield from self._of_ends(number)
        yield from self._of_traveller(number)

    def _of_ends(self, number: int) -> Iterator[str]:
        draft, mine = self._drafts[number], self._figures[number]
        for role, key in _keys(draft):
            other = next(one for one in ENDS if one is not role)
            yield from _at_least(f"{role.value} of others", self._ends[role, key] - 1, _COUNTS)
            yield from _at_least(f"{role.value} other end", self._ends[other, key], _COUNTS)
            if key in self._between:
                yield f"{role.value} on the way of others"
        for at in range(max(0, number - FIRST), min(len(self._drafts), number + FIRST)):
            if at == number:
                continue
            told = self._drafts[at]
            who = ("others", "own") if mine & self._figures[at] else ("others",)
            for role, end in draft.ends.items():
                for one in (*told.ends.values(), *told.via, *told.onward):
                    how = relate(end.place, one.place).value
                    yield from (f"{role.value} {how} to an end of {whose}" for whose in who)

    def _of_traveller(self, number: int) -> Iterator[str]:
        figure = self._drafts[number].mentions[0].mover.figure
        own = self._by_figure.get(figure, []) if figure is not None else []
        yield from _at_least("trips of mover", len(own), _COUNTS)
        at = own.index(number) if number in own else 0
        yield from self._links("before", own[at - 1 : at] if at else [], number)
        yield from self._links("behind", own[at + 1 : at + 2], number)

    def _links(self, when: str, beside: Sequence[int], number: int) -> Iterator[str]:
        """Say how the same traveller's trip before, or behind, meets a draft."""
        draft = self._drafts[number]
        start, goal = (draft.ends.get(role) for role in ENDS)
        for other in (self._drafts[one] for one in beside):
            for name, mine, theirs in (
                ("start at its start", start, other.ends.get(Role.ORIGIN)),
                ("start at its end", start, reached(other)),
                ("end at its start", goal, other.ends.get(Role.ORIGIN)),
                ("end at its end", goal, reached(other)),
            ):
                if mine is not None and theirs is not None:
                    yield f"own trip {when}: {name} {relate(mine.place, theirs.place).value}"
            gap = abs(draft.mentions[0].scene.index - other.mentions[0].scene.index)
            yield from _at_least(f"own trip {when} sentences", gap, _COUNTS)
            yield f"own trip {when}"


def _keys(draft: JourneyDraft) -> Iterator[tuple[Role, str]]:
    for role in ENDS:
        if role in draft.ends:
            yield role, _key(draft.ends[role])


def _key(end: Located) -> str:
    return f"{end.place.gazetteer} {end.place.feature_id}"


def _beyond(draft: JourneyDraft) -> Iterator[Located]:
    """List the places of a draft that are none of its two ends."""
    yield from (*draft.via, *draft.onward)
    if draft.got_to is not None:
        yield draft.got_to
