"""Cuts the basemap to a story and codes it: lands, waters, cities, and a small globe."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.geodesy import distance_m
from geo.maps.build.area_grid import main_and_others, prepared
from geo.maps.build.extent import clip_box
from geo.maps.spec.bounds import spread
from geo.maps.spec.model import Bounds, City, CodedBasemap, Grid, Inset, Land, StateLabel, Water
from geo.maps.spec.polyline import encode_lines, encode_rings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import BasemapClip, Country, Place, States
    from geo.maps.build.area_grid import AreaGrid
    from geo.maps.build.extent import MapExtent
    from geo.ports import Basemap, Gazetteer

# Grid steps across a clip: about a third of a pixel at the size at which a page shows it first.
_STEPS = 3_600
# The coasts of a large country are long: nobody looks for a bay on them.
_WIDE, _STEPS_WIDE = 22.0, 2_000
# The globe is drawn about 110 px wide; a quarter of a degree is finer than its pixels.
_GLOBE_GRID = Grid(lon_0=-180.0, lat_0=-90.0, step=0.25)
_GLOBE_PX = 400
_GLOBE_TOLERANCE = 0.6
_GLOBE_MIN_AREA = 6.0

# Orientation cities: one for each cell of this many columns and rows of the first view.
_COLUMNS, _ROWS = 4, 3
_CITIES_ASKED = 250
# A city this near to the story's own places, as a share of the view's width, adds nothing.
_APART = 0.05
_NEAR_ROUTE = 0.06
_MAX_NEAR_ROUTE = 3
_MIN_POPULATION = 20_000

# States as wide as this share of the clip are worth their lines, and their names.
_STATE_LINES, _STATE_NAMES = 0.035, 0.07
_MOST_STATE_COUNTRIES = 3


def grid_of(box: Bounds, *, steps: int = _STEPS) -> Grid:
    """Grid for the coordinates of a map: fine enough for its scale, no finer."""
    return Grid(
        lon_0=round(box.west, 4),
        lat_0=round(box.south, 4),
        step=round(max((box.east - box.west) / steps, 0.0005), 5),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What of a basemap the story is about: countries (by code), states (by name); its cities."""

    countries: Collection[str] = ()
    states: Collection[str] = ()
    cities: tuple[City, ...] = ()


def code_basemap(clip: BasemapClip, grid: Grid, areas: AreaGrid, marks: Marks) -> CodedBasemap:
    """Code a clip, with what the story is about marked in it."""
    return mark_basemap(code_ground(clip, grid, areas), clip, marks)


def code_ground(clip: BasemapClip, grid: Grid, areas: AreaGrid) -> CodedBasemap:
    """Code what of a clip is the same whatever the story is."""
    lands = tuple(_coded_land(country, grid) for country in clip.countries)
    return CodedBasemap(
        bounds=Bounds(west=clip.west, south=clip.south, east=clip.east, north=clip.north),
        grid=grid,
        lands=tuple(land for land in lands if land.rings),
        coast=encode_lines(clip.coast, grid),
        borders=encode_lines(clip.borders, grid),
        disputed=encode_lines(clip.disputed, grid),
        lakes=encode_rings(clip.lakes, grid),
        rivers=encode_lines(clip.rivers, grid),
        waters=tuple(_coded_waters(clip, grid, areas)),
        cities=(),
        states=(),
        state_names=(),
    )


def mark_basemap(coded: CodedBasemap, clip: BasemapClip, marks: Marks) -> CodedBasemap:
    """Mark in a coded clip what a story is about, and add its cities and states."""
    story = marks.countries
    states = _useful_states(clip, story)
    width = _width_deg(clip)
    return replace(
        coded,
        lands=tuple(
            replace(land, story=True) if land.code in story else land for land in coded.lands
        ),
        cities=marks.cities,
        states=tuple(line for land in states for line in encode_lines(land.lines, coded.grid)),
        state_names=tuple(
            StateLabel(
                name=state.name, lon=state.lon, lat=state.lat, story=state.name in marks.states
            )
            for land in states
            if land.size_deg >= _STATE_NAMES * width
            for state in land.names
        ),
    )


def _coded_land(country: Country, grid: Grid) -> Land:
    main, others = main_and_others(country.geometry)
    rings = encode_rings(main, grid)
    return Land(
        name=country.name,
        code=country.code,
        story=False,
        rings=rings + encode_rings(shapely.GeometryCollection(others), grid),
        main=len(rings),
    )


def _coded_waters(clip: BasemapClip, grid: Grid, areas: AreaGrid) -> Iterator[Water]:
    """Code the seas that have water on the map; of an ocean with two points both parts as one."""
    first = {water.name: water for water in reversed(clip.waters)}
    for water in dict.fromkeys(first[water.name] for water in clip.waters):
        area = encode_rings(areas.outline(areas.sea(clip.waters, water.name)), grid)
        if area:
            yield Water(
                name=water.name,
                other_name=water.other_name,
                lon=water.lon,
                lat=water.lat,
                rank=water.rank,
                area=area,
            )


def _useful_states(clip: BasemapClip, story: Collection[str]) -> list[States]:
    """Choose the states to draw: where every country of the story has large enough ones.

    A story that crosses many countries, or small ones, has borders enough.
    """
    least = _STATE_LINES * _width_deg(clip)
    useful = [land for land in clip.states if land.country_code in story and land.size_deg >= least]
    return useful if len(story) == len(useful) <= _MOST_STATE_COUNTRIES else []


