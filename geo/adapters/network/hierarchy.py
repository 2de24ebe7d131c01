"""Works a contraction hierarchy out of a network, once, as arrays that can be kept and mapped.

Dibbelt, Strasser and Wagner, "Customizable Contraction Hierarchies", ACM Journal of Experimental
Algorithmics 21 (2016): what ways there are, and then what each costs. A library does both in half a
second, but anew in every process; what is kept is only mapped. Points have ranks here, 0 for the
first that is contracted, and arcs lead from a point to one of higher rank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.adapters.network.cells import ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.adapters.network.store import Network

# Raise it whenever the same network and costs make other arrays.
FORMAT = 1
# Of an arc that is a hop there are no two arcs below.
HOP = -1
# So many points that do not wait for each other are worked out one by one.
_FEW = 8


class Hierarchy(NamedTuple):
    """A hierarchy with costs.

    Attributes
    ----------
    rank : array (n,), rank of each point.
    first : array (n + 1,), where the arcs of each rank begin.
    head : array (a,), rank that an arc leads to; ascending among those of one rank.
    cost : array (a,), what the cheapest way costs that an arc stands for, whole metres.
    left : array (a,), arc from the point between, on that way, to the arc's tail; `HOP` for a hop.
    right : array (a,), arc from the point between to the arc's head; of a hop, its number.
    """

    rank: np.ndarray
    first: np.ndarray
    head: np.ndarray
    cost: np.ndarray
    left: np.ndarray
    right: np.ndarray


def hierarchy_arrays(network: Network, costs_m: np.ndarray, most_m: int) -> dict[str, np.ndarray]:
    """Work out a hierarchy from what each hop costs, array (m,) of whole metres.

    No arc costs more than ``most_m``.
    """
    rank = np.empty(len(network.order), np.int32)
    rank[network.order] = np.arange(len(network.order), dtype=np.int32)
    ends = np.sort(rank[network.ends], axis=1)
    first, head = _arcs(len(rank), ends)
    tail = np.repeat(np.arange(len(rank)), np.diff(first))
    cost, hop = _cheapest_hops(tail, head, ends, (np.asarray(costs_m, np.int64), most_m))
    left, right = np.full(len(head), HOP, np.int32), hop.astype(np.int32)
    arcs = Hierarchy(rank=rank, first=first, head=head, cost=cost, left=left, right=right)
    _go_round(arcs)
    return arcs._replace(cost=cost.astype(np.int32), head=head.astype(np.int32))._asdict()


def as_hierarchy(arrays: Mapping[str, np.ndarray]) -> Hierarchy:
    """Give arrays that were kept their names."""
    return Hierarchy(**{name: arrays[name] for name in Hierarchy._fields})


def _arcs(count: int, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Contract point after point: those of higher rank that it is joined to are joined."""
    above: list[set[int]] = [set() for _ in range(count)]
    for low, high in ends.tolist():
        if low != high:
            above[low].add(high)
    first, heads = np.zeros(count + 1, np.int64), []
    for rank, reached in enumerate(above):
        listed = sorted(reached)
        heads.append(np.array(listed, np.int64))
        first[rank + 1] = first[rank] + len(listed)
        if listed:
            next_ = above[listed[0]]  # it hands the others on, so that no pair need be joined
            next_.update(listed[1:])
        above[rank] = set()
    return first, np.concatenate(heads)


def _cheapest_hops(
    tail: np.ndarray, head: np.ndarray, ends: np.ndarray, costs: tuple[np.ndarray, int]
) -> tuple[np.ndarray, np.ndarray]:
    """Give what each arc costs as a hop, the most where it is none, and which hop that is."""
    costs_m, most_m = costs
    count = int(tail[-1]) + int(head.max(initial=0)) + 1 if len(tail) else 1
    keys = tail * count + head
    hops = np.flatnonzero(ends[:, 0] != ends[:, 1])
    hops = hops[np.argsort(costs_m[hops], kind="stable")[::-1]]  # the cheapest is written last
    arcs = np.searchsorted(keys, ends[hops, 0].astype(np.int64) * count + ends[hops, 1])
    cost, hop = np.full(len(head), most_m, np.int64), np.full(len(head), -1, np.int64)
    cost[arcs], hop[arcs] = costs_m[hops], hops
    return cost, hop


def _go_round(arcs: Hierarchy) -> None:
    """Lower each arc to what the ways round by points of lower rank cost."""
    first, head = arcs.first, arcs.head
    tail = np.repeat(np.arange(len(first) - 1), np.diff(first))
    below = np.argsort(head, kind="stable")  # arcs by the point that they lead to, then by tail
    begins = np.searchsorted(head[below], np.arange(len(first)))
    keys = tail * len(first) + head
    place = np.zeros(len(first), np.int64)
    for ranks in _levels(arcs):
        if len(ranks) > _FEW:
            lefts = below[ranges(begins[ranks], begins[ranks + 1])]
            _lower(arcs, tail, lefts, lambda x, y: np.searchsorted(keys, x * len(first) + y))
            continue
        for rank in ranks.tolist():
            own = slice(int(first[rank]), int(first[rank + 1]))
            place[head[own]] = np.arange(own.start, own.stop)
            lefts = below[begins[rank] : begins[rank + 1]]
            _lower(arcs, tail, lefts, lambda _, y: place[y])


def _levels(arcs: Hierarchy) -> list[np.ndarray]:
    """Sort the ranks that arcs lead to and from so that each comes after all that lead to it."""
    level = [0] * (len(arcs.first) - 1)
    parents = np.full(len(level), -1)
    starts = np.flatnonzero(np.diff(arcs.first))
    parents[starts] = arcs.head[arcs.first[starts]]
    for rank, parent in enumerate(parents.tolist()):
        if parent >= 0:
            level[parent] = max(level[parent], level[rank] + 1)
    found = starts[np.array(level, int)[starts] > 0]
    levels = np.array(level, int)[found]
    found = found[np.argsort(levels, kind="stable")]
    return np.split(found, np.cumsum(np.bincount(levels))[:-1])


def _lower(
    arcs: Hierarchy,
    tail: np.ndarray,
    lefts: np.ndarray,
    find: Callable[[np.ndarray, np.ndarray], np.ndarray],
) -> None:
    """Lower the arcs of the points that ``lefts`` lead to; ``find`` gives the arc between two."""
    counts = arcs.first[tail[lefts] + 1] - lefts - 1
    left = lefts.repeat(counts)
    right = ranges(lefts + 1, lefts + 1 + counts)
    arc = find(arcs.head[left], arcs.head[right])
    round_ = arcs.cost[left] + arcs.cost[right]
    np.minimum.at(arcs.cost, arc, round_)
    best = np.flatnonzero(round_ == arcs.cost[arc])[::-1]  # the lowest between is written last
    arcs.left[arc[best]], arcs.right[arc[best]] = left[best], right[best]
