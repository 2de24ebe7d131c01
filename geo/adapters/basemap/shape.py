"""Joins the pieces of a cut shape to one valid geometry, with a point for its name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

# Labels look right within a fiftieth of the size of their land.
_LABEL_PRECISION = 50.0
# From this many points on, areas are trimmed rather than joined; a gap of 1 cm is left between.
_MANY_POINTS = 2_000
_GAP_DEG = 1e-7
_LEAST_SQUEEZE = 0.05
_ROUNDINGS = 2


def many(pieces: Sequence[BaseGeometry]) -> BaseGeometry:
    """Put polygons together as MultiPolygon, lines as MultiLineString; nothing is no lines."""
    if not pieces:
        return shapely.MultiLineString()
    areal = pieces[0].geom_type == "Polygon"
    make = shapely.multipolygons if areal else shapely.multilinestrings
    return cast("BaseGeometry", make(np.array(pieces, dtype=object)))


def line_pieces(geometry: BaseGeometry) -> list[BaseGeometry]:
    """List the lines of a geometry, and nothing else."""
    return [
        part
        for part in shapely.get_parts(geometry)
        if part.geom_type == "LineString" and not part.is_empty
    ]


def joined(areas: Sequence[BaseGeometry]) -> BaseGeometry:
    """Make one valid Polygon or MultiPolygon; areas that meet lose the line between them.

    Where one has very many points, what simplifying has laid over it is trimmed instead, which
    leaves a gap too small to be seen and takes a tenth of the time.
    """
    if len(areas) == 1:
        return _without_lines(areas[0])
    if (whole := many(areas)).is_valid:  # no two meet: much faster than to look at each pair
        return whole
    pieces = np.array(sorted(areas, key=lambda area: -area.area), dtype=object)
    large, small = _meeting(pieces)
    heavy = shapely.get_num_coordinates(pieces[large]) > _MANY_POINTS
    for one, other in zip(large[heavy].tolist(), small[heavy].tolist(), strict=True):
        pieces[other] = _trimmed(pieces[other], pieces[one])
    meeting = np.union1d(large[~heavy], small[~heavy])
    apart = np.setdiff1d(np.arange(len(pieces)), meeting)
    together = [shapely.union_all(pieces[meeting])] if len(meeting) else []
    parts = [
        part
        for part in shapely.get_parts([*pieces[apart], *together])
        if part.geom_type == "Polygon" and not part.is_empty
    ]
    result = parts[0] if len(parts) == 1 else many(parts)
    return result if result.is_valid else shapely.union_all(np.array(areas, dtype=object))


def _without_lines(area: BaseGeometry) -> BaseGeometry:
    """Leave of a mended shape its areas alone: where its edge ran to and fro, a line is left."""
    if area.geom_type != "GeometryCollection":
        return area
    parts = [part for part in shapely.get_parts(shapely.get_parts(area)) if part.area > 0]
    return parts[0] if len(parts) == 1 else many(parts)


def _meeting(pieces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pair the areas that meet, the earlier one first; they are in order of size."""
    one, other = shapely.STRtree(pieces).query(pieces)
    one, other = one[one < other], other[one < other]
    shapely.prepare(
        pieces[sorted(set(one.tolist()))]
    )  # looked at many times, each time against a small one
    meet = shapely.intersects(pieces[one], pieces[other])
    return one[meet], other[meet]


def _trimmed(small: BaseGeometry, large: BaseGeometry) -> BaseGeometry:
    west, south, east, north = small.bounds
    near = shapely.clip_by_rect(
        large, west - _GAP_DEG, south - _GAP_DEG, east + _GAP_DEG, north + _GAP_DEG
    )
    return shapely.difference(small, shapely.buffer(near, _GAP_DEG, quad_segs=1))


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
