from __future__ import annotations

import pytest

from geo.lexicon.numbers import parse_number

READ = {
    "80": 80,
    "1,300": 1300,
    "1’300": 1300,
    "12.50": 12.5,
    "¾": 0.75,
    "3 1/2": 3.5,
    "3 1/0": 3,
    "1.8 billion": 1.8e9,
    "two hundred thousand": 200_000,
    "one hundred": 100,
    "a hundred": 100,
    "ninety-nine": 99,
    "one and three quarters": 1.75,
    "two thirds of a": 2 / 3,
    "half a million": 500_000,
    "a quarter of a": 0.25,
    "hundreds of": 600,
}

NO_NUMBER = [
    "one of two",
    "five twenty",
    "and",
    "of",
    "a of",
    "hundreds",
    "two and",
    "two and one",
    "half and",
    "few and",
    "half two",
    "a a",
]


@pytest.mark.parametrize(("words", "value"), READ.items())
def test_a_number_has_its_value_inside_its_interval(words: str, value: float) -> None:
    figure = parse_number(words)

    assert figure is not None
    assert figure.value == pytest.approx(value)
    assert figure.low <= figure.value <= figure.high


@pytest.mark.parametrize("words", NO_NUMBER)
def test_words_that_make_no_number_are_none(words: str) -> None:
    assert parse_number(words) is None


@pytest.mark.parametrize(
    ("words", "half"), [("683", 0.5), ("80", 5), ("100", 10), ("1,300", 50), ("7.25", 0.005)]
)
def test_only_digits_that_were_meant_narrow_a_figure(words: str, half: float) -> None:
    figure = parse_number(words)

    assert figure is not None
    assert figure.high - figure.value == pytest.approx(half)
