"""Lengths, bearings and nearest points on the WGS 84 ellipsoid; degrees and metres.

All go through ``pyproj.Geod``, which solves the geodesic problems after Karney, "Algorithms for
geodesics", Journal of Geodesy 87 (2013).
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyproj import Geod
    from shapely.geometry.base import BaseGeometry

# A chord of this length departs from its geodesic by under 0.1 km at any latitude that people
# travel in, which is less than the width of a drawn line.
_DRAWN_STEP_M = 25_000.0

_HALF_TURN_DEG = 180.0

# A road or railway so many times as long as the straight line, and so many metres longer, is hardly
# the usual way: more likely a coarse network lacks that.
_ROUNDABOUT, _ROUNDABOUT_M = 2.0, 5_000.0

# Points tried along each edge before the nearest one is refined.
_SAMPLES_PER_EDGE = 8
_REFINEMENTS = 40
_INVERSE_GOLDEN = (5**0.5 - 1) / 2

# A story asks again and again how far the same town is from the same border.
_KEPT_POINTS, _KEPT_OUTLINES = 512, 64
# A figure is held against one line several times, with and without the ways there are.
_KEPT_LINES = 256


class Nearest(NamedTuple):
    """The point of a geometry that is nearest to another point, WGS 84 degrees and metres."""

    lon: float
    lat: float
    distance_m: float


@cache
def wgs84() -> Geod:
    """Return the ellipsoid; made once, on first use, because importing pyproj takes a moment."""
    from pyproj import Geod  # noqa: PLC0415 - see above

    return Geod(ellps="WGS84")


def distance_m(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Length of the geodesic between two points, metres."""
    _, _, length_m = wgs84().inv(lon, lat, other_lon, other_lat)
    return float(length_m)


