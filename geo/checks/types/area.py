"""Checks the area of a country, region, island or lake against the figure known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.difference import area_m2
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name, rounded

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim

# Figures with and without waters and islands differ by the first share; nobody's by the second.
_ALIKE, _UNLIKE = 0.06, 0.25
_M2_PER_KM2 = 1e6


def check(claim: Claim, ground: Ground) -> Check:
    """Compare the figure with the area known."""
    places = ground.places(claim)
    place = places[0] if places else None
    area = area_m2(place, ground) if place is not None else None
    if place is None or area is None:
        return unknown(claim, "The area of this place is not known here.")
    ratio = claim.figure.value_si / area
    off = max(ratio, 1 / ratio) - 1 if ratio else 1.0
    words = f"{place_name(place)} has {rounded(area / _M2_PER_KM2)} km²."
    if off <= _ALIKE:
        return holds(claim, words)
    return fails(claim, words) if off >= _UNLIKE else unknown(claim, words)
