"""Turns the routes of journeys into the lines of a map; each route is drawn once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.contracts import LegStatus, Mode, RouteKind
from geo.geodesy import distance_m, is_roundabout
from geo.maps.build.course import assumed_ends, course_ends, is_unfinished, route_status
from geo.maps.spec import units
from geo.maps.spec.model import Manner, MapRoute, RouteStatus, Tone
from geo.maps.spec.polyline import encode
from geo.wording import WAYS, left_words, reached_words, status_words, why_assumed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts import Analysis, Leg, Route
    from geo.maps.build.extent import MapExtent

_TONES = (Tone.ROUTE_1, Tone.ROUTE_2, Tone.ROUTE_3, Tone.ROUTE_4)
_RANKS = (RouteStatus.MADE, RouteStatus.PLANNED, RouteStatus.POSSIBLE)
_LABELS = {LegStatus.PLANNED: "planned: ", LegStatus.HYPOTHETICAL: "only possible: "}
_ON_LAND = frozenset({RouteKind.ROAD, RouteKind.RAIL})
_UNKNOWN_WAYS = frozenset({Mode.UNKNOWN, Mode.AIR})
# An interval wider than this share of the length is said with "about".
_EXACT = 0.005
# One that is wider than this is said with both its ends: a single figure would claim too much.
_WIDE = 0.25
_FAR_M = 100_000.0  # the ends of a wide interval are no more exact than ten kilometres


def lines_of_routes(
    analysis: Analysis, routes: Sequence[Route], extent: MapExtent, names: Mapping[str, str]
) -> tuple[MapRoute, ...]:
    """Draw each way once, in the order of the text.

    ``names`` are those that the map shows, by the features' ids.
    """
    legs = {leg.id: leg for leg in analysis.legs}
    groups: dict[bytes, list[Route]] = {}
    for route in routes:
        groups.setdefault(route.geometry.normalize().wkb, []).append(route)
    for group in groups.values():  # a way that is made says more than one that is meant
        group.sort(key=lambda route: _RANKS.index(_status([legs[route.leg_id]])))
    return tuple(
        replace(
            _map_route(number, group, [legs[route.leg_id] for route in group], extent),
            title=_title(legs[group[0].leg_id], names),
        )
        for number, group in enumerate(groups.values())
    )


def _status(legs: Sequence[Leg]) -> RouteStatus:
    """Say how a way is drawn: as the most real of the journeys along it."""
    return min((route_status(leg) or RouteStatus.POSSIBLE for leg in legs), key=_RANKS.index)


def _map_route(
    number: int, group: Sequence[Route], legs: Sequence[Leg], extent: MapExtent
) -> MapRoute:
    route = group[0]
    status = _status(legs)
    flown = route.kind is RouteKind.GEODESIC and legs[0].mode is Mode.AIR
    return MapRoute(
        id=f"route-{number + 1}",
        refs=tuple(leg.id for leg in legs),
        tone=Tone.NONE if status is RouteStatus.POSSIBLE else _TONES[number % len(_TONES)],
        kind=RouteKind.AIR.value if flown else route.kind.value,
        manner=_manner(route, legs),
        status=status,
        inferred=all(one.inferred for one in group),
        assumed=all(map(assumed_ends, legs)),
        lines=tuple(encode(points, extent.grid) for points in extent.turn.lines(route.geometry)),
        label=_label(route, legs[0]),
        discs=(),
        title="",
        note=_note(group, legs),
        departed=left_words(legs[0]),
        arrived=status_words(legs[0]) if is_unfinished(legs[0]) else reached_words(legs[0]),
    )


def _manner(route: Route, legs: Sequence[Leg]) -> Manner:
    straight = route.kind is RouteKind.GEODESIC and legs[0].mode is not Mode.AIR
    return Manner.STAND_IN if straight else Manner.TAKEN


def _label(route: Route, leg: Leg) -> str:
    """Say what the line is and how long; that a way is longer, and which end is assumed."""
    label, assumed = f"{_LABELS.get(leg.status, '')}{_measured(route, leg)}", assumed_ends(leg)
    if not assumed:
        return label
    # A map has room for one short note: with a start in doubt, the way's length is no matter.
    return f"{label.partition('; ')[0]}; {assumed} assumed"


def _measured(route: Route, leg: Leg) -> str:
    if route.kind is RouteKind.GEODESIC and leg.mode not in _UNKNOWN_WAYS:
        line = "straight lines" if leg.via else "straight line"
        return f"{line} {_length(route)}; the way {_by(leg.mode)} is longer"
    doubt = "; a shorter one may be missing" if _is_roundabout(route, leg) else ""
    return f"{_route_name(route)}, {_length(route)}{doubt}"


def _is_roundabout(route: Route, leg: Leg) -> bool:
    """Whether a way over land leads far round, though no place on the way asks for that."""
    if route.kind not in _ON_LAND or leg.via:
        return False
    points = shapely.get_coordinates(route.geometry).tolist()
    return is_roundabout(route.distance_m, distance_m(*points[0], *points[-1]))


def _by(mode: Mode) -> str:
    return WAYS.get(mode.value, f"by {mode.value}")


def _route_name(route: Route) -> str:
    return WAYS[route.kind.value].removeprefix("by ")


def _length(route: Route) -> str:
    if route.high_m - route.low_m > _WIDE * route.distance_m:
        ends = (route.low_m, route.high_m)
        return units.length_range(*(round(m, -4) if m > _FAR_M else m for m in ends))
    figure = units.length(_rounded(route))
    exact = route.high_m - route.low_m <= _EXACT * route.distance_m
    return figure if exact else f"about {figure}"


def _rounded(route: Route) -> float:
    """Round a length to what its uncertainty allows, metres."""
    doubt_m = route.high_m - route.low_m
    step_m = 10_000.0 if doubt_m > 10_000.0 else 1_000.0  # noqa: PLR2004 - 10 km
    return round(route.distance_m / step_m) * step_m or route.distance_m


def _title(leg: Leg, names: Mapping[str, str]) -> str:
    who = f"{leg.traveller}: " if leg.traveller else ""
    start, end = course_ends(leg)
    origin, destination = (
        names.get(found.place.feature_id, found.place.name) if found else unknown
        for found, unknown in ((start, "an unknown start"), (end, "an unknown end"))
    )
    return f"{who}{origin} to {destination}"


def _note(group: Sequence[Route], legs: Sequence[Leg]) -> str:
    route = group[0]
    low_high = units.length_range(route.low_m, route.high_m)
    told = [f"The way by {_route_name(route)} is {low_high} long."]
    if route.kind is RouteKind.GEODESIC:
        told = [f"A straight line, {low_high}: the way taken is not known."]
    if route.inferred:
        told.append("The article does not say which way is taken; this one is inferred.")
    if assumed := assumed_ends(legs[0]):
        told.append(f"Its {assumed}: assumed, for the article does not state it for this journey.")
        told.extend(f"Why: {reason}." for reason in why_assumed(course_ends(legs[0])))
    if len(legs) > 1:
        told.append(f"The article tells of {len(legs)} journeys along it.")
    if is_unfinished(legs[0]):
        told.append(f"It is drawn as far as it went: {status_words(legs[0])}.")
    told.append(route.note)
    return " ".join(part for part in told if part)
