"""Finds shortest paths in a hierarchy that is mapped into memory: nothing is built beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.adapters.network.hierarchy import HOP
from geo.adapters.network.paths import CLOSED_M, Path, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.adapters.network.hierarchy import Hierarchy

_FAR = 2**61


class MappedSearch:
    """A search by the costs that a hierarchy was made with; any thread may use it.

    From each end all points above it are reached, in the order of their ranks; where both meet
    lies the top of the path.
    """

    def __init__(self, hierarchy: Hierarchy, ends: np.ndarray) -> None:
        self._kept = hierarchy
        self._ends = ends

    def find(
        self, starts: Sequence[tuple[int, float]], goals: Sequence[tuple[int, float]]
    ) -> Path | None:
        """Find the cheapest path from one of the starts to one of the goals; as `Search.find`."""
        one, other = self._reached(whole(starts)), self._reached(whole(goals))
        top, cost = _meeting(one, other)
        if cost >= CLOSED_M:
            return None
        up, down = self._climbed(one, top), self._climbed(other, top)
        arcs = [(arc, True) for arc in reversed(up)] + [(arc, False) for arc in down]
        hops, back = self._hops(arcs)
        if not len(hops):
            point = np.flatnonzero(self._kept.rank == top)
            return Path(points=point, hops=hops, cost_m=float(cost))
        points = np.append(self._ends[hops, back], self._ends[hops[-1], 1 - back[-1]])
        return Path(points=points, hops=hops, cost_m=float(cost))

    def _reached(self, ends: Sequence[tuple[int, int]]) -> _Reached:
        """Reach what lies above some points, each at its own cost."""
        kept = self._kept
        reached = _Reached(len(kept.rank))
        for point, cost in ends:
            rank = int(kept.rank[point])
            reached.short[rank] = min(cost - _FAR, int(reached.short[rank]))
            while rank not in reached.ranks:
                reached.ranks.add(rank)
                begin = int(kept.first[rank])
                if begin == kept.first[rank + 1]:
                    break
                rank = int(kept.head[begin])
        for rank in sorted(reached.ranks):
            begin, end = int(kept.first[rank]), int(kept.first[rank + 1])
            heads = kept.head[begin:end]
            short = kept.cost[begin:end] + reached.short[rank]
            better = (short < reached.short[heads]).nonzero()[0]
            nearer = heads[better]
            reached.short[nearer] = short[better]
            reached.next_arc[nearer] = better + (begin + 1)
            reached.below[nearer] = rank
        return reached

    def _climbed(self, reached: _Reached, top: int) -> list[int]:
        """List the arcs that led to a rank, the last first."""
        arcs: list[int] = []
        while next_arc := int(reached.next_arc[top]):
            arcs.append(next_arc - 1)
            top = int(reached.below[top])
        return arcs

    def _hops(self, arcs: list[tuple[int, bool]]) -> tuple[np.ndarray, np.ndarray]:
        """Unpack arcs, each up or down, to hops: their numbers, and 1 where one is gone back."""
        left, right = self._kept.left, self._kept.right
        hops: list[int] = []
        ups: list[bool] = []
        arcs.reverse()
        while arcs:
            arc, up = arcs.pop()
            one, other = int(left[arc]), int(right[arc])
            if one == HOP:
                hops.append(other)
                ups.append(up)
                continue
            first, second = (one, other) if up else (other, one)
            arcs.append((second, True))
            arcs.append((first, False))
        found = np.array(hops, np.int64)
        ranks = self._kept.rank[self._ends[found]].reshape(-1, 2)
        return found, ((ranks[:, 0] < ranks[:, 1]) != np.array(ups, bool)).astype(np.int64)


class _Reached:
    """What was reached from one end: at which cost, by which arc from which rank.

    Costs are kept as what they fall short of ``_FAR``, arcs as the number of the next one: all
    begins with zeros, for which the system needs no memory before they are written over. Few of a
    million are.
    """

    def __init__(self, count: int) -> None:
        self.ranks: set[int] = set()
        self.short = np.zeros(count, np.int64)
        self.next_arc = np.zeros(count, np.int64)
        self.below = np.zeros(count, np.int64)


def _meeting(one: _Reached, other: _Reached) -> tuple[int, int]:
    """Give the rank over which the cheapest path leads, and what it costs."""
    both = sorted(one.ranks & other.ranks)
    if not both:
        return -1, _FAR
    short = one.short[both] + other.short[both]
    best = int(short.argmin())
    return both[best], int(short[best]) + 2 * _FAR
