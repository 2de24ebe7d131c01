"""Compares ways: which of two places is nearer, as far, or so many times as far."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.checks.ends import is_measurable, measure
from geo.checks.main_land import main_land
from geo.checks.outlines import drawn
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.nearest import NEAREST, check_nearest_capital
from geo.checks.wording import place_name, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Nearer by less than this share is too close to tell.
_CLOSE = 0.05
# "More than twice the size" is said up to so much more.
OVER, MORE = " over", 0.5
# Two ways that differ by less than the first share are as far; by more than the second, not.
_AS_FAR, _SAME_WAY, _OTHER_WAY = "as far from", 0.15, 0.5
_TWO_WAYS = "as far as two others"
# So many times as far: by road it may be more or fewer times than on the map.
_TIMES_FAR, _SAME_TIMES, _OTHER_TIMES = "times as far from", 0.2, 0.75
# What the relations of such statements begin with.
OF_WAYS = ("nearer to", "farther from", _AS_FAR, _TWO_WAYS, _TIMES_FAR, NEAREST)


def check_ways(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Compare straight lines, between two pairs of places where four are told of."""
    if claim.relation.startswith(NEAREST):
        return check_nearest_capital(claim, places, ground)
    if claim.relation.removesuffix(OVER) == _TWO_WAYS:
        return _two_ways(claim, places, ground)
    return _distance(claim, places, ground)


def multiple(relation: str) -> float:
    """Read the number behind "times the size of"; of "the size of" it is one."""
    number = relation.rpartition(" ")[2]
    return float(number) if number[:1].isdigit() else 1.0


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
    ratio /= multiple(claim.relation.removesuffix(OVER))
    off = max(ratio, 1 / ratio) - 1
    is_more = claim.relation.endswith(OVER) and 0 <= ratio - 1 <= MORE
    if is_more or off <= _SAME_TIMES:
        return holds(claim, words)
    return (fails if off - slack > _OTHER_TIMES else unknown)(claim, words)


def _two_ways(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Say whether one place is as far from a second as a third from a fourth."""
    found = [drawn(place, ground.boundaries, ground.facts) for place in places]
    if len(found) < 4 or not all(map(is_measurable, found)):  # noqa: PLR2004 - two pairs
        return unknown(claim, "We have no outline of one of the four to measure to.")
    gaps = [measure(found[0], found[1]), measure(found[2], found[3])]
    words = " and ".join(
        f"{place_name(one)} is {rounded(gap.distance_m / 1000)} km from {place_name(other)}"
        for gap, one, other in zip(gaps, found[::2], found[1::2], strict=True)
    )
    near, far = (gap.distance_m for gap in gaps)
    return _as_far(claim, f"{words} in a straight line.", (near, far), sum(g.slack_m for g in gaps))
