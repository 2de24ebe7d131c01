"""Tells which hops of a network lie near a point, and how long their chords are, without delay.

Both are asked for as soon as a network is opened, of some hundred thousand hops: whole arrays at
once, nothing hop by hop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.geodesy import wgs84

if TYPE_CHECKING:
    from pyproj import Geod

_CELL_DEG = 1.0
_COLUMNS = round(360 / _CELL_DEG)
_ROWS = round(180 / _CELL_DEG)
_HALF_TURN_DEG = 180.0
_TO_CORNER = np.array([180.0, 90.0])
# Hops so short, and so far from the poles, are measured on the spheres that touch the ellipsoid at
# their middle latitude (Gauss's formula): right to two millionths.
_SHORT_DEG = 0.25
_POLAR_DEG = 75.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HopCells:
    """Hops by the cells of one degree that the box round each meets.

    Attributes
    ----------
    hops : array of hop numbers, cell by cell; a hop that crosses 180° is left out.
    first : array, where each cell's hops begin in it, and the total at the end.
    """

    hops: np.ndarray
    first: np.ndarray

    @classmethod
    def of(cls, points: np.ndarray, ends: np.ndarray) -> HopCells:
        """Sort hops by cell.

        ``points`` is an array (n, 2) of lon, lat in WGS 84 degrees, ``ends`` one (m, 2) of point
        numbers.
        """
        one, other = points[ends[:, 0]], points[ends[:, 1]]
        low, high = _cells(np.minimum(one, other)), _cells(np.maximum(one, other))
        high[np.abs(one[:, 0] - other[:, 0]) > _HALF_TURN_DEG] = -1
        wide, tall = np.maximum(high - low + 1, 0).T
        hops = np.repeat(np.arange(len(ends)), wide * tall)
        nth = np.arange(len(hops)) - np.repeat(np.cumsum(wide * tall) - wide * tall, wide * tall)
        column, row = low[hops, 0] + nth % wide[hops], low[hops, 1] + nth // wide[hops]
        cell = row * _COLUMNS + column
        order = np.argsort(cell, kind="stable")
        first = np.searchsorted(cell[order], np.arange(_ROWS * _COLUMNS + 1))
        return cls(hops=hops[order].astype(np.int32), first=first)

    def near(self, lon: float, lat: float, reach_deg: tuple[float, float]) -> np.ndarray:
        """List the hops of all cells within so many degrees of longitude and latitude."""
        reach = np.array(reach_deg)
        west, south = _cells(np.maximum(np.array([lon, lat]) - reach, (-180.0, -90.0))).tolist()
        east, north = _cells(np.minimum(np.array([lon, lat]) + reach, (180.0, 90.0))).tolist()
        found = [
            self.hops[self.first[row * _COLUMNS + west] : self.first[row * _COLUMNS + east + 1]]
            for row in range(south, north + 1)
        ]
        # What np.unique gives; but that loads NumPy's masked arrays, which takes longer.
        hops = np.sort(np.concatenate(found))
        return np.asarray(hops[np.concatenate([[True], hops[1:] != hops[:-1]])[: len(hops)]])


def _cells(points: np.ndarray) -> np.ndarray:
    """Give the column and row of the cell that each point lies in."""
    cells = np.floor((points + _TO_CORNER) / _CELL_DEG).astype(np.int64)
    return np.asarray(np.clip(cells, 0, (_COLUMNS - 1, _ROWS - 1)))


def chords_m(points: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Measure the geodesics between the points of each hop, metres."""
    one, other = points[ends[:, 0]], points[ends[:, 1]]
    step, middle = np.radians(other - one), np.radians((one[:, 1] + other[:, 1]) / 2.0)
    found = _short_m(step, middle, wgs84())
    long = (np.abs(other - one) > _SHORT_DEG).any(axis=1) | (np.abs(one[:, 1]) > _POLAR_DEG)
    found[long] = wgs84().inv(*one[long].T, *other[long].T)[2]
    return found


def _short_m(step: np.ndarray, middle: np.ndarray, ellipsoid: Geod) -> np.ndarray:
    bend = 1.0 - ellipsoid.es * np.sin(middle) ** 2
    across = ellipsoid.a / np.sqrt(bend)
    along = across * (1.0 - ellipsoid.es) / bend
    east, north = step[:, 0] * np.cos(middle) * across, step[:, 1] * along
    return np.asarray(np.hypot(east, north))
