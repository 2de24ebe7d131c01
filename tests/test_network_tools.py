"""The tools that make the networks: heights, ends that face each other, parts of one country."""

from __future__ import annotations

import numpy as np
import pytest

from tools.network_countries import Countries
from tools.network_facing import faced
from tools.network_graph import Graph, measured, parts
from tools.network_islands import reached
from tools.network_relief import heights_m, spread


def chains(*lines: list[tuple[float, float]]) -> Graph:
    """Make a graph of lines, each a part of its own."""
    points: list[tuple[float, float]] = []
    ends: list[tuple[int, int]] = []
    for line in lines:
        ends += [(len(points) + at, len(points) + at + 1) for at in range(len(line) - 1)]
        points += line
    kind = np.zeros(len(ends), dtype=np.int64)
    return measured(np.array(points, dtype=float), np.array(ends), kind)


def part_count(graph: Graph) -> int:
    return int(parts(graph).max()) + 1


class Two(Countries):
    """Land to the north of 0°, in two countries that meet at 20° E."""

    def __init__(self) -> None:
        """Draw nothing."""

    def of(self, points: np.ndarray) -> np.ndarray:
        return np.where(points[:, 0] < 20.0, 1, 2)

    def on_land(self, points: np.ndarray) -> np.ndarray:
        return np.asarray(points[:, 1] > 0.0)


def test_heights_are_metres_and_the_sea_is_flat() -> None:
    stored = np.array([[255, 16, 17, 160]], dtype=np.uint8)
    assert heights_m(stored).tolist() == [[0.0, 0.0, 26.0, 4030.0]]


def test_a_plain_is_flat_and_its_edge_is_not() -> None:
    height_m = np.zeros((5, 8))
    height_m[:, 4:] = 900.0
    found = spread(height_m)
    assert found[2, 1] == 0.0
    assert found[2, 6] == 0.0
    assert found[2, 3] == pytest.approx(900.0 * np.sqrt(2.0) / 3.0)
    # The grid goes on round the globe: the last column lies beside the first.
    assert found[2, 0] == pytest.approx(found[2, 7]) == pytest.approx(found[2, 3])


@pytest.mark.parametrize(
    ("gap_deg", "turned_deg", "left"),
    [(0.05, 0.0, 1), (0.25, 0.0, 1), (0.25, 0.3, 2), (0.4, 0.0, 2)],
)
def test_ends_that_face_each_other_are_joined(gap_deg: float, turned_deg: float, left: int) -> None:
    start = 1.0 + gap_deg
    west = [(0.0, 0.0), (0.5, 0.0), (1.0, 0.0)]
    east = [(start, 0.0), (start + 0.5, turned_deg), (start + 1.0, turned_deg)]
    assert part_count(faced(chains(west, east))) == left


@pytest.mark.parametrize(
    ("lon", "lat", "gap_deg", "left"),
    [
        (10.0, 1.0, 0.2, 1),  # over land
        (10.0, -1.0, 0.2, 2),  # over so much water there may be no way
        (10.0, -1.0, 0.05, 1),  # a bridge or ferry
        (10.0, 1.0, 0.4, 2),
        (20.0, 1.0, 0.05, 2),  # the border may be closed
    ],
)
def test_parts_of_one_country_are_joined(lon: float, lat: float, gap_deg: float, left: int) -> None:
    west = [(lon - 2.0, lat), (lon - gap_deg / 2, lat)]
    east = [(lon + gap_deg / 2, lat), (lon + 1.0, lat)]
    assert part_count(reached(chains(west, east), Two())) == left
