"""Finds what the cheapest ways between many points cost, all at once.

Each point has a label: what it costs to get from it to all that lie above it in the tree of a
hierarchy. A label is made of those above it; where two have most in common they share it. The
cheapest way between two points leads over one that is above both (Abraham, Delling, Goldberg and
Werneck, "Hierarchical hub labelings for shortest paths", European Symposium on Algorithms, 2012).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.adapters.network.cells import ranges

if TYPE_CHECKING:
    from geo.adapters.network.hierarchy import Hierarchy
    from geo.adapters.network.tree import Tree

# More than any way costs; twice as much is still a number of 32 bits.
FAR = 2**30 - 1
# So many pairs are looked at at once.
_AT_ONCE = 256


class Meetings(NamedTuple):
    """Where the cheapest way between each of one and each of others is highest.

    ``cost`` is an array of whole metres, `FAR` or more where there is no way; ``depth`` says how
    many points lie above the highest one.
    """

    cost: np.ndarray
    depth: np.ndarray


class Climbs(NamedTuple):
    """Rows of labels, and what it costs to get to the points that they belong to: arrays (n,)."""

    row: np.ndarray
    cost: np.ndarray


class Labels:
    """Labels of some points, ranks of a hierarchy, and of all that lie above them.

    ``costs`` is an array with a row for each point and a column for each depth.
    """

    def __init__(self, kept: Hierarchy, tree: Tree, ranks: np.ndarray) -> None:
        self._kept = kept
        self._tree = tree
        ranks = tree.all_above(ranks)
        self._count = np.diff(kept.first)
        depth = tree.depth[ranks]
        # Of those that are as high up what leads on to most comes first.
        self._ranks = ranks[np.lexsort((-self._count[ranks], depth))]
        self._row = np.full(tree.count, -1)
        self._row[self._ranks] = np.arange(len(ranks))
        self.costs = np.full((len(ranks), int(depth.max(initial=-1)) + 1), FAR, np.int32)
        begins = np.searchsorted(depth, np.arange(self.costs.shape[1] + 1))
        for level, (begin, end) in enumerate(pairwise(begins.tolist())):
            self.costs[begin:end, level] = 0
            if level:
                self._work_out(begin, end, level)

    def _work_out(self, begin: int, end: int, level: int) -> None:
        """Make the labels of the points of one depth of those above them."""
        ranks = self._ranks[begin:end]
        count, first = self._count[ranks], self._kept.first[ranks]
        if len(ranks) <= count[0]:  # one by one is quicker
            for row, start, arcs in zip(range(begin, end), first, count, strict=True):
                ways = self._led_on(np.arange(start, start + arcs), level)
                self.costs[row, :level] = np.minimum(ways.min(axis=0), FAR)
            return
        for nth, some in enumerate(np.searchsorted(-count, -np.arange(count[0])).tolist()):
            lowest = self.costs[begin : begin + some, :level]
            np.minimum(lowest, self._led_on(first[:some] + nth, level), out=lowest)

    def _led_on(self, arcs: np.ndarray, level: int) -> np.ndarray:
        """Give what it costs to go over an arc and on: a row for each arc."""
        rows = self._row[self._kept.head[arcs]]
        return np.asarray(self.costs[rows, :level] + self._kept.cost[arcs, None])

    def rows(self, ranks: np.ndarray) -> np.ndarray:
        """Give the rows of points among those that have labels."""
        return np.asarray(self._row[ranks])

    def climbed(self, ranks: np.ndarray, depth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """List the arcs of the cheapest ways from points to those above them at some depths.

        Gives numbers into the two arrays, and the arc of each.
        """
        who, at = np.arange(len(ranks)), self._row[ranks]
        walkers: list[np.ndarray] = []
        arcs: list[np.ndarray] = []
        while True:
            going = self._tree.depth[self._ranks[at]] > depth[who]
            who, at = who[going], at[going]
            if not len(who):
                return _joined(walkers), _joined(arcs)
            arc = self._next(at, depth[who])
            walkers.append(who)
            arcs.append(arc)
            at = self._row[self._kept.head[arc]]

    def _next(self, rows: np.ndarray, depth: np.ndarray) -> np.ndarray:
        """Give the first arc of the cheapest way from each row's point to what is at a depth."""
        ranks = self._ranks[rows]
        count = self._count[ranks]
        arcs = ranges(self._kept.first[ranks], self._kept.first[ranks] + count)
        whose = np.repeat(np.arange(len(rows)), count)
        on = self.costs[self._row[self._kept.head[arcs]], depth[whose]]
        right = np.flatnonzero(on + self._kept.cost[arcs] == self.costs[rows, depth][whose])
        return np.asarray(arcs[right[np.unique(whose[right], return_index=True)[1]]])


def meetings(costs: np.ndarray, one: Climbs, other: Climbs, shared: np.ndarray) -> Meetings:
    """Find where rows of labels meet best among their first columns, of which so many are shared.

    ``costs`` is an array with a row for each label, ``shared`` one with a number for each pair.
    """
    cost, depth = np.full(len(shared), FAR, np.int64), np.zeros(len(shared), np.int64)
    order = np.argsort(shared, kind="stable")
    order = order[shared[order] > 0]
    for begin in range(0, len(order), _AT_ONCE):
        some = order[begin : begin + _AT_ONCE]
        most = int(shared[some[-1]])
        both = costs[one.row[some], :most] + costs[other.row[some], :most]
        both[np.arange(most) >= shared[some, None]] = 2 * FAR
        depth[some] = most - 1 - both[:, ::-1].argmin(axis=1)  # of equal ones the lowest
        cost[some] = both[np.arange(len(some)), depth[some]] + one.cost[some] + other.cost[some]
    return Meetings(cost=cost, depth=depth)


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate([np.empty(0, np.int64), *parts])
