"""A sentence on its way through the grammar; what its other words of movement tell already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.asides import is_where
from geo.journeys.sentence.mover import NOBODY
from geo.journeys.sentence.triggers import is_vehicle_noun
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Time
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.figures import Cast
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Whereabouts


@dataclass(slots=True)
class Reader:
    """One sentence on its way through the grammar."""

    scene: Scene
    cast: Cast
    places: Whereabouts
    triggers: list[Trigger]
    times: Sequence[Time]
    found: list[MotionMention] = field(default_factory=list)


def is_told_already(
    reader: Reader, trigger: Trigger, mover: Mover, reaches: tuple[Reach, ...]
) -> bool:
    """Whether another word of the sentence tells of the journey, with its places."""
    is_other = _is_told(reader, trigger, reaches) or _is_landed(reader, trigger, mover, reaches)
    return is_other or (not reaches and _is_of_noun(reader, trigger))


def _is_told(reader: Reader, trigger: Trigger, reaches: tuple[Reach, ...]) -> bool:
    """Whether places of a vehicle's way belong to a verb before: "sent lorries from Lima"."""
    taken = {one.last for mention in reader.found for one in mention.reaches}
    is_vehicle = "noun" in trigger.entry.forms and trigger.entry.lemma in motion().vehicles
    is_weak = is_vehicle or trigger.frame.onward or "adjective" in trigger.entry.forms
    return is_weak and any(reach.last in taken for reach in reaches)


def _is_landed(reader: Reader, trigger: Trigger, mover: Mover, reaches: tuple[Reach, ...]) -> bool:
    """Whether a load leaves what brought it: "a ship called at Lima, where rice was landed"."""
    scene, at = reader.scene, trigger.at
    is_there = any(is_where(scene, i) for i in scene.tree.children(at, "advmod"))
    if not (is_there and scene.tree.is_passive(at) and len(reaches) == 1):
        return False
    brought = [one for one in reader.found if one.mover.figure is not mover.figure]
    return any(reach.toponym is reaches[0].toponym for one in brought for reach in one.reaches)


def _is_of_noun(reader: Reader, trigger: Trigger) -> bool:
    """Whether what became of it is told of a noun that is read by itself: "skipped a stop"."""
    if trigger.frame.with_place and not trigger.frame.carries:
        return False  # "took the bus back"
    objects = reader.scene.tree.objects(trigger.at)
    return bool(trigger.frame.outcome) and any(one.at in objects for one in reader.triggers)


def is_way_of(reader: Reader, trigger: Trigger) -> bool:
    """Whether a verb says where the noun leads: "a trip to Norway took her to Bergen"."""
    head, scene = reader.scene.tree.head(trigger.at), reader.scene
    led = {one.trigger.at for one in reader.found if one.reaches}
    is_subject = scene.relation(trigger.at) == "nsubj"
    is_led = is_subject and (head in led or not is_vehicle_noun(trigger))  # no "sent a call"
    return is_led and any(
        one.at == head and one.frame.carries and scene.tree.objects(one.at)
        for one in reader.triggers
    )


def is_broken_off(reader: Reader, trigger: Trigger, reaches: tuple[Reach, ...]) -> bool:
    """Whether it only says how far they got: "got as far as Lima before it was turned back"."""
    is_stop = {one.role for one in reaches} == {Role.STOP}
    later = (one for one in reader.triggers if one.first > trigger.last)
    return is_stop and any(one.frame.outcome for one in later)


def is_mere_stop(trigger: Trigger, mover: Mover, status: LegStatus) -> bool:
    """Whether only something is told of a stop: "a stop in Lima took three hours"."""
    is_stop = trigger.frame.noun and trigger.entry.lemma in listed("stops_on_way")
    return is_stop and mover is NOBODY and status is LegStatus.HAPPENED
