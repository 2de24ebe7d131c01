"""Opens a network for searching: what each hop costs, by what is avoided; the index of its ways.

By the usual costs it is searched in a hierarchy that is kept: that takes a hundredth of a second,
but nothing beforehand. Whoever searches so often that an index is worth its half second has one.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from geo.adapters.network.hierarchy import FORMAT, as_hierarchy, hierarchy_arrays
from geo.adapters.network.mapped import MappedSearch
from geo.adapters.network.paths import CLOSED_M, Paths, index_of, whole_m
from geo.adapters.network.rules import BORDER

if TYPE_CHECKING:
    from routingkit_cch import CCH

    from geo.adapters.network.hierarchy import Hierarchy
    from geo.adapters.network.paths import Finder
    from geo.adapters.network.rules import Rules
    from geo.adapters.network.store import Network

# A border costs what the stop at it is worth, a closed one what people go round to avoid it. Within
# a country people do not travel abroad for a short cut: where that is asked for, a way abroad
# counts several times.
_BORDER_M = 25_000.0
_SHUT_M = 1_000_000.0
_ABROAD = 4.0
_DEAR = 4.0
# What is avoided differs from call to call; so many of it are kept, which takes memory.
_MOST_KEPT = 6
_USUAL: tuple[frozenset[str], int | None] = (frozenset(), None)
# After so many searches an index is made: it takes as long as they did, and is much quicker.
_SELDOM = 40


class Costs:
    """What the hops of a network cost, and searches by it."""

    def __init__(self, network: Network, rules: Rules) -> None:
        self._network = network
        self._rules = rules
        self._kept: dict[tuple[frozenset[str], int | None], Paths] = {}
        self._asked = 0
        network.open()

    def search(self, avoid: frozenset[str] = frozenset(), home: int | None = None) -> Finder:
        """Give a search round what is avoided, for the thread that asks; ``home`` is a country."""
        key = avoid, home
        if key == _USUAL and self._network.shelf is not None and self._asked < _SELDOM:
            self._asked += 1
            return MappedSearch(self.hierarchy, self._network.ends)
        if key not in self._kept:
            while len(self._kept) >= _MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = Paths(self._network, self._of(avoid, home), self._index)
        return self._kept[key].search()

    def dearer(self, factor: np.ndarray) -> Finder:
        """Give a search in which hops cost so many times what they do, array (m,)."""
        costs = self._of(frozenset(), None) * factor
        return Paths(self._network, costs, self._index).search()

    def abroad_m(self, hops: np.ndarray, home: int) -> float:
        """Length of the hops that lie wholly in another country than ``home``, metres."""
        return float(self._network.length_m[hops][self._is_abroad(hops, home)].sum())

    @cached_property
    def _index(self) -> CCH:
        return index_of(self._network)

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """The hierarchy by the usual costs; worked out anew where none can be kept."""
        if self._network.shelf is None:
            return as_hierarchy(self._worked_out())
        rules = [sorted(some) for some in (self._rules.dear, self._rules.closed, self._rules.shut)]
        by = repr((FORMAT, rules, _BORDER_M, _SHUT_M, _DEAR, CLOSED_M)).encode()
        return as_hierarchy(self._network.shelf.kept("hierarchy", by, self._worked_out))

    def _worked_out(self) -> dict[str, np.ndarray]:
        return hierarchy_arrays(self._network, whole_m(self._of(*_USUAL)), CLOSED_M)

    def _of(self, avoid: frozenset[str], home: int | None) -> np.ndarray:
        """Give what each hop costs when ways are compared, metres."""
        network = self._network
        costs: np.ndarray = network.length_m.copy()
        costs[network.has_kind(self._rules.dear)] *= _DEAR
        country = network.country[network.ends]
        borders = (country[:, 0] != country[:, 1]) & self._is_named[country].all(axis=1)
        costs[borders] += _BORDER_M
        costs[self._is_over(self._rules.shut, country)] += _SHUT_M
        if home is not None:
            costs[self._is_abroad(slice(None), home)] *= _ABROAD
        costs[self._is_shut(avoid, country)] = CLOSED_M
        return costs

    def _is_shut(self, avoid: frozenset[str], country: np.ndarray) -> np.ndarray:
        """Tell which hops lie in a country, lead over a border or are a passage to be avoided."""
        codes = np.array(self._network.countries)
        shut = np.isin(codes[country], list(avoid)).any(axis=1)
        shut |= self._network.has_kind((self._rules.closed | avoid) - {""})
        return np.asarray(shut | self._is_over(avoid, country))

    def _is_over(self, borders: frozenset[str], country: np.ndarray) -> np.ndarray:
        """Tell which hops lead over one of some borders; what is no border is none of them."""
        over = np.zeros(len(country), dtype=bool)
        numbers = {code: number for number, code in enumerate(self._network.countries)}
        for border in borders:
            sides = [numbers.get(code, -1) for code in border.split(BORDER)]
            if len(sides) > 1:
                over |= (np.sort(country, axis=1) == sorted(sides)).all(axis=1)
        return over

    def _is_abroad(self, hops: np.ndarray | slice, home: int) -> np.ndarray:
        country = self._network.country[self._network.ends[hops]]
        abroad: np.ndarray = ((country != home) & self._is_named[country]).all(axis=1)
        return abroad

    @cached_property
    def _is_named(self) -> np.ndarray:
        return np.array([bool(code) for code in self._network.countries])
