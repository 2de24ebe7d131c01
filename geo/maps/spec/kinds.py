"""The kinds of things on a map: closed lists of words that a `MapSpec` holds and renderers know."""

from __future__ import annotations

from enum import StrEnum


class PlaceKind(StrEnum):
    """Which sign a place gets."""

    STORY = "story"  # ring with a dot: something happens here
    STOP = "stop"  # diamond: the route crosses a border or changes gauge
    UNCERTAIN = "uncertain"  # dashed ring over the area it may be in
    REGION = "region"  # outline and light tint
    ASSOCIATIVE = "associative"  # small hollow ring: "Moscow said"


class VerdictSign(StrEnum):
    """A verdict as shown to people."""

    HOLDS = "holds"
    ONLY_IF = "holds only if…"
    FAILS = "does not hold"
    UNKNOWN = "cannot tell"


class Tone(StrEnum):
    """Colour by what a thing is about; a renderer has one colour for each."""

    NONE = "none"
    MEASURE = "measure"
    ROUTE_1 = "route-1"
    ROUTE_2 = "route-2"
    ROUTE_3 = "route-3"
    ROUTE_4 = "route-4"


class JourneyMark(StrEnum):
    """What stands before a journey in the list of them."""

    LINE = "line"  # a piece of its line on the map
    CALLED_OFF = "called off"  # a cross: it was denied or did not take place
    NOT_DRAWN = "not drawn"  # nothing: the map cannot show it


class Manner(StrEnum):
    """What a line of a journey stands for."""

    TAKEN = "taken"  # the way that is taken, known or inferred
    STAND_IN = "stand-in"  # a straight line in the stead of a way by land or water


class RouteStatus(StrEnum):
    """Whether the journey on a line is made: lines of those that are not are dotted."""

    MADE = "made"  # happened, under way or reported; as far as it went
    PLANNED = "planned"
    POSSIBLE = "possible"
