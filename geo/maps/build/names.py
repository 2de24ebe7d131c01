"""Decides which names a map shows, from which width on, and what each is worth.

A name is shown where its map has room for it: a country's or a sea's where its letters fit into
what the first view shows of it, a city's where the density of names allows one more, a state's
where it is no wider than the state. Both renderers go down this one list, so that the page and the
picture under it name the same things.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from geo.maps.build.name_room import FIRST, WIDTHS, Room, least_width, text_px
from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.spec.model import MapName, NameKind, PlaceKind
from geo.maps.spec.polyline import decode_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import BasemapClip
    from geo.maps.build.area_grid import AreaGrid
    from geo.maps.spec.model import (
        Bounds,
        City,
        CodedBasemap,
        Land,
        MapPlace,
        MapRoute,
        Measure,
        StateLabel,
        Water,
    )

_WORTHS, _DENSITY, _TYPE = CARTOGRAPHY.worths, CARTOGRAPHY.density, CARTOGRAPHY.type
_RANK_STEP, _CITY_STEP = 0.1, 0.05
# A sea of this rank or below is set in large letters.
LARGE_SEA = 1
# A city this near to a symbol of the story, pixels, has no room for its name.
_CITY_GAP_PX = 22.0
# The next state's middle says how wide a state is: a name may be so much wider.
_STATE_ROOM = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What is drawn of the story: its names come before all others."""

    places: Sequence[MapPlace]
    routes: Sequence[MapRoute]
    measures: Sequence[Measure]
    title: str = ""

    @property
    def symbols(self) -> list[tuple[float, float]]:
        """Where a symbol stands, (lon, lat) in WGS 84 degrees."""
        hidden = {PlaceKind.ASSOCIATIVE, PlaceKind.REGION}
        return [(place.lon, place.lat) for place in self.places if place.kind not in hidden]


def map_names(
    story: Story, basemap: CodedBasemap, clip: BasemapClip, areas: AreaGrid, frame: Bounds
) -> tuple[MapName, ...]:
    """List the names of a map, the worthiest first."""
    room = Room(areas, frame, _taken(story, basemap, areas))
    found = [
        *_of_story(story),
        *_of_lands(basemap.lands, clip, room),
        *_of_seas(basemap.waters, clip, room),
        *_of_cities(basemap.cities, story, room),
        *_of_states(basemap, story, room),
    ]
    return tuple(sorted(found, key=lambda name: -name.worth))


def _taken(story: Story, basemap: CodedBasemap, areas: AreaGrid) -> np.ndarray:
    """Cells that lines and symbols of the story take."""
    coded = [line for route in story.routes for line in route.lines]
    coded += [line for measure in story.measures for line in measure.lines]
    points = [np.array(story.symbols).reshape(-1, 2)]
    for line in decode_lines(coded, basemap.grid) if coded else ():
        steps = [
            np.linspace(one, two, max(2, int(np.abs(two - one).max() / areas.cell * 2)))
            for one, two in pairwise(line)
        ]
        points += steps
    lon, lat = np.concatenate(points).T
    taken = np.zeros(areas.owner.shape, dtype=bool)
    cells = areas.cells_of(lon, lat)
    inside = np.all((cells >= 0) & (cells < taken.shape), axis=1)
    taken[tuple(cells[inside].T)] = True
    return taken


def _of_story(story: Story) -> Iterator[MapName]:
    for place in story.places:
        if place.kind is not PlaceKind.ASSOCIATIVE:
            worth = _WORTHS.stop if place.kind is PlaceKind.STOP else _WORTHS.story
            if _is_in(story.title, place):
                worth += _WORTHS.headline
            yield _name(NameKind.PLACE, place.id, 0, worth - _RANK_STEP * place.rank)
    for route in story.routes:
        worth = _WORTHS.claim if route.discs else _WORTHS.route
        yield _name(NameKind.ROUTE, route.id, 0, worth)
    for measure in story.measures:
        yield _name(NameKind.MEASURE, measure.id, 0, _WORTHS.claim)


def _is_in(title: str, place: MapPlace) -> bool:
    """Whether the headline names a place, by its own name or as the article writes it."""
    names = {place.name, *(mention.text for mention in place.mentions)}
    return any(re.search(rf"\b{re.escape(name)}\b", title) for name in names if name)


