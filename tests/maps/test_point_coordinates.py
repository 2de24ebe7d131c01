"""Coordinates of tables: the ways in which people write them, and what is not guessed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import TableError
from geo.maps.build.points.choice import Chosen
from geo.maps.build.points.coordinates import read_degrees, read_pairs
from geo.maps.build.points.rows import UNREAD, usable
from geo.maps.build.points.table import Writing, columns_of


@pytest.mark.parametrize(
    ("text", "axis", "value"),
    [
        ("−12.05", "lat", -12.05),
        ("-12.05°", "lat", -12.05),
        ("52.54N", "lat", 52.54),
        ("W 0,25", "lon", -0.25),
        ("45°8'41.3\"N", "lat", 45.1448055),
        ("45º 8′ 41.3″ s", "lat", -45.1448055),
        ("45° 8’ 41,3”", "lat", 45.1448055),
        ("N 45 8 41.3", "lat", 45.1448055),
        ("-45:08:41.3", "lat", -45.1448055),
        ("45°8.5'N", "lat", 45.1416666),
        ("-0°30'", "lon", -0.5),
        ("1.2E+01", "lat", 12),
        ("٤٨٫٨", "lat", 48.8),
        ("\u200e48.85\u200e", "lat", 48.85),
        ("\ufeff7.27\u200b", "lon", 7.27),
        ("'-4.85", "lon", -4.85),
        ("31° 59ʹ 46.38ʺ N", "lat", 31.9962166),
        ("59 12’ 7.7’’W", "lon", -59.2021388),
    ],
)
def test_a_coordinate_is_read_as_people_write_it(text: str, axis: str, value: float) -> None:
    assert read_degrees(text, axis) == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "-12.05 S",
            "12.05 E",
            "45°61'",
            "45°8'60\"",
            "45.5°30'",
            "12 345",
            "45 8 41",
            "48.857.123",
        ),
        *("0021.05N", "00548.1234", "''45"),
        *("45° 8′ O", "12,34,5", "north", "nan", "inf", "1e999", "", "N", "N45N", "9" * 5_000),
    ],
)
def test_what_says_two_things_or_none_is_not_read_as_a_latitude(text: str) -> None:
    assert read_degrees(text, "lat") is None


@given(st.floats(0, 179.99), st.sampled_from("EW"))
def test_degrees_minutes_and_seconds_come_back(value: float, side: str) -> None:
    seconds = round(value * 3600, 3)
    minutes, seconds = divmod(seconds, 60)
    degrees, minutes = divmod(int(minutes), 60)
    text = f"{degrees}°{minutes:02}'{seconds:06.3f}\"{side}"
    read = read_degrees(text, "lon")
    if seconds < 59.9995:
        assert read is not None
        assert abs(read) == pytest.approx(value, abs=1e-6)
        assert read == 0 or (read < 0) == (side == "W")


@given(st.text("0123456789.,°'\"NSEW -:", max_size=14))
def test_no_text_is_more_than_one_figure(text: str) -> None:
    for axis in ("lat", "lon"):
        read = read_degrees(text, axis)
        assert read is None or np.isfinite(read)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "48.85, 2.35",
            "48,85; 2,35",
            "48,85 2,35",
            "48.85,2.35",
            "(48.85, 2.35)",
            "48.85N 2.35E",
        ),
        *("2.35E, 48.85N", "48°51'N 2°21'E", "N48°51' E2°21'", "48.85 / 2.35", "31UDQ 5230 1104"),
        *("48.85:2.35", "48.85 2.35 120 4.5", "N 48° 51.000 E 002° 21.000"),
        "48°51′00″N 2°21′00″E\ufeff / \ufeff48.85°N 2.35°E",
        "48°51′N 2°21′E / 48.85; 2.35",
    ],
)
def test_both_coordinates_in_one_cell_are_read(text: str) -> None:
    lon, lat, unread, _ = read_pairs([text], "")
    assert lon[0] == pytest.approx(2.35, abs=0.001)
    assert lat[0] == pytest.approx(48.85, abs=0.001)
    assert unread == {}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "48,85",
            "48.85",
            "48,85,2,35",
            "48 51 2 21",
            "Paris",
            "8FW4V75V+8Q",
            "31UDQ",
            "31UDQ123",
        ),
        *(
            "48:51",
            "48:51.5",
            "48:51:00",
            "48.85 2.35 120",
            "48°N 2°E / 49°N 2°E",
            "48 / Paris / 2",
        ),
    ],
)
def test_a_cell_that_is_no_clear_pair_is_named(text: str) -> None:
    assert read_pairs([text], "")[2] == {0: text}


def test_one_pair_tells_the_order_of_all() -> None:
    lon, lat, _, taken = read_pairs(["139.7, 35.6", "35.0, 33.0"], "")
    assert lon.tolist() == [139.7, 35.0]
    assert lat.tolist() == [35.6, 33.0]
    assert taken == ""


def test_an_order_that_is_taken_is_said() -> None:
    frame = pd.DataFrame({"name": ["a"], "coordinates": ["48.85, 2.35"]})
    columns, found = columns_of(frame)
    assert found.both == "coordinates"
    assert usable(columns).remarks == (
        "The pairs in the column 'coordinates' are read as latitude, then longitude.",
    )
    turned = columns_of(frame.rename(columns={"coordinates": "lon_lat"}))[0]
    assert (turned.lon[0], turned.remarks) == (48.85, ())


def test_brackets_as_in_json_are_asked_for_their_order() -> None:
    frame = pd.DataFrame({"place": ["a"], "position": ["[2.35, 48.85]"]})
    with pytest.raises(TableError, match="--first"):
        columns_of(frame)
    columns, _ = columns_of(frame, writing=Writing(first="lon"))
    assert columns.lat.tolist() == [48.85]


def test_cells_that_cannot_be_read_are_not_called_missing() -> None:
    frame = pd.DataFrame(
        {"name": list("abcd"), "x": ["2", "48.857.123", "", "3 ° O"], "y": ["1", "1", "1", "1"]}
    )
    columns, _ = columns_of(frame, Chosen(lon="x", lat="y"), first_row=2)
    assert columns.unread[UNREAD] == {1: "48.857.123", 3: "3 ° O"}
    assert usable(columns).told == (
        (
            "2 rows are not on the map, with coordinates that cannot be read: "
            "rows 3 (“48.857.123”), 5 (“3 ° O”)."
        ),
        "A row is not on the map, with no coordinates: row 4.",
    )


@pytest.mark.parametrize(
    "cell",
    [
        "POINT (2.35 48.85)",
        "SRID=4326;point(2.35 48.85)",
        "POLYGON ((2.3 48.8, 2.3 48.9, 2.4 48.9, 2.4 48.8, 2.3 48.8))",
        "0101000020E6100000CDCCCCCCCCCC0240CDCCCCCCCC6C4840",
        '{"type": "Point", "coordinates": [2.35, 48.85]}',
        "POINT Z (2.35 48.85 120)",
        "POINTZ(2.35 48.85 120)",
        "GEOMETRYCOLLECTION (POINT (2.35 48.85))",
        bytes.fromhex("0101000000CDCCCCCCCCCC0240CDCCCCCCCC6C4840"),
    ],
)
def test_shapes_as_databases_write_them_are_read(cell: str | bytes) -> None:
    columns, found = columns_of(pd.DataFrame({"id": ["a"], "geom": [cell]}))
    assert found.both == "geom"
    assert columns.lon[0] == pytest.approx(2.35)
    assert columns.lat[0] == pytest.approx(48.85)
    assert columns.remarks == ()


@pytest.mark.parametrize(
    "cell",
    ["POINT (2.35", "SRID=25832;POINT (500000 5300000)", "POINT EMPTY", "{}", "0101" + "F" * 38],
)
def test_a_shape_that_is_none_is_named(cell: str) -> None:
    assert columns_of(pd.DataFrame({"geom": [cell]}))[0].unread[UNREAD] == {0: cell}


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        ("decimalLongitude", "decimalLatitude"),
        ("stop_lon", "stop_lat"),
        ("x_lon", "y_lat"),
        ("Longitude (°)", "Latitude (°)"),
        ("longitud", "latitud"),
        ("Längengrad", "Breitengrad"),
        ("GPSLongitude", "GPSLatitude"),
        ("@lon", "@lat"),
        ("lengtegraad", "breedtegraad"),
    ],
)
def test_columns_are_known_by_a_word_in_their_names(lon: str, lat: str) -> None:
    frame = pd.DataFrame({"platform": ["1"], lon: ["2"], "stop_name": ["8"], lat: ["3"]})
    _, found = columns_of(frame)
    assert (found.lon, found.lat, found.name) == (lon, lat, "stop_name")


def test_of_two_such_columns_none_is_guessed() -> None:
    frame = pd.DataFrame(
        {"start_lon": ["2"], "start_lat": ["3"], "end_lon": ["4"], "end_lat": ["5"]}
    )
    with pytest.raises(TableError, match="--lon, --lat"):
        columns_of(frame)


@pytest.mark.parametrize(("number", "name"), [("nombre", "ville"), ("nome_count", "nome")])
def test_of_two_names_the_one_of_words_is_taken(number: str, name: str) -> None:
    frame = pd.DataFrame({"lat": ["45.7"], "lon": ["4.8"], number: ["1 234,5"], name: ["Lyon"]})
    assert columns_of(frame)[1].name == name


def test_one_column_may_be_named_for_both() -> None:
    frame = pd.DataFrame({"name": ["a"], "latitude_longitude": ["48.85,2.35"]})
    columns, found = columns_of(frame)
    assert found.both == "latitude_longitude"
    assert columns.lat.tolist() == [48.85]


POINTS = ("45.7597, 4.8422", "43.7034, 7.2663")


@pytest.mark.parametrize(
    "cells", [POINTS, ("Point(4.8422 45.7597)", "Point(7.2663 43.7034)"), ("45°N 4°E", "43°N 7°E")]
)
def test_a_column_of_nothing_but_points_is_known_whatever_it_is_called(
    cells: tuple[str, str],
) -> None:
    frame = pd.DataFrame({"id": ["1.25 / 2.5", "3"], "où": cells, "ville": ["Lyon", "Nice"]})
    columns, found = columns_of(frame)
    assert found.both == "où"
    assert columns.lat.round().tolist() in ([46.0, 44.0], [45.0, 43.0])


@pytest.mark.parametrize(
    "columns",
    [
        {"start": POINTS, "end": POINTS},
        {"price": ("1,20 / 2,40", "3,10 / 4,20")},
        {"seats": ("12; 14", "8; 9")},
        {"where": (POINTS[0], "Nice")},
    ],
)
def test_what_may_be_no_point_or_one_of_two_is_not_guessed(columns: dict[str, object]) -> None:
    with pytest.raises(TableError, match="--both"):
        columns_of(pd.DataFrame(columns))


def test_a_table_without_names_of_columns_is_told_so() -> None:
    frame = pd.DataFrame({"Lyon": ["Nice"], "45.75": ["43.7"], "4.85": ["7.27"]})
    with pytest.raises(TableError, match="names of the columns missing"):
        columns_of(frame)


def test_a_column_that_is_named_for_the_west_or_south_is_counted_from_there() -> None:
    frame = pd.DataFrame({"Latitude (°S)": ["12.05"], "Longitude W": [77.04], "lon_w_of": ["1"]})
    columns, _ = columns_of(frame, Chosen(lat="Latitude (°S)", lon="Longitude W"))
    assert (columns.lon[0], columns.lat[0]) == (-77.04, -12.05)
    assert columns.remarks == (
        "The figures in the column 'Longitude W' are read as degrees W.",
        "The figures in the column 'Latitude (°S)' are read as degrees S.",
    )
    signed = frame.assign(**{"Longitude W": [-77.04]})
    columns, _ = columns_of(signed, Chosen(lat="Latitude (°S)", lon="Longitude W"))
    assert columns.lon[0] == -77.04
