"""Finds places by what a person has typed of their names so far, ranked, while they type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.adapters.gazetteer.build import bonus
from geo.adapters.gazetteer.fold import SHORTENED, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.adapters.gazetteer.build import Meta

# One or two letters begin tens of thousands of names: among the weightiest places alone are
# enough that begin so.
_SHORT = 2
_WEIGHTIEST = 5_000
# What a name by which a place is not mainly known takes off its weight, as a power of ten.
_OTHER_NAME = 2.0
_LONGEST = 100  # characters; no name is longer
_LEAST_OF_SHORTENED = 3


@dataclass(frozen=True, kw_only=True)
class NameSearch:
    """Search over the names of a compiled store, whose parts it is given.

    ``called`` numbers the places that bear a name, ``name_of`` gives the main name of one;
    ``column`` has the store's arrays by name.
    """

    trie: Any
    meta: Meta
    column: Mapping[str, Any]
    called: Callable[[str], Sequence[int]]
    name_of: Callable[[int], str]

    def rows(self, typed: str, *, limit: int) -> list[int]:
        """Find the rows whose names begin so: those called so whole, then the weightiest.

        Behind a comma may stand the beginning of a region's or country's name, or its code.
        """
        name, comma, within = typed[:_LONGEST].rpartition(",")
        name = (name if comma else within).strip()
        prefix = fold(name)
        if not prefix or limit <= 0:
            return []
        inside = self._inside(within.strip()) if comma else None
        first = [row for row in self.called(name) if inside is None or inside[row]]
        found = dict.fromkeys(first[:limit])
        if len(found) < limit:
            found.update(dict.fromkeys(self._beginning(prefix, inside, limit)))
        return list(found)[:limit]

    def _beginning(self, prefix: str, inside: Any, limit: int) -> list[int]:
        if len(prefix) <= _SHORT:
            known = [row for name, row in self._weightiest if name.startswith(prefix)]
            near = [row for row in known if inside is None or inside[row]]
            if len(near) >= limit:
                return near
        return self._in_trie(prefix, inside, limit)

    def _in_trie(self, prefix: str, inside: Any, limit: int) -> list[int]:
        """Rank the places of all names that begin so."""
        numbers = [number for form in _forms(prefix) for _, number in self.trie.items(form)]
        if not numbers:
            return []
        ends, names = self.column["posting_ends"], np.array(numbers, dtype=np.int64)
        starts, counts = (
            ends[names].astype(np.int64),
            (ends[names + 1] - ends[names]).astype(np.int64),
        )
        # The places of each name stand beside each other: count on from where each begins.
        offsets = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        codes = self.column["postings"][np.repeat(starts, counts) + offsets]
        rows, is_main = (codes >> 1).astype(np.int64), (codes & 1).astype(bool)
        weights = self._weights[rows] - np.where(is_main, 0.0, _OTHER_NAME)
        if inside is not None:
            rows, weights = rows[inside[rows]], weights[inside[rows]]
        # A place is found by each of its names; the one that weighs most comes first.
        order = np.lexsort((rows, -weights))
        return list(dict.fromkeys(rows[order[: limit * 50]].tolist()))

    def _inside(self, within: str) -> Any:
        """Tell for each place whether it lies in a region or country that begins so."""
        begin, meta, column = fold(within), self.meta, self.column
        if not begin:
            return None
        # "TX" is no beginning, but what the region is called for short.
        called = {
            meta.regions[column["regions"][row]]
            for row in self.called(within.upper() if len(within) <= _SHORT else within)
            if meta.features[column["features"][row]] == "A.ADM1"
        }
        regions = [
            bool(name) and (name in called or fold(name).startswith(begin)) for name in meta.regions
        ]
        countries = [self._is_country(code, begin) for code in meta.countries]
        return np.array(regions)[column["regions"]] | np.array(countries)[column["countries"]]

    def _is_country(self, code: str, within: str) -> bool:
        row = self.meta.country_places.get(code)
        return code.lower() == within or (
            row is not None and fold(self.name_of(row)).startswith(within)
        )

    @cached_property
    def _weights(self) -> Any:
        kinds = np.array([bonus(feature) for feature in self.meta.features])
        return np.log10(self.column["population"] + 1.0) + kinds[self.column["features"]]

    @cached_property
    def _weightiest(self) -> list[tuple[str, int]]:
        order = np.argsort(-self._weights, kind="stable")[:_WEIGHTIEST].tolist()
        return [(fold(self.name_of(row)), row) for row in order]


def _forms(prefix: str) -> list[str]:
    """List the beginnings to look for: "sain" may go on as "Saint …", which is kept as "st …"."""
    lead, _, last = prefix.rpartition(" ")
    head = f"{lead} " if lead else ""
    short = {
        f"{head}{brief} "
        for word, brief in SHORTENED.items()
        if len(last) >= _LEAST_OF_SHORTENED and word.startswith(last)
    }
    return [prefix, *sorted(short)]
