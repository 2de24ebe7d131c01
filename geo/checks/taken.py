"""Judges a figure of which one end is not named, between all the places that may be meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks.caution import digits_of, is_slip, with_taken_end
from geo.checks.direction import off_deg
from geo.checks.ends import is_measurable, measure
from geo.checks.uncertainty import with_other_end
from geo.checks.wording import place_name
from geo.contracts import ClaimKind, Verdict, WayWords

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.contracts import Check, Claim, Place

# A straight line known to this share tells by its length alone which of some places is meant.
_CLOSELY = 0.15
# A direction as papers give it, to an eighth of the circle, is clearly this one, and that of a
# sixteenth surely.
_CLEARLY_DEG, _SURELY_DEG = 40.0, 25.0
# So many digits no distance has by chance, besides the direction; fewer where the straight line
# differs from it by no more than this share, and the likeliest place is so many times off.
_EXACT, _FEW, _NEAR, _TIMES = 3, 2, 0.04, 2.0


def with_taken(
    claim: Claim,
    check: Check,
    ends: tuple[Place, Place],
    named: Sequence[Place],
    judge: Callable[[Place, Place], Check],
) -> Check:
    """Say what an end that the words do not name was taken for, and what else it may be.

    ``named`` are the places that may be meant, likeliest first; ``judge`` checks the claim between
    two places, the first of them what the claim is said of.
    """
    at = claim.subject.toponym_ids.index(claim.subject.taken_from[0])
    taken, fixed = ends[at], ends[1 - at]

    def judge_other(place: Place) -> Check:
        return judge(*((place, fixed) if at == 0 else (fixed, place)))

    usable = [one for one in named if one != fixed and is_measurable(one)]
    told_deg = claim.bearing_deg
    least = _FEW if _is_far_off(claim, check) else _EXACT
    if told_deg is not None and digits_of(claim) >= least:
        taken, check = _pointed_out(
            (taken, check),
            usable,
            judge_other,
            lambda place: _is_told(claim, told_deg, (place, fixed), is_end=at == 1),
        )
    slipped = None
    if told_deg is not None and digits_of(claim) >= _FEW and check.verdict is not Verdict.SUPPORTED:
        slipped = _slipped(
            (taken, check),
            usable,
            judge_other,
            lambda place: _is_that_way(told_deg, (place, fixed), is_end=at == 1),
        )
    if slipped is not None:
        taken, check = slipped
    else:
        check = with_other_end(check, taken, usable, judge_other)
        is_there = told_deg is None or _is_that_way(told_deg, (taken, fixed), is_end=at == 1)
        check = with_taken_end(check, claim, is_that_way=is_there)
    check = _with_site(check, claim)
    if at == 0 and claim.kind is ClaimKind.SEPARATION:
        return check
    words = f"Where it is counted from is not said: {place_name(taken)} was taken."
    return replace(check, reason=f"{check.reason} {words}")


def _is_far_off(claim: Claim, check: Check) -> bool:
    """Whether a figure is so many times off that the place it is counted from is another."""
    low_si, high_si = check.expected_low_si or 0.0, check.expected_high_si or 0.0
    figure = claim.figure
    return figure.high_si * _TIMES < low_si or 0.0 < high_si * _TIMES < figure.low_si


def _is_told(claim: Claim, told_deg: float, ends: tuple[Place, Place], *, is_end: bool) -> bool:
    """Whether a direction is that between two places, and a figure of few digits their distance.

    ``is_end`` tells that the first of the two is the far end.
    """
    start, goal = ends if is_end else ends[::-1]
    gap = measure(goal, start)
    off = off_deg(told_deg, start, goal, gap)[0]
    if digits_of(claim) >= _EXACT:
        return off <= _CLEARLY_DEG
    is_near = abs(claim.figure.value_si - gap.distance_m) <= _NEAR * gap.distance_m
    return is_near and off <= _SURELY_DEG


def _pointed_out(
    first: tuple[Place, Check],
    others: Sequence[Place],
    judge: Callable[[Place], Check],
    is_that_way: Callable[[Place], bool],
) -> tuple[Place, Check]:
    """Take the place at whose very distance and direction the other lies, if the first is not it.

    Of a handful of places hardly one fits both by chance.
    """
    if first[1].verdict is Verdict.SUPPORTED:
        return first
    for place in others:
        check = judge(place)
        is_told = check.verdict is Verdict.SUPPORTED and not check.only_if
        if is_told and _has_straight(check, is_directed=True) and is_that_way(place):
            return place, check
    return first


def _is_that_way(told_deg: float, ends: tuple[Place, Place], *, is_end: bool) -> bool:
    start, goal = ends if is_end else ends[::-1]
    gap = measure(goal, start)
    return gap.distance_m > 0 and off_deg(told_deg, start, goal, gap)[0] <= _SURELY_DEG


def _slipped(
    first: tuple[Place, Check],
    others: Sequence[Place],
    judge: Callable[[Place], Check],
    is_that_way: Callable[[Place], bool],
) -> tuple[Place, Check] | None:
    """Take the one place from which the figure is right but for its unit, if it fits no other."""
    judged = [first, *((place, judge(place)) for place in others if place != first[0])]
    if any(check.verdict is Verdict.SUPPORTED and not check.only_if for _, check in judged):
        return None
    found = [(place, check) for place, check in judged if is_slip(check) and is_that_way(place)]
    return found[0] if len(found) == 1 else None


def _has_straight(check: Check, *, is_directed: bool) -> bool:
    straight = [one for one in check.readings if one.name.startswith("straight line")]
    if is_directed:
        return any(one.fits for one in straight)
    return any(
        one.fits and one.high_si - one.low_si <= _CLOSELY * one.high_si for one in straight[:1]
    )


def _with_site(check: Check, claim: Claim) -> Check:
    """Leave open what is said of "the factory", unless the very figure tells in which town it is.

    Only its town is known, and that is taken for it. A direction that is wrong at the right
    distance is refused all the same.
    """
    if claim.relation != WayWords.SITE.value or check.verdict is Verdict.NOT_ENOUGH_INFO:
        return check
    is_directed = claim.bearing_deg is not None
    is_there = _has_straight(check, is_directed=is_directed) or (is_directed and is_slip(check))
    if is_there and not check.only_if:
        return check
    words = f"{check.reason} But where exactly it is counted from the article does not say."
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words, only_if="")
