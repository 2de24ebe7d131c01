"""The parts of a network: shortest paths, files that are read again, hops that are near a point."""

from __future__ import annotations

import gc
import heapq
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.adapters.network_access import accesses
from geo.adapters.network_cells import HopCells, chords_m
from geo.adapters.network_paths import Paths
from geo.adapters.network_router import NetworkRouter
from geo.adapters.network_store import Network, read_network, write_network
from geo.adapters.routers import SEA
from geo.contracts import End, Leg, LegStatus, Mode, Place
from geo.errors import DataMissing
from geo.geodesy import distance_m

if TYPE_CHECKING:
    from pathlib import Path


def small(points: list[tuple[float, float]], hops: list[tuple[int, int]]) -> Network:
    ends = np.array(sorted({(min(hop), max(hop)) for hop in hops if hop[0] != hop[1]}))
    return Network(
        points=np.array(points),
        ends=ends.reshape(-1, 2).astype(np.int64),
        winding=np.full(len(ends), 1.25),
        kind=np.zeros(len(ends), dtype=np.int64),
        country=np.zeros(len(points), dtype=np.int64),
        doubt=np.full(len(ends), 0.25),
        order=np.arange(len(points)),
        kinds=("", "suez"),
        countries=("", "EG"),
        country_names=("", "Egypt"),
        source="a test",
        attribution="nobody",
    )


POINTS = [(float(number % 4), float(number // 4)) for number in range(12)]
HOPS = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda hop: hop[0] != hop[1]),
    min_size=1,
    max_size=30,
)


def dijkstra(network: Network, start: int) -> dict[int, float]:
    near: dict[int, list[tuple[int, float]]] = {}
    for (one, other), metres in zip(network.ends.tolist(), network.length_m, strict=True):
        near.setdefault(one, []).append((other, round(metres)))
        near.setdefault(other, []).append((one, round(metres)))
    found: dict[int, float] = {}
    queue = [(0.0, start)]
    while queue:
        metres, point = heapq.heappop(queue)
        if point not in found:
            found[point] = metres
            for other, more in near.get(point, []):
                heapq.heappush(queue, (metres + more, other))
    return found


@given(HOPS, st.integers(0, 11), st.integers(0, 11))
def test_paths_are_shortest(hops: list[tuple[int, int]], start: int, goal: int) -> None:
    network = small(POINTS, hops)
    path = Paths(network, network.length_m).find([(start, 0.0)], [(goal, 0.0)])
    expected = dijkstra(network, start).get(goal)
    assert (path is None) == (expected is None)
    if path is not None:
        assert path.cost_m == pytest.approx(expected)
        assert (path.points[0], path.points[-1]) == (start, goal)
        for (one, other), hop in zip(pairwise(path.points), path.hops, strict=True):
            assert {one, other} == set(network.ends[hop].tolist())


def test_a_network_is_written_and_read_again(tmp_path: Path) -> None:
    network = small(POINTS, [(0, 5), (5, 11), (3, 4)])
    write_network(tmp_path / "one.npz", network)
    again = read_network(tmp_path / "one.npz")
    for name in ("points", "ends", "winding", "kind", "country", "doubt", "order"):
        assert getattr(again, name) == pytest.approx(getattr(network, name))
    assert again.kinds == network.kinds
    assert again.country_names == network.country_names
    write_network(tmp_path / "two.npz", network)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_a_file_that_is_missing_or_damaged_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="make_networks"):
        read_network(tmp_path / "none.npz")
    (tmp_path / "bad.npz").write_bytes(b"PK not a network")
    with pytest.raises(DataMissing, match=r"bad\.npz"):
        read_network(tmp_path / "bad.npz")


def test_a_place_meets_the_network_at_the_nearest_point_of_a_hop() -> None:
    network = small([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)], [(0, 1), (1, 2)])
    (nearest, *_) = accesses(network, 0.25, 0.01, within_m=200_000.0, most=5)
    assert nearest.share == pytest.approx(0.25)
    assert nearest.access_m == pytest.approx(distance_m(0.25, 0.01, 0.25, 0.0))
    assert accesses(network, 9.0, 9.0, within_m=10_000.0, most=5) == []


HERE = st.tuples(st.floats(-179.9, 179.9), st.floats(-89.0, 89.0))
STEPS = st.tuples(st.floats(-1.5, 1.5), st.floats(-0.9, 0.9))


@given(HERE, STEPS)
def test_chords_are_geodesics(here: tuple[float, float], step: tuple[float, float]) -> None:
    there = max(-180.0, min(here[0] + step[0], 180.0)), here[1] + step[1]
    (found,) = chords_m(np.array([here, there]), np.array([[0, 1]]))
    assert found == pytest.approx(distance_m(*here, *there), rel=3e-6, abs=0.001)


@given(st.lists(HERE, min_size=2, max_size=12), HERE, st.floats(0.01, 3.0))
def test_no_hop_near_a_point_is_missed(
    points: list[tuple[float, float]], here: tuple[float, float], reach: float
) -> None:
    ends = np.array([(number, number + 1) for number in range(len(points) - 1)])
    found = HopCells.of(np.array(points), ends).near(*here, (reach, reach))
    for hop, (one, other) in enumerate(pairwise(points)):
        is_near = shapely.LineString([one, other]).intersects(
            shapely.box(here[0] - reach, here[1] - reach, here[0] + reach, here[1] + reach)
        )
        if is_near and abs(one[0] - other[0]) <= 180.0:
            assert hop in found


def test_of_the_costs_that_were_asked_for_few_are_kept() -> None:
    router = NetworkRouter(lambda: small(POINTS, [(0, 1), (1, 2), (2, 3)]), SEA)
    before = sum(isinstance(one, Paths) for one in gc.get_objects())
    places = [
        Place(
            gazetteer="test", feature_id=str(lon), name=str(lon), lon=lon, lat=0.0,
            feature_class="P", feature_code="PPL",
        )
        for lon in (0.0, 3.0)
    ]  # fmt: skip
    start, end = (End(toponym_id=place.name, place=place) for place in places)
    usual = Leg(
        id="leg-1", traveller="", origin=start, destination=end, mode=Mode.SEA,
        status=LegStatus.HAPPENED,
    )  # fmt: skip
    first = router.route(usual)

    assert first is not None
    for number in range(20):
        assert router.route(usual, avoid=frozenset({f"nowhere {number}"})) == first
    assert sum(isinstance(one, Paths) for one in gc.get_objects()) - before < 10
    assert router.route(usual) == first
