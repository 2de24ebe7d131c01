"""The parts of a network: shortest paths, files that are read again, hops that are near a point."""

from __future__ import annotations

import gc
import heapq
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.routes import leg_between
from geo.adapters.network.access import accesses
from geo.adapters.network.cells import HopCells, chords_m
from geo.adapters.network.costs import Costs
from geo.adapters.network.hierarchy import as_hierarchy, hierarchy_arrays
from geo.adapters.network.mapped import MappedSearch
from geo.adapters.network.paths import CLOSED_M, Paths, whole_m
from geo.adapters.network.router import NetworkRouter
from geo.adapters.network.store import Network, open_network, read_network, write_network
from geo.adapters.routers import RAIL, SEA
from geo.contracts import End, Leg, LegStatus, Mode, Place
from geo.errors import DataMissing, RouteError
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
    path = Paths(network, network.length_m).search().find([(start, 0.0)], [(goal, 0.0)])
    expected = dijkstra(network, start).get(goal)
    assert (path is None) == (expected is None)
    if path is not None:
        assert path.cost_m == pytest.approx(expected)
        assert (path.points[0], path.points[-1]) == (start, goal)
        for (one, other), hop in zip(pairwise(path.points), path.hops, strict=True):
            assert {one, other} == set(network.ends[hop].tolist())


@given(HOPS, st.permutations(range(12)), st.lists(st.integers(1, 9), min_size=30, max_size=30))
def test_a_kept_hierarchy_finds_what_the_index_finds(
    hops: list[tuple[int, int]], order: list[int], dear: list[int]
) -> None:
    network = replace(small(POINTS, hops), order=np.array(order))
    costs = whole_m(np.array(dear[: len(network.ends)]) * 100.0)
    kept = as_hierarchy(hierarchy_arrays(network, costs, CLOSED_M))
    starts, goals = [(0, 0.0), (1, 250.0)], [(11, 0.0), (6, 120.0), (1, 900.0)]
    found = MappedSearch(kept, network.ends).find(starts, goals)
    expected = Paths(network, costs).search().find(starts, goals)
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        assert found.cost_m == expected.cost_m
        ways = costs[found.hops].sum() + dict(starts)[found.points[0]]
        assert found.cost_m == ways + dict(goals)[found.points[-1]]
        for (one, other), hop in zip(pairwise(found.points), found.hops, strict=True):
            assert {one, other} == set(network.ends[hop].tolist())


@given(HOPS, st.permutations(range(12)), st.lists(st.integers(0, 2), min_size=12, max_size=12))
def test_many_ways_are_as_long_as_each_alone(
    hops: list[tuple[int, int]], order: list[int], country: list[int]
) -> None:
    network = replace(
        small(POINTS, hops),
        order=np.array(order),
        country=np.array(country),
        countries=("", "EG", "LY"),
        country_names=("", "Egypt", "Libya"),
    )
    router = NetworkRouter(lambda: network, replace(RAIL, may_be_wild=True))
    points = np.array(POINTS) + 0.01  # beside each point, and half-way along the first hop
    points = np.vstack([points, network.points[network.ends[0]].mean(axis=0)])
    pairs = np.hstack([points.repeat(len(points), axis=0), np.tile(points, (len(points), 1))])
    found = router.lengths_m(pairs)
    alone = [route_m(router, leg_between(Mode.RAIL, *pair)) for pair in pairs.tolist()]
    assert found == pytest.approx(alone, abs=2.0, nan_ok=True)  # costs are whole metres


def route_m(router: NetworkRouter, leg: Leg) -> float:
    try:
        route = router.route(leg)
    except RouteError:
        return float("nan")
    assert route is not None
    return route.distance_m


