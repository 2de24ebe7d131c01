"""Checks whom a state or province borders, against the table of regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place
    from geo.contracts.facts import Region

_REGION = "ADM1"


def check_region(claim: Claim, one: Place, others: Sequence[Place], ground: Ground) -> Check:
    """Judge "A borders B" where one of the two is a state or province."""
    one, *others = (as_region(place, ground) for place in (one, *others))
    region, *neighbours = (one, *others) if one.feature_code == _REGION else (*others, one)
    known = ground.facts.region(region.country_code, region.name)
    if known is None or not neighbours:
        return unknown(claim, f"The neighbours of {place_name(region)} are not known here.")
    found = [(place, _borders(known, region, place, ground)) for place in neighbours]
    wrong = [place_name(place) for place, border in found if border is False]
    if wrong:
        return fails(claim, f"{place_name(region)} does not border {' or '.join(wrong)}.")
    if any(border is None for _, border in found):
        return unknown(claim, f"The two meet at a corner or in the water at most, or {_NOT_SURE}")
    names = ", ".join(place_name(place) for place, _ in found)
    return holds(claim, f"{place_name(region)} borders {names}.")


def as_region(one: Place, ground: Ground) -> Place:
    """Take a town for the region of its name: "Quebec, the largest province"."""
    if one.feature_code.startswith((_REGION, "PCL")):
        return one
    named = ground.gazetteer.candidates(one.name)
    found = (place for place in named if place.feature_code == _REGION)
    return next((place for place in found if place.country_code == one.country_code), one)


_NOT_SURE = "it is not known here."


def _borders(known: Region, region: Place, other: Place, ground: Ground) -> bool | None:
    if other.feature_code == _REGION and other.country_code == region.country_code:
        return None if other.name in known.unsure else other.name in known.neighbours
    if other.feature_code == _REGION:
        return _borders_abroad(region, other, ground)
    if other.feature_code.startswith("PCL") and other.country_code != region.country_code:
        is_unsure = other.country_code in known.unsure
        return None if is_unsure else other.country_code in known.countries
    return None


def _borders_abroad(region: Place, other: Place, ground: Ground) -> bool | None:
    """Tell whether two regions of two countries meet: not where one is not at that border."""
    for one, two in ((region, other), (other, region)):
        known = ground.facts.region(one.country_code, one.name)
        if known is not None and two.country_code not in known.countries | known.unsure:
            return False
    names = ground.facts.regions_abroad(region.country_code, region.name, other.country_code)
    back = ground.facts.regions_abroad(other.country_code, other.name, region.country_code)
    return other.name in names if names and back else None


def check_region_count(claim: Claim, one: Place, number: int, ground: Ground) -> Check:
    """Judge how many states, or else countries, a state borders; corners may count."""
    known = ground.facts.region(one.country_code, one.name)
    if known is None:
        return unknown(claim, f"The neighbours of {place_name(one)} are not known here.")
    least, most = len(known.neighbours), len(known.neighbours) + len(known.unsure)
    words = f"{place_name(one)} borders {least} of the other states."
    if least == number:
        return holds(claim, words)
    if number == len(known.countries):
        return holds(claim, f"{place_name(one)} borders {number} countries.")
    return unknown(claim, words) if least <= number <= most else fails(claim, words)
