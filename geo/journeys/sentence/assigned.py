"""What was to go to a place and did not: "had been promised to Lima but will stay in Ica"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.called_off import is_off
from geo.journeys.sentence.dropped import said_of_planner, stays
from geo.journeys.sentence.triggers import Trigger
from geo.lexicon import listed
from geo.lexicon.frames import frames
from geo.lexicon.motion import LexiconEntry
from geo.phrases.sorts import MOVERS, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene

_FRAME = "withheld"
_TAKEN = MOVERS | {Sort.CARGO}


def assigned(scene: Scene) -> Iterator[Trigger]:
    """Find "promised" of "was promised to Lima", where the sentence says that it came to nothing.

    Only of who or what is moved: a law may be promised to a country.
    """
    for index in range(scene.dateline, len(scene)):
        subject = _given(scene, index) if scene.low(index) in listed("assigns") else None
        if subject is None or sort_of(scene, subject) not in _TAKEN:
            continue
        if _has_place(scene, index) and _came_to_nothing(scene, index):
            yield _trigger(scene, index)


def _given(scene: Scene, verb: int) -> int | None:
    """Find what is promised: the subject of "was promised to", the noun before "meant for"."""
    if scene.tree.is_passive(verb):
        return scene.tree.subject(verb)
    return scene.tree.head(verb) if scene.relation(verb) == "acl" else None


def _has_place(scene: Scene, verb: int) -> bool:
    return any(
        one.preposition in frames()[_FRAME].roles
        and any(scene.place(i) is not None for i in scene.tree.subtree(one.word))
        for one in scene.tree.adjuncts(verb)
    )


def _came_to_nothing(scene: Scene, verb: int) -> bool:
    """Whether it stays where it is, or what was to be done was called off."""
    above = said_of_planner(scene, verb)
    then = [one for one in scene.tree.conjuncts(verb) if one > verb]
    return any(
        _is_there_still(scene, one) or _is_deal_off(scene, one)
        for one in (*then, *(() if above is None else (above,)))
    )


def _is_there_still(scene: Scene, verb: int) -> bool:
    """Whether it goes nowhere: "will stay in Ica", "is still in Ica"."""
    if scene.tree.children(verb, "cop"):
        near = scene.tree.children(verb, "advmod")
        return any(scene.low(i) in listed("still") for i in near)
    return stays(scene, verb) and not scene.tree.is_negated(verb)


def _is_deal_off(scene: Scene, verb: int) -> bool:
    """Whether the plan was dropped: "that move has been shelved", "the deal fell through"."""
    return is_off(scene, verb) and bool(scene.tree.children(verb, "nsubj"))


def _trigger(scene: Scene, index: int) -> Trigger:
    entry = LexiconEntry(
        words=(scene.low(index),),
        lemma=scene.low(index),
        forms=frozenset({"participle"}),
        frame=frames()[_FRAME],
        mode=Mode.UNKNOWN,
        subject="traveller",
    )
    return Trigger(at=index, first=index, last=index, entry=entry)
