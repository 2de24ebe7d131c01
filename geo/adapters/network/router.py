"""Finds the way of a leg along one network: rail, road or sea. Implements `geo.ports.Router`."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from geo.adapters.network.access import accesses, near_points, nearest_m
from geo.adapters.network.area import Stop, borders, is_country, is_home, is_region
from geo.adapters.network.costs import Costs
from geo.adapters.network.many import ManyWays
from geo.adapters.network.others import other_sections
from geo.adapters.network.way import ACCESS_WINDS, Section, as_route, points_of, section_of
from geo.errors import RouteError
from geo.geodesy import distance_m

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.adapters.network.access import Access
    from geo.adapters.network.paths import Finder
    from geo.adapters.network.rules import Rules
    from geo.adapters.network.store import Network
    from geo.contracts import Leg, Place, Route

# So many hops near a place are tried.
_TRIED = 8
_KEPT = 512
# Two points of another map lie on one line of the network that is so near to both, and winds so.
_BESIDE_M = 5_000.0
_STRETCHED = 1.5
# So many ways are measured at once: it takes some 100 MB.
_AT_ONCE = 8_192
# Within a country people do not travel abroad for a short cut: where more of the way than this lies
# abroad, one at home is looked for.
_ABROAD_M = 40_000.0
# Borders are drawn coarsely: a way that is so many times as long only dodges a line on our map.
_WORTH_STAYING = 1.25
# A way so many times as long as the straight line, and longer than that by so much, is no way.
_WILD = 3.0
_WILD_M = 150_000.0
# Where the way to the network is no part of the length, ends that lie so far off, and so much of
# the way, are served by another line than ours.
_FAR_OFF = 0.35
_FAR_OFF_M = 10_000.0


class NetworkRouter:
    """Ways along one network, which is read when the first leg comes."""

    def __init__(self, read: Callable[[], Network], rules: Rules) -> None:
        self._read = read
        self._rules = rules
        # A story asks for the same places again and again, and the news for the same cities.
        self._near = lru_cache(maxsize=_KEPT)(self._find_near)
        self._off_m = lru_cache(maxsize=_KEPT)(lambda lon, lat: nearest_m(self._network, lon, lat))
        self.drawn = lru_cache(maxsize=_KEPT)(self._drawn)
        self._usual_way = lru_cache(maxsize=_KEPT)(self._find_usual_way)

    def route(self, leg: Leg, *, avoid: frozenset[str] = frozenset()) -> Route | None:
        """Find the way of a leg, through its via points.

        Where an end is a country the way leads to its border; where it is a region, to its middle.
        ``avoid`` names kinds of hops ("suez"), countries (ISO codes) and borders between two
        ("FI|RU") that are not passed.

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
        find = partial(self._shortest, search=self._searching(avoid)) if avoid else self._usual_way
        sections: list[Section] = []
        for one, other in pairwise(met):
            starts = [sections[-1].goal] if sections and one.country else one.found
            section = find(tuple(starts), tuple(other.found))
            sections.append(self._believed(section, (one.name, other.name)))
        return as_route(leg, sections, self._network, self._rules, stops=stops)

    def others(self, leg: Leg) -> list[Route]:
        """Find other ways of a leg between two points, which differ for most of their length.

        Empty where there are none, or the leg has places between.
        """
        if leg.origin is None or leg.destination is None or leg.via:
            return []
        stops = [self._stop(end.place) for end in (leg.origin, leg.destination)]
        one, other = (stop.found for stop in stops)
        first = self._shortest(one, other, self._searching(frozenset())) if one and other else None
        if first is None:
            return []
        sections = other_sections(self._network, self._costs, first, (one, other))
        return [
            as_route(leg, [section], self._network, self._rules, stops=stops)
            for section in sections
        ]

    def lengths_m(self, pairs: np.ndarray) -> np.ndarray:
        """Measure the ways between points, array (n, 4) of lon, lat, lon, lat: metres.

        NaN where no way is known.
        """
        found = np.full(len(pairs), np.nan)
        for begin in range(0, len(pairs), _AT_ONCE):
            some = slice(begin, begin + _AT_ONCE)
            found[some] = self._some_lengths_m(pairs[some])
        return found

    def _some_lengths_m(self, pairs: np.ndarray) -> np.ndarray:
        """As `lengths_m`, of no more pairs than there is memory for."""
        points, number = np.unique(pairs.reshape(-1, 2), axis=0, return_inverse=True)
        numbers = number.reshape(-1, 2)
        near = near_points(self._network, points, within_m=self._rules.reach_m, most=_TRIED)
        measured = self._many.measured(near, numbers)
        counts = self._rules.access_counts
        found = measured.along_m + (ACCESS_WINDS * measured.off_m if counts else 0.0)
        # By country: for each the network is searched by other costs.
        abroad = np.flatnonzero(measured.abroad_m > _ABROAD_M)
        for row in abroad[np.argsort(measured.home[abroad], kind="stable")].tolist():
            search = self._costs.search(home=int(measured.home[row]))
            one, other = (self._near(*points[place].tolist()) for place in numbers[row])
            at_home = section_of(self._network, search, one, other)
            if at_home and at_home.along_m <= _WORTH_STAYING * measured.along_m[row]:
                found[row] = at_home.length_m(counts=counts)
        return found

    @cached_property
    def _network(self) -> Network:
        return self._read()

    @cached_property
    def _costs(self) -> Costs:
        return Costs(self._network, self._rules)

    @cached_property
    def _many(self) -> ManyWays:
        return ManyWays(self._network, self._costs.hierarchy)

    def _accesses(self, points: np.ndarray) -> list[list[Access]]:
        reach_m = self._rules.reach_m
        return accesses(self._network, points, within_m=reach_m, most=_TRIED)

    def _stop(self, place: Place) -> Stop:
        """Find where the network is met; nowhere for an area that it does not have."""
        if is_country(place):
            found = borders(self._network, place.country_code)
            return Stop(name=place.name, found=found, country=place.country_code)
        if is_region(place):
            return Stop(name=place.name, found=self._near(place.lon, place.lat), region=place)
        if place.is_area:
            return Stop(name=place.name, found=[])
        found = self._near(place.lon, place.lat)
        if found:
            return Stop(name=place.name, found=found)
        off_km = self._off_m(place.lon, place.lat) / 1000.0
        raise RouteError(
            f"{place.name} is {off_km:,.0f} km from the nearest {self._rules.noun} known to this "
            "program; only the straight line is shown."
        )

    def _find_near(self, lon: float, lat: float) -> list[Access]:
        return self._accesses(np.array([[lon, lat]]))[0]

    def _believed(self, section: Section | None, names: tuple[str, str]) -> Section:
        """Give a section that may well be the way between two places; refuse any other."""
        ends = f"{names[0]} to {names[1]}"
        if section is None:
            raise RouteError(
                f"No {self._rules.noun} from {ends} is known to this program; only the straight "
                "line is shown."
            )
        off_m = section.start.access_m + section.goal.access_m
        if not self._rules.access_counts and off_m > max(_FAR_OFF * section.straight_m, _FAR_OFF_M):
            raise RouteError(
                f"The nearest {self._rules.noun} to {names[0]} and {names[1]} that is known to "
                f"this program is {off_m / 1000:,.0f} km off in all, which is hardly the way; only "
                "the straight line is shown."
            )
        straight_m = section.straight_m + off_m
        length_m = section.length_m(counts=self._rules.access_counts)
        if not self._rules.may_be_wild and length_m > _WILD * straight_m + _WILD_M:
            raise RouteError(
                f"The only {self._rules.noun} from {ends} that is known to this program is "
                f"{length_m / 1000:,.0f} km long, which is hardly the way; only the straight line "
                "is shown."
            )
        return section

    def _drawn(
        self, start: tuple[float, float], goal: tuple[float, float]
    ) -> list[tuple[float, float]]:
        """Draw the usual way between two points, lon and lat, that lie on the network.

        Empty where one does not, or the way between them leads far round.
        """
        one, other = (tuple(self._near(*point)) for point in (start, goal))
        section = self._usual_way(one, other) if one and other else None
        if section is None:
            return []
        off_m = max(section.start.access_m, section.goal.access_m)
        is_round = section.along_m > _STRETCHED * distance_m(*start, *goal)
        return [] if is_round or off_m > _BESIDE_M else points_of(self._network, [section])

    def _find_usual_way(
        self, starts: tuple[Access, ...], goals: tuple[Access, ...]
    ) -> Section | None:
        return self._shortest(starts, goals, self._searching(frozenset()))

    def _shortest(
        self, starts: Sequence[Access], goals: Sequence[Access], search: Callable[..., Finder]
    ) -> Section | None:
        section = section_of(self._network, search(), starts, goals)
        home = self._country(starts[0])
        if section is None or section.path is None or home != self._country(goals[0]):
            return section
        if self._costs.abroad_m(section.path.hops, home) > _ABROAD_M:
            at_home = section_of(self._network, search(home), starts, goals)
            if at_home is not None and at_home.along_m <= _WORTH_STAYING * section.along_m:
                return at_home
        return section

    def _searching(self, avoid: frozenset[str]) -> Callable[..., Finder]:
        """Give what makes, and keeps for this call alone, a search within a country or in all."""
        return cache(partial(self._costs.search, avoid))

    def _country(self, access: Access) -> int:
        network = self._network
        return int(network.country[network.ends[access.hop, round(access.share)]])
