"""Checks in which part of a country a place lies; firm only far from the line between parts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.checks.caution import main_land
from geo.checks.types.coast import check_coast, check_sea
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.owned import COUNTRIES, check_owned
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

# Shares of a country's land: so much of it must lie on the other side of the place for the part to
# hold, and no more than so much where it does not.
_HOLDS, _FAILS = 0.55, 0.3
_HOLDS_CORNER, _FAILS_CORNER = 0.5, 0.25
_WHOLE = 180.0
# Shares of a region's land that its degrees in the table of facts part.
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_ISLES = frozenset({"ISL", "ISLS"})
_SEA, _COAST, _SEAS = "sea", "coast", frozenset({"SEA", "GULF", "OCN", "BAY", "CHN"})
_OWN = "own "
_OF_WATER = ("shore", "isle", "off")
_GREAT_CITY, _TOWN = 300_000, 15_000
# Outlines of islands are simplified, and ports are built out into the sea.
_SHORE_M, _FAR_M = 3_000.0, 50_000.0
# A mountain so far from a country stands in none of its ranges.
_MOUNTAINS, _OFF_PEAK_M = frozenset({"MT", "PK", "VLC"}), 10_000.0
# Further from the middle of a region than this a town lies outside of it, if it is not a huge one.
_REGION_M = 300_000.0


def check(claim: Claim, ground: Ground) -> Check:
    """Tell how much of the country lies on the other side of the place."""
    places = ground.places(claim)
    if places and claim.relation.startswith((_SEA, _COAST)):
        return _coastal(claim, places, ground)
    if places and claim.relation.startswith(_OF_WATER):
        return _of_water(claim, places, ground)
    if places and claim.relation.startswith(_OWN):
        land = ground.gazetteer.country(places[0].country_code)
        claim = replace(claim, relation=claim.relation.removeprefix(_OWN))
        places = [places[0], _drawn(land, ground)] if land is not None else []
    if not places or len(places) < 2:  # noqa: PLR2004 - a place and its country
        return unknown(claim)
    one, land = places[:2]
    if claim.relation == "in":
        return _inside(claim, one, land, ground)
    return _in_side(claim, one, land, ground)


def _in_side(claim: Claim, one: Place, land: Place, ground: Ground) -> Check:
    """Judge "in northern B" of a country, a state or a province, "at the north end" of a lake."""
    if land.feature_code in LAKES:
        return _of_water(replace(claim, relation=f"shore {claim.relation}"), [one, land], ground)
    if land.feature_code == "ADM1" and not one.is_area:
        return _in_part_of_region(claim, one, land, ground)
    land = _outlined(land, ground) if land.feature_code == "ISL" else _drawn(land, ground)
    is_drawn = land.feature_code == "ISL" or land.feature_code.startswith("PCL")
    if one.is_area or not is_drawn or land.extent is None:
        return unknown(claim, f"We have no outline of {place_name(land)} to tell its parts.")
    if one.country_code != land.country_code and land.feature_code != "ISL":
        return _elsewhere(claim, one, land, ground)
    if land.feature_code == "ISL" and not land.extent.contains(shapely.Point(one.lon, one.lat)):
        return unknown(claim, f"{one.name} is not sure to lie on {place_name(land)}.")
    return _in_part(claim, one, land)


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
    if kind == "shore":
        is_sea = other.feature_code in _SEAS
        check = (check_coast if is_sea else check_shore)(claim, one, other, ground)
        land = lake_of(other, ground)
    else:
        check = check_off(claim, one, other, ground)
        land = replace(other, extent=coast_of(other, ground))
    if not side or check.verdict is Verdict.REFUTED or land.extent is None:
        return check if not side or check.verdict is Verdict.REFUTED else unknown(claim)
    in_part = _in_part(replace(claim, relation=side), one, land)
    is_sure = check.verdict is Verdict.SUPPORTED or in_part.verdict is Verdict.REFUTED
    return in_part if is_sure else check


def _coastal(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Judge "on the south coast of B", "on the coast of the sea B", "so far from the sea"."""
    one, land = places[0], places[1] if len(places) > 1 else None
    if claim.relation == _SEA:
        return check_sea(claim, one, ground)
    if land is not None and land.feature_code in _SEAS:
        return check_coast(claim, one, land, ground)
    if land is not None and land.feature_code.startswith("PCL"):
        if land.country_code != one.country_code:
            return _elsewhere(claim, one, land, ground)
        return _on_side(claim, one, land, ground)
    if land is not None and land.feature_code == "ISL":
        on_it = _on_island(claim, one, land, ground)
        is_on = on_it.verdict is Verdict.SUPPORTED
        return _on_side(claim, one, _outlined(land, ground), ground) if is_on else on_it
    home = None if land is not None else ground.gazetteer.country(one.country_code)
    check = (
        check_coast(claim, one, None, ground)
        if home is None
        else (_on_side(claim, one, home, ground))
    )
    is_sure = check.verdict is Verdict.SUPPORTED or claim.relation == _COAST
    return check if is_sure else unknown(claim, check.reason)


