"""Drafts go in, itineraries with their legs and the evidence for each part come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import (
    End,
    Evidence,
    Itinerary,
    Leg,
    LegStatus,
    Mode,
    When,
)
from geo.journeys.calendar import days_of
from geo.journeys.lexicon import Phase, Role
from geo.journeys.sorts import Sort
from geo.journeys.places import Relation, relate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.contracts import Article, Place, Span
    from geo.journeys.drafts import Draft, Located
    from geo.journeys.items import Sentence
    from geo.journeys.mentions import Mention

_FUTURE = frozenset({LegStatus.PLANNED, LegStatus.HYPOTHETICAL})
_MAKING = frozenset({Phase.SUPPORT, Phase.MEETING, Phase.STOP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """The article and the places of its toponyms, for turning drafts into legs."""

    article: Article
    places: Mapping[str, Place]

    def itinerary(self, draft: Draft, number: int) -> Itinerary:
        """Build the legs of one journey, in the order travelled."""
        name = f"j{number}"
        first = self._main_leg(draft, f"{name}.1")
        legs = [first]
        for step, onward in enumerate(draft.onward, start=2):
            legs.append(self._onward_leg(draft, legs[-1], onward, f"{name}.{step}"))
        return Itinerary(id=name, legs=tuple(legs))

    def _main_leg(self, draft: Draft, name: str) -> Leg:
        status, why = self._status(draft)
        stop = next((mention.stop for mention in draft.mentions if mention.stop), None)
        stop_span = None
        stop_mention = next((mention for mention in draft.mentions if mention.stop), None)
        if stop is not None and stop_mention is not None:
            stop_span = self._span(stop_mention.sentence, stop.first, stop.last)
        mode, mode_why = self._mode(draft)
        traveller, traveller_why = self._traveller(draft)
        departed, arrived = self._when(draft, "departed"), self._arrival(draft)
        origin = self._end(draft.ends.get(Role.ORIGIN), "from here")
        destination = self._end(draft.ends.get(Role.DESTINATION), "to here")
        if origin and destination and relate(origin.place, destination.place) is Relation.SAME:
            origin = None
        evidence = (
            *traveller_why,
            *(origin.evidence if origin else ()),
            *(destination.evidence if destination else ()),
            *mode_why,
            *why,
            *self._time_evidence(departed, "the time of departure"),
            *self._time_evidence(arrived, "the time of arrival"),
            *((Evidence(reason=f"a stop on the way: “{stop_span.text}”", span=stop_span),) if stop_span else ()),
            *self._skipped(draft),
        )
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
            stop=stop_span,
            evidence=evidence,
        )

    def _onward_leg(self, draft: Draft, before: Leg, onward: Located, name: str) -> Leg:
        end = self._end(onward, "on to here")
        goes_on = onward.mention.phase is not Phase.END
        return Leg(
            id=name,
            traveller=before.traveller,
            origin=before.destination if goes_on else None,
            destination=end,
            mode=before.mode,
            status=before.status,
            evidence=end.evidence if end is not None else (),
        )

    def _span(self, sentence: Sentence, first: int, last: int) -> Span:
        return self.article.span(sentence.items[first].start, sentence.items[last].end)

    def _end(self, end: Located | None, meaning: str) -> End | None:
        if end is None:
            return None
        span = self._span(end.mention.sentence, end.reach.first, end.reach.last)
        reason = f"{meaning}: “{span.text}”"
        if end.reach.implied:
            reason += "; the purpose of the journey lies there"
        return End(
            toponym_id=end.reach.toponym.id,
            place=end.place,
            inferred=end.reach.implied,
            evidence=(Evidence(reason=reason, span=span),),
        )

    def _via(self, draft: Draft) -> tuple[End, ...]:
        found: list[End] = []
        for located in draft.via:
            end = self._end(located, "by way of")
            if end is not None:
                found.append(end)
        for mention in draft.mentions:
            if mention.stop is None or mention.stop.toponym is None:
                continue
            place = self.places.get(mention.stop.toponym.id)
            if place is not None:
                span = self._span(mention.sentence, mention.stop.first, mention.stop.last)
                why = Evidence(reason=f"by way of {place.name}: “{span.text}”", span=span)
                found.append(
                    End(toponym_id=mention.stop.toponym.id, place=place, evidence=(why,))
                )
        return tuple(_without_twins(found))

    def _traveller(self, draft: Draft) -> tuple[str, tuple[Evidence, ...]]:
        """Choose whom to name: a person by full name, else the fullest description."""
        named = [mention for mention in draft.mentions if mention.traveller.shown]
        if not named:
            return "", ()
        best = max(named, key=_fullness)
        shown = _passenger(draft) or best.traveller.shown
        return shown, tuple(self._who(named, shown))

    def _who(self, named: list[Mention], shown: str) -> Iterator[Evidence]:
        seen: set[str] = set()
        for mention in named:
            if mention.traveller_items is None:
                continue
            span = self._span(mention.sentence, *mention.traveller_items)
            if span.text not in seen:
                seen.add(span.text)
                same = "" if span.text == shown else f", taken for {shown}"
                yield Evidence(reason=f"who travels: “{span.text}”{same}", span=span)

    def _mode(self, draft: Draft) -> tuple[Mode, tuple[Evidence, ...]]:
        for mention in sorted(draft.mentions, key=lambda m: not (m.vehicle and m.vehicle.noun)):
            vehicle = mention.vehicle
            if vehicle is not None and vehicle.mode is not Mode.UNKNOWN:
                span = self._span(mention.sentence, vehicle.first, vehicle.last)
                reason = f"by {vehicle.mode.value}: “{span.text}”"
                return vehicle.mode, (Evidence(reason=reason, span=span),)
        return Mode.UNKNOWN, ()

    def _status(self, draft: Draft) -> tuple[LegStatus, tuple[Evidence, ...]]:
        making = [mention for mention in draft.mentions if mention.phase not in _MAKING]
        making = making or draft.mentions[:1]
        body = [mention for mention in making if not mention.sentence.is_headline] or making
        for wanted in (
            LegStatus.DENIED,
            LegStatus.HAPPENED,
            LegStatus.UNDER_WAY,
            LegStatus.PLANNED,
            LegStatus.HYPOTHETICAL,
        ):
            saying = [mention for mention in body if mention.standing.status is wanted]
            if saying:
                return self._attributed(wanted, saying)
        return LegStatus.HYPOTHETICAL, ()

    def _attributed(
        self, status: LegStatus, saying: list[Mention]
    ) -> tuple[LegStatus, tuple[Evidence, ...]]:
        """Call a fact reported when every mention of it cites somebody."""
        free = next((mention for mention in saying if mention.standing.cited is None), None)
        mention = free or saying[0]
        said = self._span(mention.sentence, mention.standing.first, mention.standing.last)
        evidence = [Evidence(reason=f"{status.value}: “{said.text}”", span=said)]
        is_fact = status in {LegStatus.HAPPENED, LegStatus.UNDER_WAY}
        if free is None and mention.standing.cited is not None and is_fact:
            cited = self._span(mention.sentence, *mention.standing.cited)
            evidence.append(Evidence(reason=f"somebody is cited: “{cited.text}”", span=cited))
            return LegStatus.REPORTED, tuple(evidence)
        return status, tuple(evidence)

    def _when(self, draft: Draft, which: str) -> When | None:
        fitting = [
            mention
            for mention in draft.mentions
            if mention.time is not None
            and mention.trigger.frame.time == which
            and mention.phase is not Phase.MEETING
        ]
        return self._read(fitting[0]) if fitting else None

    def _arrival(self, draft: Draft) -> When | None:
        told = self._when(draft, "arrived")
        if told is not None:
            return told
        meetings = [
            mention
            for mention in draft.mentions
            if mention.phase is Phase.MEETING and mention.time is not None
        ]
        return self._read(meetings[0]) if meetings else None

    def _read(self, mention: Mention) -> When | None:
        time = mention.time
        if time is None:
            return None
        span = self._span(mention.sentence, time.first, time.last)
        days = days_of(
            time, self.article.published, is_future=mention.standing.status in _FUTURE
        )
        return When(
            text=span.text,
            span=span,
            earliest=days.earliest,
            latest=days.latest,
            inferred=days.inferred,
        )

    def _time_evidence(self, when: When | None, meaning: str) -> tuple[Evidence, ...]:
        if when is None:
            return ()
        return (Evidence(reason=f"{meaning}: “{when.text}”", span=when.span),)

    def _skipped(self, draft: Draft) -> Iterator[Evidence]:
        for end in draft.skipped:
            mention = end.mention
            span = self._span(mention.sentence, mention.standing.first, end.reach.last)
            yield Evidence(reason=f"not by way of {end.place.name}: “{span.text}”", span=span)


def _without_twins(ends: list[End]) -> Iterator[End]:
    seen: set[tuple[str, str]] = set()
    for end in ends:
        key = (end.place.gazetteer, end.place.feature_id)
        if key not in seen:
            seen.add(key)
            yield end


def _fullness(mention: Mention) -> tuple[bool, bool, int]:
    traveller = mention.traveller
    return (
        traveller.sort is Sort.NAME,
        traveller.sort is not Sort.PRONOUN,
        len(traveller.shown),
    )


def _passenger(draft: Draft) -> str:
    """Name the owner of the vehicle where somebody is said to go in a vehicle of their own."""
    owners = {
        mention.traveller.key: mention.traveller.owner
        for mention in draft.mentions
        if mention.traveller.sort is Sort.VEHICLE and mention.traveller.owner
    }
    for mention in draft.mentions:
        vehicle = mention.vehicle
        is_person = mention.traveller.sort in {Sort.PERSON, Sort.PRONOUN}
        if is_person and vehicle is not None and vehicle.is_owned and vehicle.noun in owners:
            return owners[vehicle.noun]
    return ""
