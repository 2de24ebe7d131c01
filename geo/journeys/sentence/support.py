"""Words that tell more of a journey but never make one: a meeting at its end, its miles, a stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.journeys.sentence.adjacent import Reach
from geo.journeys.sentence.triggers import Trigger
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role, frame_of
from geo.lexicon.motion import LexiconEntry, motion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Span, Toponym
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.whereabouts import Whereabouts

_AFTER = 5  # words between "a halt at" and the place


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Words about a stop on the way ("a long halt at the border"), and the place, if named."""

    span: Span
    first: int
    last: int
    toponym: Toponym | None


def find_supports(scene: Scene) -> Iterator[Trigger]:
    """Find meetings, and miles that lead somewhere ("the 683 miles to Lima")."""
    for index in range(scene.dateline, len(scene)):
        if index in scene.toponyms:
            continue
        for words in motion().meetings.get(scene.low(index), ()):
            last = index + len(words) - 1
            if tuple(scene.low(step) for step in range(index, last + 1)) == words:
                yield _plain(scene, index, last, Phase.MEETING)
                break
        if _is_way(scene, index):
            yield _plain(scene, index, index, Phase.SUPPORT)


def _is_way(scene: Scene, index: int) -> bool:
    is_number = scene.low(index - 1)[:1].isdigit() and scene.low(index - 2) in listed(
        "last_stretch"
    )
    is_led = scene.low(index + 1) in {"to", "from"}
    return scene.low(index) in motion().measures and is_number and is_led


def _plain(scene: Scene, first: int, last: int, phase: Phase) -> Trigger:
    entry = LexiconEntry(
        words=tuple(scene.low(step) for step in range(first, last + 1)),
        lemma=scene.low(first),
        forms=frozenset({phase.value}),
        frame=frame_of(phase),
        mode=Mode.UNKNOWN,
        subject="any",
    )
    return Trigger(at=first, first=first, last=last, entry=entry)


def support_ends(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read where a meeting is, or where the miles lead: the next place with such a preposition."""
    for index in range(trigger.last + 1, len(scene) - 1):
        role = trigger.frame.roles.get(scene.low(index))
        toponym = scene.place(index + 1)
        if role is None or toponym is None:
            continue
        spot = places.spot(scene, scene.head_of(toponym))
        if spot is not None:
            yield Reach(role=role, spot=spot, first=index)
        if role is Role.DESTINATION:
            return


def find_stop(scene: Scene) -> Stop | None:
    """Find a stop that a sentence tells of: "with a long halt at the border"."""
    for index in range(scene.dateline, len(scene)):
        is_stop = scene.low(index) in listed("stop_noun")
        if not is_stop or scene.low(index + 1) not in listed("at_place"):
            continue
        first = index
        while scene.low(first - 1) in listed("before_stop") or scene.low(first - 1) == "-":
            first -= 1
        if first < index:
            return _placed(scene, first, index + 2)
    return None


def _placed(scene: Scene, first: int, start: int) -> Stop | None:
    for step in range(start, min(start + _AFTER, len(scene))):
        toponym = scene.place(step)
        if toponym is not None or scene.low(step) in listed("border"):
            last = scene.words_of(toponym)[1] if toponym is not None else step
            return Stop(span=scene.span(first, last), first=first, last=last, toponym=toponym)
        if not scene.low(step)[:1].isalnum():
            return None
    return None
