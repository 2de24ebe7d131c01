from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.maps.build.points.rows import Columns, plain, usable

PLACES = st.lists(
    st.tuples(
        st.floats(-200, 200) | st.just(math.nan),
        st.floats(-100, 100) | st.just(math.nan),
        st.text(max_size=4),
        st.integers(-2, 9),
    ),
    max_size=40,
)


def columns(rows: list[tuple[float, float, str, int]]) -> Columns:
    return Columns(
        lon=np.array([row[0] for row in rows]),
        lat=np.array([row[1] for row in rows]),
        names=[row[2] for row in rows],
        counts=np.array([float(row[3]) for row in rows]),
    )


@given(PLACES)
def test_nothing_is_lost_unsaid_and_nothing_counts_twice(
    rows: list[tuple[float, float, str, int]],
) -> None:
    found = usable(columns(rows))
    good = [row for row in rows if abs(row[0]) <= 180 and abs(row[1]) <= 90 and row[3] >= 0]
    assert found.left_out == len(rows) - len(good)
    assert bool(found.told) == bool(found.left_out)
    assert found.counts.sum() == sum(row[3] for row in good)
    assert len({*zip(found.lon, found.lat, found.names, strict=True)}) == len(found)


def test_rows_of_one_place_become_one_with_their_count() -> None:
    found = usable(
        Columns(
            lon=np.array([24.0, 30.0, 24.000001, 24.0, 24.0]),
            lat=np.array([49.8, 50.0, 49.8, 49.8, 49.8]),
            names=["Lviv", "Kyiv", " Lviv ", "Lwów", "Lviv"],
            notes=["one", "", "two", "", "one"],
        )
    )
    assert found.names == ["Lviv", "Kyiv", "Lwów"]
    assert found.counts.tolist() == [3, 1, 1]
    assert found.notes == ["one; two", "", ""]
    assert found.told == ()


def test_rows_that_cannot_be_shown_are_named_by_their_numbers() -> None:
    found = usable(
        Columns(
            lon=np.array([np.nan, 1, 500, *[np.inf] * 12]),
            lat=np.array([1.0, 1, 1, *[1] * 12]),
            names=["x"] * 15,
            first_row=2,
        )
    )
    assert found.left_out == 14
    assert found.told == (
        (
            "13 rows are not on the map, with no coordinates: "
            "rows 2, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 3 more."
        ),
        (
            "A row is not on the map, with a longitude beyond ±180 or a latitude beyond ±90 "
            "(degrees are asked, not metres, with their decimal point): row 4."
        ),
    )


def test_180_degrees_east_and_west_are_one_meridian() -> None:
    found = usable(
        Columns(lon=np.array([180.0, -180.0]), lat=np.array([-16.9, -16.9]), names=["Taveuni"] * 2)
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  two\n lines\t", "two lines"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("\u202egnol\u202c is turned", "gnol is turned"),
        ("Île-d’Aix", "Île-d’Aix"),
        ("القدس", "القدس"),
        ("half \ud800 a letter", "half a letter"),
        ("x" * 100_000, "x" * 119 + "…"),
    ],
)
def test_names_are_one_line_of_a_length_that_can_be_shown(text: str, shown: str) -> None:
    assert plain(text, 120) == shown


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match=r"\[1, 2\]"):
        Columns(lon=np.zeros(2), lat=np.zeros(2), names=["x"])
