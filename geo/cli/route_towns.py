"""A way and a gazetteer go in; the larger towns that the way passes come out, in order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.contracts import Waypoint
from geo.geodesy import distance_m, nearest_point, wgs84

if TYPE_CHECKING:
    from geo.contracts import Place, Route
    from geo.ports import Gazetteer

# Of each piece of a way the largest town is named that lies so near to it, and not at its ends.
_PIECE_M = 60_000.0
_MOST_PIECES = 10
_BESIDE_M = 8_000.0
_BESIDE_DEG = 0.1
_AT_END_M = 15_000.0
_TRIED = 25
_HALF_TURN_DEG = 180.0


def towns_on(route: Route, gazetteer: Gazetteer) -> list[Waypoint]:
    """List the largest town on each piece of a way, with how far along it is."""
    points = shapely.get_coordinates(route.geometry)
    step_m = np.asarray(wgs84().line_lengths(*points.T))
    along_m = np.concatenate([[0.0], np.cumsum(step_m)])
    scale = route.distance_m / max(along_m[-1], 1.0)
    count = int(np.clip(along_m[-1] // _PIECE_M, 1, _MOST_PIECES))
    edges = np.searchsorted(along_m, np.linspace(0.0, along_m[-1], count + 1))
    found: list[Waypoint] = []
    for first, last in pairwise(edges.tolist()):
        piece = points[max(first - 1, 0) : last + 1]
        place = _largest(piece, (points[0], points[-1]), gazetteer)
        if place is None or any(place.name == town.name for town in found):
            continue
        nearest = first + int(np.abs(piece - (place.lon, place.lat)).sum(axis=1).argmin())
        found.append(
            Waypoint(
                name=place.name,
                lon=place.lon,
                lat=place.lat,
                kind="near",
                distance_m=float(along_m[min(nearest, len(along_m) - 1)] * scale),
                source=place.source,
            )
        )
    return found


def _largest(
    piece: np.ndarray, ends: tuple[np.ndarray, np.ndarray], gazetteer: Gazetteer
) -> Place | None:
    """Find the largest town beside a piece of a way, points (n, 2); None beside 180° too."""
    west, south = piece.min(axis=0) - _BESIDE_DEG
    east, north = piece.max(axis=0) + _BESIDE_DEG
    if len(piece) < 2 or east - west > _HALF_TURN_DEG:  # noqa: PLR2004 - a line
        return None
    line = shapely.LineString(piece)
    cities = gazetteer.cities_within(
        west=float(west), south=float(south), east=float(east), north=float(north), limit=_TRIED
    )
    beside = (
        city
        for city in cities
        if all(distance_m(city.lon, city.lat, *end) > _AT_END_M for end in ends)
        and nearest_point(line, city.lon, city.lat).distance_m < _BESIDE_M
    )
    return next(beside, None)
