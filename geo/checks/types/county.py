"""Checks that a town is the seat of a county, or of a province that lies in a region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place
    from geo.contracts.facts import Seat

COUNTY = "county"
# Where provinces, or departments, lie in the regions of first order, whose seats are other towns.
_WITHIN = {
    "provincial": frozenset({"BE", "BF", "BO", "CL", "ES", "FR", "IT", "MA", "PE", "PH"}),
    "departmental": frozenset({"FR"}),
    "prefectural": frozenset({"CN", "GR"}),
    COUNTY: frozenset({"US", "GB", "IE"}),
}
_LEAST = 4


def seat_of(city: Place, ground: Ground) -> Seat | None:
    """Find the county, or province within a region, that a town is the seat of."""
    seats = ground.facts.county_seats(city.country_code)
    return next((seat for seat in seats if seat.feature_id == city.feature_id), None)


def is_within(role: str, city: Place) -> bool:
    """Whether what the role names may lie in a region: Bergamo's province lies in Lombardy."""
    return city.country_code in _WITHIN.get(role, ())


def check_unnamed(claim: Claim, city: Place, ground: Ground) -> Check:
    """Judge "A, the county seat" and "A, the provincial capital": it holds, or is not known."""
    seat = seat_of(city, ground)
    if seat is None:
        return unknown(claim, f"Whether {city.name} is the seat of its county is not known here.")
    return holds(claim, f"{city.name} is the seat of {seat.county}.")


def check_county(claim: Claim, city: Place, county: Place, ground: Ground) -> Check:
    """Judge "A, the seat of the county B"."""
    seats = ground.facts.county_seats(county.country_code)
    there = [
        seat
        for seat in seats
        if _is_called(seat, county.name) and county.admin1 in {"", seat.admin1}
    ]
    if any(seat.feature_id == city.feature_id for seat in there):
        return holds(claim, f"{city.name} is the seat of {place_name(county)}.")
    if len(there) != 1 or city.country_code != county.country_code:
        return unknown(claim, f"Which town is the seat of {place_name(county)} is not known here.")
    return fails(claim, f"The seat of {place_name(county)} is {there[0].name}, not {city.name}.")


def _is_called(seat: Seat, name: str) -> bool:
    """Whether a county bears a name: "Presidio" is Presidio County."""
    return len(name) >= _LEAST and (seat.county == name or seat.county.startswith(f"{name} "))
