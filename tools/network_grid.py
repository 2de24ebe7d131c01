"""A grid of water and land goes in; the shortest way on its water between two cells comes out."""

from __future__ import annotations

import heapq

import numpy as np


def cell_of(point: tuple[float, float], lons: np.ndarray, lats: np.ndarray) -> tuple[int, int]:
    """Find the row and column of the cell that a point (lon, lat) lies in."""
    return int(np.abs(lats - point[1]).argmin()), int(np.abs(lons - point[0]).argmin())


# From a harbour that is drawn as land the way leads to the water; each such cell counts so much.
_ASHORE = 25.0
_MOST_ASHORE = 6
_STEPS = [(row, column) for row in (-1, 0, 1) for column in (-1, 0, 1) if row or column]


def over_grid(
    is_water: np.ndarray, start: tuple[int, int], end: tuple[int, int], lats: np.ndarray
) -> list[tuple[int, int]] | None:
    """Search the grid for the shortest way; land is crossed only beside the two ends."""
    squeeze = float(np.cos(np.radians(lats.mean())))
    allowed = is_water.copy()
    for row, column in (start, end):
        low, left = max(row - _MOST_ASHORE, 0), max(column - _MOST_ASHORE, 0)
        allowed[low : row + _MOST_ASHORE + 1, left : column + _MOST_ASHORE + 1] = True
    came: dict[tuple[int, int], tuple[int, int]] = {}
    queue = [(0.0, start, start)]
    while queue:
        cost, cell, before = heapq.heappop(queue)
        if cell in came:
            continue
        came[cell] = before
        if cell == end:
            return _traced(came, start, end)
        for down, right in _STEPS:
            there = cell[0] + down, cell[1] + right
            if (
                0 <= there[0] < allowed.shape[0]
                and 0 <= there[1] < allowed.shape[1]
                and allowed[there]
                and there not in came
            ):
                step = float(np.hypot(down, right * squeeze))
                heapq.heappush(
                    queue, (cost + step * (1.0 if is_water[there] else _ASHORE), there, cell)
                )
    return None


def _traced(
    came: dict[tuple[int, int], tuple[int, int]], start: tuple[int, int], end: tuple[int, int]
) -> list[tuple[int, int]]:
    found = [end]
    while found[-1] != start:
        found.append(came[found[-1]])
    return found[::-1]
