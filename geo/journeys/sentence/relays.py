"""A mention goes in that tells of one ride; out come the rides told behind it without a verb."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.sentence.adjacent import Reach
from geo.journeys.sentence.vehicles import vehicle_at
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.sentence.vehicles import Vehicle
    from geo.journeys.sentence.whereabouts import Whereabouts

_JOINS = frozenset({",", ";", "and"})
_BEFORE = frozenset({"DET", "ADJ", "NUM", "NOUN", "ADV"})
_LONGEST = 5  # words of "finally a slow night bus"
_ASIDE = 4  # words of "over the river" behind the vehicle


def with_relays(mention: MotionMention, places: Whereabouts) -> MotionMention:
    """Add the stretches of "a taxi took her to Lima, a boat to Arica, the bus to Ica"."""
    goal = mention.reach(Role.DESTINATION)
    if goal is None or not _is_ride(mention) or mention.scene.is_headline:
        return mention
    known = {one.toponym.id for one in mention.reaches}
    last, found = goal.last, list[Reach]()
    while (reach := _next_reach(mention, last + 1, places)) is not None:
        last = reach.last
        found += [reach] if reach.toponym.id not in known else []
    if not found:
        return mention
    reaches = sorted((*mention.reaches, *found), key=lambda one: one.last)
    return replace(mention, reaches=tuple(reaches))


def next_ride(mention: MotionMention, first: int, last: int) -> Vehicle | None:
    """Find the vehicle of a stretch by itself: ", a boat to Arica", behind another ride."""
    if not _is_ride(mention):
        return None
    at = next((i for i in range(first, last) if _joins(mention.scene, i)), None)
    return None if at is None else _ridden(mention.scene, at + 1, last)


def _joins(scene: Scene, index: int) -> bool:
    return scene.low(index) in _JOINS or scene.low(index) in listed("then")


def _is_ride(mention: MotionMention) -> bool:
    carrier = mention.mover.carrier
    is_carried = carrier is not None and vehicle_at(mention.scene, carrier) is not None
    return is_carried or (mention.trigger.frame.rides and mention.vehicle is not None)


def _next_reach(mention: MotionMention, at: int, places: Whereabouts) -> Reach | None:
    scene, roles = mention.scene, mention.trigger.frame.roles
    if not _joins(scene, at):
        return None
    vehicle = _ridden(scene, at + 1, len(scene))
    if vehicle is None:
        return None
    for led in range(vehicle.last + 1, min(vehicle.last + 2 + _ASIDE, len(scene))):
        toponym = scene.place(led + 1)
        if roles.get(scene.low(led)) is Role.DESTINATION and toponym is not None:
            spot = places.spot(scene, scene.head_of(toponym))
            is_told = spot is None or scene.tag(spot.last + 1) in {"VERB", "AUX"}
            if spot is None or is_told:
                return None  # "and a bus to Ica burned"
            return Reach(role=Role.DESTINATION, spot=spot, first=led, onward=True)
        if scene.tag(led) in {"VERB", "AUX", "PUNCT"}:
            return None
    return None


def _ridden(scene: Scene, first: int, end: int) -> Vehicle | None:
    """Find the vehicle of "and finally a slow night bus"; no "and trucks with rice"."""
    is_one = False
    for step in range(first, min(first + _LONGEST, end)):
        low = scene.low(step)
        is_one |= low in listed("article") or scene.tokens[step].has("Definite=Ind")
        vehicle = vehicle_at(scene, step) if is_one else None
        if vehicle is not None and scene.tag(step + 1) != "NOUN":
            return vehicle
        if scene.tag(step) not in _BEFORE and not _joins(scene, step):
            return None
    return None
