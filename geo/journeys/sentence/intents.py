"""What somebody meant to do at a place, and did not get there to do: "was to sing in Lima"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.assigned import assigned
from geo.journeys.sentence.called_off import is_off
from geo.journeys.sentence.dropped import gives_up
from geo.journeys.sentence.given_up import given_up
from geo.journeys.sentence.outcome import read_outcome
from geo.journeys.sentence.triggers import Trigger
from geo.lexicon import listed
from geo.lexicon.frames import Phase, frames
from geo.lexicon.motion import LexiconEntry, motion
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.scene import Scene

_FRAME = "attend"
_MEANT = frozenset({LegStatus.PLANNED, LegStatus.HYPOTHETICAL, LegStatus.CANCELLED})


def with_intents(scene: Scene, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Add verbs of what was meant at a place, where the sentence says that nobody got there.

    Somebody turned back, stayed at home, or gave up the trip. A word of movement without a place
    of its own gives way: "was to have ridden in a parade in Lima".
    """
    taken = {one.at for one in triggers}
    more = (*given_up(scene), *assigned(scene))
    triggers = [*triggers, *(one for one in more if one.at not in taken)]
    if not _is_broken_off(scene, triggers):
        return triggers
    found = {one.at: one for one in _meant(scene)}
    taken = {one.at for one in triggers if _has_own(scene, one)}
    kept = [one for one in triggers if one.at not in found or one.at in taken]
    return [*kept, *(one for at, one in found.items() if at not in taken)]


def _has_own(scene: Scene, trigger: Trigger) -> bool:
    """Whether a word of movement has a place of its own: "was to have flown to Lima"."""
    return trigger.frame.noun or any(
        one.preposition in trigger.frame.roles
        and any(scene.place(i) is not None for i in scene.tree.subtree(one.word))
        for one in scene.tree.adjuncts(trigger.at)
    )


def _is_broken_off(scene: Scene, triggers: Sequence[Trigger]) -> bool:
    if any(one.frame.outcome == LegStatus.TURNED_BACK for one in triggers):
        return True
    for one in triggers:
        verb = scene.tree.head(one.at)
        if one.frame.noun and verb is not None and is_off(scene, verb):
            return True
    words = range(scene.dateline, len(scene))
    return any(_is_at_home(scene, index) or gives_up(scene, index) for index in words)


def _is_at_home(scene: Scene, index: int) -> bool:
    """Whether somebody stayed where they live: "stayed home", "is staying put", "still at home"."""
    told = scene.tree.children(index, "advmod") if scene.tree.children(index, "cop") else ()
    is_still = any(scene.low(i) in listed("still") for i in told)
    if is_still and scene.low(index) in listed("homeward"):
        return True
    near = {scene.low(step) for step in range(index + 1, index + 3)}
    return scene.low(index) in listed("stays") and bool(near & listed("homeward"))


def _meant(scene: Scene) -> Iterator[Trigger]:
    for index in range(scene.dateline, len(scene)):
        places = [
            one
            for holder in (index, *scene.tree.objects(index))
            for one in scene.tree.adjuncts(holder)
            if one.preposition in frames()[_FRAME].roles
            and any(scene.place(i) is not None for i in scene.tree.subtree(one.word))
        ]
        holders = (index, *scene.tree.children(index, "aux"))
        marks = (i for one in holders for i in scene.tree.children(one, "mark"))
        is_to = any(scene.low(i) == "to" for i in marks)
        if not (places and is_to and scene.tokens[index].tag == "VERB"):
            continue
        if _sets_out(scene, index):
            continue  # "about to embark in Lima"
        trigger = _trigger(scene, index)
        outcome = read_outcome(scene, trigger, None)
        cue = min(outcome.first, index)
        if outcome.status in _MEANT and cue != index and _is_past(scene, cue):
            yield trigger


def _sets_out(scene: Scene, verb: int) -> bool:
    """Whether a verb tells of a start; no "join" of "was to have joined a march in Lima"."""
    objects = scene.tree.objects(verb)
    if objects and not any(sort_of(scene, one) is Sort.VEHICLE for one in objects):
        return False
    entries = motion().entries.get(scene.low(verb), ())
    return any(one.frame.phase is Phase.START for one in entries)


def _is_past(scene: Scene, cue: int) -> bool:
    """Whether it was meant before: "wanted to", "was to have", "had been due to"."""
    helpers = scene.tree.children(cue, "aux", "cop")
    words = {scene.low(i) for i in (cue, *helpers)}
    past = listed("past_be") | listed("pluperfect")
    return scene.tokens[cue].fine == "VBD" or not words.isdisjoint(past)


def _trigger(scene: Scene, index: int) -> Trigger:
    entry = LexiconEntry(
        words=(scene.low(index),),
        lemma=scene.low(index),
        forms=frozenset({"base"}),
        frame=frames()[_FRAME],
        mode=Mode.UNKNOWN,
        subject="traveller",
    )
    return Trigger(at=index, first=index, last=index, entry=entry)
