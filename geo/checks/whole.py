"""Checks a length that is said of a whole trip against the sum of its legs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.ends import is_measurable, measure
from geo.checks.verdict import STRAIGHT_TOLERANCE, WAYS, fits
from geo.contracts import Check, Interpretation, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Claim, Leg

_LEAST_LEGS = 2


def check_whole(claim: Claim, legs: Sequence[Leg]) -> Check | None:
    """Compare the figure with the straight lines of the legs that join up before it.

    ``legs`` are those of the story in the order of the text. None where no legs join up to the one
    that the claim is said of; a sum that does not fit refuses nothing, since a leg may be untold.
    """
    chain = _chain(claim.subject.leg_id, legs)
    if len(chain) < _LEAST_LEGS:
        return None
    gaps = [measure(leg.origin.place, leg.destination.place) for leg in chain if _is_known(leg)]  # type: ignore[union-attr]
    metres = sum(gap.distance_m for gap in gaps)
    usual = max(WAYS[leg.mode][0] for leg in chain)
    low_m, high_m = metres * (1 - STRAIGHT_TOLERANCE), metres * max(usual, 1 + STRAIGHT_TOLERANCE)
    fit = fits(claim.figure.low_si, claim.figure.high_si, low_m, high_m)
    total = wording.both(metres, wording.first_unit(claim.figure))
    names = [chain[0].origin.place.name]  # type: ignore[union-attr]
    names += [leg.destination.place.name for leg in chain if leg.destination]
    words = f"The straight lines {' – '.join(names)} add up to {total}."
    if not fit:
        words += " The article may leave legs untold."
    reading = Interpretation(name="sum of the legs", low_si=low_m, high_si=high_m, fits=fit)
    return Check(
        claim_id=claim.id,
        verdict=Verdict.SUPPORTED if fit else Verdict.NOT_ENOUGH_INFO,
        expected_low_si=low_m,
        expected_high_si=high_m,
        readings=(reading,),
        reason=words,
    )


def _is_known(leg: Leg) -> bool:
    ends = (leg.origin, leg.destination)
    return all(end is not None and is_measurable(end.place) for end in ends)


def _chain(leg_id: str, legs: Sequence[Leg]) -> list[Leg]:
    """Go back from a leg to those that it joins on to."""
    ids = [leg.id for leg in legs]
    if leg_id not in ids:
        return []
    chain: list[Leg] = []
    for leg in reversed(legs[: ids.index(leg_id) + 1]):
        if not _is_known(leg):
            break
        if chain and leg.destination.place.feature_id != chain[0].origin.place.feature_id:  # type: ignore[union-attr]
            break
        chain.insert(0, leg)
    return chain
