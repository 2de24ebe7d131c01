"""The basemap that ships with the program: clips of it, and the outlines of countries.

Natural Earth 4.1, which draws borders as they are controlled on the ground. Implements
`geo.ports.Basemap` and `geo.ports.Boundaries`.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.adapters.basemap.cut import Cutter, Window, plain
from geo.adapters.basemap.land import Land
from geo.adapters.basemap.mainland import Mainland
from geo.adapters.basemap.regions import Regions
from geo.adapters.basemap.shape import joined, label_point, many, smooth, squeeze_at
from geo.adapters.basemap.states import Inner
from geo.adapters.basemap.store import read_level
from geo.adapters.basemap.tables import read_disputes, read_features, read_waters
from geo.contracts import BasemapClip, Country

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap.layer import Layer
    from geo.adapters.basemap.store import Level
    from geo.adapters.basemap.tables import Dispute, Feature
    from geo.contracts import WaterName
    from geo.settings import Settings

_VIEW = "borders as controlled on the ground, which is not everybody's view"
SOURCE = f"Natural Earth 4.1 (public domain); {_VIEW}"
DETAIL_SOURCE = (
    f"Natural Earth 4.1 (public domain), shores © OpenStreetMap contributors (ODbL); {_VIEW}"
)

# Coarsest pixel, in degrees, that a level is drawn at: beyond it the next level looks the same.
_LEVELS = (("detail", 0.035), ("region", 0.5), ("world", math.inf))
# What is smaller than so many pixels is left out.
_LEAST_ISLAND_PX = 3.0
_LEAST_LAKE_PX = 7.0
_LEAST_RIVER_PX = 6.0

# Rivers are lines from 1:50 million at every level but the world's: below this size of a pixel
# their corners show.
_COARSE_WATER_DEG = 0.015
# Where the name of a lake is written may lie so far outside of its simplified outline.
_BESIDE_LAKE_DEG = 0.02
# How far an ocean, and a sea, reaches from the point that is known of it, degrees of latitude.
_LARGE_WATERS_DEG = (50.0, 10.0)

# On a map of more than a region fine shores are all points: they are simplified to a whole pixel.
_FJORDS_DEG = 0.006

# For land smaller than this the place of the name does not matter.
_LEAST_LABEL_PX = 40.0
# Height of the picture for its width, at most: a high box has larger pixels than its width says.
_ASPECT = 0.75
_POLE_DEG = 90.0
_WORLD = Window(west=-180.0, south=-90.0, east=180.0, north=90.0, pixel_deg=0.0)


def open_basemap(settings: Settings) -> StoredBasemap:
    """Open the map files of the program's data folder; each level is read when first needed."""
    return StoredBasemap(settings.data / "basemap", settings.cache)


