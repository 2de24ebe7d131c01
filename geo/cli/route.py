"""Prints the way between two places by one mode: what it passes, how long it is, who says so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from geo.cli.ends import country_code_of, namesakes, passed, place_of, where
from geo.cli.progress import compiling
from geo.cli.route_towns import towns_on
from geo.cli.terminal import printable, say, use_utf8
from geo.contracts import (
    Analysis,
    End,
    Geocode,
    Itinerary,
    Leg,
    LegStatus,
    Mode,
    Place,
    RouteKind,
    Sense,
    Source,
    Toponym,
    ToponymKind,
)
from geo.errors import ArticleError, RouteError
from geo.export.files import write_text
from geo.geodesy import distance_m
from geo.settings import Settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from geo.contracts import Route
    from geo.ports import Gazetteer, Router

_M_PER_KM = 1000.0
_M_PER_MILE = 1609.344
_ON_LAND = frozenset({RouteKind.RAIL, RouteKind.ROAD})
_MOST_NAMED = 4


@runtime_checkable
class _OtherWays(Protocol):
    """Ways that are not the shortest."""

    def others(self, leg: Leg) -> Sequence[Route]:
        """Find ways of a leg that differ from the shortest for most of their length."""
        ...


def run(arguments: Namespace) -> int:
    """Find the way, print it, write the files that were asked for."""
    from geo.adapters.gates import with_gates  # noqa: PLC0415 - --help must not wait for it
    from geo.wiring import services  # noqa: PLC0415 - as above

    use_utf8()
    with compiling() as progress:
        gazetteer = services(progress=progress).gazetteer
    names = [arguments.origin, *arguments.via, arguments.destination]
    places = _places(arguments, gazetteer)
    leg = _leg(places, Mode(arguments.by))
    router = _router(arguments, leg.mode)
    route = router.route(leg, avoid=_avoided(arguments.avoid, gazetteer))
    if route is None:
        raise RouteError(f"No way by {arguments.by} is known between these places.")
    route = with_gates(route, (places[0], places[-1]), Settings().data)
    _print(route, places, names, gazetteer)
    if isinstance(router, _OtherWays) and not arguments.avoid:
        _print_others(router.others(leg), route, gazetteer)
    _write(arguments, leg, route)
    return 0


def _places(arguments: Namespace, gazetteer: Gazetteer) -> list[Place]:
    """Find the two ends and what lies between; on our own networks these may be areas."""
    areas = arguments.by in _ON_LAND and not arguments.server
    origin, destination = (
        place_of(name, gazetteer, regions=areas)
        for name in (arguments.origin, arguments.destination)
    )
    if origin.is_area and destination.is_area:
        raise ArticleError("Give a town, or lon,lat in degrees, for one of the two ends.")
    between = [passed(name, gazetteer, areas=areas) for name in arguments.via]
    return [origin, *between, destination]


def _router(arguments: Namespace, mode: Mode) -> Router:
    """Take what was named: a server, a user's own lines, or else the networks that are there."""
    from geo.adapters.airway import AirRouter  # noqa: PLC0415 - as above
    from geo.wiring import online_router, own_router, routers  # noqa: PLC0415 - as above

    if arguments.server and arguments.network:
        raise ArticleError("Give --server or --network, not both.")
    if arguments.server:
        return online_router(arguments.server, mode)
    if arguments.network:
        return own_router(arguments.network, mode)
    return {**routers(), Mode.AIR: AirRouter()}[mode]


def _avoided(names: list[str], gazetteer: Gazetteer) -> frozenset[str]:
    """Take countries by name or code, borders by two of them, and passages by name."""
    found = set()
    for name in names:
        sides = [country_code_of(side, gazetteer) for side in name.split("/")]
        if len(sides) > 1 and not all(sides):
            raise ArticleError(
                f"{printable(name)!r} is no border; give two countries, as in FI/RU."
            )
        found.add("|".join(sides) if all(sides) else name.lower())
    return frozenset(found)


def _leg(places: list[Place], mode: Mode) -> Leg:
    ends = [End(toponym_id=f"t{number}", place=place) for number, place in enumerate(places)]
    return Leg(
        id="leg-1",
        traveller="",
        origin=ends[0],
        via=tuple(ends[1:-1]),
        destination=ends[-1],
        mode=mode,
        status=LegStatus.HAPPENED,
    )


