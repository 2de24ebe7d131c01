"""Checks the rank of a city in a part of a land: "the largest town in the north of B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.main_land import main_land
from geo.checks.outlines import drawn
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.parts import share_of_land, share_of_region
from geo.checks.wording import place_name, rounded
from geo.geodesy import distance_m, nearest_point

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

OF_PART = " of the part "
# Populations of two sources differ by less than this factor, and towns so near may be one.
_CLEARLY, _METRO_M = 1.5, 40_000.0
# A town lies in a part with so much of the land on its other side, and in none with less than the
# second share; so near, in degrees, two lie as far to a side.
_THERE, _ELSEWHERE, _BESIDE_DEG = 0.5, 0.45, 0.3
# So many of the largest towns around are looked through.
_MOST = 1_500


def check_city_of_part(claim: Claim, places: list[Place], rank: int, ground: Ground) -> Check:
    """Count the larger towns in the same part of a land.

    Where a part ends is seen in more ways than one: of towns that lie less far to its side than
    the one told of, none is held against it.
    """
    one, land = places[0], places[1] if len(places) > 1 else None
    land = land or ground.gazetteer.country(one.country_code)
    side = claim.relation.partition(OF_PART)[2].partition(" in ")[0]
    share = _share(land, side, ground) if land is not None else None
    if share is None or land is None or one.country_code != land.country_code:
        return unknown(claim, "Which towns lie in this part is not known here.")
    towns = _towns(land, ground)
    mine = next((town.population for town in towns if town.feature_id == one.feature_id), 0)
    mine = mine or one.population
    if share(one) < _THERE or not mine or not towns:
        return unknown(claim, f"Whether {one.name} lies in this part cannot be told.")
    larger = _apart(one, mine, towns)
    there = [
        town
        for town in larger
        if _is_as_far(town, one, side) and _is_on_main_land(town, one, land, ground)
    ]
    named = " and ".join(f"{rounded(town.population)} in {town.name}" for town in there[:rank])
    words = f"GeoNames counts {rounded(mine)} people in {one.name}"
    words += f", and in the same part {named}." if named else "."
    if sum(town.population > mine * _CLEARLY for town in there) >= rank:
        return fails(claim, words)
    perhaps = [town for town in larger if share(town) >= _ELSEWHERE]
    are_known = mine >= towns[-1].population
    if are_known and len(perhaps) == len(there) == rank - 1:
        return holds(claim, words)
    return unknown(claim, f"{words} Which others lie in the {side} of {place_name(land)} is open.")


def _is_on_main_land(town: Place, one: Place, land: Place, ground: Ground) -> bool:
    """Whether a town lies on the same land as another, and not on islands far away."""
    main = main_land(drawn(land, ground.boundaries, ground.facts), one).extent
    return main is None or nearest_point(main, town.lon, town.lat).distance_m <= _METRO_M


def _is_as_far(town: Place, one: Place, side: str) -> bool:
    """Whether a town lies no less far to a side, or to both sides of a corner, than another."""
    ahead = {
        "north": town.lat - one.lat,
        "south": one.lat - town.lat,
        "east": town.lon - one.lon,
        "west": one.lon - town.lon,
    }
    return all(ahead[part] >= -_BESIDE_DEG for part in side.split("-"))


def _share(land: Place, side: str, ground: Ground) -> Callable[[Place], float] | None:
    """Give what tells how far to a side of a land a place lies; None if that is not known."""
    if land.feature_code == "ADM1":
        known = ground.facts.region(land.country_code, land.name)
        if known is None or not known.lats:
            return None
        return lambda place: share_of_region(side, place, known)
    outline = drawn(land, ground.boundaries, ground.facts)
    if outline.extent is None or not land.feature_code.startswith("PCL"):
        return None
    return lambda place: share_of_land(side, place, outline)


def _towns(land: Place, ground: Ground) -> list[Place]:
    """List the largest towns of a land, largest first."""
    country = ground.boundaries.country(land.country_code)
    if country is None:
        return []
    west, south, east, north = country.bounds
    found = ground.gazetteer.cities_within(
        west=west, south=south, east=east, north=north, limit=_MOST
    )
    is_region = land.feature_code == "ADM1"
    return [
        town
        for town in found
        if town.country_code == land.country_code and (not is_region or town.admin1 == land.name)
    ]


def _apart(one: Place, people: int, towns: Sequence[Place]) -> list[Place]:
    """List the larger towns, without those that are one with a town or with a larger one."""
    kept: list[Place] = []
    for town in towns:
        near = (one, *kept)
        if town.population > people and not any(
            distance_m(town.lon, town.lat, other.lon, other.lat) <= _METRO_M for other in near
        ):
            kept.append(town)
    return kept
