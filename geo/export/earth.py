"""Brings a geometry within ±180° of longitude, and cuts it there (RFC 7946, 3.1.9).

RFC 7946, 3.1.9, asks for the cut at the antimeridian, and 3.1.6 for outer rings counterclockwise.
Section 5.2 says how a box across it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely.affinity import translate

from geo.geodesy import cut_at_antimeridian

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

_HALF_TURN = 180.0
_TURN = 360.0
_NORTH = 90.0


def within_180(geometry: BaseGeometry) -> BaseGeometry:
    """Cut a geometry at the antimeridian, and turn its outer rings counterclockwise.

    A step of a line of more than 180° of longitude is taken for a crossing.
    """
    if geometry.geom_type in {"LineString", "MultiLineString"}:
        geometry = _merged([cut_at_antimeridian(points) for points in _lines(geometry)])
    west, _, east, _ = geometry.bounds if not geometry.is_empty else (0.0, 0.0, 0.0, 0.0)
    if west < -_HALF_TURN or east > _HALF_TURN:
        geometry = _wrapped(geometry, west, east)
    return shapely.orient_polygons(geometry, exterior_cw=False)


def box_of(geometries: Sequence[BaseGeometry]) -> tuple[float, float, float, float] | None:
    """Find the narrowest box (west, south, east, north) in degrees around what lies within ±180°.

    West is greater than east where the box crosses the antimeridian. None if there is nothing.
    """
    parts = [part for one in geometries for part in shapely.get_parts(one) if not part.is_empty]
    if not parts:
        return None
    west, south, east, north = shapely.total_bounds(parts).tolist()
    # The box ends on both sides of the widest stretch of longitudes that nothing lies in.
    widest = west + _TURN - east
    reach = -_HALF_TURN
    for start, _, end, _ in sorted(shapely.bounds(parts).tolist()):
        if reach > -_HALF_TURN and start - reach > widest:
            widest, west, east = start - reach, start, reach
        reach = max(reach, end)
    return west, south, east, north


def _lines(geometry: BaseGeometry) -> Iterator[list[tuple[float, float]]]:
    for part in shapely.get_parts(geometry):
        if not part.is_empty:
            yield [(lon, lat) for lon, lat in shapely.get_coordinates(part)]


def _wrapped(geometry: BaseGeometry, west: float, east: float) -> BaseGeometry:
    """Bring each turn of the earth that a geometry reaches into the one from -180° to 180°."""
    first, last = (int((lon + _HALF_TURN) // _TURN) for lon in (west, east))
    pieces = []
    for turn in range(first, last + 1):
        middle = turn * _TURN
        window = shapely.box(middle - _HALF_TURN, -_NORTH, middle + _HALF_TURN, _NORTH)
        pieces.append(translate(geometry.intersection(window), xoff=-middle))
    return _merged(pieces)


def _merged(pieces: list[BaseGeometry]) -> BaseGeometry:
    """Make one geometry of those that hold anything; edges that are only touched do not count."""
    parts = [part for piece in pieces for part in shapely.get_parts(piece) if not part.is_empty]
    if not parts:
        return shapely.GeometryCollection()
    most = max(shapely.get_dimensions(part) for part in parts)
    parts = [part for part in parts if shapely.get_dimensions(part) == most]
    many = (shapely.MultiPoint, shapely.MultiLineString, shapely.MultiPolygon)[most]
    made: BaseGeometry = parts[0] if len(parts) == 1 else many(parts)
    return made
