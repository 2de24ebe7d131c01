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
from geo.checks.uncertainty import LEAST_PROBABILITY, only_if_known
from geo.checks.wording import place_name
from geo.contracts import ClaimKind, Limit, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Geocode, Place

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
        ClaimKind.TIME_ZONE,
        ClaimKind.COORDINATES,
        ClaimKind.BETWEEN,
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
    return with_limit(claim, _judged(claim, ground))


def with_limit(claim: Claim, check: Check) -> Check:
    """Take a verdict back that the words around a claim do not bear."""
    is_past = claim.limit is Limit.TIME and check.verdict is not Verdict.REFUTED
    if claim.limit is Limit.NONE or is_past or check.verdict is Verdict.NOT_ENOUGH_INFO:
        return check
    words = f"{check.reason} {_LIMITED[claim.limit]}"
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)


def _judged(claim: Claim, ground: Ground) -> Check:
    """Check a claim; where its words name no other place, with each that they may mean.

    The likeliest is enough to bear it out; to refuse it, none may do so.
    """
    meant = claim.subject.taken_from
    if not meant or meant[0] not in claim.subject.toponym_ids:
        return _judged_as_named(claim, ground)
    checks = [_judged_as_named(_with_other(claim, one), ground) for one in meant]
    is_none = all(check.verdict is Verdict.REFUTED for check in checks)
    if checks[0].verdict is Verdict.SUPPORTED or is_none:
        return checks[0]
    words = f"{checks[0].reason} But the words do not name one of the places."
    return replace(checks[0], verdict=Verdict.NOT_ENOUGH_INFO, reason=words)


def _with_other(claim: Claim, toponym_id: str) -> Claim:
    """Put another place for the one that the words do not name."""
    subject = claim.subject
    ids = tuple(toponym_id if one == subject.taken_from[0] else one for one in subject.toponym_ids)
    return replace(claim, subject=replace(subject, toponym_ids=ids, taken_from=()))


def _judged_as_named(claim: Claim, ground: Ground) -> Check:
    check = CHECKERS[claim.kind](claim, ground)
    if check.verdict is Verdict.REFUTED:
        check = only_if_known(check, ground.places(claim) or [])
        return _unless_other(claim, check, ground)
    if check.verdict is not Verdict.NOT_ENOUGH_INFO:
        return check
    likely = replace(ground, is_likely_enough=True)
    again = CHECKERS[claim.kind](claim, likely)
    is_told = claim.kind in _TELLING or _holds_for_all(claim, likely)
    return again if again.verdict is Verdict.SUPPORTED and is_told else check


def _holds_for_all(claim: Claim, ground: Ground) -> bool:
    """Whether a claim holds for each other place that a name may mean."""
    return all(
        CHECKERS[claim.kind](claim, other).verdict is Verdict.SUPPORTED
        for _, other in _others(claim, ground)
    )


def _unless_other(claim: Claim, check: Check, ground: Ground) -> Check:
    """Take a refusal back where another place that a name may mean would make the claim hold."""
    if check.verdict is not Verdict.REFUTED:
        return check
    for place, other in _others(claim, ground):
        verdict = CHECKERS[claim.kind](claim, other).verdict
        is_open = verdict is not Verdict.REFUTED and _is_nearer(claim, place, ground)
        if verdict is Verdict.SUPPORTED or is_open:
            words = f"{check.reason} But it may hold for another {place_name(place)}."
            return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)
    return check


def _is_nearer(claim: Claim, place: Place, ground: Ground) -> bool:
    """Whether a town lies in the land that it is called the capital of, and the one taken not."""
    if claim.kind is not ClaimKind.CAPITAL or place.feature_class != "P":
        return False
    pins = [ground.geocodes.get(key) for key in claim.subject.toponym_ids]
    taken, *of = [one.place.country_code if one and one.place else "" for one in pins]
    return bool(of) and of[0] == place.country_code != taken


def _others(claim: Claim, ground: Ground) -> Iterator[tuple[Place, Ground]]:
    """Put each likely alternative of each place of a claim in its stead."""
    for toponym_id in claim.subject.toponym_ids:
        geocode = ground.geocodes.get(toponym_id)
        for one in geocode.alternatives if geocode else ():
            # Hardly another place of a name is a capital of just that land, however small it is.
            is_likely = claim.kind is ClaimKind.CAPITAL or one.probability >= LEAST_PROBABILITY
            if geocode is not None and is_likely:
                meant: Geocode = replace(geocode, place=one.place, probability=1.0)
                geocodes = {**ground.geocodes, toponym_id: meant}
                yield one.place, replace(ground, geocodes=geocodes)
