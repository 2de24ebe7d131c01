"""Texts that try to become a formula, markup or a path, through every text field and format."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pandas as pd
import pyarrow.parquet
import pyogrio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import Analysis, Block, BlockKind, Span
from geo.export.formats import FORMATS, write_format
from geo.export.plain import article_file_name, cell, clean, file_name
from geo.export.spreadsheet import LONGEST_CELL
from geo.export.tables import COLUMNS, to_geodataframes
from tests.hostile import STRINGS, hostile_story
from tests.maps import stories

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas

SHEETS = ("places", "routes", "claims", "readings")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@cache
def story() -> Analysis:
    return hostile_story()


@cache
def written(name: str) -> dict[str, bytes]:
    return write_format(name, story())


@cache
def tables() -> dict[str, geopandas.GeoDataFrame]:
    return to_geodataframes(story())


def texts(layer: str) -> pd.DataFrame:
    """Take the columns of a table that hold text, as they must come back."""
    names = [name for name, kind in COLUMNS[layer].items() if kind == "str"]
    return pd.DataFrame(tables()[layer][names])


def is_formula(value: str) -> bool:
    return value.lstrip().startswith(FORMULA)


def is_number(value: str) -> bool:
    return value.replace(".", "", 1).replace("-", "", 1).isdecimal()


def test_every_text_stands_in_every_column_that_takes_words() -> None:
    free = {
        "places": {"name", "words", "reason", "source", "region", "country_code"},
        "routes": {"traveller", "origin", "destination", "departed", "words", "attribution"},
        "claims": {"quote", "figure", "only_if", "reason", "about", "unit"},
        "readings": {"reading"},
    }
    for layer, names in free.items():
        for name in names:
            held = "\n".join(texts(layer)[name])
            assert [text for text in STRINGS if clean(text) not in held] == [], (layer, name)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_of_csv_is_a_formula_at_any_delimiter(delimiter: str) -> None:
    for raw in written("csv").values():
        lines = io.StringIO(raw.decode("utf-8-sig"), newline="")
        csv.field_size_limit(10_000_000)
        for row in csv.reader(lines, delimiter=delimiter):
            assert not [value for value in row if is_formula(value) and not is_number(value)]


@pytest.mark.parametrize("layer", SHEETS)
def test_csv_keeps_the_words(layer: str) -> None:
    read = pd.read_csv(io.BytesIO(written("csv")[f"-{layer}.csv"]), dtype=str, na_filter=False)
    for name, column in texts(layer).items():
        assert read[name].tolist() == [cell(text) for text in column]


def test_no_cell_of_excel_is_a_formula_or_a_link() -> None:
    book = zipfile.ZipFile(io.BytesIO(written("xlsx")[".xlsx"]))
    assert not [name for name in book.namelist() if "externalLink" in name]
    for name in book.namelist():
        if name.endswith((".xml", ".rels")):
            tree = ET.fromstring(book.read(name))  # noqa: S314 - ours
            tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
            assert not tags & {"f", "hyperlink"}


@pytest.mark.parametrize("layer", SHEETS)
def test_another_reader_finds_in_excel_what_was_written(layer: str) -> None:
    raw = io.BytesIO(written("xlsx")[".xlsx"])
    read = pd.read_excel(raw, sheet_name=layer, engine="calamine", dtype=str, na_filter=False)
    for name, column in texts(layer).items():
        assert [same(text) for text in read[name]] == [same(text[:LONGEST_CELL]) for text in column]


def same(text: str) -> str:
    """Leave out what a reader of XML may give as another kind of line break or blank."""
    return " ".join(text.split())


def test_geopackage_and_geoparquet_hold_the_words_and_styles_none_of_them(tmp_path: Path) -> None:
    path = tmp_path / "story.gpkg"
    path.write_bytes(written("gpkg")[".gpkg"])
    for layer in (*SHEETS,):
        packed = pyogrio.read_dataframe(path, layer=layer)
        parquet = pyarrow.parquet.read_table(io.BytesIO(written("parquet")[f"-{layer}.parquet"]))
        for name, column in texts(layer).items():
            assert packed[name].fillna("").tolist() == column.tolist()
            assert parquet.column(name).to_pylist() == column.tolist()
    assert styles(path) == styles(_usual(tmp_path))


def _usual(folder: Path) -> Path:
    path = folder / "usual.gpkg"
    path.write_bytes(write_format("gpkg", stories.train())[".gpkg"])
    return path


def styles(path: Path) -> list[Any]:
    with sqlite3.connect(path) as book:
        rows = book.execute("SELECT f_table_name, styleQML, styleSLD FROM layer_styles").fetchall()
    book.close()
    return rows


def test_kml_has_our_elements_only_and_no_text_that_is_markup() -> None:
    def tags(raw: bytes) -> list[str]:
        return [element.tag for element in ET.fromstring(raw).iter()]  # noqa: S314 - ours

    raw = written("kml")[".kml"]
    assert set(tags(raw)) <= set(tags(write_format("kml", stories.train())[".kml"]))
    root = ET.fromstring(raw)  # noqa: S314 - ours
    said = [element.text or "" for element in root.iter()]
    assert not [part for part in said if "<" in part or ">" in part]
    shown = same("\n".join(said))
    plain = (same(clean(text).translate(str.maketrans("<>", "‹›"))) for text in STRINGS)
    assert [text[:60] for text in plain if text not in shown] == []


def test_geojson_holds_the_words_as_they_are() -> None:
    raw = written("geojson")[".geojson"]
    features = json.loads(raw)["features"]
    names = {feature["properties"].get("name") for feature in features}
    assert set(STRINGS) <= names
    quotes = {feature["properties"].get("quote") for feature in features}
    assert set(STRINGS) <= quotes


def test_claimreview_can_stand_in_a_page() -> None:
    raw = written("claimreview")["-claimreview.json"].decode()
    assert not set(raw) & set("<>&\u2028\u2029")
    graph = json.loads(raw)["@graph"]
    assert len(graph) == 4 * len(STRINGS)
    assert "url" not in graph[0]["itemReviewed"]["appearance"]


def test_the_analysis_comes_back_as_it_was() -> None:
    raw = written("json")[".json"]
    assert Analysis.from_json(raw).claims == story().claims


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_names_its_own_files(name: str) -> None:
    assert set(written(name)) == set(write_format(name, stories.train()))


@pytest.mark.parametrize("text", STRINGS)
def test_a_file_name_is_no_path_and_no_option(text: str) -> None:
    name = file_name(text, "rain.txt")
    assert name
    assert not set(name) & set("/\\:.\x00<>|\"'=+@ \t\r\n")
    assert not name.startswith("-")


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("By Train, at last!",), "by-train-at-last"),
        (("", "…", "story 2"), "story-2"),
        (("",), "article"),
        (("CON",), "article-con"),
        (("com1 rises",), "article-com1-rises"),
        (("concert",), "concert"),
        (("평양에서 출발",), "평양에서-출발"),
        (("हिन्दी समाचार",), "हिन्दी-समाचार"),
        (("Kim Jong Un’s train",), "kim-jong-uns-train"),
        (("Valparaíso — ¡qué día!",), "valparaíso-qué-día"),
        (("../../etc/passwd\x00",), "etc-passwd"),
        (("…", "NUL."), "article-nul"),
        (("COM¹: a port",), "article-com1-a-port"),
        (("A story that ends...",), "a-story-that-ends"),
        (("word " * 40,), "-".join(["word"] * 12)),
        (("x" * 200, "never"), "x" * 60),
        (("汉" * 200,), "汉" * 50),
    ],
)
def test_file_names(titles: tuple[str, ...], name: str) -> None:
    assert file_name(*titles) == name


@pytest.mark.parametrize(
    ("title", "headline", "name"),
    [("A day out", "", "a-day-out"), ("", "By Ferry", "by-ferry"), ("", "", "article")],
)
def test_an_article_has_one_name_wherever_its_files_are_saved(
    title: str, headline: str, name: str
) -> None:
    span = Span(start=0, end=len(headline), text=headline)
    blocks = (Block(kind=BlockKind.HEADLINE, span=span),) if headline else ()
    article = replace(stories.train().article, title=title, blocks=blocks)
    assert article_file_name(article) == name


@given(st.text(max_size=300))
def test_any_text_makes_a_short_name_and_a_harmless_cell(text: str) -> None:
    assert 0 < len(file_name(text).encode()) <= 200
    line = cell(text)
    assert line == " ".join(line.split())
    assert not is_formula(line)
    clean(text).encode()


@given(
    st.lists(st.text(st.sampled_from("=+-@＝;,\"' a\t\r\n1"), max_size=20), min_size=1, max_size=4)
)
def test_no_row_has_a_formula_wherever_it_is_cut(row: list[str]) -> None:
    raw = io.StringIO(newline="")
    csv.writer(raw).writerow([cell(text) for text in row])
    for delimiter in ",;":
        for read in csv.reader(io.StringIO(raw.getvalue(), newline=""), delimiter=delimiter):
            assert not [value for value in read if is_formula(value)]


def test_lone_surrogates_are_replaced() -> None:
    assert clean("a\ud800b") == "a\ufffdb"
