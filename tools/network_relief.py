"""Heights of airports go in; how hilly the land round a point is comes out.

Where the source has simplified a road, what it wound over hills is lost; a map of heights would
tell. The heights of some 28,000 airfields are such a map, if a coarse one: by how much those round
a place differ tells a plain from a plateau, and both from mountains.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np

from tools.basemap_fetch import from_pypi

if TYPE_CHECKING:
    from pathlib import Path

AIRPORTS = "airportsdata", "20260905"
_M_PER_FOOT = 0.3048
_CELL_DEG = 0.5
# Cells on each side that are looked at, fewest first, until so many airfields are found.
_REACHES = (1, 2, 3, 5)
_ENOUGH = 5
# Valleys have the airfields, so that what they tell of the highest mountains is not trusted.
_MOST_M = 1_500.0


class Relief:
    """By how much heights differ round each cell of a grid: their standard deviation, metres."""

    def __init__(self, folder: Path) -> None:
        path = from_pypi(*AIRPORTS, folder) / "airportsdata" / "airports.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = [
                (float(row["lon"]), float(row["lat"]), float(row["elevation"]) * _M_PER_FOOT)
                for row in csv.DictReader(file)
            ]
        lon, lat, height_m = np.array(rows).T
        self._spread_m = _spread(_cells(lon, lat), height_m)

    def of(self, points: np.ndarray) -> np.ndarray:
        """Look up every point, array (n, 2) of lon, lat: metres, 0 where nothing is known."""
        return np.asarray(self._spread_m[_cells(points[:, 0], points[:, 1])])


def _cells(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    rows, columns = round(180 / _CELL_DEG), round(360 / _CELL_DEG)
    row = np.clip(((lat + 90.0) / _CELL_DEG).astype(int), 0, rows - 1)
    return row, np.clip(((lon + 180.0) / _CELL_DEG).astype(int), 0, columns - 1)


def _spread(cells: tuple[np.ndarray, np.ndarray], height_m: np.ndarray) -> np.ndarray:
    sums = []
    for power in range(3):
        grid = np.zeros((round(180 / _CELL_DEG), round(360 / _CELL_DEG)))
        np.add.at(grid, cells, height_m**power)
        sums.append(grid)
    found = np.full(sums[0].shape, np.nan)
    for reach in _REACHES:
        count, first, second = (_around(grid, reach) for grid in sums)
        mean, square = first / np.maximum(count, 1.0), second / np.maximum(count, 1.0)
        new = np.isnan(found) & (count >= _ENOUGH)
        found[new] = np.sqrt(np.maximum(square - mean**2, 0.0))[new]
    return np.asarray(np.minimum(np.nan_to_num(found), _MOST_M))


def _around(grid: np.ndarray, reach: int) -> np.ndarray:
    """Sum every cell with those up to ``reach`` cells off; the grid goes on round the globe."""
    wide = np.pad(np.pad(grid, ((reach, reach), (0, 0))), ((0, 0), (reach, reach)), mode="wrap")
    total = np.pad(wide.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    side = 2 * reach + 1
    return np.asarray(
        total[side:, side:] - total[:-side, side:] - total[side:, :-side] + total[:-side, :-side]
    )
