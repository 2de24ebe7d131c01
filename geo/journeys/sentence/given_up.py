"""Nouns that tell of being at a place, where it was called off: "a day in Lima was dropped"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.called_off import is_off, verb_of
from geo.journeys.sentence.triggers import Trigger
from geo.lexicon import listed
from geo.lexicon.frames import frames
from geo.lexicon.motion import LexiconEntry
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene

_STAY = "visitnoun"
_FORGONE = "forgo"
_SEEN = "visit"
_MET = "attend"
_ONE = frozenset({Sort.PERSON, Sort.NAME})


def given_up(scene: Scene) -> Iterator[Trigger]:
    """Find "a day in Lima had to be dropped" and "the minister scrapped a ceremony at Ica".

    So it finds "a plan to sing in Lima fell through".
    """
    for index in range(scene.dateline, len(scene)):
        frame = _planned(scene, index) if scene.tag(index) == "VERB" else None
        if frame is not None:
            yield _trigger(scene, index, frame, "base")
        verb = verb_of(scene, index) if scene.tag(index) == "NOUN" else None
        if verb is None:
            continue
        if _is_at_place(scene, index, _STAY) and _is_day_dropped(scene, index, verb):
            yield _trigger(scene, index, _STAY, "noun")
        elif _is_forgone(scene, index, verb):
            yield _trigger(scene, verb, _FORGONE, "past")


def _is_at_place(scene: Scene, word: int, frame: str) -> bool:
    return any(
        one.preposition in frames()[frame].roles and scene.place(one.word) is not None
        for one in scene.tree.adjuncts(word)
    )


def _is_day_dropped(scene: Scene, noun: int, verb: int) -> bool:
    is_undergone = scene.relation(noun) in {"nsubj", "nsubj:pass"}
    ends = (scene.tree.is_passive(one) and is_off(scene, one) for one in _ends(scene, verb))
    return is_undergone and scene.low(noun) in listed("period") and any(ends)


def _ends(scene: Scene, verb: int) -> tuple[int, ...]:
    """List a verb and what "had to" be done by it."""
    is_must = scene.low(verb) in listed("have") and not scene.tree.is_negated(verb)
    return (verb, *(scene.tree.children(verb, "xcomp") if is_must else ()))


def _planned(scene: Scene, verb: int) -> str | None:
    """Name the frame of what a plan that came to nothing was to be: "to see Lima", "to sing in"."""
    tree, plan = scene.tree, scene.tree.head(verb)
    is_to = any(scene.low(i) == "to" for i in tree.children(verb, "mark"))
    is_plan = plan is not None and is_to and scene.relation(verb) == "acl"
    if not is_plan or plan is None or scene.low(plan) not in listed("before_plan"):
        return None
    above = verb_of(scene, plan)
    is_dropped = above is not None and any(is_off(scene, one) for one in _ends(scene, above))
    if not is_dropped or scene.low(verb) not in listed("done_there"):
        return None
    objects = tree.objects(verb)
    is_seen = bool(objects) and all(scene.place(one) is not None for one in objects)
    if is_seen and not tree.children(verb, "xcomp", "ccomp"):
        return _SEEN
    return None if objects or not _is_at_place(scene, verb, _MET) else _MET


def _is_forgone(scene: Scene, noun: int, verb: int) -> bool:
    """Whether one who was to be there called it off; a firm or a council would not have gone."""
    subject = scene.tree.subject(verb)
    is_one = subject is not None and sort_of(scene, subject) in _ONE
    is_event = scene.low(noun) in listed("gathering") and noun in scene.tree.objects(verb)
    is_there = is_event and any(_is_at_place(scene, one, _FORGONE) for one in (noun, verb))
    return is_one and is_there and is_off(scene, verb) and not scene.tree.is_passive(verb)


def _trigger(scene: Scene, index: int, frame: str, form: str) -> Trigger:
    entry = LexiconEntry(
        words=(scene.low(index),),
        lemma=scene.low(index),
        forms=frozenset({form}),
        frame=frames()[frame],
        mode=Mode.UNKNOWN,
        subject="traveller",
    )
    return Trigger(at=index, first=index, last=index, entry=entry)
