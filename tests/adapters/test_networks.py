"""The world's networks: ways that are really shortest, on water, round what is closed, or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from geo.adapters.basemap.world import open_basemap
from geo.adapters.network.router import NetworkRouter
from geo.adapters.network.store import read_network
from geo.adapters.routers import open_routers
from geo.contracts import End, Leg, LegStatus, Mode, Place, RouteKind
from geo.errors import RouteError
from geo.geodesy import length_m
from geo.settings import Settings
from tools.network_shores import Shores
from tools.network_steps import steps_of

if TYPE_CHECKING:
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

    @pytest.mark.parametrize(
        ("ends", "published_km"),
        [
            ((("Oslo", 10.75, 59.912), ("Bergen", 5.33, 60.39)), 463),  # two parts of the source
            ((("Toronto", -79.383, 43.653), ("Montreal", -73.567, 45.502)), 541),  # with a gap
            ((("Lima", -77.035, -12.05), ("Piura", -80.63, -5.195)), 981),  # flat, beside the Andes
            ((("Jammu", 74.86, 32.73), ("Srinagar", 74.8, 34.08)), 260),  # all of it in mountains
        ],
    )
    def test_published_lengths_lie_in_the_band(
        self, ends: tuple[tuple[str, float, float], ...], published_km: float
    ) -> None:
        route = way(Mode.ROAD, *ends)
        assert route.low_m < published_km * 1_000 < route.high_m
        assert route.distance_m == pytest.approx(published_km * 1_000, rel=0.12)

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

    def test_a_border_can_be_closed(self) -> None:
        ends = ("Trieste", 13.77, 45.65), ("Budapest", 19.04, 47.5)
        assert "Italy – Slovenia" in {w.name for w in way(Mode.ROAD, *ends).waypoints}
        shut = way(Mode.ROAD, *ends, avoid=("SI|IT",))
        assert "Italy – Slovenia" not in {w.name for w in shut.waypoints}
        assert shut.distance_m > way(Mode.ROAD, *ends).distance_m + 50_000

    def test_a_border_that_is_closed_for_decades_is_gone_round(self) -> None:
        yerevan, kars = ("Yerevan", 44.513, 40.182), ("Kars", 43.097, 40.607)
        assert [w.name for w in way(Mode.ROAD, yerevan, kars).waypoints] == [
            "Armenia – Georgia",
            "Georgia – Turkey",
        ]

    def test_a_closed_border_without_a_way_round_is_said_to_be_closed(self) -> None:
        seoul, pyongyang = ("Seoul", 126.978, 37.566), ("Pyongyang", 125.754, 39.034)
        (border,) = way(Mode.ROAD, seoul, pyongyang).waypoints
        assert (border.kind, border.note) == ("border", "usually closed")

    def test_a_boat_is_boarded_at_a_quay_and_told_at_the_border(self) -> None:
        route = way(Mode.ROAD, ("Dover", 1.312, 51.128), ("Calais", 1.856, 50.951))
        assert [(w.name, w.note) for w in route.waypoints] == [("United Kingdom – France", "ferry")]

    def test_a_border_on_the_very_first_hop_is_told(self) -> None:
        route = way(Mode.ROAD, ("Strasbourg", 7.745, 48.584), ("Kehl", 7.809, 48.573))
        assert [w.name for w in route.waypoints] == ["France – Germany"]

    def test_where_roads_differ_others_are_known(self) -> None:
        # 293 km by the old road along the hills, about 375 km by the motorway through the plain.
        ends = leg(Mode.ROAD, ("Islamabad", 73.048, 33.684), ("Lahore", 74.358, 31.52))
        router = ROUTERS[Mode.ROAD]
        assert isinstance(router, NetworkRouter)
        shortest = way(Mode.ROAD, ("Islamabad", 73.048, 33.684), ("Lahore", 74.358, 31.52))
        others = router.others(ends)
        assert any(route.low_m < 375_000 < route.high_m for route in others)
        assert all(route.distance_m > shortest.distance_m for route in others)
        assert router.others(replace(ends, destination=ends.origin)) == []

    def test_many_lengths_at_once_are_those_of_the_ways(self) -> None:
        pairs = [
            (("Lyon", 4.84, 45.76), ("Turin", 7.69, 45.07)),
            (("Perth", 115.86, -31.95), ("Adelaide", 138.6, -34.93)),
            (("Honolulu", -157.86, 21.31), ("Los Angeles", -118.24, 34.05)),
            (("South Pole", 0.0, -90.0), ("Los Angeles", -118.24, 34.05)),
        ]
        points = np.array([[*one[1:], *other[1:]] for one, other in pairs])
        router = ROUTERS[Mode.ROAD]
        assert isinstance(router, NetworkRouter)
        found = router.lengths_m(points)
        assert found[:2] == pytest.approx([way(Mode.ROAD, *ends).distance_m for ends in pairs[:2]])
        assert np.isnan(found[2:]).all()

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

    @pytest.mark.parametrize(
        ("ends", "published_km"),
        [
            # The source is cut on each of these ways.
            ((("London", -0.128, 51.507), ("Penzance", -5.537, 50.119)), 491),
            ((("New York", -74.006, 40.714), ("Montréal", -73.588, 45.509)), 613),
            ((("Dublin", -6.249, 53.333), ("Belfast", -5.93, 54.597)), 182),
            ((("Yangon", 96.156, 16.805), ("Mandalay", 96.083, 21.975)), 621),
            ((("Sofia", 23.324, 42.697), ("Plovdiv", 24.75, 42.15)), 156),
        ],
    )
    def test_cut_lines_go_on(
        self, ends: tuple[tuple[str, float, float], ...], published_km: float
    ) -> None:
        route = way(Mode.RAIL, *ends)
        assert route.low_m < published_km * 1_000 < route.high_m
        assert route.distance_m == pytest.approx(published_km * 1_000, rel=0.03)

    def test_published_kilometres_go_before_measured_tracks(self) -> None:
        route = way(Mode.RAIL, ("Pyongyang", 125.75, 39.03), ("Vladivostok", 131.87, 43.11))
        assert "Pyongyang" in {waypoint.name for waypoint in route.waypoints}

    @pytest.mark.parametrize(
        ("ends", "published_km", "share"),
        [
            ((("Dar es Salaam", 39.27, -6.82), ("Mbeya", 33.45, -8.9)), 869, 0.85),
            ((("Mumbai", 72.84, 18.97), ("Surat", 72.83, 21.19)), 281, 0.9),  # a gulf lies between
        ],
    )
    def test_a_line_with_published_kilometres_is_drawn_along_its_track(
        self, ends: tuple[tuple[str, float, float], ...], published_km: float, share: float
    ) -> None:
        route = way(Mode.RAIL, *ends)
        assert route.distance_m == pytest.approx(published_km * 1_000, rel=0.03)
        # What is drawn is nearly as long as the track: no straight line stands for it.
        assert length_m(route.geometry) > share * route.distance_m

    def test_a_break_of_gauge_is_told_at_the_border(self) -> None:
        warsaw, vilnius = ("Warsaw", 21.01, 52.23), ("Vilnius", 25.28, 54.67)
        route = way(Mode.RAIL, warsaw, vilnius)
        assert "gauge 1,435 → 1,520 mm" in " ".join(w.note for w in route.waypoints)
        inside = way(Mode.RAIL, ("Berlin", 13.37, 52.52), ("Prague", 14.44, 50.08))
        assert inside.waypoints
        assert not any(waypoint.note for waypoint in inside.waypoints)

    def test_a_place_far_from_every_railway_is_told(self) -> None:
        with pytest.raises(RouteError, match=r"Timbuktu is .* km from the nearest railway"):
            way(Mode.RAIL, ("Timbuktu", -3.0, 16.77), ("Bamako", -8.0, 12.65))

    def test_no_train_crosses_the_sea_to_iceland(self) -> None:
        with pytest.raises(RouteError):
            way(Mode.RAIL, ("Reykjavík", -21.9, 64.15), ("London", -0.13, 51.51))


class TestEndsThatAreNoPoints:
    def area(self, name: str, code: str, lon: float, lat: float, country: str) -> End:
        place = Place(
            gazetteer="test",
            feature_id=name,
            name=name,
            lon=lon,
            lat=lat,
            feature_class="A",
            feature_code=code,
            country_code=country,
        )
        return End(toponym_id=name, place=place)

    def test_a_country_is_met_at_its_border(self) -> None:
        poland = self.area("Poland", "PCLI", 19.4, 52.1, "PL")
        usual = leg(Mode.ROAD, ("Berlin", 13.405, 52.52), ("Warsaw", 21.01, 52.23))
        route = ROUTERS[Mode.ROAD].route(replace(usual, destination=poland))
        assert route is not None
        assert 60_000 < route.distance_m < 120_000  # the Oder
        assert route.high_m > 600_000  # it may be anywhere in the country
        assert "where in Poland is not said" in route.note
        back = ROUTERS[Mode.ROAD].route(replace(usual, origin=poland, destination=usual.origin))
        assert back is not None
        assert back.distance_m == pytest.approx(route.distance_m, rel=0.01)

    def test_a_region_is_met_in_its_middle(self) -> None:
        bavaria = self.area("Bavaria", "ADM1", 11.5, 48.9, "DE")
        usual = leg(Mode.ROAD, ("Berlin", 13.405, 52.52), ("Munich", 11.58, 48.14))
        route = ROUTERS[Mode.ROAD].route(replace(usual, destination=bavaria))
        assert route is not None
        assert "somewhere in Bavaria" in route.note
        assert route.high_m - route.distance_m > 100_000

    def test_a_country_on_the_way_is_passed_through(self) -> None:
        ends = leg(Mode.ROAD, ("Munich", 11.58, 48.14), ("Milan", 9.19, 45.46))
        swiss = self.area("Switzerland", "PCLI", 8.2, 46.8, "CH")
        route = ROUTERS[Mode.ROAD].route(replace(ends, via=(swiss,)))
        assert route is not None
        assert "Switzerland" in " ".join(waypoint.name for waypoint in route.waypoints)

    def test_no_way_leads_from_a_country_to_itself_or_to_a_sea(self) -> None:
        usual = leg(Mode.ROAD, ("Berlin", 13.405, 52.52), ("Warsaw", 21.01, 52.23))
        home = self.area("Germany", "PCLI", 10.0, 51.0, "DE")
        assert ROUTERS[Mode.ROAD].route(replace(usual, destination=home)) is None
        sea = replace(home.place, feature_class="H", feature_code="SEA")
        nowhere = replace(usual, destination=End(toponym_id="sea", place=sea))
        assert ROUTERS[Mode.ROAD].route(nowhere) is None


def test_no_lane_lies_on_land() -> None:
    network = read_network(NETWORKS / "sea.npz")
    plain = ~network.has_kind(frozenset({"suez", "panama"}))
    ends = network.points[network.ends[plain]]
    steps = steps_of(ends[:, 0], ends[:, 1])
    shores = Shores(Settings().data / "basemap")
    met = np.flatnonzero(shores.crossed(steps.starts, steps.ends))[::5]
    pairs = zip(steps.starts[met], steps.ends[met], strict=True)
    on_land_m = [shores.land_m(tuple(one), tuple(other)) for one, other in pairs]
    assert max(on_land_m, default=0.0) < 350.0
