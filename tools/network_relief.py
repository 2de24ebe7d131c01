"""A map of heights goes in; how hilly the land round a point is comes out.

Where the source has simplified a road, what it wound over hills is lost; a map of heights tells
where that was. Cells of five minutes of arc are fine enough to tell a plain at the coast from the
mountains behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.basemap_fetch import from_pypi

if TYPE_CHECKING:
    from pathlib import Path

HEIGHTS = "pvlib", "0.16.1"
# Heights are stored as whole numbers of steps above a lowest one; the greatest stands for the sea.
_STEP_M = 28.0
_LOWEST_M = -450.0
_SEA = 255
_CELLS_PER_DEG = 12
_REACH = 1
# The highest mountains are not as winding as all that.
_MOST_M = 500.0


class Relief:
    """By how much heights differ round each cell of a grid: their standard deviation, metres."""

    def __init__(self, folder: Path) -> None:
        import h5py  # noqa: PLC0415 - only for this map (requirements-data.txt)

        path = from_pypi(*HEIGHTS, folder) / "pvlib" / "data" / "Altitude.h5"
        with h5py.File(path) as file:
            heights = heights_m(np.asarray(file["Altitude"]))
        self._spread_m = np.minimum(spread(heights), _MOST_M)

    def of(self, points: np.ndarray) -> np.ndarray:
        """Look up every point, array (n, 2) of lon, lat in degrees: metres."""
        rows, columns = self._spread_m.shape
        row = np.clip(((90.0 - points[:, 1]) * _CELLS_PER_DEG).astype(int), 0, rows - 1)
        column = np.clip(((points[:, 0] + 180.0) * _CELLS_PER_DEG).astype(int), 0, columns - 1)
        return np.asarray(self._spread_m[row, column])


def heights_m(stored: np.ndarray) -> np.ndarray:
    """Turn what is stored, array (rows from the north, columns from 180° W), into metres."""
    on_land = np.maximum(_LOWEST_M + _STEP_M * stored, 0.0)
    return np.asarray(np.where(stored == _SEA, 0.0, on_land))


def spread(height_m: np.ndarray) -> np.ndarray:
    """Give the standard deviation of the heights of each cell and the eight round it, metres."""
    mean, square = _mean_around(height_m), _mean_around(height_m**2)
    return np.asarray(np.sqrt(np.maximum(square - mean**2, 0.0)))


def _mean_around(grid: np.ndarray) -> np.ndarray:
    """Average every cell with its neighbours; the grid goes on round the globe."""
    wide = np.pad(grid, ((0, 0), (_REACH, _REACH)), mode="wrap")
    wide = np.pad(wide, ((_REACH, _REACH), (0, 0)), mode="edge")
    rows, columns = grid.shape
    side = range(2 * _REACH + 1)
    shifted = [wide[row : row + rows, column : column + columns] for row in side for column in side]
    return np.asarray(np.mean(shifted, axis=0))
