"""Tries a figure against one interpretation, and turns a ruling over all of them into a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.verdict import Rank, Ruling, Tried, fits
from geo.contracts import Check, Interpretation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.ends import Gap
    from geo.checks.writer_errors import WriterError
    from geo.contracts import Claim, Quantity


def interval_of(quantity: Quantity) -> tuple[float, float]:
    """Give the lowest and the highest value that a figure may have, in SI units."""
    return quantity.low_si, quantity.high_si


def try_interval(
    name: str,
    claimed_m: tuple[float, float],
    interval_m: tuple[float, float],
    *,
    gap: Gap | None = None,
    only_if: str = "",
) -> Tried:
    """Hold a claimed interval against a true one; ``gap`` is the line that was measured.

    With a condition the interpretation is a possible one, without it a natural one.
    """
    low_m, high_m = max(0.0, interval_m[0]), interval_m[1]
    reading = Interpretation(
        name=name,
        low_si=low_m,
        high_si=high_m,
        fits=fits(*claimed_m, low_m, high_m),
        note=f"measured {gap.words}" if gap else "",
        geometry=gap.drawn if gap else None,
    )
    return Tried(reading=reading, rank=Rank.POSSIBLE if only_if else Rank.NATURAL, only_if=only_if)


def try_writer_error(quantity: Quantity, error: WriterError, of: str = "") -> Tried:
    """Read a figure as what was meant if a writer's error is undone; ``of`` is what it equals."""
    meant_m = quantity.value_si * error.undo
    reading = Interpretation(
        name=f"{error.name}, {of}" if of else error.name,
        low_si=meant_m,
        high_si=meant_m,
        fits=True,
        slip=True,
        note=error.only_if,
    )
    only_if = f"{error.only_if}, in a straight line" if of else error.only_if
    return Tried(reading=reading, rank=Rank.SLIP, only_if=only_if)


def check_of(claim: Claim, tried: Sequence[Tried], ruling: Ruling, reason: str) -> Check:
    """Put down a ruling, and what it rests on, as the check of a claim."""
    rests = ruling.rests_on.reading if ruling.rests_on else None
    return Check(
        claim_id=claim.id,
        verdict=ruling.verdict,
        expected_low_si=rests.low_si if rests else None,
        expected_high_si=rests.high_si if rests else None,
        readings=tuple(one.reading for one in tried),
        only_if=ruling.only_if,
        reason=reason,
    )
