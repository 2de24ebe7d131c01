"""Checks the rank of a city in a land by its people; cities close by may be one with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.scope import WORLD, countries_in
from geo.checks.wording import place_name, rounded
from geo.contracts.facts import City
from geo.geodesy import distance_m, nearest_point

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from geo.checks.types.ground import Ground
    from geo.checks.types.scope import Scope
    from geo.contracts import Check, Claim, Place

# Populations of two sources differ by less than this factor; who has more than that far more.
_PEOPLE, _FAR_AHEAD = 1.5, 2.2
# The limits of cities of several countries are drawn in several ways.
_OF_LANDS = 1.9
# Nearer than this two cities may be counted as one; of small towns a tenth of it.
_METRO_M, _METRO_DEG, _SMALL = 40_000.0, 0.4, 50_000
# Outlines of islands are simplified, and ports are built out into the sea.
_SHORE_M = 3_000.0
_MOST_TOWNS = 60
_CITY = "city"
_BY_PEOPLE = ("largest", "populous")


def check_city(claim: Claim, one: Place, rank: int, scope: Scope, ground: Ground) -> Check:
    """Judge "B's largest city", "the second-largest city in B"."""
    cities = _cities(scope, ground)
    is_there = any(city.feature_id == one.feature_id for city in cities) or _is_in(one, scope)
    if not claim.relation.startswith(_BY_PEOPLE) or not cities:
        return unknown(claim, "How large the cities of this land are is not known here.")
    if not is_there:
        told = f"The largest known here is {cities[0].name}." if rank == 1 else ""
        return unknown(claim, f"{place_name(one)} is not among the cities compared. {told}".strip())
    mine = next((city for city in cities if city.feature_id == one.feature_id), None)
    people = mine.population if mine else one.population
    if not people:
        return unknown(claim, f"How many people live in {one.name} is not known here.")
    larger = [city for city in cities if city.population > people]
    told = _told(one, people, cities[: rank + 1], rank)
    far = [city for city in larger if _is_apart(one, city)]
    usual = _usual(scope, ground)
    # Where the count says so, but papers give the place to another, limits of cities decide.
    is_anothers = any(rank in ranks for name, ranks in usual.items() if name != one.name)
    if len(larger) == len(far) == rank - 1 and not is_anothers:
        return holds(claim, f"{told}.")
    if rank in usual.get(one.name, ()):
        return holds(claim, f"{told}. As papers usually count them it is number {rank}.")
    first = [name for name, ranks in usual.items() if rank == 1 and 1 in ranks]
    # Papers agree on another city as the largest, and so do the counts.
    is_other = bool(first) and set(first) <= {city.name for city in larger}
    limits = _limits(people, people + _around(one, people, cities), scope)
    is_off = is_other or _is_off(cities, one, limits, rank, usual)
    told += "" if is_off else ": too close, or too much a matter of city limits, to tell"
    return (fails if is_off else unknown)(claim, f"{told}.")


def rank_besides(rank: int, scope: Scope, ground: Ground) -> int:
    """Count the capital in, where "the largest but the capital" is said and it is the largest."""
    capital = ground.gazetteer.capital(scope.code)
    first = next(iter(_cities(scope, ground)), None)
    is_first = capital is not None and first is not None and first.feature_id == capital.feature_id
    return rank + is_first


def _is_in(one: Place, scope: Scope) -> bool:
    """Whether a town that is none of the largest ones lies in a country or region."""
    is_home = one.feature_class == "P" and one.country_code == scope.code
    return is_home and scope.island is None and scope.region in {"", one.admin1}


def _usual(scope: Scope, ground: Ground) -> dict[str, tuple[int, ...]]:
    """Tell the ranks that papers give the cities of a land, counted in more than one way."""
    if scope.codes or scope.is_continent or scope.island:
        return {}
    rows = ground.facts.ranked(_CITY)
    return {row.name: row.ranks[scope.key][:1] for row in rows if scope.key in row.ranks}


def _is_apart(one: Place, city: City) -> bool:
    """Whether two towns are too far apart to be counted as one."""
    within_m = _METRO_M if city.population >= _SMALL else _METRO_M / 10
    return distance_m(one.lon, one.lat, city.lon, city.lat) > within_m


def _is_suburb(city: City, cities: Sequence[City]) -> bool:
    """Whether a city lies close to a larger one of the list."""
    return any(
        other.population > city.population
        and distance_m(other.lon, other.lat, city.lon, city.lat) <= _METRO_M
        for other in cities
    )


def _cities(scope: Scope, ground: Ground) -> Sequence[City]:
    """List the largest cities of a land, largest first."""
    if scope.island is not None:
        return _on_island(scope.island, ground)
    codes = countries_in(scope, ground)
    if codes == {scope.code}:
        return ground.facts.cities(scope.code, scope.region)
    found = [city for code in codes for city in ground.facts.cities(code)]
    return sorted(found, key=lambda city: -city.population)


def _on_island(island: Place, ground: Ground) -> Sequence[City]:
    """List the largest towns of an island, of whatever country, largest first."""
    outline = ground.boundaries.island(island.lon, island.lat)
    if outline is None:
        return ()
    west, south, east, north = outline.bounds
    found = ground.gazetteer.cities_within(
        west=west, south=south, east=east, north=north, limit=_MOST_TOWNS
    )
    towns = [City(*(getattr(town, name) for name in City._fields)) for town in found]
    return [
        town for town in towns if nearest_point(outline, town.lon, town.lat).distance_m < _SHORE_M
    ]


def _told(one: Place, people: int, first: Sequence[City], rank: int) -> str:
    """Say how many people a city has, and those that stand about where it is said to stand."""
    told = f"GeoNames counts {rounded(people)} people in {one.name}"
    shown = [city for city in first if city.feature_id != one.feature_id][:rank]
    if not shown:
        return told
    names = [f"{rounded(city.population)} in {city.name}" for city in shown]
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"{told}, and {listed}"


def _around(one: Place, people: int, cities: Sequence[City]) -> int:
    """Count the people of smaller cities so close by that they may be counted with a city."""
    return sum(
        city.population
        for city in cities
        if city.population < people
        and abs(city.lat - one.lat) < _METRO_DEG
        and not _is_apart(one, city)
        and city.feature_id != one.feature_id
    )


def _limits(people: int, most: int, scope: Scope) -> tuple[float, float, float]:
    """Tell how many people a city has that is perhaps, clearly and by far larger than another.

    ``most`` are its people with those around it.
    """
    is_wide = scope.code == WORLD or scope.is_continent or bool(scope.codes)
    factor = _OF_LANDS if is_wide else _PEOPLE
    return people / factor, most * factor, most * _FAR_AHEAD


def _is_off(
    cities: Sequence[City],
    one: Place,
    limits: tuple[float, float, float],
    rank: int,
    usual: Container[str],
) -> bool:
    """Whether clearly more cities are larger than a rank allows, or clearly fewer."""
    least, most, far = limits
    clearly = [city for city in cities if city.population > most and _is_apart(one, city)]
    clearly = [city for city in clearly if rank == 1 or not _is_suburb(city, cities)]
    perhaps = [
        city for city in cities if city.population > least and city.feature_id != one.feature_id
    ]
    # Which city is second depends on what is counted as a part of it, but not if it is far behind
    # others whose figure is surely not that of their district.
    # Where papers' own ranks are not known, districts may stand for their towns.
    spare = 0 if rank == 1 else 1 if usual else 2
    ahead = [city for city in clearly if city.population > far]
    ahead = [city for city in ahead if city.name in usual]
    is_behind = len(clearly) > rank - 1 + spare or len(ahead) > rank - 1
    return is_behind or len(perhaps) < rank - 1
