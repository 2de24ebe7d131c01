"""Sea lanes and the shores go in; the lanes come out with points off every headland.

A shortest way on water bends only at headlands (Lozano-Pérez and Wesley, "An algorithm for planning
collision-free paths among polyhedral obstacles", Communications of the ACM 22, 1979). The source's
lanes lie far off the coast: without these points a ship along it goes a long way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from tools.network_graph import Graph, measured, once
from tools.network_lanes import near_points
from tools.network_steps import turned

if TYPE_CHECKING:
    from tools.network_shores import Shores

# A coast is simplified to this first; islets without such an extent have no headland.
_TOLERANCE_DEG = 0.08
_LEAST_EXTENT_DEG = 0.12
# Ships pass a headland so far off; where the other shore is so near there is no room for them.
_OFF_M = 11_000.0
_ROOM_DEG = 0.04
_M_PER_DEG = 111_320.0
# Of the headlands in one cell of the grid one is enough.
_APART_DEG = 0.25
_JOINED_TO = 3
_MOST_LAT = 70.0


def with_headlands(graph: Graph, more: np.ndarray, shores: Shores) -> Graph:
    """Add points off all headlands, and some more, array (n, 2), each joined to those near it."""
    heads = np.concatenate([more, headlands(shores)])
    print(f"  {len(heads)} points off headlands")
    # They stand first, so that they are taken first where points are thinned out.
    points = np.concatenate([heads, graph.points])
    tree = shapely.STRtree(np.asarray(shapely.points(points)))
    joins = []
    for number, head in enumerate(heads):
        near = near_points(points, tree, head)
        near = near[near != number]
        clear = near[~shores.crossed(np.broadcast_to(head, (len(near), 2)), points[near])]
        joins += [(number, int(other)) for other in clear[:_JOINED_TO]]
    ends = np.concatenate([np.array(joins, dtype=np.int64).reshape(-1, 2), graph.ends + len(heads)])
    kind = np.concatenate([np.zeros(len(joins), dtype=np.int64), graph.kind])
    return once(measured(points, ends, kind))


def headlands(shores: Shores) -> np.ndarray:
    """List points off every headland, array (n, 2) of lon, lat, with room to sail on."""
    found = [_off(ring) for ring in shores.outlines(_LEAST_EXTENT_DEG)]
    points = np.concatenate([np.empty((0, 2)), *found])
    points = np.stack([turned(points[:, 0]), points[:, 1]], axis=1).round(4)
    points = points[np.abs(points[:, 1]) < _MOST_LAT]
    points = points[shores.afloat(points) & shores.is_roomy(points, _ROOM_DEG)]
    _, first = np.unique(np.floor(points / _APART_DEG), axis=0, return_index=True)
    return np.asarray(points[np.sort(first)])


def _off(ring: np.ndarray) -> np.ndarray:
    """Give a point off each corner of a coast, a closed ring, that juts out into the sea."""
    simple = shapely.simplify(shapely.LinearRing(ring), _TOLERANCE_DEG)
    corners = shapely.get_coordinates(simple if simple.is_ccw else simple.reverse())[:-1]
    squeeze = np.stack([np.cos(np.radians(corners[:, 1])), np.ones(len(corners))], axis=1)
    before = (np.roll(corners, 1, axis=0) - corners) * squeeze
    after = (np.roll(corners, -1, axis=0) - corners) * squeeze
    juts = before[:, 1] * after[:, 0] - before[:, 0] * after[:, 1] > 0.0
    inward = sum(side / np.hypot(*side.T)[:, None] for side in (before, after))
    width = np.hypot(*inward.T)
    juts &= width > 0.0
    step = inward[juts] / width[juts, None] / squeeze[juts]
    return np.asarray(corners[juts] - step * (_OFF_M / _M_PER_DEG))
