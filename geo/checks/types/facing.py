"""Checks that a town faces another, or a country, over a river, a strait or a sea."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name
from geo.geodesy import distance_m, nearest_point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Two towns face each other over a river or a strait.
_OPPOSITE_M, NOT_OPPOSITE_M = 20_000.0, 60_000.0
# A country is faced over no more than the first; beyond the second it is not.
_FACING_M, _NOT_FACING_M = 60_000.0, 300_000.0
# Who says no water may mean a bay or a strait.
_FAR_APART_M = 100_000.0
# Over one of these waters towns look at each other that lie as far apart as town and country.
_SEAS = frozenset({"BAY", "CHNM", "GULF", "OCN", "SEA", "STRT"})
# A water whose middle is so far away does not lie between two towns that are not on it.
_NO_WATER_M = 300_000.0


def check_opposite(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge a town said to face another town, or a country, over water or a border."""
    one, other = places[:2]
    if other.feature_code.startswith("PCL") and one.feature_class == "P":
        return _faces(claim, one, other, ground)
    if one.feature_class != "P" or other.feature_class != "P":
        return unknown(claim, "Only of towns it can be told that they face each other.")
    metres = distance_m(one.lon, one.lat, other.lon, other.lat)
    words = f"{one.name} is {metres / 1000:,.0f} km from {other.name}."
    water = next((place for place in places[2:] if place.feature_class == "H"), None)
    if metres <= _OPPOSITE_M and water is not None:
        return _over(claim, (one, other), water, ground)
    if metres <= _OPPOSITE_M:
        return holds(claim, words)
    is_over_sea = water is not None and water.feature_code in _SEAS
    least = _NOT_FACING_M if is_over_sea else _FAR_APART_M
    return unknown(claim, words) if metres <= least else fails(claim, words)


def _over(claim: Claim, towns: tuple[Place, Place], water: Place, ground: Ground) -> Check:
    """Judge of two towns close by the water that is told to lie between them."""
    known = ground.facts.divider(water.name)
    codes = {town.country_code for town in towns}
    if known is None or water.is_wide:
        return unknown(claim, f"Whether {place_name(water)} lies between the two is not known.")
    if codes in known.pairs or (len(codes) == 1 and codes <= known.countries):
        return holds(claim, f"The two lie close by, and {place_name(water)} is known to part them.")
    far = all(
        distance_m(town.lon, town.lat, place.lon, place.lat) > _NO_WATER_M
        for town in towns
        for place in ground.gazetteer.candidates(water.name)
        if place.feature_class == "H"
    )
    words = f"{place_name(water)} is not known to lie between the two."
    return (fails if far and not codes & known.countries else unknown)(claim, words)


def _faces(claim: Claim, town: Place, land: Place, ground: Ground) -> Check:
    """Judge a town said to face a country, over a river, a strait or a sea."""
    outline = ground.boundaries.country(land.country_code)
    if outline is None or town.country_code == land.country_code:
        return unknown(claim, f"Where {place_name(land)} is nearest is not known here.")
    metres = nearest_point(outline, town.lon, town.lat).distance_m
    words = f"{town.name} is {metres / 1000:,.0f} km from the nearest point of {place_name(land)}."
    if metres <= _FACING_M:
        return holds(claim, words)
    return (fails if metres >= _NOT_FACING_M else unknown)(claim, words)
