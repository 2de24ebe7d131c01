from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.maps.spec.columns import (
    MOST,
    decode_numbers,
    decode_texts,
    encode_numbers,
    encode_points,
    encode_texts,
    hilbert_order,
)
from geo.maps.spec.model import Grid
from geo.maps.spec.polyline import ALPHABET, decode

LINES = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.integers(-MOST, MOST)))
def test_numbers_come_back(values: list[int]) -> None:
    coded = encode_numbers(np.array(values, dtype=np.int64))
    assert set(coded) <= set(ALPHABET)
    assert decode_numbers(coded).tolist() == values


def test_a_number_that_a_browser_cannot_read_is_refused() -> None:
    with pytest.raises(ValueError, match="larger steps"):
        encode_numbers(np.array([0, MOST + 1]))


@given(st.lists(LINES, min_size=1))
def test_texts_come_back(texts: list[str]) -> None:
    assert decode_texts(encode_texts(texts)) == texts


def test_texts_that_repeat_are_written_once() -> None:
    coded = encode_texts(["capital of a country", "port"] * 500)
    assert coded.different == "capital of a country\nport"
    assert len(coded.rows) == 1000


@given(
    st.lists(st.tuples(st.floats(-180, 540), st.floats(-90, 90)), min_size=1),
    st.sampled_from([1.0, 0.001, 0.00001]),
)
def test_points_come_back_on_the_grid(points: list[tuple[float, float]], step: float) -> None:
    grid = Grid(lon_0=-180.0, lat_0=-90.0, step=step)
    lon, lat = np.array(points).T
    back = decode(encode_points(lon, lat, grid), grid)
    assert len(back) == len(points)
    assert np.abs(back - np.array(points)).max() <= step / 2 + 1e-9


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1))
def test_the_order_along_the_curve_is_an_order(points: list[tuple[float, float]]) -> None:
    lon, lat = np.array(points).T
    assert sorted(hilbert_order(lon, lat).tolist()) == list(range(len(points)))


def test_neighbours_in_the_order_are_neighbours_on_the_earth() -> None:
    chance = np.random.default_rng(7)
    lon, lat = chance.uniform(-180, 180, 20_000), chance.uniform(-90, 90, 20_000)
    order = hilbert_order(lon, lat)
    apart = np.hypot(np.diff(lon[order]), np.diff(lat[order]))
    by_chance = np.hypot(np.diff(lon), np.diff(lat))
    assert apart.mean() < by_chance.mean() / 50
