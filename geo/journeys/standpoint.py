"""Who was carried off starts where the story is just before, if it is at one place there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Sense
from geo.journeys.agreement import REAL
from geo.journeys.draft import Located
from geo.journeys.places import is_broad
from geo.journeys.positions import is_apart
from geo.journeys.presence import is_earlier, is_past
from geo.journeys.whereabouts import Spot
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.phrases.sorts import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.contracts import Place
    from geo.contracts.scene import Scene
    from geo.journeys.draft import JourneyDraft
    from geo.journeys.mention import MotionMention

_WHERE = frozenset({Role.DESTINATION, Role.STOP})  # where somebody then is
_BACK = 2  # sentences before, in which the story may say where it is


def add_standpoints(
    drafts: list[JourneyDraft],
    told: Iterable[Scene],
    mentions: Iterable[MotionMention],
    places: Mapping[str, Place],
) -> None:
    """Let those who "were taken to hospital in Lima" start where they had their accident."""
    scenes = {scene.index: scene for scene in told}
    left = {
        one.toponym.id
        for mention in mentions
        for one in mention.reaches
        if one.role not in _WHERE or mention.status not in REAL
    }
    places = {key: place for key, place in places.items() if key not in left}
    for draft in drafts:
        first = draft.mentions[0]
        is_told = draft.statuses <= REAL | {LegStatus.PLANNED} and _is_carried_off(first)
        if not (is_told and draft.lacks(Role.ORIGIN)):
            continue
        start = _standpoint(draft, scenes, places)
        if start is not None:
            draft.ends[Role.ORIGIN] = start


def _is_carried_off(mention: MotionMention) -> bool:
    """Whether somebody is carried, now: "was flown to", not "had been flown to … in 2019"."""
    scene, trigger, time = mention.scene, mention.trigger, mention.time
    is_passive = scene.tree.is_passive(trigger.at)
    figure = mention.mover.figure
    is_people = figure is not None and figure.sort in PEOPLE
    is_carried = is_people and trigger.frame.carries and mention.mover.carrier is not None
    is_old = mention.is_before or mention.standing.is_other or (time is not None and time.year > 0)
    return (is_passive or is_carried) and not (is_old or scene.is_headline)


def _standpoint(
    draft: JourneyDraft, scenes: Mapping[int, Scene], places: Mapping[str, Place]
) -> Located | None:
    first = draft.mentions[0]
    for back in range(_BACK + 1):
        scene = scenes.get(first.scene.index - back)
        if scene is None or scene.is_headline:
            return None
        found = [
            one
            for one in _events(scene, places)
            if is_apart(draft, one.place) and (back or _is_before(first, one.spot.last))
        ]
        if found:
            is_one = len({one.place.feature_id for one in found}) == 1
            return found[0] if is_one else None
    return None


def _is_before(mention: MotionMention, word: int) -> bool:
    """Whether a word tells of what came before: behind "after", or in front of the movement."""
    scene, trigger = mention.scene, mention.trigger
    if any(reach.first <= word <= reach.last for reach in mention.reaches):
        return False
    between = range(trigger.last + 1, word)
    return word < trigger.first or any(scene.low(i) in listed("after_event") for i in between)


def _events(scene: Scene, places: Mapping[str, Place]) -> Iterator[Located]:
    """List the places at which something is said to be: "near Lima", "an avalanche above Cusco"."""
    seen: set[str] = set()
    for index in range(scene.dateline, len(scene)):
        toponym = scene.place(index)
        if toponym is None or toponym.id in seen or toponym.sense is not Sense.LITERAL:
            continue
        seen.add(toponym.id)
        head = scene.head_of(toponym)
        place = places.get(toponym.id)
        is_there = scene.tree.preposition(head) in listed("at_event")
        verb = scene.tree.governor(head)
        is_old = verb is not None and (is_earlier(scene, verb) or is_past(scene, verb))
        if place is None or is_broad(place) or not is_there or is_old:
            continue
        first, last = scene.words_of(toponym)
        spot = Spot(toponym=toponym, first=first, last=last)
        why = f"the story is at {place.name} just before"
        yield Located(spot=spot, first=first, place=place, scene=scene, why=why)
