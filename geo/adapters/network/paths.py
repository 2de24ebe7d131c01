"""Finds shortest paths in a network, with a customizable contraction hierarchy.

Dibbelt, Strasser and Wagner, "Customizable Contraction Hierarchies", ACM Journal of Experimental
Algorithmics 21 (2016), as RoutingKit has it. The order of contraction is a part of the network's
file; costs can be changed without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from routingkit_cch import CCH, CCHMetric, CCHQuery

    from geo.adapters.network.store import Network

# Costs are whole metres; what is closed costs as much as no way ever does.
CLOSED_M = 300_000_000
# To get to the network costs no more.
MOST_M = (2**31 - 2) // 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A way through a network: its points and its hops in order, and its cost in metres."""

    points: np.ndarray
    hops: np.ndarray
    cost_m: float


class Finder(Protocol):
    """What finds the cheapest path between some points and some others."""

    def find(
        self, starts: Sequence[tuple[int, float]], goals: Sequence[tuple[int, float]]
    ) -> Path | None:
        """Find it; starts and goals are points with what it costs to get to them, metres."""
        ...


class Paths:
    """Shortest paths by one set of costs a hop, array (m,) of metres."""

    def __init__(self, network: Network, costs_m: np.ndarray, index: CCH | None = None) -> None:
        self._ends = network.ends
        self._costs = whole_m(costs_m)
        self._index = index if index is not None else index_of(network)

    def search(self) -> Search:
        """Begin to search, in this thread alone: it may be used, and end, in no other."""
        from routingkit_cch import CCHQuery  # noqa: PLC0415 - only with the first leg

        return Search(CCHQuery(self._metric), self._ends)

    @cached_property
    def _metric(self) -> CCHMetric:
        from routingkit_cch import CCHMetric  # noqa: PLC0415 - as above

        return CCHMetric(self._index, np.concatenate([self._costs, self._costs]).tolist())


class Search:
    """A search that is used again and again by one thread."""

    def __init__(self, query: CCHQuery, ends: np.ndarray) -> None:
        self._query = query
        self._ends = ends

    def find(
        self, starts: Sequence[tuple[int, float]], goals: Sequence[tuple[int, float]]
    ) -> Path | None:
        """Find the cheapest path from one of the starts to one of the goals.

        Starts and goals are points with what it costs to get to them, metres. None where no path
        leads from any start to any goal but through what is closed.
        """
        result = self._query.run_multi(whole(starts), whole(goals))
        cost = result.distance
        if cost is None or cost >= CLOSED_M:
            return None
        arcs = np.array(result.arc_path, dtype=np.int64)
        if not len(arcs):
            points = np.array(result.node_path, dtype=np.int64)
            return Path(points=points, hops=arcs, cost_m=float(cost))
        back, hops = np.divmod(arcs, len(self._ends))  # an arc for each way of a hop
        points = np.append(self._ends[hops, back], self._ends[hops[-1], 1 - back[-1]])
        return Path(points=points, hops=hops, cost_m=float(cost))

    def costs(self, pairs: Iterable[tuple[int, int]]) -> list[float | None]:
        """Give the cost of the cheapest path between the points of each pair, metres."""
        found: list[float | None] = []
        for one, other in pairs:
            cost = self._query.run(one, other).distance
            found.append(None if cost is None or cost >= CLOSED_M else float(cost))
        return found


def whole_m(costs_m: np.ndarray) -> np.ndarray:
    """Round what hops cost to whole metres, array (m,), from one to what a closed one costs."""
    rounded: np.ndarray = np.clip(np.round(costs_m), 1, CLOSED_M).astype(np.int64)
    return rounded


def whole(ends: Sequence[tuple[int, float]]) -> list[tuple[int, int]]:
    """Round what it costs to get to points to whole metres."""
    return [(point, min(round(metres), MOST_M)) for point, metres in ends]


def index_of(network: Network) -> CCH:
    """Index the hops of a network, whatever they cost."""
    from routingkit_cch import CCH  # noqa: PLC0415 - as above

    one, other = network.ends[:, 0].tolist(), network.ends[:, 1].tolist()
    return CCH(network.order.tolist(), one + other, other + one, False)  # noqa: FBT003 - its signature
