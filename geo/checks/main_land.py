"""Counts from the main land of a country or region where its islands make a figure seem wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.checks.ends import measure
from geo.checks.wording import place_name
from geo.contracts import Verdict, WayWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Check, Claim, Place, Quantity

# Of a country's lands those count as its main land that are no smaller than this share of the
# largest, and no further from it than so many degrees.
_MAIN_SHARE, _MAIN_REACH_DEG = 0.05, 8.0

# What lies so much nearer than two countries on our map may be an islet that it leaves out.
_ISLETS_M = 100_000.0


def is_country(place: Place) -> bool:
    """Whether a place is a country or a territory with an outline of areas."""
    return place.feature_code.startswith("PCL") and place.extent is not None


def lies_in(one: Place, other: Place) -> bool:
    """Whether a place lies in the country that its distance is counted from."""
    return is_country(other) and one.country_code == other.country_code and not is_country(one)


def with_main_land(
    check: Check,
    ends: tuple[Place, Place],
    judge: Callable[[Place, Place], Check],
    figure: Quantity,
) -> Check:
    """Count from main land to main land where small or far islands make a figure seem wrong.

    A figure between the two ways of counting is refused by neither: it may be that of an island,
    or of the tip of an exclave. Nor is one little less than the nearest way, since a map leaves
    islets out.
    """
    if check.verdict is not Verdict.REFUTED or not any(map(_has_lands, ends)):
        return check
    one, other = (main_land(place, of) for place, of in (ends, ends[::-1]))
    found = _or_largest(judge(one, other), ends, judge)
    is_nearer = figure.high_si < measure(one, other).distance_m
    gap_m = measure(*ends).distance_m - figure.high_si
    if found.verdict is Verdict.SUPPORTED:
        return found
    is_over_sea = all(map(is_country, ends)) and 0 < gap_m < _ISLETS_M
    if (is_nearer and gap_m <= 0 and (one, other) != ends) or is_over_sea:
        words = f"{check.reason} But small islands of theirs may lie nearer."
        return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)
    if (one, other) == ends:
        return found
    if any(lies_in(*pair) for pair in (ends, ends[::-1])):
        return replace(found, verdict=Verdict.NOT_ENOUGH_INFO)
    return check


def with_trip_ends(check: Check, claim: Claim, ends: tuple[Place, Place]) -> Check:
    """Take back that a trip from or to a land is too long: it may begin or end anywhere there."""
    lands = [name for name in map(_land_name, ends) if name]
    is_longer = any(claim.figure.low_si > one.high_si for one in check.readings[:1])
    is_trip = claim.relation == WayWords.TRIP.value
    if check.verdict is not Verdict.REFUTED or not (is_trip and is_longer and lands):
        return check
    words = f"{check.reason} But where in {lands[0]} it is counted from is not said."
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)


def _land_name(place: Place) -> str:
    return place_name(place) if _has_lands(place) else ""


def _has_lands(place: Place) -> bool:
    """Whether a place is a country or a region, which may have islands."""
    return is_country(place) or (place.feature_code == "ADM1" and place.extent is not None)


def main_land(place: Place, other: Place) -> Place:
    """Leave a country its main land: what is large and near the largest of its lands."""
    if not _has_lands(place) or place.extent is None:
        return place
    lands = shapely.get_parts(place.extent)
    parts = [part for part in lands if not _holds(part, other)]
    if not parts or len(lands) < 2:  # noqa: PLR2004 - nothing to leave out
        return place
    largest = max(parts, key=lambda part: float(part.area))
    kept = [part for part in parts if _is_main(part, largest)]
    name = f"the main land of {place_name(place)}"
    return replace(place, extent=shapely.MultiPolygon(kept), name=name)


def _or_largest(
    found: Check, ends: tuple[Place, Place], judge: Callable[[Place, Place], Check]
) -> Check:
    """Count from the largest lands alone where a figure fits these, and no others."""
    if found.verdict is Verdict.SUPPORTED:
        return found
    check = judge(*(_largest_land(place, of) for place, of in (ends, ends[::-1])))
    return check if check.verdict is Verdict.SUPPORTED and not check.only_if else found


def _largest_land(place: Place, other: Place) -> Place:
    """Leave a country its largest land alone: from Corsica, Italy is not Sardinia."""
    land = main_land(place, other)
    if land is place or land.extent is None:
        return land
    parts = shapely.get_parts(land.extent)
    return replace(land, extent=max(parts, key=lambda part: float(part.area)))


def _holds(part: BaseGeometry, place: Place) -> bool:
    """Whether a land is the island that the figure is said of."""
    return place.feature_code == "ISL" and bool(part.contains(shapely.Point(place.lon, place.lat)))


def _is_main(part: BaseGeometry, largest: BaseGeometry) -> bool:
    is_large = part.area >= _MAIN_SHARE * largest.area
    return bool(is_large and part.distance(largest) <= _MAIN_REACH_DEG)
