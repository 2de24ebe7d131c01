"""Drafts go in; who made "the same trip", or went "in her stead", gets the ends told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.story.positions import reached, taken_from
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.story.draft import JourneyDraft


def is_repeat(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words tell of a journey just told of, made by others."""
    return any(told(scene, trigger) for told in (_is_same, _is_instead, _to_same, follows))


def _is_same(scene: Scene, trigger: Trigger) -> bool:
    adjectives = scene.tree.children(trigger.at, "amod")
    properties = trigger.entry.properties  # no "same train", nor "on the same route"
    is_trip = "names_journey" in properties and "is_service" not in properties
    return is_trip and any(scene.low(i) in listed("same") for i in adjectives)


def _to_same(scene: Scene, trigger: Trigger) -> bool:
    """Whether it goes "to the same destination", "for the same port"."""
    return not trigger.frame.noun and any(
        trigger.frame.roles.get(one.preposition) is Role.DESTINATION
        and (scene.low(one.word) in listed("place_kind") | listed("goal_noun"))
        and any(scene.low(i) in listed("same") for i in scene.tree.children(one.word, "amod"))
        for one in scene.tree.adjuncts(trigger.at)
    )


def _is_instead(scene: Scene, trigger: Trigger) -> bool:
    return not trigger.frame.noun and any(
        scene.low(one.word) in listed("stead") and scene.tree.possessor(one.word) is not None
        for one in scene.tree.adjuncts(trigger.at)
    )


def follows(scene: Scene, trigger: Trigger) -> bool:
    """Whether others go the way told just before: "the rest followed by train"; no "was followed".

    With neither a vehicle nor such words for who goes, "a reception followed" is no journey.
    """
    tree, at = scene.tree, trigger.at
    subject = tree.subject(at)
    if "repeats_way" not in trigger.entry.properties or subject is None or tree.objects(at):
        return False
    is_part = scene.low(subject) in listed("part_of_many") | listed("new_one")
    is_by = any(
        one.preposition in listed("by_vehicle") and _is_ridden(scene, one.word)
        for one in tree.adjuncts(at)
    )
    return (is_part or is_by) and not tree.children(at, "aux:pass")


def _is_ridden(scene: Scene, word: int) -> bool:
    """Whether it says by what somebody goes: "by train", "on foot", "by road"."""
    return sort_of(scene, word) is Sort.VEHICLE or scene.low(word) in listed("way")


def is_way(scene: Scene, trigger: Trigger) -> bool:
    """Whether a word of movement is one here: not so in "followed the news from Lima"."""
    return "repeats_way" not in trigger.entry.properties or follows(scene, trigger)


def add_repeats(drafts: list[JourneyDraft]) -> None:
    """Give a repeated journey the ends that it lacks; of one made for another only the goal."""
    for number, draft in enumerate(drafts):
        first = draft.mentions[0]
        is_trip, is_behind = first.trigger.frame.noun, follows(first.scene, first.trigger)
        if not first.is_repeated or (is_trip and draft.like is not None):
            continue
        needed = {Role.ORIGIN, Role.DESTINATION} if is_trip else {Role.DESTINATION}
        for other in reversed(drafts[:number]):
            if is_behind and first.scene.index - other.last.scene.index > 1:
                break
            if needed <= set(other.ends) and LegStatus.GENERAL not in other.statuses:
                draft.like = other if is_trip else None
                is_along = is_behind and first.home is None  # "another, from Lima, follows"
                _take(draft, other, (*needed, *((Role.ORIGIN,) if is_along else ())))
                break


def _take(draft: JourneyDraft, other: JourneyDraft, roles: tuple[Role, ...]) -> None:
    for role in roles:
        end = reached(other) if role is Role.DESTINATION else other.ends.get(role)
        if end is not None and draft.lacks(role):
            draft.ends[role] = taken_from(end, "the way is that of the journey told before")
