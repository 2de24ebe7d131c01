"""Tells the legs of a story apart: by the words that they begin with, and a number among those."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Itinerary, Leg, Span


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


def unused_id(itineraries: Sequence[Itinerary]) -> str:
    """Name a journey as no other is named."""
    numbers = [int(one.id[1:]) for one in itineraries if one.id[1:].isdecimal()]
    return f"j{max(numbers, default=0) + 1}"


def place_for(itineraries: Sequence[Itinerary], words: Span, number: int) -> int:
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
