"""A network of roads in parts goes in; it comes out with the parts of one country joined.

The source has main roads alone: where the road between two of them has another rank, or a long
tunnel or bridge is missing, whole towns hang in the air. Parts are joined over a few kilometres of
anything, and over more of land; never over a border, which may be closed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from tools.network_graph import Graph, once, parts

if TYPE_CHECKING:
    from tools.network_countries import Countries

_GEOD = Geod(ellps="WGS84")
_ANYWHERE_M = 8_000.0
_ON_LAND_M = 25_000.0
_SAMPLES = (0.1, 0.3, 0.5, 0.7, 0.9)
# What is joined winds as small roads do.
_WINDS = 1.3
_ROUNDS = 3


def reached(graph: Graph, countries: Countries) -> Graph:
    """Join every part of the network to the nearest other one in its country that may be."""
    country = countries.of(graph.points)
    for _ in range(_ROUNDS):
        joins = _nearest(graph, country, countries)
        print(f"  joined {len(joins)} parts over {joins[:, 2].sum() / 1000:.0f} km in all")
        if not len(joins):
            break
        graph = replace(
            graph,
            ends=np.vstack([graph.ends, joins[:, :2].astype(np.int64)]),
            length_m=np.concatenate([graph.length_m, _WINDS * joins[:, 2]]),
            kind=np.concatenate([graph.kind, np.zeros(len(joins), dtype=np.int64)]),
        )
    return once(graph)


def _nearest(graph: Graph, country: np.ndarray, countries: Countries) -> np.ndarray:
    """List one join for each part that has one, array (n, 3): two points and metres."""
    part = parts(graph)
    size_m = np.bincount(part[graph.ends[:, 0]], graph.length_m, minlength=part.max() + 1)
    is_main = np.zeros(len(size_m), dtype=bool)
    for code in np.unique(country):
        here = np.unique(part[country == code])
        is_main[here[size_m[here].argmax()]] = True
    one, other = _close(graph.points, np.flatnonzero(~is_main[part]))
    near = (part[one] != part[other]) & (country[one] == country[other]) & (country[one] > 0)
    one, other = one[near], other[near]
    metres = np.asarray(_GEOD.inv(*graph.points[one].T, *graph.points[other].T)[2])
    start, end = graph.points[one], graph.points[other]
    dry = np.all([countries.on_land(start + at * (end - start)) for at in _SAMPLES], axis=0)
    kept = np.flatnonzero((metres < _ANYWHERE_M) | (dry & (metres < _ON_LAND_M)))
    order = kept[np.lexsort((other[kept], one[kept], metres[kept]))]
    first = order[np.unique(part[one[order]], return_index=True)[1]]
    return np.stack([one[first], other[first], metres[first]], axis=1)


def _close(points: np.ndarray, some: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    tree = shapely.STRtree(np.asarray(shapely.points(points)))
    squeeze = np.clip(np.cos(np.radians(points[some, 1])), 0.2, 1.0)
    one, other = tree.query(
        shapely.points(points[some]),
        predicate="dwithin",
        distance=_ON_LAND_M / 111_000.0 / squeeze,
    )
    return some[one], other
