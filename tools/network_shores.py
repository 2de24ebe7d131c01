"""Tells where lines meet the shore, and finds a way on water between two points that are near.

The shores are the basemap's own in full detail, lakes included: what crosses none of them, and
begins on water, stays on water at every scale that a map is drawn at.
"""

from __future__ import annotations

import heapq
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely
import shapely.affinity

from geo.adapters.basemap_store import read_level
from geo.geodesy import length_m

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap_store import Layer

# Shores are cut into pieces of so many points, so that an index of boxes is sharp.
_PIECE = 24
_TURN_DEG = 360.0
_EDGE_DEG = 170.0  # an arc that reaches so far east or west may run on past 180°

# A way round an obstacle is looked for on a grid of so many cells a side at most, this much
# (degrees, and a share of the distance) wider than the box of the two points.
_CELLS = 70
_LEAST_CELL_DEG = 0.004
_MARGIN_DEG = 0.15
_MARGIN = 0.6


class Shores:
    """The shores of one folder of map files; read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._polygons: dict[tuple[str, int], BaseGeometry] = {}

    def crossed(self, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """Tell for straight lines between points, arrays (n, 2) of lon, lat, who meets a shore."""
        lines = np.asarray(shapely.linestrings(np.stack([starts, ends], axis=1)))
        met = np.zeros(len(starts), dtype=np.bool_)
        if len(starts):
            met[self._tree.query(lines, predicate="intersects")[0]] = True
        return met

    def is_clear(self, points: np.ndarray) -> bool:
        """Whether a line through points, array (n, 2), meets no shore."""
        return not self.crossed(points[:-1], points[1:]).any()

    def afloat(self, points: np.ndarray) -> np.ndarray:
        """Tell which points, array (n, 2), lie on water: at sea or in a lake."""
        drawn = np.asarray(shapely.points(points))
        found = np.ones(len(points), dtype=np.bool_)
        for name, is_water in (("countries", False), ("lakes", True)):
            numbers = range(len(self._layers[name].parts))
            turns = (0.0, _TURN_DEG, -_TURN_DEG)
            areas = [self._polygon(name, number, turn) for turn in turns for number in numbers]
            found[shapely.STRtree(areas).query(drawn, predicate="within")[0]] = is_water
        return found

    def land_in(self, west: float, south: float, east: float, north: float) -> BaseGeometry:
        """Give the land in a box as the map draws it, without its lakes."""
        box = (west, south, east, north)
        land, lakes = (self._drawn(name, box) for name in ("countries", "lakes"))
        return shapely.difference(land, lakes)

    def land_m(self, start: tuple[float, float], end: tuple[float, float]) -> float:
        """Length of the straight line between two points that lies on land, metres."""
        line = shapely.LineString([start, end])
        west, south, east, north = line.bounds
        land = self.land_in(west - 1e-3, south - 1e-3, east + 1e-3, north + 1e-3)
        return length_m(shapely.intersection(line, land))

    def way_round(
        self, start: tuple[float, float], end: tuple[float, float]
    ) -> list[tuple[float, float]] | None:
        """Find a way on water between two points that lie near each other.

        The ends themselves may lie ashore, a few cells from the water. None where there is none in
        the box round the two.
        """
        span = max(abs(start[0] - end[0]), abs(start[1] - end[1]))
        margin = _MARGIN_DEG + _MARGIN * span
        west, south = min(start[0], end[0]) - margin, min(start[1], end[1]) - margin
        east, north = max(start[0], end[0]) + margin, max(start[1], end[1]) + margin
        land = self.land_in(west, south, east, north)
        cell = max(max(east - west, north - south) / _CELLS, _LEAST_CELL_DEG)
        lons, lats = np.arange(west, east, cell), np.arange(south, north, cell)
        shapely.prepare(land)
        on_land = np.asarray(shapely.contains_xy(land, *np.meshgrid(lons, lats)))
        is_water = np.logical_not(on_land)
        found = _over_grid(is_water, _cell(start, lons, lats), _cell(end, lons, lats), lats)
        if found is None:
            return None
        inner = [(float(lons[column]), float(lats[row])) for row, column in found]
        return self.straightened([start, *inner, end])

    def straightened(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Leave out the points that are not needed to stay on water."""
        line = np.array(points)
        kept, at = [0], 0
        while at < len(line) - 1:
            ahead = line[at + 1 :]
            free = ~self.crossed(np.broadcast_to(line[at], ahead.shape), ahead)
            reachable = np.flatnonzero(free)
            at += 1 + (int(reachable[-1]) if len(reachable) else 0)
            kept.append(at)
        return [points[number] for number in kept]

    @cached_property
    def _layers(self) -> dict[str, Layer]:
        return read_level(self._folder / "detail.bin")

    @cached_property
    def _tree(self) -> shapely.STRtree:
        land, lakes = self._layers["countries"], self._layers["lakes"]
        coast = [arc for arc, users in land.users.items() if len(users) == 1]
        pieces = [_pieces(land, sorted(set(coast) - land.seams))]
        pieces.append(_pieces(lakes, range(len(lakes.starts) - 1)))
        return shapely.STRtree(np.concatenate(pieces))

    def _drawn(self, name: str, box: tuple[float, float, float, float]) -> BaseGeometry:
        layer = self._layers[name]
        found = []
        for turn in (0.0, _TURN_DEG, -_TURN_DEG):
            bounds = layer.part_bounds + np.array([turn, 0.0, turn, 0.0])
            near = (bounds[:, 0] < box[2]) & (bounds[:, 2] > box[0])
            near &= (bounds[:, 1] < box[3]) & (bounds[:, 3] > box[1])
            found += [
                _cut(self._polygon(name, number, turn), box)
                for number in np.flatnonzero(near).tolist()
            ]
        return shapely.union_all(found)

    def _polygon(self, name: str, number: int, turn: float) -> BaseGeometry:
        key = name, number
        if key not in self._polygons:
            layer = self._layers[name]
            rings = [
                np.concatenate([layer.arc(arc)[min(at, 1) :] for at, arc in enumerate(ring)])
                for ring in layer.parts[number].rings
            ]
            rings = [ring for ring in rings if len(ring) > 3]  # noqa: PLR2004 - a ring
            shell = shapely.Polygon(rings[0], rings[1:]) if rings else shapely.Polygon()
            self._polygons[key] = shell
        polygon = self._polygons[key]
        return shapely.affinity.translate(polygon, turn) if turn else polygon


