"""Pieces that were cut go in; one valid geometry and a point for its name come out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

# Labels look right within a hundredth of the size of their land.
_LABEL_PRECISION = 100.0
_LEAST_SQUEEZE = 0.05
_ROUNDINGS = 2


def many(pieces: Sequence[BaseGeometry]) -> BaseGeometry:
    """Put polygons together as MultiPolygon, lines as MultiLineString; nothing is no lines."""
    if not pieces:
        return shapely.MultiLineString()
    areal = pieces[0].geom_type == "Polygon"
    make = shapely.multipolygons if areal else shapely.multilinestrings
    return cast("BaseGeometry", make(np.array(pieces, dtype=object)))


def joined(areas: Sequence[BaseGeometry]) -> BaseGeometry:
    """Make one valid Polygon or MultiPolygon; areas that meet lose the line between them."""
    if len(areas) == 1:
        return areas[0]
    tree = shapely.STRtree(areas)
    one, other = tree.query(areas, predicate="intersects")
    meeting = sorted({int(index) for index in one[one != other]})
    apart = [area for index, area in enumerate(areas) if index not in set(meeting)]
    together = shapely.union_all([areas[index] for index in meeting])
    pieces = [*apart, *shapely.get_parts(together)] if meeting else apart
    return pieces[0] if len(pieces) == 1 else many(pieces)


def smooth(line: BaseGeometry) -> BaseGeometry:
    """Round the corners of a line or polygon drawn larger than it was meant for; ends stay.

    References
    ----------
    G. Chaikin, "An algorithm for high speed curve generation", 1974.
    """
    if line.geom_type == "Polygon":
        rings = [_rounded(shapely.get_coordinates(ring)) for ring in shapely.get_rings(line)]
        rounded = shapely.Polygon(rings[0], rings[1:])
        return rounded if rounded.is_valid else line
    return shapely.LineString(_rounded(shapely.get_coordinates(line)))


def _rounded(points: np.ndarray) -> np.ndarray:
    for _ in range(_ROUNDINGS):
        start, end = points[:-1], points[1:]
        quarters = np.stack([0.75 * start + 0.25 * end, 0.25 * start + 0.75 * end], axis=1)
        points = np.vstack([points[:1], quarters.reshape(-1, 2), points[-1:]])
    return points


def squeeze_at(south: float, north: float) -> float:
    """Length of a degree of longitude in degrees of latitude, midway between two parallels."""
    return max(_LEAST_SQUEEZE, math.cos(math.radians((south + north) / 2)))


def label_point(geometry: BaseGeometry, *, least_deg: float) -> tuple[float, float]:
    """Find the point of the largest part that is farthest from its edge, as it looks on a map.

    For land smaller than ``least_deg`` any point inside will do.
    """
    largest = max(shapely.get_parts(geometry), key=lambda part: part.area)
    west, south, east, north = largest.bounds
    squeeze = squeeze_at(south, north)
    size = max((east - west) * squeeze, north - south)
    if size < least_deg:
        inside = shapely.point_on_surface(largest)
        return float(inside.x), float(inside.y)
    flat = shapely.transform(largest, lambda points: points * [squeeze, 1.0])
    flat = shapely.simplify(flat, size / _LABEL_PRECISION / 2)
    circle = shapely.maximum_inscribed_circle(flat, tolerance=size / _LABEL_PRECISION)
    lon, lat = shapely.get_coordinates(circle)[0]
    return float(lon / squeeze), float(lat)
