"""Takes a refusal back where the place is more likely to be wrong than the writer.

A pin that is not sure, an end that the words do not name, a way that is not the direct one, islands
that nobody counts from: each explains a figure as well as a mistake does. Only a figure that is
right but for its unit, or its direction, tells by itself that the places are the right ones.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks.ends import TO_OUTLINE
from geo.checks.verdict import STRAIGHT_TOLERANCE
from geo.checks.way import ESTIMATED, THE_STRAIGHT_LINE
from geo.checks.wording import place_name
from geo.checks.writer_errors import UNIT_SLIPS
from geo.contracts import SURE, ClaimKind, Dimension, Verdict, WayWords
from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Check, Claim, Geocode, Leg

# A slip of units that leaves less than this share of the true distance is none.
_EQUAL = 0.02

# There and back is so many times the way, and by road so many times the straight line.
_BACK = (2.0, 3.0)

# So many times the straight line a figure may be of it, to the edges of the towns.
_CLOSE = 1.3

# So many places "it" may mean, of which hardly one fits a slip of units by chance.
_FEW_PLACES = 3

_NOT_ONE_WAY = {
    WayWords.NOT_DIRECT.value: "But the article does not speak of the direct way.",
    WayWords.PART.value: "But the figure is said of a part of the way.",
    WayWords.STAGE.value: "But it may be counted from another place on the way.",
    WayWords.NEAREST.value: "But it is counted between the nearest points of the two.",
    WayWords.WHOLE.value: "But the figure is said of a trip of several legs.",
}

_LESS = frozenset({WayWords.PART.value, WayWords.STAGE.value, WayWords.NEAREST.value})


def with_doubtful_place(check: Check, geocodes: Sequence[Geocode]) -> Check:
    """Take a refusal back that rests on a pin which is not sure, and that no slip confirms.

    On a place that is only guessed nothing firm rests, neither a refusal nor a confirmation.
    """
    guessed = next((one.place for one in geocodes if one.place and one.is_guess), None)
    if guessed is not None and check.verdict is not Verdict.NOT_ENOUGH_INFO:
        words = f"{check.reason} But where {place_name(guessed)} is can only be guessed."
        return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words, only_if="")
    doubtful = [one for one in geocodes if one.place and _is_doubtful(one)]
    if check.verdict is not Verdict.REFUTED or not doubtful or _is_confirmed(check):
        return check
    place = doubtful[0].place
    name = place_name(place) if place else ""
    words = f"{check.reason} But more than one place may be meant by {name}."
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)


def _is_doubtful(geocode: Geocode) -> bool:
    """Whether another place may be meant, or the strip or region that is called after a city."""
    place = geocode.place
    is_region = geocode.town is not None and place is not None and place.extent is None
    is_sure = geocode.probability >= SURE and not is_region
    return not is_sure or (place is not None and place.admin1 == f"{place.name} Strip")


def with_way_words(check: Check, claim: Claim) -> Check:
    """Take a verdict back where the words say that the way is not the direct one."""
    words = _NOT_ONE_WAY.get(claim.relation)
    if claim.relation == WayWords.PERHAPS_BACK.value and _fits_by_half(check, claim):
        words = "But it may be the way there and back."
    if words and claim.kind is ClaimKind.DURATION and check.verdict is Verdict.SUPPORTED:
        return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=f"{check.reason} {words}")
    is_too_short = claim.figure.dimension is Dimension.LENGTH and (
        claim.figure.high_si < (check.expected_low_si or 0.0)
    )
    if claim.relation == WayWords.PERHAPS_BACK.value and is_too_short:
        words, is_too_short = "But it may be another part of the way.", False
    if claim.relation in _LESS and claim.figure.dimension is Dimension.LENGTH:
        # Only what is less than the whole way, or nearer than two middles, needs an excuse.
        is_whole = claim.relation == WayWords.NEAREST.value and _is_to_outline(check)
        is_too_short = not is_too_short or is_whole
    if check.verdict is not Verdict.REFUTED or words is None or is_too_short:
        return check
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=f"{check.reason} {words}")


def _fits_by_half(check: Check, claim: Claim) -> bool:
    figure = claim.figure
    return any(
        figure.low_si <= _BACK[1] * one.high_si and figure.high_si >= _BACK[0] * one.low_si
        for one in check.readings[:1]  # the words as they stand
    )


def _is_to_outline(check: Check) -> bool:
    return any(TO_OUTLINE in one.name for one in check.readings[:1])


def with_taken_end(check: Check, claim: Claim, *, is_that_way: bool = True) -> Check:
    """Take a refusal back that rests on a place which the words do not name.

    ``is_that_way`` tells that the other lies in the direction told: where it does not, a slip of
    units proves nothing.
    """
    is_taken = check.verdict is Verdict.REFUTED and bool(claim.subject.taken_from)
    # What is nearer than an outline and a place taken is hardly counted from that place.
    is_nearer = claim.figure.high_si < (check.expected_low_si or 0.0) and _is_to_outline(check)
    is_there = any(one.fits and not one.slip for one in check.readings)
    # Without a direction the figure alone tells, and of several places some fits a slip by chance.
    is_one_of_few = len(claim.subject.taken_from) <= _FEW_PLACES
    is_sure = is_slip(check) and is_one_of_few
    if claim.bearing_deg is not None:
        is_sure = _is_confirmed(check) and is_that_way
    is_telling = is_there or (digits_of(claim) > 1 and is_sure)
    if not is_taken or (is_telling and not is_nearer):
        return check
    words = "But the words do not name one of the two places, and another may be meant."
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=f"{check.reason} {words}")


def with_inferred_end(check: Check, leg: Leg | None, claim: Claim) -> Check:
    """Say of a journey where an end is not stated for it, since the verdict rests on that.

    Such an end refuses no figure, not even one that a slip of units would explain: the journey may
    begin or end elsewhere, and the length of a way is known too loosely to confirm a slip. Nor does
    a figure hold that needs another excuse besides, or fits a way of which nothing is known.
    """
    if leg is None or check.verdict is Verdict.NOT_ENOUGH_INFO:
        return check
    ends = ((leg.origin, "start"), (leg.destination, "end"))
    words = "".join(
        f" {end.place.name} is taken for the {what}; the article does not say so of this journey."
        for end, what in ends
        if end is not None and end.inferred
    )
    is_open = check.verdict is Verdict.REFUTED or bool(check.only_if)
    is_open = is_open or _is_estimated(check, claim)
    is_open = bool(words) and is_open
    if not is_open:
        return replace(check, reason=check.reason + words)
    reason = check.reason + words
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=reason, only_if="")


def _is_estimated(check: Check, claim: Claim) -> bool:
    """Whether a length fits no way that is known, nor the line, but what such ways often are."""
    fitting = [one for one in check.readings if one.fits and not one.slip]
    is_guess = bool(fitting) and all(ESTIMATED in one.name for one in fitting)
    return is_guess and claim.figure.value_si > _CLOSE * min(one.low_si for one in fitting)


def _is_confirmed(check: Check) -> bool:
    """Whether the figure itself tells that the place is right: it fits but for unit or direction.

    Nobody guesses a place at whose very distance a slip of units, or the other direction, ends.
    """
    if any(one.fits and not one.slip for one in check.readings):
        return True
    if not check.readings:
        return False
    low_si, high_si = check.readings[0].low_si, check.readings[0].high_si
    slips = [one for one in check.readings if one.slip and _is_of_unit(one.name)]
    return any(
        one.name.endswith(THE_STRAIGHT_LINE)
        or low_si * (1 - _EQUAL) <= one.low_si <= high_si * (1 + STRAIGHT_TOLERANCE)
        for one in slips
    )


def _is_of_unit(name: str) -> bool:
    """Whether a slip is one of units; behind a comma stands of what it gives the length."""
    return name.partition(",")[0] in UNIT_SLIPS


def is_slip(check: Check) -> bool:
    """Whether a refused figure is the straight line but for its unit, to a hair.

    Hardly any distance ends so by chance, so that the figure itself tells which place is meant.
    """
    if check.verdict is not Verdict.REFUTED or not check.readings:
        return False
    low_si, high_si = check.readings[0].low_si, check.readings[0].high_si
    return any(
        one.slip
        and _is_of_unit(one.name)
        and low_si * (1 - _EQUAL) <= one.low_si <= high_si * (1 + _EQUAL)
        for one in check.readings
    )


def digits_of(claim: Claim) -> int:
    """Count the digits of a figure but for the noughts at its end.

    One with a single digit comes near many a distance by chance.
    """
    return len(f"{claim.figure.value:.3f}".replace(".", "").strip("0"))


def with_fast_mover(claim: Claim, check: Check, leg: Leg | None) -> Check:
    """Take back that a rocket was too fast for an aircraft."""
    said = set(leg.traveller.lower().split()) if leg is not None else set()
    is_fast = bool(said & listed("outpaces")) or claim.relation == WayWords.FAST.value
    low_si, high_si = check.expected_low_si or 0.0, check.expected_high_si or 0.0
    figure = claim.figure
    is_time = claim.kind is ClaimKind.DURATION
    is_fast = is_fast and (figure.high_si < low_si if is_time else figure.low_si > high_si)
    if check.verdict is not Verdict.REFUTED or not is_fast:
        return check
    words = f"{check.reason} But how fast such a thing flies is not known here."
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)


def with_length_told(check: Check, as_told: Check) -> Check:
    """Refuse no time that fits the distance told beside it: the place or that figure is wrong."""
    if check.verdict is not Verdict.REFUTED or as_told.verdict is Verdict.REFUTED:
        return check
    words = f"{check.reason} But with the distance that the article gives it is possible."
    return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=words)
