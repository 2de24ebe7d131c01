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
# Of labels so many numbers are kept, of four bytes each; then half of them are forgotten.
_MOST_KEPT = 32_000_000


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
    """Labels of points, ranks of a hierarchy, and of all that lie above them.

    They are worked out when they are first needed, and kept: all ways lead over the same few points
    far up. ``costs`` is an array with a row for each point and a column for each depth.
    """

    def __init__(self, kept: Hierarchy, tree: Tree) -> None:
        self._kept = kept
        self._tree = tree
        self._count = np.diff(kept.first)
        self._ranks = np.empty(0, np.int64)
        self._row = np.full(tree.count, -1)
        self.costs = np.empty((0, int(tree.depth.max(initial=-1)) + 1), np.int32)

    def need(self, ranks: np.ndarray) -> None:
        """Have labels of some points, and of all above them."""
        new = self._tree.all_above(ranks, self._row >= 0)
        if self.costs.shape[1] * (len(self._ranks) + len(new)) > _MOST_KEPT:
            self._forget()
            new = self._tree.all_above(ranks, self._row >= 0)
        depth = self._tree.depth[new]
        # Of those that are as high up what leads on to most comes first.
        order = np.lexsort((-self._count[new], depth))
        new, depth, known = new[order], depth[order], len(self._ranks)
        self._ranks = np.concatenate([self._ranks, new])
        self._row[new] = known + np.arange(len(new))
        more = np.full((len(new), self.costs.shape[1]), FAR, np.int32)
        self.costs = np.concatenate([self.costs, more])
        begins = known + np.searchsorted(depth, np.arange(self.costs.shape[1] + 1))
        for level, (begin, end) in enumerate(pairwise(begins.tolist())):
            if begin < end:
                self.costs[begin:end, level] = 0
                self._work_out(begin, end, level)

    def _forget(self) -> None:
        """Leave out the lower half: the labels far up take longest, and all need them."""
        depth = self._tree.depth[self._ranks]
        high = np.flatnonzero(depth < np.median(depth)) if len(depth) else depth
        self._ranks, self.costs = self._ranks[high], self.costs[high]
        self._row[:] = -1
        self._row[self._ranks] = np.arange(len(high))

    def _work_out(self, begin: int, end: int, level: int) -> None:
        """Make the labels of points of one depth of those above them."""
        if not level:
            return
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
