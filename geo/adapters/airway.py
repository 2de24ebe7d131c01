"""Gives a flight its great circle, with a band for how flights wind.

Implements `geo.ports.Router`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import Route, RouteKind
from geo.geodesy import distance_m, polyline

if TYPE_CHECKING:
    from geo.contracts import Leg

# An allowance, not a measurement: planes are led round weather, closed air and other planes, and
# leave and reach an airport in curves.
_HIGH = 0.06
_TERMINALS_M = 60_000.0


class AirRouter:
    """Great circles between the points given, by way of those between."""

    def route(self, leg: Leg, *, avoid: frozenset[str] = frozenset()) -> Route | None:
        """Draw the geodesic of a leg between two points; None where an end is no point."""
        del avoid  # nothing closes the air here
        if leg.origin is None or leg.destination is None:
            return None
        places = [end.place for end in (leg.origin, *leg.via, leg.destination)]
        if places[0].is_area or places[-1].is_area:
            return None
        points = [(place.lon, place.lat) for place in places if not place.is_area]
        length_m = sum(distance_m(*one, *other) for one, other in pairwise(points))
        return Route(
            leg_id=leg.id,
            geometry=polyline(points),
            distance_m=length_m,
            low_m=length_m,
            high_m=length_m * (1.0 + _HIGH) + _TERMINALS_M,
            kind=RouteKind.AIR,
            inferred=True,
            source="great circle on the WGS 84 ellipsoid (PROJ)",
            note="as the plane would fly without a detour",
        )
