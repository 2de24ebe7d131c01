"""A bare "there" or "where" beside a word of movement goes in; whether it is an end comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger


def of_bare(scene: Scene, trigger: Trigger, index: int) -> tuple[Role, int] | None:
    """Read "there" and "where" without a preposition: "there a boat took them over to Lima"."""
    if not _is_goal(scene, trigger, index):
        return None
    is_first = index < trigger.first and scene.low(index) in listed("there")
    if is_first and scene.relation(index) == "expl":
        return None  # "there has been no boat"
    is_boarding = trigger.frame.phase is Phase.START and _leaves_in(trigger)  # "hired a van there"
    is_led = is_first or is_boarding or _is_loaded(scene, trigger)  # "were put on buses there"
    is_led = is_led and Role.ORIGIN in trigger.frame.roles.values()
    return (Role.ORIGIN if is_led else Role.DESTINATION), index


def _is_goal(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Whether a bare "there" is where it goes: not "left him there", "after a month there"."""
    frame = trigger.frame
    is_own = scene.relation(index) == "conj" or scene.tree.head(index) == trigger.at
    is_there = is_own and scene.low(index) in listed("there")
    # "the ferry brought 90 people here"; "they landed here" says little of a way
    is_there |= is_own and frame.carries and scene.low(index) in listed("here_or_there")
    # "fled there from Lima", no "left there for Lima"
    is_behind = index == trigger.last + 1
    is_behind = is_behind and frame.roles.get(scene.low(index + 1)) is Role.ORIGIN
    is_led = frame.object is not Role.ORIGIN or is_behind
    is_led = is_led and Role.DESTINATION in frame.roles.values()
    is_where = scene.low(index) in listed("where") and _arrives(scene, trigger, index)
    return (is_there and is_led) or is_where


def _arrives(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Whether "where" is the place come to: "Lima, where they arrived by train".

    Not so in "Lima, where they were put on a ship to Arica".
    """
    is_led = any(
        trigger.frame.roles.get(one.preposition) is Role.DESTINATION
        for holder in (trigger.at, *(one.word for one in scene.tree.adjuncts(trigger.at)))
        for one in scene.tree.adjuncts(holder)
    )
    is_loaded = _is_loaded(scene, trigger)
    is_taken = trigger.frame.carries and scene.tree.is_passive(trigger.at)
    is_taken = is_taken and not (is_led or is_loaded)
    is_end = Role.STOP not in trigger.frame.roles.values() and trigger.frame.comes_here
    return (is_end or is_taken) and scene.tree.governor(index) == trigger.at


def _leaves_in(trigger: Trigger) -> bool:
    return any(trigger.frame.roles.get(one) is Role.ORIGIN for one in listed("at_place"))


def _is_loaded(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody gets on something: "where they will be put on a ship"."""
    return any(
        one.preposition in listed("by_vehicle") - {"by"}
        and sort_of(scene, one.word) is Sort.VEHICLE
        for one in scene.tree.adjuncts(trigger.at)
    )


def behind_phrase(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Find the noun behind a phrase: the reserve of "made it to the new reserve at Lima"."""
    last = trigger.last
    noun = scene.tree.head(last) if scene.relation(last) == "case" else None
    return (noun,) if trigger.entry.is_phrase and noun is not None and noun > last else ()
