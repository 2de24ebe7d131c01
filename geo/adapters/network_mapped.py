"""Finds shortest paths in a hierarchy that is mapped into memory: nothing is built beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.adapters.network_hierarchy import HOP
from geo.adapters.network_paths import CLOSED_M, Path, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.adapters.network_hierarchy import Hierarchy

_FAR = 2**62


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
            reached.cost[rank] = min(cost, int(reached.cost[rank]))
            while rank not in reached.ranks:
                reached.ranks.add(rank)
                begin = int(kept.first[rank])
                if begin == kept.first[rank + 1]:
                    break
                rank = int(kept.head[begin])
        for rank in sorted(reached.ranks):
            begin, end = int(kept.first[rank]), int(kept.first[rank + 1])
            heads = kept.head[begin:end]
            costs = kept.cost[begin:end] + reached.cost[rank]
            better = np.flatnonzero(costs < reached.cost[heads])
            nearer = heads[better]
            reached.cost[nearer] = costs[better]
            reached.arc[nearer] = better + begin
            reached.below[nearer] = rank
        return reached

    def _climbed(self, reached: _Reached, top: int) -> list[int]:
        """List the arcs that led to a rank, the last first."""
        arcs: list[int] = []
        while (arc := int(reached.arc[top])) >= 0:
            arcs.append(arc)
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
    """What was reached from one end: at which cost, by which arc from which rank."""

    def __init__(self, count: int) -> None:
        self.ranks: set[int] = set()
        self.cost = np.full(count, _FAR, np.int64)
        self.arc = np.full(count, -1, np.int64)
        self.below = np.full(count, -1, np.int64)


def _meeting(one: _Reached, other: _Reached) -> tuple[int, int]:
    """Give the rank over which the cheapest path leads, and what it costs."""
    both = sorted(one.ranks & other.ranks)
    if not both:
        return -1, _FAR
    costs = one.cost[both] + other.cost[both]
    best = int(costs.argmin())
    return both[best], int(costs[best])
