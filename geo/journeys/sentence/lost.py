"""What turned up goes in; out comes where it was last: "stolen in Lima, found in Ica"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.sentence.adjacent import Reach
from geo.journeys.sentence.losses import losses
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Spot, Whereabouts


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


def _is_among(spot: Spot, found: list[Reach], places: Whereabouts) -> bool:
    """Whether it was found where it was lost."""
    place = places.places.get(spot.toponym.id)
    ends = (places.places.get(one.toponym.id) for one in found)
    return any(one is not None and one == place for one in ends)
