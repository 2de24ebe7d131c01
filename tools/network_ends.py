"""A network goes in; it comes out with lines that break off just short of another led on to it.

The last stretch into a town often has another rank than the line that it ends: the source does not
have it. Such an end points at a line a few kilometres ahead to which the way round is very long.
Ends are led on within a country alone, for a border may be closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from pyproj import Geod

from tools.network_facing import headings, turn
from tools.network_gaps import distances
from tools.network_graph import beside, with_hops

if TYPE_CHECKING:
    from tools.network_countries import Countries
    from tools.network_graph import Graph

_GEOD = Geod(ellps="WGS84")
_AHEAD_M = 9_000.0
_AHEAD_DEG = 60.0
# The way round to what lies ahead is so many times as long, and so long at least.
_ROUND = 20.0
_ROUND_M = 100_000.0
_WINDS = 1.2


def led_on(graph: Graph, countries: Countries) -> Graph:
    """Join every end that breaks off to the nearest line ahead of it."""
    degree = np.bincount(graph.ends.ravel(), minlength=len(graph.points))
    loose = np.flatnonzero(degree == 1)
    one, other = beside(graph, loose, _AHEAD_M)
    ahead, _, metres = _GEOD.inv(*graph.points[one].T, *graph.points[other].T)
    fits = (np.asarray(metres) < _AHEAD_M) & (one != other)
    fits &= turn(headings(graph, degree)[one], ahead) < _AHEAD_DEG
    country = countries.of(graph.points)
    fits &= country[one] == country[other]
    one, other, metres = one[fits], other[fits], np.asarray(metres)[fits]
    apart = distances(graph, one, other) > np.maximum(_ROUND * metres, _ROUND_M)
    one, other, metres = one[apart], other[apart], metres[apart]
    order = np.argsort(metres, kind="stable")
    chosen = order[np.unique(one[order], return_index=True)[1]]
    print(f"  led on {len(chosen)} ends over {metres[chosen].sum() / 1000:.0f} km in all")
    return with_hops(graph, one[chosen], other[chosen], _WINDS * metres[chosen])
