"""Drafts with a start that is only implied go in; out come the signs of how likely each start is.

What speaks for a start is how near the story names the place, and whether another journey starts
or ends there: "named 2 sentences before", "end of the one before".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode
from geo.journeys.story.draft import RECENT
from geo.journeys.story.positions import reached
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geo.contracts import Place
    from geo.contracts.scene import Scene
    from geo.journeys.story.draft import JourneyDraft

Key = tuple[str, str]

_FIRST = 2  # sentences that say what the story is about
_FAR = ((0, "in the sentence"), (1, "1 sentence"), (2, "2 sentences"), (5, "3 to 5 sentences"))


class Naming:
    """Where a story names its places."""

    def __init__(self, scenes: Iterable[Scene], places: Mapping[str, Place]) -> None:
        self._headlines = set[Key]()
        self._named: dict[Key, list[tuple[int, int]]] = {}
        for scene in scenes:
            for word in range(len(scene)):
                toponym = scene.place(word)
                place = places.get(toponym.id) if toponym is not None else None
                if place is not None:
                    self._named.setdefault(_key(place), []).append((scene.index, word))
                    self._headlines |= {_key(place)} if scene.is_headline else set()

    def signs(self, place: Place, here: tuple[int, int]) -> Iterator[str]:
        """Say how far from a word of the story a place is named, and whether at its top."""
        named = self._named.get(_key(place), [])
        before = [one for one in named if one < here]
        if before:
            yield f"named {_far(here[0] - before[-1][0])} before"
        elif named:
            yield f"named {_far(named[0][0] - here[0])} behind"
        if named and named[0][0] < _FIRST:
            yield "named at the beginning"
        if _key(place) in self._headlines:
            yield "named in a headline"


def start_signs(number: int, drafts: Sequence[JourneyDraft], naming: Naming) -> Iterator[str]:
    """Describe the implied start of one draft: by its reason, by the story, by other journeys."""
    draft, start = drafts[number], drafts[number].ends[Role.ORIGIN]
    yield f"rule: {start.why.replace(start.place.name, '*')}"
    yield from _of_draft(draft)
    yield from naming.signs(start.place, draft.mentions[0].position)
    yield from _of_others(number, drafts, _key(start.place))


def _of_draft(draft: JourneyDraft) -> Iterator[str]:
    first = draft.mentions[0]
    scene, trigger, mover = first.scene, first.trigger, first.mover
    is_counted = mover.word is not None and (
        scene.tokens[mover.word].tag == "NUM" or bool(scene.tree.children(mover.word, "nummod"))
    )
    is_back = first.is_homeward or scene.low(trigger.last + 1) in listed("back")
    told = {
        "some of a number": is_counted,
        "several travellers": mover.figure is not None and mover.figure.is_many,
        "mode unknown": first.mode is Mode.UNKNOWN,
        "passive": scene.tree.is_passive(trigger.at),
        "planned": LegStatus.PLANNED in draft.statuses,
        "on the way back": is_back or trigger.frame.returns,
    }
    yield from (name for name, holds in told.items() if holds)


def _of_others(number: int, drafts: Sequence[JourneyDraft], key: Key) -> Iterator[str]:
    """Say which other journeys start or end at the place."""
    scene = drafts[number].mentions[0].scene
    for at in range(max(0, number - RECENT), min(len(drafts), number + 1 + RECENT)):
        if at == number:
            continue
        other, which = drafts[at], ["another journey"]
        if abs(at - number) == 1:
            which.append("the one before" if at < number else "the next")
        if other.mentions[0].scene is scene:
            which.append("one in the sentence")
        start, end = other.ends.get(Role.ORIGIN), reached(other)
        if start is not None and _key(start.place) == key:
            yield from (f"start of {one}" for one in which)
        if end is not None and _key(end.place) == key:
            yield from (f"end of {one}" for one in which)


def _far(sentences: int) -> str:
    return next((name for most, name in _FAR if sentences <= most), "many sentences")


def _key(place: Place) -> Key:
    return place.gazetteer, place.feature_id
