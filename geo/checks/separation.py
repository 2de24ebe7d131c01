"""A claim that A is so far from B goes in with both places; its check comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.ends import Gap, measure
from geo.checks.slips import Truth, likeliest_slip
from geo.checks.verdict import STRAIGHT_TOLERANCE, WAYS, Rank, Ruling, Tried, fits, rule
from geo.contracts import Check, Hedge, Mode, Reading, Verdict

if TYPE_CHECKING:
    from geo.contracts import Claim, Place, Quantity

# Median and scatter of claimed figures over the geodesic; see `geo.checks.verdict`.
_MEDIAN_OF_CLAIMS = 1.09
_SPREAD_OF_CLAIMS = 0.15

_NOUNS = {
    Mode.UNKNOWN: "road",
    Mode.ROAD: "road",
    Mode.RAIL: "railway",
    Mode.FOOT: "path",
    Mode.SEA: "sea way",
    Mode.AIR: "flight",
}


def check_separation(claim: Claim, one: Place, other: Place) -> Check:
    """Compare a claimed distance with the straight line and with ways of usual length."""
    gap = measure(one, other)
    tried = _readings(claim, gap)
    quantity = claim.quantity
    ruling = rule(tried, quantity.low_si, quantity.high_si)
    rests = ruling.rests_on.reading if ruling.rests_on else None
    return Check(
        claim_id=claim.id,
        verdict=ruling.verdict,
        expected_low_si=rests.low_si if rests else None,
        expected_high_si=rests.high_si if rests else None,
        readings=tuple(one.reading for one in tried),
        only_if=ruling.only_if,
        reason=_reason(claim, gap, ruling),
    )


def _readings(claim: Claim, gap: Gap) -> list[Tried]:
    metres = gap.distance_m
    usual, possible = WAYS[claim.way]
    noun = _NOUNS[claim.way]
    quantity = claim.quantity
    slack, loose = gap.slack_m, gap.slack_m + STRAIGHT_TOLERANCE * metres
    plain = _as_written(quantity)
    tried = [
        _tried(gap.short, _interval(quantity), (metres - slack, metres + slack), gap=gap),
        _tried(f"{gap.short}, measured roughly", plain, (metres - loose, metres + loose)),
        _tried("from edge to edge", plain, (metres - gap.edges_m, metres)),
    ]
    if claim.way is not Mode.AIR:
        winds = f"the {noun} winds"
        tried += [
            _tried(f"by a usual {noun}", plain, (metres, metres * usual)),
            _tried(
                f"by a winding {noun}",
                plain,
                (metres * usual, metres * possible),
                only_if=winds,
            ),
        ]
    if any(one.reading.fits for one in tried):
        return tried
    return tried + _slips(quantity, metres)


def _interval(quantity: Quantity) -> tuple[float, float]:
    return quantity.low_si, quantity.high_si


def _as_written(quantity: Quantity) -> tuple[float, float]:
    """Take the bare figure where the band it is held against has rounding and "about" in it."""
    if quantity.hedge in {Hedge.NONE, Hedge.ABOUT}:
        return quantity.value_si, quantity.value_si
    return _interval(quantity)


def _tried(
    name: str,
    claimed_m: tuple[float, float],
    interval_m: tuple[float, float],
    *,
    gap: Gap | None = None,
    only_if: str = "",
) -> Tried:
    low_m, high_m = max(0.0, interval_m[0]), interval_m[1]
    reading = Reading(
        name=name,
        low_si=low_m,
        high_si=high_m,
        fits=fits(*claimed_m, low_m, high_m),
        note=f"measured {gap.words}" if gap else "",
        geometry=gap.line if gap else None,
    )
    return Tried(reading=reading, rank=Rank.POSSIBLE if only_if else Rank.NATURAL, only_if=only_if)


def _slips(quantity: Quantity, metres: float) -> list[Tried]:
    truth = Truth(middle_m=metres * _MEDIAN_OF_CLAIMS, spread=_SPREAD_OF_CLAIMS)
    slip = likeliest_slip(quantity, truth)
    if slip is None:
        return []
    meant_m = quantity.value_si * slip.undo
    reading = Reading(
        name=slip.name, low_si=meant_m, high_si=meant_m, fits=True, slip=True, note=slip.only_if
    )
    return [Tried(reading=reading, rank=Rank.SLIP, only_if=slip.only_if)]


def _reason(claim: Claim, gap: Gap, ruling: Ruling) -> str:
    quantity = claim.quantity
    unit = wording.first_unit(quantity)
    truth = f"{gap.words} it is {wording.both(gap.distance_m, unit)} in a straight line"
    truth = truth[0].upper() + truth[1:]
    ratio = quantity.value_si / gap.distance_m if gap.distance_m else float("inf")
    if ruling.verdict is Verdict.REFUTED:
        return f"{truth}. {_refusal(quantity, ratio, ruling)}"
    if ruling.only_if:
        return (
            f"{truth}. {wording.claimed(quantity)}: {wording.times(ratio)} the straight line, "
            f"which only a winding {_NOUNS[claim.way]} explains."
        )
    if ruling.rests_on and ruling.rests_on.reading.geometry is None and ratio > 1:
        return f"{truth}; the figure fits the {_NOUNS[claim.way]}, {wording.times(ratio)} as long."
    return f"{truth}."


def _refusal(quantity: Quantity, ratio: float, ruling: Ruling) -> str:
    words = f"{wording.claimed(quantity)}: {wording.times(ratio)} as far."
    if ruling.slip:
        words += f" It would fit if {ruling.slip.only_if}."
    return words
