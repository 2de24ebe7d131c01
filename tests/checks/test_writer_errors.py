"""Which mistake of a writer explains a figure that nothing supports, and when none does."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

import pytest

from geo.checks.writer_errors import Truth, likeliest_slip, likelihood, unit_slips
from geo.text.quantities import find_amounts

if TYPE_CHECKING:
    from geo.contracts import Quantity


def quantity(words: str) -> Quantity:
    (amount,) = find_amounts(words, 0)
    return amount.quantity


@pytest.mark.parametrize(
    ("words", "true_km", "name"),
    [
        ("100 miles", 100, "kilometres printed as miles"),
        ("100 km", 161, "miles printed as kilometres"),
        ("161 km", 100, "kilometres taken for miles and converted"),
        ("62 miles", 161, "miles converted to miles once more"),
        ("100 miles", 185, "nautical miles printed as miles"),
        ("100 nautical miles", 161, "miles printed as nautical miles"),
        ("100 nautical miles", 100, "kilometres printed as nautical miles"),
        ("100 km", 1_000, "a digit too few"),
        ("1,000 km", 100, "a digit too many"),
        ("100 km", 200, "half the distance"),
        ("200 km", 100, "twice the distance"),
        ("100 km", 185, "nautical miles printed as kilometres"),
    ],
)
def test_an_error_is_named(words: str, true_km: float, name: str) -> None:
    error = likeliest_slip(quantity(words), Truth(middle_m=true_km * 1000, spread=0.03))

    assert error is not None
    assert error.name == name


def test_of_two_errors_that_may_be_the_one_that_fits_better_is_named() -> None:
    # Both that nautical miles were meant and that it is half the way could be, the first to 0.1 %.
    error = likeliest_slip(quantity("100 km"), Truth(middle_m=185_400, spread=0.05))

    assert error is not None
    assert error.name == "nautical miles printed as kilometres"


def test_a_figure_that_no_error_explains_names_none() -> None:
    assert likeliest_slip(quantity("100 km"), Truth(middle_m=3_300, spread=0.05)) is None


@pytest.mark.parametrize(
    ("deviations", "named"), [(2.4, True), (2.5, False), (-2.4, True), (-2.5, False)]
)
def test_an_error_that_leaves_the_figure_far_off_explains_nothing(
    deviations: float, *, named: bool
) -> None:
    # 100 feet, for which no slip of units is known, with a zero too few: 1,000 feet.
    figure, spread = quantity("100 feet"), 0.05
    truth = Truth(middle_m=10 * figure.value_si * exp(deviations * spread), spread=spread)

    assert (likeliest_slip(figure, truth) is not None) is named


@pytest.mark.parametrize(
    ("deviations", "name"),
    [(1.5, "miles printed as kilometres"), (1.8, "half the distance")],
)
def test_a_slip_of_units_is_named_before_another_error_that_fits_somewhat_better(
    deviations: float, name: str
) -> None:
    # Half the distance fits to the metre; that miles were meant is off by so many deviations.
    truth = Truth(middle_m=200_000, spread=log(2 / 1.609344) / deviations)
    error = likeliest_slip(quantity("100 km"), truth)

    assert error is not None
    assert error.name == name


def test_a_figure_is_the_less_likely_the_farther_it_is_from_the_truth() -> None:
    truth = Truth(middle_m=100_000, spread=0.1)

    assert likelihood(100_000, truth) == 1
    assert likelihood(100_000 * exp(0.1), truth) == pytest.approx(exp(-1 / 2))
    assert likelihood(100_000 * exp(-0.2), truth) == pytest.approx(exp(-2))
    assert likelihood(0, truth) == 0
    assert likelihood(1, Truth(middle_m=1, spread=0.1)) == 1
    assert likelihood(1, Truth(middle_m=0, spread=1)) == 0


def test_of_the_slips_of_units_those_that_are_common() -> None:
    assert [slip.name for slip in unit_slips("mi")] == [
        "kilometres printed as miles",
        "miles converted to miles once more",
    ]
    assert len(unit_slips("km")) == len(unit_slips("nmi")) == 2
    assert unit_slips("ft") == ()
