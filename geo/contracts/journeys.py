"""Who travels from where to where, by what and when, and the line that the way takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shapely.geometry.base import BaseGeometry

from geo.contracts.places import Evidence, Place
from geo.contracts.text import Span

# The reason in the evidence of a leg that somebody added; said wherever evidence is shown.
ADDED_BY_HAND: Final = "added by hand"


class Mode(StrEnum):
    """What carries the traveller."""

    RAIL = "rail"
    ROAD = "road"
    SEA = "sea"
    AIR = "air"
    FOOT = "foot"
    UNKNOWN = "unknown"


class LegStatus(StrEnum):
    """How sure the article is that the journey takes place."""

    HAPPENED = "happened"  # told as fact
    UNDER_WAY = "under way"  # left, not said to have arrived
    PLANNED = "planned"
    REPORTED = "reported"  # somebody is cited for it
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    CANCELLED = "cancelled"  # was planned and did not take place
    TURNED_BACK = "turned back"  # left, and did not get to its end
    DIVERTED = "diverted"  # left, and was sent elsewhere
    GENERAL = "general"  # a way or a service, nobody's journey


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as the article says it; earliest and latest date where they can be worked out.

    ``inferred`` says that the dates rest on something other than the words (the day of
    publication).
    """

    text: str
    span: Span | None = None
    earliest: date | None = None
    latest: date | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """An end or a via point of a leg: a toponym of the article and the place it was given.

    ``inferred`` marks an end that the article does not state for this journey.
    """

    toponym_id: str
    place: Place
    inferred: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One journey from an origin to a destination; an unknown end is None, never a guess.

    Attributes
    ----------
    traveller : as shown to people ("Kim Jong-un"); "" when the article does not say.
    status : how sure the article is that it takes place.
    stop : words about a stop on the way ("a long stop at the border"), if any.
    ended : where it got to in the stead of its destination: where it turned back or was broken off,
        or what it was diverted to; None where that is not told.
    reporter : the words that name whom the article cites for it, where it cites somebody.
    likely_mode : why it likely goes by its mode, where no word says by what; None where one does.
    """

    id: str
    traveller: str
    origin: End | None
    via: tuple[End, ...] = ()
    destination: End | None
    mode: Mode
    status: LegStatus
    departed: When | None = None
    arrived: When | None = None
    stop: Span | None = None
    ended: End | None = None
    reporter: Span | None = None
    likely_mode: Evidence | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def ends(self) -> tuple[End, ...]:
        """All places that it names, in the order of the way; where it ended instead comes last."""
        named = (self.origin, *self.via, self.destination, self.ended)
        return tuple(end for end in named if end is not None)

    @property
    def is_mode_likely(self) -> bool:
        """Whether no word of the article says by what it goes: the story only speaks for it."""
        return self.likely_mode is not None

    @property
    def is_added(self) -> bool:
        """Whether it was not found, but added by somebody."""
        return any(one.reason == ADDED_BY_HAND for one in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Itinerary:
    """The legs of one journey, in the order travelled."""

    id: str
    legs: tuple[Leg, ...]


class RouteKind(StrEnum):
    """What the line follows."""

    GEODESIC = "geodesic"
    RAIL = "rail"
    ROAD = "road"
    SEA = "sea"
    AIR = "air"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waypoint:
    """A point that a route passes, WGS 84 degrees, with its distance from the start.

    ``kind`` is "station", "junction", "border", "gauge" (break of gauge) or "port"; ``note`` is
    for people ("gauge 1,435 → 1,520 mm").
    """

    name: str
    lon: float
    lat: float
    kind: str
    distance_m: float
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The way of a leg: a line in WGS 84 degrees (EPSG:4326), (lon, lat) in this order.

    Attributes
    ----------
    geometry : LineString, or MultiLineString where it is cut at the antimeridian.
    distance_m : best estimate of the length along the way, metres.
    low_m, high_m : the interval in which the true length is believed to lie, metres.
    inferred : the article does not say that this way is taken.
    """

    leg_id: str
    geometry: BaseGeometry
    distance_m: float
    low_m: float
    high_m: float
    kind: RouteKind
    waypoints: tuple[Waypoint, ...] = ()
    inferred: bool = False
    source: str = ""
    attribution: str = ""
    note: str = ""
