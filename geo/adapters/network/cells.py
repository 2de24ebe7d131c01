"""Tells which hops of a network lie near a point, and how long their chords are, without delay.

Both are asked for as soon as a network is opened, of some hundred thousand hops: whole arrays at
once, nothing hop by hop.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isqrt
from typing import TYPE_CHECKING

import numpy as np

from geo.geodesy import wgs84

if TYPE_CHECKING:
    from pyproj import Geod

# Cells are as fine as the hops are short, so that few are looked at for one point.
_FINE_DEG, _COARSE_DEG = 0.125, 0.5
_TURN_DEG = 360.0
_LOWEST_LAT = -90.0
_HALF_TURN_DEG = 180.0
# A hop so wide or tall is a way over open water: its straight line is not what a map draws, and
# nobody gets on it half-way.
_WIDEST_DEG = 5.0
# A line along the edge of a cell meets it.
_EDGE_DEG = 1e-6
# Raise it whenever the same hops are sorted in another way.
FORMAT = 2
# Hops so short, and so far from the poles, are measured by a formula that is right to a millionth.
_SHORT_DEG = 1.25
_POLAR_DEG = 75.0


@dataclass(frozen=True, kw_only=True)
class HopCells:
    """Hops by the cells of a grid.

    A short hop is kept by the lower left corner of its box alone, a longer one by the cells that it
    passes; one of more than five degrees is left out.

    Attributes
    ----------
    hops : array of hop numbers, cell by cell.
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
        one, step = points[ends[:, 0]], steps_deg(points, ends)
        size = np.abs(step).max(axis=1)
        fine = len(ends) > 0 and float(np.median(size)) < _FINE_DEG
        cell_deg = _FINE_DEG if fine else _COARSE_DEG
        columns, rows = round(_TURN_DEG / cell_deg), round(_HALF_TURN_DEG / cell_deg)
        low = _cells(one + np.minimum(step, 0.0), cell_deg)
        cell = low[:, 1] * columns + low[:, 0] % columns
        long = np.flatnonzero(size > cell_deg)
        high = _cells(one[long] + np.maximum(step[long], 0.0), cell_deg)
        hops, column, row = _boxes(low[long], high, size[long] <= _WIDEST_DEG)
        met = _is_met(one[long][hops], step[long][hops], np.stack([column, row], axis=1), cell_deg)
        hops, column, row = hops[met], column[met], row[met]
        short = size <= cell_deg
        cell = np.r_[cell[short], row * columns + column % columns]
        order = np.argsort(cell, kind="stable")
        return cls(
            hops=np.r_[np.flatnonzero(short), long[hops]].astype(np.int32)[order],
            first=np.searchsorted(cell[order], np.arange(rows * columns + 1)).astype(np.int32),
        )

    @cached_property
    def _columns(self) -> int:
        return isqrt(2 * (len(self.first) - 1))  # half as many rows as columns

    @cached_property
    def _cell_deg(self) -> float:
        return _TURN_DEG / self._columns

    def near(
        self, points: np.ndarray, wide_deg: np.ndarray, tall_deg: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """List the hops within so many degrees of points, and some beyond.

        ``points`` is an array (n, 2) of lon, lat. Gives numbers of points, ascending, and the
        number of a hop beside each.
        """
        lon, lat = points.T
        west = self._column(lon - wide_deg - self._cell_deg)
        wide = np.minimum(self._column(lon + wide_deg) - west, self._columns - 1)
        south, north = self._row(lat - tall_deg - self._cell_deg), self._row(lat + tall_deg)
        whose = np.repeat(np.arange(len(points)), north - south + 1)
        row = ranges(south, north + 1) * self._columns
        west = (west % self._columns)[whose]
        beyond = np.maximum(west + wide[whose] + 1 - self._columns, 0)  # across 180°
        begin = self.first[np.stack([row + west, row], axis=1)]
        end = self.first[np.stack([row + west + wide[whose] + 1 - beyond, row + beyond], axis=1)]
        hops = self.hops[ranges(begin.ravel(), end.ravel())]
        listed = np.repeat(np.repeat(whose, 2), (end - begin).ravel()) * self._count + hops
        listed = np.sort(listed)
        return np.divmod(listed[np.diff(listed, prepend=-1) > 0], self._count)

    @cached_property
    def _count(self) -> int:
        return int(self.hops.max(initial=0)) + 1

    def _column(self, lon: np.ndarray) -> np.ndarray:
        return np.floor((lon + _HALF_TURN_DEG) / self._cell_deg).astype(np.int64)

    def _row(self, lat: np.ndarray) -> np.ndarray:
        row = np.floor((lat - _LOWEST_LAT) / self._cell_deg).astype(np.int64)
        return np.clip(row, 0, self._columns // 2 - 1)


def ranges(starts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """Join the whole numbers from each start to the stop beside it."""
    counts = stops - starts
    ends = counts.cumsum()
    total = int(ends[-1]) if len(ends) else 0
    joined: np.ndarray = np.arange(total) + (starts - ends + counts).repeat(counts)
    return joined


def _cells(points: np.ndarray, cell_deg: float) -> np.ndarray:
    """Give column and row of the cell of each point; columns go on beyond 180°."""
    corner = np.array([-_HALF_TURN_DEG, _LOWEST_LAT])
    cells = np.floor((points - corner) / cell_deg).astype(np.int32)
    np.clip(cells[:, 1], 0, round(_HALF_TURN_DEG / cell_deg) - 1, out=cells[:, 1])
    return np.asarray(cells)


def _boxes(
    low: np.ndarray, high: np.ndarray, kept: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """List the cells of boxes from their lowest and highest one: whose, column and row."""
    wide, tall = np.where(kept[:, None], np.maximum(high - low + 1, 0), 0).T
    count = wide * tall
    box = np.repeat(np.arange(len(low)), count)
    nth = np.arange(len(box)) - np.repeat(np.cumsum(count) - count, count)
    return box, low[box, 0] + nth % wide[box], low[box, 1] + nth // wide[box]


def _is_met(start: np.ndarray, step: np.ndarray, cells: np.ndarray, cell_deg: float) -> np.ndarray:
    """Tell which lines pass the cell beside each, or its edge."""
    low = cells * cell_deg - np.array([_HALF_TURN_DEG, -_LOWEST_LAT]) - _EDGE_DEG
    step = np.where(np.abs(step) < _EDGE_DEG, _EDGE_DEG / 2.0, step)
    one, other = (low - start) / step, (low + cell_deg + 2.0 * _EDGE_DEG - start) / step
    enters = np.minimum(one, other).max(axis=1)
    leaves = np.maximum(one, other).min(axis=1)
    return np.asarray(np.maximum(enters, 0.0) <= np.minimum(leaves, 1.0))


def steps_deg(points: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Give how far each hop leads east and north, degrees; the short way round the globe."""
    step = points[ends[:, 1]] - points[ends[:, 0]]
    far = np.abs(step[:, 0]) > _HALF_TURN_DEG
    step[far, 0] -= np.copysign(_TURN_DEG, step[far, 0])
    return np.asarray(step)


def chords_m(points: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Measure the geodesics between the points of each hop, metres."""
    one, step = points[ends[:, 0]], steps_deg(points, ends)
    found = _short_m(np.radians(one[:, 1]), np.radians(step), wgs84())
    long = (np.abs(step) > _SHORT_DEG).any(axis=1) | (np.abs(one[:, 1]) > _POLAR_DEG)
    found[long] = wgs84().inv(*one[long].T, *points[ends[long, 1]].T)[2]
    return found


def _short_m(lat: np.ndarray, step: np.ndarray, ellipsoid: Geod) -> np.ndarray:
    """Measure geodesics from latitudes and steps in radians: metres.

    After Bowring, "The direct and inverse problems for short geodesic lines on the ellipsoid",
    Surveying and Mapping 41 (1981).
    """
    second = ellipsoid.es / (1.0 - ellipsoid.es)
    sin_lat, cos_lat = np.sin(lat), np.cos(lat)
    bend = np.sqrt(1.0 + second * cos_lat**2)
    widen = np.sqrt(1.0 + second * cos_lat**4)
    half_lon = widen * step[:, 0] / 2.0
    more = 0.75 * second / bend**2 * step[:, 1] * np.sin(2.0 * lat + step[:, 1] / 1.5)
    half_lat = step[:, 1] / (2.0 * bend) * (1.0 + more)
    sin_half, cos_half = np.sin(half_lat), np.cos(half_lat)
    along = sin_half * np.cos(half_lon)
    across = np.sin(half_lon) * (bend * cos_lat * cos_half - sin_lat * sin_half) / widen
    angle = 2.0 * np.arcsin(np.hypot(along, across))
    return np.asarray(ellipsoid.a * np.sqrt(1.0 + second) * angle / bend**2)
