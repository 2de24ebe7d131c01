"""From the interpretations of a claim to its verdict: the whole rule stands on this page.

1. Nothing could be measured: cannot tell.
2. A natural reading fits (the straight line or a usual road for "A is 80 km from B"; the way
   itself for "the 683 miles to B"): the claim holds.
3. Only a less natural reading fits, without supposing a mistake (a winding road; the straight line
   where the text speaks of the way): it holds only if that is meant.
4. No reading fits, but a natural one is missed by no more than a tenth: too near to refuse, since
   the start of the way, the detours and the rounding are not known. It holds only if meant
   roughly, or, where a slip of units explains the very digits, only if that slip was made.
5. Else it does not hold; the likeliest slip that explains the figure is named.

A reading fits when its interval and the claim's have a number in common. The claim's interval comes
from the digits and the hedge, the reading's from the extent of the places and the way.

Sources of the bands (`WAYS`): in 12,590 sentences of the kind "A is 80 km from B" the claim divided
by the geodesic has quartiles 1.00 and 1.22 and a 95th percentile of 1.54: writers mostly give the
road, even with a compass direction. Of the 2,525 of them that `benchmarks.claims` judges, 3.8 % lie
between 1.54 and 2. Ballou, Rahardja and Sakai, "Selected country circuity factors for road travel
distance estimation", Transportation Research A 36 (2002), found means of 1.12 (Belarus) to 2.10
(Egypt) with 1.2 to 1.4 in most countries.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from geo.contracts import Interpretation, Mode, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

# Missed by no more than this share, a known way does not refuse a figure outright.
NEAR = 0.1

# How much two people differ who measure the same straight line on maps, as a share.
STRAIGHT_TOLERANCE = 0.1

# And beyond a strict bound ("less than 360 km").
BOUND_TOLERANCE = 0.03

# Way divided by straight line: what is usual, and what still happens, where no way is told too.
USUAL, POSSIBLE, UNTOLD = 1.22, 1.54, 1.57
WAYS = {
    Mode.UNKNOWN: (USUAL, UNTOLD),
    Mode.ROAD: (POSSIBLE, 1.8),
    Mode.RAIL: (POSSIBLE, 1.8),
    Mode.FOOT: (POSSIBLE, 1.8),
    Mode.SEA: (1.25, 2.5),
    Mode.AIR: (1.05, 1.1),
}


class Rank(IntEnum):
    """How readily a reading comes to mind."""

    NATURAL = 0
    POSSIBLE = 1
    SLIP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A reading and its rank; ``only_if`` completes "holds only if …"."""

    reading: Interpretation
    rank: Rank
    only_if: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The verdict, the reading that it rests on and the slip that explains the figure, if any."""

    verdict: Verdict
    rests_on: Tried | None = None
    slip: Tried | None = None
    only_if: str = ""


def rule(tried: Sequence[Tried], low_si: float, high_si: float, *, near: float = 0.0) -> Ruling:
    """Apply the rule above to a claim whose value lies between two figures in SI units.

    ``tried`` is in order of preference inside each rank; ``near`` is the share by which a natural
    reading may be missed.
    """
    natural = [one for one in tried if one.rank is Rank.NATURAL]
    honest = natural + [one for one in tried if one.rank is Rank.POSSIBLE]
    slip = next((one for one in tried if one.rank is Rank.SLIP and one.reading.fits), None)
    if not honest:
        return Ruling(verdict=Verdict.NOT_ENOUGH_INFO)
    for one in honest:
        if one.reading.fits:
            return Ruling(verdict=Verdict.SUPPORTED, rests_on=one, slip=slip, only_if=one.only_if)
    nearest = min(honest, key=lambda one: missed_by(one.reading, low_si, high_si))
    if natural and missed_by(natural[0].reading, low_si, high_si) <= near:
        words = slip.only_if if slip else "the figure is meant roughly"
        return Ruling(verdict=Verdict.SUPPORTED, rests_on=natural[0], slip=slip, only_if=words)
    return Ruling(verdict=Verdict.REFUTED, rests_on=nearest, slip=slip)


def fits(low_si: float, high_si: float, other_low_si: float, other_high_si: float) -> bool:
    """Whether two intervals have a number in common."""
    return low_si <= other_high_si and other_low_si <= high_si


def missed_by(reading: Interpretation, low_si: float, high_si: float) -> float:
    """Share by which an interval misses a reading; 0 where they meet."""
    if fits(low_si, high_si, reading.low_si, reading.high_si):
        return 0.0
    if high_si < reading.low_si:
        return 1.0 - high_si / reading.low_si
    return low_si / reading.high_si - 1.0 if reading.high_si > 0 else float("inf")
