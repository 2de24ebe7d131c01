"""The world's networks: ways that are really shortest, on water, round what is closed, or none."""

from __future__ import annotations

import heapq
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.adapters.basemap import open_basemap
from geo.adapters.network_access import accesses
from geo.adapters.network_paths import Paths
from geo.adapters.network_store import Network, read_network, write_network
from geo.adapters.routers import open_routers
from geo.contracts import End, Leg, LegStatus, Mode, Place, RouteKind
from geo.errors import DataMissing, RouteError
from geo.geodesy import distance_m
from geo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from geo.contracts import Route

ROUTERS = open_routers(Settings())
NETWORKS = Settings().data / "networks"

LISBON, CAPE_TOWN = ("Lisbon", -9.14, 38.7), ("Cape Town", 18.43, -33.9)
ODESA, BEIRUT = ("Odesa", 30.75, 46.49), ("Beirut", 35.51, 33.9)
GENOA, MUMBAI = ("Genoa", 8.92, 44.4), ("Mumbai", 72.84, 18.94)


def leg(mode: Mode, *ends: tuple[str, float, float]) -> Leg:
    places = [
        Place(
            gazetteer="test",
            feature_id=name,
            name=name,
            lon=lon,
            lat=lat,
            feature_class="P",
            feature_code="PPL",
        )
        for name, lon, lat in ends
    ]
    found = [End(toponym_id=place.name, place=place) for place in places]
    return Leg(
        id="leg-1",
        traveller="",
        origin=found[0],
        via=tuple(found[1:-1]),
        destination=found[-1],
        mode=mode,
        status=LegStatus.HAPPENED,
    )


def way(mode: Mode, *ends: tuple[str, float, float], avoid: tuple[str, ...] = ()) -> Route:
    route = ROUTERS[mode].route(leg(mode, *ends), avoid=frozenset(avoid))
    assert route is not None
    return route


