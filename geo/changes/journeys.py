"""Tells which journeys a story tells of no longer, tells of now, or tells otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.changes.match import pair
from geo.changes.value import Change, How
from geo.wording import journey_words

if TYPE_CHECKING:
    from geo.contracts import Analysis, End, Leg, Span

# Two legs are one journey, told otherwise, from so much likeness on.
_LEAST = 2.0
_SAME_ENDS = 1.5
_TRAVELLER = 1.0  # for the same one; against two of other names
_SAME_MODE = 0.5


def changed_journeys(old: Analysis, new: Analysis) -> tuple[Change, ...]:
    """Compare legs by who goes where; how, when and whether it is so may have changed."""
    pairs = pair(list(old.legs), list(new.legs), key=journey_words, likeness=_likeness)
    changed = (
        Change(
            how=How.CHANGED,
            subject=_who(after),
            before=journey_words(before),
            after=journey_words(after),
            before_span=_span(before),
            after_span=_span(after),
        )
        for before, after in pairs.both
        if journey_words(before) != journey_words(after)
    )
    added = (
        Change(how=How.ADDED, subject=_who(leg), after=journey_words(leg), after_span=_span(leg))
        for leg in pairs.added
    )
    gone = (
        Change(how=How.GONE, subject=_who(leg), before=journey_words(leg), before_span=_span(leg))
        for leg in pairs.gone
    )
    return (*changed, *added, *gone)


def _likeness(one: Leg, other: Leg) -> float:
    who, whom = one.traveller.casefold(), other.traveller.casefold()
    told = (who == whom) - (who != whom) if who and whom else 0
    alike = (
        _SAME_ENDS * _is_same(one.origin, other.origin)
        + _SAME_ENDS * _is_same(one.destination, other.destination)
        + _TRAVELLER * told
        + _SAME_MODE * (one.mode is other.mode)
    )
    return alike if alike >= _LEAST else 0.0


def _is_same(one: End | None, other: End | None) -> bool:
    """Whether both ends are known and the same place."""
    return one is not None and other is not None and one.place.feature_id == other.place.feature_id


def _who(leg: Leg) -> str:
    return leg.traveller or "Somebody not named"


def _span(leg: Leg) -> Span | None:
    return next((reason.span for reason in leg.evidence if reason.span is not None), None)
