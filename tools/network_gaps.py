"""A network with gaps goes in, and lines of another map; the network comes out with them closed.

A gap is where the way along the network is long and the way along another map's line is short.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from geo.adapters.network_paths import Paths
from geo.adapters.network_store import Network
from tools.network_graph import Graph, in_order, once

if TYPE_CHECKING:
    from collections.abc import Sequence

_GEOD = Geod(ellps="WGS84")

# A line of another map is added where the network's way between its ends is so much longer.
_LONGER = 1.12
_LONGER_M = 6_000.0
_SNAP_M = 4_000.0


def distances(graph: Graph, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Length of the way between points of a graph, metres; infinite where there is none."""
    ordered, order = in_order(graph)
    number = {tuple(point): index for index, point in enumerate(ordered.points.tolist())}
    renumbered = np.array([number[tuple(point)] for point in graph.points.tolist()])
    costs = (
        Paths(bare(ordered, order), ordered.length_m)
        .search()
        .costs(zip(renumbered[one].tolist(), renumbered[other].tolist(), strict=True))
    )
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
