"""A graph of many short hops goes in; one that is small enough to ship comes out.

Points that lie in one cell of a grid become one point, chains of points are simplified as drawn
lines are, and spurs and small islands of the network are left out. Lengths are kept: what a hop
was longer than its chord before, it is longer than its chord after.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from pyproj import Geod
from routingkit_cch import compute_order_inertial

_GEOD = Geod(ellps="WGS84")
# A hop is at most so many times as long as its chord; more is a fault of the source.
_MOST_WINDING = 3.0


@dataclass(frozen=True, kw_only=True)
class Graph:
    """Points, array (n, 2) of lon, lat in WGS 84 degrees, and hops between them.

    ``ends`` is an array (m, 2) of point numbers, ``length_m`` and ``kind`` have one value a hop.
    """

    points: np.ndarray
    ends: np.ndarray
    length_m: np.ndarray
    kind: np.ndarray

    @property
    def chord_m(self) -> np.ndarray:
        """Length of the geodesic between the ends of each hop."""
        one, other = self.points[self.ends[:, 0]], self.points[self.ends[:, 1]]
        return np.asarray(_GEOD.inv(one[:, 0], one[:, 1], other[:, 0], other[:, 1])[2])

    def kept(self, hops: np.ndarray) -> Graph:
        """Keep some hops and the points that they need."""
        used, ends = np.unique(self.ends[hops], return_inverse=True)
        return Graph(
            points=self.points[used],
            ends=ends.reshape(-1, 2),
            length_m=self.length_m[hops],
            kind=self.kind[hops],
        )


def with_hops(graph: Graph, one: np.ndarray, other: np.ndarray, length_m: np.ndarray) -> Graph:
    """Add plain hops between points; of two between the same points the shorter stays."""
    return once(
        Graph(
            points=graph.points,
            ends=np.vstack([graph.ends, np.stack([one, other], axis=1)]),
            length_m=np.concatenate([graph.length_m, length_m]),
            kind=np.concatenate([graph.kind, np.zeros(len(one), dtype=np.int64)]),
        )
    )


def once(graph: Graph) -> Graph:
    """Keep the shortest of the hops between two points, and none from a point to itself."""
    low, high = graph.ends.min(axis=1), graph.ends.max(axis=1)
    order = np.lexsort((graph.length_m, high, low))
    low, high = low[order], high[order]
    first = np.r_[True, (low[1:] != low[:-1]) | (high[1:] != high[:-1])] & (low != high)
    return graph.kept(order[first])


def measured(points: np.ndarray, ends: np.ndarray, kind: np.ndarray) -> Graph:
    """Make a graph whose hops are as long as their chords."""
    bare = Graph(points=points, ends=ends, length_m=np.ones(len(ends)), kind=kind)
    return Graph(points=points, ends=ends, length_m=bare.chord_m, kind=kind)


def merged(graph: Graph, cell_deg: float) -> Graph:
    """Make one point of all in a cell of the grid; hops keep their share over the chord."""
    winding = np.clip(graph.length_m / np.maximum(graph.chord_m, 1.0), 1.0, _MOST_WINDING)
    cells = np.round(graph.points / cell_deg).astype(np.int64)
    _, cell = np.unique(cells, axis=0, return_inverse=True)
    cell = cell.reshape(-1)
    count = np.bincount(cell)
    middle = np.stack([np.bincount(cell, graph.points[:, axis]) / count for axis in (0, 1)], axis=1)
    moved = Graph(points=middle, ends=cell[graph.ends], length_m=graph.length_m, kind=graph.kind)
    lengths = moved.chord_m * winding
    return once(Graph(points=middle, ends=moved.ends, length_m=lengths, kind=graph.kind))


def without_spurs(graph: Graph, least_m: float) -> Graph:
    """Leave out ends shorter than ``least_m`` that lead nowhere; several rounds."""
    for _ in range(4):
        degree = np.bincount(graph.ends.ravel(), minlength=len(graph.points))
        is_spur = (degree[graph.ends] == 1).any(axis=1) & (graph.length_m < least_m)
        if not is_spur.any():
            break
        graph = graph.kept(~is_spur)
    return graph


def without_islands(graph: Graph, least_m: float) -> Graph:
    """Leave out parts that are joined to nothing and together shorter than ``least_m``."""
    part = parts(graph)[graph.ends[:, 0]]
    return graph.kept(np.bincount(part, graph.length_m)[part] >= least_m)


def parts(graph: Graph) -> np.ndarray:
    """Give for each point the number of the connected part that it belongs to."""
    label = np.arange(len(graph.points))
    while True:
        low = np.minimum(label[graph.ends[:, 0]], label[graph.ends[:, 1]])
        new = label.copy()
        np.minimum.at(new, graph.ends[:, 0], low)
        np.minimum.at(new, graph.ends[:, 1], low)
        new = new[new]
        if (new == label).all():
            return np.unique(label, return_inverse=True)[1]
        label = new


def simplified(graph: Graph, tolerance_deg: float, fixed: np.ndarray) -> Graph:
    """Simplify every chain of points to a tolerance; points marked in ``fixed`` stay."""
    ends: list[tuple[int, int]] = []
    lengths: list[float] = []
    kinds: list[int] = []
    for chain, metres, kind in _chains(graph, fixed):
        for start, end in pairwise(_corners(graph.points[chain], tolerance_deg)):
            ends.append((chain[start], chain[end]))
            lengths.append(float(sum(metres[start:end])))
            kinds.append(kind)
    found = Graph(
        points=graph.points,
        ends=np.array(ends),
        length_m=np.array(lengths),
        kind=np.array(kinds),
    )
    return once(found)


def _corners(points: np.ndarray, tolerance_deg: float) -> list[int]:
    """Tell which points of a line stay when it is simplified: its ends, whatever lies on them."""
    if len(points) == 2:  # noqa: PLR2004 - two ends
        return [0, 1]
    line = shapely.simplify(shapely.LineString(points), tolerance_deg)
    left = shapely.get_coordinates(line)
    found, at = [], 0
    for number, point in enumerate(points):
        if at < len(left) and (point == left[at]).all():
            found.append(number)
            at += 1
    found[-1] = len(points) - 1  # not another point at the same place before it
    return found


def _chains(graph: Graph, fixed: np.ndarray) -> list[tuple[list[int], list[float], int]]:
    """Walk from junction to junction: the points, the lengths between them, the kind."""
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for hop, (one, other) in enumerate(graph.ends.tolist()):
        near[one].append((other, hop))
        near[other].append((one, hop))
    kind = graph.kind
    stops = {
        point
        for point, hops in near.items()
        if len(hops) != 2 or fixed[point] or kind[hops[0][1]] != kind[hops[1][1]]  # noqa: PLR2004
    }
    walked: set[int] = set()
    found = []
    for start in [*sorted(stops), *near]:  # then rings without a junction
        for _, first in near[start]:
            if first in walked:
                continue
            chain, metres, at, hop = [start], [], start, first
            while True:
                walked.add(hop)
                at = next(end for end, by in near[at] if by == hop)
                chain.append(at)
                metres.append(float(graph.length_m[hop]))
                ahead = [by for _, by in near[at] if by not in walked]
                if at in stops or not ahead:
                    break
                hop = ahead[0]
            found.append((chain, metres, int(kind[first])))
    return found


def in_order(graph: Graph) -> tuple[Graph, np.ndarray]:
    """Sort the points along a curve that fills the plane; add the order to contract them in."""
    column, row = ((graph.points + np.array([180.0, 90.0])) / 360.0 * 65535).astype(np.int64).T
    place = np.zeros(len(column), dtype=np.int64)
    for bit in range(16):
        place |= ((column >> bit) & 1) << (2 * bit) | ((row >> bit) & 1) << (2 * bit + 1)
    by_place = np.argsort(place, kind="stable")
    number = np.empty_like(by_place)
    number[by_place] = np.arange(len(by_place))
    ends = np.sort(number[graph.ends], axis=1)
    hops = np.lexsort((ends[:, 1], ends[:, 0]))
    points = graph.points[by_place]
    found = Graph(
        points=points, ends=ends[hops], length_m=graph.length_m[hops], kind=graph.kind[hops]
    )
    return found, order_of(found)


def order_of(graph: Graph) -> np.ndarray:
    """Give the points in an order to contract them in."""
    columns = (graph.ends[:, 0], graph.ends[:, 1], graph.points[:, 1], graph.points[:, 0])
    found = compute_order_inertial(len(graph.points), *(column.tolist() for column in columns))
    return np.array(found)
