"""Finds the way of a leg by train along the curated railway lines, with its length.

Implements `geo.ports.Router`.
"""

from __future__ import annotations

import heapq
import unicodedata
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.adapters.railway.store import read_railways
from geo.adapters.railway.way import as_route
from geo.geodesy import distance_m, nearest_point, wgs84

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from geo.adapters.railway.store import Railways, Station, Stretch
    from geo.contracts import Leg, Place, Route
    from geo.settings import Settings

    Point = tuple[float, float]
    Draw = Callable[[Point, Point], Sequence[Point]]

# A place is served by a station within this distance: the far side of a large city.
_ACCESS_M = 15_000.0
# A longer straight line stands for a track whose course is not known here.
_STRAIGHT_M = 60_000.0
# Stations tried for a via place that no station is named after.
_NEAREST = 3


class Access(NamedTuple):
    """A station that serves a place, and how far off it is, metres."""

    station: Station
    distance_m: float


def open_railways(settings: Settings) -> RailRouter:
    """Open the curated lines of the program's data folder; they are read when first needed."""
    return RailRouter(settings.data / "rail")


class RailRouter:
    """Ways along the curated railway lines of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def route(self, leg: Leg, drawn: Draw | None = None) -> Route | None:
        """Find the shortest way of a leg by rail, through its via places where they lie on it.

        ``drawn`` draws what is straight for long here.
        """
        if leg.origin is None or leg.destination is None:
            return None
        origin, destination = leg.origin.place, leg.destination.place
        starts, goals = self._serving(origin), self._serving(destination)
        if not starts or not goals:
            return None
        via = [(end.place, self._serving(end.place)) for end in leg.via]
        missed = [place.name for place, found in via if not found]
        stages = [starts, *(found for _, found in via if found), goals]
        way = self._through(stages)
        if not way:
            return None
        access = [
            (place, served.distance_m)
            for place, found, station in (
                (origin, starts, way[0].start),
                (destination, goals, way[-1].end),
            )
            for served in found
            if served.station.id == station
        ]
        if drawn is not None:
            way = [_redrawn(stretch, drawn) for stretch in way]
        return as_route(leg, way, self._railways, access=access, missed=missed)

    @cached_property
    def _railways(self) -> Railways:
        return read_railways(self._folder)

    @cached_property
    def _positions(self) -> tuple[list[Station], np.ndarray]:
        stations = [self._railways.stations[station] for station in self._railways.leaving]
        return stations, np.array([(station.lon, station.lat) for station in stations])

    def _serving(self, place: Place) -> list[Access]:
        """List the stations of a place: those named after it, else the nearest; borders by line."""
        stations, positions = self._positions
        if place.extent is not None and place.feature_code.startswith("BDR"):
            return [
                Access(station, distance_m)
                for station in stations
                if station.kind == "border"
                and (distance_m := nearest_point(place.extent, station.lon, station.lat).distance_m)
                < _ACCESS_M
            ]
        if place.is_area:
            return []
        lons, lats = np.full(len(positions), place.lon), np.full(len(positions), place.lat)
        metres = wgs84().inv(lons, lats, positions[:, 0], positions[:, 1])[2]
        near = [
            Access(stations[number], float(metres[number]))
            for number in np.argsort(metres)[: 3 * _NEAREST]
            if metres[number] <= _ACCESS_M
        ]
        wanted = _folded(place.name)
        named = [found for found in near if wanted in map(_folded, found.station.names)]
        return named or near[:1]

    def _through(self, stages: Sequence[Sequence[Access]]) -> list[Stretch]:
        """Find the shortest way from a station of each stage to one of the next; empty if none."""
        best: dict[str, tuple[float, list[Stretch]]] = {
            access.station.id: (0.0, []) for access in stages[0]
        }
        for _, stage in pairwise(stages):
            reached: dict[str, tuple[float, list[Stretch]]] = {}
            for start, (before_m, before) in best.items():
                found = self._search(start, {access.station.id for access in stage})
                for goal, (more_m, more) in found.items():
                    total_m = before_m + more_m
                    if goal not in reached or total_m < reached[goal][0]:
                        reached[goal] = total_m, before + more
            best = reached
        return min(best.values(), key=lambda found: found[0])[1] if best else []

    def _search(self, start: str, goals: set[str]) -> dict[str, tuple[float, list[Stretch]]]:
        """Dijkstra's search from one station until all goals are reached or nothing is left."""
        found: dict[str, tuple[float, list[Stretch]]] = {}
        arrived: dict[str, Stretch | None] = {}
        queue: list[tuple[float, int, str, Stretch | None]] = [(0.0, 0, start, None)]
        number = 0
        while queue and len(found) < len(goals):
            metres, _, station, by = heapq.heappop(queue)
            if station in arrived:
                continue
            arrived[station] = by
            if station in goals:
                found[station] = metres, _way_back(station, arrived)
            for stretch in self._railways.leaving[station]:
                number += 1
                heapq.heappush(queue, (metres + stretch.distance_m, number, stretch.end, stretch))
        return found


def _redrawn(stretch: Stretch, draw: Draw) -> Stretch:
    """Lead the line of a stretch along what knows it better, wherever it is straight for long."""
    points = [stretch.points[0]]
    for one, other in pairwise(stretch.points):
        if distance_m(*one, *other) > _STRAIGHT_M:
            points += draw(one, other)
        points.append(other)
    return replace(stretch, points=tuple(points))


def _way_back(station: str, arrived: dict[str, Stretch | None]) -> list[Stretch]:
    way = []
    while (by := arrived[station]) is not None:
        way.append(by)
        station = by.start
    return way[::-1]


def _folded(name: str) -> str:
    """Fold a name so that case, accents and punctuation do not count."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
