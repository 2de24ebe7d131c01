"""Says in a check where a figure and its own conversion in brackets do not agree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.verdict import fits
from geo.contracts import Verdict

if TYPE_CHECKING:
    from geo.contracts import Check, Claim, Quantity

# Two figures that are each other's conversion may differ by this share: both were rounded.
_CONVERSION_TOLERANCE = 0.03


def with_conversions(claim: Claim, check: Check) -> Check:
    """Add what is wrong between a figure and its own conversion in brackets."""
    wrong = [other for other in claim.also if not _converts(claim.figure, other)]
    if not wrong:
        return check
    first, other = claim.figure, wrong[0]
    words = (
        f"The two figures do not agree: {_written(first)} is "
        f"{_converted(first, other)}, not {_written(other)}."
    )
    only_if = check.only_if
    if check.verdict is Verdict.SUPPORTED:
        only_if = only_if or f"the figure in {first.unit} is the right one"
    return replace(check, reason=f"{check.reason} {words}".strip(), only_if=only_if)


def _converts(one: Quantity, other: Quantity) -> bool:
    low, high = one.low_si * (1 - _CONVERSION_TOLERANCE), one.high_si * (1 + _CONVERSION_TOLERANCE)
    return fits(low, high, other.low_si, other.high_si)


def _written(quantity: Quantity) -> str:
    return f"{wording.trimmed(quantity.value, 4)} {quantity.unit}"


def _converted(one: Quantity, other: Quantity) -> str:
    value = one.value_si / (other.value_si / other.value) if other.value else 0.0
    return f"{wording.trimmed(value, 3)} {other.unit}"
