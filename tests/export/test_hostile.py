"""Texts that try to become a formula, markup or a path, through every text field and format."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import Analysis, Span
from geo.export.formats import FORMATS, write_format
from geo.export.plain import cell, clean, file_name
from tests.maps import stories

STRINGS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.example","click")',
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "a\n=1+1",
    "a;=1+1",
    "＝1+1",
    "{=1+1}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><svg onload=alert(1)>",
    "]]><b>bold</b>",
    "&lt;b&gt; &#60;b&#62; $[name]",
    "../../etc/passwd\x00.txt",
    "a\x0bb\x1b[31m\ufffe'); DROP TABLE places; --",
)
KEYS = {"id", "toponym_id", "toponym_ids", "leg_id", "claim_id", "judged_with", "url"}


def poisoned(value: Any, text: str) -> Any:
    """Put a text into every text field that is no key to another value."""
    if isinstance(value, Span):
        return replace(value, text=text)
    if isinstance(value, tuple):
        return tuple(poisoned(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: poisoned(getattr(value, field.name), text)
            for field in fields(value)
            if field.name not in KEYS
        }
        return replace(value, **changed)
    return text if isinstance(value, str) and not isinstance(value, Enum) else value


def story(text: str) -> Analysis:
    made: Analysis = poisoned(stories.train(), text)
    return made


def is_formula(value: str) -> bool:
    return value.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


def is_number(value: str) -> bool:
    return value.replace(".", "", 1).replace("-", "", 1).isdecimal()


@pytest.mark.parametrize("text", STRINGS)
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_no_cell_of_csv_is_a_formula_at_either_delimiter(text: str, delimiter: str) -> None:
    for raw in write_format("csv", story(text)).values():
        lines = io.StringIO(raw.decode("utf-8-sig"), newline="")
        for row in csv.reader(lines, delimiter=delimiter):
            assert not [value for value in row if is_formula(value) and not is_number(value)]


@pytest.mark.parametrize("text", STRINGS)
def test_no_cell_of_excel_is_a_formula_or_a_link(text: str) -> None:
    book = zipfile.ZipFile(io.BytesIO(write_format("xlsx", story(text))[".xlsx"]))
    assert not [name for name in book.namelist() if "externalLink" in name]
    for name in book.namelist():
        if name.endswith((".xml", ".rels")):
            tree = ET.fromstring(book.read(name))  # noqa: S314 - ours
            tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
            assert not tags & {"f", "hyperlink"}


@pytest.mark.parametrize("text", STRINGS)
def test_kml_has_our_elements_only_and_no_text_that_is_markup(text: str) -> None:
    def tags(raw: bytes) -> list[str]:
        return [element.tag for element in ET.fromstring(raw).iter()]  # noqa: S314 - ours

    raw = write_format("kml", story(text))[".kml"]
    assert set(tags(raw)) <= set(tags(write_format("kml", stories.train())[".kml"]))
    said = [element.text or "" for element in ET.fromstring(raw).iter()]  # noqa: S314 - ours
    assert not [part for part in said if "<" in part or ">" in part]


@pytest.mark.parametrize("text", STRINGS)
def test_claimreview_can_stand_in_a_page(text: str) -> None:
    raw = write_format("claimreview", story(text))["-claimreview.json"].decode()
    assert not set(raw) & set("<>&\u2028\u2029")
    assert json.loads(raw)["@graph"]


@pytest.mark.parametrize("text", STRINGS)
@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_takes_every_text_and_names_its_own_files(text: str, name: str) -> None:
    written = write_format(name, story(text))
    assert set(written) == set(write_format(name, stories.train()))
    assert not [ending for ending in written if "/" in ending or "\\" in ending]


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
    ],
)
def test_file_names(titles: tuple[str, ...], name: str) -> None:
    assert file_name(*titles) == name


@given(st.text(max_size=300))
def test_any_text_makes_a_short_name_and_a_harmless_cell(text: str) -> None:
    assert 0 < len(file_name(text).encode()) <= 200
    line = cell(text)
    assert line == " ".join(line.split())
    assert not is_formula(line)
    clean(text).encode()


def test_lone_surrogates_are_replaced() -> None:
    assert clean("a\ud800b") == "a\ufffdb"
