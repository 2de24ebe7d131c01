"""Gives each leg its geodesic and, where one is known, its way."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode, Problem, Route, RouteKind
from geo.errors import RouteError
from geo.geodesy import distance_m, polyline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.contracts import Geocode, Itinerary, Leg, Place
    from geo.ports import Router

# Ends that are closer than this are one place: there is no way to draw.
_SAME_PLACE_M = 100.0
# A way round that is so many times as long as the straight line was hardly meant.
_MOST_DETOUR = 3.0

# A journey that is not said to take place is shown, but no way is worked out for it.
_NOT_TRAVELLED = frozenset({LegStatus.DENIED, LegStatus.HYPOTHETICAL, LegStatus.CANCELLED})


def draw_routes(
    itineraries: Iterable[Itinerary],
    routers: Mapping[Mode, Router],
    geocodes: Iterable[Geocode] = (),
) -> tuple[tuple[Route, ...], tuple[Problem, ...]]:
    """Draw every leg that has two ends, of which at least one is a point and none is unlikely.

    How likely the ends are the ``geocodes`` tell. A leg gets the geodesic between its ends if both
    are points and, where its mode has a router that finds one, the way along the network as a
    second route; ``Route.kind`` tells them apart.
    """
    routes: list[Route] = []
    problems: list[Problem] = []
    unlikely = {one.toponym_id: one for one in geocodes if one.is_unlikely}
    for itinerary in itineraries:
        for leg in itinerary.legs:
            doubtful = [unlikely[key] for end in leg.ends if (key := end.toponym_id) in unlikely]
            if doubtful:
                problems.append(_unsure(leg, doubtful[0]))
                continue
            straight = _straight(leg)
            routes += [straight] if straight is not None else []
            router = routers.get(leg.mode)
            if router is None or leg.mode is Mode.UNKNOWN or leg.status in _NOT_TRAVELLED:
                continue
            if straight is None and not _ends_in_area(leg):
                continue
            way = _way(router, leg)
            if isinstance(way, Route):
                routes.append(way)
            elif straight is not None:
                problems.append(way)
    return tuple(routes), tuple(problems)


def draw_courses(
    itineraries: Iterable[Itinerary],
    routers: Mapping[Mode, Router],
    geocodes: Iterable[Geocode] = (),
) -> tuple[Route, ...]:
    """Draw the ways of journeys that ended elsewhere than they were bound for, to where they did.

    There is one for each of them whose mode has a router that finds one between two points.
    """
    unlikely = {one.toponym_id for one in geocodes if one.is_unlikely}
    found: list[Route] = []
    for leg in (leg for itinerary in itineraries for leg in itinerary.legs):
        router = routers.get(leg.mode)
        if router is None or leg.origin is None or leg.ended is None:
            continue
        ends = (leg.origin, leg.ended)
        if any(end.place.is_area or end.toponym_id in unlikely for end in ends):
            continue
        way = _way(router, replace(leg, destination=leg.ended, ended=None, via=()))
        if isinstance(way, Route):
            found.append(way)
    return tuple(found)


def _ends_in_area(leg: Leg) -> bool:
    """Whether one end of a leg is a country or region, and the other a point."""
    if leg.origin is None or leg.destination is None:
        return False
    return leg.origin.place.is_area != leg.destination.place.is_area


def _way(router: Router, leg: Leg) -> Route | Problem:
    """Ask for the way of a leg; where there is none the problem says why."""
    try:
        way = router.route(leg)
    except RouteError as error:
        return _no_way(leg, str(error))
    if way is None:
        ends = [end.place.name for end in (leg.origin, leg.destination) if end is not None]
        return _no_way(
            leg,
            f"No {leg.mode.value} line from {' to '.join(ends)} is known to this program; "
            "only the straight line is shown.",
        )
    return way


def _straight(leg: Leg) -> Route | None:
    """Draw the geodesic of a leg, by way of the points that the article names between its ends.

    None where an end is unknown or no point.
    """
    if leg.origin is None or leg.destination is None:
        return None
    origin, destination = leg.origin.place, leg.destination.place
    if origin.is_area or destination.is_area:
        return None
    direct_m = distance_m(origin.lon, origin.lat, destination.lon, destination.lat)
    if direct_m < _SAME_PLACE_M:
        return None
    via = [end.place for end in leg.via if not end.place.is_area]
    length_m = _length_m(origin, *via, destination)
    if length_m > _MOST_DETOUR * direct_m:
        via, length_m = [], direct_m
    places = (origin, *via, destination)
    by_way = f", by way of {' and '.join(place.name for place in via)}" if via else ""
    return Route(
        leg_id=leg.id,
        geometry=polyline([(place.lon, place.lat) for place in places]),
        distance_m=length_m,
        low_m=length_m,
        high_m=length_m,
        kind=RouteKind.GEODESIC,
        source="computed on the WGS 84 ellipsoid (PROJ)",
        attribution=_attribution(*places),
        note=(
            f"straight line{'s' if via else ''} between the points given for {origin.name} and "
            f"{destination.name}{by_way}"
        ),
    )


def _length_m(*places: Place) -> float:
    return sum(distance_m(one.lon, one.lat, two.lon, two.lat) for one, two in pairwise(places))


def _attribution(*places: Place) -> str:
    return "; ".join(dict.fromkeys(place.source for place in places if place.source))


def _unsure(leg: Leg, end: Geocode) -> Problem:
    name = end.place.name if end.place else ""
    return _problem(
        leg,
        "end-unsure",
        f"No line is drawn for a journey with {name} as its start, end or stop: another place of "
        "that name is as likely to be meant. Choose the place, and it will be drawn.",
    )


def _no_way(leg: Leg, message: str) -> Problem:
    return _problem(leg, "no-way", message)


def _problem(leg: Leg, code: str, message: str) -> Problem:
    return Problem(
        stage="routes",
        code=code,
        message=message,
        span=next((evidence.span for evidence in leg.evidence if evidence.span), None),
    )
