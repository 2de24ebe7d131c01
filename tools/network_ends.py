"""A network goes in; it comes out with lines that break off just short of another led on to it.

What is closed by a kilometre or two is a fault of the source: tracks meet there. Besides, the last
stretch into a town often has another rank than the line that it ends: the source does not have it.
Such an end points at a line a few kilometres ahead to which the way round is very long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from pyproj import Geod

from tools.network_facing import headings, turn
from tools.network_feet import apart, feet, joined_at
from tools.network_graph import parts

if TYPE_CHECKING:
    from tools.network_feet import Feet
    from tools.network_graph import Graph
    from tools.network_ground import Ground

_GEOD = Geod(ellps="WGS84")
# A loose end so near to other track touches it; one that is a little farther off is joined to it as
# well, but after those that face each other, where the way round is so long.
_TOUCH_M = 400.0
_MEET_M = 1_000.0
_MEET_ROUND_M = 15_000.0
_MEET_ROUND = 12.0
_AHEAD_DEG = 60.0
# Only what lies next ahead is looked at: behind it a line would be led over others.
_FEW = 6
_ROUND_M = 100_000.0
_WINDS = 1.2


class _Ahead(NamedTuple):
    """How far an end is led on to what lies ahead, metres, where the way round is so much longer.

    ``parts`` if there may be no way round: an island has a boat, not a bridge, over wide water.
    """

    ahead_m: float
    around: float
    parts: bool = True


# The farther, the longer must the way round be.
_GAPS = (_Ahead(9_000.0, 20.0), _Ahead(12_500.0, 40.0, parts=False))


def touching(graph: Graph, ground: Ground) -> Graph:
    """Join loose ends to the track that they touch."""
    return bridged(graph, ground, _TOUCH_M)


def bridged(graph: Graph, ground: Ground, within_m: float = _MEET_M) -> Graph:
    """Join loose ends to the track beside them where the way round is long."""
    near = feet(graph, _loose(graph), within_m)
    found = apart(graph, near, ground, least_m=_MEET_ROUND_M, times=_MEET_ROUND)
    return _joined(graph, found.nearest(), "bridged", 1.0)


def led_on(graph: Graph, ground: Ground) -> Graph:
    """Join every end that breaks off to the nearest line ahead of it."""
    for gap in _GAPS:
        graph = _led_on(graph, ground, gap)
    return graph


def _led_on(graph: Graph, ground: Ground, gap: _Ahead) -> Graph:
    near = feet(graph, _loose(graph), gap.ahead_m)
    ahead = np.asarray(_GEOD.inv(*graph.points[near.end].T, *near.points.T)[0])
    near = near.kept(turn(headings(graph)[near.end], ahead) < _AHEAD_DEG).nearest(_FEW)
    if not gap.parts:
        part = parts(graph)
        near = near.kept(part[near.end] == part[graph.ends[near.hop, 0]])
    found = apart(graph, near, ground, least_m=_ROUND_M, times=gap.around)
    return _joined(graph, found.nearest(), "led on", _WINDS)


def _loose(graph: Graph) -> np.ndarray:
    degree = np.bincount(graph.ends.ravel(), minlength=len(graph.points))
    return np.flatnonzero(degree == 1)


def _joined(graph: Graph, found: Feet, verb: str, winds: float) -> Graph:
    print(f"  {verb} {len(found.end)} ends over {found.metres.sum() / 1000:.0f} km in all:")
    for end, metres in zip(found.end, found.metres.tolist(), strict=True):
        lon, lat = graph.points[end]
        print(f"    {metres:5.0f} m at lon {lon:.3f} lat {lat:.3f}")
    return joined_at(graph, found, winds)
