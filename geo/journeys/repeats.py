"""Drafts go in; who made "the same trip", or went "in her stead", gets the ends told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.positions import taken_from
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.draft import JourneyDraft
    from geo.journeys.triggers import Trigger


def is_repeat(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words tell of a journey just told of, made by others."""
    is_after = trigger.frame.repeats and _is_more(scene, trigger)
    return is_after or _is_same(scene, trigger) or _is_instead(scene, trigger)


def _is_more(scene: Scene, trigger: Trigger) -> bool:
    """Whether more of the same go: "another is to follow", "the rest follow by rail"."""
    subject = scene.tree.subject(trigger.at)
    if subject is None:
        return False
    more = listed("new_one") | listed("part_of_many")
    words = (subject, *scene.tree.children(subject, "det", "amod"))
    return any(scene.low(i) in more for i in words)


def _is_same(scene: Scene, trigger: Trigger) -> bool:
    adjectives = scene.tree.children(trigger.at, "amod")
    is_trip = "names_journey" in trigger.entry.properties  # no "same train"
    return is_trip and any(scene.low(i) in listed("same") for i in adjectives)


def _is_instead(scene: Scene, trigger: Trigger) -> bool:
    return not trigger.frame.noun and any(
        scene.low(one.word) in listed("stead") and scene.tree.possessor(one.word) is not None
        for one in scene.tree.adjuncts(trigger.at)
    )


def add_repeats(drafts: list[JourneyDraft]) -> None:
    """Give a repeated journey the ends that it lacks; of one made for another only the goal."""
    for number, draft in enumerate(drafts):
        first = draft.mentions[0]
        if not first.is_repeated:
            continue
        is_same = first.trigger.frame.noun or first.trigger.frame.repeats
        roles = (Role.ORIGIN, Role.DESTINATION) if is_same else (Role.DESTINATION,)
        for other in reversed(drafts[:number]):
            if set(roles) <= set(other.ends) and LegStatus.GENERAL not in other.statuses:
                draft.like = other if first.trigger.frame.noun else None
                for role in roles:
                    why = "the way is that of the journey told before"
                    draft.ends.setdefault(role, taken_from(other.ends[role], why))
                break
