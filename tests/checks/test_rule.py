from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.checks import check_claims
from geo.checks.verdict import NEAR, Rank, Tried, fits, missed_by, rule
from geo.contracts import (
    Check,
    Claim,
    ClaimKind,
    Geocode,
    Interpretation,
    Mode,
    Place,
    Subject,
    Verdict,
)
from geo.geodesy import distance_m
from geo.text.quantities import find_amounts


def tried(low: float, high: float, rank: Rank, claimed: float, only_if: str = "") -> Tried:
    reading = Interpretation(
        name="a reading", low_si=low, high_si=high, fits=fits(claimed, claimed, low, high)
    )
    return Tried(reading=reading, rank=rank, only_if=only_if)


def slip(*, fits: bool = True) -> Tried:
    reading = Interpretation(name="a slip", low_si=1, high_si=1, fits=fits, slip=True)
    return Tried(reading=reading, rank=Rank.SLIP, only_if="it was a slip")


def test_without_a_reading_nothing_can_be_told() -> None:
    assert rule([], 1, 2).verdict is Verdict.NOT_ENOUGH_INFO
    assert rule([slip()], 1, 2).verdict is Verdict.NOT_ENOUGH_INFO


def test_a_natural_reading_that_fits_supports_without_condition() -> None:
    ruling = rule(
        [tried(0, 1, Rank.NATURAL, 5), tried(4, 6, Rank.NATURAL, 5), slip()], 5, 5, near=0.1
    )

    assert (ruling.verdict, ruling.only_if) == (Verdict.SUPPORTED, "")
    assert ruling.slip is not None
    alone = rule([tried(4, 6, Rank.NATURAL, 5), slip(fits=False)], 5, 5)
    assert alone.verdict is Verdict.SUPPORTED
    assert alone.slip is None


def test_a_less_natural_reading_supports_with_its_condition() -> None:
    ruling = rule([tried(0, 1, Rank.NATURAL, 5), tried(4, 6, Rank.POSSIBLE, 5, "it winds")], 5, 5)

    assert (ruling.verdict, ruling.only_if) == (Verdict.SUPPORTED, "it winds")


@pytest.mark.parametrize(
    ("slips", "only_if"), [([], "the figure is meant roughly"), ([slip()], "it was a slip")]
)
def test_a_natural_reading_missed_by_little_is_not_refused(
    slips: list[Tried], only_if: str
) -> None:
    ruling = rule([tried(100, 110, Rank.NATURAL, 95), *slips], 95, 95, near=0.1)

    assert (ruling.verdict, ruling.only_if) == (Verdict.SUPPORTED, only_if)
    assert rule([tried(100, 110, Rank.NATURAL, 95)], 95, 95).verdict is Verdict.REFUTED


def test_a_slip_never_supports_alone_but_is_named() -> None:
    ruling = rule([tried(0, 1, Rank.NATURAL, 5), slip()], 5, 5)

    assert ruling.verdict is Verdict.REFUTED
    assert ruling.slip is not None
    assert ruling.only_if == ""


def test_a_refusal_rests_on_the_nearest_reading() -> None:
    near = tried(7, 8, Rank.POSSIBLE, 5, "far round")
    ruling = rule([tried(1, 2, Rank.NATURAL, 5), near], 5, 5)

    assert ruling.rests_on == near


def test_how_far_an_interval_misses() -> None:
    reading = tried(100, 200, Rank.NATURAL, 1).reading

    assert missed_by(reading, 150, 160) == 0
    assert missed_by(reading, 80, 90) == pytest.approx(0.1)
    assert missed_by(reading, 220, 230) == pytest.approx(0.1)
    assert missed_by(tried(0, 0, Rank.NATURAL, 1).reading, 5, 6) == float("inf")
    assert missed_by(tried(0, 0.5, Rank.NATURAL, 1).reading, 1, 2) == pytest.approx(1.0)


@given(st.floats(0, 1e7), st.floats(0, 1e7), st.floats(0, 1e7), st.floats(0, 1e7))
def test_intervals_fit_both_ways_round(one: float, two: float, three: float, four: float) -> None:
    a, b, c, d = *sorted((one, two)), *sorted((three, four))

    assert fits(a, b, c, d) == fits(c, d, a, b)
    assert fits(a, b, a, b)


