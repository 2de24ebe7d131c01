"""Coordinates that look like a slip: drawn where they can be, and said."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.maps.build.points.rows import Columns, Rows, usable

CHANCE = np.random.default_rng(9)
ITALY = np.column_stack([CHANCE.uniform(8, 17, 60), CHANCE.uniform(38, 46, 60)])


def rows_of(points: np.ndarray) -> Rows:
    names = [f"Stop {k}" for k in range(len(points))]
    return usable(Columns(lon=points[:, 0], lat=points[:, 1], names=names))


@pytest.mark.parametrize(
    ("lon", "lat", "said"),
    [
        (0.0, 0.0, "row 61, at 0, 0 in the Gulf of Guinea"),
        (0.00001, -0.0002, "row 61, at 0, 0 in the Gulf of Guinea"),
        (12.0, 90.0, "row 61, at a pole"),
        (41.9028, 41.9028, "row 61, with one figure for both"),
        (-120.0, -45.0, "row 61, far from all others"),
        (42.0, 12.0, "row 61, among the others if longitude and latitude were swapped"),
        (12.0, -42.0, "row 61, among the others if a sign were the other one"),
    ],
)
def test_a_slip_is_drawn_and_said(lon: float, lat: float, said: str) -> None:
    town = ITALY / 20 + (12.0, 41.0) if "far" not in said else ITALY
    town = ITALY if said.startswith(("row 61, at", "row 61, with")) else town
    found = rows_of(np.vstack([town, [(lon, lat)]]))
    assert len(found) == 61
    assert found.left_out == 0
    assert len(found.remarks) == 1
    assert said in found.remarks[0]


@pytest.mark.parametrize("count", [1, 4, 12])
def test_many_rows_may_be_swapped_or_have_the_other_sign(count: int) -> None:
    town = ITALY / 20 + (12.0, 41.0)
    for turned, said in ((town[:, ::-1], "were swapped"), (town * (1, -1), "the other one")):
        remarks = rows_of(np.vstack([town, turned[:count]])).remarks
        assert len(remarks) == 1
        assert said in remarks[0]
        assert "61" in remarks[0]


@pytest.mark.parametrize(
    ("lon", "lat", "said"),
    [
        (-999, -999, "a figure such as −999"),
        (9999, 45, "a figure such as −999"),
        (45, 139.7, "the two may be swapped"),
        (35.0, 99.0, "the two may be swapped"),
        (1_490_000, 5_160_000, "degrees are asked, not metres"),
        (124_924, 419_028, "with their decimal point"),
    ],
)
def test_what_cannot_be_is_left_out_with_its_reason(lon: float, lat: float, said: str) -> None:
    found = rows_of(np.vstack([ITALY, [(lon, lat)]]))
    assert found.left_out == 1
    assert len(found.told) == 1
    assert said in found.told[0]
    assert found.told[0].endswith(": row 61.")


def test_usual_tables_raise_no_suspicion() -> None:
    world = np.column_stack([CHANCE.uniform(-180, 180, 500), CHANCE.uniform(-60, 75, 500)])
    fiji = np.column_stack([177 + CHANCE.uniform(0, 6, 40), CHANCE.uniform(-19, -16, 40)])
    fiji[:, 0] = (fiji[:, 0] + 180) % 360 - 180
    two_towns = np.vstack([ITALY[:30] / 50 + (12, 41), ITALY[:30] / 50 + (2, 48)])
    for points in (ITALY, world, fiji, two_towns, ITALY[:7] * 1.0):
        assert rows_of(points).remarks == ()


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=30))
def test_suspicion_leaves_nothing_out(points: list[tuple[float, float]]) -> None:
    found = rows_of(np.array(points))
    assert found.left_out == 0
    assert found.told == ()
