"""Tells which port or airport a way by sea or air begins and ends at, and how far off it is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.adapters.gazetteer.rows import read_table
from geo.contracts import RouteKind, Waypoint
from geo.geodesy import distance_m, distances_m

if TYPE_CHECKING:
    from pathlib import Path

    from geo.contracts import Place, Route

COLUMNS = ("kind", "code", "name", "country_code", "lon", "lat")
_PORT, _AIRPORT = "port", "airport"
_KIND = {RouteKind.SEA: _PORT, RouteKind.AIR: _AIRPORT}
_SOURCE = {_PORT: "UN/LOCODE 2023-1 (UNECE)", _AIRPORT: "airportsdata (MIT)"}
# Farther off nobody would look for one; and an international airport, or the port that has the name
# of the place, is gone to rather than something nearer, unless it is farther off than that.
_REACH_M = 80_000.0
_MAIN, _MAIN_REACH_M = "International", 45_000.0
_ROUGH_DEG = 2.0


class _Gates(NamedTuple):
    """The ports, or the airports: codes, names and an array (n, 2) of lon, lat in degrees."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    points: np.ndarray


def with_gates(route: Route, places: tuple[Place, Place], data: Path) -> Route:
    """Add the port or airport near each of the two ends of a route to what it passes.

    Other routes, and ends that are far from any, stay as they are.
    """
    kind = _KIND.get(route.kind)
    if kind is None:
        return route
    gates = _read(data / "networks" / "gates.tsv.xz", kind)
    along = zip(places, (0.0, route.distance_m), strict=True)
    found = [_near(place, gates, kind, passed_m) for place, passed_m in along]
    start, end = ([gate] if gate is not None else [] for gate in found)
    return replace(route, waypoints=(*start, *route.waypoints, *end))


def _near(place: Place, gates: _Gates, kind: str, passed_m: float) -> Waypoint | None:
    here = np.array([place.lon, place.lat])
    off = np.abs(gates.points - here)
    squeeze = max(float(np.cos(np.radians(place.lat))), 0.1)
    near = np.flatnonzero((off[:, 1] < _ROUGH_DEG) & (off[:, 0] * squeeze < _ROUGH_DEG))
    metres = distances_m(np.broadcast_to(here, (len(near), 2)), gates.points[near])
    called = _MAIN if kind == _AIRPORT else place.name
    is_main = np.array([called in gates.names[number] for number in near], dtype=bool)
    counts = np.where(is_main & (metres < _MAIN_REACH_M), metres - _MAIN_REACH_M, metres)
    if not len(near) or metres[counts.argmin()] > _REACH_M:
        return None
    gate = int(near[counts.argmin()])
    lon, lat = gates.points[gate].tolist()
    off_km = distance_m(place.lon, place.lat, lon, lat) / 1000.0
    return Waypoint(
        name=f"{gates.names[gate]} ({gates.codes[gate]})",
        lon=lon,
        lat=lat,
        kind=kind,
        distance_m=passed_m,
        note=f"{off_km:,.0f} km from {place.name}",
        source=_SOURCE[kind],
    )


@cache
def _read(path: Path, kind: str) -> _Gates:
    rows = [row for row in read_table(path) if row["kind"] == kind]
    return _Gates(
        codes=tuple(row["code"] for row in rows),
        names=tuple(row["name"] for row in rows),
        points=np.array([(float(row["lon"]), float(row["lat"])) for row in rows]).reshape(-1, 2),
    )
