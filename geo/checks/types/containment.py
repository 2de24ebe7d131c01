"""Checks in which part of a country a place lies; firm only far from the line between parts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.checks.outlines import drawn
from geo.checks.types.coast import check_coast, check_region_coast, check_sea, lies_along
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.lands import elsewhere, in_region, is_hidden
from geo.checks.types.owned import COUNTRIES, check_owned
from geo.checks.types.parts import (
    in_part,
    in_part_of_region,
    on_shore,
    on_side,
    region_in_part,
)
from geo.checks.types.river import RIVERS, check_on_river, on_bay
from geo.checks.types.shore import (
    LAKES,
    check_isle_in,
    check_off,
    check_shore,
    coast_of,
    lake_of,
)
from geo.checks.wording import place_name
from geo.contracts import Verdict
from geo.geodesy import distance_m, nearest_point

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

_ISLES = frozenset({"ISL", "ISLS"})
_SEA, _COAST, _SEAS = "sea", "coast", frozenset({"SEA", "GULF", "OCN", "BAY", "CHN"})
_OWN, _PERHAPS = "own ", "perhaps "
_NEAR, _OF_WATER, _ON_WATER = "near", ("shore", "isle", "off"), ("shore", "end")
# A suburb is no further from the middle of its city; beyond the second it is that of another.
_SUBURB_M, _NO_SUBURB_M = 30_000.0, 150_000.0
_GREAT_CITY = 300_000
# Outlines of islands are simplified, and ports are built out into the sea.
_SHORE_M, _FAR_M = 3_000.0, 50_000.0
# A town so far from an island that bears no namesake of it.
_BEYOND_M, _TOWN = 300_000.0, 5_000


def check(claim: Claim, ground: Ground) -> Check:
    """Tell how much of the country lies on the other side of the place."""
    places = ground.places(claim)
    if places and claim.relation.startswith((_SEA, _COAST)):
        return _coastal(claim, places, ground)
    if places and claim.relation.startswith(_OF_WATER):
        return _of_water(claim, places, ground)
    if places and claim.relation.startswith(_PERHAPS):
        check = _within(replace(claim, relation=claim.relation.removeprefix(_PERHAPS)), ground)
        is_off = check.verdict is Verdict.REFUTED
        is_plain = claim.relation == _PERHAPS + "in"
        other = "it may be said of something else" if is_plain else "a region may be meant"
        return unknown(claim, f"{check.reason} But {other}.") if is_off else check
    return _within(claim, ground)


def _within(claim: Claim, ground: Ground) -> Check:
    """Judge that a place lies in a land, or in a part of it."""
    places = ground.places(claim)
    if places and claim.relation.startswith(_OWN):
        land = ground.gazetteer.country(places[0].country_code)
        claim = replace(claim, relation=claim.relation.removeprefix(_OWN))
        places = [places[0], land] if land is not None else []
    if not places or len(places) < 2:  # noqa: PLR2004 - a place and its country
        return unknown(claim)
    one, land = places[:2]
    if claim.relation == _NEAR:
        return _suburb(claim, one, land)
    if claim.relation == "in":
        return _inside(claim, one, land, ground)
    return _in_side(claim, one, land, ground)


def _in_side(claim: Claim, one: Place, land: Place, ground: Ground) -> Check:
    """Judge "in northern B" of a country, a state or a province, "at the north end" of a lake."""
    if land.feature_code in LAKES:
        return _of_water(replace(claim, relation=f"end {claim.relation}"), [one, land], ground)
    if land.feature_code == "ADM1" and not one.is_area:
        return _in_part_of_region(claim, one, land, ground)
    land = _drawn(land, ground)
    is_drawn = land.feature_code == "ISL" or land.feature_code.startswith("PCL")
    if (one.is_area and one.feature_code != "ADM1") or not is_drawn or land.extent is None:
        return unknown(claim, f"We have no outline of {place_name(land)} to tell its parts.")
    if one.country_code != land.country_code and land.feature_code != "ISL":
        return elsewhere(claim, one, land, ground)
    if land.feature_code == "ISL" and not land.extent.contains(shapely.Point(one.lon, one.lat)):
        return unknown(claim, f"{one.name} is not sure to lie on {place_name(land)}.")
    return region_in_part(claim, one, land, ground) if one.is_area else in_part(claim, one, land)


def _suburb(claim: Claim, one: Place, city: Place) -> Check:
    """Judge "A, a suburb of B"."""
    if one.feature_class != "P" or city.feature_class != "P" or one == city:
        return unknown(claim, "Only of towns it can be told that one is a suburb of another.")
    metres = distance_m(one.lon, one.lat, city.lon, city.lat)
    words = f"{one.name} is {metres / 1000:,.0f} km from the middle of {city.name}."
    if metres <= _SUBURB_M:
        return holds(claim, words)
    return (fails if metres >= _NO_SUBURB_M else unknown)(claim, words)


def _of_water(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Judge "on the east shore of the lake B", "an island in the sea B", "off the coast of B"."""
    if len(places) < 2:  # noqa: PLR2004 - a place and what it lies on
        return unknown(claim)
    one, other = places[:2]
    kind, _, side = claim.relation.partition(" ")
    if kind == "isle" and other.feature_class != "H":
        return _inside(claim, one, other, ground) if not side else unknown(claim)
    if kind == "isle":
        return check_isle_in(claim, one, other, ground)
    if kind in _ON_WATER:
        is_sea = other.feature_code in _SEAS
        check = (check_coast if is_sea else check_shore)(claim, one, other, ground)
        land = lake_of(other, ground)
    else:
        check = check_off(claim, one, other, ground)
        land = replace(other, extent=coast_of(other, ground))
    if not side or check.verdict is Verdict.REFUTED or land.extent is None:
        return check if not side or check.verdict is Verdict.REFUTED else unknown(claim)
    # An end of a lake is a part of it, a shore is where the water begins.
    judge = on_shore if kind == "shore" else in_part
    there = judge(replace(claim, relation=side), one, land)
    if kind == "off":
        there = _or_along(there, claim, one, land, ground)
    is_sure = check.verdict is Verdict.SUPPORTED or there.verdict is Verdict.REFUTED
    return there if is_sure else check


