"""Drafts go in, itineraries with their legs and the evidence for each part come out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.contracts import End, Evidence, Itinerary, Leg, LegStatus, Mode
from geo.journeys.sentence.places import Relation, relate
from geo.journeys.story.reporter import reporter_of
from geo.journeys.story.telling import likely_mode_of, mode_of, status_of, traveller_of, when_of
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from geo.contracts import Place, When
    from geo.journeys.sentence.support import Stop
    from geo.journeys.story.draft import JourneyDraft, Located

_WEEK = timedelta(days=7)
_TO_COME = frozenset({LegStatus.PLANNED, LegStatus.HYPOTHETICAL})


def make_itinerary(
    draft: JourneyDraft, number: int, places: Mapping[str, Place], published: date | None
) -> Itinerary:
    """Build the legs of one journey, in the order travelled."""
    name = f"j{number}"
    legs = [_main_leg(draft, f"{name}.1", places, published)]
    for step, onward in enumerate(draft.onward, start=2):
        legs.append(_onward_leg(legs[-1], onward, f"{name}.{step}"))
    return Itinerary(id=name, legs=tuple(legs))


def _main_leg(
    draft: JourneyDraft, name: str, places: Mapping[str, Place], published: date | None
) -> Leg:
    traveller, who = traveller_of(draft)
    origin, destination = _ends(draft)
    mode, by_what = mode_of(draft)
    likely = likely_mode_of(draft) if mode is Mode.UNKNOWN else None
    status, how_sure = status_of(draft)
    departed = when_of(draft, "departed", published)
    arrived = when_of(draft, "arrived", published)
    departed, arrived = _in_order(departed, arrived, is_past=status not in _TO_COME)
    stop = next((one.stop for one in draft.mentions if one.stop is not None), None)
    via = [*(_end(one, "by way of") for one in draft.via), *_stopped(draft, places)]
    return Leg(
        id=name,
        traveller=traveller,
        origin=origin,
        via=tuple(_without_twins(via, origin, destination)),
        destination=destination,
        mode=likely[0] if likely else mode,
        likely_mode=likely[1] if likely else None,
        status=status,
        departed=departed,
        arrived=arrived,
        stop=stop.span if stop is not None else None,
        ended=_end(draft.got_to, "it got to here") if draft.got_to is not None else None,
        reporter=reporter_of(draft, status),
        evidence=(
            *who,
            *_evidence_of(origin),
            *_evidence_of(destination),
            *by_what,
            *how_sure,
            *_ended(draft),
            *_skipped(draft),
            *_time_evidence(departed, "the time of departure"),
            *_time_evidence(arrived, "the time of arrival"),
            *_stop_evidence(stop),
        ),
    )


def _in_order(
    departed: When | None, arrived: When | None, *, is_past: bool
) -> tuple[When | None, When | None]:
    """Read "left on Monday, came on Tuesday", told on a Monday, as of one week.

    Of a journey that was made the first day is a week earlier, of a plan the second a week later.
    """
    if not (departed and arrived and departed.inferred and arrived.inferred):
        return departed, arrived
    if departed.earliest is None or arrived.latest is None or departed.earliest <= arrived.latest:
        return departed, arrived
    if departed.earliest - arrived.latest >= _WEEK:
        return departed, arrived
    return (_moved(departed, -_WEEK), arrived) if is_past else (departed, _moved(arrived, _WEEK))


def _moved(when: When, by: timedelta) -> When:
    earliest, latest = ((day + by if day else None) for day in (when.earliest, when.latest))
    return replace(when, earliest=earliest, latest=latest)


def _stopped(draft: JourneyDraft, places: Mapping[str, Place]) -> Iterator[End]:
    for mention in draft.mentions:
        stop = mention.stop
        if stop is None or stop.toponym is None or stop.toponym.id not in places:
            continue
        if any(stop.toponym is end.spot.toponym for end in draft.ends.values()):
            continue
        place = places[stop.toponym.id]
        why = Evidence(reason=f"by way of {place.name}: “{stop.span.text}”", span=stop.span)
        yield End(toponym_id=stop.toponym.id, place=place, evidence=(why,))


def _stop_evidence(stop: Stop | None) -> tuple[Evidence, ...]:
    if stop is None:
        return ()
    return (Evidence(reason=f"a stop on the way: “{stop.span.text}”", span=stop.span),)


def _onward_leg(before: Leg, onward: Located, name: str) -> Leg:
    end = _end(onward, "on to here")
    # A list of places visited does not say in which order, nor from where to where.
    is_list = onward.first == onward.spot.first
    return Leg(
        id=name,
        traveller=before.traveller,
        origin=None if is_list else before.destination,
        destination=end,
        mode=before.mode,
        status=before.status,
        likely_mode=before.likely_mode,
        evidence=end.evidence,
    )


def _ends(draft: JourneyDraft) -> tuple[End | None, End | None]:
    """Build both ends; of a journey from a place to itself only the destination stays."""
    first, last = draft.ends.get(Role.ORIGIN), draft.ends.get(Role.DESTINATION)
    origin = _end(first, "from here") if first is not None else None
    destination = _end(last, "to here") if last is not None else None
    if origin and destination and relate(origin.place, destination.place) is Relation.SAME:
        return None, destination
    return origin, destination


def _end(end: Located, meaning: str) -> End:
    span = end.scene.span(min(end.first, end.spot.first), end.spot.last)
    reason = f"{meaning}: “{span.text}”"
    if end.why:
        reason = f"{end.why}: “{span.text}”"
    return End(
        toponym_id=end.spot.toponym.id,
        place=end.place,
        inferred=bool(end.why),
        evidence=(Evidence(reason=reason, span=span),),
    )


def _ended(draft: JourneyDraft) -> tuple[Evidence, ...]:
    end = draft.got_to
    if end is None:
        return ()
    span = end.scene.span(end.first, end.spot.last)
    return (Evidence(reason=f"it got to {end.place.name}: “{span.text}”", span=span),)


def _skipped(draft: JourneyDraft) -> Iterator[Evidence]:
    for end in draft.skipped:
        span = end.scene.span(end.first, end.spot.last)
        yield Evidence(reason=f"not by way of {end.place.name}: “{span.text}”", span=span)


def _evidence_of(end: End | None) -> tuple[Evidence, ...]:
    return end.evidence if end is not None else ()


def _time_evidence(when: When | None, meaning: str) -> tuple[Evidence, ...]:
    if when is None:
        return ()
    return (Evidence(reason=f"{meaning}: “{when.text}”", span=when.span),)


def _without_twins(ends: list[End], *told: End | None) -> Iterator[End]:
    seen = {(end.place.gazetteer, end.place.feature_id) for end in told if end is not None}
    for end in ends:
        key = (end.place.gazetteer, end.place.feature_id)
        if key not in seen:
            seen.add(key)
            yield end
