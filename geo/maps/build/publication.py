"""Makes of a story's map the one that is published: what it shows, its frame, its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.maps.build.summary import result_line
from geo.maps.spec.model import Bounds
from geo.maps.spec.names import NameKind

if TYPE_CHECKING:
    from geo.maps.spec.model import MapSpec
    from geo.maps.spec.names import MapName

# Their targets are ids of things of the story; the others' are numbers in lists of the basemap.
_OF_STORY = frozenset({NameKind.PLACE, NameKind.ROUTE, NameKind.MEASURE})
# A frame that is smaller than this shows nothing, degrees.
_LEAST_DEG = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What an editor wants otherwise than the program made it.

    Attributes
    ----------
    title, source : the title, and a line before the credits; "" leaves them as they are.
    frame : what must be in view, WGS 84 degrees; the whole story when None.
    findings : whether figures and verdicts are shown, or the map alone.
    hidden : ids of places, routes, measures and claim cards that are not shown.
    """

    title: str = ""
    source: str = ""
    frame: Bounds | None = None
    findings: bool = True
    hidden: frozenset[str] = frozenset()


def published(spec: MapSpec, wanted: Publication) -> MapSpec:
    """Apply what is wanted; the line that says the result counts what is shown."""
    cards = [card for card in spec.claim_cards if wanted.findings and card.id not in wanted.hidden]
    numbers = {card.number for card in cards}
    routes = tuple(
        replace(route, discs=tuple(disc for disc in route.discs if disc in numbers))
        for route in spec.routes
        if route.id not in wanted.hidden
    )
    shown = {route.id for route in routes}
    places = tuple(place for place in spec.places if place.id not in wanted.hidden)
    journeys = tuple(one for one in spec.journeys if not one.route or one.route in shown)
    frame = _within(wanted.frame, spec.basemap.bounds) or spec.frame
    # Places beyond those that a map can name are counted by who made the line.
    told = (cards, places, len(journeys), frame, spec.unread)
    line = spec.result if spec.points else result_line(*told)
    return replace(
        spec,
        title=" ".join(wanted.title.split()) or spec.title,
        result=line if wanted.findings else (),
        frame=frame,
        places=places,
        routes=routes,
        measures=tuple(
            m for m in spec.measures if m.id not in wanted.hidden and m.disc in {0, *numbers}
        ),
        names=tuple(name for name in spec.names if not _is_hidden(name, wanted, spec, numbers)),
        claim_cards=tuple(cards),
        journeys=journeys,
        credits=f"{_sentence(wanted.source)}{spec.credits}",
    )


def _is_hidden(name: MapName, wanted: Publication, spec: MapSpec, numbers: set[int]) -> bool:
    if name.kind not in _OF_STORY:
        return False
    if name.target in wanted.hidden:
        return True
    measured = next((m.disc for m in spec.measures if m.id == name.target), None)
    return measured is not None and measured not in {0, *numbers}


def _within(frame: Bounds | None, box: Bounds) -> Bounds | None:
    """Keep a frame on the land that the map knows; None where there is nothing left of it."""
    if frame is None:
        return None
    cut = Bounds(
        west=max(frame.west, box.west),
        south=max(frame.south, box.south),
        east=min(frame.east, box.east),
        north=min(frame.north, box.north),
    )
    is_seen = cut.east - cut.west > _LEAST_DEG and cut.north - cut.south > _LEAST_DEG
    return cut if is_seen else None


def _sentence(words: str) -> str:
    told = " ".join(words.split())
    if not told:
        return ""
    return f"{told} " if told.endswith((".", "!", "?")) else f"{told}. "