def _on_side(claim: Claim, one: Place, land: Place, ground: Ground) -> Check:
    """Judge that a town lies on the coast, and in the part of the land that is told, if any."""
    side = claim.relation.removeprefix(_COAST).strip()
    check = check_coast(claim, one, None, ground)
    if not side or check.verdict is not Verdict.SUPPORTED:
        return check
    land = _drawn(land, ground)
    if land.extent is None:
        return unknown(claim, f"We have no outline of {place_name(land)} to tell its parts.")
    return _in_part(replace(claim, relation=side), one, land)


def _drawn(land: Place, ground: Ground) -> Place:
    """Give a country its outline, where it has none yet."""
    if land.extent is not None or not land.feature_code.startswith("PCL"):
        return land
    return replace(land, extent=ground.boundaries.country(land.country_code))


def _outlined(island: Place, ground: Ground) -> Place:
    return replace(island, extent=ground.boundaries.island(island.lon, island.lat))


def _in_part_of_region(claim: Claim, one: Place, region: Place, ground: Ground) -> Check:
    """Judge "in northern B" of a state or province by how its land lies."""
    known = ground.facts.region(region.country_code, region.name)
    if known is None or not known.lats:
        return unknown(claim, f"We have no outline of {place_name(region)} to tell its parts.")
    if one.country_code != region.country_code or one.admin1 != region.name:
        return _in_region(claim, one, region, ground)
    south = float(np.interp(one.lat, known.lats, _QUARTERS))
    west = float(np.interp(one.lon, known.lons, _QUARTERS))
    shares = {"north": south, "south": 1 - south, "east": west, "west": 1 - west}
    share = min(shares[side] for side in claim.relation.split("-") if side in shares)
    is_corner = "-" in claim.relation
    sides = "-".join(side for side, value in shares.items() if value >= _HOLDS) or "middle"
    words = f"{one.name} lies in the {sides} of {place_name(region)}."
    if share >= (_HOLDS_CORNER if is_corner else _HOLDS):
        return holds(claim, words)
    if share <= (_FAILS_CORNER if is_corner else _FAILS):
        return fails(claim, words)
    return unknown(claim, f"{one.name} lies near the middle of {place_name(region)}.")


def _in_part(claim: Claim, one: Place, country: Place) -> Check:
    shares = [_share(one, main_land(country, one), side) for side in claim.relation.split("-")]
    is_corner = len(shares) > 1
    words = f"{one.name} lies in the {_part(one, country)} of {place_name(country)}."
    if min(shares) >= (_HOLDS_CORNER if is_corner else _HOLDS):
        return holds(claim, words)
    if min(shares) <= (_FAILS_CORNER if is_corner else _FAILS):
        return fails(claim, words)
    return unknown(claim, f"{one.name} lies near the middle of {place_name(country)}.")


def _inside(claim: Claim, one: Place, land: Place, ground: Ground) -> Check:
    """Judge that a place lies in a country, in a region, on an island or on a sea."""
    if land.feature_code in _SEAS | LAKES:
        on_water = check_coast if land.feature_code in _SEAS else check_shore
        return on_water(claim, one, land, ground)
    if one.country_code in ground.facts.group(land.name):
        return holds(claim, f"{place_name(one)} lies in {place_name(land)}.")
    if one.is_area or one.feature_code in _ISLES:
        return check_owned(claim, one, land, ground)
    if land.feature_code.startswith(COUNTRIES):
        if one.country_code == land.country_code:
            return holds(claim, f"{one.name} lies in {place_name(land)}.")
        return _elsewhere(claim, one, land, ground)
    judge = _in_region if land.feature_code == "ADM1" else _on_island
    return judge(claim, one, land, ground)


