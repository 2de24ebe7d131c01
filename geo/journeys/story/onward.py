"""Where "and from there to Lima" goes on from: the words of movement before it in the sentence."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from geo.journeys.sentence.adjacent import Reach
from geo.journeys.sentence.places import Relation, relate
from geo.journeys.sentence.vehicles import said_before, vehicle_said
from geo.journeys.story.agreement import same_traveller
from geo.journeys.story.draft import FIRST, JourneyDraft, Located
from geo.journeys.story.fitting import is_onward
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.vehicles import Vehicle


_NEAR = 12  # words in which "from there, in the course of the week," says where to


def base_of(trigger: Trigger, told: list[MotionMention]) -> MotionMention | None:
    """Find what "and from there to Lima" goes on from: who moved before in the sentence.

    Who got nowhere is passed over: "flew to Ica, which two boats had left, and from there to Lima".
    """
    if not trigger.frame.onward:
        return None
    before = [one for one in told if one.trigger.first < trigger.first]
    led = [one for one in before if one.reach(Role.DESTINATION) is not None]
    return max(reversed(led or before), key=lambda one: one.trigger.first, default=None)


def up_to_there(triggers: list[Trigger], trigger: Trigger, found: list[Reach]) -> tuple[Reach, ...]:
    """Leave to "from there on to Lima and Cusco" what stands behind it."""
    ends = [one.first for one in triggers if one.frame.onward and one.at > trigger.at]
    if trigger.frame.onward or not ends:
        return tuple(found)
    return tuple(one for one in found if one.last < min(ends))


def vehicle_to_there(
    triggers: list[Trigger], trigger: Trigger, vehicle: Vehicle | None
) -> Vehicle | None:
    """Leave to "and from there by ship to Lima" the vehicle that stands behind it."""
    ends = [one.first for one in triggers if one.frame.onward and one.at > trigger.at]
    if trigger.frame.onward or not ends:
        return vehicle
    return said_before(trigger, vehicle, min(ends))


def leads_off(scene: Scene, trigger: Trigger) -> bool:
    """Whether "and from there to the mine" leads to what has no name."""
    near = range(trigger.last + 1, min(trigger.last + _NEAR, len(scene)))
    after = list(takewhile(lambda i: scene.tag(i) != "VERB", near))  # "from there wrote to"
    led = next((i for i in after if scene.low(i) in trigger.frame.roles), None)
    goal = None if led is None else scene.tree.head(led)
    is_noun = goal is not None and scene.tag(goal) in {"NOUN", "PROPN"} and goal > trigger.last
    return "names_start" in trigger.entry.properties and is_noun


def from_there(
    scene: Scene, base: MotionMention, trigger: Trigger, reaches: tuple[Reach, ...]
) -> Iterator[Reach]:
    """Start "and from there to Lima" where the words before lead to."""
    goals = [
        one for one in base.reaches if one.role is Role.DESTINATION and one.last < trigger.first
    ]
    start = base.reach(Role.ORIGIN) if _is_back(trigger) and not reaches else None
    is_led = bool(reaches) or leads_off(scene, trigger) or start is not None
    if goals and is_led and all(one.role is not Role.ORIGIN for one in reaches):
        said = f"“from there” is taken for {goals[-1].toponym.span.text}"
        spot = replace(goals[-1].spot, first=trigger.first, last=trigger.last, said=said)
        yield Reach(role=Role.ORIGIN, spot=spot, first=trigger.first)
        if start is not None:  # "flew from Lima to Ica and back"
            said = f"“back” is taken for {start.toponym.span.text}"
            spot = replace(start.spot, first=trigger.first, last=trigger.last, said=said)
            yield Reach(role=Role.DESTINATION, spot=spot, first=trigger.first)


def _is_back(trigger: Trigger) -> bool:
    return trigger.entry.words[-1] in listed("back")


def boarded(scene: Scene, trigger: Trigger) -> Vehicle | None:
    """Find what somebody got on just before: "were put on a helicopter and taken to Lima"."""
    verb = scene.tree.head(trigger.at)
    is_next = scene.relation(trigger.at) == "conj" and scene.tag(trigger.at) == "VERB"
    if verb is None or not is_next:
        return None
    is_ride = any(one.frame.rides for one in motion().entries.get(scene.low(verb), ()))
    if not (is_ride or scene.low(verb) in listed("gets_on")):
        return None  # "came to Lima on a ship and went to Ica"
    led = (i for one in scene.tree.adjuncts(verb) for i in scene.tree.children(one.word, "case"))
    return vehicle_said(scene, led)


def add_onward(draft: JourneyDraft, end: Located) -> None:
    """Let a journey go on to another place, which may be told of by its land already."""
    if _narrows(draft, end):
        return
    known = draft.onward[-1] if draft.onward else draft.ends.get(Role.DESTINATION)
    if known is None or relate(known.place, end.place) is not Relation.SAME:
        draft.onward.append(end)


def _narrows(draft: JourneyDraft, end: Located) -> bool:
    """Let "flies on to Nairobi" say where in Kenya those go who "will visit Peru and Kenya"."""
    for number, known in enumerate(draft.onward):
        if relate(known.place, end.place) is Relation.INSIDE:
            draft.onward[number] = end
            return True
    return False


def is_summed_up(
    drafts: list[JourneyDraft], mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Whether it tells more exactly a part of a way that was summed up in lands before."""
    if [reach.role for reach, _ in ends] != [Role.DESTINATION] or not is_onward(mention):
        return False
    return any(
        draft.statuses == {mention.status}
        and any(same_traveller(one, mention) for one in draft.compared)
        and _narrows(draft, ends[0][1])
        for draft in reversed(drafts[-FIRST:])
    )
