"""Finds the journey that a figure belongs to, by the sentences that tell of each."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import End, Leg, Place

# Further back than this a journey is no longer what a figure without a named end is about.
_REACH_SENTENCES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A leg and the sentences that speak of it, in order."""

    leg: Leg
    sentences: tuple[int, ...]

    def goes_over(self, index: int) -> bool:
        """Whether sentences before and behind one tell of the leg, and it does not itself."""
        return index not in self.sentences and self.sentences[0] < index < self.sentences[-1]


class Legs:
    """The journeys of a story; none is compared with a figure that is far from it."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._told = told
        self._by_id = {one.leg.id: one.leg for one in reversed(told)}
        self._to: dict[str, list[Told]] = {}
        self._at: dict[int, list[int]] = {}
        for number, one in enumerate(told):
            if one.leg.destination is not None:
                self._to.setdefault(one.leg.destination.place.feature_id, []).append(one)
            for at in one.sentences:
                self._at.setdefault(at, []).append(number)

    def called(self, leg_id: str) -> Leg | None:
        """Find a leg by its id."""
        return self._by_id.get(leg_id)

    def to(self, index: int, destination: Place, origin: Place | None) -> Leg | None:
        """Find the journey that ends at a place, one told in the sentence itself before others."""
        fitting = [
            told
            for told in self._to.get(destination.feature_id, ())
            if origin is None or told.leg.origin is None or _is_at(told.leg.origin, origin)
        ]
        here = [told for told in fitting if _gap(told, index) == 0] or fitting
        best = min(here, key=lambda told: (_unknowns(told.leg), _gap(told, index)), default=None)
        return best.leg if best else None

    def by(self, index: int, place: Place) -> Leg | None:
        """Find the journey told in a sentence that calls at a place on its way."""
        fitting = (self._told[number].leg for number in self._at.get(index, ()))
        return next((leg for leg in fitting if any(_is_at(one, place) for one in leg.via)), None)

    def near(self, index: int, mode: Mode = Mode.UNKNOWN, *, is_named: bool = False) -> Leg | None:
        """Find the journey that a sentence without a named end goes on about.

        It is told in the sentence itself or not far before it, and by a means of travel that does
        not contradict ``mode``. What is told on both sides is still under way there, unless the
        sentence names the journey: "the crossing".
        """
        near = range(index - _REACH_SENTENCES, index + 1)
        numbers = sorted({number for at in near for number in self._at.get(at, ())})
        fitting = [
            one
            for one in map(self._told.__getitem__, numbers)
            if _agrees(one.leg, mode) and (is_named or not one.goes_over(index))
        ]
        best = min(fitting, key=lambda told: (_gap(told, index), _unknowns(told.leg)), default=None)
        return best.leg if best else None

    def are_told(self, index: int, leg: Leg) -> bool:
        """Whether a sentence speaks of a leg."""
        return any(self._told[number].leg is leg for number in self._at.get(index, ()))


def _is_at(end: End | None, place: Place) -> bool:
    return end is not None and end.place.feature_id == place.feature_id


def _unknowns(leg: Leg) -> int:
    """Count what is not known for certain of a leg; a stated journey outranks a guessed one."""
    ends = sum(1 if end is None else end.inferred * 0.5 for end in (leg.origin, leg.destination))
    unreal = leg.status in {LegStatus.DENIED, LegStatus.HYPOTHETICAL, LegStatus.CANCELLED}
    return int(2 * ends) + 2 * unreal


def _gap(told: Told, index: int) -> float:
    """Sentences from the nearest one that tells of a leg; what comes later counts much more."""
    at = bisect_right(told.sentences, index)
    before = [float(index - sentence) for sentence in told.sentences[max(0, at - 1) : at]]
    after = [10.0 * (sentence - index) for sentence in told.sentences[at : at + 1]]
    return min((*before, *after), default=1000.0)


def _agrees(leg: Leg, mode: Mode) -> bool:
    return leg.mode is mode or Mode.UNKNOWN in {leg.mode, mode}