def _on_island(claim: Claim, one: Place, island: Place, ground: Ground) -> Check:
    is_one = island.feature_code == "ISL"
    outline = ground.boundaries.island(island.lon, island.lat) if is_one else None
    if outline is None:
        return unknown(claim, f"We have no outline of {place_name(island)}.")
    metres = nearest_point(outline, one.lon, one.lat).distance_m
    if outline.contains(shapely.Point(one.lon, one.lat)) or metres <= _SHORE_M:
        return holds(claim, f"{one.name} lies on {place_name(island)}.")
    is_far = metres >= _FAR_M and one.population >= _GREAT_CITY
    words = f"{one.name} lies {metres / 1000:,.0f} km from {place_name(island)}."
    return fails(claim, words) if is_far else unknown(claim, words)


def _in_region(claim: Claim, one: Place, region: Place, ground: Ground) -> Check:
    """Judge that a town lies in a state or province; names of regions change, so only far off."""
    if one.country_code == region.country_code and one.admin1 == region.name:
        return holds(claim, f"{one.name} lies in {region.name}.")
    namesake = ground.named(one.name, region.country_code, region.name)
    metres = distance_m(one.lon, one.lat, region.lon, region.lat)
    is_known = one.population >= _GREAT_CITY or _is_only_one(one, region, ground)
    if not is_known or namesake is not None or metres < _REGION_M:
        return unknown(claim, f"{one.name} may be another place than the one we know.")
    where = one.admin1 or one.country_code
    return fails(claim, f"{one.name} lies in {where}, not {region.name}.")


def _is_only_one(one: Place, region: Place, ground: Ground) -> bool:
    """Whether a town in the right country is the only one of its name there, and no small one."""
    found = [
        place
        for place in ground.gazetteer.candidates(one.name)
        if place.country_code == one.country_code and place.feature_class == "P"
    ]
    is_home = one.country_code == region.country_code
    return is_home and len(found) == 1 and one.population >= _TOWN


def _elsewhere(claim: Claim, one: Place, country: Place, ground: Ground) -> Check:
    """Refuse the country itself, if the place is known well and has no namesake there."""
    namesake = ground.named(one.name, country.country_code)
    at_home = ground.gazetteer.country(one.country_code)
    if not _is_well_known(one, country, ground) or namesake is not None or at_home is None:
        return unknown(claim, f"{one.name} may be another place than the one we know.")
    return fails(claim, f"{one.name} lies in {place_name(at_home)}, not {place_name(country)}.")


def _is_well_known(one: Place, country: Place, ground: Ground) -> bool:
    """Whether it is a great city, or a mountain that is not near the other country."""
    if one.feature_code not in _MOUNTAINS:
        return one.population >= _GREAT_CITY
    outline = ground.boundaries.country(country.country_code)
    is_off = outline is not None and (
        nearest_point(outline, one.lon, one.lat).distance_m >= _OFF_PEAK_M
    )
    is_disputed = ground.facts.are_at_odds(one.country_code, country.country_code)
    return is_off and not is_disputed


def _share(one: Place, country: Place, side: str) -> float:
    """Share of a country that lies on the other side of a place than ``side``."""
    boxes = {
        "north": (-_WHOLE, -90.0, _WHOLE, one.lat),
        "south": (-_WHOLE, one.lat, _WHOLE, 90.0),
        "east": (-_WHOLE, -90.0, one.lon, 90.0),
        "west": (one.lon, -90.0, _WHOLE, 90.0),
    }
    extent = country.extent
    if extent is None or not extent.area:
        return 0.5
    return float(shapely.clip_by_rect(extent, *boxes[side]).area / extent.area)


def _part(one: Place, country: Place) -> str:
    land = main_land(country, one)
    found = []
    for pair in (("north", "south"), ("east", "west")):
        side = max(pair, key=lambda name: _share(one, land, name))
        if _share(one, land, side) >= _HOLDS:
            found.append(side)
    return "-".join(found) or "middle"
