"""Loose ends of a network go in; the points of its other lines that they come near come out.

An end that all but touches a line seldom does so at one of its corners: it is joined where it
touches, and the line is cut in two there.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from tools.network_gaps import distances
from tools.network_graph import Graph, with_hops

if TYPE_CHECKING:
    from tools.network_ground import Ground

_GEOD = Geod(ellps="WGS84")
_M_PER_DEG = 111_000.0
_LEAST_SQUEEZE = 0.2


@dataclass(frozen=True, kw_only=True)
class Feet:
    """Loose ends and the points of hops near by, one row for each pair.

    ``end`` and ``hop`` are numbers, ``share`` says how far along the hop the point lies, from 0 to
    1, ``points`` is an array (n, 2) of lon, lat in degrees, ``metres`` is how far off.
    """

    end: np.ndarray
    hop: np.ndarray
    share: np.ndarray
    points: np.ndarray
    metres: np.ndarray

    def kept(self, rows: np.ndarray) -> Feet:
        """Keep some rows."""
        return Feet(
            end=self.end[rows],
            hop=self.hop[rows],
            share=self.share[rows],
            points=self.points[rows],
            metres=self.metres[rows],
        )

    def nearest(self, count: int = 1) -> Feet:
        """Keep the nearest few for each end."""
        order = np.lexsort((self.metres, self.end))
        nth = np.arange(len(order)) - np.searchsorted(self.end[order], self.end[order])
        return self.kept(order[nth < count])


def feet(graph: Graph, loose: np.ndarray, within_m: float) -> Feet:
    """List the points of other hops that lie within so many metres of loose ends."""
    squeeze = np.clip(np.cos(np.radians(graph.points[loose, 1])), _LEAST_SQUEEZE, 1.0)
    tree = shapely.STRtree(np.asarray(shapely.linestrings(graph.points[graph.ends])))
    number, hop = tree.query(
        shapely.points(graph.points[loose]),
        predicate="dwithin",
        distance=within_m / _M_PER_DEG / squeeze,
    )
    end, scale = loose[number], np.stack([squeeze, np.ones(len(loose))], axis=1)[number]
    start = graph.points[graph.ends[hop, 0]]
    step = (graph.points[graph.ends[hop, 1]] - start) * scale
    away = (graph.points[end] - start) * scale
    along = (step * away).sum(axis=1) / np.maximum((step**2).sum(axis=1), 1e-18)
    share = np.clip(along, 0.0, 1.0)
    points = start + share[:, None] * step / scale
    metres = np.asarray(_GEOD.inv(*graph.points[end].T, *points.T)[2])
    found = Feet(end=end, hop=hop, share=share, points=points, metres=metres)
    return found.kept((metres < within_m) & (graph.ends[hop] != end[:, None]).all(axis=1))


def round_m(graph: Graph, found: Feet) -> np.ndarray:
    """Length of the way along the network from each end to its foot, metres."""
    sides = graph.ends[found.hop].T.ravel()
    ways = distances(graph, np.tile(found.end, 2), sides).reshape(2, -1)
    along = np.stack([found.share, 1.0 - found.share]) * graph.length_m[found.hop]
    return np.asarray((ways + along).min(axis=0))


def apart(graph: Graph, found: Feet, ground: Ground, *, least_m: float, times: float) -> Feet:
    """Keep what is worth joining and may be: the way round is so long and so many times as long."""
    around = round_m(graph, found)
    fits = around > np.maximum(times * found.metres, least_m)
    ends, points = graph.points[found.end[fits]], found.points[fits]
    fits[fits] = ground.lets(ends, points, around[fits]) & ground.is_even(ends, points)
    return found.kept(fits)


def joined_at(graph: Graph, found: Feet, winds: float) -> Graph:
    """Join each end to its foot; hops are cut in two there."""
    if not len(found.end):
        return graph
    order = np.lexsort((found.share, found.hop))
    found = found.kept(order)
    first = len(graph.points)
    foot = first + np.arange(len(found.end))
    cut, begins = np.unique(found.hop, return_index=True)
    ends: list[tuple[int, int]] = []
    lengths: list[float] = []
    kinds: list[int] = []
    for hop, rows in zip(cut.tolist(), np.split(np.arange(len(foot)), begins[1:]), strict=True):
        chain = [int(graph.ends[hop, 0]), *foot[rows].tolist(), int(graph.ends[hop, 1])]
        shares = np.diff(np.concatenate([[0.0], found.share[rows], [1.0]]))
        ends += pairwise(chain)
        lengths += (shares * graph.length_m[hop]).tolist()
        kinds += [int(graph.kind[hop])] * len(shares)
    left = np.ones(len(graph.ends), dtype=bool)
    left[cut] = False
    whole = Graph(
        points=np.vstack([graph.points, found.points]),
        ends=np.vstack([graph.ends[left], np.array(ends)]),
        length_m=np.concatenate([graph.length_m[left], lengths]),
        kind=np.concatenate([graph.kind[left], kinds]),
    )
    return with_hops(whole, found.end, foot, winds * found.metres)
