"""The line that says the result: cards and signs in, phrases with the figures marked out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from geo.maps.model import Phrase, PlaceKind, Sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Analysis
    from geo.maps.model import Card, MapPlace

_OTHERS = (
    (Sign.ONLY_IF, "holds only in one reading", "hold only in one reading"),
    (Sign.FAILS, "does not hold", "do not hold"),
    (Sign.UNKNOWN, "cannot be told", "cannot be told"),
)


def result_line(
    analysis: Analysis, cards: Sequence[Card], places: Sequence[MapPlace]
) -> tuple[Phrase, ...]:
    """Say in one line how many figures hold, and how many places and journeys there are."""
    here = sum(bool(p.refs) and p.kind is not PlaceKind.ASSOCIATIVE for p in places)
    journeys = len(analysis.itineraries)
    counts = f"{_count(here, 'place')}, {_count(journeys, 'journey')}."
    return (*_figures(cards), Phrase(text=f" {counts}"))


def _figures(cards: Sequence[Card]) -> Iterator[Phrase]:
    total = len(cards)
    if not total:
        yield Phrase(text="No figures to check.")
        return
    tally = Counter(card.sign for card in cards)
    holding = tally[Sign.HOLDS]
    yield Phrase(text=f"{holding} of {total}", strong=True)
    noun = "figure" if total == 1 else "figures"
    yield Phrase(text=f" {noun} {'holds' if holding == 1 and total == 1 else 'hold'}")
    for sign, one, many in _OTHERS:
        if tally[sign]:
            yield Phrase(text="; ")
            yield Phrase(text=str(tally[sign]), strong=True)
            yield Phrase(text=f" {one if tally[sign] == 1 else many}")
    yield Phrase(text=".")


def _count(number: int, noun: str) -> str:
    return f"{number}\u00a0{noun}" if number == 1 else f"{number}\u00a0{noun}s"