def distances_m(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Lengths of the geodesics between points, two arrays (n, 2) of lon, lat, metres.

    About a million a second on one processor.
    """
    return np.asarray(wgs84().inv(*one.T, *other.T)[2])


def is_roundabout(way_m: float, straight_m: float) -> bool:
    """Tell whether a way over land is so long that a shorter one may well be missing; metres."""
    return way_m > _ROUNDABOUT * straight_m + _ROUNDABOUT_M


def bearing_deg(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Azimuth at the first point towards the second, degrees clockwise from north, 0 to 360."""
    forward_deg, _, _ = wgs84().inv(lon, lat, other_lon, other_lat)
    # Once more, for a hair below north is rounded up to a full turn.
    return float(forward_deg) % 360.0 % 360.0


def turned_deg(lons: np.ndarray) -> np.ndarray:
    """Give longitudes, or differences of them, as what is between -180 and 180 degrees."""
    return np.asarray((lons + _HALF_TURN_DEG) % 360.0 - _HALF_TURN_DEG)


def length_m(line: BaseGeometry) -> float:
    """Length of a LineString or MultiLineString along geodesics, metres."""
    return float(wgs84().geometry_length(line))


@lru_cache(maxsize=_KEPT_LINES)
def geodesic(lon: float, lat: float, other_lon: float, other_lat: float) -> BaseGeometry:
    """Draw the geodesic as a line with a point at least every 25 km, cut at the antimeridian."""
    return polyline([(lon, lat), (other_lon, other_lat)])


def polyline(points: Sequence[tuple[float, float]]) -> BaseGeometry:
    """Join (lon, lat) points along geodesics, one after the other; repeated points are dropped."""
    places = np.array(points, dtype=float)
    places = places[np.append(True, (places[1:] != places[:-1]).any(axis=1))]
    between = (distances_m(places[:-1], places[1:]) // _DRAWN_STEP_M).astype(int)
    drawn, done = [], 0
    for number in np.flatnonzero(between).tolist():
        (lon, lat), (next_lon, next_lat) = places[number : number + 2].tolist()
        found = wgs84().inv_intermediate(
            *(lon, lat, next_lon, next_lat, int(between[number])), return_back_azimuth=False
        )
        drawn += [places[done : number + 1], np.column_stack([found.lons, found.lats])]
        done = number + 1
    return cut_at_antimeridian(np.concatenate([*drawn, places[done:]]))


def cut_at_antimeridian(line: Sequence[tuple[float, float]] | np.ndarray) -> BaseGeometry:
    """Join (lon, lat) points to a line; where it crosses 180° it ends and goes on (RFC 7946 3.1.9).

    A step of more than 180° of longitude is taken for a crossing.
    """
    coordinates = np.asarray(line, dtype=float)
    if len(coordinates) > 1 and not (abs(np.diff(coordinates[:, 0])) > 180.0).any():  # noqa: PLR2004
        return shapely.LineString(coordinates)  # nearly every line, many times as fast
    points: list[tuple[float, float]] = list(map(tuple, coordinates.tolist()))
    parts: list[list[tuple[float, float]]] = [[points[0]]]
    for (lon, lat), (next_lon, next_lat) in pairwise(points):
        if abs(next_lon - lon) > 180.0:  # noqa: PLR2004 - half a turn
            edge = 180.0 if lon > 0 else -180.0
            span = 360.0 - abs(next_lon - lon)
            share = abs(edge - lon) / span if span else 0.0
            edge_lat = lat + share * (next_lat - lat)
            parts[-1].append((edge, edge_lat))
            parts.append([(-edge, edge_lat)])
        parts[-1].append((next_lon, next_lat))
    lines = [part for part in parts if len(part) > 1]
    if len(lines) == 1:
        return shapely.LineString(lines[0])
    return shapely.MultiLineString(lines)


def nearest_point(geometry: BaseGeometry, lon: float, lat: float) -> Nearest:
    """Find the point of a line or polygon outline nearest to a point; 0 m inside a polygon.

    An edge is what a map draws between two vertices: straight in longitude and latitude. Every edge
    is sampled, and each that may hold the nearest point is searched by golden section on the
    ellipsoid, which is exact to well under a metre.
    """
    return _nearest(_Same(geometry), lon, lat)


class _Same:
    """A geometry as a key: to compare all its points would take longer than most searches."""

    __slots__ = ("geometry",)

    def __init__(self, geometry: BaseGeometry) -> None:
        self.geometry = geometry

    def __hash__(self) -> int:
        return id(self.geometry)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.geometry is other.geometry


@lru_cache(maxsize=_KEPT_POINTS)
def _nearest(same: _Same, lon: float, lat: float) -> Nearest:
    if _holds(same.geometry, lon, lat):
        return Nearest(lon, lat, 0.0)
    start, end, length_of = _edges(same)
    shares = np.linspace(0.0, 1.0, _SAMPLES_PER_EDGE + 1)
    grid = start[:, None, :] + shares[None, :, None] * (end - start)[:, None, :]
    metres = _metres(grid.reshape(-1, 2), lon, lat).reshape(len(start), -1)
    # No point of an edge is nearer than its nearest sample by more than the way to that sample.
    within = metres.min(axis=1) - length_of / _SAMPLES_PER_EDGE <= metres.min()
    middle = shares[metres[within].argmin(axis=1)]
    return _nearest_on(start[within], end[within], middle, (lon, lat))


def _holds(geometry: BaseGeometry, lon: float, lat: float) -> bool:
    """Whether a polygon holds a point, on whichever turn of longitude it is drawn."""
    return geometry.geom_type.endswith("Polygon") and any(
        shapely.contains_xy(geometry, lon + turn, lat) for turn in (0.0, 360.0, -360.0)
    )


def _metres(points: np.ndarray, lon: float, lat: float) -> np.ndarray:
    """Distance of every point, array (n, 2), from one point."""
    return distances_m(np.broadcast_to((lon, lat), points.shape), points)


@lru_cache(maxsize=_KEPT_OUTLINES)
def _edges(same: _Same) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Collect the ends of all edges, two arrays of shape (n, 2), and how long these are, metres.

    Where there is none the points stand for edges.
    """
    geometry = same.geometry
    outline = geometry.boundary if geometry.geom_type.endswith("Polygon") else geometry
    parts = [shapely.get_coordinates(part) for part in shapely.get_parts(outline)]
    start = np.concatenate([np.empty((0, 2)), *(points[:-1] for points in parts)])
    end = np.concatenate([np.empty((0, 2)), *(points[1:] for points in parts)])
    if not len(start):
        start = end = shapely.get_coordinates(geometry)
    return start, end, distances_m(start, end)


def _nearest_on(
    start: np.ndarray, end: np.ndarray, middle: np.ndarray, point: tuple[float, float]
) -> Nearest:
    """Narrow down the nearest place on each of a few edges, round ``middle``; take the nearest.

    Plain numbers: for so few, arrays take ten times as long.
    """
    tried: list[tuple[float, int, float, float]] = []
    steps = (end - start).tolist()
    for (lon, lat), goal, step, share in zip(
        start.tolist(), end.tolist(), steps, middle.tolist(), strict=True
    ):
        best = _golden((lon, lat), (step[0], step[1]), share, point)
        spots = ((lon + best * step[0], lat + best * step[1]), (lon, lat), goal)
        tried += [(distance_m(*point, *spot), which, *spot) for which, spot in enumerate(spots)]
    metres, _, lon, lat = min(tried, key=lambda one: one[:2])
    return Nearest(lon, lat, metres)


def _golden(
    start: tuple[float, float], step: tuple[float, float], share: float, point: tuple[float, float]
) -> float:
    """Search an edge by golden section round a share of it; give the share that is nearest."""

    def metres(at: float) -> float:
        return distance_m(*point, start[0] + at * step[0], start[1] + at * step[1])

    low, high = max(share - 1 / _SAMPLES_PER_EDGE, 0.0), min(share + 1 / _SAMPLES_PER_EDGE, 1.0)
    for _ in range(_REFINEMENTS):
        left = high - _INVERSE_GOLDEN * (high - low)
        right = low + _INVERSE_GOLDEN * (high - low)
        if metres(left) < metres(right):
            high = right
        else:
            low = left
    return (low + high) / 2
