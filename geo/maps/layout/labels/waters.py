"""Says which of the water on a page belongs to each named sea.

Where one sea ends and the next begins is not known, only a point in each. So names spread through
the water from their points, larger seas faster, until they meet or have come as far as a water of
their rank reaches: a weighted Voronoi diagram with distances that go round the land. A name then
stands in its own water, and no name of an inland sea comes out into the ocean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.geodesy import distance_m
from geo.maps.layout.land_mask import CELL_PX, WATER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.maps.layout.land_mask import Raster
    from geo.maps.layout.projection import View
    from geo.maps.spec.model import Water

# By rank, from oceans to straits: how slowly a name spreads, and how far, metres.
_SLOWNESS = (0.6, 1.0, 1.25, 2.0, 3.0)
_REACH_M = (20_000_000.0, 1_100_000.0, 520_000.0, 220_000.0, 70_000.0)
# An ocean or sea whose point lies outside of the page is let in over the edge. What lies between is
# not seen, so it counts so many times.
_UNSEEN = (3.4, 2.0)
# The diagram is made on cells of so many of the raster's.
_COARSE = 2
_SHORE_CELLS = 1
_ROUNDS = 160
_STEPS = [
    (row, column, float(np.hypot(row, column)))
    for row in (-1, 0, 1)
    for column in (-1, 0, 1)
    if row or column
]


def sea_masks(raster: Raster, view: View, waters: Sequence[Water]) -> dict[int, np.ndarray]:
    """Give for each water, by its index, the cells of the raster that it has, if any."""
    wet = _coarse(raster.land == WATER)
    metres = np.full(wet.shape, np.inf)
    owner = np.full(wet.shape, -1)
    cell = CELL_PX * _COARSE
    cell_m = _cell_m(view, cell)
    slow = np.array([_SLOWNESS[min(water.rank, 4)] for water in waters] or [1.0])
    reach = np.array([_REACH_M[min(water.rank, 4)] for water in waters] or [1.0])
    points = view.to_px(np.array([(w.lon, w.lat) for w in waters]).reshape(-1, 2))
    for index, (water, point) in enumerate(zip(waters, points, strict=True)):
        for row, column, far in _starts(point, wet, water.rank):
            first = far * cell_m[row, column] * slow[index]
            if first < metres[row, column] and first <= reach[index] * slow[index]:
                metres[row, column], owner[row, column] = first, index
    _spread(wet, metres, owner, (cell_m, slow, reach))
    fine = np.repeat(np.repeat(owner, _COARSE, axis=0), _COARSE, axis=1)
    rows, columns = raster.land.shape
    fine = np.where(raster.land == WATER, fine[:rows, :columns], -1)
    return {index: fine == index for index in np.unique(fine[fine >= 0]).tolist()}


def _coarse(wet: np.ndarray) -> np.ndarray:
    """Make cells of several: water where at least half of them are."""
    rows, columns = (-(-size // _COARSE) for size in wet.shape)
    padded = np.zeros((rows * _COARSE, columns * _COARSE))
    padded[: wet.shape[0], : wet.shape[1]] = wet
    share = padded.reshape(rows, _COARSE, columns, _COARSE).mean(axis=(1, 3))
    return np.asarray(share >= 0.5)  # noqa: PLR2004 - half


def _cell_m(view: View, cell: float) -> np.ndarray:
    """How broad a cell is, by the latitude of the middle of its row, metres."""
    rows, columns = -(-view.height // cell), -(-view.width // cell)
    x = np.full(int(rows), view.width / 2)
    y = (np.arange(int(rows)) + 0.5) * cell
    one = view.to_lon_lat(np.column_stack([x - cell / 2, y]))
    two = view.to_lon_lat(np.column_stack([x + cell / 2, y]))
    known = np.isfinite(one).all(axis=1) & np.isfinite(two).all(axis=1)
    broad = np.full(int(rows), 1e-3)
    broad[known] = [distance_m(*a, *b) for a, b in zip(one[known], two[known], strict=True)]
    return np.repeat(broad[:, None], int(columns), axis=1)


def _starts(point: np.ndarray, wet: np.ndarray, rank: int) -> Iterator[tuple[int, int, float]]:
    """Cells that a name spreads from, and how many cells away each is from its point."""
    if not np.isfinite(point).all():
        return
    row, column = (int(np.floor(at / (CELL_PX * _COARSE))) for at in (point[1], point[0]))
    rows, columns = wet.shape
    if 0 <= row < rows and 0 <= column < columns:
        near = [
            (abs(r - row) + abs(c - column), r, c)
            for r in range(max(0, row - _SHORE_CELLS), min(rows, row + _SHORE_CELLS + 1))
            for c in range(max(0, column - _SHORE_CELLS), min(columns, column + _SHORE_CELLS + 1))
            if wet[r, c]
        ]
        if near:
            far, r, c = min(near)
            yield r, c, float(far)
        return
    if rank >= len(_UNSEEN):
        return
    edge = np.zeros_like(wet)
    edge[[0, -1], :] = edge[:, [0, -1]] = True
    for r, c in np.argwhere(edge & wet).tolist():
        yield r, c, _UNSEEN[rank] * float(np.hypot(r - row, c - column))


def _spread(
    wet: np.ndarray,
    metres: np.ndarray,
    owner: np.ndarray,
    rules: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> None:
    """Let all names spread at once, cell by cell, each as fast as it may; in place."""
    cell_m, slow, reach = rules
    rows, columns = wet.shape
    for _ in range(_ROUNDS):
        before = metres.copy()
        for down, right, step in _STEPS:
            here = (
                slice(max(0, down), rows + min(0, down)),
                slice(max(0, right), columns + min(0, right)),
            )
            there = (
                slice(max(0, -down), rows + min(0, -down)),
                slice(max(0, -right), columns + min(0, -right)),
            )
            whose = owner[there]
            come = metres[there] + step * cell_m[here] * slow[whose]
            better = wet[here] & (come < metres[here]) & (come <= (reach * slow)[whose])
            metres[here] = np.where(better, come, metres[here])
            owner[here] = np.where(better, whose, owner[here])
        if np.array_equal(before, metres):
            return
