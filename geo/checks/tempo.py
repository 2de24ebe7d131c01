"""Checks the durations and speeds of one journey together, against its length.

Length divided by speed is the time on the way; what the article's duration leaves over is for
stops. Where only one of the two is given, the mean speed is held against what such a means of
travel can do (data/lexicon/en/speeds.json, with sources).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.checks import wording
from geo.checks.verdict import fits
from geo.contracts import Check, ClaimKind, Hedge, Interpretation, Mode, Verdict, WayWords
from geo.contracts.units import M_PER_KM, S_PER_HOUR
from geo.lexicon import any_of
from geo.lexicon.directions import speeds
from geo.lexicon.units import has

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.journey import Journey, Length
    from geo.contracts import Claim

# Share of a duration that may go into stops and slow stretches: unmentioned, or with a stop named.
_STOPS, _LONG_STOP = 0.15, 0.3

# Who counts a way in days stops for the nights, and at borders: so much slower it goes; and so much
# a mean speed may be above what is possible where the time is a round one.
_NIGHTS, _ROUNDED = 3.0, 0.15

_WAYS = {Mode.RAIL: "the railway", Mode.ROAD: "the road", Mode.SEA: "the sea route"}
_KM_H = M_PER_KM / S_PER_HOUR

# An aircraft takes so much longer to get up and down; who is faster than any train flies.
_CLIMB_S, _FLIES_M_S = 600.0, 320.0 * _KM_H

# No journey takes less than a millisecond; figures down to nought cannot be divided by.
_LEAST_SI = 1e-3
_FAR_ROUND = "far longer than the straight line, and our network may lack a shorter way"
_NOTHING = "A figure of nothing, or next to nothing, cannot be checked."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sum:
    """Length divided by speed, set against a duration, all in SI units."""

    length: Length
    low_s: float
    middle_s: float
    high_s: float
    fits: bool


def check_tempo(journey: Journey, claims: Sequence[Claim]) -> dict[str, Check]:
    """Check all durations and speeds of one journey, by the id of the claim."""
    if not journey.lengths:
        missing = journey.missing or "The length of this journey is not known."
        return {claim.id: _unknown(claim, missing) for claim in claims}
    checks = {claim.id: _unknown(claim, _NOTHING) for claim in claims if _is_nothing(claim)}
    left = [claim for claim in claims if claim.id not in checks]
    durations = [claim for claim in left if claim.kind is ClaimKind.DURATION]
    speeds = [claim for claim in left if claim.kind is ClaimKind.SPEED]
    if durations and speeds:
        return checks | _together(journey, durations, speeds)
    alone = [_duration_alone(journey, claim) for claim in durations]
    alone += [_speed_alone(journey, claim) for claim in speeds]
    return checks | {check.claim_id: check for check in alone}


def _is_nothing(claim: Claim) -> bool:
    return claim.figure.value_si < _LEAST_SI


def _unknown(claim: Claim, reason: str) -> Check:
    return Check(claim_id=claim.id, verdict=Verdict.NOT_ENOUGH_INFO, reason=reason)


def _together(
    journey: Journey, durations: Sequence[Claim], speeds: Sequence[Claim]
) -> dict[str, Check]:
    """Hold each duration against the speeds and each speed against the durations."""
    checks = {}
    for claim in (*durations, *speeds):
        is_duration = claim.kind is ClaimKind.DURATION
        partners = speeds if is_duration else durations
        pairs = [(claim, other) if is_duration else (other, claim) for other in partners]
        checks[claim.id] = _best_pair(journey, claim, pairs)
    return checks


def _best_pair(journey: Journey, claim: Claim, pairs: Sequence[tuple[Claim, Claim]]) -> Check:
    judged = [(_divide(journey, *pair), pair) for pair in pairs]
    sums, pair = next((one for one in judged if one[0].fits), judged[0])
    duration, speed = pair
    with_ids = tuple(
        other
        for other in (sums.length.claim_id, duration.id, speed.id)
        if other and other != claim.id
    )
    alone = _alone(journey, claim)
    verdict = Verdict.SUPPORTED
    if not sums.fits:
        partner = speed if claim is duration else duration
        partner_fails = _alone(journey, partner).verdict is Verdict.REFUTED
        own_fails = alone.verdict is Verdict.REFUTED
        verdict = alone.verdict if partner_fails and not own_fails else Verdict.REFUTED
    elif alone.verdict is Verdict.REFUTED:
        return alone
    low, high = _expected(claim, sums, duration)
    reading = Interpretation(
        name="length, speed and time together", low_si=low, high_si=high, fits=sums.fits
    )
    return Check(
        claim_id=claim.id,
        verdict=verdict,
        expected_low_si=low,
        expected_high_si=high,
        readings=(reading, *alone.readings),
        reason=_sum_words(journey, sums, duration, speed),
        judged_with=with_ids,
    )


def _alone(journey: Journey, claim: Claim) -> Check:
    alone = _duration_alone if claim.kind is ClaimKind.DURATION else _speed_alone
    return alone(journey, claim)


def _divide(journey: Journey, duration: Claim, speed: Claim) -> _Sum:
    """Divide each length by the speed; the first that fits the duration counts, else the first."""
    sums = [_sum(journey, length, duration, speed) for length in journey.lengths]
    return next((one for one in sums if one.fits), sums[0])


def _sum(journey: Journey, length: Length, duration: Claim, speed: Claim) -> _Sum:
    time, pace = duration.figure, speed.figure
    slowest = pace.low_si or pace.value_si
    low_s, high_s = length.low_m / pace.high_si, length.high_m / slowest
    latest = high_s if pace.low_si > 0 else float("inf")  # who goes no faster may go slower
    stops = _LONG_STOP if journey.stop else _STOPS
    if speed.relation == WayWords.AVERAGE.value:
        stops = 0.0
    earliest = (time.value_si if time.hedge is Hedge.UP_TO else time.low_si) * (1 - stops)
    return _Sum(
        length=length,
        low_s=low_s,
        middle_s=length.middle_m / pace.value_si,
        high_s=high_s,
        fits=fits(low_s, latest, earliest, time.high_si),
    )


def _expected(claim: Claim, sums: _Sum, duration: Claim) -> tuple[float, float]:
    """Say what the other figures make of this one."""
    if claim is duration:
        return sums.low_s, sums.high_s
    low_s = duration.figure.low_si or duration.figure.value_si
    return sums.length.low_m / duration.figure.high_si, sums.length.high_m / low_s


def _sum_words(journey: Journey, sums: _Sum, duration: Claim, speed: Claim) -> str:
    """Write the sum out: "1,099 km at 60 km/h is 18.3 h, which leaves 1.7 h for the stop"."""
    unit = "nmi" if has(speed.figure.unit, "by_sea") else "km"
    length = wording.whole(sums.length.middle_m, unit)
    pace = _pace(speed)
    words = f"{length} at {pace} is {wording.hours_and_days(sums.middle_s)}"
    given = duration.figure.value_si
    left = given - sums.middle_s
    if not sums.fits:
        what = "longer than" if left < 0 else "much shorter than"
        return (
            f"{words}, {what} the {wording.duration(given)} given: the figures cannot all be right."
        )
    if left > 0.01 * given and (journey.stop or left > 0.05 * given):
        words += f", which leaves {wording.duration(left)} for {_stop_words(journey.stop)}."
    else:
        words += f", which agrees with the {wording.duration(given)} given."
    return words + _other_length(journey, sums, duration, speed)


def _other_length(journey: Journey, sums: _Sum, duration: Claim, speed: Claim) -> str:
    """Say what the known way gives where the article's own length was used."""
    others = [one for one in journey.lengths if one.is_route and one != sums.length]
    if not others or not sums.length.claim_id:
        return ""
    other = _sum(journey, others[0], duration, speed)
    way = f"{wording.measured(others[0].middle_m, 'km')} of {_WAYS.get(journey.mode, 'the way')}"
    time = wording.duration(other.middle_s)
    return (
        f" With the {way} it is {time}, which {'fits as well' if other.fits else 'does not fit'}."
    )


