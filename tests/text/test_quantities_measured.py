"""How well figures with units are found: sentences written for this test, with the right answers.

`quantities.tsv` has a sentence a row and what it measures, as value and unit parted by ";": nothing
for a trap. A range stands by its middle. Months and years, money, weights and counts are none.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from geo.text.quantities import find_amounts

_TABLE = Path(__file__).with_name("quantities.tsv")
_PASS = 0.95


def _expected(cell: str) -> Counter[tuple[float, str]]:
    pairs = (one.split(" ", 1) for one in cell.split(";") if one)
    return Counter((_rounded(float(value)), unit) for value, unit in pairs)


def _found(sentence: str) -> Counter[tuple[float, str]]:
    quantities = [
        one for amount in find_amounts(sentence, 0) for one in (amount.quantity, *amount.also)
    ]
    return Counter((_rounded(one.value), one.unit) for one in quantities)


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")


def measure() -> tuple[float, float, list[str]]:
    """Count quantities found right, over those found and those there; and list the faults."""
    right = there = told = 0
    faults = []
    for line in _TABLE.read_text("utf-8").splitlines()[1:]:
        sentence, _, cell = line.partition("\t")
        expected, found = _expected(cell), _found(sentence)
        right += (expected & found).total()
        there += expected.total()
        told += found.total()
        if expected != found:
            faults.append(f"{sentence} expected {dict(expected)} found {dict(found)}")
    return right / told, right / there, faults


def test_figures_of_three_hundred_sentences_are_found_and_traps_left_alone() -> None:
    precision, recall, faults = measure()

    assert precision >= _PASS, faults
    assert recall >= _PASS, faults
