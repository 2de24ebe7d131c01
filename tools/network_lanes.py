"""Lanes and ports go in; what of them lies on water comes out.

A lane that the map would draw across land is led round it, or left out where no water leads round.
A port on a quay that is drawn as land begins at the water before it. Only what is dug through land
(the canals that the source names) stays as it is.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from tools.network_graph import Graph, measured, once
from tools.network_steps import steps_of, turned, unrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.network_shores import Line, Shores

_GEOD = Geod(ellps="WGS84")

# Passages that are cut through land; the map draws them, if at all, as land.
CANALS = frozenset({"suez", "panama"})
_MOUTH_M = 40_000.0
# Straits that the map draws narrower than a lane: kept as they are where nothing leads round.
_NARROW = frozenset({"bosporus", "dardanelles"})
# The map's own shores are good to about so much.
COARSE_M = 300.0

# Ports: so far from a lane at most, and the first metres from the quay may lie on drawn land.
_PORT_REACH_M = 120_000.0
_QUAY_M = 8_000.0
_TRIED = 12
_WOUND = 3


def mended(graph: Graph, kinds: Sequence[str], shores: Shores) -> Graph:
    """Lead every lane that lies on land in part round it; leave out what cannot be."""
    numbers = [kinds.index(name) for name in CANALS]
    canal = np.isin(graph.kind, numbers)
    graph = _launched(graph, graph.ends[canal].ravel(), shores)
    graph = _with_mouths(graph, numbers, shores)
    canal = np.isin(graph.kind, numbers)
    bad = (ashore_m(graph, shores) > COARSE_M) & ~canal
    builder = Builder(graph.kept(~bad))
    round_count = 0
    one, other = graph.points[graph.ends[bad, 0]], graph.points[graph.ends[bad, 1]]
    for near, far, kind in zip(one, unrolled(one, other), graph.kind[bad].tolist(), strict=True):
        start, end = _pair(near, far)
        way = shores.afloat_way(start, end, ashore_m=0.0)
        if way is not None and shores.line_land_m(np.array(way)) <= COARSE_M:
            builder.add(way, kind)
            round_count += 1
        elif kinds[kind] in _NARROW:
            builder.add([start, end], kind)
    print(f"  of {bad.sum()} lanes over land {round_count} are led round it")
    return builder.graph()


def _with_mouths(graph: Graph, canals: Sequence[int], shores: Shores) -> Graph:
    """Take what leads on from a canal over land for a part of it: its mouth."""
    kind = graph.kind.copy()
    over = (graph.kind == 0) & (graph.chord_m < _MOUTH_M) & (ashore_m(graph, shores) > COARSE_M)
    for canal in canals:
        kind[over & np.isin(graph.ends, graph.ends[graph.kind == canal]).any(axis=1)] = canal
    return Graph(points=graph.points, ends=graph.ends, length_m=graph.length_m, kind=kind)


def _launched(graph: Graph, stay: np.ndarray, shores: Shores) -> Graph:
    """Move points that are drawn ashore to the water before them; drop those far from any."""
    points, kept = graph.points.copy(), np.ones(len(graph.points), dtype=bool)
    moved = np.setdiff1d(np.flatnonzero(~shores.afloat(points)), stay)
    for number in moved.tolist():
        lon, lat = points[number].tolist()
        water = shores.to_water(lon, lat, within_m=_QUAY_M)
        kept[number] = water is not None
        points[number] = water or (lon, lat)
    print(f"  of {len(moved)} points ashore {(~kept).sum()} are far from the water")
    hops = kept[graph.ends].all(axis=1)
    return measured(points, graph.ends, graph.kind).kept(hops)


def ashore_m(graph: Graph, shores: Shores) -> np.ndarray:
    """Length of every hop that lies on drawn land, metres."""
    steps = steps_of(graph.points[graph.ends[:, 0]], graph.points[graph.ends[:, 1]])
    tried = shores.crossed(steps.starts, steps.ends)
    tried |= (~shores.afloat(graph.points)[graph.ends].any(axis=1))[steps.hop]
    found = np.zeros(len(graph.ends))
    for step in np.flatnonzero(tried):
        found[steps.hop[step]] += shores.land_m(*_pair(steps.starts[step], steps.ends[step]))
    return found


def _pair(one: np.ndarray, other: np.ndarray) -> tuple[tuple[float, float], tuple[float, float]]:
    return (float(one[0]), float(one[1])), (float(other[0]), float(other[1]))


class Builder:
    """Adds lines to a graph, point by point."""

    def __init__(self, graph: Graph) -> None:
        self._points = [tuple(point) for point in graph.points.tolist()]
        self._number = {point: number for number, point in enumerate(self._points)}
        self._ends = graph.ends.tolist()
        self._kind = graph.kind.tolist()

    def add(self, line: Sequence[tuple[float, ...]], kind: int) -> None:
        """Add a line, points of lon, lat."""
        numbers = [self._at(point) for point in line]
        for pair in pairwise(numbers):
            self._ends.append(list(pair))
            self._kind.append(kind)

    def _at(self, point: tuple[float, ...]) -> int:
        lon = float(turned(float(point[0])))
        point = (round(lon, 4), round(float(point[1]), 4))
        if point not in self._number:
            self._number[point] = len(self._points)
            self._points.append(point)
        return self._number[point]

    def graph(self) -> Graph:
        """Give what was built."""
        points, ends = np.array(self._points), np.array(self._ends)
        return once(measured(points, ends, np.array(self._kind)))


def with_ports(graph: Graph, ports: np.ndarray, shores: Shores) -> Graph:
    """Join every port to the lanes by the water before it."""
    builder = Builder(graph)
    tree = shapely.STRtree(np.asarray(shapely.points(graph.points)))
    floats = shores.afloat(ports)
    straight = wound = 0
    for port, is_afloat in zip(ports, floats.tolist(), strict=True):
        near = graph.points[near_points(graph.points, tree, port)]
        clear = near[~shores.crossed(np.broadcast_to(port, near.shape), near)] if is_afloat else []
        for point in clear[:3]:
            builder.add(_pair(port, point), 0)
        straight += len(clear) > 0
        if not len(clear):
            way = _wound(port, near, shores)
            wound += way is not None
            builder.add(way or [], 0)
    print(f"  ports: {straight} straight, {wound} by a way round, of {len(ports)}")
    return builder.graph()


def _wound(port: np.ndarray, near: np.ndarray, shores: Shores) -> Line | None:
    for point in near[:_WOUND]:
        way = shores.afloat_way(*_pair(port, point), ashore_m=_QUAY_M)
        if way is not None and shores.line_land_m(np.array(way)) <= COARSE_M:
            return way
    return None


def near_points(points: np.ndarray, tree: shapely.STRtree, port: np.ndarray) -> np.ndarray:
    """Find the few points of an array (n, 2) that are nearest to a port; give their numbers."""
    squeeze = max(np.cos(np.radians(port[1])), 0.1)
    found = tree.query(
        shapely.Point(port), predicate="dwithin", distance=_PORT_REACH_M / 111e3 / squeeze
    )
    here = np.broadcast_to(port, (len(found), 2))
    metres = _GEOD.inv(here[:, 0], here[:, 1], points[found, 0], points[found, 1])[2]
    order = np.argsort(metres, kind="stable")  # on every machine the same
    return np.asarray(found[order[metres[order] < _PORT_REACH_M]][:_TRIED])
