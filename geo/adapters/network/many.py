"""Measures the ways between many pairs of places at once, as long as each is when it is drawn."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.adapters.network.cells import ranges
from geo.adapters.network.labels import FAR, Climbs, Labels, Meetings, meetings
from geo.adapters.network.paths import CLOSED_M, MOST_M
from geo.adapters.network.spans import NOWHERE, hops_of, spans_of
from geo.adapters.network.tree import Tree
from geo.adapters.network.way import ACCESS_COUNTS

if TYPE_CHECKING:
    from geo.adapters.network.access import Near
    from geo.adapters.network.hierarchy import Hierarchy
    from geo.adapters.network.store import Network


class Measured(NamedTuple):
    """Lengths of ways, arrays (n,).

    Attributes
    ----------
    along_m : length along the network, metres; NaN where no way leads there.
    off_m : length of the ways to the network and from it, metres.
    abroad_m : how much of a way from a country to itself lies abroad, metres; 0 for all others.
    home : number of the country, -1 where the places lie in two.
    """

    along_m: np.ndarray
    off_m: np.ndarray
    abroad_m: np.ndarray
    home: np.ndarray


class _Doors(NamedTuple):
    """Points by which places enter the network, place by place: arrays (d,).

    ``cost`` is what it costs to get there, whole metres, ``along_m`` and ``off_m`` the length of
    the ways along a hop and to it; ``first`` says where each place's points begin.
    """

    rank: np.ndarray
    cost: np.ndarray
    along_m: np.ndarray
    off_m: np.ndarray
    first: np.ndarray

    def of(self, places: np.ndarray) -> np.ndarray:
        """List the rows of some places."""
        return ranges(self.first[places], self.first[places + 1])


class _Ways(NamedTuple):
    """Ways between pairs: what each costs, its two doors, and how high up it leads: arrays (n,)."""

    cost: np.ndarray
    doors: np.ndarray
    depth: np.ndarray


class ManyWays:
    """Ways in a network by the costs that a hierarchy was made with."""

    def __init__(self, network: Network, kept: Hierarchy) -> None:
        self._network = network
        self._kept = kept
        self._tree = Tree(kept)
        self._spans = spans_of(kept, self._tree, network)
        self._labels = Labels(kept, self._tree)
        self._lock = Lock()

    def measured(self, near: Near, pairs: np.ndarray) -> Measured:
        """Measure the ways between places, of which each meets the network here and there.

        ``pairs`` is an array (n, 2) of numbers of places.
        """
        count = int(pairs.max(initial=-1)) + 1
        home = self._homes(near, count)[pairs]
        home = np.where(home[:, 0] == home[:, 1], home[:, 0], -1)
        doors = self._doors(near, count)
        with self._lock:
            ways = self._found(doors, self._labels, pairs)
            along_m, abroad_m = self._walked(doors, self._labels, ways, home)
        is_way = ways.cost < CLOSED_M
        along_m = np.where(is_way, along_m, np.nan)
        off_m = np.where(is_way, doors.off_m[ways.doors].sum(axis=1), 0.0)
        direct = _direct(near, pairs, self._network.length_m)
        best = np.flatnonzero(direct.cost_m <= ways.cost)
        along_m[best], off_m[best] = direct.along_m[best], direct.off_m[best]
        abroad_m[best] = 0.0
        return Measured(along_m, off_m, abroad_m, home)

    def _homes(self, near: Near, count: int) -> np.ndarray:
        """Give the number of the country in which each place meets the network; -1 for none."""
        first = np.flatnonzero(near.nth() == 0)
        point = self._network.ends[near.hop[first], np.rint(near.share[first]).astype(int)]
        homes = np.full(count, -1)
        homes[near.place[first]] = self._network.country[point]
        return homes

    def _doors(self, near: Near, count: int) -> _Doors:
        """List the points of the hops that places meet, each by the cheapest of them."""
        place, off_m = near.place.repeat(2), near.off_m.repeat(2)
        rank = self._kept.rank[self._network.ends[near.hop]].ravel().astype(np.int64)
        share = np.stack([near.share, 1.0 - near.share], axis=1)
        along_m = (share * self._network.length_m[near.hop, None]).ravel()
        cost_m = off_m * ACCESS_COUNTS + along_m
        order = np.lexsort((cost_m, rank, place))
        best = order[np.unique(place[order] * self._tree.count + rank[order], return_index=True)[1]]
        return _Doors(
            rank=rank[best],
            cost=np.minimum(np.rint(cost_m[best]), MOST_M).astype(np.int32),
            along_m=along_m[best],
            off_m=off_m[best],
            first=np.searchsorted(place[best], np.arange(count + 1)),
        )

    def _found(self, doors: _Doors, labels: Labels, pairs: np.ndarray) -> _Ways:
        """Find the cheapest ways of pairs of places, which may have no doors."""
        found = _Ways(
            cost=np.full(len(pairs), 2 * FAR, np.int64),
            doors=np.zeros((len(pairs), 2), np.int64),
            depth=np.zeros(len(pairs), np.int64),
        )
        joined = np.flatnonzero((np.diff(doors.first)[pairs] > 0).all(axis=1))
        first = doors.rank[doors.first[pairs[joined]]]
        top = self._tops(doors)[pairs[joined]]
        met = self._tree.meeting(*first.T)
        # What lies above both places, and not beside one of them, is above all their doors.
        is_far = (met[:, None] > top).all(axis=1)
        # Where only what is above all lies above both, they are in two parts: no way, no labels.
        is_apart = is_far & (met == self._tree.count)
        joined, met, is_far = joined[~is_apart], met[~is_apart], is_far[~is_apart]
        labels.need(np.unique(doors.rank[doors.of(np.unique(pairs[joined]))]))
        self._put_far(found, doors, labels, (pairs, joined[is_far], met[is_far]))
        self._put_near(found, doors, labels, (pairs, joined[~is_far]))
        return found

    def _tops(self, doors: _Doors) -> np.ndarray:
        """Give for each place the lowest point that is above all its doors."""
        place = np.repeat(np.arange(len(doors.first) - 1), np.diff(doors.first))
        met = self._tree.meeting(doors.rank[doors.first[place]], doors.rank)
        tops = np.zeros(len(doors.first) - 1, np.int64)
        np.maximum.at(tops, place, met)
        return tops

    def _put_far(
        self, found: _Ways, doors: _Doors, labels: Labels, some: tuple[np.ndarray, ...]
    ) -> None:
        """Find ways that meet above all doors of both places: the places have labels themselves."""
        pairs, chosen, met = some
        one, other = pairs[chosen].T
        places, row = np.unique(pairs[chosen], return_inverse=True)
        bare = np.zeros(len(chosen), np.int64)
        climbs = [Climbs(side, bare) for side in row.reshape(-1, 2).T]
        shared = self._tree.depth[met] + 1
        best = meetings(_merged(doors, labels, places), climbs[0], climbs[1], shared)
        used = [_door_to(doors, labels, side, best.depth) for side in (one, other)]
        _put(found, chosen, best, np.stack(used, axis=1))

    def _put_near(
        self, found: _Ways, doors: _Doors, labels: Labels, some: tuple[np.ndarray, ...]
    ) -> None:
        """Find the other ways: from each door of the one place to each of the other."""
        pairs, chosen = some
        one, other = pairs[chosen].T
        begin, count = doors.first[:-1], np.diff(doors.first)
        each = count[one] * count[other]
        pair = np.repeat(np.arange(len(chosen)), each)
        nth = ranges(np.zeros(len(each), np.int64), each)
        across = count[other][pair]
        used = np.stack([begin[one][pair] + nth // across, begin[other][pair] + nth % across])
        met = self._tree.meeting(*doors.rank[used])
        up, down = (Climbs(labels.rows(doors.rank[side]), doors.cost[side]) for side in used)
        ways = meetings(labels.costs, up, down, self._tree.depth[met] + 1)
        order = np.lexsort((ways.cost, pair))
        best = order[np.unique(pair[order], return_index=True)[1]]
        _put(found, chosen, Meetings(ways.cost[best], ways.depth[best]), used[:, best].T)

    def _walked(
        self, doors: _Doors, labels: Labels, ways: _Ways, home: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Measure ways, and what of those from one country to itself lies abroad, metres."""
        some = np.flatnonzero(ways.cost < CLOSED_M)
        ranks = doors.rank[ways.doors[some]].T.ravel()
        who, arcs = labels.climbed(ranks, np.tile(ways.depth[some], 2))
        way = some[who % max(len(some), 1)]
        above_m = np.bincount(way, self._spans.length_m[arcs], minlength=len(ways.cost))
        along_m = above_m + doors.along_m[ways.doors].sum(axis=1)
        country = self._spans.country[arcs]
        may_be = (home[way] >= 0) & (country != NOWHERE) & (country != home[way])
        return along_m, self._abroad_m(way[may_be], arcs[may_be], home)

    def _abroad_m(self, way: np.ndarray, arcs: np.ndarray, home: np.ndarray) -> np.ndarray:
        """Measure what of ways lies wholly in other countries than their own, metres."""
        owner, hops = hops_of(self._kept, arcs)
        way = way[owner]
        country = self._network.country[self._network.ends[hops]]
        is_abroad = ((country != home[way, None]) & self._is_named[country]).all(axis=1)
        length_m = self._network.length_m[hops] * is_abroad
        return np.bincount(way, length_m, minlength=len(home))

    @cached_property
    def _is_named(self) -> np.ndarray:
        return np.array([bool(code) for code in self._network.countries])


