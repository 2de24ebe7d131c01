"""Turns the routes of journeys into the lines of a map; each route is drawn once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode, RouteKind
from geo.maps.spec import units
from geo.maps.spec.model import Manner, MapRoute, Tone
from geo.maps.spec.polyline import encode
from geo.wording import WAYS, left_words, reached_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts import Analysis, Leg, Route
    from geo.maps.build.extent import MapExtent

_TONES = (Tone.ROUTE_1, Tone.ROUTE_2, Tone.ROUTE_3, Tone.ROUTE_4)
# The straight line beside a real way only repeats it; it is drawn where there is nothing better.
_LAST = (RouteKind.GEODESIC,)
_NOT_DRAWN = frozenset({LegStatus.DENIED, LegStatus.CANCELLED, LegStatus.GENERAL})
# Who turned back or was diverted did not go the whole way: it is drawn like one that is supposed.
_UNFINISHED = frozenset({LegStatus.TURNED_BACK, LegStatus.DIVERTED})
_SUPPOSED = _NOT_DRAWN | _UNFINISHED | {LegStatus.HYPOTHETICAL}
_UNKNOWN_WAYS = frozenset({Mode.UNKNOWN, Mode.AIR})
# An interval wider than this share of the length is said with "about".
_EXACT = 0.005


def drawn_routes(analysis: Analysis) -> tuple[Route, ...]:
    """Choose the routes to draw: the best of each leg, none of a journey that was not made."""
    legs = {leg.id: leg for leg in analysis.legs}
    best: dict[str, Route] = {}
    for route in analysis.routes:
        leg = legs.get(route.leg_id)
        if leg is None or leg.status in _NOT_DRAWN:
            continue
        held = best.get(route.leg_id)
        if held is None or (held.kind in _LAST and route.kind not in _LAST):
            best[route.leg_id] = route
    return tuple(best.values())


def is_supposed(leg: Leg) -> bool:
    """Whether the article does not say that the journey is made, to its end."""
    return leg.status in _SUPPOSED


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
    return tuple(
        replace(
            _map_route(number, group, [legs[route.leg_id] for route in group], extent),
            title=_title(legs[group[0].leg_id], names),
        )
        for number, group in enumerate(groups.values())
    )


def _map_route(
    number: int, group: Sequence[Route], legs: Sequence[Leg], extent: MapExtent
) -> MapRoute:
    route = group[0]
    manner = _manner(route, legs)
    flown = route.kind is RouteKind.GEODESIC and legs[0].mode is Mode.AIR
    return MapRoute(
        id=f"route-{number + 1}",
        refs=tuple(leg.id for leg in legs),
        tone=Tone.NONE if manner is Manner.UNREAL else _TONES[number % len(_TONES)],
        kind=RouteKind.AIR.value if flown else route.kind.value,
        manner=manner,
        inferred=all(one.inferred for one in group),
        lines=tuple(encode(points, extent.grid) for points in extent.turn.lines(route.geometry)),
        label=_label(route, legs[0]),
        discs=(),
        title="",
        note=_note(group, legs),
        departed=left_words(legs[0]),
        arrived=reached_words(legs[0]),
    )


def _manner(route: Route, legs: Sequence[Leg]) -> Manner:
    if all(is_supposed(leg) for leg in legs):
        return Manner.UNREAL
    straight = route.kind is RouteKind.GEODESIC and legs[0].mode is not Mode.AIR
    return Manner.STAND_IN if straight else Manner.TAKEN


def _label(route: Route, leg: Leg) -> str:
    """Say what the line is and how long; of a stand-in also that the way itself is longer."""
    if route.kind is RouteKind.GEODESIC and leg.mode not in _UNKNOWN_WAYS:
        line = "straight lines" if leg.via else "straight line"
        return f"{line} {_length(route)}; the way {_by(leg.mode)} is longer"
    return f"{_route_name(route)}, {_length(route)}"


def _by(mode: Mode) -> str:
    return WAYS.get(mode.value, f"by {mode.value}")


def _route_name(route: Route) -> str:
    return WAYS[route.kind.value].removeprefix("by ")


def _length(route: Route) -> str:
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
    origin, destination = (
        names.get(end.place.feature_id, end.place.name) if end else unknown
        for end, unknown in (
            (leg.origin, "an unknown start"),
            (leg.destination, "an unknown end"),
        )
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
    if len(legs) > 1:
        told.append(f"The article tells of {len(legs)} journeys along it.")
    if legs[0].status in _UNFINISHED:
        told.append(f"The journey was not made to its end: {legs[0].status.value}.")
    told.append(route.note)
    return " ".join(part for part in told if part)
