"""Judges that a place lies in a state or country, and refuses only those that are known well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name
from geo.geodesy import distance_m, nearest_point

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Nobody takes a great city for a namesake; nor a town, where it alone bears its name.
_GREAT_CITY, _TOWN = 300_000, 15_000
# Nor a city that has so many times the people of any other of its name.
_CITY, _TIMES = 75_000, 20
# A hamlet that bears the name of a great city is taken for it by who does not know it.
_HAMLET = 5_000
# A mountain so far from a country stands in none of its ranges.
_MOUNTAINS, _OFF_PEAK_M = frozenset({"MT", "PK", "VLC"}), 10_000.0
# Further from the middle of a region than this a town lies outside of it, if it is not a huge one.
_REGION_M = 300_000.0
# A town without a region is one of a land that may be claimed as a whole.
_WHOLE = "*"
# And so far outside the degrees between which its land lies, on whatever map.
_OUTSIDE_DEG = 0.03


def in_region(claim: Claim, one: Place, region: Place, ground: Ground) -> Check:
    """Judge that a town lies in a state or province; names of regions change, so only far off."""
    if one.country_code == region.country_code and one.admin1 == region.name:
        return holds(claim, f"{one.name} lies in {region.name}.")
    namesake = ground.named(one.name, region.country_code, region.name)
    is_known = one.population >= _GREAT_CITY or one.feature_id in ground.borne_out
    is_known = is_known or _is_only_one(one, region, ground)
    is_other = _is_in_another(one, region, ground) or _is_outside(one, region, ground)
    if not is_known or namesake is not None or not is_other:
        return unknown(claim, f"{one.name} may be another place than the one we know.")
    where = one.admin1 or one.country_code
    return fails(claim, f"{one.name} lies in {where}, not {region.name}.")


def _is_in_another(one: Place, region: Place, ground: Ground) -> bool:
    """Whether a town that is surely the one meant lies in another of today's regions."""
    known = ground.facts.regions(region.country_code)
    is_home = one.country_code == region.country_code and one.feature_id in ground.borne_out
    return is_home and one.admin1 != region.name and {one.admin1, region.name} <= set(known)


def _is_outside(one: Place, region: Place, ground: Ground) -> bool:
    """Whether a town lies far from a region, or outside of the box of its land."""
    if distance_m(one.lon, one.lat, region.lon, region.lat) >= _REGION_M:
        return True
    known = ground.facts.region(region.country_code, region.name)
    return known is not None and any(
        degrees and not degrees[0] - _OUTSIDE_DEG <= value <= degrees[-1] + _OUTSIDE_DEG
        for value, degrees in ((one.lon, known.lons), (one.lat, known.lats))
    )


def _is_only_one(one: Place, region: Place, ground: Ground) -> bool:
    """Whether a town in the right country is the only one of its name there, and no small one."""
    is_home = one.country_code == region.country_code
    return is_home and len(_bearers(one, one.country_code, ground)) == 1 and _is_town(one)


def is_hidden(one: Place, ground: Ground) -> bool:
    """Whether a hamlet bears the name of a great city of another country, which may be meant."""
    if one.feature_class != "P" or one.population >= _HAMLET or one.feature_id in ground.borne_out:
        return False
    return any(
        place.population >= _GREAT_CITY / 2 and place.country_code != one.country_code
        for place in ground.gazetteer.candidates(one.name)
        if place.feature_class == "P"
    )


def _is_first(one: Place, ground: Ground) -> bool:
    """Whether a city is so much larger than all others of its name that nobody means these."""
    others = (
        place.population
        for place in ground.gazetteer.candidates(one.name)
        if place.feature_class == "P" and place.feature_id != one.feature_id
    )
    return one.population >= _CITY and max(others, default=0) * _TIMES <= one.population


def _is_town(one: Place) -> bool:
    return one.population >= _TOWN


def _is_alone(one: Place, ground: Ground) -> bool:
    return len(ground.gazetteer.candidates(one.name)) == 1


def _bearers(one: Place, country_code: str, ground: Ground) -> list[Place]:
    """List the towns of a country that bear a name."""
    found = ground.gazetteer.candidates(one.name)
    return [
        place
        for place in found
        if place.country_code == country_code and place.feature_class == "P"
    ]


def elsewhere(claim: Claim, one: Place, country: Place, ground: Ground) -> Check:
    """Refuse the country itself, if the place is known well and has no namesake there."""
    namesake = ground.named(one.name, country.country_code)
    at_home = ground.gazetteer.country(one.country_code)
    if ground.facts.are_at_odds(one.country_code, country.country_code, one.admin1 or _WHOLE):
        return unknown(claim, f"{one.name} lies in a land that more than one country claims.")
    if not _is_well_known(one, country, ground) or namesake is not None or at_home is None:
        return unknown(claim, f"{one.name} may be another place than the one we know.")
    return fails(claim, f"{one.name} lies in {place_name(at_home)}, not {place_name(country)}.")


def _is_well_known(one: Place, country: Place, ground: Ground) -> bool:
    """Whether it is a great city, a town whose name no other place of the world bears, or a peak.

    A mountain near the other country may stand in both.
    """
    if one.feature_id in ground.borne_out:
        return True
    if one.feature_code not in _MOUNTAINS:
        is_great = one.population >= _GREAT_CITY or _is_first(one, ground)
        return is_great or (_is_town(one) and _is_alone(one, ground))
    outline = ground.boundaries.country(country.country_code)
    is_off = outline is not None and (
        nearest_point(outline, one.lon, one.lat).distance_m >= _OFF_PEAK_M
    )
    is_disputed = ground.facts.are_at_odds(one.country_code, country.country_code)
    return is_off and not is_disputed
