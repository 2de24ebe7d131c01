"""Checks figures of one passage against each other: sums, days between dates, averages."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.types.ground import fails, holds, unknown
from geo.contracts import Dimension

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Quantity

# A sum of rounded figures may miss by the first share; by more than the second it is another.
_ALIKE, _UNLIKE = 0.005, 0.01
# Distance, time and speed are each rounded, and often hedged.
_PARTS, _ANY = "sum of it", "rate any"
_SAME_RATE, _SAME_OF_SOME, _OTHER_RATE = 0.1, 0.04, 0.3


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
    figures = (claim.figure, *claim.also)
    ways, times, speeds = (
        [one for one in figures if one.dimension is dimension]
        for dimension in (Dimension.LENGTH, Dimension.DURATION, Dimension.SPEED)
    )
    triples = [triple for triple in product(ways, times, speeds) if all(map(_is_some, triple))]
    if not triples:
        return unknown(claim, "A way of no time or speed cannot be told.")
    way, time, speed = min(triples, key=_off)
    off = _off((way, time, speed))
    words = (
        f"{wording.about(way.value_si)}, in {wording.hours_and_days(time.value_si)} "
        f"is {wording.speed(way.value_si / time.value_si)} on average"
    )
    # Of several figures one may fit by chance.
    if off <= (_SAME_RATE if len(triples) == 1 else _SAME_OF_SOME):
        return holds(claim, f"{words}.")
    words = f"{words}, not {wording.trimmed(speed.value, 4)} {speed.unit}."
    is_off = off >= _OTHER_RATE and claim.relation != _ANY
    return (fails if is_off else unknown)(claim, words)


def _is_some(figure: Quantity) -> bool:
    return figure.value_si > 0


def _off(triple: tuple[Quantity, Quantity, Quantity]) -> float:
    """Tell by which share the mean speed and the one told differ."""
    way, time, speed = triple
    real = way.value_si / time.value_si
    return max(real / speed.value_si, speed.value_si / real) - 1.0
