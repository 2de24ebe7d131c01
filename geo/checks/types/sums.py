"""Checks figures of one passage against each other: sums, days between dates, averages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.types.ground import fails, holds, unknown
from geo.contracts import Dimension

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim

# A sum of rounded figures may miss by the first share; by more than the second it is another.
_ALIKE, _UNLIKE = 0.005, 0.01
# Distance, time and speed are each rounded, and often hedged.
_PARTS = "sum of it"
_SAME_RATE, _OTHER_RATE = 0.1, 0.3


def check(claim: Claim, ground: Ground) -> Check:
    """Add up, count days, or divide the way by the time."""
    del ground
    if claim.relation.startswith("rate"):
        return _rate(claim)
    if claim.relation.startswith("days"):
        return _days(claim)
    parts, total = claim.also, claim.figure
    si = total.value_si / total.value if total.value else 1.0
    value = sum(part.value_si for part in parts)
    told = " + ".join(wording.trimmed(part.value, 6) for part in parts)
    words = f"{told} = {wording.trimmed(value / si, 6)} {total.unit}"
    if abs(value - total.value_si) <= _ALIKE * value:
        return holds(claim, f"{words}.")
    is_off = abs(value - total.value_si) > _UNLIKE * value and claim.relation == "sum"
    # Of the parts of a whole others may not be told, but no more can be told than there is.
    is_off = is_off or (claim.relation == _PARTS and value > total.value_si * (1 + _UNLIKE))
    words = f"{words}, not {wording.trimmed(total.value, 6)}."
    return (fails if is_off else unknown)(claim, words)


def _days(claim: Claim) -> Check:
    _, stated, found = claim.relation.split()
    off = int(stated) - int(found)
    words = f"From the one date to the other it is {found} days"
    words += f", {stated} with both counted." if off == 1 else "."
    if off in {0, 1}:
        return holds(claim, words)
    return fails(claim, words) if abs(off) > 1 else unknown(claim, words)


def _rate(claim: Claim) -> Check:
    """Divide the way by the time, and hold the three against each other."""
    of = {one.dimension: one for one in (claim.figure, *claim.also)}
    way, time, speed = (of[key] for key in (Dimension.LENGTH, Dimension.DURATION, Dimension.SPEED))
    if not time.value_si or not speed.value_si:
        return unknown(claim, "A way of no time or speed cannot be told.")
    real = way.value_si / time.value_si
    words = (
        f"{wording.about(way.value_si)}, in {wording.hours_and_days(time.value_si)} "
        f"is {wording.speed(real)} on average"
    )
    off = max(real / speed.value_si, speed.value_si / real) - 1.0 if real else 1.0
    if off <= _SAME_RATE:
        return holds(claim, f"{words}.")
    words = f"{words}, not {wording.trimmed(speed.value, 4)} {speed.unit}."
    return (fails if off >= _OTHER_RATE else unknown)(claim, words)
