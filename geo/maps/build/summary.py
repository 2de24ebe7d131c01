"""Writes the line that says the result, with its figures marked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from geo.maps.spec.bounds import is_in_view
from geo.maps.spec.model import Phrase, PlaceKind, VerdictSign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.maps.spec.model import Bounds, ClaimCard, MapPlace

# The page's script begins the same words anew when the map is moved.
OUTSIDE = " Outside this view: "
_MOST_NAMED = 3
_VERBS = {
    VerdictSign.HOLDS: ("holds", "hold"),
    VerdictSign.ONLY_IF: ("holds only in one reading", "hold only in one reading"),
    VerdictSign.FAILS: ("does not hold", "do not hold"),
    VerdictSign.UNKNOWN: ("could not be checked", "could not be checked"),
}


def result_line(
    cards: Sequence[ClaimCard],
    places: Sequence[MapPlace],
    journeys: int,
    frame: Bounds,
    unread: int = 0,
) -> tuple[Phrase, ...]:
    """Say in one line how many figures hold, and how many places and journeys there are.

    A story's place that a map of this frame does not show is named, so that nobody misses it; that
    is the last phrase, which a page that can be moved writes anew. ``unread`` figures were seen,
    and nothing was made of them.
    """
    here = sum(bool(p.refs) and p.kind is not PlaceKind.ASSOCIATIVE for p in places)
    counts = [_count(here, "place")]
    if journeys:
        counts.append(_count(journeys, "journey"))
    told = Phrase(text=f" {', '.join(counts).capitalize()}.")
    return (*_figures(cards, unread), told, *_outside(places, frame))


def _outside(places: Sequence[MapPlace], frame: Bounds) -> Iterator[Phrase]:
    names = [
        place.name
        for place in places
        if place.kind not in {PlaceKind.ASSOCIATIVE, PlaceKind.REGION}
        and not is_in_view(frame, place.lon, place.lat)
    ]
    if names:
        listed = ", ".join(names[:_MOST_NAMED])
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        yield Phrase(text=f"{OUTSIDE}{listed}{more}.")


def _figures(cards: Sequence[ClaimCard], unread: int) -> Iterator[Phrase]:
    """Count by verdict; that none holds is never said, for it may not be known of any."""
    if len(cards) == 1:
        yield Phrase(text="The one figure ")
        yield Phrase(text=_verb(cards[0].sign, 1), strong=True)
    tally = Counter(card.sign for card in cards) if len(cards) > 1 else Counter()
    for number, sign in enumerate(sign for sign in _VERBS if tally[sign]):
        if number:
            yield Phrase(text="; ")
        yield Phrase(text=f"{tally[sign]}{'' if number else f' of {len(cards)}'}", strong=True)
        noun = "" if number else " figures"
        yield Phrase(text=f"{noun} {_verb(sign, tally[sign])}")
    yield Phrase(text=_rest(len(cards), unread))


def _rest(count: int, unread: int) -> str:
    """Say what figures there are besides those that were checked."""
    if not unread:
        return "." if count else "No figures to check."
    what = f"{unread} more {_be(unread)}" if count else f"{_count(unread, 'figure')} {_be(unread)}"
    return f"{'; ' if count else ''}{what} seen but not understood."


def _be(number: int) -> str:
    return "was" if number == 1 else "were"


def _verb(sign: VerdictSign, number: int) -> str:
    one, many = _VERBS[sign]
    return one if number == 1 else many


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'}\u00a0{noun}{'' if number == 1 else 's'}"
