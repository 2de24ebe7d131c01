"""Finds the way of a leg at a routing server that the user named. Implements `geo.ports.Router`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.adapters.online.ask import Server
from geo.adapters.online.kinds import KINDS
from geo.contracts import Mode, Route, RouteKind
from geo.errors import ArticleError, RouteError
from geo.geodesy import distance_m, length_m, polyline

if TYPE_CHECKING:
    from geo.adapters.online.kinds import ServerKind, Way
    from geo.contracts import Leg, Place

_ROUTE_KINDS = {Mode.ROAD: RouteKind.ROAD, Mode.RAIL: RouteKind.RAIL}
# A server's map is fine; what it says may be off by the way that people take instead.
_LOW, _HIGH = 0.03, 0.05
# Its line begins and ends at the places, and is as long as it says.
_REACH_M = 20_000.0
_SAME_LENGTH = 0.1
_LEAST_M = 1_000.0
_MOST_SAID = 200


def open_online(named: str, mode: Mode, *, seconds: float = 20.0) -> OnlineRouter:
    """Give the router of a server, named as "osrm=https://…".

    Raises
    ------
    ArticleError
        If the kind is not known, has no such mode, or the address is none.
    """
    name, _, address = named.partition("=")
    kind = KINDS.get(name.lower())
    if kind is None:
        raise ArticleError(f"{name!r} is no kind of server; known are {', '.join(KINDS)}.")
    if mode not in kind.profiles:
        raise ArticleError(f"{kind.title} has no ways by {mode.value}.")
    return OnlineRouter(kind=kind, mode=mode, server=Server(address=address, seconds=seconds))


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineRouter:
    """Ways by one mode at one server, which is asked anew for every leg."""

    kind: ServerKind
    mode: Mode
    server: Server

    def route(self, leg: Leg, *, avoid: frozenset[str] = frozenset()) -> Route | None:
        """Ask for the way of a leg, through its via points; None where an end is no point.

        Raises
        ------
        RouteError
            If the server has no way, cannot be had, or says what cannot be; or if something is to
            be avoided, which these servers cannot be told.
        """
        if leg.origin is None or leg.destination is None:
            return None
        places = [leg.origin.place, *(end.place for end in leg.via), leg.destination.place]
        if any(place.is_area for place in places):
            return None
        if avoid:
            raise RouteError(f"{self.kind.title} cannot be told what to avoid.")
        points = [(place.lon, place.lat) for place in places]
        answer = self.server.ask(self.kind.ask(points, self.kind.profiles[self.mode]))
        way = self._way(answer)
        self._doubt_ends(way, places)
        line = polyline([(float(point[0]), float(point[1])) for point in way.points])
        drawn_m = length_m(line)
        if abs(drawn_m - way.length_m) > _SAME_LENGTH * way.length_m + _LEAST_M:
            raise RouteError(f"{self.server.name} sends a line that is not as long as it says.")
        return Route(
            leg_id=leg.id,
            geometry=line,
            distance_m=way.length_m,
            low_m=way.length_m * (1.0 - _LOW),
            high_m=way.length_m * (1.0 + _HIGH),
            kind=_ROUTE_KINDS[self.mode],
            inferred=not leg.via,
            source=f"{self.kind.title} at {self.server.name}",
            attribution="© OpenStreetMap contributors (ODbL)",
        )

    def _way(self, answer: Any) -> Way:
        """Find the way in an answer, and take nothing that is no way."""
        try:
            way = self.kind.read(answer)
            points = np.array([point[:2] for point in way.points], dtype=float)
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            said = self.kind.refusal(answer)[:_MOST_SAID]
            reason = f"has no way: {said}" if said else "sends no route but something else"
            raise RouteError(f"{self.server.name} {reason}.") from error
        is_line = len(points) > 1 and bool((np.abs(points) <= (180.0, 90.0)).all())
        if not is_line or not 0.0 < way.length_m < np.inf:
            raise RouteError(f"{self.server.name} sends a way that cannot be.")
        return way

    def _doubt_ends(self, way: Way, places: list[Place]) -> None:
        """Refuse a way that does not lead from the first place to the last."""
        for place, point in ((places[0], way.points[0]), (places[-1], way.points[-1])):
            off_m = distance_m(place.lon, place.lat, float(point[0]), float(point[1]))
            if off_m > _REACH_M:
                raise RouteError(
                    f"{self.server.name} sends a way that ends {off_m / 1000:,.0f} km from "
                    f"{place.name}."
                )