def _cut(polygon: BaseGeometry, box: tuple[float, float, float, float]) -> BaseGeometry:
    try:
        return shapely.make_valid(shapely.clip_by_rect(polygon, *box))
    except shapely.errors.GEOSException:  # a sliver of three points is left at the edge
        return shapely.intersection(shapely.make_valid(polygon), shapely.box(*box))


def _pieces(layer: Layer, arcs: Sequence[int] | range) -> np.ndarray:
    """Cut arcs into short lines; those past 180° stand on the other side as well."""
    found = []
    for number in arcs:
        arc = layer.arc(number)
        for turn in _turns(arc):
            moved = arc + np.array([turn, 0.0])
            found += [moved[at : at + _PIECE + 1] for at in range(0, len(moved) - 1, _PIECE)]
    owners = np.repeat(np.arange(len(found)), [len(piece) for piece in found])
    return np.asarray(shapely.linestrings(np.concatenate(found), indices=owners))


def _turns(points: np.ndarray) -> list[float]:
    turns = [0.0]
    if points[:, 0].max() > _EDGE_DEG:
        turns.append(-_TURN_DEG)
    if points[:, 0].min() < -_EDGE_DEG:
        turns.append(_TURN_DEG)
    return turns


def _cell(point: tuple[float, float], lons: np.ndarray, lats: np.ndarray) -> tuple[int, int]:
    return int(np.abs(lats - point[1]).argmin()), int(np.abs(lons - point[0]).argmin())


# From a harbour that is drawn as land the way leads to the water; each such cell counts so much.
_ASHORE = 25.0
_MOST_ASHORE = 6
_STEPS = [(row, column) for row in (-1, 0, 1) for column in (-1, 0, 1) if row or column]


def _over_grid(
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