def _pace(speed: Claim) -> str:
    quantity = speed.figure
    units = {"kn": "knots"}
    return f"{wording.trimmed(quantity.value, 3)} {units.get(quantity.unit, quantity.unit)}"


def _stop_words(stop: str) -> str:
    if not stop:
        return "stops"
    at, ends = any_of("at_place"), any_of("after_stop")
    where = re.search(rf"(?<![^\W_]){at}(?:\s(?!{ends}(?![^\W_]))[^\s,.;]{{1,20}}){{1,4}}", stop)
    return f"the stop {where[0]}" if where else "the stop on the way"


def _duration_alone(journey: Journey, claim: Claim) -> Check:
    """Hold the mean speed that a duration means against what the means of travel can do."""
    quantity = claim.figure
    row = speeds(journey.mode, journey.pace)
    low, high = (bound * _KM_H for bound in row["mean"])
    is_general = claim.relation == WayWords.GENERAL.value
    low /= _NIGHTS if is_general and has(quantity.unit, "of_stay") else 1.0
    length = journey.lengths[0]
    shortest_s, longest_s = length.low_m / high, length.high_m / low
    low_s = quantity.value_si if quantity.hedge is Hedge.UP_TO else quantity.low_si
    fit = fits(low_s, quantity.high_si, shortest_s, longest_s)
    mean = length.middle_m / quantity.value_si
    fit = fit and not (is_general and mean < low)
    reading = Interpretation(
        name=f"mean speed of {row['noun']}",
        low_si=shortest_s,
        high_si=longest_s,
        fits=fit,
        note=row["source"],
    )
    way = wording.both(length.middle_m, wording.first_unit(claim.figure))
    about = "" if length.claim_id or length.is_route else "About "
    way = f"{way} {length.ends}".rstrip()
    # Who waits at a border for days is slow: only what is too fast cannot be.
    too_slow = not fit and mean < high and not is_general
    hurried = not fit and high < mean <= high * row["hurry"]
    excuse = "long waits on the way" if too_slow else "a great hurry" if hurried else ""
    judged = (
        f"{'slow' if too_slow else 'fast'} for {row['noun']}, but {excuse} would explain it"
        if excuse
        else _verdict_words(row, fit=fit, too_fast=mean > high)
    )
    words = (
        f"{about}{way} in {wording.duration(quantity.value_si)} is {wording.speed(mean)} "
        f"on average, stops included: {judged}."
    )
    # "An hour" may be half as long again, but a figure that is too fast as it stands says nothing.
    is_rounded = fit and mean > high * (1.0 + _ROUNDED)
    if is_rounded:
        words = f"{words.partition(': possible')[0]}: possible only if the time is meant roughly."
    is_hasty = fit and mean > _FLIES_M_S < high and quantity.high_si < shortest_s + _CLIMB_S
    if is_hasty and not is_rounded:
        words = words.replace(": possible", ": hardly possible")
    is_borne_out = fit and not (is_rounded or is_hasty or length.is_doubtful)
    if fit and length.is_doubtful:
        words = f"{words} But that is {_FAR_ROUND}."
    unsure = Verdict.NOT_ENOUGH_INFO if excuse or fit else Verdict.REFUTED
    return Check(
        claim_id=claim.id,
        verdict=Verdict.SUPPORTED if is_borne_out else unsure,
        expected_low_si=shortest_s,
        expected_high_si=longest_s,
        readings=(reading,),
        reason=words,
        judged_with=(length.claim_id,) if length.claim_id else (),
    )