class _Direct(NamedTuple):
    """Ways along a single hop that both places are near to, arrays (n,); metres."""

    cost_m: np.ndarray
    along_m: np.ndarray
    off_m: np.ndarray


def _put(found: _Ways, chosen: np.ndarray, best: Meetings, used: np.ndarray) -> None:
    found.cost[chosen], found.depth[chosen], found.doors[chosen] = best.cost, best.depth, used


def _merged(doors: _Doors, labels: Labels, places: np.ndarray) -> np.ndarray:
    """Give places labels as if each were a point below all its doors: a row for each."""
    begin, count = doors.first[places], np.diff(doors.first)[places]
    merged = np.full((len(count), labels.costs.shape[1]), FAR, np.int32)
    for nth in range(int(count.max(initial=0))):
        some = np.flatnonzero(count > nth)
        door = begin[some] + nth
        ways = labels.costs[labels.rows(doors.rank[door])] + doors.cost[door, None]
        merged[some] = np.minimum(merged[some], ways)
    return merged


def _door_to(doors: _Doors, labels: Labels, places: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """Choose the door of each place by which the point above it at some depth is nearest."""
    begin, count = doors.first[places], np.diff(doors.first)[places]
    door = ranges(begin, begin + count)
    whose = np.repeat(np.arange(len(places)), count)
    cost = labels.costs[labels.rows(doors.rank[door]), depth[whose]] + doors.cost[door]
    order = np.lexsort((cost, whose))
    return np.asarray(door[order[np.unique(whose[order], return_index=True)[1]]])


def _direct(near: Near, pairs: np.ndarray, length_m: np.ndarray) -> _Direct:
    """Find the best way of each pair along one hop; it costs without end where there is none."""
    begins = np.searchsorted(near.place, np.arange(pairs.max(initial=-1) + 2))
    one, other = pairs.T
    rows = ranges(begins[one], begins[one + 1])
    pair = np.repeat(np.arange(len(pairs)), begins[one + 1] - begins[one])
    count = int(near.hop.max(initial=0)) + 1
    keys = near.place.astype(np.int64) * count + near.hop
    order = np.argsort(keys, kind="stable")
    wanted = other[pair].astype(np.int64) * count + near.hop[rows]
    at = np.minimum(np.searchsorted(keys, wanted, sorter=order), max(len(order) - 1, 0))
    shared = np.flatnonzero(keys[order[at]] == wanted)
    pair, rows, goals = pair[shared], rows[shared], order[at[shared]]
    along_m = np.abs(near.share[rows] - near.share[goals]) * length_m[near.hop[rows]]
    off_m = near.off_m[rows] + near.off_m[goals]
    found = _Direct(np.full(len(pairs), np.inf), np.zeros(len(pairs)), np.zeros(len(pairs)))
    cost_m = along_m + ACCESS_COUNTS * off_m
    dearest_first = np.argsort(-cost_m, kind="stable")  # so that the best is written last
    for column, values in zip(found, (cost_m, along_m, off_m), strict=True):
        column[pair[dearest_first]] = values[dearest_first]
    return found
