"""Every file is opened again by another library than the one that wrote it, where there is one."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import pyarrow.parquet
import pyogrio
import pytest
import shapely

from geo.contracts import Analysis, Verdict
from geo.export.formats import FORMATS, write_format
from geo.export.tables import COLUMNS
from tests.maps import stories

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for name in FORMATS:
        for ending, content in write_format(name, stories.train()).items():
            (folder / f"train{ending}").write_bytes(content)
    return folder


def test_geopackage_has_a_layer_a_table(files: Path) -> None:
    path = files / "train.gpkg"
    assert pyogrio.list_layers(path).tolist() == [
        ["places", "Point"],
        ["outlines", "MultiPolygon"],
        ["outline_lines", "MultiLineString"],
        ["routes", "MultiLineString"],
        ["claims", "MultiLineString"],
        ["readings", "MultiLineString"],
        ["layer_styles", None],
    ]
    for layer, columns in {**COLUMNS, "outline_lines": COLUMNS["outlines"]}.items():
        info = pyogrio.read_info(path, layer=layer)
        assert info["fields"].tolist() == list(columns)
        assert info["crs"] == "EPSG:4326"
    routes = pyogrio.read_dataframe(path, layer="routes")
    assert routes.inferred.tolist() == [True]
    assert shapely.get_num_coordinates(routes.geometry[0]) == len(stories.STATIONS)


@pytest.mark.parametrize("name", ["train.gpkg", "train.kml", "train.geojson"])
def test_gdal_counts_the_same_places(files: Path, name: str, ogrinfo: Callable[..., str]) -> None:
    told = ogrinfo("-so", "-al", files / name)
    counts = {line for line in told.splitlines() if line.startswith("Feature Count: ")}
    assert ("Feature Count: 6" if name.endswith("geojson") else "Feature Count: 4") in counts


def test_kml_holds_what_can_be_drawn(files: Path) -> None:
    path = files / "train.kml"
    names = [name for name, _ in pyogrio.list_layers(path)]
    assert names == ["Places", "Outlines", "Routes", "Claims"]
    places = pyogrio.read_dataframe(path, layer="Places")
    assert places.Name.tolist()[:2] == ["Pyongyang", "Vladivostok"]
    assert places.geometry[0].x == pytest.approx(125.7543)
    claims = pyogrio.read_dataframe(path, layer="Claims")
    assert claims.Name.tolist() == ["just 80 miles from the Russia–North Korea border"]


def test_kml_draws_areas_with_their_holes(tmp_path: Path) -> None:
    story = stories.train()
    area = shapely.box(0, 0, 9, 9).difference(shapely.box(2, 2, 3, 3))
    region = stories.place("Ring", 5, 5, extent=area)
    geocode = dataclasses.replace(story.geocodes[0], place=region)
    written = write_format("kml", dataclasses.replace(story, geocodes=(geocode,)))[".kml"]
    (tmp_path / "ring.kml").write_bytes(written)
    outline = pyogrio.read_dataframe(tmp_path / "ring.kml", layer="Outlines").geometry[0]
    assert outline.area == pytest.approx(80)


def test_geoparquet_says_where_on_earth_it_is(files: Path) -> None:
    for layer, columns in COLUMNS.items():
        table = pyarrow.parquet.read_table(files / f"train-{layer}.parquet")
        assert table.column_names == [*columns, "geometry"]
        assert json.loads(table.schema.metadata[b"geo"])["primary_column"] == "geometry"
        read = duckdb.read_parquet(str(files / f"train-{layer}.parquet"))
        assert read.columns == [*columns, "geometry"]
        assert str(read.types[-1]).startswith("GEOMETRY")
        assert "WGS 84" in str(read.types[-1])
        assert read.shape[0] == table.num_rows


@pytest.mark.parametrize("table", ["places", "routes", "claims", "readings"])
def test_csv_and_excel_say_the_same(files: Path, table: str) -> None:
    raw = (files / f"train-{table}.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = pd.read_csv(BytesIO(raw))
    sheet = pd.read_excel(files / "train.xlsx", sheet_name=table, engine="calamine")
    assert list(text) == list(COLUMNS[table])
    pd.testing.assert_frame_equal(text, sheet, check_dtype=False)


def test_numbers_stay_numbers(files: Path) -> None:
    places = pd.read_csv(files / "train-places.csv")
    assert pd.api.types.is_float_dtype(places.lon)
    sheet = pd.read_excel(files / "train.xlsx", sheet_name="claims", engine="calamine")
    assert pd.api.types.is_numeric_dtype(sheet.value_si)


def test_the_analysis_comes_back(files: Path) -> None:
    read = Analysis.from_json((files / "train.json").read_bytes())
    assert read.claims == stories.train().claims


def reviews(analysis: Analysis) -> list[dict]:  # type: ignore[type-arg]
    document = json.loads(write_format("claimreview", analysis)["-claimreview.json"])
    assert document["@context"] == "https://schema.org"
    return list(document["@graph"])


def test_claimreview_maps_verdicts_honestly() -> None:
    story = stories.train()
    unknown = dataclasses.replace(story.checks[2], verdict=Verdict.NOT_ENOUGH_INFO)
    refuted = dataclasses.replace(story.checks[3], verdict=Verdict.REFUTED)
    made = reviews(dataclasses.replace(story, checks=(*story.checks[:2], unknown, refuted)))
    told = [
        (r["reviewRating"].get("ratingValue"), r["reviewRating"]["alternateName"]) for r in made
    ]
    assert told == [
        (3, "Holds"),
        (2, "Holds only if: miles taken for kilometres"),
        (None, "Cannot tell"),
        (1, "Does not hold"),
    ]
    assert made[0]["claimReviewed"] == "just 80 miles from the Russia–North Korea border"
    assert "no person has reviewed it" in made[0]["author"]["description"]
    assert made[0]["itemReviewed"]["text"] == stories.FIRST


@pytest.mark.parametrize(
    ("url", "shown"),
    [("https://example.org/a", True), ("javascript:alert(1)", False), (None, False)],
)
def test_only_an_address_of_the_web_is_an_appearance(url: str | None, *, shown: bool) -> None:
    story = stories.train()
    article = dataclasses.replace(story.article, url=url, published=date(2023, 9, 11), sentences=())
    made = reviews(dataclasses.replace(story, article=article))[0]["itemReviewed"]
    assert ("url" in made["appearance"]) is shown
    assert made["appearance"]["datePublished"] == "2023-09-11"
    assert made["text"] == story.claims[0].span.text


def test_a_claim_without_a_check_is_not_reviewed() -> None:
    assert reviews(dataclasses.replace(stories.train(), checks=())) == []
