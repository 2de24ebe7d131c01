"""Checks comparisons of size and of distance; firm only where they are not close."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks.types.compared_ways import MORE, OF_WAYS, OVER, check_ways, multiple
from geo.checks.types.difference import area_m2, check_difference
from geo.checks.types.ground import fails, fails_by, holds, unknown
from geo.checks.types.named import is_entry
from geo.checks.wording import place_name, rounded

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Sizes that differ by less than the first share are "about the size"; by more than the second, not.
_ALIKE, _UNLIKE = 0.2, 0.5
# Nearer by less than this share is too close to tell.
_CLOSE = 0.05
# Mountains are measured better than rivers.
_CLOSE_HEIGHT = 0.015
# How many people a city has is told so differently.
_CLEARLY = 1.5
_M2_PER_KM2 = 1e6
# What opens the relation where a figure is compared with a place.
_OF_FIGURE = "a figure "


def check(claim: Claim, ground: Ground) -> Check:
    """Compare areas, or straight lines."""
    places = ground.places(claim)
    if not places:
        return unknown(claim)
    if claim.relation.startswith(OF_WAYS):
        return check_ways(claim, places, ground)
    if claim.quantity is not None:
        is_whole = claim.relation.startswith(_OF_FIGURE)
        judge = _figure if is_whole else check_difference
        return judge(claim, places, ground)
    if claim.relation in {"longer than", "shorter than"}:
        return _measured(claim, places, ground)
    if [place.feature_class for place in places[:2]] == ["P", "P"]:
        return _people(claim, places, ground)
    return _size(claim, places, ground)


def _measured(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Compare two rivers, mountains or lakes' depths by the table that has both."""
    for kinds in (("river",), ("mountain", "pass"), ("depth",)):
        known = [row for kind in kinds for row in ground.facts.ranked(kind)]
        rows = [
            next((row for row in known if is_entry(row, place, ground)), None)
            for place in places[:2]
        ]
        if len(rows) == 2 and rows[0] is not None and rows[1] is not None:  # noqa: PLR2004 - two
            unit, each = ("km", 1e3) if kinds == ("river",) else ("m", 1.0)
            first, second = (row.value_si / each for row in rows if row is not None)
            told = f"{rows[0].name} has {rounded(first)} {unit}"
            told += f" and {rows[1].name} {rounded(second)} {unit}."
            is_of_peaks = all(row is not None and row.kind == "mountain" for row in rows)
            close = _CLOSE_HEIGHT if is_of_peaks else _CLOSE
            if abs(first / second - 1) < close:
                return unknown(claim, told)
            is_right = (first > second) == (claim.relation == "longer than")
            if is_right:
                return holds(claim, told)
            return fails_by(claim, told, min(rows, key=lambda row: bool(row and row.is_borne_out)))
    return unknown(claim, "The figures of these two are not known here.")


def _people(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Compare how many people live in two cities; figures differ by date and by city limits."""
    del ground
    first, second = (place.population for place in places[:2])
    is_compared = claim.relation in {"larger than", "smaller than"}
    if not first or not second or not is_compared:
        return unknown(claim, "How large these two are is not known here.")
    told = f"GeoNames counts {rounded(first)} people in {places[0].name}"
    told += f" and {rounded(second)} in {places[1].name}"
    if max(first / second, second / first) < _CLEARLY:
        return unknown(claim, f"{told}: too close to tell.")
    is_right = (first > second) == (claim.relation == "larger than")
    return (holds if is_right else fails)(claim, f"{told}.")


def _figure(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Judge "81,000 hectares, an area larger than B"; not where a town of the name may be meant."""
    place = places[0]
    area = area_m2(place, ground)
    geocode = ground.geocodes.get(claim.subject.toponym_ids[0])
    is_town_too = place.feature_code == "ADM1" and geocode is not None and geocode.town is not None
    if area is None or is_town_too:
        return unknown(claim, f"The area of {place_name(place)} is not known here.")
    told = f"{place_name(place)} has {rounded(area / _M2_PER_KM2)} km²"
    told += f", and this is {rounded(claim.figure.value_si / _M2_PER_KM2)} km²"
    relation = claim.relation.removeprefix(_OF_FIGURE)
    return _by_ratio(replace(claim, relation=relation), claim.figure.value_si / area, told)


def _size(claim: Claim, places: list[Place], ground: Ground) -> Check:
    areas = [area_m2(place, ground) for place in places]
    if len(areas) < 2 or areas[0] is None or areas[1] is None:  # noqa: PLR2004 - two are compared
        return unknown(claim, "The areas of these places are not known here.")
    ratio = areas[0] / areas[1]
    told = " and ".join(
        f"{place_name(place)} has {rounded(area / _M2_PER_KM2)} km²"
        for place, area in zip(places, areas, strict=False)
        if area is not None
    )
    return _by_ratio(claim, ratio, told)


def _by_ratio(claim: Claim, ratio: float, told: str) -> Check:
    """Judge by how many times as large the first is as the second."""
    if claim.relation in {"larger than", "smaller than"}:
        is_right = (ratio > 1) == (claim.relation == "larger than")
        if abs(ratio - 1) < _CLOSE:
            return unknown(claim, f"{told}.")
        return (holds if is_right else fails)(claim, f"{told}.")
    ratio /= multiple(claim.relation.removesuffix(OVER))
    off = max(ratio, 1 / ratio) - 1
    is_more = claim.relation.endswith(OVER) and 0 <= ratio - 1 <= MORE
    if off <= _ALIKE or is_more:
        return holds(claim, f"{told}.")
    return fails(claim, f"{told}.") if off >= _UNLIKE else unknown(claim, f"{told}.")
