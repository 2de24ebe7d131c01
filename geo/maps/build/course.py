"""Chooses the line that is drawn of each journey: as far as it was made, or is meant to be.

What happened, is under way or is reported is drawn whole; who turned back is drawn to where that
was, and who was diverted to where that led. A journey that was denied or did not take place, and a
service that is nobody's journey, has no line.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely
from shapely.ops import substring

from geo.contracts import LegStatus, Route, RouteKind
from geo.geodesy import distance_m, length_m, polyline
from geo.maps.spec.model import RouteStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Analysis, End, Leg, Place

_STATUSES = {
    LegStatus.HAPPENED: RouteStatus.MADE,
    LegStatus.UNDER_WAY: RouteStatus.MADE,
    LegStatus.REPORTED: RouteStatus.MADE,
    LegStatus.TURNED_BACK: RouteStatus.MADE,
    LegStatus.DIVERTED: RouteStatus.MADE,
    LegStatus.PLANNED: RouteStatus.PLANNED,
    LegStatus.HYPOTHETICAL: RouteStatus.POSSIBLE,
}
_UNFINISHED = frozenset({LegStatus.TURNED_BACK, LegStatus.DIVERTED})
# A place is on a way that passes it within so much, as a share of the way or in degrees.
_NEAR_SHARE, _NEAR_DEG = 0.02, 0.25
# Ends that are closer than this are one place: there is no way to draw.
_SAME_PLACE_M = 100.0


def route_status(leg: Leg) -> RouteStatus | None:
    """Say how a journey is drawn; None for one that was not made."""
    return _STATUSES.get(leg.status)


def is_supposed(leg: Leg) -> bool:
    """Whether the article does not say that the journey is made, or is to be."""
    return route_status(leg) in {None, RouteStatus.POSSIBLE}


def is_unfinished(leg: Leg) -> bool:
    """Whether it began and did not get to where it was bound for, or was broken off on the way."""
    return leg.status in _UNFINISHED or leg.ended is not None


def course_ends(leg: Leg) -> tuple[End | None, End | None]:
    """Give where a journey began and where it got to, as far as it is told."""
    return leg.origin, leg.ended if is_unfinished(leg) else leg.destination


def assumed_ends(leg: Leg) -> str:
    """Say which ends the article does not state: "start", "start and end"; "" for none."""
    told = zip(("start", "end"), course_ends(leg), strict=True)
    names = [name for name, end in told if end is not None and end.inferred]
    return " and ".join(names)


def drawn_routes(analysis: Analysis) -> tuple[Route, ...]:
    """Choose the lines to draw: the best of each leg, as far as it went."""
    ways: dict[str, list[Route]] = {}
    for route in analysis.routes:
        ways.setdefault(route.leg_id, []).append(route)
    elsewhere = {route.leg_id: route for route in analysis.courses}
    courses = (_course(leg, ways.get(leg.id, []), elsewhere.get(leg.id)) for leg in analysis.legs)
    return tuple(route for route in courses if route is not None)


def _course(leg: Leg, ways: Sequence[Route], elsewhere: Route | None) -> Route | None:
    if route_status(leg) is None:
        return None
    # The straight line beside a real way only repeats it.
    best = min(ways, key=lambda way: way.kind is RouteKind.GEODESIC, default=None)
    if not is_unfinished(leg) or _is_same(leg.ended, leg.destination):
        return best
    if leg.origin is None or leg.ended is None or leg.origin.place.is_area:
        return None
    if leg.ended.place.is_area:
        return None
    known = best is not None and best.kind is not RouteKind.GEODESIC
    cut = _cut(best, leg.ended.place) if best is not None and known else None
    return cut or elsewhere or _straight(leg.id, leg.origin.place, leg.ended.place)


def _is_same(one: End | None, other: End | None) -> bool:
    return bool(one and other and one.place.feature_id == other.place.feature_id)


def _cut(way: Route, place: Place) -> Route | None:
    """Cut a way where it passes a place; None where it does not."""
    line = way.geometry
    if not isinstance(line, shapely.LineString):
        return None
    # Degrees of longitude are shortened to the length that they have there.
    narrow = math.cos(math.radians(place.lat))
    level = shapely.transform(line, lambda points: points * (narrow, 1.0))
    spot = shapely.Point(place.lon * narrow, place.lat)
    along = level.project(spot)
    if level.distance(spot) > max(_NEAR_DEG, _NEAR_SHARE * level.length) or not along:
        return None
    kept = shapely.transform(substring(level, 0.0, along), lambda points: points / (narrow, 1.0))
    share = length_m(kept) / length_m(line)
    far_m = way.distance_m * share
    return replace(
        way,
        geometry=kept,
        distance_m=far_m,
        low_m=way.low_m * share,
        high_m=way.high_m * share,
        waypoints=tuple(point for point in way.waypoints if point.distance_m <= far_m),
    )


def is_one_spot(start: Place, end: Place) -> bool:
    """Whether two places are so close to each other that no way between them can be drawn."""
    return distance_m(start.lon, start.lat, end.lon, end.lat) < _SAME_PLACE_M


def _straight(leg_id: str, start: Place, end: Place) -> Route | None:
    if is_one_spot(start, end):
        return None
    far_m = distance_m(start.lon, start.lat, end.lon, end.lat)
    return Route(
        leg_id=leg_id,
        geometry=polyline([(start.lon, start.lat), (end.lon, end.lat)]),
        distance_m=far_m,
        low_m=far_m,
        high_m=far_m,
        kind=RouteKind.GEODESIC,
        source="computed on the WGS 84 ellipsoid (PROJ)",
        attribution="; ".join(dict.fromkeys(filter(None, (start.source, end.source)))),
    )
