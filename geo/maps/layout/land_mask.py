"""A coarse grid over the page that says which land or water lies where, for placing names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.layout.projection import water_outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.maps.layout.basemap import Shapes
    from geo.maps.layout.projection import View

CELL_PX = 6.0
WATER, NOTHING = -1, -2


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """Cells of 6 px: ``land`` holds the index of the land there, -1 for water, or -2 off the world.

    ``dry`` is the summed-area table of all land, for counting in boxes.
    """

    land: np.ndarray
    dry: np.ndarray

    def is_coastal(self, x: float, y: float, reach: int = 4) -> bool:
        """Whether there is both land and water within so many cells."""
        row, column = self._cell(x, y)
        near = self.land[
            max(0, row - reach) : row + reach + 1, max(0, column - reach) : column + reach + 1
        ]
        return bool((near == WATER).any() and (near != WATER).any())

    def dry_shares(self, boxes: np.ndarray) -> np.ndarray:
        """Share of each box that lies on land."""
        return shares_in(self.dry, boxes)

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        rows, columns = self.land.shape
        return (
            min(max(int(y / CELL_PX), 0), rows - 1),
            min(max(int(x / CELL_PX), 0), columns - 1),
        )


def make_raster(shapes: Shapes, view: View) -> Raster:
    """Find for the middle of each cell the land that it is in, by the even-odd rule."""
    width, height = view.width, view.height
    columns, rows = math.ceil(width / CELL_PX), math.ceil(height / CELL_PX)
    y, x = np.mgrid[0:rows, 0:columns]
    points = shapely.points((x.ravel() + 0.5) * CELL_PX, (y.ravel() + 0.5) * CELL_PX)
    tree = shapely.STRtree(points)
    land = np.full(rows * columns, WATER)
    for index, (_, rings) in enumerate(shapes.lands):
        land[_inside(tree, rings, land.size)] = index
    land[_inside(tree, shapes.lakes, land.size)] = WATER
    if view.outlined:
        land[~_inside(tree, [water_outline(view)], land.size)] = NOTHING
    grid = land.reshape(rows, columns)
    return Raster(land=grid, dry=running_sums(grid != WATER))


def inside(raster: Raster, rings: Sequence[np.ndarray]) -> np.ndarray:
    """Say which cells lie in rings of pixels, by the even-odd rule."""
    rows, columns = raster.land.shape
    y, x = np.mgrid[0:rows, 0:columns]
    mask = np.zeros(raster.land.shape, dtype=bool)
    for polygon in map(shapely.Polygon, rings):
        shapely.prepare(polygon)
        mask ^= shapely.contains_xy(polygon, (x + 0.5) * CELL_PX, (y + 0.5) * CELL_PX)
    return mask


def running_sums(cells: np.ndarray) -> np.ndarray:
    """Summed-area table with a first row and column of zeros."""
    return np.pad(cells.astype(np.int64).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))


def shares_in(sums: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """Share of the cells that each box of pixels touches that are set; outside is not set."""
    rows, columns = sums.shape
    ends = np.array([columns, rows, columns, rows]) - 1
    cells = np.floor(boxes / CELL_PX).astype(np.int64) + np.array([0, 0, 1, 1])
    area = (cells[:, 2] - cells[:, 0]) * (cells[:, 3] - cells[:, 1])
    x_1, y_1, x_2, y_2 = np.clip(cells, 0, ends).T
    inside = sums[y_2, x_2] - sums[y_1, x_2] - sums[y_2, x_1] + sums[y_1, x_1]
    return np.asarray(inside / area)


def _inside(tree: shapely.STRtree, rings: Sequence[np.ndarray], size: int) -> np.ndarray:
    if not rings:
        return np.zeros(size, dtype=bool)
    polygons = [shapely.Polygon(ring) for ring in rings]
    shapely.prepare(polygons)
    _, hit = tree.query(polygons, predicate="contains")
    return np.asarray(np.bincount(hit, minlength=size) % 2 == 1)