class StoredBasemap:
    """Basemap and boundaries from the files of one folder."""

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        """``cache`` is the folder in which what is decoded is kept."""
        self._folder = folder
        self._cache = cache
        self._levels: dict[str, tuple[Land, Level]] = {}
        self._inner = Inner(folder, cache)
        self._regions = Regions(folder, self._inner, self.country, cache)
        self._outlines: dict[str, BaseGeometry | None] = {}
        self._lines: dict[tuple[str, ...], BaseGeometry | None] = {}

    @property
    def source(self) -> str:
        """Who drew the map, with licence, and whose view of disputed borders it shows."""
        return DETAIL_SOURCE

    def clip(
        self, *, west: float, south: float, east: float, north: float, width_px: int = 1200
    ) -> BasemapClip:
        """Cut out a box for a picture ``width_px`` wide, WGS 84 degrees; east > 180 crosses 180°.

        Lines are simplified to half a pixel or, on fine shores drawn small, to one; what is too
        small to be seen is left out, but no country wholly.

        Raises
        ------
        ValueError
            If the box is empty or wider than one turn.
        """
        window = _window(west, south, east, north, width_px)
        level = next(name for name, coarsest in _LEVELS if window.pixel_deg <= coarsest)
        land, layers = self._level(level)
        if level == "detail" and window.pixel_deg > _FJORDS_DEG:
            window = replace(window, tolerance_px=1.0)
        cutter = Cutter(land.layer, window)
        parts = cutter.parts(least_px=_LEAST_ISLAND_PX, keep_one=True)
        arcs = land.arcs_of(parts)
        borders, disputed = _borders(land, cutter, arcs)
        countries = _countries(land, cutter, parts)
        lakes = _areas(layers["lakes"], window)
        return BasemapClip(
            west=west,
            south=window.south,
            east=east,
            north=window.north,
            countries=countries,
            borders=many(borders),
            disputed=many([*disputed, *self._inner.claims(window)]),
            coast=many(_flat(cutter.lines(filter(land.is_coast, arcs)))),
            lakes=joined(lakes) if lakes else shapely.MultiPolygon(),
            rivers=_rivers(Cutter(layers["rivers"], window)),
            waters=_waters_in(self._waters, window),
            source=DETAIL_SOURCE if level == "detail" else SOURCE,
            states=self._inner.states(window, {country.code for country in countries}),
        )

    def country(self, country_code: str) -> BaseGeometry | None:
        """Outline of a country as (Multi)Polygon, cut at the antimeridian (RFC 7946)."""
        if not country_code:  # land of no country is nobody's outline
            return None
        if country_code not in self._outlines:
            self._outlines[country_code] = self._outline(country_code)
        return self._outlines[country_code]

    def region(self, country_code: str, name: str) -> BaseGeometry | None:
        """Outline of a state or region by its name in the gazetteer; None where none is sure."""
        return self._regions.outline(country_code, name)

    def border(self, country_code: str, other_code: str) -> BaseGeometry | None:
        """Line between two countries in full detail; None where they do not touch."""
        return self._line(*sorted((country_code, other_code)))

    def border_of(self, country_code: str) -> BaseGeometry | None:
        """All land borders of one country as lines in full detail."""
        return self._line(country_code)

    def same_land(self, lon: float, lat: float, other_lon: float, other_lat: float) -> bool:
        """Whether roads may join two points: no sea wider than a strait is between their lands."""
        return self._mainland.same(lon, lat, other_lon, other_lat)

    def island(self, lon: float, lat: float) -> BaseGeometry | None:
        """Outline of the island that a point lies on; None on a continent, and off every shore."""
        return self._mainland.island(lon, lat)

    def lake(self, lon: float, lat: float) -> BaseGeometry | None:
        """Outline of the lake that a point lies in, or hardly beside; None where none is drawn."""
        point = shapely.Point(lon, lat)
        found = self._lakes.query(point, predicate="dwithin", distance=_BESIDE_LAKE_DEG)
        lakes = (self._lakes.geometries[index] for index in found)
        return min(lakes, key=point.distance, default=None)

    @cached_property
    def _lakes(self) -> shapely.STRtree:
        lakes = _areas(self._level("detail")[1]["lakes"], _WORLD)
        return shapely.STRtree([part for lake in lakes for part in shapely.get_parts(lake)])

    @cached_property
    def _mainland(self) -> Mainland:
        """Lands in full detail: small islands are in no other level."""
        level = self._level("detail")[1]
        return Mainland(level["countries"], level.shelf)

    @cached_property
    def _features(self) -> dict[str, Feature]:
        return read_features(self._folder)

    @cached_property
    def _disputes(self) -> tuple[Dispute, ...]:
        return read_disputes(self._folder)

    @cached_property
    def _waters(self) -> tuple[WaterName, ...]:
        return read_waters(self._folder)

    def _level(self, name: str) -> tuple[Land, Level]:
        if name not in self._levels:
            layers = read_level(self._folder / f"{name}.bin", self._cache)
            land = Land.of(layers["countries"], self._features, self._disputes)
            self._levels[name] = land, layers
        return self._levels[name]

    def _outline(self, country_code: str) -> BaseGeometry | None:
        for level in ("region", "detail"):  # the smallest countries are in the finest level only
            land, _ = self._level(level)
            if parts := land.parts_of(country_code):
                return joined(_flat(Cutter(land.layer, _WORLD).polygons(parts)))
        return None

    def _line(self, *codes: str) -> BaseGeometry | None:
        """Give one and the same line each time: what is measured to a border is kept by it."""
        if codes not in self._lines:
            land, _ = self._level("detail")
            arcs = land.arcs_between(*codes)
            line = shapely.line_merge(many(list(land.layer.lines(arcs)))) if arcs else None
            self._lines[codes] = line
        return self._lines[codes]


