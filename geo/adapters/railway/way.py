"""Joins the stretches of a way by rail to a `Route` with its waypoints and interval."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import Route, RouteKind, Waypoint
from geo.geodesy import polyline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.adapters.railway.store import Railways, Station, Stretch
    from geo.contracts import Leg, Place

ATTRIBUTION = "Railway: © OpenStreetMap contributors (ODbL), GeoNames (CC BY 4.0), Natural Earth"

# The break of gauge at a frontier is in the station before or behind it.
_AT_BORDER_M = 25_000.0
# A station farther from the place than this is worth a word.
_WORTH_SAYING_M = 2_000.0
_MOST_LINES = 6


def as_route(
    leg: Leg,
    way: Sequence[Stretch],
    railways: Railways,
    *,
    access: Sequence[tuple[Place, float]],
    missed: Sequence[str],
) -> Route:
    """Add up a way and name what it passes."""
    distance_m = sum(stretch.distance_m for stretch in way)
    unsure_m = sum(stretch.distance_m * stretch.uncertainty for stretch in way)
    points = [
        (railways.stations[way[0].start].lon, railways.stations[way[0].start].lat),
        *(point for stretch in way for point in stretch.points),
        (railways.stations[way[-1].end].lon, railways.stations[way[-1].end].lat),
    ]
    return Route(
        leg_id=leg.id,
        geometry=polyline(points),
        distance_m=distance_m,
        low_m=distance_m - unsure_m,
        high_m=distance_m + unsure_m,
        kind=RouteKind.RAIL,
        waypoints=_waypoints(way, railways.stations),
        inferred=len(leg.via) == len(missed),
        source=_source(way),
        attribution=ATTRIBUTION,
        note=_note(access, missed),
    )


def _waypoints(way: Sequence[Stretch], stations: dict[str, Station]) -> tuple[Waypoint, ...]:
    """List the ends, junctions, larger stations, borders and breaks of gauge, in order."""
    found = [_waypoint(stations[way[0].start], way[0].points[0], 0.0)]
    breaks: list[tuple[int, str]] = []
    passed_m = 0.0
    for number, stretch in enumerate(way):
        passed_m += stretch.distance_m
        station = stations[stretch.end]
        is_end = number == len(way) - 1
        if not is_end and (gauges := _gauges(stretch, way[number + 1])):
            breaks.append((len(found), gauges))
        elif station.kind == "stop" and not is_end:
            continue
        found.append(_waypoint(station, stretch.points[-1], passed_m))
    for index, gauges in breaks:
        at = _border_beside(found, index)
        kind = "gauge" if at == index else found[at].kind
        found[at] = replace(found[at], kind=kind, note=gauges)
    return tuple(found)


def _waypoint(station: Station, drawn: tuple[float, float], distance_m: float) -> Waypoint:
    """Stand a station where the line is drawn."""
    lon, lat = drawn
    return Waypoint(
        name=station.name,
        lon=lon,
        lat=lat,
        kind="station" if station.kind == "stop" else station.kind,
        distance_m=distance_m,
        source=station.source,
    )


def _gauges(stretch: Stretch, following: Stretch) -> str:
    before, behind = stretch.line.gauge_mm, following.line.gauge_mm
    return "" if before == behind else f"gauge {before:,} → {behind:,} mm"


def _border_beside(waypoints: Sequence[Waypoint], index: int) -> int:
    """Find the border next to a break of gauge; the break itself where there is none near."""
    near = [
        (abs(waypoint.distance_m - waypoints[index].distance_m), number)
        for number, waypoint in enumerate(waypoints)
        if waypoint.kind == "border"
    ]
    nearest = min(near, default=(_AT_BORDER_M, index))
    return nearest[1] if nearest[0] < _AT_BORDER_M else index


def _source(way: Sequence[Stretch]) -> str:
    lines = list(dict.fromkeys(stretch.line for stretch in way))
    named = [f"{line.name}: {line.source}" for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        named.append(f"and {len(lines) - _MOST_LINES} more lines")
    return "; ".join(named)


def _note(access: Sequence[tuple[Place, float]], missed: Sequence[str]) -> str:
    """Say what the length leaves out."""
    said = [
        f"{place.name} is {distance_m / 1000:.0f} km from the station"
        for place, distance_m in access
        if distance_m > _WORTH_SAYING_M
    ]
    said.extend(f"{name} is not on the lines known here and was passed over" for name in missed)
    return "; ".join(said)