def _in_part_of_region(claim: Claim, one: Place, region: Place, ground: Ground) -> Check:
    """Judge "in northern B" of a state or province, of which the place must lie in it."""
    known = ground.facts.region(region.country_code, region.name)
    if known is None or not known.lats:
        return unknown(claim, f"We have no outline of {place_name(region)} to tell its parts.")
    if one.country_code != region.country_code or one.admin1 != region.name:
        return in_region(claim, one, region, ground)
    return in_part_of_region(claim, one, region, known)


def _coastal(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Judge "on the south coast of B", "on the coast of the sea B", "so far from the sea"."""
    one, land = places[0], places[1] if len(places) > 1 else None
    if claim.relation == _SEA:
        return check_sea(claim, one, ground)
    if land is not None and land.feature_code in _SEAS:
        return check_coast(claim, one, land, ground)
    if land is None:
        home = ground.gazetteer.country(one.country_code)
        check = _on_side(claim, one, home or one, ground)
        is_sure = check.verdict is Verdict.SUPPORTED or claim.relation == _COAST
        return check if is_sure else unknown(claim, check.reason)
    there = _inside(claim, one, land, ground)
    return _on_side(claim, one, land, ground) if there.verdict is Verdict.SUPPORTED else there


def _on_side(claim: Claim, one: Place, land: Place, ground: Ground) -> Check:
    """Judge that a town lies on the coast, and in the part of the land that is told, if any."""
    side = claim.relation.removeprefix(_COAST).strip()
    if one.feature_code == "ADM1":
        return check_region_coast(claim, one, ground) if not side else unknown(claim)
    check = check_coast(claim, one, None, ground)
    if not side or check.verdict is not Verdict.SUPPORTED:
        return check
    land = _drawn(land, ground)
    if land.extent is None:
        return unknown(claim, f"We have no outline of {place_name(land)} to tell its parts.")
    check = on_side(replace(claim, relation=side), one, land)
    return _or_along(check, claim, one, land, ground)


def _or_along(check: Check, claim: Claim, one: Place, land: Place, ground: Ground) -> Check:
    """Refuse no side of a coast that a town has by the coast alone, though not by the land."""
    side = claim.relation.partition(" ")[2]
    is_off = check.verdict is Verdict.REFUTED
    return unknown(claim, check.reason) if is_off and lies_along(one, land, side, ground) else check


def _drawn(land: Place, ground: Ground) -> Place:
    return drawn(land, ground.boundaries, ground.facts)


def _inside(claim: Claim, one: Place, land: Place, ground: Ground) -> Check:
    """Judge that a place lies in a country, in a region, on an island or on a sea."""
    if land.feature_class == "H":
        return _on_water(claim, one, land, ground)
    if one.country_code in ground.facts.group(land.name):
        return holds(claim, f"{place_name(one)} lies in {place_name(land)}.")
    if one.is_area or one.feature_code in _ISLES:
        return check_owned(claim, one, land, ground)
    if land.feature_code.startswith(COUNTRIES):
        return _in_country(claim, one, land, ground)
    judge = in_region if land.feature_code == "ADM1" else _on_island
    return judge(claim, one, land, ground)


def _in_country(claim: Claim, one: Place, land: Place, ground: Ground) -> Check:
    """Judge that a place lies in a country; a hamlet of a great city's name says nothing."""
    if one.country_code != land.country_code:
        return elsewhere(claim, one, land, ground)
    words = f"{one.name} lies in {place_name(land)}."
    if is_hidden(one, ground):
        return unknown(claim, f"{words} But a far larger place of that name lies elsewhere.")
    return holds(claim, words)


def _on_water(claim: Claim, one: Place, water: Place, ground: Ground) -> Check:
    """Judge that a place lies on a sea, a bay, a lake or a river."""
    if water.feature_code in RIVERS:
        return check_on_river(claim, one, water, ground)
    check = unknown(claim, f"We have no outline of {place_name(water)}.")
    if water.feature_code in _SEAS | LAKES:
        judge = check_coast if water.feature_code in _SEAS else check_shore
        check = judge(claim, one, water, ground)
    is_told = check.verdict is not Verdict.NOT_ENOUGH_INFO
    return check if is_told else on_bay(claim, one, water) or check


def _on_island(claim: Claim, one: Place, island: Place, ground: Ground) -> Check:
    is_one = island.feature_code == "ISL"
    outline = ground.boundaries.island(island.lon, island.lat) if is_one else None
    if outline is None:
        return unknown(claim, f"We have no outline of {place_name(island)}.")
    metres = nearest_point(outline, one.lon, one.lat).distance_m
    if outline.contains(shapely.Point(one.lon, one.lat)) or metres <= _SHORE_M:
        return holds(claim, f"{one.name} lies on {place_name(island)}.")
    is_far = metres >= _FAR_M and one.population >= _GREAT_CITY
    is_far = is_far or (metres >= _BEYOND_M and one.population >= _TOWN)
    words = f"{one.name} lies {metres / 1000:,.0f} km from {place_name(island)}."
    return fails(claim, words) if is_far else unknown(claim, words)