def test_the_way_is_one_and_the_same_whether_a_hierarchy_is_kept_or_not(tmp_path: Path) -> None:
    hops = [(one, other) for one in range(12) for other in (one + 1, one + 4) if other < 12]
    write_network(tmp_path / "net.npz", replace(small(POINTS, hops), order=np.arange(12)[::-1]))
    bare, shelved = (open_network(tmp_path / "net.npz", at) for at in (None, tmp_path / "kept"))
    for _ in range(2):
        for start, goal in ((0, 11), (3, 8), (5, 5)):
            ends = [(start, 0.0)], [(goal, 0.0)]
            one, other = (Costs(net, SEA).search().find(*ends) for net in (bare, shelved))
            assert one is not None
            assert other is not None
            assert one.cost_m == other.cost_m
            assert (one.points[0], one.points[-1]) == (other.points[0], other.points[-1])
    assert len(list((tmp_path / "kept").glob("hierarchy-net-*.arrays"))) == 1


@pytest.mark.parametrize(("off_deg", "is_a_way"), [(0.02, True), (0.14, False)])
def test_a_short_way_between_places_far_from_every_railway_is_none(
    off_deg: float, *, is_a_way: bool
) -> None:
    network = small([(10.0, 0.0), (10.5, 0.0)], [(0, 1)])
    router = NetworkRouter(lambda: network, RAIL)
    asked = leg_between(Mode.RAIL, 10.1, off_deg, 10.4, off_deg)
    if is_a_way:
        route = router.route(asked)
        assert route is not None
        assert route.note == "start is 2 km from the railway; goal is 2 km from the railway"
    else:
        with pytest.raises(RouteError, match=r"railway to start and goal .* is 31 km off in all"):
            router.route(asked)


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
    near, far = accesses(network, np.array([[0.25, 0.01], [9.0, 9.0]]), within_m=200e3, most=5)
    assert near[0].share == pytest.approx(0.25)
    assert near[0].access_m == pytest.approx(distance_m(0.25, 0.01, 0.25, 0.0))
    assert far == []


def test_a_hop_leads_on_over_the_antimeridian() -> None:
    network = small([(179.5, -17.0), (-179.5, -17.0)], [(0, 1)])
    points = np.array([[179.9, -17.1], [-179.75, -17.0]])
    west, east = accesses(network, points, within_m=50_000.0, most=5)
    assert west[0].share == pytest.approx(0.4)
    assert west[0].access_m == pytest.approx(distance_m(179.9, -17.1, 179.9, -17.0))
    assert (east[0].share, east[0].lon) == pytest.approx((0.75, -179.75))


HERE = st.tuples(st.floats(-179.9, 179.9), st.floats(-89.0, 89.0))
STEPS = st.tuples(st.floats(-1.5, 1.5), st.floats(-0.9, 0.9))


@given(HERE, STEPS)
def test_chords_are_geodesics(here: tuple[float, float], step: tuple[float, float]) -> None:
    there = (here[0] + step[0] + 180.0) % 360.0 - 180.0, here[1] + step[1]
    (found,) = chords_m(np.array([here, there]), np.array([[0, 1]]))
    assert found == pytest.approx(distance_m(*here, *there), rel=3e-6, abs=0.001)


@given(st.lists(HERE, min_size=2, max_size=12), HERE, st.floats(0.01, 3.0))
def test_no_hop_near_a_point_is_missed(
    points: list[tuple[float, float]], here: tuple[float, float], reach: float
) -> None:
    # Steps from one point to the next are of ten degrees at most, across 180° as well.
    line = np.cumsum(np.array([(lon / 20, lat / 20) for lon, lat in points]), axis=0)
    line += np.array([170.0, 0.0])
    turned = np.stack([(line[:, 0] + 180.0) % 360.0 - 180.0, line[:, 1]], axis=1)
    at = line[0, 0] + here[0] / 20, line[0, 1] + here[1] / 20
    ends = np.array([(number, number + 1) for number in range(len(points) - 1)])
    lon = (at[0] + 180.0) % 360.0 - 180.0
    cells = HopCells.of(turned, ends)
    twice = np.array([[lon, at[1]], [lon, at[1]]])
    owner, hops = cells.near(twice, np.full(2, reach), np.full(2, reach))
    found = hops[owner == 0]
    assert np.array_equal(found, hops[owner == 1])
    assert len(set(found.tolist())) == len(found)
    box = shapely.box(at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach)
    for hop, (one, other) in enumerate(pairwise(line)):
        is_short = (np.abs(other - one) <= 5.0).all()
        if is_short and shapely.LineString([one, other]).intersects(box):
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
