"""Checks whether a place lies where its latitude and longitude say, or so far from a point."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.ends import is_measurable, measure
from geo.checks.separation import check_separation
from geo.checks.types.ground import fails, holds, unknown
from geo.contracts import Place, Verdict

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim

# A degree told in whole numbers is half of it off, 55 km; waters reach 200 nautical miles out.
_NEAR_M, _FAR_M = 60_000.0, 160_000.0
_WATERS_M, _NO_WATERS_M = 370_000.0, 500_000.0
_NEAR_DEG, _FAR_DEG = 0.6, 2.0
_LAST_LAT, _LAST_LON = 90.0, 180.0
# What stands between a point and how exactly it is told; and a degree of latitude.
_TO_WITHIN, _M_PER_DEG = " to ", 111_000.0


# From a point that is told so roughly, beside the distance, neither it nor a direction is refused.
_ROUGH_SHARE = 0.2


def check(claim: Claim, ground: Ground) -> Check:
    """Measure from the point to the place."""
    if _TO_WITHIN in claim.relation:
        return _so_far(claim, ground)
    *lons, lat = map(float, claim.relation.split())
    if not lons:
        return _latitude(claim, lat, ground)
    lon = lons[0]
    if abs(lat) > _LAST_LAT or abs(lon) > _LAST_LON:
        return fails(claim, "There are no such degrees of latitude and longitude.")
    places = ground.places(claim)
    if not places or not is_measurable(places[0]):
        return unknown(claim)
    one = places[0]
    is_area = one.extent is not None
    metres = measure(replace(_POINT, lon=lon, lat=lat), one).distance_m
    words = f"This point lies {wording.both(metres, 'km')} from {wording.place_name(one)}."
    near, far = (_WATERS_M, _NO_WATERS_M) if is_area else (_NEAR_M, _FAR_M)
    if metres <= near:
        # In the waters of one country one may be in those of another as well.
        return unknown(claim, words) if is_area and metres else holds(claim, words)
    return fails(claim, words) if metres >= far else unknown(claim, words)


def _so_far(claim: Claim, ground: Ground) -> Check:
    """Judge how far, and where from a place, a point lies that is told in degrees."""
    told, _, step_deg = claim.relation.partition(_TO_WITHIN)
    lon, lat = map(float, told.split())
    places = ground.places(claim)
    if abs(lat) > _LAST_LAT or abs(lon) > _LAST_LON:
        return fails(claim, "There are no such degrees of latitude and longitude.")
    if not places or not is_measurable(places[0]):
        return unknown(claim)
    point = replace(_POINT, lon=lon, lat=lat)
    check = check_separation(claim, point, places[0], (), ground.boundaries)
    off_m = abs(claim.figure.value_si - measure(point, places[0]).distance_m)
    is_rough = off_m <= float(step_deg) * _M_PER_DEG and claim.bearing_deg is None
    is_rough = is_rough or float(step_deg) * _M_PER_DEG > _ROUGH_SHARE * claim.figure.value_si
    if check.verdict is Verdict.REFUTED and is_rough:
        return unknown(claim, f"{check.reason} But the point is told in whole degrees or so.")
    return check


def _latitude(claim: Claim, lat: float, ground: Ground) -> Check:
    """Hold a latitude alone against that of a town or another place that is a point."""
    places = ground.places(claim)
    if not places or places[0].is_area:
        return unknown(claim)
    one = places[0]
    side = "north" if one.lat >= 0 else "south"
    words = f"{wording.place_name(one)} lies at {abs(one.lat):.1f} degrees {side}."
    off = abs(one.lat - lat)
    if off <= _NEAR_DEG:
        return holds(claim, words)
    return fails(claim, words) if off >= _FAR_DEG else unknown(claim, words)


_POINT = Place(
    gazetteer="article",
    feature_id="point",
    name="this point",
    lon=0.0,
    lat=0.0,
    feature_class="S",
    feature_code="PT",
)
