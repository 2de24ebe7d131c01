"""Journeys in the order told go in; those that go on from the end of another get it as origin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import End, Evidence, LegStatus
from geo.journeys.agreement import same_traveller
from geo.journeys.lexicon import Role, lexicon
from geo.journeys.places import Relation, relate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Itinerary, Leg
    from geo.journeys.drafts import JourneyDraft
    from geo.journeys.mentions import MotionMention

_NEAR = 3  # sentences over which somebody travels on
_TOLD = frozenset({LegStatus.HAPPENED, LegStatus.UNDER_WAY, LegStatus.REPORTED})
_ONWARD = frozenset({"to", "for", "towards", "toward", "into", "from", "via"})


def link(drafts: Sequence[JourneyDraft], itineraries: Sequence[Itinerary]) -> tuple[Itinerary, ...]:
    """Let "will travel on to Lima" start where the same traveller arrived just before.

    The article does not say so in one breath, so the origin is marked as inferred.
    """
    linked: list[Itinerary] = []
    for number, (draft, itinerary) in enumerate(zip(drafts, itineraries, strict=True)):
        leg = itinerary.legs[0]
        origin = _origin(draft, leg, drafts[:number], linked)
        if origin is not None:
            onward = replace(leg, origin=origin, evidence=(*leg.evidence, *origin.evidence))
            linked.append(replace(itinerary, legs=(onward, *itinerary.legs[1:])))
        else:
            linked.append(itinerary)
    return tuple(linked)


def _origin(
    draft: JourneyDraft, leg: Leg, earlier: Sequence[JourneyDraft], itineraries: Sequence[Itinerary]
) -> End | None:
    end = draft.ends.get(Role.DESTINATION)
    if leg.origin is not None or leg.destination is None or end is None:
        return None
    mention = end.mention
    if not _goes_on(mention, end.reach.first):
        return None
    for other, itinerary in zip(reversed(earlier), reversed(itineraries), strict=True):
        if _is_same_traveller(other, mention):
            return _reached(itinerary.legs[-1], leg)
    return None


def _goes_on(mention: MotionMention, preposition: int) -> bool:
    """Whether the words say that a journey goes on: "on to", "then flew to", "before flying to"."""
    words, trigger, sentence = lexicon().words, mention.trigger, mention.sentence
    if trigger.entry.lemma in words["chain_verbs"]:
        return True
    lead = [sentence.low(step) for step in range(max(0, trigger.chain - 2), trigger.first)]
    if words["chain_words"] & set(lead):
        return True
    if lead[-1:] == ["before"] and mention.follows:
        return True
    steps = range(trigger.first + 1, preposition + 1)
    return any(
        sentence.low(step) in words["chain_particles"] and sentence.low(step + 1) in _ONWARD
        for step in steps
    )


def _is_same_traveller(draft: JourneyDraft, mention: MotionMention) -> bool:
    here = mention.sentence.index
    near = [other for other in draft.sample if 0 <= here - other.sentence.index <= _NEAR]
    if mention.follows and any(other.sentence.index == here for other in near):
        return True
    return bool(mention.traveller.key) and any(
        other.traveller.key and same_traveller(other, mention) for other in near
    )


def _reached(before: Leg, leg: Leg) -> End | None:
    """Take where the journey before ended, if one can start from there."""
    place, goal = before.destination, leg.destination
    if place is None or goal is None or relate(place.place, goal.place) is not Relation.APART:
        return None
    if before.status not in {*_TOLD, leg.status}:
        return None
    span = next((one.span for one in place.evidence if one.span), None)
    said = f": “{span.text}”" if span else ""
    reason = f"goes on from {place.place.name}, where the journey before ended{said}"
    why = Evidence(reason=reason, span=span)
    return End(toponym_id=place.toponym_id, place=place.place, inferred=True, evidence=(why,))
