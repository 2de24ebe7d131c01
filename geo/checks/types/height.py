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
# Towns lie on slopes.
_ALIKE_TOWN_M, _UNLIKE_TOWN_M = 100.0, 600.0


def check(claim: Claim, ground: Ground) -> Check:
    """Compare the figure with the height known."""
    places = ground.places(claim)
    one = places[0] if places else None
    is_depth = claim.relation == "depth"
    kinds = ("depth",) if is_depth else ("mountain", "town")
    rows = [row for kind in kinds for row in ground.facts.ranked(kind)]
    row = next((row for row in rows if one is not None and is_entry(row, one, ground)), None)
    if one is None or row is None or (one.feature_class == "P") != (row.kind == "town"):
        told = "deep this is" if is_depth else "high this lies"
        return unknown(claim, f"How {told} is not known here.")
    metres, figure = row.value_si, claim.figure
    feet = wording.trimmed(metres / _M_PER_FOOT, 5)
    far = "deep" if is_depth else "high"
    words = f"{row.name} is {wording.trimmed(metres, 5)} m ({feet} ft) {far}."
    if row.kind == "town":
        words = f"{row.name} lies {wording.trimmed(metres, 3)} m ({feet} ft) above the sea."
    alike = _ALIKE_TOWN_M if row.kind == "town" else max(_ALIKE * metres, _ALIKE_M)
    if fits(figure.low_si, figure.high_si, metres - alike, metres + alike):
        return holds(claim, words)
    off_m = abs(figure.value_si - metres)
    unlike = _UNLIKE_TOWN_M if row.kind == "town" else max(_UNLIKE * metres, _UNLIKE_M)
    return (fails if off_m >= unlike else unknown)(claim, words)


_M_PER_FOOT = 0.3048
