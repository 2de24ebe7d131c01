from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely

from geo.adapters.point_table import read_point_table
from geo.errors import TableError
from geo.maps.build.points.choice import Chosen
from geo.maps.build.points.table import columns_of

if TYPE_CHECKING:
    from pathlib import Path

LON, LAT = [30.52, 30.72], [50.45, 46.48]


def places() -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame(
        {"name": ["Kyïv, capital", "NA"], "mentions": [12, 3], "kind": ["capital", None]},
        geometry=geopandas.points_from_xy(LON, LAT),
        crs="EPSG:4326",
    )


def written(folder: Path, kind: str) -> Path:
    path = folder / f"table{kind}"
    frame = places()
    plain = frame.drop(columns="geometry").assign(lon=LON, lat=LAT)
    if kind == ".csv":
        plain.to_csv(path, index=False, encoding="utf-8-sig")
    elif kind == ".tsv":
        plain.to_csv(path, index=False, sep="\t")
    elif kind == ".parquet":
        frame.to_parquet(path)
    elif kind == ".xlsx":
        with pd.ExcelWriter(path, engine="xlsxwriter") as book:
            plain.to_excel(book, index=False)
    else:
        frame.to_file(path, engine="pyogrio")
    return path


@pytest.mark.parametrize("kind", [".csv", ".tsv", ".geojson", ".gpkg", ".fgb", ".parquet", ".xlsx"])
def test_a_table_of_each_kind_gives_the_same_places(tmp_path: Path, kind: str) -> None:
    frame, first = read_point_table(written(tmp_path, kind))
    columns, found = columns_of(frame, first_row=first)
    rows = sorted(zip(columns.names, columns.lon, columns.lat, columns.counts, strict=True))  # type: ignore[arg-type]
    assert rows == [("Kyïv, capital", 30.52, 50.45, 12), ("NA", 30.72, 46.48, 3)]
    assert sorted(columns.categories or []) == ["", "capital"]
    assert (found.count, found.category) == ("mentions", "kind")
    assert first == (2 if kind in {".csv", ".tsv", ".xlsx"} else 1)


def test_parquet_without_geometry_is_a_table_too(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pd.DataFrame({"x": LON, "y": LAT, "place": ["a", "b"]}).to_parquet(path)
    columns, _ = columns_of(read_point_table(path)[0])
    assert columns.lon.tolist() == LON


def test_another_crs_is_brought_to_degrees_and_an_area_to_a_point_in_it() -> None:
    area = shapely.box(30, 50, 31, 51)
    frame = geopandas.GeoDataFrame(
        {"name": ["a", "b", "none"]},
        geometry=[shapely.Point(30.5, 50.5), area, None],
        crs="EPSG:4326",
    ).to_crs(3857)
    columns, _ = columns_of(frame)
    assert columns.lon[:2] == pytest.approx([30.5, 30.5])
    assert columns.lat[:2] == pytest.approx([50.5, 50.5], abs=0.01)
    assert np.isnan(columns.lon[2])


def test_columns_that_are_called_crs_and_geometry_are_only_words() -> None:
    frame = pd.DataFrame({"lon": LON, "lat": LAT, "crs": ["x", "y"], "geometry": ["x", "y"]})
    columns, _ = columns_of(frame)
    assert columns.lat.tolist() == LAT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_as_spreadsheets_write_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "t.csv"
    text = 'Name;Länge;Breite\n"Köln; Süd";6,95;50,94\n"Zürich";8,54;47,37\nMünster;;\n'
    path.write_text(text, encoding=encoding)
    chosen = Chosen(lon="Länge", lat="Breite")
    columns, _ = columns_of(read_point_table(path)[0], chosen)
    assert columns.names[:2] == ["Köln; Süd", "Zürich"]
    assert columns.lon[:2].tolist() == [6.95, 8.54]
    assert np.isnan(columns.lat[2])


@pytest.mark.parametrize("name", ["Köln", "Zürich", "Besançon", "Málaga", "Coruña"])
def test_one_accent_in_a_short_table_is_no_sign_of_chinese(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"Name;lat;lon\n{name};50,94;6,96\n", encoding="cp1252")
    assert columns_of(read_point_table(path)[0])[0].names == [name]


def test_an_old_csv_in_cyrillic_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    names = ["Київ", "Москва", "Санкт-Петербург", "Нижний Новгород"]
    rows = "".join(f"{name};30,5;50,4\n" for name in names)
    path.write_text(f"name;lon;lat\n{rows}", encoding="cp1251")
    assert columns_of(read_point_table(path)[0])[0].names == names


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("t.pdf", b"%PDF", "no table that can be read"),
        ("t.csv", b"", "is empty"),
        ("t.xlsx", b" \r\n", "is empty"),
        ("t.csv", b'name,lat,lon\nNice,43.7,7\n"Lyon,45.75,4\n', "mark in row 3 has no second"),
        ("t.csv", b'Places\nname,lat,lon\n"Lyon,45.75,4.85\n', "mark in row 3 has no second"),
        ("t.json", b'[{"lat": 45.75, "lon": 4.85}]', "a list in JSON"),
        ("t.csv", b"a,b\n1,2\n1,2,3,4\n", "line 3"),
        ("t.geojson", b"<OGRVRTDataSource/>", "does not begin as a .geojson"),
        ("t.geojson", b'{"type": "FeatureColl', "damaged"),
        ("t.xls", b"<html><table><tr><td>a</td></tr></table>", "as a .xls file does.*web page"),
        ("t.xls", b"<TABLE><TR><TD>a</TD></TR></TABLE>", "save it as .xlsx"),
        ("t.xls", b"place\tlat\tlon\nGraz\t47\t15\n", "may be text; name it .csv"),
        ("t.gpkg", b"\0\1\2", "may be another kind"),
        ("t.gpkg", b"SQLite format 3\0" + bytes(90), "damaged"),
        ("t.parquet", b"PAR1 and no more", "damaged"),
        ("t.xlsx", b"PK\x03\x04 and no more", "damaged"),
    ],
)
def test_a_bad_file_is_said_in_a_sentence(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(TableError, match=said):
        read_point_table(path)


def test_a_missing_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="cannot be read"):
        read_point_table(tmp_path / "none.csv")


def test_a_column_that_is_not_there_is_said_with_those_that_are() -> None:
    frame = pd.DataFrame({"lon": LON, "lat": LAT, "title": ["a", "b"]})
    with pytest.raises(TableError, match=r"no column 'naem' \(for --name\).*'lon', 'lat', 'title'"):
        columns_of(frame, Chosen(name="naem"))
    with pytest.raises(TableError, match="--lon, --lat"):
        columns_of(frame[["title"]])
