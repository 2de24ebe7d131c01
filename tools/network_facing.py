"""A network of roads goes in; it comes out with ends that face each other joined.

Long bridges and stretches with another tag are missing in the source: a main road ends, and some
kilometres ahead another end comes towards it. One that only ends is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely
from pyproj import Geod

from tools.network_gaps import distances
from tools.network_graph import Graph, with_hops

if TYPE_CHECKING:
    from tools.network_ground import Ground

_GEOD = Geod(ellps="WGS84")


class _Gap(NamedTuple):
    """What ends are joined over, if both point at each other and the way round is long.

    Metres at most, degrees, and how many times as long; ``parts`` if there may be no way round.
    """

    ahead_m: float
    facing_deg: float
    around: float
    parts: bool = True


# The farther, the straighter; but where the way round is very long a bridge or tunnel is missing,
# which may bend.
_GAPS = (
    _Gap(8_000.0, 55.0, 5.0),
    _Gap(35_000.0, 22.0, 3.0),
    _Gap(26_000.0, 55.0, 20.0, parts=False),
    _Gap(15_000.0, 75.0, 100.0, parts=False),
)
_WINDS = 1.1
# Which way a line goes where it ends is told from its last stretch of so many metres.
_STRETCH_M = 4_000.0


def faced(graph: Graph, ground: Ground) -> Graph:
    """Join every two loose ends that face each other: first the near, then the far ones."""
    for gap in _GAPS:
        graph = _faced(graph, gap, ground)
    return graph


def _faced(graph: Graph, gap: _Gap, ground: Ground) -> Graph:
    degree = np.bincount(graph.ends.ravel(), minlength=len(graph.points))
    loose = np.flatnonzero(degree == 1)
    one, other = _near(graph.points, loose, gap.ahead_m)
    ahead, back, metres = _GEOD.inv(*graph.points[one].T, *graph.points[other].T)
    heading = headings(graph)
    near = (metres < gap.ahead_m) & (turn(heading[one], ahead) < gap.facing_deg)
    near &= turn(heading[other], back) < gap.facing_deg
    one, other, metres = one[near], other[near], metres[near]
    round_m = distances(graph, one, other)
    apart = (round_m > gap.around * metres) & (gap.parts | np.isfinite(round_m))
    one, other, metres, round_m = one[apart], other[apart], metres[apart], round_m[apart]
    fits = ground.lets(graph.points[one], graph.points[other], round_m)
    one, other, metres = one[fits], other[fits], metres[fits]
    taken: set[int] = set()
    chosen = []
    for number in np.argsort(metres, kind="stable").tolist():
        pair = {int(one[number]), int(other[number])}
        if not pair & taken:
            taken |= pair
            chosen.append(number)
    print(f"  joined {len(chosen)} pairs of ends, {metres[chosen].sum() / 1000:.0f} km in all")
    return with_hops(graph, one[chosen], other[chosen], _WINDS * metres[chosen])


def _near(points: np.ndarray, loose: np.ndarray, ahead_m: float) -> tuple[np.ndarray, np.ndarray]:
    tree = shapely.STRtree(np.asarray(shapely.points(points[loose])))
    squeeze = np.clip(np.cos(np.radians(points[loose, 1])), 0.2, 1.0)
    one, other = tree.query(
        shapely.points(points[loose]),
        predicate="dwithin",
        distance=ahead_m / 111_000.0 / squeeze,
    )
    first = loose[one] < loose[other]
    return loose[one[first]], loose[other[first]]


def headings(graph: Graph) -> np.ndarray:
    """Give for each loose end the azimuth in which its road would go on, degrees."""
    degree = np.bincount(graph.ends.ravel(), minlength=len(graph.points))
    side, hop = np.divmod(np.argsort(graph.ends.T.ravel(), kind="stable"), len(graph.ends))
    other = graph.ends[hop, 1 - side]
    first = np.concatenate([[0], np.cumsum(degree)])
    loose = np.flatnonzero(degree == 1)
    back = np.array(
        [_back(int(end), first, other, graph.length_m[hop]) for end in loose], dtype=np.int64
    )
    found = np.zeros(len(graph.points))
    azimuth = _GEOD.inv(*graph.points[back].T, *graph.points[loose].T)[1]
    found[loose] = np.asarray(azimuth) + 180.0
    return found


def _back(end: int, first: np.ndarray, other: np.ndarray, length_m: np.ndarray) -> int:
    """Walk back from a loose end as far as its last stretch, or to where lines meet."""
    before, at, walked_m = -1, end, 0.0
    while walked_m < _STRETCH_M and (before < 0 or first[at + 1] - first[at] == 2):  # noqa: PLR2004 - no junction
        ways = [row for row in range(first[at], first[at + 1]) if other[row] != before]
        if not ways:
            break
        before, at, walked_m = at, int(other[ways[0]]), walked_m + float(length_m[ways[0]])
    return at


def turn(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Give by how many degrees azimuths differ, 0 to 180."""
    return np.asarray(np.abs((np.asarray(one) - np.asarray(other) + 180.0) % 360.0 - 180.0))
