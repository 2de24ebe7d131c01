"""Finds the way of a leg along one network: rail, road or sea. Implements `geo.ports.Router`."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from geo.adapters.network_access import accesses, nearest_m
from geo.adapters.network_area import Stop, borders, is_country, is_home, is_region
from geo.adapters.network_paths import CLOSED_M, Paths, index_of
from geo.adapters.network_way import Section, as_route, section_of
from geo.errors import RouteError

if TYPE_CHECKING:
    from collections.abc import Callable

    from routingkit_cch import CCH

    from geo.adapters.network_access import Access
    from geo.adapters.network_rules import Rules
    from geo.adapters.network_store import Network
    from geo.contracts import Leg, Place, Route

# Besides the nearest hop, those are tried that are so much farther off.
_TRIED = 8
_FARTHER = 2.0
_FARTHER_M = 3_000.0
# A border costs what the stop at it is worth. Within a country people do not travel abroad for a
# short cut: where more of the way than this lies abroad, one at home is looked for, in which a way
# abroad counts several times.
_BORDER_M = 25_000.0
_ABROAD_M = 40_000.0
_ABROAD = 4.0
# Borders are drawn coarsely: a way that is so many times as long only dodges a line on our map.
_WORTH_STAYING = 1.25
# A way so many times as long as the straight line, and longer than that by so much, is no way.
_WILD = 3.0
_WILD_M = 150_000.0
_DEAR = 4.0
_KEPT_COSTS = 8


class NetworkRouter:
    """Ways along one network, which is read when the first leg comes."""

    def __init__(self, read: Callable[[], Network], rules: Rules) -> None:
        self._read = read
        self._rules = rules
        # Each set of costs takes some 20 MB, and an archive's journeys are in all countries.
        self._paths_for = lru_cache(maxsize=_KEPT_COSTS)(self._make_paths)

    def route(self, leg: Leg, *, avoid: frozenset[str] = frozenset()) -> Route | None:
        """Find the way of a leg, through its via points.

        Where an end is a country the way leads to its border; where it is a region, to its middle.
        ``avoid`` names kinds of hops ("suez") and countries (ISO codes) that are not passed.

        Raises
        ------
        RouteError
            If an end is far from the network, or no way leads there; the message says which.
        """
        if leg.origin is None or leg.destination is None:
            return None
        ends = [leg.origin.place, *(end.place for end in leg.via), leg.destination.place]
        if all(place.is_area for place in (ends[0], ends[-1])):
            return None
        stops = [self._stop(place) for place in ends]
        if not (stops[0].found and stops[-1].found):
            return None
        met = [stop for stop in stops if stop.found]
        if any(is_home(self._network, stop, met) for stop in met):
            return None
        sections: list[Section] = []
        for one, other in pairwise(met):
            starts = [sections[-1].goal] if sections and one.country else one.found
            sections.append(self._section((one.name, starts), (other.name, other.found), avoid))
        return as_route(leg, sections, self._network, self._rules, stops=stops)

    def length_m(self, one: tuple[float, float], other: tuple[float, float]) -> float | None:
        """Give the length of the way between two points (lon, lat), metres; None without one."""
        found = [
            accesses(self._network, *point, within_m=self._rules.reach_m, most=_TRIED)
            for point in (one, other)
        ]
        if not all(found):
            return None
        section = self._shortest(found[0], found[1], frozenset())
        return None if section is None else section.length_m(counts=self._rules.access_counts)

    @cached_property
    def _network(self) -> Network:
        return self._read()

    def _stop(self, place: Place) -> Stop:
        """Find where the network is met; nowhere for an area that it does not have."""
        if is_country(place):
            found = borders(self._network, place.country_code)
            return Stop(name=place.name, found=found, country=place.country_code)
        if is_region(place):
            return Stop(name=place.name, found=self._near(place), region=place)
        if place.is_area:
            return Stop(name=place.name, found=[])
        found = self._near(place)
        if found:
            return Stop(name=place.name, found=found)
        off_km = nearest_m(self._network, place.lon, place.lat) / 1000.0
        raise RouteError(
            f"{place.name} is {off_km:,.0f} km from the nearest {self._rules.noun} known to this "
            "program; only the straight line is shown."
        )

    def _near(self, place: Place) -> list[Access]:
        found = accesses(
            self._network, place.lon, place.lat, within_m=self._rules.reach_m, most=_TRIED
        )
        most_m = found[0].access_m * _FARTHER + _FARTHER_M if found else 0.0
        return [access for access in found if access.access_m <= most_m]

    def _section(
        self,
        origin: tuple[str, list[Access]],
        destination: tuple[str, list[Access]],
        avoid: frozenset[str],
    ) -> Section:
        section = self._shortest(origin[1], destination[1], avoid)
        ends = f"{origin[0]} to {destination[0]}"
        if section is None:
            raise RouteError(
                f"No {self._rules.noun} from {ends} is known to this program; only the straight "
                "line is shown."
            )
        straight_m = section.straight_m + section.start.access_m + section.goal.access_m
        length_m = section.length_m(counts=self._rules.access_counts)
        if not self._rules.may_be_wild and length_m > _WILD * straight_m + _WILD_M:
            raise RouteError(
                f"The only {self._rules.noun} from {ends} that is known to this program is "
                f"{length_m / 1000:,.0f} km long, which is hardly the way; only the straight line "
                "is shown."
            )
        return section

    def _shortest(
        self, starts: list[Access], goals: list[Access], avoid: frozenset[str]
    ) -> Section | None:
        section = section_of(self._network, self._paths_for(avoid), starts, goals)
        home = self._country(starts[0])
        if section is None or home != self._country(goals[0]):
            return section
        if self._abroad_m(section, home) > _ABROAD_M:
            at_home = section_of(self._network, self._paths_for(avoid, home), starts, goals)
            if at_home is not None and at_home.along_m <= _WORTH_STAYING * section.along_m:
                return at_home
        return section

    def _country(self, access: Access) -> int:
        network = self._network
        return int(network.country[network.ends[access.hop, round(access.share)]])

    def _abroad_m(self, section: Section, home: int) -> float:
        """Length of what lies wholly in another country than ``home``, metres."""
        if section.path is None:
            return 0.0
        hops = list(section.path.hops)
        return float(self._network.length_m[hops][self._is_abroad(hops, home)].sum())

    def _is_abroad(self, hops: list[int] | slice, home: int) -> np.ndarray:
        country = self._network.country[self._network.ends[hops]]
        abroad: np.ndarray = ((country != home) & self._is_named[country]).all(axis=1)
        return abroad

    @cached_property
    def _is_named(self) -> np.ndarray:
        return np.array([bool(code) for code in self._network.countries])

    def _make_paths(self, avoid: frozenset[str], home: int | None = None) -> Paths:
        return Paths(self._network, self._costs(avoid, home), self._index)

    @cached_property
    def _index(self) -> CCH:
        return index_of(self._network)

    def _costs(self, avoid: frozenset[str], home: int | None) -> np.ndarray:
        """Give what each hop costs when ways are compared, metres."""
        network = self._network
        costs: np.ndarray = network.length_m.copy()
        costs[network.has_kind(self._rules.dear)] *= _DEAR
        country = network.country[network.ends]
        borders = (country[:, 0] != country[:, 1]) & self._is_named[country].all(axis=1)
        costs[borders] += _BORDER_M
        if home is not None:
            costs[self._is_abroad(slice(None), home)] *= _ABROAD
        shut = np.isin(np.array(network.countries)[country], list(avoid)).any(axis=1)
        shut |= network.has_kind((self._rules.closed | avoid) - {""})
        costs[shut] = CLOSED_M
        return costs
