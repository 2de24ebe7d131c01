"""Judges the direction in words that a claim gives besides its distance.

Of 1,588 encyclopaedia sentences "A is 80 km south of B" 95.5 % lie within 60 degrees of the
direction given; most of the others turn out to be wrong. Between 60 and 75 degrees the word is
taken for a rough one.
"""

from __future__ import annotations

from dataclasses import replace
from math import asinh, atan2, degrees, radians, tan
from typing import TYPE_CHECKING

import shapely

from geo.checks.wording import place_name
from geo.contracts import ClaimKind, Verdict
from geo.geodesy import bearing_deg
from geo.lexicon.directions import direction_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.checks.ends import Gap
    from geo.contracts import Check, Claim, Place

_TOLERANCE_DEG, _ROUGH_DEG = 60.0, 75.0

# Nearer than this, or inside the built-up land of a city, a direction depends on where one stands.
_LEAST_M = 3_000.0
_LEAST_RADII = 1.5
# From nowhere in a city does another that lies wholly outside of it lie in the opposite direction;
# of two that grow into each other an opposite one is at least not borne out, but of a suburb.
_OPPOSITE_DEG, _APART_RADII, _INSIDE_RADII = 120.0, 1.0, 0.5

_ROUGHLY = "the direction is meant roughly"


def with_direction(claim: Claim, check: Check, ends: tuple[Place, Place], gap: Gap) -> Check:
    """Refuse a distance whose direction is wrong; ``ends`` as in the claim's subject."""
    if claim.bearing_deg is None or gap.distance_m <= max(_LEAST_M, _INSIDE_RADII * gap.edges_m):
        return check
    start, goal = ends if claim.kind is ClaimKind.ROUTE_LENGTH else ends[::-1]
    is_way = claim.kind is ClaimKind.ROUTE_LENGTH
    line = gap.line if is_way else gap.line.reverse()
    off, bearing = _off(claim.bearing_deg, start, goal, line)
    is_within = gap.distance_m <= _APART_RADII * gap.edges_m
    if is_within and off >= _OPPOSITE_DEG and check.verdict is Verdict.SUPPORTED:
        words = f"{check.reason} But the direction is rather {direction_name(bearing)}."
        return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words, only_if="")
    is_near = gap.distance_m <= _LEAST_RADII * gap.edges_m and off < _OPPOSITE_DEG
    if is_within or is_near or off <= _TOLERANCE_DEG or check.verdict is Verdict.NOT_ENOUGH_INFO:
        return check
    words = (
        f"{check.reason} But from {place_name(start)} to {place_name(goal)} the direction is "
        f"{direction_name(bearing)}, not {direction_name(claim.bearing_deg)}."
    )
    if off <= _ROUGH_DEG:
        only_if = check.only_if or (_ROUGHLY if check.verdict is Verdict.SUPPORTED else "")
        return replace(check, reason=words, only_if=only_if)
    return replace(check, verdict=Verdict.REFUTED, reason=words, only_if="")


def off_deg(told_deg: float, start: Place, goal: Place, gap: Gap) -> tuple[float, float]:
    """Say by how much a direction misses, and what it is; ``gap`` is from the goal to the start."""
    return _off(told_deg, start, goal, gap.line.reverse())


def _off(told_deg: float, start: Place, goal: Place, line: BaseGeometry) -> tuple[float, float]:
    points = shapely.get_coordinates(line)
    near = (*points[0], *points[-1])
    bearings = [*_bearings(*near), *_bearings(start.lon, start.lat, goal.lon, goal.lat)]
    return min(_between(told_deg, bearing) for bearing in bearings), bearings[0]


def _bearings(lon: float, lat: float, other_lon: float, other_lat: float) -> Iterator[float]:
    """Give the direction as it is along the geodesic, at either end, and on a map."""
    yield bearing_deg(lon, lat, other_lon, other_lat)
    yield bearing_deg(other_lon, other_lat, lon, lat) + 180.0
    east_deg = (other_lon - lon + 180.0) % 360.0 - 180.0
    if max(abs(lat), abs(other_lat)) < 89.0:  # noqa: PLR2004 - maps end before the poles
        north = asinh(tan(radians(other_lat))) - asinh(tan(radians(lat)))
        yield degrees(atan2(radians(east_deg), north))


def _between(one_deg: float, other_deg: float) -> float:
    return abs((one_deg - other_deg + 180.0) % 360.0 - 180.0)
