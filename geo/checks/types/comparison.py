"""Checks comparisons of size and of distance; firm only where they are not close."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.checks.caution import main_land
from geo.checks.ends import is_measurable, measure
from geo.checks.outlines import drawn
from geo.checks.types.ground import fails, fails_by, holds, unknown
from geo.checks.types.isles import island_m2
from geo.checks.types.named import is_entry
from geo.checks.types.nearest import NEAREST, check_nearest_capital
from geo.checks.wording import place_name, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

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
# "More than twice the size" is said up to so much more.
_OVER, _MORE = " over", 0.5
# Two ways that differ by less than the first share are as far; by more than the second, not.
_AS_FAR, _SAME_WAY, _OTHER_WAY = "as far from", 0.15, 0.5
# So many times as far: by road it may be more or fewer times than on the map.
_TIMES_FAR, _SAME_TIMES, _OTHER_TIMES = "times as far from", 0.2, 0.75
_M2_PER_KM2 = 1e6


def check(claim: Claim, ground: Ground) -> Check:
    """Compare areas, or straight lines."""
    places = ground.places(claim)
    if not places:
        return unknown(claim)
    if claim.relation.startswith(NEAREST):
        return check_nearest_capital(claim, places, ground)
    is_of_ways = claim.relation in {"nearer to", "farther from", _AS_FAR, _AS_FAR + _OVER}
    if is_of_ways or claim.relation.startswith(_TIMES_FAR):
        return _distance(claim, places, ground)
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
    if claim.relation in {"larger than", "smaller than"}:
        is_right = (ratio > 1) == (claim.relation == "larger than")
        if abs(ratio - 1) < _CLOSE:
            return unknown(claim, f"{told}.")
        return (holds if is_right else fails)(claim, f"{told}.")
    ratio /= _multiple(claim.relation.removesuffix(_OVER))
    off = max(ratio, 1 / ratio) - 1
    is_more = claim.relation.endswith(_OVER) and 0 <= ratio - 1 <= _MORE
    if off <= _ALIKE or is_more:
        return holds(claim, f"{told}.")
    return fails(claim, f"{told}.") if off >= _UNLIKE else unknown(claim, f"{told}.")


def _multiple(relation: str) -> float:
    """Read the number behind "times the size of"; of "the size of" it is one."""
    number = relation.rpartition(" ")[2]
    return float(number) if number[:1].isdigit() else 1.0


def area_m2(place: Place, ground: Ground) -> float | None:
    """Look up the area of a country, a state or province, an island or a lake."""
    if place.feature_code.startswith("PCL"):
        return ground.facts.area_m2(place.country_code)
    region = ground.facts.region(place.country_code, place.name)
    if place.feature_code == "ADM1" and region is not None:
        return region.area_m2
    kind = {"ISL": "island", "LK": "lake", "SEA": "lake"}.get(place.feature_code, "")
    rows = (row for row in ground.facts.ranked(kind) if is_entry(row, place, ground))
    row = next(rows, None)
    if row is None and place.feature_code == "ISL":
        return island_m2(place, ground)
    return None if row is None else row.value_si


def _distance(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Compare how far two places are from a third, firmly where small islands change nothing.

    Of a country its main land counts first; but nobody is wrong who counts from an islet of it.
    """
    found = [drawn(place, ground.boundaries, ground.facts) for place in places]
    if len(found) < 3 or not all(map(is_measurable, found)):  # noqa: PLR2004 - three places
        return unknown(claim, "We have no outline of one of the three to measure to.")
    one, *others = found
    main = [_land_apart(place, one) for place in others]
    check = _compared(claim, one, main)
    # An island's own land is no other place.
    whole = [
        place if measure(one, place).distance_m else land
        for place, land in zip(others, main, strict=True)
    ]
    if _compared(claim, one, whole).verdict is check.verdict:
        return check
    return unknown(claim, f"{check.reason} But small islands may be meant.")


def _compared(claim: Claim, one: Place, others: Sequence[Place]) -> Check:
    gaps = [measure(one, other) for other in others]
    near, far = (gap.distance_m for gap in gaps)
    if not (near and far):
        return unknown(claim, f"{place_name(one)} lies in one of the two.")
    words = " and ".join(
        f"{rounded(gap.distance_m / 1000)} km from {place_name(other)}"
        for gap, other in zip(gaps, others, strict=True)
    )
    words = f"{place_name(one)} is {words} in a straight line."
    slack = sum(gap.slack_m for gap in gaps) + _CLOSE * max(near, far)
    if claim.relation.startswith(_TIMES_FAR):
        return _times_as_far(claim, words, near / far, slack / min(near, far))
    if claim.relation.startswith(_AS_FAR):
        return _as_far(claim, words, (near, far), slack)
    if abs(near - far) <= slack:
        return unknown(claim, words)
    is_right = (near < far) == (claim.relation == "nearer to")
    return (holds if is_right else fails)(claim, words)


def _land_apart(place: Place, one: Place) -> Place:
    """Leave a country its main land; for an island of its own that is the largest of the rest."""
    is_own = place.feature_code.startswith("PCL") and one.country_code == place.country_code
    if not is_own or place.extent is None:
        return main_land(place, one)
    parts = shapely.get_parts(place.extent)
    largest = max(parts, key=lambda part: float(part.area))
    own = one.extent or shapely.Point(one.lon, one.lat)
    if largest.intersects(own):
        return place
    return replace(place, extent=largest, name=f"the main land of {place_name(place)}")


def _as_far(claim: Claim, words: str, metres: tuple[float, float], slack_m: float) -> Check:
    """Say whether two places are about as far from a third."""
    near, far = sorted(metres)
    if far - near <= max(slack_m, _SAME_WAY * far):
        return holds(claim, words)
    return (
        fails(claim, words) if far - near - slack_m > _OTHER_WAY * near else unknown(claim, words)
    )


def _times_as_far(claim: Claim, words: str, ratio: float, slack: float) -> Check:
    """Say whether a place is so many times as far from one as from another."""
    ratio /= _multiple(claim.relation.removesuffix(_OVER))
    off = max(ratio, 1 / ratio) - 1
    is_more = claim.relation.endswith(_OVER) and 0 <= ratio - 1 <= _MORE
    if is_more or off <= _SAME_TIMES:
        return holds(claim, words)
    return (fails if off - slack > _OTHER_TIMES else unknown)(claim, words)
