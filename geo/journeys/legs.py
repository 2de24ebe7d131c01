"""Drafts go in, itineraries with their legs and the evidence for each part come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import End, Evidence, Itinerary, Leg
from geo.journeys.lexicon import Phase, Role
from geo.journeys.places import Relation, relate
from geo.journeys.telling import Words, mode_of, status_of, traveller_of, when_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.contracts import Article, Place, Span, When
    from geo.journeys.drafts import JourneyDraft, Located


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """The article and the places of its toponyms, for turning drafts into legs."""

    article: Article
    places: Mapping[str, Place]

    @property
    def _words(self) -> Words:
        return Words(article=self.article)

    def itinerary(self, draft: JourneyDraft, number: int) -> Itinerary:
        """Build the legs of one journey, in the order travelled."""
        name = f"j{number}"
        legs = [self._main_leg(draft, f"{name}.1")]
        for step, onward in enumerate(draft.onward, start=2):
            legs.append(self._onward_leg(legs[-1], onward, f"{name}.{step}"))
        return Itinerary(id=name, legs=tuple(legs))

    def _main_leg(self, draft: JourneyDraft, name: str) -> Leg:
        words = self._words
        traveller, who = traveller_of(draft, words)
        origin, destination = self._ends(draft)
        mode, by_what = mode_of(draft, words)
        status, how_sure = status_of(draft, words)
        departed, arrived = when_of(draft, words, "departed"), when_of(draft, words, "arrived")
        stop = self._stop(draft)
        return Leg(
            id=name,
            traveller=traveller,
            origin=origin,
            via=self._via(draft),
            destination=destination,
            mode=mode,
            status=status,
            departed=departed,
            arrived=arrived,
            stop=stop,
            evidence=(
                *who,
                *_evidence_of(origin),
                *_evidence_of(destination),
                *by_what,
                *how_sure,
                *_time_evidence(departed, "the time of departure"),
                *_time_evidence(arrived, "the time of arrival"),
                *self._stop_evidence(stop),
                *self._skipped(draft),
            ),
        )

    def _onward_leg(self, before: Leg, onward: Located, name: str) -> Leg:
        end = self._end(onward, "on to here")
        # A list of places visited does not say in which order, nor from where to where.
        is_list = onward.reach.first == onward.reach.last
        goes_on = onward.mention.phase is not Phase.END and not is_list
        return Leg(
            id=name,
            traveller=before.traveller,
            origin=before.destination if goes_on else None,
            destination=end,
            mode=before.mode,
            status=before.status,
            evidence=end.evidence,
        )

    def _ends(self, draft: JourneyDraft) -> tuple[End | None, End | None]:
        """Build both ends; of a journey from a place to itself only the destination stays."""
        first, last = draft.ends.get(Role.ORIGIN), draft.ends.get(Role.DESTINATION)
        origin = self._end(first, "from here") if first is not None else None
        destination = self._end(last, "to here") if last is not None else None
        if origin and destination and relate(origin.place, destination.place) is Relation.SAME:
            return None, destination
        return origin, destination

    def _end(self, end: Located, meaning: str) -> End:
        span = self._words.span(end.mention, end.reach.first, end.reach.last)
        reason = f"{meaning}: “{span.text}”"
        if end.reach.implied:
            reason += "; the purpose of the journey lies there"
        return End(
            toponym_id=end.reach.toponym.id,
            place=end.place,
            inferred=end.reach.implied,
            evidence=(Evidence(reason=reason, span=span),),
        )

    def _via(self, draft: JourneyDraft) -> tuple[End, ...]:
        found = [self._end(located, "by way of") for located in draft.via]
        for mention in draft.mentions:
            if mention.stop is None or mention.stop.toponym is None:
                continue
            place = self.places.get(mention.stop.toponym.id)
            if place is not None:
                span = self._words.span(mention, mention.stop.first, mention.stop.last)
                why = Evidence(reason=f"by way of {place.name}: “{span.text}”", span=span)
                found.append(End(toponym_id=mention.stop.toponym.id, place=place, evidence=(why,)))
        return tuple(_without_twins(found))

    def _stop(self, draft: JourneyDraft) -> Span | None:
        for mention in draft.mentions:
            if mention.stop is not None:
                return self._words.span(mention, mention.stop.first, mention.stop.last)
        return None

    def _stop_evidence(self, stop: Span | None) -> tuple[Evidence, ...]:
        if stop is None:
            return ()
        return (Evidence(reason=f"a stop on the way: “{stop.text}”", span=stop),)

    def _skipped(self, draft: JourneyDraft) -> Iterator[Evidence]:
        for end in draft.skipped:
            span = self._words.span(end.mention, end.mention.standing.first, end.reach.last)
            yield Evidence(reason=f"not by way of {end.place.name}: “{span.text}”", span=span)


def _evidence_of(end: End | None) -> tuple[Evidence, ...]:
    return end.evidence if end is not None else ()


def _time_evidence(when: When | None, meaning: str) -> tuple[Evidence, ...]:
    if when is None:
        return ()
    return (Evidence(reason=f"{meaning}: “{when.text}”", span=when.span),)


def _without_twins(ends: list[End]) -> Iterator[End]:
    seen: set[tuple[str, str]] = set()
    for end in ends:
        key = (end.place.gazetteer, end.place.feature_id)
        if key not in seen:
            seen.add(key)
            yield end