def small(points: list[tuple[float, float]], hops: list[tuple[int, int]]) -> Network:
    ends = np.array(sorted({(min(hop), max(hop)) for hop in hops if hop[0] != hop[1]}))
    return Network(
        points=np.array(points),
        ends=ends.reshape(-1, 2).astype(np.int64),
        winding=np.full(len(ends), 1.25),
        kind=np.zeros(len(ends), dtype=np.int64),
        country=np.zeros(len(points), dtype=np.int64),
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
    for name in ("points", "ends", "winding", "kind", "country", "order"):
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


@pytest.mark.parametrize("mode", ["rail", "road", "sea"])
def test_the_networks_that_ship_are_sound(mode: str) -> None:
    network = read_network(NETWORKS / f"{mode}.npz")
    points, hops = len(network.points), len(network.ends)
    assert hops > points / 2 > 1_000
    assert sorted(network.order.tolist()) == list(range(points))
    assert (network.ends[:, 0] < network.ends[:, 1]).all()
    assert (np.abs(network.points) <= (180.0, 90.0)).all()
    assert (network.winding >= 1.0).all()
    assert network.kind.max() < len(network.kinds)
    assert network.country.max() < len(network.countries) == len(network.country_names)
    assert network.attribution


class TestBySea:
    def test_a_ship_goes_round_africa(self) -> None:
        route = way(Mode.SEA, LISBON, CAPE_TOWN)
        assert route.kind is RouteKind.SEA
        assert 9_200_000 < route.distance_m < 9_800_000
        assert route.low_m < route.distance_m < route.high_m
        basemap = open_basemap(Settings())
        for code in ("PT", "MA", "MR", "SN", "AO", "NA", "ZA"):
            land = basemap.country(code)
            assert land is not None
            # Only the quays lie on drawn land.
            assert shapely.intersection(route.geometry, land).length < 0.1

    def test_from_the_black_sea_the_way_leads_through_the_straits(self) -> None:
        route = way(Mode.SEA, ODESA, BEIRUT)
        names = [waypoint.name for waypoint in route.waypoints]
        assert [name for name in names if name in {"bosporus", "dardanelles"}] == [
            "bosporus",
            "dardanelles",
        ]

    def test_a_closed_passage_is_gone_round(self) -> None:
        open_m = way(Mode.SEA, GENOA, MUMBAI).distance_m
        closed = way(Mode.SEA, GENOA, MUMBAI, avoid=("suez",))
        assert "suez" not in {waypoint.name for waypoint in closed.waypoints}
        assert closed.distance_m > 2 * open_m

    def test_a_strait_without_another_way_shuts_the_sea_behind_it(self) -> None:
        with pytest.raises(RouteError, match="No sea lane from Odesa to Beirut"):
            way(Mode.SEA, ODESA, BEIRUT, avoid=("bosporus",))

    def test_no_ship_goes_where_there_is_no_sea(self) -> None:
        with pytest.raises(RouteError, match=r"Madrid is .* km from the nearest sea lane"):
            way(Mode.SEA, ("Madrid", -3.7, 40.42), LISBON)


class TestByRoad:
    def test_a_road_across_a_continent(self) -> None:
        route = way(Mode.ROAD, ("New York City", -74.006, 40.713), ("Denver", -104.99, 39.739))
        assert 2_650_000 < route.distance_m < 3_000_000  # about 2,860 km by the interstates
        assert "OpenStreetMap" in route.attribution

    def test_borders_on_the_way_are_named(self) -> None:
        route = way(Mode.ROAD, ("Berlin", 13.405, 52.52), ("Warsaw", 21.01, 52.23))
        assert [waypoint.name for waypoint in route.waypoints] == ["Germany – Poland"]
        assert route.waypoints[0].kind == "border"

    def test_a_country_can_be_avoided(self) -> None:
        ends = ("Munich", 11.58, 48.14), ("Milan", 9.19, 45.46)
        usual = way(Mode.ROAD, *ends)
        names = " ".join(w.name for w in way(Mode.ROAD, *ends, avoid=("CH",)).waypoints)
        assert "Switzerland" not in names
        assert way(Mode.ROAD, *ends, avoid=("CH",)).distance_m >= usual.distance_m - 1.0

    def test_the_way_by_another_place_is_longer(self) -> None:
        paris, lyon, lille = ("Paris", 2.35, 48.86), ("Lyon", 4.84, 45.76), ("Lille", 3.06, 50.63)
        assert (
            way(Mode.ROAD, paris, lille, lyon).distance_m > way(Mode.ROAD, paris, lyon).distance_m
        )

    def test_no_road_leads_over_an_ocean(self) -> None:
        with pytest.raises(RouteError, match="main road"):
            way(Mode.ROAD, ("Honolulu", -157.86, 21.31), ("Los Angeles", -118.24, 34.05))


class TestByRail:
    def test_the_network_knows_lines_that_no_table_has(self) -> None:
        route = way(Mode.RAIL, ("Paris", 2.3735, 48.8448), ("Lyon", 4.86, 45.7606))
        assert route.distance_m == pytest.approx(427_000, rel=0.03)

    def test_published_kilometres_go_before_measured_tracks(self) -> None:
        route = way(Mode.RAIL, ("Pyongyang", 125.75, 39.03), ("Vladivostok", 131.87, 43.11))
        assert "Pyongyang" in {waypoint.name for waypoint in route.waypoints}

    def test_a_place_far_from_every_railway_is_told(self) -> None:
        with pytest.raises(RouteError, match=r"Timbuktu is .* km from the nearest railway"):
            way(Mode.RAIL, ("Timbuktu", -3.0, 16.77), ("Bamako", -8.0, 12.65))

    def test_no_train_crosses_the_sea_to_iceland(self) -> None:
        with pytest.raises(RouteError):
            way(Mode.RAIL, ("Reykjavík", -21.9, 64.15), ("London", -0.13, 51.51))