@pytest.mark.parametrize("claimed", [91.0, 120.5])
def test_a_figure_that_misses_a_known_way_by_less_than_a_tenth_is_not_refused(
    claimed: float,
) -> None:
    ruling = rule([tried(100, 110, Rank.NATURAL, claimed)], claimed, claimed, near=NEAR)

    assert ruling.only_if == "the figure is meant roughly"


@pytest.mark.parametrize("claimed", [89.0, 122.5])
def test_a_figure_that_misses_a_known_way_by_more_than_a_tenth_is_refused(claimed: float) -> None:
    ruling = rule([tried(100, 110, Rank.NATURAL, claimed)], claimed, claimed, near=NEAR)

    assert ruling.verdict is Verdict.REFUTED


def test_missed_by_the_very_share_that_is_allowed_is_not_refused() -> None:
    assert rule([tried(100, 110, Rank.NATURAL, 50)], 50, 50, near=0.5).only_if


def test_only_a_natural_reading_may_be_missed_by_little() -> None:
    ruling = rule([tried(100, 110, Rank.POSSIBLE, 95, "it winds")], 95, 95, near=NEAR)

    assert ruling.verdict is Verdict.REFUTED


def _town(name: str, lon: float) -> Place:
    return Place(
        gazetteer="test",
        feature_id=name,
        name=name,
        lon=lon,
        lat=0.0,
        feature_class="P",
        feature_code="PPL",
    )


ONE, OTHER = _town("Ayton", 20.0), _town("Beeton", 30.0)
STRAIGHT_KM = distance_m(20.0, 0.0, 30.0, 0.0) / 1000


def judged(share: float, way: Mode, kind: ClaimKind = ClaimKind.SEPARATION) -> Check:
    """Judge a figure that is this share of the straight line between two villages."""
    (amount,) = find_amounts(f"{STRAIGHT_KM * share:,.0f} km", 0)
    claim = Claim(
        id="c1",
        kind=kind,
        subject=Subject(toponym_ids=("a", "b")),
        quantity=amount.quantity,
        span=amount.quantity.span,
        way=way,
    )
    geocodes = [
        Geocode(toponym_id=key, place=place, probability=0.9)
        for key, place in (("a", ONE), ("b", OTHER))
    ]
    (check,) = check_claims((claim,), geocodes, (), ())
    return check


@pytest.mark.parametrize(
    ("share", "verdict"),
    [
        (0.88, Verdict.REFUTED),
        (0.92, Verdict.SUPPORTED),
        (1.08, Verdict.SUPPORTED),
        (1.12, Verdict.REFUTED),
    ],
)
def test_two_people_who_measure_a_straight_line_differ_by_a_tenth(
    share: float, verdict: Verdict
) -> None:
    assert judged(share, Mode.AIR).verdict is verdict


# How much longer than the straight line a way may be: usual, with a detour, and not any more.
@pytest.mark.parametrize(
    ("way", "usual", "winding", "never"),
    [
        (Mode.UNKNOWN, 1.2, (1.3, 1.5), 1.6),
        (Mode.ROAD, 1.5, (1.6, 1.7), 1.9),
        (Mode.RAIL, 1.5, (1.6, 1.7), 1.9),
        (Mode.FOOT, 1.5, (1.6, 1.7), 1.9),
        (Mode.SEA, 1.2, (1.3, 2.4), 2.6),
    ],
)
def test_how_much_longer_than_the_straight_line_a_way_may_be(
    way: Mode, usual: float, winding: tuple[float, float], never: float
) -> None:
    assert judged(usual, way).verdict is Verdict.SUPPORTED
    assert judged(usual, way).only_if == ""
    for share in winding:
        assert judged(share, way).verdict is Verdict.SUPPORTED
        assert "is meant" in judged(share, way).only_if
    assert judged(never, way).verdict is Verdict.REFUTED


@pytest.mark.parametrize(
    ("share", "verdict", "only_if"),
    [
        (1.04, Verdict.SUPPORTED, ""),
        (1.09, Verdict.SUPPORTED, "the way makes a long detour"),
        (1.2, Verdict.REFUTED, ""),
    ],
)
def test_an_aircraft_makes_hardly_a_detour(share: float, verdict: Verdict, only_if: str) -> None:
    check = judged(share, Mode.AIR, ClaimKind.ROUTE_LENGTH)

    assert (check.verdict, check.only_if) == (verdict, only_if)
