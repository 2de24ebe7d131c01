"""What is known of a way: routes along networks, and the straight line between its ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.ends import Gap, is_measurable, measure, measure_by_way_of
from geo.checks.verdict import POSSIBLE, WAYS
from geo.contracts import Mode, Route, RouteKind
from geo.geodesy import is_roundabout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Leg, Place
    from geo.ports import Boundaries

# Of a straight line by sea no more than this share may lie on land, or ships go another way.
_MOST_LAND = 0.3
BLOCKED = "The way by sea around the land between is not known."

_ON_LAND = frozenset({RouteKind.ROAD, RouteKind.RAIL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a way: routes along networks, and the straight line between its ends."""

    routes: tuple[Route, ...]
    straight: Gap | None
    mode: Mode
    missing: str = ""
    least_m: float | None = None

    @property
    def is_roundabout(self) -> bool:
        """Whether the ways known are so long that there may well be a shorter one."""
        if self.straight is None or not self.routes:
            return False
        return all(
            one.kind in _ON_LAND and is_roundabout(one.distance_m, self.straight.distance_m)
            for one in self.routes
        )

    @property
    def low_m(self) -> float:
        """Return the shortest that the way may be."""
        if self.least_m is not None:
            return self.least_m
        if self.routes:
            return min(route.low_m for route in self.routes)
        return max(0.0, self.straight.distance_m - self.straight.edges_m) if self.straight else 0.0

    @property
    def high_m(self) -> float:
        """Return the longest that the way may usually be."""
        if self.routes:
            return max(route.high_m for route in self.routes)
        if self.straight is None:
            return 0.0
        usual, _ = WAYS[self.mode]
        factor = POSSIBLE if self.mode is Mode.UNKNOWN else usual
        return self.straight.distance_m * factor + self.straight.edges_m

    @property
    def middle_m(self) -> float:
        """Return the likeliest length."""
        if self.routes:
            return self.routes[0].distance_m
        return (self.low_m + self.high_m) / 2


def known_of_leg(leg: Leg, routes: Sequence[Route]) -> Known:
    """Gather what is known of the way of a leg."""
    ways = tuple(route for route in routes if route.kind is not RouteKind.GEODESIC)
    if leg.origin is None or leg.destination is None:
        end = "starts" if leg.origin is None else "ends"
        return Known(
            routes=ways,
            straight=None,
            mode=leg.mode,
            missing=f"The article does not say where this journey {end}.",
        )
    known = known_between(leg.origin.place, leg.destination.place, leg.mode, ways)
    places = [leg.origin.place, *(end.place for end in leg.via), leg.destination.place]
    if ways or not leg.via or known.straight is None or not all(map(is_measurable, places)):
        return known
    # What the article goes by way of may be no part of the figure's way: the direct one stays.
    return replace(known, straight=measure_by_way_of(places), least_m=known.low_m)


def known_between(one: Place, other: Place, mode: Mode, ways: tuple[Route, ...] = ()) -> Known:
    """Gather what is known of the way between two places."""
    vague = [wording.place_name(place) for place in (one, other) if not is_measurable(place)]
    if vague and not ways:
        missing = f"We have no outline of {' and '.join(vague)} to measure to."
        return Known(routes=(), straight=None, mode=mode, missing=missing)
    straight = None if vague else measure(one, other)
    if straight is not None and not straight.distance_m:
        straight = None  # from a place to itself: nothing to compare a figure with
    return Known(routes=ways, straight=straight, mode=mode)


def is_blocked(leg: Leg, known: Known, boundaries: Boundaries | None) -> bool:
    """Whether land lies between two ports, so that the straight line tells nothing of the way."""
    if leg.mode is not Mode.SEA or known.routes or known.straight is None or boundaries is None:
        return False
    line = known.straight.line
    codes = {end.place.country_code for end in (leg.origin, leg.destination) if end}
    lands = [land for code in codes if (land := boundaries.country(code)) is not None]
    over = sum(float(line.intersection(land).length) for land in lands)
    return over > _MOST_LAND * float(line.length)
