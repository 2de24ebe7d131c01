"""Numbers of tables: what parts thousands and what parts decimals."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import TableError
from geo.maps.build.points.numbers import decimal_signs, read_numbers
from geo.maps.build.points.table import Writing, columns_of

NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("texts", "elsewhere", "values"),
    [
        (["1,234", "987"], ".", [1234, 987]),
        (["1,234", "987"], ",", [1.234, 987]),
        (["1.234", "987"], ",", [1234, 987]),
        (["1.234", "0,5"], "", [1234, 0.5]),
        (["1,234", "12.5"], "", [1234, 12.5]),
        (["1,234,567", "12"], "", [1_234_567, 12]),
        (["1.234.567", "1.234"], "", [1_234_567, 1234]),
        (["1.234,5"], "", [1234.5]),
        (["1,234.5"], "", [1234.5]),
        (["12,34,567"], "", [1_234_567]),
        (["1 234", "1\u202f234\u202f567", "1’234", "1'234,5"], "", [1234, 1_234_567, 1234, 1234.5]),
        (["−5", "+7", "1e3", "1,5E+02"], "", [-5, 7, 1000, 150]),
        (["1234.567", "1.234"], "", [1234.567, 1.234]),
        (["٤٨٫٥", "１２"], "", [48.5, 12]),
    ],
)
def test_a_column_tells_how_its_numbers_are_written(
    texts: list[str], elsewhere: str, values: list[float]
) -> None:
    read, unread = read_numbers(texts, "n", frozenset(elsewhere))
    assert read.tolist() == values
    assert unread == {}


@pytest.mark.parametrize(
    "text", ["many", "12 km", "1,23,4", "1.234.56", "12..5", ",", "nan", "0x1"]
)
def test_what_is_no_number_is_named(text: str) -> None:
    read, unread = read_numbers(["5", text, ""], "n", NOTHING)
    assert np.isnan(read).tolist() == [False, True, True]
    assert unread == {1: text}


@pytest.mark.parametrize("texts", [["1,234", "987"], ["1.234"], ["1,234", "1.5", "2,5"]])
def test_what_can_be_two_numbers_is_refused(texts: list[str]) -> None:
    with pytest.raises(TableError, match=r"'stories' holds '1[.,]234'.*--decimal"):
        read_numbers(texts, "stories", NOTHING)


@given(st.lists(st.floats(-1e9, 1e9), min_size=1), st.sampled_from([".", ","]))
def test_numbers_with_groups_and_decimals_come_back(values: list[float], decimal: str) -> None:
    swap = str.maketrans(".,", ".," if decimal == "." else ",.")
    texts = [f"{value:,.2f}".translate(swap) for value in values]
    read, _ = read_numbers(texts, "n", NOTHING)
    assert read.tolist() == [float(f"{value:.2f}") for value in values]


def test_words_tell_nothing_of_decimals() -> None:
    assert decimal_signs(["Dover, Kent", "St. Ives", "1,5"]) == NOTHING
    assert decimal_signs(["1,5", "7", ""]) == {","}


@pytest.mark.parametrize(
    ("lon", "count", "value"), [("2,35", "1.234", 1234), ("2.350", "1,234", 1234)]
)
def test_the_coordinates_tell_how_the_counts_are_written(
    lon: str, count: str, value: float
) -> None:
    frame = pd.DataFrame({"lon": [lon, lon], "lat": ["4", "5"], "stories": [count, "987"]})
    counts = columns_of(frame)[0].counts
    assert counts is not None
    assert counts.tolist() == [value, 987]


def test_where_nothing_tells_the_caller_does() -> None:
    frame = pd.DataFrame({"lon": ["2", "3"], "lat": ["4", "5"], "stories": ["1,234", "987"]})
    with pytest.raises(TableError, match="--decimal"):
        columns_of(frame)
    counts = columns_of(frame, writing=Writing(decimal="."))[0].counts
    assert counts is not None
    assert counts.tolist() == [1234, 987]
