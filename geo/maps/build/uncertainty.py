"""How far an uncertain place may be from where its sign stands, and what else its name may mean.

A place that is called by a name that others bear as well is shown where the likeliest is. The ring
around it takes in the others that are so near that one ring can mean them all, and never less than
the place itself covers; those further away are named in words, since a ring around half a
continent would say nothing.
"""

from __future__ import annotations

from math import pi, sqrt
from typing import TYPE_CHECKING

from geo.geodesy import distance_m
from geo.maps.spec import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Candidate, Geocode, Place

# As wide as the map of a lone place: what is further away is another part of the world.
_ONE_AREA_M = 150_000.0
# A candidate less likely than this is no reason to widen the ring or to be named.
_LIKELY_ENOUGH = 0.05
_MOST_NAMED = 2
# A usual density of towns: what a settlement of so many people covers.
_PEOPLE_PER_M2 = 2_000 / 1e6
# Gazetteers give places to about a kilometre; features without a border are points in a wide area.
_LEAST_M, _LARGEST_TOWN_M = 1_000.0, 30_000.0
_WIDE_M = {"L": 15_000.0, "T": 5_000.0, "V": 5_000.0, "A": 20_000.0, "H": 10_000.0}
_ISLAND_M = 10_000.0


def radius_m(place: Place, geocodes: Sequence[Geocode]) -> float:
    """Give the radius of the area that a place may be in, metres around its point."""
    ring_m = _size_m(place)
    for candidate in _others(place, geocodes):
        apart_m = _apart_m(place, candidate.place)
        if apart_m <= _ONE_AREA_M:
            ring_m = max(ring_m, apart_m + _size_m(candidate.place))
    return float(round(ring_m, -2))


def others_words(place: Place, geocodes: Sequence[Geocode]) -> str:
    """Say which other places the name may mean, with how far away they are; "" if none."""
    named = list(
        dict.fromkeys(
            f"{_named(candidate.place)} ({units.length(_apart_m(place, candidate.place))} away)"
            for candidate in _others(place, geocodes)
        )
    )[:_MOST_NAMED]
    return f"Not sure: it may also be {' or '.join(named)}." if named else ""


def _others(place: Place, geocodes: Sequence[Geocode]) -> Iterator[Candidate]:
    for geocode in geocodes:
        for candidate in geocode.alternatives:
            other = candidate.place
            same = (other.gazetteer, other.feature_id) == (place.gazetteer, place.feature_id)
            if candidate.probability >= _LIKELY_ENOUGH and not same:
                yield candidate


def _apart_m(one: Place, other: Place) -> float:
    return distance_m(one.lon, one.lat, other.lon, other.lat)


def _size_m(place: Place) -> float:
    """Estimate how far from its point a place reaches."""
    if place.feature_code in {"ISL", "ISLS"}:
        return _ISLAND_M
    if place.feature_class in _WIDE_M:
        return _WIDE_M[place.feature_class]
    return min(_LARGEST_TOWN_M, max(_LEAST_M, sqrt(place.population / _PEOPLE_PER_M2 / pi)))


def _named(place: Place) -> str:
    told = (where for where in (place.admin1, place.country_code) if where not in {"", place.name})
    where = next(told, "")
    return f"{place.name} in {where}" if where else place.name