def _of_lands(lands: Sequence[Land], clip: BasemapClip, room: Room) -> Iterator[MapName]:
    numbers = {(land.code, land.name): number for number, land in enumerate(clip.countries)}
    for index, land in enumerate(lands):
        cells = room.areas.owner == numbers[land.code, land.name]
        settings = [(row.upper() for row in rows) for rows in _in_one_or_two(land.name)]
        boxes = [_block(list(rows), "country") for rows in settings]
        width = room.least_for(cells, boxes, least_share=_DENSITY.land_share)
        if width is not None:
            worth = _WORTHS.story_land if land.story else _WORTHS.land
            yield _name(NameKind.LAND, str(index), width, worth)


def _of_seas(waters: Sequence[Water], clip: BasemapClip, room: Room) -> Iterator[MapName]:
    used = dict.fromkeys(WIDTHS, 0)
    order = sorted(enumerate(waters), key=lambda item: item[1].rank)
    for index, water in order:
        cells = room.areas.sea(clip.waters, water.name)
        face = "sea" if water.rank <= LARGE_SEA else "sea_small"
        if water.other_name:
            boxes = [_block([water.name, f"({water.other_name})"], face)]
        else:
            boxes = [_block(list(rows), face) for rows in _in_one_or_two(water.name)]
        fitting = room.least_for(cells, boxes)
        if fitting is None:
            continue
        width = least_width(
            [
                width
                for width in WIDTHS
                if width >= fitting
                and water.rank <= _smallest_sea(room, width)
                and (width > FIRST[-1] or used[width] < room.most(width, _DENSITY.sea_px2, 1))
            ]
        )
        if width is not None:
            used.update({other: used[other] + 1 for other in WIDTHS if other >= width})
            worth = _WORTHS.seas[min(water.rank, len(_WORTHS.seas) - 1)]
            yield _name(NameKind.SEA, str(index), width, worth)


def _smallest_sea(room: Room, width: int) -> int:
    """Say how small a water may be to be named, as a rank: the wider the map, the fewer."""
    shown_deg = room.wide_deg * FIRST[-1] / max(width, FIRST[-1])
    return sum(shown_deg < limit for limit in _DENSITY.sea_widths_deg)


def _of_cities(cities: Sequence[City], story: Story, room: Room) -> Iterator[MapName]:
    used = dict.fromkeys(WIDTHS, 0)
    symbols = room.degrees(story.symbols)
    for index, city in enumerate(cities):
        (place,) = room.degrees([(city.lon, city.lat)])
        apart = float(np.hypot(*(symbols - place).T).min()) if len(symbols) else np.inf
        width = least_width(
            [
                width
                for width in WIDTHS
                if apart * room.scale(width) >= _CITY_GAP_PX
                and room.shows(place, width)
                and (
                    width > FIRST[-1]
                    or used[width] < room.most(width, _DENSITY.city_px2, _DENSITY.least_cities)
                )
            ]
        )
        if width is not None:
            used.update({other: used[other] + 1 for other in WIDTHS if other >= width})
            yield _name(NameKind.CITY, str(index), width, _WORTHS.city - _CITY_STEP * index)


def _of_states(basemap: CodedBasemap, story: Story, room: Room) -> Iterator[MapName]:
    """Name states that are wide enough, and not those that a place is called by."""
    states: Sequence[StateLabel] = basemap.state_names
    taken = {place.name for place in story.places} | {city.name for city in basemap.cities}
    points = room.degrees([(state.lon, state.lat) for state in states])
    for index, (state, point) in enumerate(zip(states, points, strict=True)):
        if not state.story or state.name in taken:
            continue
        gaps = np.hypot(*(points - point).T)
        gap = float(min(gaps[gaps > 0.0], default=np.inf))
        broad = text_px(state.name.upper(), _TYPE["state"])
        width = least_width(
            [
                width
                for width in WIDTHS
                if broad <= _STATE_ROOM * gap * room.scale(width) and room.shows(point, width)
            ]
        )
        if width is not None:
            yield _name(NameKind.STATE, str(index), width, _WORTHS.state)


def _name(kind: NameKind, target: str, from_px: int, worth: float) -> MapName:
    return MapName(kind=kind, target=target, from_px=from_px, worth=round(worth, 2))


def _block(rows: Sequence[str], face: str) -> tuple[float, float]:
    """Width and height of rows of text, pixels."""
    kind = _TYPE[face]
    height = len(rows) * kind.size * CARTOGRAPHY.line_height
    return max(text_px(row, kind) for row in rows), height


def _in_one_or_two(name: str) -> list[list[str]]:
    """Set a name in one row, and in two that are about as long where it has several words."""
    words = name.split()
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if not cuts:
        return [[name]]
    even = min(cuts, key=lambda rows: abs(len(rows[0]) - len(rows[1])))
    return [[name], list(even)]
