"""Lets a distance hold that is one to the middle of a park or lake of which there is no outline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks.types.ground import SURE
from geo.contracts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.contracts import Check, Geocode, Place

# Parks, lakes, glaciers, inlets and districts: none reaches over half a country.
_SMALL = frozenset({"PRK", "RESN", "RESF", "RESW", "LK", "RSV", "GLCR", "INLT", "ADM2", "ADM3"})
_TWO = 2


def with_middle(
    check: Check, pins: Sequence[Geocode], between: Callable[[Place, Place], Check]
) -> Check:
    """Measure to the middles of places that have no outline; what is not so far is not refused."""
    places = [one.place for one in pins if one.place is not None and one.probability >= SURE]
    if len(places) != _TWO or places[0] == places[1]:
        return check
    if any(place.is_area and place.feature_code not in _SMALL for place in places):
        return check
    one, other = (replace(place, feature_class="S", population=0) for place in places)
    found = between(one, other)
    is_straight = any(
        reading.fits and reading.name.startswith("straight line") for reading in found.readings
    )
    if found.verdict is not Verdict.SUPPORTED or found.only_if or not is_straight:
        return check
    return replace(found, reason=f"{found.reason} It is measured to the middle.")
