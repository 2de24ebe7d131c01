"""Carries out what a person said of journeys: who, by what, from where to where, or nobody."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from geo.contracts import (
    ADDED_BY_HAND,
    AddedLeg,
    ChangedLeg,
    End,
    Evidence,
    Itinerary,
    JoinedLegs,
    Leg,
    LegStatus,
    SplitLeg,
    When,
)
from geo.edits.anchor import find_anchor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts import Anchor, Edit, Geocode, Place, Span, Toponym

BY_HAND = Evidence(reason="corrected by hand")
_ADDED = Evidence(reason=ADDED_BY_HAND)
_OF_LEGS = ChangedLeg | SplitLeg | JoinedLegs
# Of what these are said it got to somewhere else than it was bound for.
UNFINISHED = frozenset({LegStatus.TURNED_BACK, LegStatus.DIVERTED})


class Places:
    """Which place the words of an anchor were given."""

    def __init__(self, text: str, toponyms: Sequence[Toponym], geocodes: Sequence[Geocode]) -> None:
        self.text = text
        self._toponyms, self._geocodes = toponyms, geocodes

    def end(self, anchor: Anchor | None, why: Evidence = BY_HAND) -> End | None:
        """Make an end of a leg; None where the words have no place."""
        span = find_anchor(self.text, anchor) if anchor is not None else None
        if span is None or span not in self._at:
            return None
        toponym_id, place = self._at[span]
        return End(toponym_id=toponym_id, place=place, evidence=(replace(why, span=span),))

    @cached_property
    def _at(self) -> Mapping[Span, tuple[str, Place]]:
        """The places by their words: most texts have no corrections that ask for them."""
        placed = {one.toponym_id: one.place for one in self._geocodes if one.place}
        return {one.span: (one.id, placed[one.id]) for one in self._toponyms if one.id in placed}


def first_words(leg: Leg) -> Span | None:
    """Words that a leg's edits are tied to: the first that it rests on."""
    return next((one.span for one in leg.evidence if one.span is not None), None)


def leg_numbers(itineraries: Sequence[Itinerary]) -> dict[str, int]:
    """Give every leg, by its id, its number among those that begin with the same words."""
    seen: Counter[Span | None] = Counter()
    numbers = {}
    for itinerary in itineraries:
        for leg in itinerary.legs:
            words = first_words(leg)
            numbers[leg.id] = seen[words]
            seen[words] += 1
    return numbers


def edit_journeys(
    text: str, itineraries: Sequence[Itinerary], places: Places, edits: Sequence[Edit]
) -> tuple[tuple[Itinerary, ...], tuple[Edit, ...]]:
    """Carry out edits of legs, in their order; return those that found no leg as well."""
    lost = []
    trips = list(itineraries)
    for edit in edits:
        if not isinstance(edit, AddedLeg | _OF_LEGS):
            continue
        words = find_anchor(text, edit.anchor)
        if isinstance(edit, AddedLeg):
            is_done = words is not None and _add(trips, words, edit, places)
        else:
            is_done = words is not None and _change(trips, words, edit, places)
        if not is_done:
            lost.append(edit)
    return tuple(trip for trip in trips if trip.legs), tuple(lost)


def _change(
    trips: list[Itinerary], words: Span, edit: ChangedLeg | SplitLeg | JoinedLegs, places: Places
) -> bool:
    """Change the leg that an edit is about; False where it is not found."""
    numbers = leg_numbers(trips)
    at = next(
        (
            (i, j)
            for i, trip in enumerate(trips)
            for j, leg in enumerate(trip.legs)
            if first_words(leg) == words and numbers[leg.id] == edit.number
        ),
        None,
    )
    if at is None:
        return False
    trip, step = trips[at[0]], at[1]
    trips[at[0]] = replace(trip, legs=_numbered(trip, _changed(trip.legs, step, edit, places)))
    return True


def _add(trips: list[Itinerary], words: Span, edit: AddedLeg, places: Places) -> bool:
    """Add the journey that somebody told of; False where none of its places is found."""
    origin, *via, destination = (
        places.end(one, _ADDED) for one in (None, None, *edit.ends)[-max(2, len(edit.ends)) :]
    )
    name = _unused_id(trips)
    leg = Leg(
        id=f"{name}.1",
        traveller=edit.traveller,
        origin=origin,
        via=tuple(end for end in via if end is not None),
        destination=destination,
        mode=edit.mode,
        status=edit.status,
        departed=_when(edit.departed),
        arrived=_when(edit.arrived),
        ended=places.end(edit.ended, _ADDED),
        evidence=(replace(_ADDED, span=words),),
    )
    if not leg.ends:
        return False
    trips.insert(_place_for(trips, words, edit.number), Itinerary(id=name, legs=(leg,)))
    return True


