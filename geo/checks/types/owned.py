"""Checks whose an island, a province or a territory is, and refuses only where none disputes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Countries, and territories with a code of their own.
COUNTRIES = ("PCL", "TERR")
_LAND, _REGION, _TOWN, _EXCLAVE = "PCLI", "ADM1", "P", "RGN"
_ISLES = frozenset({"ISL", "ISLS"})
# Areas of which each lies in one country.
_PARTS = frozenset({_REGION, "ADM2", _EXCLAVE, *_ISLES})
# Towns so near the middle of a small island lie on it, degrees.
_BESIDE_DEG, _MOST_TOWNS = 0.15, 20
_NOT_ONE = "is no place that is known to be one land's alone."


def check_owned(claim: Claim, one: Place, land: Place, ground: Ground) -> Check:
    """Judge "A belongs to B" and "A is part of B" of an island, a province or a territory."""
    is_whole = one.feature_code.startswith(COUNTRIES)
    owner = ground.facts.owner(one.country_code)
    is_known = one.feature_code in _PARTS or (is_whole and owner)
    if land.feature_code == _REGION and one.feature_code in _ISLES:
        return _of_region(claim, one, land, ground)
    if not land.feature_code.startswith(COUNTRIES) or not is_known or one == land:
        return unknown(claim, f"{place_name(one)} {_NOT_ONE}")
    home = ground.gazetteer.country(owner or one.country_code)
    if land.country_code in {one.country_code, owner} and home is not None:
        return holds(claim, f"{place_name(one)} belongs to {place_name(land)}.")
    if home is None or not _is_elsewhere(one, land, ground):
        return unknown(claim, f"{place_name(one)} {_NOT_ONE}")
    return fails(claim, f"{place_name(one)} belongs to {place_name(home)}.")


def _of_region(claim: Claim, one: Place, region: Place, ground: Ground) -> Check:
    """Judge "A is one of the B islands" by whose region the towns on A lie in."""
    found = ground.gazetteer.cities_within(
        west=one.lon - _BESIDE_DEG,
        south=one.lat - _BESIDE_DEG,
        east=one.lon + _BESIDE_DEG,
        north=one.lat + _BESIDE_DEG,
        limit=_MOST_TOWNS,
    )
    regions = {(town.country_code, town.admin1) for town in (one, *found)}
    if (region.country_code, region.name) in regions:
        return holds(claim, f"{place_name(one)} belongs to {place_name(region)}.")
    home = ground.gazetteer.country(one.country_code)
    land = ground.gazetteer.country(region.country_code)
    if home is None or land is None or home == land or not _is_elsewhere(one, land, ground):
        return unknown(claim, f"{place_name(one)} {_NOT_ONE}")
    return fails(claim, f"{place_name(one)} belongs to {place_name(home)}.")


def _is_elsewhere(one: Place, land: Place, ground: Ground) -> bool:
    """Whether an island or territory has nothing to do with a country: no claim, no namesake."""
    codes = {one.country_code, ground.facts.owner(one.country_code)} - {""}
    is_disputed = any(ground.facts.are_at_odds(code, land.country_code) for code in codes)
    is_whole = one.feature_code.startswith(COUNTRIES)
    others = ground.gazetteer.candidates(one.name)
    has_namesake = any(
        other.country_code == land.country_code
        for other in others
        if other.feature_class != _TOWN or not is_whole
    )
    outline = _outline(one, ground)
    # On a mainland a name may be that of a land on both sides of a border.
    is_near = land.country_code in (ground.facts.neighbours(one.country_code) or frozenset())
    is_one = one.feature_code in _ISLES or (one.feature_code == _EXCLAVE and not is_near)
    is_isle = is_one or is_whole or outline
    is_shared = outline is not None and _is_on(outline, land, ground)
    is_other = not (is_disputed or has_namesake or is_shared)
    return bool(is_isle) and land.feature_code == _LAND and is_other


def _outline(one: Place, ground: Ground) -> BaseGeometry | None:
    """Find the island, or the one of a province of islands that its largest town lies on."""
    towns = ground.facts.cities(one.country_code, one.name) if one.feature_code == _REGION else ()
    points = [(one.lon, one.lat), *((town.lon, town.lat) for town in towns[:1])]
    return next(filter(None, (ground.boundaries.island(*point) for point in points)), None)


def _is_on(outline: BaseGeometry, land: Place, ground: Ground) -> bool:
    """Whether a country has a part of an island: Timor, Borneo."""
    other = ground.boundaries.country(land.country_code)
    return other is None or bool(other.intersects(outline))
