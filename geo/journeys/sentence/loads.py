"""A verb that moves things goes in; which of its words move comes out, and what carries them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.phrases.sorts import PEOPLE, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger

_MOVABLE = frozenset({Sort.PRONOUN, Sort.PERSON, Sort.GROUP, Sort.NAME, Sort.CARGO})


def pushed(
    scene: Scene, trigger: Trigger, subject: int | None, things: list[int]
) -> tuple[int | None, int | None] | None:
    """Tell what a verb such as "drive" moves; None where who does so goes himself."""
    if "moves_objects" not in trigger.entry.properties or not things:
        return None
    if scene.tokens[things[0]].has("Reflex=Yes"):
        return None  # "she flew herself to Lima"
    if sort_of(scene, things[0]) in _MOVABLE or trigger.entry.mode is Mode.UNKNOWN:
        return things[0], subject
    is_idle = subject is not None and _is_idle(scene, things[0]) and _is_idle(scene, subject)
    return (None, subject) if is_idle else None  # "a tax may drive business into the arms of Lima"


def _is_idle(scene: Scene, word: int) -> bool:
    return sort_of(scene, word) in {Sort.OTHER, Sort.THING}


def carried(
    scene: Scene, trigger: Trigger, subject: int | None, things: list[int]
) -> tuple[int | None, int | None]:
    """Tell what a verb such as "bring" moves, and what carries it; who goes along moves himself."""
    if not things or (_is_idle(scene, things[0]) and "only_travellers" in trigger.entry.properties):
        return None, subject if things else None  # "the judge set down rules"
    if trigger.frame.sends and sort_of(scene, things[0]) is Sort.THING:
        return things[0], subject  # "she sent a message to Lima"
    is_people = sort_of(scene, things[0]) in PEOPLE
    is_known = subject is not None and _is_of_before(scene, things[0])
    is_known = is_known and not _is_of_before(scene, subject or 0)
    if not (is_people or is_known) and subject is not None and _goes_along(scene, subject):
        return subject, None
    return things[0], subject


def _is_of_before(scene: Scene, word: int) -> bool:
    """Whether it was told of before: "trucks took the cattle to Ica" is of the cattle."""
    told = (scene.low(i) for i in scene.tree.children(word, "det", "nmod:poss"))
    return scene.tag(word) in {"PRON", "PROPN"} or not listed("points_back").isdisjoint(told)


def is_message(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody is sent what is no load: "sent her a picture from Lima"."""
    told = scene.tree.children(trigger.at, "obj")
    return bool(scene.tree.children(trigger.at, "iobj")) and any(_is_idle(scene, i) for i in told)


def _goes_along(scene: Scene, subject: int) -> bool:
    """Whether who carries goes too: "a lorry with timber", "a driver with fruit"."""
    return sort_of(scene, subject) in {Sort.VEHICLE, Sort.PERSON, Sort.NAME}
