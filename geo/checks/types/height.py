"""Checks the height of mountains and towns, and the depth of lakes, against those known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.types.ground import fails, fails_by, holds, unknown
from geo.checks.types.named import NAMED, is_called, is_entry
from geo.checks.verdict import fits
from geo.contracts import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place
    from geo.contracts.facts import Ranked

# Surveys differ, and snow comes and goes: so little is no difference, and so much is one.
_ALIKE, _ALIKE_M = 0.01, 12.0
_UNLIKE, _UNLIKE_M = 0.05, 100.0
_OF_NATURE = frozenset("TH")
_DEPTH, _MOUNTAIN, _PASS = "depth", "mountain", "pass"
# Towns lie on slopes.
_ALIKE_TOWN_M, _UNLIKE_TOWN_M = 150.0, 600.0


def check(claim: Claim, ground: Ground) -> Check:
    """Compare the figure with the height, or depth, that is known."""
    said, _, thing = claim.relation.partition(NAMED)
    if thing:
        return _of_thing(claim, thing, ground)
    places = ground.places(claim)
    one = places[0] if places else None
    told = "deep" if said == _DEPTH else "high"
    if one is None:
        return unknown(claim)
    kinds = (_DEPTH,) if said == _DEPTH else (_MOUNTAIN, _PASS)
    rows = [row for kind in kinds for row in ground.facts.ranked(kind)]
    row = _row_of(claim, one, rows, ground)
    if row is not None:
        return _of_row(claim, row, told)
    if one.feature_code.startswith("ADM"):
        # "Potosí lies so high" is said of the town, not of the region around it.
        one = ground.named(one.name, one.country_code) or one
    if one.feature_class == "P" and said != _DEPTH:
        return _town(claim, one, ground)
    if one.feature_class in _OF_NATURE:
        return _of_thing(claim, one.name, ground)
    return unknown(claim, f"We do not know how {told} this is.")


def _row_of(claim: Claim, one: Place, rows: Sequence[Ranked], ground: Ground) -> Ranked | None:
    """Find the entry of a place; of several of a name that of its country, or the nearest one.

    Greece and Cyprus each have a Mount Olympus.
    """
    is_town = one.feature_class == "P"
    found = [
        row for row in rows if (row.name == one.name if is_town else is_entry(row, one, ground))
    ]
    home = [row for row in found if one.country_code in row.ranks]
    stated = claim.figure.value_si
    return min(home or found, key=lambda row: abs(row.value_si - stated), default=None)


def _of_thing(claim: Claim, name: str, ground: Ground) -> Check:
    """Compare the height of what the gazetteer does not have, by its name."""
    rows = (row for kind in (_MOUNTAIN, _PASS) for row in ground.facts.ranked(kind))
    found = [row for row in rows if is_called(row, name)]
    stated = claim.figure.value_si
    row = min(found, key=lambda row: abs(row.value_si - stated), default=None)
    if row is None or claim.relation.startswith(_DEPTH):
        return unknown(claim, f"The height or depth of {name} is not known here.")
    check = _of_row(claim, row, "high")
    # Another mountain may bear nearly the same name: what differs by far is not refused.
    return check if check.verdict is Verdict.SUPPORTED else unknown(claim, check.reason)


def _of_row(claim: Claim, row: Ranked, told: str) -> Check:
    words = f"{row.name} is {_both(row.value_si, 5)} {told}."
    slack = (max(_ALIKE * row.value_si, _ALIKE_M), max(_UNLIKE * row.value_si, _UNLIKE_M))
    check = _compared(claim, row.value_si, slack, words)
    return fails_by(claim, words, row) if check.verdict is Verdict.REFUTED else check


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