def _print(route: Route, places: list[Place], names: list[str], gazetteer: Gazetteer) -> None:
    for place, name in zip(places, names, strict=True):
        if place.gazetteer != "given":
            others = namesakes(place, name, gazetteer)
            but = f" (not {others}; write that if you mean it)" if others else ""
            sys.stdout.write(f"{printable(name)}: taken for {where(place, gazetteer)}{but}\n")
    straight_m = distance_m(places[0].lon, places[0].lat, places[-1].lon, places[-1].lat)
    ends = f"{printable(places[0].name)} to {printable(places[-1].name)}"
    sys.stdout.write(f"{ends} by {route.kind.value}: {_length(route.distance_m)}\n")
    sys.stdout.write(f"between {_length(route.low_m)} and {_length(route.high_m)}\n")
    sys.stdout.write(f"straight line {_length(straight_m)}\n")
    towns = towns_on(route, gazetteer) if route.kind in _ON_LAND else []
    for waypoint in sorted((*route.waypoints, *towns), key=lambda passed: passed.distance_m):
        note = f"  {printable(waypoint.note)}" if waypoint.note else ""
        sys.stdout.write(
            f"{waypoint.distance_m / _M_PER_KM:8,.0f} km  {waypoint.kind:9} "
            f"{printable(waypoint.name)}{note}\n"
        )
    for words in (route.note, route.source, route.attribution):
        if words:
            sys.stdout.write(f"{printable(words)}\n")


def _print_others(others: Sequence[Route], route: Route, gazetteer: Gazetteer) -> None:
    """Name the other ways by the towns that the one shown does not pass."""
    known = {town.name for town in towns_on(route, gazetteer)}
    for other in others:
        towns = [town.name for town in towns_on(other, gazetteer) if town.name not in known]
        by_way = f" by way of {printable(', '.join(towns[:_MOST_NAMED]))}" if towns else ""
        sys.stdout.write(f"another way: {_length(other.distance_m)}{by_way}\n")


def _length(metres: float) -> str:
    return f"{metres / _M_PER_KM:,.0f} km ({metres / _M_PER_MILE:,.0f} mi)"


def _write(arguments: Namespace, leg: Leg, route: Route) -> None:
    """Write the files that were asked for."""
    if arguments.geojson or arguments.map:
        analysis = _as_analysis(leg, route)
        if arguments.geojson:
            from geo.export.geojson import to_geojson  # noqa: PLC0415 - an option

            _tell(write_text(arguments.geojson, to_geojson(analysis)))
        if arguments.map:
            _tell(write_text(arguments.map, _page(analysis)))
    if arguments.gpx:
        from geo.export.gpx import to_gpx  # noqa: PLC0415 - an option

        _tell(write_text(arguments.gpx, to_gpx(route, _title(leg))))


def _tell(path: object) -> None:
    say(f"Wrote {printable(str(path))}")


def _title(leg: Leg) -> str:
    ends = [end.place.name for end in (leg.origin, leg.destination) if end]
    return f"{' to '.join(ends)} by {leg.mode.value}"


def _as_analysis(leg: Leg, route: Route) -> Analysis:
    """Put one leg into an analysis of one sentence, as if an article had said it."""
    from geo.read import read_text  # noqa: PLC0415 - an option

    ends = [end for end in (leg.origin, *leg.via, leg.destination) if end]
    text = f"{', '.join(end.place.name for end in ends)}."
    article, _ = read_text(Source(text=text, title=_title(leg)), Settings())
    toponyms, at = [], 0
    for end in ends:
        start = text.index(end.place.name, at)
        at = start + len(end.place.name)
        toponyms.append(
            Toponym(
                id=end.toponym_id,
                span=article.span(start, at),
                kind=ToponymKind.NAME,
                sense=Sense.LITERAL,
                name=end.place.name,
            )
        )
    return Analysis(
        article=article,
        toponyms=tuple(toponyms),
        geocodes=tuple(
            Geocode(toponym_id=end.toponym_id, place=end.place, probability=1.0) for end in ends
        ),
        itineraries=(Itinerary(id="journey-1", legs=(leg,)),),
        routes=(route,),
    )


def _page(analysis: Analysis) -> str:
    from geo.maps.build.article_map import make_spec  # noqa: PLC0415 - an option
    from geo.maps.page.html import render_page  # noqa: PLC0415 - as above
    from geo.wiring import basemap, services  # noqa: PLC0415 - as above

    spec = make_spec(analysis, basemap(), services().gazetteer)
    return render_page(spec, analysis.to_json(), boundaries=basemap())
