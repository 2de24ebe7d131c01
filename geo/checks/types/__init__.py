"""The checks of claims that state no distance, one file for each kind; the table lists them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks.types import (
    adjacency,
    area,
    bearing,
    between,
    capital,
    comparison,
    containment,
    coordinates,
    height,
    length,
    mouth,
    sums,
    superlative,
    time_zone,
    unit_pair,
)
from geo.checks.uncertainty import only_if_known
from geo.contracts import ClaimKind, Limit, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim

CHECKERS: Mapping[ClaimKind, Callable[[Claim, Ground], Check]] = {
    ClaimKind.UNIT_PAIR: unit_pair.check,
    ClaimKind.CAPITAL: capital.check,
    ClaimKind.ADJACENCY: adjacency.check,
    ClaimKind.TIME_ZONE: time_zone.check,
    ClaimKind.CONTAINMENT: containment.check,
    ClaimKind.AREA: area.check,
    ClaimKind.COMPARISON: comparison.check,
    ClaimKind.SUPERLATIVE: superlative.check,
    ClaimKind.BEARING: bearing.check,
    ClaimKind.HEIGHT: height.check,
    ClaimKind.COORDINATES: coordinates.check,
    ClaimKind.BETWEEN: between.check,
    ClaimKind.LENGTH: length.check,
    ClaimKind.MOUTH: mouth.check,
    ClaimKind.SUM: sums.check,
}
# What is said so of a place is hardly so of another of its name by chance.
_TELLING = frozenset(
    {
        ClaimKind.CAPITAL,
        ClaimKind.ADJACENCY,
        ClaimKind.CONTAINMENT,
        ClaimKind.SUPERLATIVE,
        ClaimKind.AREA,
        ClaimKind.HEIGHT,
    }
)

# What each limit leaves of a verdict.
_LIMITED = {
    Limit.RANK: "But the article compares only some of them.",
    Limit.PART: "But the figure may be that of a part.",
    Limit.FRAME: "But the article does not say this as a fact.",
    Limit.TIME: "But the article speaks of another time.",
}


def check_stated(claim: Claim, ground: Ground) -> Check:
    """Check what states no distance; what fits the likeliest place of a name bears the pin out."""
    check = _judged(claim, ground)
    is_past = claim.limit is Limit.TIME and check.verdict is not Verdict.REFUTED
    if claim.limit is Limit.NONE or is_past or check.verdict is Verdict.NOT_ENOUGH_INFO:
        return check
    words = f"{check.reason} {_LIMITED[claim.limit]}"
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)


def _judged(claim: Claim, ground: Ground) -> Check:
    check = CHECKERS[claim.kind](claim, ground)
    if check.verdict is Verdict.REFUTED:
        return only_if_known(check, ground.places(claim) or [])
    if check.verdict is not Verdict.NOT_ENOUGH_INFO or claim.kind not in _TELLING:
        return check
    again = CHECKERS[claim.kind](claim, replace(ground, is_likely_enough=True))
    return again if again.verdict is Verdict.SUPPORTED else check