def _unused_id(itineraries: Sequence[Itinerary]) -> str:
    """Name a journey as no other is named."""
    numbers = [int(one.id[1:]) for one in itineraries if one.id[1:].isdecimal()]
    return f"j{max(numbers, default=0) + 1}"


def _place_for(itineraries: Sequence[Itinerary], words: Span, number: int) -> int:
    """Find where a new journey stands, in the order of the text.

    Of those that begin with the same words it is the one of that ``number``, or the last: so it
    keeps its number where another is found there later.
    """
    begins = [(at, first_words(leg)) for at, one in enumerate(itineraries) for leg in one.legs]
    same = [at for at, own in begins if own == words]
    if same:
        return same[number] if number < len(same) else same[-1] + 1
    behind = (at for at, own in begins if own is not None and own.start > words.start)
    return next(behind, len(itineraries))


def _numbered(trip: Itinerary, legs: Sequence[Leg]) -> tuple[Leg, ...]:
    return tuple(replace(leg, id=f"{trip.id}.{n}") for n, leg in enumerate(legs, start=1))


def _changed(
    legs: Sequence[Leg], step: int, edit: ChangedLeg | SplitLeg | JoinedLegs, places: Places
) -> list[Leg]:
    before, leg, after = list(legs[:step]), legs[step], list(legs[step + 1 :])
    if isinstance(edit, JoinedLegs):
        if not after:
            return [*before, leg]
        onward = after.pop(0)
        between = leg.destination or onward.origin
        via = (*leg.via, *((between,) if between else ()), *onward.via)
        joined = replace(
            leg,
            via=via,
            destination=onward.destination,
            ended=onward.ended or leg.ended,
            status=onward.status if onward.status in UNFINISHED else leg.status,
            arrived=onward.arrived,
            evidence=(*leg.evidence, BY_HAND),
        )
        return [*before, joined, *after]
    if isinstance(edit, SplitLeg):
        return [*before, *_split(leg, places.end(edit.at)), *after]
    return [*before, *([] if edit.removed else [_corrected(leg, edit, places)]), *after]


def _split(leg: Leg, at: End | None) -> list[Leg]:
    if at is None:
        return [leg]
    spots = [end.place.feature_id for end in leg.via]
    cut = spots.index(at.place.feature_id) if at.place.feature_id in spots else len(spots)
    evidence = (*leg.evidence, BY_HAND)
    # What stopped it stopped it on the second part: the first got to where the two are parted.
    made = LegStatus.HAPPENED if leg.status in UNFINISHED else leg.status
    first = replace(
        leg,
        via=leg.via[:cut],
        destination=at,
        status=made,
        ended=None,
        arrived=None,
        evidence=evidence,
    )
    rest = replace(leg, origin=at, via=leg.via[cut + 1 :], departed=None, evidence=evidence)
    return [first, rest]


def _corrected(leg: Leg, edit: ChangedLeg, places: Places) -> Leg:
    if edit.ends is not None:
        origin, *via, destination = (None, None, *edit.ends)[-max(2, len(edit.ends)) :]
        leg = replace(
            leg,
            origin=places.end(origin),
            via=tuple(end for one in via if (end := places.end(one)) is not None),
            destination=places.end(destination),
        )
    return replace(
        leg,
        traveller=leg.traveller if edit.traveller is None else edit.traveller,
        mode=edit.mode or leg.mode,
        likely_mode=None if edit.mode else leg.likely_mode,
        status=edit.status or leg.status,
        ended=_got_to(leg, edit, places),
        departed=leg.departed if edit.departed is None else _when(edit.departed),
        arrived=leg.arrived if edit.arrived is None else _when(edit.arrived),
        evidence=(*leg.evidence, BY_HAND),
    )


def _got_to(leg: Leg, edit: ChangedLeg, places: Places) -> End | None:
    """Give where a leg got to in the stead of its destination: what was found, unless corrected."""
    if edit.ended is not None:
        return places.end(next(iter(edit.ended), None))
    is_judged = edit.status is not None or edit.ends is not None
    is_over = is_judged and (edit.status or leg.status) not in UNFINISHED
    return None if is_over else leg.ended


def _when(words: str) -> When | None:
    return When(text=words) if words.strip() else None