def _width_deg(clip: BasemapClip) -> float:
    """Width of a clip in degrees of latitude."""
    return (clip.east - clip.west) * math.cos(math.radians((clip.south + clip.north) / 2))


def cut_basemap(basemap: Basemap, frame: Bounds, *, steps: int | None = None) -> BasemapClip:
    """Cut the basemap for a story's frame; ``steps`` is how fine, in steps across the clip."""
    box = clip_box(frame)
    wide = box.east - box.west > _WIDE
    return basemap.clip(
        west=box.west,
        south=box.south,
        east=box.east,
        north=box.north,
        width_px=steps or (_STEPS_WIDE if wide else _STEPS),
    )


def globe(basemap: Basemap, frame: Bounds) -> Inset:
    """Make the small globe that shows where on earth the map lies."""
    return Inset(
        lon=round((frame.west + frame.east) / 2, 3),
        lat=round((frame.south + frame.north) / 2, 3),
        grid=_GLOBE_GRID,
        land=_globe_land(basemap),
    )


@lru_cache(maxsize=2)
def _globe_land(basemap: Basemap) -> tuple[str, ...]:
    """Code the countries of the world for the globe."""
    world = basemap.clip(west=-180.0, south=-90.0, east=180.0, north=90.0, width_px=_GLOBE_PX)
    parts = [part for country in world.countries for part in shapely.get_parts(country.geometry)]
    large = [part for part in parts if part.area > _GLOBE_MIN_AREA]
    shapes = shapely.simplify(large, _GLOBE_TOLERANCE)
    return tuple(ring for shape in shapes for ring in encode_rings(shape, _GLOBE_GRID))


def orientation_cities(
    gazetteer: Gazetteer,
    extent: MapExtent,
    taken: Sequence[tuple[float, float]],
    way: BaseGeometry,
) -> tuple[City, ...]:
    """Choose a few big cities along the route, and one for each quarter without a story place."""
    view = spread(extent.frame)
    width = view.east - view.west
    found = [
        (extent.turn.lon(place.lon), place)
        for place in gazetteer.cities_within(
            west=_wrapped(view.west),
            south=view.south,
            east=_wrapped(view.east),
            north=view.north,
            limit=_CITIES_ASKED,
        )
        if place.population >= _MIN_POPULATION
    ]
    points = shapely.points([lon for lon, _ in found], [place.lat for _, place in found])
    is_near = (shapely.distance(way, points) < width * _NEAR_ROUTE).tolist()
    chosen: list[City] = []
    for near in (True, False):
        for lon, place in compress(found, (is_so == near for is_so in is_near)):
            city = City(name=place.name, lon=lon, lat=place.lat, near_route=near)
            if _is_wanted(city, chosen, taken, view):
                chosen.append(city)
    return tuple(chosen)


def _is_wanted(
    city: City, chosen: Sequence[City], taken: Sequence[tuple[float, float]], view: Bounds
) -> bool:
    """Whether a city tells the reader something that the map does not say yet."""
    apart_m = _APART * distance_m(view.west, city.lat, (view.west + view.east) / 2, city.lat) * 2
    others = [*taken, *((other.lon, other.lat) for other in chosen)]
    if any(distance_m(city.lon, city.lat, lon, lat) < apart_m for lon, lat in others):
        return False
    if city.near_route:
        return sum(other.near_route for other in chosen) < _MAX_NEAR_ROUTE
    cell = _cell(city.lon, city.lat, view)
    return all(_cell(lon, lat, view) != cell for lon, lat in others)


def _cell(lon: float, lat: float, view: Bounds) -> tuple[int, int]:
    return (
        int(_COLUMNS * (lon - view.west) / (view.east - view.west)),
        int(_ROWS * (lat - view.south) / (view.north - view.south)),
    )


def _wrapped(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0


def story_countries(
    clip: BasemapClip,
    ends: Collection[Place],
    ways: Sequence[BaseGeometry],
    places: Collection[Place],
) -> frozenset[str]:
    """Codes of the countries that the story is about.

    Those are the countries that its journeys touch: with their ``ends``, and where the ``ways``
    that are known lead through. When most ``places`` of the story lie elsewhere, or there is no
    journey, the countries of its places count as well: of towns, if it names any.
    """
    points = np.vstack([shapely.get_coordinates(way) for way in ways] or [np.empty((0, 2))])
    touched = {end.country_code for end in ends}
    touched |= {
        country.code
        for country in clip.countries
        if country.code not in touched and _holds_any(country.geometry, points)
    }
    near = [place for place in places if not place.is_area] or places
    elsewhere = [place for place in near if place.country_code not in touched]
    if not touched or 2 * len(elsewhere) > len(near):
        touched |= {place.country_code for place in near}
    return frozenset(touched - {""})


def _holds_any(shape: BaseGeometry, points: np.ndarray) -> bool:
    west, south, east, north = shape.bounds
    near = points[np.all((points >= (west, south)) & (points <= (east, north)), axis=1)]
    if not len(near):
        return False
    return bool(shapely.contains_xy(prepared(shape), near[:, 0], near[:, 1]).any())
