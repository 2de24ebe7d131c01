"""Checks that something is the largest, second-highest or smallest of its kind in some land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.adjacency import LANDLOCKED
from geo.checks.types.extreme import check_extreme, check_only
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name, rounded
from geo.geodesy import distance_m

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place
    from geo.ports import City, Ranked

# Populations of two sources differ by less than this factor; areas of countries by less than that.
_PEOPLE, _FAR_AHEAD, _AREA = 1.5, 2.2, 1.01
# Nearer than this two cities may be counted as one.
_METRO_M = 40_000.0
_CONTINENTS = {
    "6255146": "AF",
    "6255147": "AS",
    "6255148": "EU",
    "6255149": "NA",
    "6255150": "SA",
    "6255151": "OC",
    "6255152": "AN",
}
# Which table of ranks tells what is the most of its kind.
_KINDS = {
    ("highest", "mountain"): "mountain",
    ("largest", "lake"): "lake",
    ("largest", "island"): "island",
    ("longest", "river"): "river",
    ("longest", "canal"): "canal",
    ("longest", "railway tunnel"): "tunnel",
    ("deepest", "lake"): "depth",
}
_KIND_OF = {"ISL": "island", "LK": "lake", "SEA": "lake", "MT": "mountain", "STM": "river"}
# Land forms, waters, and islands that are a country or a region.
_OF_NATURE = frozenset("THA")
_M2_PER_KM2 = 1e6
_WORLD = "world"


def check(claim: Claim, ground: Ground) -> Check:
    """Count what of the same kind is larger."""
    places = ground.places(claim)
    if not places:
        return unknown(claim)
    one = places[0]
    said, _, unnamed = claim.relation.partition(" in ")
    what, rank, noun = said.split(" ", 2)
    scope = _scope(one, places[1] if len(places) > 1 else None, unnamed)
    if what == "only":
        return check_only(claim, places, int(rank), ground)
    if what.endswith("ernmost"):
        return check_extreme(claim, places, scope, ground)
    if scope is None:
        return unknown(claim, "It is not known here what else there is of this kind.")
    return _ranked(claim, one, (what, int(rank), noun), scope, ground)


def _ranked(
    claim: Claim, one: Place, ranked: tuple[str, int, str], scope: tuple[str, str], ground: Ground
) -> Check:
    what, rank, noun = ranked
    if noun == "city":
        return _city(claim, one, rank, scope, ground)
    if noun.endswith("country"):
        return _country(claim, one, rank, scope, ground)
    kind = _KINDS.get((what, _KIND_OF.get(one.feature_code, "") if noun == "kind" else noun))
    if kind is None:
        return unknown(claim, "Ranks of this kind are not known here.")
    return _feature(claim, one, (kind, rank), scope, ground)


def _scope(one: Place, other: Place | None, unnamed: str) -> tuple[str, str] | None:
    """Give the land in which a rank is said to hold: a code, and a region of a country."""
    if other is None:
        region = one.admin1 if unnamed == "state" else ""
        code = _WORLD if unnamed == _WORLD else one.country_code
        return None if unnamed == "state" and not region else (code, region)
    if other.feature_id in _CONTINENTS:
        return _CONTINENTS[other.feature_id], ""
    if other.feature_code.startswith("PCL"):
        return other.country_code, ""
    return (other.country_code, other.name) if other.feature_code == "ADM1" else None


def _city(claim: Claim, one: Place, rank: int, scope: tuple[str, str], ground: Ground) -> Check:
    """Judge a city's rank by its people; cities close by may be one with it."""
    cities = ground.facts.cities(*scope)
    mine = next((city for city in cities if city.feature_id == one.feature_id), None)
    is_there = one.country_code == scope[0] and one.feature_class == "P"
    if not claim.relation.startswith(("largest", "populous")) or not is_there or not cities:
        return unknown(claim, "How large the cities of this land are is not known here.")
    people = mine.population if mine else one.population
    if not people:
        return unknown(claim, f"How many people live in {one.name} is not known here.")
    larger = [city for city in cities if city.population > people]
    told = f"GeoNames counts {rounded(people)} people in {one.name}"
    told += f" and {rounded(cities[0].population)} in {cities[0].name}." if larger else "."
    far = [city for city in larger if distance_m(one.lon, one.lat, city.lon, city.lat) > _METRO_M]
    if len(larger) == len(far) == rank - 1:
        return holds(claim, told)
    return (fails if _is_off(cities, one, people, rank) else unknown)(claim, told)


