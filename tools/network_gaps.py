"""A network with gaps goes in, and lines of another map; the network comes out with them closed.

A gap is where the way along the network is long and the way along another map's line is short.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from geo.adapters.network.paths import Paths
from geo.adapters.network.store import Network
from tools.network_graph import Graph, once, order_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_GEOD = Geod(ellps="WGS84")

# A line of another map is added where the network's way between its ends is so much longer.
_LONGER = 1.12
_LONGER_M = 6_000.0
_SNAP_M = 4_000.0
# A network is ordered anew where fewer of its points are known, or it has so many times the hops.
_KNOWN = 0.8
_MORE = 1.03


class _Order:
    """In which order points are contracted, kept from one network to the next.

    To order a network takes most of the time that its ways take; but it is nearly the same one
    again when some ends have been joined, and any order will do. Points that are new go first.
    """

    def __init__(self) -> None:
        self._place: dict[tuple[float, float], int] = {}
        self._hops = 0

    def of(self, graph: Graph) -> np.ndarray:
        """Give the points of a network in their order."""
        points = list(map(tuple, graph.points.tolist()))
        known = np.array([self._place.get(point, -1) for point in points])
        is_same = (known >= 0).mean() > _KNOWN and len(graph.ends) < _MORE * self._hops
        if is_same:
            return np.argsort(known, kind="stable")
        order = order_of(graph)
        self._place = {points[number]: place for place, number in enumerate(order.tolist())}
        self._hops = len(graph.ends)
        return order


_ORDER = _Order()


def distances(graph: Graph, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Length of the way between points of a graph, metres; infinite where there is none."""
    network = bare(graph, _ORDER.of(graph))
    pairs = zip(one.tolist(), other.tolist(), strict=True)
    costs = Paths(network, graph.length_m).search().costs(pairs)
    return np.array([np.inf if cost is None else cost for cost in costs])


def bare(graph: Graph, order: np.ndarray) -> Network:
    """Make a network of a graph that is only asked for ways."""
    return Network(
        points=graph.points,
        ends=graph.ends,
        winding=np.ones(len(graph.ends)),
        kind=graph.kind,
        country=np.zeros(len(graph.points)),
        doubt=np.zeros(len(graph.ends)),
        order=order,
        kinds=(),
        countries=(),
        country_names=(),
        source="",
        attribution="",
    )


def filled(graph: Graph, lines: Sequence[tuple[np.ndarray, float]]) -> Graph:
    """Add the lines, each with its winding, between whose ends the network goes a longer way."""
    corners = shapely.STRtree(np.asarray(shapely.points(graph.points)))
    ends = np.array([(line[0], line[-1]) for line, _ in lines])
    near = np.stack([corners.nearest(shapely.points(ends[:, side])) for side in (0, 1)], axis=1)
    gaps = np.stack(
        [_GEOD.inv(*ends[:, side].T, *graph.points[near[:, side]].T)[2] for side in (0, 1)],
        axis=1,
    )
    length_m = np.array(
        [winding * _GEOD.line_length(line[:, 0], line[:, 1]) for line, winding in lines]
    )
    longer = distances(graph, near[:, 0], near[:, 1]) > _LONGER * length_m + _LONGER_M
    chosen = np.flatnonzero(longer & (gaps < _SNAP_M).all(axis=1) & (near[:, 0] != near[:, 1]))
    points, hops = [*map(tuple, graph.points.tolist())], graph.ends.tolist()
    lengths = graph.length_m.tolist()
    for number in chosen.tolist():
        line, winding = lines[number]
        inner = range(len(points), len(points) + len(line))
        points += [tuple(point) for point in line.round(4).tolist()]
        for one, other in pairwise([int(near[number, 0]), *inner, int(near[number, 1])]):
            hops.append([one, other])
            lengths.append(winding * _GEOD.inv(*points[one], *points[other])[2])
    print(f"  filled {len(chosen)} gaps with {length_m[chosen].sum() / 1000:.0f} km of other lines")
    kinds = np.zeros(len(hops), dtype=np.int64)
    kinds[: len(graph.kind)] = graph.kind
    return once(
        Graph(points=np.array(points), ends=np.array(hops), length_m=np.array(lengths), kind=kinds)
    )