def _speed_alone(journey: Journey, claim: Claim) -> Check:
    """Hold a speed without a time against what the means of travel can do; it proves little."""
    quantity = claim.figure
    row = speeds(journey.mode, journey.pace)
    low, high = (bound * _KM_H for bound in row["moving"])
    fit = fits(quantity.low_si, quantity.high_si, low, high)
    reading = Interpretation(
        name=f"speed of {row['noun']}", low_si=low, high_si=high, fits=fit, note=row["source"]
    )
    # What crawls may wait on the way, or be something else than what travels.
    is_open = fit or quantity.value_si <= high * row["hurry"]
    judged = _verdict_words(row, fit=fit, too_fast=quantity.value_si > high)
    if is_open and not fit:
        judged = f"{judged.removeprefix('too ')}, but not impossible"
    words = f"{wording.speed(quantity.value_si)} is {judged}"
    if fit:
        words += ", but the article gives no time to check it against"
    return Check(
        claim_id=claim.id,
        verdict=Verdict.NOT_ENOUGH_INFO if is_open else Verdict.REFUTED,
        expected_low_si=low,
        expected_high_si=high,
        readings=(reading,),
        reason=words + ".",
    )


def _verdict_words(row: Any, *, fit: bool, too_fast: bool) -> str:
    if fit:
        return f"possible for {row['noun']}"
    return f"too {'fast' if too_fast else 'slow'} for {row['noun']}"
