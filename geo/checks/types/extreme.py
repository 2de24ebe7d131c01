"""Checks the northernmost, southernmost and so on of its kind, and the only one of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from geo.checks.types.adjacency import LANDLOCKED
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.isles import check_end
from geo.checks.types.scope import WORLD, countries_in
from geo.checks.wording import place_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.checks.types.ground import Ground
    from geo.checks.types.scope import Scope
    from geo.contracts import Check, Claim, Place
    from geo.contracts.facts import City

# Which bound of a box lies on a side, and whether more is further.
_SIDES = {"northern": (3, 1), "southern": (1, -1), "eastern": (2, 1), "western": (0, -1)}
# Of regions only their towns are known: so much further must one lie, degrees.
_CLEARLY_DEG = 1.0
# Where the middle of a town is, is told so differently at most.
_HALF_DEG = 0.5
# So much further out than all towns known, a village of any size is the furthest.
_SURELY_DEG = 0.02
# Cities lie on slopes: which is higher is clear from so much on.
_HIGHER_M = 300.0
# The middle of a cape, or of the town behind it, lies so far from its tip, degrees.
_POINT_DEG = 0.12
_ISLANDS = "Whether islands count is not said."
ISLAND, POINT = "island", "mountain"
MAINLAND = "mainland "
_LANDS = frozenset({"country", "state", "member", "nation"})


def check_only(claim: Claim, places: Sequence[Place], count: int, ground: Ground) -> Check:
    """Judge "the only landlocked country in B", "one of two such countries"."""
    codes = _members(places[1], ground) if len(places) > 1 else frozenset()
    one = places[0]
    if not codes or not one.feature_code.startswith("PCL"):
        return unknown(claim, "It is not known here what else there is of this kind.")
    found = sorted(codes & LANDLOCKED)
    names = [place_name(land) for code in found if (land := ground.gazetteer.country(code))]
    words = f"Of the countries of {place_name(places[1])}, {' and '.join(names)} have no coast."
    named = {one.country_code, *(place.country_code for place in places[2:])}
    is_so = named <= set(found) and len(found) == max(count, len(named))
    return (holds if is_so else fails)(claim, words)


def _members(land: Place, ground: Ground) -> frozenset[str]:
    """List the countries of a continent, a union or a part of the world."""
    known = ground.facts.group(land.name)
    if known or land.feature_code != "CONT":
        return known
    continents = {"Africa": "AF", "Asia": "AS", "Europe": "EU", "South America": "SA"}
    return frozenset(
        code
        for code in ground.facts.ranked_by_area()
        if ground.facts.continent(code) == continents.get(land.name)
        and (country := ground.gazetteer.country(code)) is not None
        and country.feature_code == "PCLI"
    )


def check_extreme(
    claim: Claim, places: Sequence[Place], scope: Scope | None, ground: Ground
) -> Check:
    """Judge "the southernmost state of B" and "the easternmost member of B"."""
    what, rank, noun = claim.relation.partition(" in ")[0].split(" ", 2)
    at, sign = _SIDES[what.removesuffix("most")]
    one = places[0]
    if noun == "capital" and rank == "1":
        check = _judged(claim, one.name, _capitals(scope, at, sign, ground), 0.0)
        is_land = scope is not None and scope.is_continent
        ashore = _capitals(
            scope, at, sign, ground, leaves_islands=is_land and _is_ashore(one, ground)
        )
        return (
            check
            if _judged(claim, one.name, ashore, 0.0).verdict is check.verdict
            else unknown(claim, _ISLANDS)
        )
    if noun.removeprefix(MAINLAND) == "city" and rank == "1" and scope is not None:
        return _town(claim, one, scope, what.removesuffix("ernmost"), ground)
    if noun not in _LANDS or rank != "1":
        return unknown(claim, "Ranks of this kind are not known here.")
    if one.feature_code == "ADM1" and scope is not None and scope.code == one.country_code:
        return _judged(claim, one.name, _towns(scope.code, at, sign, ground), _CLEARLY_DEG)
    if len(places) < 2 or not one.feature_code.startswith("PCL"):  # noqa: PLR2004 - a land and where
        return unknown(claim, "It is not known here what else there is of this kind.")
    ends: dict[str, float] = {}
    for code in _members(places[1], ground):
        country, outline = ground.gazetteer.country(code), ground.boundaries.country(code)
        if country is not None and outline is not None:
            largest = max(shapely.get_parts(outline), key=lambda part: float(part.area))
            ends[country.name] = sign * largest.bounds[at]
    return _judged(claim, one.name, ends, 0.0)


def check_end_of_land(
    claim: Claim, one: Place, ranked: tuple[str, int, str], scope: Scope, ground: Ground
) -> Check:
    """Judge "the westernmost island of B", "the southernmost point of B"."""
    at, sign = _SIDES[ranked[0].removesuffix("most")]
    if scope.region or len(scope.code) != len("AF") or one.country_code != scope.code:
        return unknown(claim, "It is not known here what else there is of this kind.")
    if ranked[2] == ISLAND:
        return check_end(claim, one, scope.code, (at, sign), ground)
    outline = ground.boundaries.country(scope.code)
    if outline is None or scope.island is not None:
        return unknown(claim, "It is not known here what else there is of this kind.")
    mine = sign * (one.lat if at in {1, 3} else one.lon)
    ends = [sign * part.bounds[at] for part in shapely.get_parts(outline)]
    words = f"The land of {place_name(one)} reaches out as far as any other of that country."
    if max(ends) - mine <= _POINT_DEG:
        return holds(claim, words)
    largest = max(shapely.get_parts(outline), key=lambda part: float(part.area))
    # Islands may not count.
    is_off = sign * largest.bounds[at] - mine > _CLEARLY_DEG
    return (fails if is_off else unknown)(claim, f"{place_name(one)} is not the furthest point.")


def check_highest_capital(claim: Claim, one: Place, scope: Scope, ground: Ground) -> Check:
    """Judge "the world's highest capital" by the ground in the middle of each."""
    heights: dict[str, float] = {}
    only: list[float] = []
    for code in ground.facts.ranked_by_area():
        country, capital = ground.gazetteer.country(code), ground.gazetteer.capital(code)
        is_there = scope.code in {WORLD, ground.facts.continent(code)} or code in scope.codes
        if not is_there or country is None or country.feature_code != "PCLI":
            continue
        others = _several(code, ground)
        for town in (capital, *others):
            metres = ground.facts.height_m(town.feature_id) if town else None
            if town is not None and metres is not None:
                heights[town.feature_id] = metres
                # Which of several capitals counts is a matter of view.
                only += [] if others else [metres]
    mine = heights.get(one.feature_id)
    if mine is None or len(heights) < 2:  # noqa: PLR2004 - nothing to compare with
        return unknown(claim, f"How high {one.name} lies, or the others do, is not known here.")
    words = f"The middle of {one.name} lies about {mine:,.0f} m above the sea"
    if mine >= max(heights.values()):
        return holds(claim, f"{words}; no other capital compared lies higher.")
    is_off = max(only, default=mine) - mine > _HIGHER_M
    words = f"{words}, and the highest capital compared about {max(heights.values()):,.0f} m."
    return (fails if is_off else unknown)(claim, words)


def _several(country_code: str, ground: Ground) -> list[Place | None]:
    """List the capitals of a country that has more than one."""
    known = ground.facts.capitals(country_code)
    return [ground.named(one.name, country_code) for one in known]


def _town(claim: Claim, one: Place, scope: Scope, side: str, ground: Ground) -> Check:
    """Judge "the northernmost town of B": of towns of any size, or of the larger ones alone."""
    codes = countries_in(scope, ground)
    found = [town for code in codes for town in ground.facts.ends(code, scope.region).get(side, ())]
    ends: dict[int, City] = {}
    for town in found:
        known = ends.get(town.population)
        if known is None or _beyond_deg(town, known, side) > 0:
            ends[town.population] = town
    if one.feature_class != "P" or not ends:
        return unknown(claim, "Which towns lie furthest out there is not known here.")
    mine = [size for size, town in ends.items() if town.feature_id == one.feature_id]
    if mine:
        size = f"{min(mine):,} people or more"
        return holds(claim, f"No town of {size} there lies further {side} than {one.name}.")
    is_there = one.country_code in codes and scope.region in {"", one.admin1}
    if is_there and all(_beyond_deg(town, one, side) < -_SURELY_DEG for town in found):
        return holds(claim, f"No town known there lies as far {side} as {one.name}.")
    further = [town for size, town in ends.items() if size <= max(one.population, min(ends))]
    is_mainland = scope.is_continent and _is_ashore(one, ground)
    if MAINLAND in claim.relation or is_mainland:
        further = [town for town in further if _is_on_mainland(town, scope, ground)]
    if further and all(_beyond_deg(town, one, side) > _HALF_DEG for town in further):
        return fails(claim, f"{further[-1].name} lies further {side} than {one.name}.")
    words = f"{further[0].name} lies about as far {side} as {one.name}." if further else ""
    return unknown(claim, words)


def _is_ashore(place: Place, ground: Ground) -> bool:
    """Whether a place lies on no island: those that do may not count beside it."""
    return ground.boundaries.island(place.lon, place.lat) is None


def _is_on_mainland(town: City, scope: Scope, ground: Ground) -> bool:
    """Whether a town lies on a continent, or on the largest land of its country."""
    isle = ground.boundaries.island(town.lon, town.lat)
    outline = ground.boundaries.country(scope.code)
    if isle is None or outline is None or outline.is_empty:
        return isle is None
    largest = max(shapely.get_parts(outline), key=lambda part: float(part.area))
    return bool(isle.contains(largest.representative_point()))


def _beyond_deg(town: City, other: City | Place, side: str) -> float:
    """Tell by how many degrees a town lies further to a side than another."""
    at, sign = _SIDES[f"{side}ern"]
    is_north = at in {1, 3}
    return sign * ((town.lat - other.lat) if is_north else (town.lon - other.lon))


def _capitals(
    scope: Scope | None, at: int, sign: int, ground: Ground, *, leaves_islands: bool = False
) -> dict[str, float]:
    """Tell how far the capitals of the independent countries of a continent lie to a side."""
    ends: dict[str, float] = {}
    for code in ground.facts.ranked_by_area():
        country, capital = ground.gazetteer.country(code), ground.gazetteer.capital(code)
        is_there = scope is None or scope.code in {WORLD, ground.facts.continent(code)}
        is_land = country is not None and country.feature_code == "PCLI"
        is_island = capital is not None and leaves_islands and not _is_ashore(capital, ground)
        if is_there and is_land and capital is not None and not is_island:
            ends[capital.name] = sign * (capital.lat if at in {1, 3} else capital.lon)
    return ends


def _towns(country_code: str, at: int, sign: int, ground: Ground) -> dict[str, float]:
    """Tell how far the largest towns of each region lie to a side, taken together."""
    ends: dict[str, float] = {}
    for name in ground.facts.regions(country_code):
        towns = ground.facts.cities(country_code, name)
        values = [town.lat if at in {1, 3} else town.lon for town in towns]
        ends[name] = sign * sum(values) / len(values)
    return ends


def _judged(claim: Claim, name: str, ends: Mapping[str, float], margin_deg: float) -> Check:
    if name not in ends or len(ends) < 2:  # noqa: PLR2004 - nothing to compare with
        return unknown(claim, "It is not known here what else there is of this kind.")
    first, second = sorted(ends, key=lambda key: -ends[key])[:2]
    side = claim.relation.partition("ernmost")[0]
    if first == name and ends[first] - ends[second] >= margin_deg:
        return holds(claim, f"{name} reaches further {side} than {second}, the next.")
    if first != name and ends[first] - ends[name] >= margin_deg:
        return fails(claim, f"{first} reaches further {side} than {name}.")
    words = f"{first} and {second} lie too close to tell which reaches further {side}."
    return unknown(claim, words)
