"""Finds where the article contradicts itself, and says so in the checks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.verdict import fits
from geo.contracts import Check, ClaimKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Claim, Geocode

# Two figures of one distance may differ by this share before it is worth a word.
_TOLERANCE = 0.1

_LENGTHS = frozenset({ClaimKind.SEPARATION, ClaimKind.ROUTE_LENGTH})


def said_twice(
    claims: Sequence[Claim], checks: Sequence[Check], geocodes: Sequence[Geocode]
) -> tuple[Check, ...]:
    """Add to each check what else the article says the same distance is, if that differs."""
    places = {geocode.toponym_id: geocode.place for geocode in geocodes}
    keys = {
        claim.id: _key(claim, {key: place.feature_id for key, place in places.items() if place})
        for claim in claims
    }
    return tuple(
        _with_other(claim, check, [one for one in claims if _is_other(one, claim, keys)])
        for claim, check in zip(claims, checks, strict=True)
    )


def _key(claim: Claim, places: dict[str, str]) -> tuple[object, ...] | None:
    """Name what a length is about; None for claims of other kinds and where it is not known."""
    if claim.kind not in _LENGTHS:
        return None
    if claim.subject.leg_id:
        return (claim.subject.leg_id, claim.kind)
    ends = frozenset(places.get(toponym_id, "") for toponym_id in claim.subject.toponym_ids)
    return (ends, claim.way) if len(ends) > 1 and "" not in ends else None


def _is_other(one: Claim, claim: Claim, keys: dict[str, tuple[object, ...] | None]) -> bool:
    if one.id == claim.id or keys[claim.id] is None or keys[one.id] != keys[claim.id]:
        return False
    low, high = claim.figure.low_si, claim.figure.high_si
    wide = (low * (1 - _TOLERANCE), high * (1 + _TOLERANCE))
    return not fits(*wide, one.figure.low_si, one.figure.high_si)


def _with_other(claim: Claim, check: Check, others: Sequence[Claim]) -> Check:
    if not others:
        return check
    other = others[0]
    words = (
        f"Elsewhere the article says {wording.figure(other.figure)} of the same distance, "
        f"here {wording.figure(claim.figure)}."
    )
    return replace(
        check,
        reason=f"{check.reason} {words}",
        judged_with=tuple(dict.fromkeys((*check.judged_with, other.id))),
    )
