"""Checks that a figure and its conversion are the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.verdict import fits
from geo.contracts import Dimension

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Quantity

# Two figures that are each other's conversion may differ by the first share, for both were rounded;
# beyond the second nobody rounds so.
_TOLERANCE, _WRONG = 0.02, 0.05
# The same for temperatures, kelvin.
_TOLERANCE_K, _WRONG_K = 1.0, 2.0
# One degree of each scale, and how far two changes may differ, kelvin.
_STEPS, _SLACK_K = {"°C": 1.0, "°F": 5 / 9}, 0.5
# Degrees that no word makes a rise or fall are more likely a temperature if they are more than so.
_MOST_RISE_K = 10.0
_RISE = "rise"
# Units of one name and two sizes, and how many times as large the other is: gallons, tons.
_OTHER_SIZE = {"gal": 0.00454609 / 0.003785411784, "ton": 1000 / 907.18474}


def check(claim: Claim, ground: Ground) -> Check:
    """Convert the first figure into the unit of the second."""
    del ground
    one, two = claim.figure, claim.also[0]
    is_above = min(one.value, two.value) >= 0
    if claim.relation == _RISE and is_above and one.dimension is Dimension.TEMPERATURE:
        return _of_rise(claim, one, two)
    words = f"{_written(one)} is {_converted(one, two)}"
    if _agree(one, two, tight=True):
        return holds(claim, f"{words}.")
    if _is_difference(one, two):
        told = f"As a rise or fall {_written(one)} is {_steps(one, two)} {two.unit}"
        is_usual = one.value * _STEPS[one.unit] <= _MOST_RISE_K
        return (holds if is_usual else unknown)(claim, f"{told}; as a temperature {words}.")
    if _OTHER_SIZE.keys() & {one.unit, two.unit}:
        larger = _in_other_size(one), _in_other_size(two)
        if _agree(*larger, tight=True):
            return holds(
                claim, f"{_written(one)} is {_converted(*larger)} by the larger unit of the name."
            )
    if _agree(one, two, tight=False):
        return unknown(claim, f"{words}; {_written(two)} would be a rough conversion.")
    return fails(claim, f"{words}, not {_written(two)}.")


def _in_other_size(quantity: Quantity) -> Quantity:
    """Read a figure in the other unit that its unit's name may mean."""
    times = _OTHER_SIZE.get(quantity.unit, 1.0)
    low, value, high = (times * si for si in (quantity.low_si, quantity.value_si, quantity.high_si))
    return replace(quantity, low_si=low, value_si=value, high_si=high)


def _of_rise(claim: Claim, one: Quantity, two: Quantity) -> Check:
    """Judge degrees by which it grew warmer or colder: no zero of a scale counts there."""
    value = _steps(one, two)
    words = f"A rise or fall by {_written(one)} is one by {value} {two.unit}"
    if _is_difference(one, two):
        return holds(claim, f"{words}.")
    return fails(claim, f"{words}, not {_written(two)}.")


def _steps(one: Quantity, two: Quantity) -> str:
    """Write degrees of one scale as so many steps of another."""
    return wording.trimmed(one.value * _STEPS[one.unit] / _STEPS[two.unit], 3)


def _agree(one: Quantity, two: Quantity, *, tight: bool) -> bool:
    low, high = sorted((one.low_si, one.high_si))
    if one.dimension is Dimension.TEMPERATURE:
        slack = _TOLERANCE_K if tight else _WRONG_K
        return fits(low - slack, high + slack, two.low_si, two.high_si)
    slack = _TOLERANCE if tight else _WRONG
    return fits(low * (1 - slack), high * (1 + slack), two.low_si, two.high_si)


def _is_difference(one: Quantity, two: Quantity) -> bool:
    """Whether degrees are those of a rise or fall: "2 degrees Celsius (3.6 Fahrenheit) warmer"."""
    if one.dimension is not Dimension.TEMPERATURE or min(one.value, two.value) < 0:
        return False
    steps = one.value * _STEPS[one.unit] - two.value * _STEPS[two.unit]
    return abs(steps) <= _SLACK_K


def _written(quantity: Quantity) -> str:
    return f"{wording.trimmed(quantity.value, 6)} {quantity.unit}"


def _converted(one: Quantity, two: Quantity) -> str:
    if one.dimension is Dimension.TEMPERATURE:
        per = 1.0 if two.unit == "°C" else 5 / 9
        return f"{round((one.value_si - two.value_si) / per + two.value):,} {two.unit}"
    value = one.value_si / (two.value_si / two.value) if two.value else 0.0
    return f"{wording.trimmed(value, 4)} {two.unit}"