def _is_off(cities: Sequence[City], one: Place, people: int, rank: int) -> bool:
    """Whether clearly more cities are larger than a rank allows, or clearly fewer."""
    clearly = [
        city
        for city in cities
        if city.population > people * _PEOPLE
        and distance_m(one.lon, one.lat, city.lon, city.lat) > _METRO_M
    ]
    perhaps = [
        city
        for city in cities
        if city.population > people / _PEOPLE and city.feature_id != one.feature_id
    ]
    # Which city is second depends on what is counted as a part of it, but not if it is far behind.
    spare = 0 if rank == 1 else 1
    far_ahead = [city for city in clearly if city.population > people * _FAR_AHEAD]
    is_behind = len(clearly) > rank - 1 + spare or len(far_ahead) > rank - 1
    return is_behind or len(perhaps) < rank - 1


def _country(claim: Claim, one: Place, rank: int, scope: tuple[str, str], ground: Ground) -> Check:
    """Judge a country's rank by area, or by people where the words say so."""
    what = claim.relation.partition(" ")[0]
    codes = _countries(scope[0], ground)
    if "landlocked" in claim.relation:
        codes = [code for code in codes if code in LANDLOCKED]
    if one.feature_code != "PCLI" or scope[1] or one.country_code not in codes:
        return unknown(claim, f"{place_name(one)} is not among the countries compared here.")
    people = {code: float(ground.facts.population(code) or 0) for code in codes}
    areas = {code: ground.facts.area_m2(code) or 0.0 for code in codes}
    found = [_may_be(people, one.country_code, rank, _PEOPLE)] if what == "populous" else []
    if what == "largest":
        by_area = _may_be(areas, one.country_code, rank, _AREA)
        is_either = by_area is not False or _may_be(people, one.country_code, rank, _PEOPLE)
        found = [by_area if by_area or is_either is False else None]
    if what == "smallest":
        found = [
            _may_be({code: -area for code, area in areas.items()}, one.country_code, rank, 1.0)
        ]
    words = f"{place_name(one)} has {rounded(areas[one.country_code] / _M2_PER_KM2)} km²"
    first = max(areas, key=lambda code: areas[code])
    named = ground.gazetteer.country(first)
    if named is not None and first != one.country_code:
        words += f" and {place_name(named)} {rounded(areas[first] / _M2_PER_KM2)} km²"
    verdict = found[0] if found else None
    return {True: holds, False: fails, None: unknown}[verdict](claim, f"{words}.")


def _countries(scope: str, ground: Ground) -> list[str]:
    """List the independent countries of a continent, or of the world."""
    found = []
    for code in ground.facts.ranked_by_area():
        country = ground.gazetteer.country(code)
        is_there = scope in {_WORLD, ground.facts.continent(code)}
        if is_there and country is not None and country.feature_code == "PCLI":
            found.append(code)
    return found


def _may_be(values: dict[str, float], mine: str, rank: int, factor: float) -> bool | None:
    """Whether so many are larger; None where the margin is too small to tell."""
    value = values[mine]
    wide, narrow = sorted((value * factor, value / factor))
    larger = sum(other > value for other in values.values())
    clearly = sum(other > narrow for other in values.values())
    perhaps = sum(other > wide for code, other in values.items() if code != mine)
    if larger == rank - 1:
        return True
    return None if clearly <= rank - 1 <= perhaps else False


def _feature(
    claim: Claim, one: Place, ranked: tuple[str, int], scope: tuple[str, str], ground: Ground
) -> Check:
    """Judge the rank of a mountain, a lake or an island."""
    noun, rank = ranked
    code, region = scope
    entries = [] if region else [row for row in ground.facts.ranked(noun) if code in row.ranks]
    mine = [row for row in entries if is_entry(row, one, ground)]
    others = [row for row in entries if row.ranks[code][0] == rank]
    if any(rank in row.ranks[code] for row in mine):
        return holds(claim, f"{one.name} is {_words(mine[0], code)}.")
    if mine and not others:
        return fails(claim, f"{one.name} is {_words(mine[0], code)}.")
    if others and one.feature_class in _OF_NATURE:
        return fails(claim, f"That is {others[0].name}.")
    return unknown(claim, "The rank of this is not known here.")


def is_entry(row: Ranked, one: Place, ground: Ground) -> bool:
    """Whether an entry of the table of ranks is a place of the gazetteer."""
    is_region = one.feature_class == "A" and row.name.endswith(f" {one.name}")
    return (
        row.name == one.name
        or is_region
        or any(
            place.feature_id == one.feature_id
            for place in ground.gazetteer.candidates(row.name)[:2]
        )
    )


def _words(row: Ranked, code: str) -> str:
    place = "in the world" if code == _WORLD else "there"
    return f"number {row.ranks[code][0]} of its kind {place}"
