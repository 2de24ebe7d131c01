"""Checks the height of mountains and towns, and the depth of lakes, against those known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.named import is_entry
from geo.checks.verdict import fits

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Surveys differ, and snow comes and goes: so little is no difference, and so much is one.
_ALIKE, _ALIKE_M = 0.01, 12.0
_UNLIKE, _UNLIKE_M = 0.05, 100.0
# Towns lie on slopes.
_ALIKE_TOWN_M, _UNLIKE_TOWN_M = 150.0, 600.0


def check(claim: Claim, ground: Ground) -> Check:
    """Compare the figure with the height, or depth, that is known."""
    places = ground.places(claim)
    one = places[0] if places else None
    is_depth = claim.relation == "depth"
    rows = ground.facts.ranked("depth" if is_depth else "mountain")
    row = next((row for row in rows if one is not None and row.name == one.name), None)
    if row is None and one is not None and one.feature_code.startswith("ADM"):
        # "Potosí lies so high" is said of the town, not of the region around it.
        one = ground.named(one.name, one.country_code)
    if row is None and one is not None and one.feature_class == "P" and not is_depth:
        return _town(claim, one, ground)
    if row is None and one is not None:
        row = next((row for row in rows if is_entry(row, one, ground)), None)
    if row is None:
        told = "deep" if is_depth else "high"
        return unknown(claim, f"We do not know how {told} this is.")
    words = f"{row.name} is {_both(row.value_si, 5)} {'deep' if is_depth else 'high'}."
    slack = (max(_ALIKE * row.value_si, _ALIKE_M), max(_UNLIKE * row.value_si, _UNLIKE_M))
    return _compared(claim, row.value_si, slack, words)


def _town(claim: Claim, town: Place, ground: Ground) -> Check:
    metres = ground.facts.height_m(town.feature_id)
    if metres is None:
        return unknown(claim, f"How high {town.name} lies is not known here.")
    words = f"The middle of {town.name} lies about {_both(metres, _ROUGH)} above the sea."
    return _compared(claim, metres, (_ALIKE_TOWN_M, _UNLIKE_TOWN_M), words)


def _both(metres: float, digits: int) -> str:
    feet = round(metres / _M_PER_FOOT) if digits > _ROUGH else metres / _M_PER_FOOT
    return f"{wording.trimmed(metres, digits)} m ({wording.trimmed(feet, digits)} ft)"


def _compared(claim: Claim, metres: float, slack_m: tuple[float, float], words: str) -> Check:
    """Hold the figure against a height: alike within the first slack, wrong beyond the second."""
    figure, (alike, unlike) = claim.figure, slack_m
    if fits(figure.low_si, figure.high_si, metres - alike, metres + alike):
        return holds(claim, words)
    return (fails if abs(figure.value_si - metres) >= unlike else unknown)(claim, words)


_M_PER_FOOT = 0.3048
# The ground of towns is told to so many digits.
_ROUGH = 3
