"""Leaves open what is counted from a name that the article itself says is another place's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import ClaimKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Check, Claim

_LENGTHS = frozenset({ClaimKind.SEPARATION, ClaimKind.ROUTE_LENGTH})
_WORDS = "But the article calls one of the two the capital of another land, and means another."


def with_misplaced(claims: Sequence[Claim], checks: Sequence[Check]) -> tuple[Check, ...]:
    """Take refused lengths back of a town that is no capital where one of its name may be.

    "Hamilton, the capital of Bermuda" is not the one in Ontario, whatever the story is about.
    """
    others = {
        claim.subject.toponym_ids[0]
        for claim, check in zip(claims, checks, strict=True)
        if claim.kind is ClaimKind.CAPITAL
        and not claim.relation
        and len(claim.subject.toponym_ids) > 1
        and check.verdict is Verdict.NOT_ENOUGH_INFO
    }
    return tuple(
        replace(
            check, verdict=Verdict.NOT_ENOUGH_INFO, reason=f"{check.reason} {_WORDS}", only_if=""
        )
        if claim.kind in _LENGTHS
        and check.verdict is Verdict.REFUTED
        and not others.isdisjoint(claim.subject.toponym_ids)
        else check
        for claim, check in zip(claims, checks, strict=True)
    )
