"""The exported layers are drawn as on our own map, by rules that leave no row without a sign."""

from __future__ import annotations

import dataclasses
import sqlite3
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import LegStatus, RouteKind
from geo.export import styles
from geo.export.formats import write_format
from geo.export.qml import to_qml
from geo.export.sld import to_sld
from geo.export.styles import STYLES, LineStyle, Ring
from geo.export.tables import COLUMNS, to_geodataframes
from tests.maps import stories

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture(scope="module")
def geopackage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("styles") / "train.gpkg"
    path.write_bytes(write_format("gpkg", stories.train())[".gpkg"])
    return path


def test_every_layer_brings_its_style(geopackage: Path) -> None:
    with sqlite3.connect(geopackage) as book:
        layers = {name for (name,) in book.execute("SELECT table_name FROM gpkg_geometry_columns")}
        rows = book.execute(
            "SELECT f_table_name, f_table_schema, f_geometry_column, useAsDefault, styleQML, "
            "styleSLD FROM layer_styles"
        ).fetchall()
        shapes = dict(book.execute("SELECT table_name, column_name FROM gpkg_geometry_columns"))
    book.close()
    assert {row[0] for row in rows} == layers == set(STYLES)
    for layer, schema, column, default, qml, sld in rows:
        assert (schema, column, default) == ("", shapes[layer], 1)
        assert ET.fromstring(qml).tag == "qgis"  # noqa: S314 - ours
        assert ET.fromstring(sld).tag.endswith("StyledLayerDescriptor")  # noqa: S314 - ours


def test_gdal_reads_the_styles_as_a_table(geopackage: Path, ogrinfo: Callable[..., str]) -> None:
    told = ogrinfo("-q", "-sql", "SELECT COUNT(*) AS number FROM layer_styles", geopackage)
    assert f"number (Integer) = {len(STYLES)}" in told


@pytest.mark.parametrize("layer", list(STYLES))
def test_every_rule_has_a_symbol_and_tests_columns_that_are_there(layer: str) -> None:
    style = STYLES[layer]
    root = ET.fromstring(to_qml(style))  # noqa: S314 - ours
    rules = root.findall("renderer-v2/rules/rule")
    symbols = {symbol.get("name") for symbol in root.findall("renderer-v2/symbols/symbol")}
    assert [rule.get("label") for rule in rules] == [rule.title for rule in style.rules]
    assert {rule.get("symbol") for rule in rules} == symbols
    known = set(COLUMNS["outlines" if layer == "outline_lines" else layer])
    used = {test.column for rule in style.rules for test in rule.tests}
    assert {*used, *([style.label] if style.label else [])} <= known
    assert style.rules[-1].tests == ()
    drawn = ET.fromstring(to_sld(layer, style))  # noqa: S314 - ours
    titles = [element.text for element in drawn.iter("{http://www.opengis.net/sld}Title")]
    assert titles == [rule.title for rule in style.rules]


@given(kind=st.sampled_from(RouteKind), status=st.sampled_from(LegStatus), inferred=st.booleans())
def test_a_way_looks_like_what_it_is(kind: RouteKind, status: LegStatus, *, inferred: bool) -> None:
    row: dict[str, Any] = {"follows": kind.value, "status": status.value, "inferred": inferred}
    look = STYLES["routes"].rule(row).look
    assert isinstance(look, LineStyle)
    told = status in {
        LegStatus.HAPPENED,
        LegStatus.UNDER_WAY,
        LegStatus.PLANNED,
        LegStatus.REPORTED,
    }
    planned = status is LegStatus.PLANNED
    assert (look.colour == styles.ROUTE) is told
    assert look.ticks is (told and not planned and kind is RouteKind.RAIL)
    if inferred or planned or not told:
        assert look.dash_px


def test_places_claims_and_lines_that_are_conditions_look_so() -> None:
    frames = to_geodataframes(stories.train())
    signs = [STYLES["places"].rule(row).ident for row in frames["places"].to_dict("records")]
    assert signs == ["place", "place", "place", "named"]
    doubtful = {"sense": "literal", "probability": 0.3}
    look = STYLES["places"].rule(doubtful).look
    assert isinstance(look, Ring)
    assert look.dashed
    told = [STYLES["claims"].rule(row).ident for row in frames["claims"].to_dict("records")]
    assert told == ["holds", "only-if", "holds", "holds"]
    unchecked = dataclasses.replace(stories.train(), checks=())
    row = to_geodataframes(unchecked)["claims"].to_dict("records")[0]
    assert STYLES["claims"].rule(row).ident == "unknown"


def test_kml_knows_its_styles_and_asks_no_server_for_pictures() -> None:
    raw = write_format("kml", stories.train())[".kml"]
    root = ET.fromstring(raw)  # noqa: S314 - ours
    known = {f"#{style.get('id')}" for style in root.iter(f"{KML}Style")}
    used = [url.text for url in root.iter(f"{KML}styleUrl")]
    assert len(used) == len(list(root.iter(f"{KML}Placemark")))
    assert set(used) <= known
    assert list(root.iter(f"{KML}href")) == []
    inferred = next(s for s in root.iter(f"{KML}Style") if s.get("id") == "routes-rail-inferred")
    certain = next(s for s in root.iter(f"{KML}Style") if s.get("id") == "routes-rail")
    widths = [float(s.findtext(f".//{KML}width") or 0) for s in (inferred, certain)]
    assert widths[0] < widths[1]
