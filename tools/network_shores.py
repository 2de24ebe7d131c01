"""Tells where lines meet the shore, and finds a way on water between two points that are near.

The shores are the basemap's own in full detail, lakes included: what crosses none of them, and
begins on water, stays on water at every scale that a map is drawn at.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
import shapely.affinity

from geo.adapters.basemap.store import read_level
from geo.geodesy import distance_m, length_m
from tools.network_grid import cell_of, over_grid

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap.layer import Layer

# Shores are cut into pieces of so many points, so that an index of boxes is sharp.
_PIECE = 24
_TURN_DEG = 360.0
_EDGE_DEG = 170.0  # an arc that reaches so far east or west may run on past 180°

# A way round an obstacle is looked for on a grid of so many cells a side at most, this much
# (degrees, and a share of the distance) wider than the box of the two points.
_CELLS = 70
_FINE_CELLS = 240
_LEAST_CELL_DEG = 0.002
_MARGIN_DEG = 0.15
_MARGIN = 0.6

# The water nearest to a point is looked for on a grid of so many points a side.
_SIDE = 81
_M_PER_DEG = 111_320.0


Line = list[tuple[float, float]]


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
        for tree, is_water in self._areas:
            found[tree.query(drawn, predicate="within")[0]] = is_water
        return found

    def is_roomy(self, points: np.ndarray, room_deg: float) -> np.ndarray:
        """Tell which points, array (n, 2), have no shore so near."""
        found = np.ones(len(points), dtype=np.bool_)
        near = self._tree.query(shapely.points(points), predicate="dwithin", distance=room_deg)
        found[near[0]] = False
        return found

    def outlines(self, least_deg: float) -> list[np.ndarray]:
        """List the outer rings, arrays (n, 2), of all land that is so wide or so high."""
        layer = self._layers["countries"]
        west, south, east, north = layer.part_bounds.T
        wide = np.flatnonzero(np.maximum(east - west, north - south) >= least_deg)
        areas = [self._polygon("countries", number, 0.0) for number in wide.tolist()]
        shells = shapely.get_exterior_ring([area for area in areas if not area.is_empty])
        return [shapely.get_coordinates(shell) for shell in shells]

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

    def line_land_m(self, points: np.ndarray) -> float:
        """Length of a line through points, array (n, 2), that lies on land, metres."""
        tried = self.crossed(points[:-1], points[1:]) | ~self.afloat(points[:-1])
        return sum(
            self.land_m(tuple(points[hop]), tuple(points[hop + 1])) for hop in np.flatnonzero(tried)
        )

    def to_water(self, lon: float, lat: float, *, within_m: float) -> tuple[float, float] | None:
        """Find the water that is nearest to a point; None if it is farther off than that."""
        half = within_m / _M_PER_DEG
        wide = half / max(float(np.cos(np.radians(lat))), 0.1)
        land = self.land_in(lon - wide, lat - half, lon + wide, lat + half)
        shapely.prepare(land)
        lons, lats = np.meshgrid(*(np.linspace(-reach, reach, _SIDE) for reach in (wide, half)))
        lons, lats = lons.ravel() + lon, lats.ravel() + lat
        far_m = np.hypot((lons - lon) / wide, (lats - lat) / half) * within_m
        far_m[shapely.contains_xy(land, lons, lats) | (far_m > within_m)] = np.inf
        nearest = int(far_m.argmin())
        return (float(lons[nearest]), float(lats[nearest])) if far_m[nearest] < np.inf else None

    def afloat_way(
        self, start: tuple[float, float], end: tuple[float, float], *, ashore_m: float
    ) -> Line | None:
        """Find a way on water between two points, of which each may lie ashore by ``ashore_m``.

        The way begins and ends at the water before such a point. None where there is none in the
        box round the two.
        """
        for cells in (_CELLS, _FINE_CELLS):
            way = self.way_round(start, end, cells)
            if way is None:
                continue
            floating = np.flatnonzero(self.afloat(np.array(way))).tolist()
            way = way[floating[0] : floating[-1] + 1] if floating else []
            if len(way) < 2 or max(_far_m(start, way[0]), _far_m(end, way[-1])) > ashore_m:  # noqa: PLR2004 - a line
                continue
            found = self._without_corners(way)
            if found is not None:
                return found
        return None

    def _without_corners(self, way: Line) -> Line | None:
        """Lead a way on a coarse grid round the corners of land that it still cuts."""
        found = way[:1]
        for one, other in pairwise(way):
            if self.is_clear(np.array([one, other])):
                found.append(other)
                continue
            round_it = self.way_round(one, other, _CELLS)
            if round_it is None:
                return None
            found += round_it[1:]
        return self.straightened(found)

    def way_round(
        self, start: tuple[float, float], end: tuple[float, float], cells: int
    ) -> Line | None:
        """Find a way on water between two points on a grid of so many cells a side.

        The ends themselves may lie ashore, a few cells from the water. None where there is none in
        the box round the two.
        """
        span = max(abs(start[0] - end[0]), abs(start[1] - end[1]))
        margin = _MARGIN_DEG + _MARGIN * span
        west, south = min(start[0], end[0]) - margin, min(start[1], end[1]) - margin
        east, north = max(start[0], end[0]) + margin, max(start[1], end[1]) + margin
        land = self.land_in(west, south, east, north)
        cell = max(max(east - west, north - south) / cells, _LEAST_CELL_DEG)
        lons, lats = np.arange(west, east, cell), np.arange(south, north, cell)
        shapely.prepare(land)
        on_land = np.asarray(shapely.contains_xy(land, *np.meshgrid(lons, lats)))
        is_water = np.logical_not(on_land)
        found = over_grid(is_water, cell_of(start, lons, lats), cell_of(end, lons, lats), lats)
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
    def _layers(self) -> Mapping[str, Layer]:
        return read_level(self._folder / "detail.bin")

    @cached_property
    def _areas(self) -> list[tuple[shapely.STRtree, bool]]:
        """Index of the land, then of the lakes in it, each turned once round as well."""
        found = []
        for name, is_water in (("countries", False), ("lakes", True)):
            numbers = range(len(self._layers[name].parts))
            turns = (0.0, _TURN_DEG, -_TURN_DEG)
            areas = [self._polygon(name, number, turn) for turn in turns for number in numbers]
            shapely.prepare(areas)
            found.append((shapely.STRtree(areas), is_water))
        return found

    @cached_property
    def _tree(self) -> shapely.STRtree:
        land, lakes = self._layers["countries"], self._layers["lakes"]
        coast = set(land.parts.plain.tolist()) - set(land.users)
        pieces = [_pieces(land, sorted(coast - land.seams))]
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


def _far_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(distance_m(*one, *other))


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
