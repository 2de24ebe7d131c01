"""Lengths, bearings and nearest points on the WGS 84 ellipsoid; degrees and metres.

All go through ``pyproj.Geod``, which solves the geodesic problems after Karney, "Algorithms for
geodesics", Journal of Geodesy 87 (2013).
"""

from __future__ import annotations

from functools import cache
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

# Points tried along each edge before the nearest one is refined.
_SAMPLES_PER_EDGE = 8
_REFINEMENTS = 40
_INVERSE_GOLDEN = (5**0.5 - 1) / 2


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
    if _holds(geometry, lon, lat):
        return Nearest(lon, lat, 0.0)
    start, end = _edges(geometry)
    if not len(start):
        start = end = shapely.get_coordinates(geometry)
    shares = np.linspace(0.0, 1.0, _SAMPLES_PER_EDGE + 1)
    grid = start[:, None, :] + shares[None, :, None] * (end - start)[:, None, :]
    metres = _metres(grid.reshape(-1, 2), lon, lat).reshape(len(start), -1)
    length_of = wgs84().inv(start[:, 0], start[:, 1], end[:, 0], end[:, 1])[2]
    # No point of an edge is nearer than its nearest sample by more than the way to that sample.
    within = metres.min(axis=1) - length_of / _SAMPLES_PER_EDGE <= metres.min()
    middle = shares[metres.argmin(axis=1)]
    return _nearest_on(start[within], end[within], middle[within], (lon, lat))


def _holds(geometry: BaseGeometry, lon: float, lat: float) -> bool:
    """Whether a polygon holds a point, on whichever turn of longitude it is drawn."""
    return geometry.geom_type.endswith("Polygon") and any(
        shapely.contains_xy(geometry, lon + turn, lat) for turn in (0.0, 360.0, -360.0)
    )


def _metres(points: np.ndarray, lon: float, lat: float) -> np.ndarray:
    """Distance of every point, array (n, 2), from one point."""
    return distances_m(np.broadcast_to((lon, lat), points.shape), points)


def _edges(geometry: BaseGeometry) -> tuple[np.ndarray, np.ndarray]:
    """Collect the ends of all edges of a geometry, two arrays of shape (n, 2)."""
    outline = geometry.boundary if geometry.geom_type.endswith("Polygon") else geometry
    starts, ends = [np.empty((0, 2))], [np.empty((0, 2))]
    for part in shapely.get_parts(outline):
        points = shapely.get_coordinates(part)
        starts.append(points[:-1])
        ends.append(points[1:])
    return np.concatenate(starts), np.concatenate(ends)


def _nearest_on(
    start: np.ndarray, end: np.ndarray, middle: np.ndarray, point: tuple[float, float]
) -> Nearest:
    """Narrow down the nearest place on some edges at once, round ``middle``; take the nearest."""

    def at(shares: np.ndarray) -> np.ndarray:
        placed: np.ndarray = start + shares[:, None] * (end - start)
        return placed

    low = np.maximum(middle - 1 / _SAMPLES_PER_EDGE, 0.0)
    high = np.minimum(middle + 1 / _SAMPLES_PER_EDGE, 1.0)
    for _ in range(_REFINEMENTS):
        left = high - _INVERSE_GOLDEN * (high - low)
        right = low + _INVERSE_GOLDEN * (high - low)
        both = _metres(np.vstack([at(left), at(right)]), *point)
        nearer_left = both[: len(left)] < both[len(left) :]
        low, high = np.where(nearer_left, low, left), np.where(nearer_left, right, high)
    tried = np.vstack([at((low + high) / 2), start, end])
    metres = _metres(tried, *point)
    best = int(np.argmin(metres))
    return Nearest(float(tried[best, 0]), float(tried[best, 1]), float(metres[best]))
