"""From distances that hold to the places that are surely the ones meant.

A town of the name at the very distance of another, and in the direction told, is no namesake: what
else is said of it may be refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.caution import digits_of
from geo.contracts import ClaimKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.contracts import Check, Claim, Geocode

# So near a figure is to the straight line, as a share, that no chance has brought it there; and so
# many digits it has, or as many with a direction.
_NEAR = 0.04
_DIGITS, _WITH_DIRECTION = 3, 2


def borne_out(
    claims: Iterable[Claim], checks: Mapping[str, Check], geocodes: Mapping[str, Geocode]
) -> frozenset[str]:
    """List what the gazetteer calls the towns that a distance bears out."""
    return frozenset(_towns(claims, checks, geocodes))


def _towns(
    claims: Iterable[Claim], checks: Mapping[str, Check], geocodes: Mapping[str, Geocode]
) -> Iterator[str]:
    for claim in claims:
        check = checks.get(claim.id)
        if check is None or not _is_telling(claim, check):
            continue
        for toponym_id in claim.subject.toponym_ids:
            geocode = geocodes.get(toponym_id)
            if geocode is not None and geocode.place is not None:
                yield geocode.place.feature_id


def _is_telling(claim: Claim, check: Check) -> bool:
    is_firm = check.verdict is Verdict.SUPPORTED and not check.only_if
    if claim.kind is not ClaimKind.SEPARATION or not is_firm or claim.subject.taken_from:
        return False
    straight = check.readings[:1]
    least = _DIGITS if claim.bearing_deg is None else _WITH_DIRECTION
    return digits_of(claim) >= least and any(
        (1 - _NEAR) * one.low_si <= claim.figure.value_si <= (1 + _NEAR) * one.high_si
        for one in straight
    )
