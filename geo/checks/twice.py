"""Finds where the article contradicts itself, and says so in the checks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.verdict import fits
from geo.contracts import Check, ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.contracts import Claim, Geocode

# Two figures of one distance may differ by this share before it is worth a word.
_TOLERANCE = 0.1

_LENGTHS = frozenset({ClaimKind.SEPARATION, ClaimKind.ROUTE_LENGTH})


def said_twice(
    claims: Sequence[Claim], checks: Sequence[Check], geocodes: Sequence[Geocode]
) -> tuple[Check, ...]:
    """Add to each check what else the article says the same distance is, if that differs."""
    places = {one.toponym_id: one.place.feature_id for one in geocodes if one.place}
    keys = [_key(claim, places) for claim in claims]
    # Of claims with one figure the first speaks for all: a text may repeat itself for ever.
    figures: dict[tuple[object, ...], dict[tuple[float, float], Claim]] = {}
    for key, claim in zip(keys, claims, strict=True):
        # where one is counted from may only be taken from the context: that is no contradiction
        if key is not None and not claim.subject.taken_from:
            interval = (claim.figure.low_si, claim.figure.high_si)
            figures.setdefault(key, {}).setdefault(interval, claim)
    return tuple(
        _with_other(claim, check, figures.get(key, {}).values() if key is not None else ())
        for key, claim, check in zip(keys, claims, checks, strict=True)
    )


def _key(claim: Claim, places: Mapping[str, str]) -> tuple[object, ...] | None:
    """Name what a length is about; None for claims of other kinds and where it is not known."""
    if claim.kind not in _LENGTHS:
        return None
    if claim.subject.leg_id:
        return (claim.subject.leg_id, claim.kind)
    ends = frozenset(places.get(toponym_id, "") for toponym_id in claim.subject.toponym_ids)
    return (ends, claim.way) if len(ends) > 1 and "" not in ends else None


def _is_other(one: Claim, claim: Claim) -> bool:
    """Whether the figure of a claim about the same length is another."""
    low, high = claim.figure.low_si, claim.figure.high_si
    wide = (low * (1 - _TOLERANCE), high * (1 + _TOLERANCE))
    return not fits(*wide, one.figure.low_si, one.figure.high_si)


def _with_other(claim: Claim, check: Check, same: Iterable[Claim]) -> Check:
    other = next((one for one in same if _is_other(one, claim)), None)
    if other is None:
        return check
    words = (
        f"Elsewhere the article says {wording.figure(other.figure)} of the same distance, "
        f"here {wording.figure(claim.figure)}."
    )
    return replace(
        check,
        reason=f"{check.reason} {words}",
        judged_with=tuple(dict.fromkeys((*check.judged_with, other.id))),
    )