def _window(west: float, south: float, east: float, north: float, width_px: int) -> Window:
    south, north = max(south, -_POLE_DEG), min(north, _POLE_DEG)
    if not (west < east <= west + 360.0 and south < north):
        raise ValueError(
            f"The box {west!r}, {south!r}, {east!r}, {north!r} (west, south, east, north) is empty "
            "or wider than the world; give east > west, beyond 180 where it crosses 180°."
        )
    across = (east - west) * squeeze_at(south, north) / width_px
    down = (north - south) / (width_px * _ASPECT)
    return Window(west=west, south=south, east=east, north=north, pixel_deg=max(across, down))


def _countries(land: Land, cutter: Cutter, parts: Sequence[int]) -> tuple[Country, ...]:
    areas: dict[Feature, list[BaseGeometry]] = {}
    for shape, pieces in cutter.polygons(parts).items():
        areas.setdefault(land.features[shape], []).extend(pieces)
    countries = []
    for feature, pieces in areas.items():
        geometry = joined(pieces)
        lon, lat = label_point(geometry, least_deg=_LEAST_LABEL_PX * cutter.window.pixel_deg)
        countries.append(
            Country(
                code=feature.code,
                name=feature.name,
                geometry=geometry,
                label_lon=lon,
                label_lat=lat,
            )
        )
    return tuple(sorted(countries, key=lambda country: country.code))


def _borders(
    land: Land, cutter: Cutter, arcs: Sequence[int]
) -> tuple[list[BaseGeometry], list[BaseGeometry]]:
    agreed: list[BaseGeometry] = []
    disputed: list[BaseGeometry] = []
    for arc, lines in cutter.lines(arc for arc in arcs if arc in land.borders).items():
        more_agreed, more_disputed = land.split(land.borders[arc], lines)
        agreed.extend(more_agreed)
        disputed.extend(more_disputed)
    return agreed, disputed


def _areas(layer: Layer, window: Window) -> list[BaseGeometry]:
    cutter = Cutter(layer, window)
    return _flat(cutter.polygons(cutter.parts(least_px=_LEAST_LAKE_PX, keep_one=False)))


def _rivers(cutter: Cutter) -> BaseGeometry:
    """Cut rivers; their corners are rounded where the map is finer than their source."""
    parts = cutter.parts(least_px=_LEAST_RIVER_PX, keep_one=False)
    arcs = {plain(arc) for part in parts for arc in cutter.layer.parts[part].rings[0]}
    lines = _flat(cutter.lines(arcs))
    if cutter.window.pixel_deg <= _COARSE_WATER_DEG:
        lines = [smooth(line) for line in lines]
    return many(lines)


def _flat(pieces: Mapping[int, list[BaseGeometry]]) -> list[BaseGeometry]:
    return list(chain.from_iterable(pieces.values()))


def _reach(water: WaterName) -> tuple[float, float, float, float]:
    """West, south, east, north of what a water may reach to from its point, degrees."""
    tall = _LARGE_WATERS_DEG[water.rank] if water.rank < len(_LARGE_WATERS_DEG) else 0.0
    wide = min(tall / max(math.cos(math.radians(water.lat)), 0.2), 90.0)
    return water.lon - wide, water.lat - tall, water.lon + wide, water.lat + tall


def _waters_in(waters: Sequence[WaterName], window: Window) -> tuple[WaterName, ...]:
    """Keep the names that lie in the box, and those of large waters that may reach into it.

    They are on the turn of longitude that the box is on.
    """
    places = np.array([_reach(water) for water in waters])
    middle = (window.west + window.east) / 2
    nearest: dict[int, float] = {}
    for turn_deg, shown in window.turns(places):
        for index in shown.tolist():
            lon = waters[index].lon + turn_deg
            if index not in nearest or abs(lon - middle) < abs(nearest[index] - middle):
                nearest[index] = lon
    return tuple(replace(waters[index], lon=lon) for index, lon in sorted(nearest.items()))
