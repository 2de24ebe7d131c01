"""Journeys as lines: routes of an analysis in, `MapRoute` values out; each way is drawn once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, RouteKind
from geo.maps import units
from geo.maps.coding import encode
from geo.maps.model import MapRoute, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Analysis, Leg, Route
    from geo.maps.extent import Sheet

_TONES = (Tone.ROUTE_1, Tone.ROUTE_2, Tone.ROUTE_3, Tone.ROUTE_4)
# The straight line beside a real way only repeats it; it is drawn where there is nothing better.
_LAST = (RouteKind.GEODESIC,)
# An interval wider than this share of the length is said with "about".
_EXACT = 0.005


def drawn_routes(analysis: Analysis) -> tuple[Route, ...]:
    """Choose the routes to draw: the best of each leg, none of a journey that was denied."""
    legs = {leg.id: leg for leg in analysis.legs}
    best: dict[str, Route] = {}
    for route in analysis.routes:
        leg = legs.get(route.leg_id)
        if leg is None or leg.status is LegStatus.DENIED:
            continue
        held = best.get(route.leg_id)
        if held is None or (held.kind in _LAST and route.kind not in _LAST):
            best[route.leg_id] = route
    return tuple(best.values())


def lines_of_routes(
    analysis: Analysis, routes: Sequence[Route], sheet: Sheet
) -> tuple[MapRoute, ...]:
    """Draw each way once, in the order of the text."""
    legs = {leg.id: leg for leg in analysis.legs}
    groups: dict[bytes, list[Route]] = {}
    for route in routes:
        groups.setdefault(route.geometry.normalize().wkb, []).append(route)
    return tuple(
        _map_route(number, group, [legs[route.leg_id] for route in group], sheet)
        for number, group in enumerate(groups.values())
    )


def _map_route(number: int, group: Sequence[Route], legs: Sequence[Leg], sheet: Sheet) -> MapRoute:
    route = group[0]
    return MapRoute(
        id=f"route-{number + 1}",
        refs=tuple(leg.id for leg in legs),
        tone=_TONES[number % len(_TONES)],
        kind=route.kind.value,
        inferred=all(one.inferred for one in group),
        lines=tuple(encode(points, sheet.grid) for points in sheet.turn.lines(route.geometry)),
        label=f"{_way(route)}, {_length(route)}",
        discs=(),
        title=_title(legs[0]),
        note=_note(group, legs),
    )


def _way(route: Route) -> str:
    return "straight line" if route.kind is RouteKind.GEODESIC else route.kind.value


def _length(route: Route) -> str:
    figure = units.length(_rounded(route))
    exact = route.high_m - route.low_m <= _EXACT * route.distance_m
    return figure if exact else f"about {figure}"


def _rounded(route: Route) -> float:
    """Round a length to what its uncertainty allows, metres."""
    doubt_m = route.high_m - route.low_m
    step_m = 10_000.0 if doubt_m > 10_000.0 else 1_000.0  # noqa: PLR2004 - 10 km
    return round(route.distance_m / step_m) * step_m or route.distance_m


def _title(leg: Leg) -> str:
    origin = leg.origin.place.name if leg.origin else "an unknown start"
    destination = leg.destination.place.name if leg.destination else "an unknown end"
    who = f"{leg.traveller}: " if leg.traveller else ""
    return f"{who}{origin} to {destination}"


def _note(group: Sequence[Route], legs: Sequence[Leg]) -> str:
    route = group[0]
    low_high = units.length_range(route.low_m, route.high_m)
    told = [f"The way by {_way(route)} is {low_high} long."]
    if route.kind is RouteKind.GEODESIC:
        told = [f"A straight line, {low_high}: the way taken is not known."]
    if route.inferred:
        told.append("The article does not say which way is taken; this one is inferred.")
    if len(legs) > 1:
        told.append(f"The article tells of {len(legs)} journeys along it.")
    told.append(route.note)
    return " ".join(part for part in told if part)
