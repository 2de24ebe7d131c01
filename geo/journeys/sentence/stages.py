"""Places told with a day each, or of a road, go in; stages and the start of a way come out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.journeys.sentence.adjacent import Reach
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Time
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.rows import Row
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Whereabouts

_VERBS = frozenset({"VERB", "AUX"})


def by_days(
    scene: Scene, trigger: Trigger, found: list[Reach], places: Whereabouts
) -> Iterator[Reach]:
    """Read "to Lima on Friday, Ica on Saturday and Cusco on Sunday": the tree may part them."""
    goals = sorted((i for i in found if i.role is Role.DESTINATION), key=lambda one: one.last)
    if trigger.frame.noun or not goals:
        return
    yield from _then(scene, goals[-1].last + 1, places)
    time = _day_at(scene, goals[0].last + 1)
    while time is not None:
        at = time.last + 1
        at += scene.low(at) == ","
        at += scene.low(at) == "and"
        toponym = scene.place(at)
        if toponym is None or at == time.last + 1:
            return
        last = scene.words_of(toponym)[1]
        time = _day_at(scene, last + 1)
        spot = places.spot(scene, scene.head_of(toponym))
        is_clause = time is not None and scene.tag(time.last + 1) in _VERBS
        if time is None or spot is None or is_clause:
            return  # "… and Lima on Saturday sent more"
        yield Reach(role=Role.DESTINATION, spot=spot, first=at - 1)  # no mere list


def _then(scene: Scene, at: int, places: Whereabouts) -> Iterator[Reach]:
    """Read ", then Ica" behind a goal, which the tree may make a name beside it."""
    first = at + (scene.low(at) in {",", "and"})
    toponym = scene.place(first + 1) if scene.low(first) in listed("then") else None
    if toponym is None or first == at:
        return
    last = scene.words_of(toponym)[1]
    spot = places.spot(scene, scene.head_of(toponym))
    if spot is not None and scene.tag(last + 1) not in _VERBS:
        yield Reach(role=Role.DESTINATION, spot=spot, first=first, onward=True)


def row_ends(scene: Scene, row: Row, places: Whereabouts) -> Iterator[Reach]:
    """Give the stops, the first as the start where the row has one."""
    for number, word in enumerate(row.stops):
        spot = places.spot(scene, word)
        if spot is not None:
            role = Role.ORIGIN if row.starts and number == 0 else Role.DESTINATION
            is_onward = number > row.starts
            first = spot.first - is_onward  # no mere list
            yield Reach(role=role, spot=spot, first=first, onward=is_onward)


def on_the_road(
    scene: Scene, trigger: Trigger, found: list[Reach], places: Whereabouts
) -> Iterator[Reach]:
    """Read "reached Lima after a week on the road from Ica": where the road led from."""
    tree = scene.tree
    is_open = {one.role for one in found} == {Role.DESTINATION}
    if trigger.frame.phase is not Phase.END or not is_open:
        return
    near = [one.word for one in tree.adjuncts(trigger.at)]
    near += [inner for word in near for inner in tree.children(word, "nmod")]
    for word in near:
        is_road = scene.low(word) in listed("way") and scene.low(word - 1) in listed("article")
        for child in tree.children(word, "nmod", "obl") if is_road else ():
            spot = places.spot(scene, child)
            role = trigger.frame.roles.get(tree.preposition(child))
            if role is Role.ORIGIN and spot is not None:
                yield Reach(role=role, spot=spot, first=spot.first)


def on_the_way(scene: Scene, trigger: Trigger, found: list[Reach]) -> list[Reach]:
    """Take for stops where somebody "landed on the way", or "put in at … en route"."""
    is_of_vehicle = trigger.entry.mode is not Mode.UNKNOWN and not trigger.frame.noun
    if trigger.frame.phase is not Phase.END or not is_of_vehicle or not found:
        return found
    behind = range(trigger.last + 1, len(scene))
    verb = next((i for i in behind if scene.tokens[i].tag in _VERBS), len(scene))
    phrases = (
        " ".join(scene.low(at + step) for step in range(count))
        for at in range(trigger.last + 1, verb)
        for count in (2, 3)
    )
    if listed("midway").isdisjoint(phrases):
        return found
    stops = (replace(one, role=Role.STOP, onward=False) for one in found)
    return [
        stop if one.role is Role.DESTINATION else one
        for one, stop in zip(found, stops, strict=True)
    ]


def _day_at(scene: Scene, at: int) -> Time | None:
    """Find the day that begins at a word: journeys years apart are no stages of one."""
    days = (one for one in scene.times if one.weekdays or one.day or one.offset_days)
    return next((one for one in days if one.first == at), None)
