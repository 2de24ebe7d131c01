"""The curated railway lines: published lengths, waypoints in order, and what is not to be had."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import shapely

from geo.adapters.basemap.world import open_basemap
from geo.adapters.railway.lines import RailRouter, open_railways
from geo.adapters.railway.store import read_railways
from geo.contracts import End, Leg, LegStatus, Mode, Place, RouteKind
from geo.errors import DataMissing
from geo.geodesy import distance_m, length_m
from geo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from geo.contracts import Route

RAIL = Settings().data / "rail"
RAILWAYS = open_railways(Settings())


def place(name: str, lon: float, lat: float, code: str = "PPL", **more: object) -> Place:
    feature_class = {"PCLI": "A", "BDR": "A", "BDRX": "S"}.get(code, "P")
    return Place(
        gazetteer="test",
        feature_id=name,
        name=name,
        lon=lon,
        lat=lat,
        feature_class=feature_class,
        feature_code=code,
        **more,  # type: ignore[arg-type]
    )


PYONGYANG = place("Pyongyang", 125.7543, 39.0339)
VLADIVOSTOK = place("Vladivostok", 131.8735, 43.1056)
KHASAN = place("Khasan", 130.65, 42.43)
USSURIYSK = place("Ussuriysk", 131.957, 43.805)


def leg(*places: Place | None) -> Leg:
    ends = [None if it is None else End(toponym_id=it.name, place=it) for it in places]
    return Leg(
        id="leg-1",
        traveller="",
        origin=ends[0],
        via=tuple(end for end in ends[1:-1] if end is not None),
        destination=ends[-1],
        mode=Mode.RAIL,
        status=LegStatus.HAPPENED,
    )


def way(*places: Place | None) -> Route:
    route = RAILWAYS.route(leg(*places))
    assert route is not None
    return route


def test_from_pyongyang_to_vladivostok() -> None:
    route = way(PYONGYANG, VLADIVOSTOK)
    assert route.kind is RouteKind.RAIL
    assert route.leg_id == "leg-1"
    assert 1_170_000 < route.distance_m < 1_195_000  # the press gave about 1,180 km
    assert route.low_m < 1_180_000 < route.high_m
    assert route.inferred
    assert "OpenStreetMap" in route.attribution
    names = [waypoint.name for waypoint in route.waypoints]
    expected = ["Pyongyang", "Kowon", "Hamhung", "Chongjin", "Rajin", "Tumangang"]
    expected += ["Tumangang – Khasan", "Khasan", "Baranovsky", "Vladivostok"]
    assert [name for name in names if name in expected] == expected


def test_the_gauge_breaks_at_the_border() -> None:
    route = way(PYONGYANG, VLADIVOSTOK)
    (border,) = [waypoint for waypoint in route.waypoints if waypoint.kind == "border"]
    assert border.note == "gauge 1,435 → 1,520 mm"
    back = way(VLADIVOSTOK, PYONGYANG)
    (border,) = [waypoint for waypoint in back.waypoints if waypoint.kind == "border"]
    assert border.note == "gauge 1,520 → 1,435 mm"
    assert back.distance_m == pytest.approx(route.distance_m)
    assert back.waypoints[0].name == "Vladivostok"


def test_a_break_of_gauge_far_from_a_border_has_a_waypoint_of_its_own(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    replace(folder / "lines.csv", "Baranovsky–Khasan line,1520", "Baranovsky–Khasan line,1067")
    route = RailRouter(folder).route(leg(KHASAN, VLADIVOSTOK))
    assert route is not None
    (gauge,) = [waypoint for waypoint in route.waypoints if waypoint.kind == "gauge"]
    assert (gauge.name, gauge.note) == ("Baranovsky", "gauge 1,067 → 1,520 mm")


def test_the_train_turns_at_baranovsky_and_need_not_go_to_ussuriysk() -> None:
    assert way(KHASAN, VLADIVOSTOK).distance_m == pytest.approx(327_000, abs=3_000)
    assert way(KHASAN, USSURIYSK).distance_m == pytest.approx(260_000, abs=3_000)
    names = [waypoint.name for waypoint in way(KHASAN, VLADIVOSTOK).waypoints]
    assert "Ussuriysk" not in names


@pytest.mark.parametrize(
    ("start", "goal", "published_km", "gauge"),
    [
        (("Moscow", 37.62, 55.75), ("Vladivostok", 131.87, 43.11), 9_259, ""),
        (("Moscow", 37.62, 55.75), ("Warsaw", 21.01, 52.23), 1_319, "gauge 1,520 → 1,435 mm"),
        (("Kyiv", 30.52, 50.45), ("Przemyśl", 22.77, 49.78), 670, ""),
        (("Ulaanbaatar", 106.91, 47.91), ("Beijing", 116.4, 39.9), 1_560, "gauge 1,520 → 1,435 mm"),
        (("Mombasa", 39.6, -4.02), ("Nairobi", 36.9, -1.35), 472, ""),
        (("London", -0.13, 51.51), ("Paris", 2.35, 48.86), 492, ""),
        (("New York City", -74.0, 40.71), ("Washington", -77.04, 38.9), 364, ""),
        (("Sydney", 151.2, -33.87), ("Perth", 115.86, -31.95), 4_352, ""),
        (("Cairo", 31.24, 30.04), ("Aswan", 32.9, 24.09), 879, ""),
        (("Delhi", 77.23, 28.65), ("Lahore", 74.35, 31.56), 502, ""),
        (("Hanoi", 105.85, 21.02), ("Ho Chi Minh City", 106.69, 10.8), 1_726, ""),
        (("Buenos Aires", -58.38, -34.61), ("Mar del Plata", -57.56, -38.0), 400, ""),
    ],
)
def test_lines_on_every_continent_have_their_published_lengths(
    start: tuple[str, float, float], goal: tuple[str, float, float], published_km: float, gauge: str
) -> None:
    route = way(place(*start), place(*goal))
    assert route.low_m / 1000 <= published_km * 1.001
    assert route.high_m / 1000 >= published_km * 0.999
    assert route.distance_m / 1000 == pytest.approx(published_km, rel=0.03)
    breaks = [it.note for it in route.waypoints if it.note]
    assert breaks == ([gauge] if gauge else [])


def test_a_via_place_is_passed_even_when_that_is_longer() -> None:
    route = way(KHASAN, USSURIYSK, VLADIVOSTOK)
    assert route.distance_m == pytest.approx(260_000 + 112_000, abs=4_000)
    assert not route.inferred
    assert "Ussuriysk" in [waypoint.name for waypoint in route.waypoints]


def test_a_border_as_via_is_its_crossing() -> None:
    line = open_basemap(Settings()).border("RU", "KP")
    border = place("Russia–North Korea border", 130.6, 42.45, "BDR", extent=line)
    route = way(PYONGYANG, border, VLADIVOSTOK)
    assert route.distance_m == pytest.approx(way(PYONGYANG, VLADIVOSTOK).distance_m)
    assert not route.inferred


def test_a_via_place_without_a_line_is_passed_over_and_said() -> None:
    tokyo = place("Tokyo Bay", 139.9, 35.4)
    russia = place("Russia", 100, 60, "PCLI")
    route = way(PYONGYANG, tokyo, russia, VLADIVOSTOK)
    assert route.inferred
    assert "Tokyo Bay is not on the lines known here" in route.note


def test_waypoints_lie_on_the_line_in_order() -> None:
    route = way(PYONGYANG, VLADIVOSTOK)
    along = [waypoint.distance_m for waypoint in route.waypoints]
    assert along == sorted(along)
    assert along[0] == 0
    assert along[-1] == pytest.approx(route.distance_m)
    for waypoint in route.waypoints:
        assert shapely.distance(route.geometry, shapely.Point(waypoint.lon, waypoint.lat)) < 1e-9
        assert waypoint.source


def test_the_drawn_line_is_no_longer_than_the_railway() -> None:
    route = way(PYONGYANG, VLADIVOSTOK)
    assert 0.75 * route.distance_m < length_m(route.geometry) < 1.02 * route.distance_m


def test_a_suburb_takes_the_nearest_station_and_says_how_far() -> None:
    suburb = place("Somewhere", 125.80, 39.00)
    route = way(suburb, VLADIVOSTOK)
    assert "Somewhere is 6 km from the station" in route.note


def test_accents_and_other_scripts_do_not_matter() -> None:
    for name in ("Kowŏn", "KOWON", "고원"):
        kowon = place(name, 127.24, 39.44)
        assert way(kowon, VLADIVOSTOK).waypoints[0].name == "Kowon"


@pytest.mark.parametrize(
    "places",
    [
        (PYONGYANG, None),
        (None, PYONGYANG),
        (PYONGYANG, PYONGYANG),
        (PYONGYANG, place("Honolulu", -157.86, 21.31)),
        (place("Honolulu", -157.86, 21.31), PYONGYANG),
        (PYONGYANG, place("Russia", 100, 60, "PCLI")),
    ],
)
def test_no_way(places: tuple[Place | None, Place | None]) -> None:
    assert RAILWAYS.route(leg(*places)) is None


def test_lines_that_do_not_meet_give_no_way(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    cut = ("tumangang", "dandong")
    kept = [line for line in lines_of(folder / "stops.csv") if not line.startswith(cut)]
    (folder / "stops.csv").write_text("".join(kept), encoding="utf-8")
    assert RailRouter(folder).route(leg(PYONGYANG, VLADIVOSTOK)) is None


def test_a_line_without_kilometres_is_estimated_with_a_wide_interval(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    stripped = [
        ",".join([*line.split(",")[:3], "\n"]) for line in lines_of(folder / "stops.csv")[1:]
    ]
    header = lines_of(folder / "stops.csv")[0]
    (folder / "stops.csv").write_text(header + "".join(stripped), encoding="utf-8")
    route = RailRouter(folder).route(leg(PYONGYANG, VLADIVOSTOK))
    assert route is not None
    assert route.low_m < 1_182_000 < route.high_m
    assert (route.high_m - route.low_m) / route.distance_m > 0.1


def test_every_table_fits_together() -> None:
    stations = {row["station"]: row for row in rows_of("stations.csv")}
    lines = {row["line"] for row in rows_of("lines.csv")}
    stops = rows_of("stops.csv")
    assert {row["line"] for row in stops} == lines
    assert {row["station"] for row in stops} == set(stations)
    assert all(row["source"] for row in stations.values())
    assert {row["kind"] for row in stations.values()} <= {"station", "junction", "border", "stop"}
    for row in rows_of("tracks.csv"):
        assert {row["station"], row["other_station"]} <= set(stations)


def test_no_stretch_is_shorter_than_its_chord_or_winds_beyond_belief() -> None:
    railways = read_railways(RAIL)
    for stretches in railways.leaving.values():
        for stretch in stretches:
            ends = railways.stations[stretch.start], railways.stations[stretch.end]
            chord_m = distance_m(ends[0].lon, ends[0].lat, ends[1].lon, ends[1].lat)
            assert stretch.distance_m > 0.93 * chord_m - 3_000, (stretch.start, stretch.end)
            assert stretch.distance_m < 1.9 * chord_m + 8_000, (stretch.start, stretch.end)


def test_a_line_that_no_way_comes_to_is_not_measured(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    tracks = folder / "tracks.csv"
    far = next(line for line in lines_of(tracks) if line.startswith("ar-buenosaires"))
    replace(tracks, far, far.rpartition(",")[0] + ",nobody knows\n")
    expected = RailRouter(RAIL).route(leg(PYONGYANG, VLADIVOSTOK))
    assert RailRouter(folder).route(leg(PYONGYANG, VLADIVOSTOK)) == expected


def test_each_stretch_leads_both_ways() -> None:
    railways = read_railways(RAIL)
    ways = Counter(
        (stretch.line.name, stretch.start, stretch.end, stretch.points)
        for stretches in railways.leaving.values()
        for stretch in stretches
    )
    assert len(railways.leaving) > 300
    assert ways == Counter(
        {(line, end, start, points[::-1]): n for (line, start, end, points), n in ways.items()}
    )


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match=r"stations\.csv"):
        RailRouter(tmp_path).route(leg(PYONGYANG, VLADIVOSTOK))


def copied(tmp_path: Path) -> Path:
    return shutil.copytree(RAIL, tmp_path / "rail")


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def rows_of(name: str) -> list[dict[str, str]]:
    with (RAIL / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
