"""Coasts, lakes and rivers of OpenStreetMap go in; shores that are fine where people live come out.

Near towns a shore keeps what is larger than about 100 m, so that a town lies on its own side of the
water; elsewhere a shore as good as that of Natural Earth will do.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from pathlib import Path

# Towns from this many people on count, out to so far around them.
TOWN_POPULATION = 15_000
_NEAR_DEG = 0.2

# How far a line may move, degrees: near towns, and elsewhere.
FINE_DEG = 0.0012
COARSE_DEG = 0.0080

# Square degrees (a square kilometre is about 0.0001) below which an island or lake is left out.
LEAST_NEAR = 0.00004
LEAST_FAR = 0.0008


_ANTARCTIC = -60.0
_SEAM_DEG = 180.0
_SLIT_DEG = 0.003


class Towns:
    """Where people live: longitudes and latitudes of settlements, WGS 84 degrees, and people."""

    def __init__(self, lonlat: np.ndarray, population: np.ndarray) -> None:
        self.all = np.asarray(shapely.points(lonlat))
        self._tree = shapely.STRtree(self.all[population >= TOWN_POPULATION])

    def near(self, lonlat: np.ndarray) -> np.ndarray:
        """Say of each point whether there is a town near."""
        usual = np.column_stack([(lonlat[:, 0] + 180.0) % 360.0 - 180.0, lonlat[:, 1]])
        found = self._tree.query_nearest(
            shapely.points(usual), max_distance=_NEAR_DEG, all_matches=False
        )
        near = np.zeros(len(lonlat), dtype=bool)
        near[found[0]] = True
        return near


def read_polygons(path: Path) -> np.ndarray:
    """Read a GeoJSON file of polygons as valid, single polygons."""
    parts = np.array([shapely.from_geojson(path.read_text(encoding="utf-8"))])
    for _ in range(3):
        parts = shapely.get_parts(parts)
    return valid_parts(parts)


def valid_parts(polygons: np.ndarray) -> np.ndarray:
    """Mend polygons that cross themselves; give single polygons."""
    spoilt = ~shapely.is_valid(polygons)
    mended = shapely.make_valid(polygons[spoilt], method="structure", keep_collapsed=False)
    parts = shapely.get_parts(shapely.get_parts(np.concatenate([polygons[~spoilt], mended])))
    return np.asarray(parts[(shapely.get_type_id(parts) == 3) & ~shapely.is_empty(parts)])  # noqa: PLR2004 - shapely's number of Polygon


def without_seam(land: np.ndarray) -> np.ndarray:
    """Leave out Antarctica, and sew up what is cut at 180°: longitudes run on past it."""
    bounds = shapely.bounds(land)
    land, bounds = land[bounds[:, 3] > _ANTARCTIC], bounds[bounds[:, 3] > _ANTARCTIC]
    east, west = bounds[:, 2] >= _SEAM_DEG, bounds[:, 0] <= -_SEAM_DEG
    moved = shapely.transform(land[west], lambda points: points + np.array([360.0, 0.0]))
    grown = shapely.union_all([*land[east], *moved])
    # The halves were simplified apart: slits between them are closed.
    strip = shapely.clip_by_rect(grown, _SEAM_DEG - 0.1, -90.0, _SEAM_DEG + 0.1, 90.0)
    wide = shapely.buffer(strip, _SLIT_DEG, join_style="mitre")
    closed = shapely.buffer(wide, -_SLIT_DEG, join_style="mitre")
    sewn = shapely.get_parts(shapely.union_all([grown, closed]))
    return np.concatenate([land[~east & ~west], sewn])


def thinned(
    polygons: np.ndarray,
    towns: Towns,
    *,
    keep_peopled: bool = False,
) -> np.ndarray:
    """Simplify polygons, less near towns; leave out what is small, in square degrees, and empty."""
    inside = shapely.get_coordinates(shapely.point_on_surface(polygons))
    near = towns.near(inside)
    areas = shapely.area(polygons)
    peopled = np.zeros(len(polygons), dtype=bool)
    if keep_peopled:
        shapely.prepare(polygons)
        peopled[np.unique(shapely.STRtree(towns.all).query(polygons, predicate="contains")[0])] = (
            True
        )
    kept = polygons[(areas > np.where(near, LEAST_NEAR, LEAST_FAR)) | peopled]
    return valid_parts(np.array([_thin(polygon, towns) for polygon in kept]))


def _thin(polygon: shapely.Polygon, towns: Towns) -> shapely.Polygon:
    rings = [
        _thin_ring(shapely.get_coordinates(ring), towns) for ring in shapely.get_rings(polygon)
    ]
    holes = [ring for ring in rings[1:] if len(ring) > 3 and _area(ring) > LEAST_NEAR]  # noqa: PLR2004 - least ring
    return shapely.Polygon(rings[0] if len(rings[0]) > 3 else polygon.exterior, holes)  # noqa: PLR2004


def _thin_ring(points: np.ndarray, towns: Towns) -> np.ndarray:
    """Simplify the runs of a ring near towns and the runs elsewhere, each by its own measure."""
    near = towns.near(points)
    changes = np.flatnonzero(np.diff(near)) + 1
    # A ring is cut in two at least, or its start would be its only fixed point.
    cuts = np.unique(np.concatenate([[0, len(points) // 2], changes, [len(points) - 1]]))
    runs = list(pairwise(cuts))
    lines = np.array([shapely.LineString(points[a : b + 1]) for a, b in runs])
    fine = np.array([2 * near[a : b + 1].sum() > b - a for a, b in runs])
    simple = shapely.simplify(lines, np.where(fine, FINE_DEG, COARSE_DEG), preserve_topology=False)
    pieces = [shapely.get_coordinates(line)[:-1] for line in simple]
    return np.vstack([*pieces, points[-1:]])


def _area(ring: np.ndarray) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return abs(float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))) / 2
