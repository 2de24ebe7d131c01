"""Tells which lengths say the same of the same places, so that each is measured once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.contracts import Claim, Geocode


def what_is_said(claim: Claim, geocodes: Mapping[str, Geocode]) -> tuple[object, ...]:
    """Give a key that two lengths share only if their verdicts are the same."""
    figure, subject = claim.figure, claim.subject
    return (
        claim.kind,
        claim.way,
        claim.bearing_deg,
        claim.relation,
        subject.leg_id,
        subject.reason,
        tuple(_where(geocodes.get(one)) for one in subject.toponym_ids),
        tuple(_where(geocodes.get(one)) for one in subject.taken_from),
        (figure.unit, figure.value, figure.low_si, figure.high_si, figure.hedge),
    )


def _where(geocode: Geocode | None) -> tuple[object, ...]:
    if geocode is None or geocode.place is None:
        return ()
    others = tuple((one.place.feature_id, one.probability) for one in geocode.alternatives)
    return (geocode.place.feature_id, geocode.probability, others)
