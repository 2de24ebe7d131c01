"""Checks the height of mountains against the table of those whose height is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.superlative import is_entry
from geo.checks.verdict import fits

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim

# Surveys differ, and snow comes and goes: so little is no difference, and so much is one.
_ALIKE, _ALIKE_M = 0.01, 12.0
_UNLIKE, _UNLIKE_M = 0.05, 100.0


def check(claim: Claim, ground: Ground) -> Check:
    """Compare the figure with the height known."""
    places = ground.places(claim)
    one = places[0] if places else None
    rows = ground.facts.ranked("mountain")
    row = next((row for row in rows if one is not None and is_entry(row, one, ground)), None)
    if one is None or row is None or one.feature_class == "P":
        return unknown(claim, "How high this lies is not known here.")
    metres, figure = row.value_si, claim.figure
    feet = wording.trimmed(metres / _M_PER_FOOT, 5)
    words = f"{row.name} is {wording.trimmed(metres, 5)} m ({feet} ft) high."
    alike = max(_ALIKE * metres, _ALIKE_M)
    if fits(figure.low_si, figure.high_si, metres - alike, metres + alike):
        return holds(claim, words)
    off_m = abs(figure.value_si - metres)
    return (fails if off_m >= max(_UNLIKE * metres, _UNLIKE_M) else unknown)(claim, words)


_M_PER_FOOT = 0.3048
