"""Checks in which part of a country a place lies; firm only far from the line between parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from geo.checks.caution import main_land
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Shares of a country's land: so much of it must lie on the other side of the place for the part to
# hold, and no more than so much where it does not.
_HOLDS, _FAILS = 0.55, 0.3
_HOLDS_CORNER, _FAILS_CORNER = 0.5, 0.25
_WHOLE = 180.0
_GREAT_CITY = 300_000


def check(claim: Claim, ground: Ground) -> Check:
    """Tell how much of the country lies on the other side of the place."""
    places = ground.places(claim)
    if not places or len(places) < 2:  # noqa: PLR2004 - a place and its country
        return unknown(claim)
    one, country = places
    if one.is_area or not country.feature_code.startswith("PCL") or country.extent is None:
        return unknown(claim, f"We have no outline of {place_name(country)} to tell its parts.")
    if one.country_code != country.country_code:
        return _elsewhere(claim, one, country, ground)
    shares = [_share(one, main_land(country, one), side) for side in claim.relation.split("-")]
    is_corner = len(shares) > 1
    words = f"{one.name} lies in the {_part(one, country)} of {place_name(country)}."
    if min(shares) >= (_HOLDS_CORNER if is_corner else _HOLDS):
        return holds(claim, words)
    if min(shares) <= (_FAILS_CORNER if is_corner else _FAILS):
        return fails(claim, words)
    return unknown(claim, f"{one.name} lies near the middle of {place_name(country)}.")


def _elsewhere(claim: Claim, one: Place, country: Place, ground: Ground) -> Check:
    """Refuse the country itself, if the place is a city that has no namesake there."""
    namesake = ground.named(one.name, country.country_code)
    at_home = ground.gazetteer.country(one.country_code)
    if one.population < _GREAT_CITY or namesake is not None or at_home is None:
        return unknown(claim, f"{one.name} may be another place than the one we know.")
    return fails(claim, f"{one.name} lies in {place_name(at_home)}, not {place_name(country)}.")


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
