"""Tells who goes where, a line a leg, each tied to its line on the map and to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.maps.build.course import course_ends, is_one_spot, is_unfinished, route_status
from geo.maps.spec.model import JourneyMark, MapJourney, Phrase, Tone
from geo.wording import hand_words, leg_pieces, status_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts import Analysis, Leg
    from geo.maps.spec.model import MapPlace, MapRoute

_CALLED_OFF = frozenset({LegStatus.DENIED, LegStatus.CANCELLED})


def journey_lines(
    analysis: Analysis,
    places: Sequence[MapPlace],
    routes: Sequence[MapRoute],
    names: Mapping[str, str],
) -> tuple[MapJourney, ...]:
    """Write all legs, in the order of the text.

    ``names`` are those that the map shows, by the features' ids.
    """
    ways = {ref: route for route in routes for ref in route.refs}
    signs = {ref: place.id for place in places for ref in place.refs}
    return tuple(
        _line(number, leg, ways.get(leg.id), signs, names)
        for number, leg in enumerate(analysis.legs, start=1)
    )


def _line(
    number: int,
    leg: Leg,
    way: MapRoute | None,
    signs: Mapping[str, str],
    names: Mapping[str, str],
) -> MapJourney:
    ends = [signs[end.toponym_id] for end in leg.ends if end.toponym_id in signs]
    told = (status_words(leg, names), "" if way else _why_not_drawn(leg), hand_words(leg))
    return MapJourney(
        id=f"journey-{number}",
        refs=(leg.id,),
        sentence=tuple(
            Phrase(text=piece.text, strong=piece.is_name) for piece in leg_pieces(leg, names)
        ),
        word="; ".join(filter(None, told)),
        mark=_mark(leg, way),
        tone=way.tone if way else Tone.NONE,
        route=way.id if way else "",
        targets=(way.id,) if way else tuple(dict.fromkeys(ends)),
    )


def _mark(leg: Leg, way: MapRoute | None) -> JourneyMark:
    if way is not None:
        return JourneyMark.LINE
    return JourneyMark.CALLED_OFF if leg.status in _CALLED_OFF else JourneyMark.NOT_DRAWN


def _why_not_drawn(leg: Leg) -> str:
    """Say why a journey that has been made, or is to be, has no line; "" where that is told."""
    if route_status(leg) is None:
        return ""
    start, end = course_ends(leg)
    if start is None:
        return "not drawn, for no start is named"
    if end is None:
        return "" if is_unfinished(leg) else "not drawn, for no end is named"
    if start.place.is_area or end.place.is_area:
        return "not drawn, for an end is no single place"
    if is_one_spot(start.place, end.place):
        return "not drawn, for its ends are one spot on the map"
    return "not drawn"
