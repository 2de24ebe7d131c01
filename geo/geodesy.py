"""Lengths, bearings and nearest points on the WGS 84 ellipsoid; degrees in, metres out.

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


def bearing_deg(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Azimuth at the first point towards the second, degrees clockwise from north, 0 to 360."""
    forward_deg, _, _ = wgs84().inv(lon, lat, other_lon, other_lat)
    return float(forward_deg) % 360.0


def length_m(line: BaseGeometry) -> float:
    """Length of a LineString or MultiLineString along geodesics, metres."""
    return float(wgs84().geometry_length(line))


def geodesic(lon: float, lat: float, other_lon: float, other_lat: float) -> BaseGeometry:
    """Draw the geodesic as a line with a point at least every 25 km, cut at the antimeridian."""
    return polyline([(lon, lat), (other_lon, other_lat)])


def polyline(points: Sequence[tuple[float, float]]) -> BaseGeometry:
    """Join (lon, lat) points along geodesics, one after the other; repeated points are dropped."""
    geod = wgs84()
    drawn = [points[0]]
    for one, other in pairwise(points):
        if one == other:
            continue
        if between := max(0, int(distance_m(*one, *other) // _DRAWN_STEP_M)):
            drawn.extend(geod.npts(*one, *other, between))
        drawn.append(other)
    return cut_at_antimeridian(drawn)


def cut_at_antimeridian(points: list[tuple[float, float]]) -> BaseGeometry:
    """Join (lon, lat) points to a line; where it crosses 180° it ends and goes on (RFC 7946 3.1.9).

    A step of more than 180° of longitude is taken for a crossing.
    """
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

    Every edge is sampled and the best stretch refined by golden-section search on the ellipsoid,
    which is exact to well under a metre for edges of up to some hundred kilometres.
    """
    if geometry.geom_type in {"Polygon", "MultiPolygon"} and shapely.contains_xy(
        geometry, lon, lat
    ):
        return Nearest(lon, lat, 0.0)
    start, end = _edges(geometry)
    if not len(start):
        here = shapely.get_coordinates(geometry)
        _, _, metres = wgs84().inv(
            np.full(len(here), lon), np.full(len(here), lat), here[:, 0], here[:, 1]
        )
        best = int(np.argmin(metres))
        return Nearest(float(here[best, 0]), float(here[best, 1]), float(metres[best]))
    shares = np.linspace(0.0, 1.0, _SAMPLES_PER_EDGE + 1)
    grid = start[:, None, :] + shares[None, :, None] * (end - start)[:, None, :]
    flat = grid.reshape(-1, 2)
    _, _, metres = wgs84().inv(
        np.full(len(flat), lon), np.full(len(flat), lat), flat[:, 0], flat[:, 1]
    )
    edge, step = divmod(int(np.argmin(metres)), len(shares))
    return _refine(start[edge], end[edge], float(shares[step]), (lon, lat))


def _edges(geometry: BaseGeometry) -> tuple[np.ndarray, np.ndarray]:
    """Collect the ends of all edges of a geometry, two arrays of shape (n, 2)."""
    outline = geometry.boundary if geometry.geom_type.endswith("Polygon") else geometry
    starts, ends = [], []
    for part in shapely.get_parts(outline):
        points = shapely.get_coordinates(part)
        starts.append(points[:-1])
        ends.append(points[1:])
    if not starts:
        return np.empty((0, 2)), np.empty((0, 2))
    return np.concatenate(starts), np.concatenate(ends)


def _refine(
    start: np.ndarray, end: np.ndarray, share: float, point: tuple[float, float]
) -> Nearest:
    """Narrow the place on one edge that is nearest to (lon, lat)."""

    def at(where: float) -> Nearest:
        lon, lat = (float(value) for value in start + where * (end - start))
        return Nearest(lon, lat, distance_m(*point, lon, lat))

    step = 1.0 / _SAMPLES_PER_EDGE
    low, high = max(0.0, share - step), min(1.0, share + step)
    for _ in range(_REFINEMENTS):
        left = high - _INVERSE_GOLDEN * (high - low)
        right = low + _INVERSE_GOLDEN * (high - low)
        if at(left).distance_m < at(right).distance_m:
            high = right
        else:
            low = left
    return min(
        (at(low), at((low + high) / 2), at(high), at(share)), key=lambda near: near.distance_m
    )
