"""What turned up goes in; out comes where it was last: "stolen in Lima, found in Ica"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.sentence.adjacent import Reach
from geo.journeys.sentence.losses import is_loss, losses
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Spot, Whereabouts

_NEAR = 2  # sentences in which it was told where somebody had been


def lost_at(
    scene: Scene, trigger: Trigger, found: list[Reach], places: Whereabouts
) -> Iterator[Reach]:
    """Read where it was last: "a buoy released off Lima was found in Ica"."""
    frame = trigger.frame
    if frame.noun or frame.phase is not Phase.END or not (frame.recovers or frame.alone):
        return
    if any(one.role is Role.ORIGIN for one in found):
        return
    for verb in losses(scene, trigger.at):
        for adjunct in scene.tree.adjuncts(verb):
            spot = places.spot(scene, adjunct.word)
            is_there = adjunct.preposition in listed("at_place") | {"from", "off"}
            is_there |= adjunct.preposition.split(" ")[0] in listed("direction")  # "south of"
            if spot is not None and is_there and not _is_among(spot, found, places):
                yield Reach(role=Role.ORIGIN, spot=spot, first=spot.first)
                return


def where_lost(
    scene: Scene, trigger: Trigger, mover: Mover, reaches: tuple[Reach, ...]
) -> tuple[Reach, ...]:
    """Add where another sentence says it was lost: "A car was stolen in Lima. It was found in"."""
    figure = mover.figure
    is_led = any(one.role is Role.ORIGIN for one in reaches)
    is_back = trigger.frame.recovers or trigger.frame.elsewhere  # "it turned up in Ica"
    if figure is None or is_led or not (is_back and reaches):
        return reaches
    told = [(told.index, verb, spot) for told, verb, spot in figure.stays if is_loss(told, verb)]
    spots = [spot for at, verb, spot in told if (at, verb) < (scene.index, trigger.at)]
    goals = {one.toponym.name for one in reaches}
    if not spots or spots[-1].toponym.name in goals:
        return reaches
    at = trigger.at
    spot = replace(spots[-1], first=at, last=at, said="where it was lost is told before")
    return (Reach(role=Role.ORIGIN, spot=spot, first=at), *reaches)


def may_be_stay(trigger: Trigger) -> bool:
    """Whether words may only tell where somebody was: "was found in", "on Tuesday he was in"."""
    return trigger.frame.recovers or "on_a_day" in trigger.entry.properties


def is_mere_stay(scene: Scene, trigger: Trigger, mover: Mover, reaches: tuple[Reach, ...]) -> bool:
    """Whether nothing says that he had been elsewhere: "soldiers found them in a forest"."""
    if trigger.frame.recovers:
        return all(one.role is not Role.ORIGIN for one in reaches)
    return may_be_stay(trigger) and not _was_elsewhere(scene, mover, reaches)


def _was_elsewhere(scene: Scene, mover: Mover, reaches: tuple[Reach, ...]) -> bool:
    """Whether who "was in Lima on Tuesday" was told in the sentences before to be elsewhere."""
    figure, names = mover.figure, {one.toponym.name for one in reaches}
    if figure is None:
        return False
    near = range(scene.index - _NEAR, scene.index)
    stays = (spot for told, _, spot in figure.stays if told.index in near)
    return figure.moved in near or any(spot.toponym.name not in names for spot in stays)


def _is_among(spot: Spot, found: list[Reach], places: Whereabouts) -> bool:
    """Whether it was found where it was lost."""
    place = places.places.get(spot.toponym.id)
    ends = (places.places.get(one.toponym.id) for one in found)
    return any(one is not None and one == place for one in ends)
