"""Checks in which direction one place lies from another, where no distance is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.direction import off_deg
from geo.checks.ends import is_measurable, measure
from geo.checks.outlines import drawn
from geo.checks.types.globe import check_globe
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name
from geo.geodesy import bearing_deg
from geo.lexicon.directions import bearing_of, direction_name

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# "North of" is said of half a circle; firm are its middle and what lies clearly behind.
_HOLDS_DEG, _FAILS_DEG = 50.0, 100.0
_LEAST_M = 3_000.0
# Countries beside each other have no straight line between them; who is north of whom is told by
# their middles.
_LAND = "PCL"


def check(claim: Claim, ground: Ground) -> Check:
    """Compare the direction with that from the one place to the other."""
    places = ground.places(claim)
    if places and (on_globe := check_globe(claim, places, ground)):
        return on_globe
    told = bearing_of(claim.relation)
    if not places or len(places) < 2 or told is None:  # noqa: PLR2004 - two places
        return unknown(claim)
    one, other = (drawn(place, ground.boundaries, ground.facts) for place in places)
    if not is_measurable(one) or not is_measurable(other) or one.feature_id == other.feature_id:
        return unknown(claim, "We have no outline of one of the two to tell a direction from.")
    if one.feature_code.startswith(_LAND) and other.feature_code.startswith(_LAND):
        off, bearing = _from_middle(told, other, one)
        return _judged(claim, (one, other), off, bearing)
    gap = measure(one, other)
    if gap.distance_m <= max(_LEAST_M, gap.edges_m):
        return unknown(claim, "The two lie too close together to tell a direction.")
    off, bearing = off_deg(told, other, one, gap)
    return _judged(claim, (one, other), off, bearing)


def _from_middle(told_deg: float, start: Place, goal: Place) -> tuple[float, float]:
    """Say by how much a direction from the middle of one country to that of another misses."""
    bearing = bearing_deg(start.lon, start.lat, goal.lon, goal.lat)
    return abs((told_deg - bearing + 180.0) % 360.0 - 180.0), bearing


def _judged(claim: Claim, ends: tuple[Place, Place], off: float, bearing: float) -> Check:
    one, other = ends
    words = f"{place_name(one)} lies {direction_name(bearing)} of {place_name(other)}."
    if off <= _HOLDS_DEG:
        return holds(claim, words)
    return fails(claim, words) if off >= _FAILS_DEG else unknown(claim, words)
