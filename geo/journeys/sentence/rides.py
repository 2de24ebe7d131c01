"""A mover or a verb goes in; out comes what several ride in together: "three coaches of fans"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.sentence.triggers import Trigger


def filled(scene: Scene, mover: Mover) -> Iterator[int]:
    """Find what people fill: "three coaches of fans on their way"; no "a launch of services"."""
    word = mover.word
    if word is None or scene.low(word) in motion().entries:
        return
    head = scene.tree.head(word)
    if head is not None and scene.tree.preposition(word) == "of":
        yield head


def made_up_of(scene: Scene, mover: Mover) -> Iterator[int]:
    """Find what a row or a herd is one of: "trucks" of "a column of 18 trucks", "nine of the"."""
    word = mover.word
    if word is None:
        return
    is_some = scene.tag(word) in {"NUM", "ADJ"} or scene.low(word) in listed("part_of_many")
    if not is_some and scene.low(word) not in listed("made_up"):
        return
    for index in scene.tree.children(word, "nmod"):
        if scene.tree.preposition(index) == "of":
            yield index


def is_carried_on(scene: Scene, at: int, head: int) -> bool:
    """Whether one ride has two verbs: "were lifted off by helicopter and taken to Lima"."""
    tree = scene.tree
    is_pair = scene.relation(at) == "conj" and tree.is_passive(at) and tree.is_passive(head)
    return is_pair and not any(i in scene.toponyms for i in tree.children(head, "obl"))


def booked(scene: Scene, trigger: Trigger) -> int | None:
    """Find what tickets are for: the ferry of "bought tickets for the night ferry to Lima"."""
    led = trigger.last + 1
    if "seat_for" not in trigger.entry.properties or led >= len(scene):
        return None
    word = scene.tree.head(led) if scene.relation(led) == "case" else None
    return word if word is not None and sort_of(scene, word) is Sort.VEHICLE else None


def ridden_in(scene: Scene, verb: int) -> int | None:
    """Find the vehicle that a clause tells of: "the bus in which they came to Lima"."""
    led = listed("by_vehicle") - listed("accompanied")
    head = scene.tree.head(verb) if scene.relation(verb) == "acl" else None
    if head is None or sort_of(scene, head) is not Sort.VEHICLE:
        return None
    return next(
        (
            head
            for one in scene.tree.children(verb, "obl")
            if scene.low(one) in listed("relative") and scene.tree.preposition(one) in led
        ),
        None,
    )
