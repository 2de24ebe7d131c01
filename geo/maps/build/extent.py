"""Chooses which part of the earth a map shows, as boxes in WGS 84 degrees.

A story that lies on both sides of 180° gets longitudes that run on (170, 185, …): `Turn` moves any
longitude to the turn of the globe that the story is on.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.geodesy import distance_m, wgs84
from geo.maps.spec.model import Bounds, Grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

from geo.maps.spec.bounds import AIR, FULL_TURN, MAX_LAT, WIDEST, centred, northing

# A lone place is shown with about this much around it, metres.
LONE_RADIUS_M = 150_000.0


# Places together need less around them: a bay and its towns fill the map. Nearer ones are one.
_LEAST_RADIUS_M = 30_000.0


_ONE_PLACE_M = 3_000.0


_TALLEST = 5 / 4


_USUAL = 1.45


# Some more beyond the first view, for the reader who moves the map; a continent, which is drawn
# on a curved sheet, needs more of it for the corners of the page.
_BEYOND, _FAR_BEYOND = 1.25, 1.7


_CONTINENT = 45.0


# A page as wide as the world is no higher than this share of it: beyond, the poles are left out,
# which a map of the web can show at its edge at best.
_HIGHEST = 0.6
_NEAR_POLE = 80.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The turn of longitudes that a story is told on: from ``west`` to 360 degrees further."""

    west: float

    def lon(self, lon: float) -> float:
        """Move a longitude on to this turn."""
        return self.west + (lon - self.west) % FULL_TURN

    def geometry(self, geometry: BaseGeometry) -> BaseGeometry:
        """Move every part of a geometry on to this turn, each as a whole."""
        return shapely.union_all([self._part(part) for part in shapely.get_parts(geometry)])

    def lines(self, geometry: BaseGeometry) -> list[np.ndarray]:
        """Give the lines of a geometry, moved on to this turn and joined where 180° cut them."""
        joined: list[list[tuple[float, float]]] = []
        for part in shapely.get_parts(geometry):
            points = [(x, y) for x, y in shapely.get_coordinates(self._part(part))]
            if joined and _meet(joined[-1][-1], points[0]):
                joined[-1].extend(points[1:])
            else:
                joined.append(points)
        return [shapely.get_coordinates(shapely.LineString(points)) for points in joined]

    def _part(self, part: BaseGeometry) -> BaseGeometry:
        middle = (part.bounds[0] + part.bounds[2]) / 2
        shift = self.lon(middle) - middle
        return shapely.transform(part, lambda points: np.add(points, (shift, 0.0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class MapExtent:
    """Where a map lies: what must be in view, all that is drawn, and how it is coded."""

    frame: Bounds
    bounds: Bounds
    grid: Grid
    turn: Turn


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return math.dist(one, other) < 1e-6  # noqa: PLR2004 - under a metre is the same point


def turn_of(lons: Sequence[float]) -> Turn:
    """Find the turn that begins in the widest gap between the longitudes of a story."""
    ordered = sorted({(lon + 180.0) % FULL_TURN - 180.0 for lon in lons})
    if not ordered:
        return Turn(west=-180.0)
    gaps = [
        (((ordered[index + 1] if index + 1 < len(ordered) else ordered[0] + FULL_TURN) - lon), lon)
        for index, lon in enumerate(ordered)
    ]
    width, before = max(gaps)
    # The first longitude after the gap keeps its usual figure, -180 to 180.
    first = (before + width + 180.0) % FULL_TURN - 180.0
    return Turn(west=first - width / 2)


def frame_of(points: Sequence[tuple[float, float]], *, least_m: float | None = None) -> Bounds:
    """Box around (lon, lat) points on one turn.

    It reaches at least ``least_m`` from its middle; with None, 30 km, and 150 km for a lone place.
    """
    points = _without_poles(points)
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    middle = ((west + east) / 2, (south + north) / 2)
    if least_m is None:
        is_one = all(distance_m(*middle, lon, lat) < _ONE_PLACE_M for lon, lat in points)
        least_m = LONE_RADIUS_M if is_one else _LEAST_RADIUS_M
    around = [wgs84().fwd(*middle, azimuth, least_m)[:2] for azimuth in (0, 90, 180, 270)]
    half_lon = abs((around[1][0] - middle[0] + 180.0) % FULL_TURN - 180.0)
    return Bounds(
        west=min(west, middle[0] - half_lon),
        south=max(-MAX_LAT, min(south, around[2][1])),
        east=max(east, middle[0] + half_lon),
        north=min(MAX_LAT, max(north, around[0][1])),
    )


def _without_poles(points: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """Leave the ways to a pole out where the rest lies too far from it for a page to hold both."""
    rest = [(lon, lat) for lon, lat in points if abs(lat) <= _NEAR_POLE]
    lats = [northing(max(-MAX_LAT, min(lat, MAX_LAT))) for _, lat in points]
    highest = _HIGHEST * (northing(MAX_LAT) - northing(-MAX_LAT))
    return rest if rest and max(lats) - min(lats) > highest else points


def scale_of(frame: Bounds) -> float:
    """Say how large an area a usual window must show for a frame; larger is a smaller scale."""
    height = northing(frame.north) - northing(frame.south)
    return max((frame.east - frame.west) / _USUAL, height)


def clip_box(frame: Bounds) -> Bounds:
    """Choose the box of the basemap: the story in any shape of window, and some more."""
    width, height = frame.east - frame.west, northing(frame.north) - northing(frame.south)
    width, height = width * (1 + AIR), height * (1 + AIR)
    wide, tall = max(width, height * WIDEST), max(height, width * _TALLEST)
    beyond = _BEYOND if frame.east - frame.west < _CONTINENT else _FAR_BEYOND
    return centred(frame, wide * beyond, tall * beyond)
