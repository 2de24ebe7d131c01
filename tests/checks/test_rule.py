from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.checks.verdict import Rank, Tried, fits, missed_by, rule
from geo.contracts import Interpretation, Verdict


def tried(low: float, high: float, rank: Rank, claimed: float, only_if: str = "") -> Tried:
    reading = Interpretation(
        name="a reading", low_si=low, high_si=high, fits=fits(claimed, claimed, low, high)
    )
    return Tried(reading=reading, rank=rank, only_if=only_if)


def slip() -> Tried:
    reading = Interpretation(name="a slip", low_si=1, high_si=1, fits=True, slip=True)
    return Tried(reading=reading, rank=Rank.SLIP, only_if="it was a slip")


def test_without_a_reading_nothing_can_be_told() -> None:
    assert rule([], 1, 2).verdict is Verdict.NOT_ENOUGH_INFO
    assert rule([slip()], 1, 2).verdict is Verdict.NOT_ENOUGH_INFO


def test_a_natural_reading_that_fits_supports_without_condition() -> None:
    ruling = rule(
        [tried(0, 1, Rank.NATURAL, 5), tried(4, 6, Rank.NATURAL, 5), slip()], 5, 5, near=0.1
    )

    assert (ruling.verdict, ruling.only_if) == (Verdict.SUPPORTED, "")


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


@given(st.floats(0, 1e7), st.floats(0, 1e7), st.floats(0, 1e7), st.floats(0, 1e7))
def test_intervals_fit_both_ways_round(one: float, two: float, three: float, four: float) -> None:
    a, b, c, d = *sorted((one, two)), *sorted((three, four))

    assert fits(a, b, c, d) == fits(c, d, a, b)
    assert fits(a, b, a, b)
