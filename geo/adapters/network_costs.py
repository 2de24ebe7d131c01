"""Opens a network for searching: what each hop costs, by what is avoided; the index of its ways."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from geo.adapters.network_paths import CLOSED_M, Paths, index_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from routingkit_cch import CCH

    from geo.adapters.network_paths import Search
    from geo.adapters.network_rules import Rules
    from geo.adapters.network_store import Network

# A border costs what the stop at it is worth. Within a country people do not travel abroad for a
# short cut: where that is asked for, a way abroad counts several times.
_BORDER_M = 25_000.0
_ABROAD = 4.0
_DEAR = 4.0
# Between the codes of two countries whose border is closed.
BORDER = "|"
# What is avoided differs from call to call; so many of it are kept, which takes memory.
_MOST_KEPT = 6


class Costs:
    """What the hops of a network cost; the index of its ways is made beside what else is opened."""

    def __init__(self, network: Network, rules: Rules) -> None:
        self._network = network
        self._rules = rules
        self._kept: dict[tuple[frozenset[str], int | None], Paths] = {}
        with ThreadPoolExecutor(max_workers=1) as pool:
            self._index: Future[CCH] = pool.submit(index_of, network)
            network.open()

    def search(self, avoid: frozenset[str], home: int | None = None) -> Search:
        """Give a search round what is avoided, for the thread that asks; ``home`` is a country."""
        key = avoid, home
        if key not in self._kept:
            while len(self._kept) >= _MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = Paths(self._network, self._of(avoid, home), self._index.result())
        return self._kept[key].search()

    def abroad_m(self, hops: np.ndarray, home: int) -> float:
        """Length of the hops that lie wholly in another country than ``home``, metres."""
        return float(self._network.length_m[hops][self._is_abroad(hops, home)].sum())

    def _of(self, avoid: frozenset[str], home: int | None) -> np.ndarray:
        """Give what each hop costs when ways are compared, metres."""
        network = self._network
        costs: np.ndarray = network.length_m.copy()
        costs[network.has_kind(self._rules.dear)] *= _DEAR
        country = network.country[network.ends]
        borders = (country[:, 0] != country[:, 1]) & self._is_named[country].all(axis=1)
        costs[borders] += _BORDER_M
        if home is not None:
            costs[self._is_abroad(slice(None), home)] *= _ABROAD
        costs[self._is_shut(avoid, country)] = CLOSED_M
        return costs

    def _is_shut(self, avoid: frozenset[str], country: np.ndarray) -> np.ndarray:
        """Tell which hops lie in a country, lead over a border or are a passage to be avoided."""
        codes = np.array(self._network.countries)
        shut = np.isin(codes[country], list(avoid)).any(axis=1)
        shut |= self._network.has_kind((self._rules.closed | avoid) - {""})
        for border in avoid:
            one, found, other = border.partition(BORDER)
            if found:
                sides = codes[country]
                shut |= (sides == [one, other]).all(axis=1) | (sides == [other, one]).all(axis=1)
        return np.asarray(shut)

    def _is_abroad(self, hops: np.ndarray | slice, home: int) -> np.ndarray:
        country = self._network.country[self._network.ends[hops]]
        abroad: np.ndarray = ((country != home) & self._is_named[country]).all(axis=1)
        return abroad

    @cached_property
    def _is_named(self) -> np.ndarray:
        return np.array([bool(code) for code in self._network.countries])
