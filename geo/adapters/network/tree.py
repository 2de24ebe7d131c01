"""Tells how the points of a hierarchy hang together: which lies above which, and how high up.

All that can be reached upwards from a point lies on its way to the root of a tree (the elimination
tree of Dibbelt, Strasser and Wagner). Points have ranks here, as in the hierarchy. Above the
highest point of each part lies one more, ``count``, that is above all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from geo.adapters.network.hierarchy import Hierarchy


class Tree:
    """The tree of a hierarchy.

    Attributes
    ----------
    count : number of points.
    parent : array (count + 1,), rank of the point above each.
    depth : array (count + 1,), how many points lie above each; -1 for what is above all.
    """

    def __init__(self, kept: Hierarchy) -> None:
        self.count = len(kept.rank)
        self.parent = np.full(self.count + 1, self.count)
        joined = np.flatnonzero(np.diff(kept.first))
        self.parent[joined] = kept.head[kept.first[joined]]
        above = self.parent
        self.depth = (above < self.count).astype(np.int64)
        while (above < self.count).any():  # twice as far up each time
            self.depth = self.depth + self.depth[above]
            above = above[above]
        self.depth[self.count] = -1

    def all_above(self, ranks: np.ndarray, but: np.ndarray | None = None) -> np.ndarray:
        """List some points and all that lie above one of them, the highest in the tree first.

        ``but`` marks those, array (count,), that are left out with all above them.
        """
        found = np.zeros(self.count + 1, dtype=bool)
        passed = found.copy()
        passed[self.count] = True
        if but is not None:
            passed[: self.count] = but
        while len(ranks):
            ranks = ranks[~passed[ranks]]
            found[ranks] = passed[ranks] = True
            ranks = np.unique(self.parent[ranks])
        listed = np.flatnonzero(found)
        return np.asarray(listed[np.argsort(self.depth[listed], kind="stable")])

    def meeting(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Give the lowest point that lies above, or is, each of one and each of the others."""
        met: np.ndarray = np.minimum(one, other)
        high = np.maximum(one, other)
        apart = np.flatnonzero(met != high)
        while len(apart):
            low, top = self.parent[met[apart]], high[apart]
            met[apart], high[apart] = np.minimum(low, top), np.maximum(low, top)
            apart = apart[low != top]
        return met
