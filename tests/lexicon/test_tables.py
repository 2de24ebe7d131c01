"""The tables of words load, say clearly what is wrong with a row, and hold each word once."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import geo
from geo.errors import DataMissing, LexiconError
from geo.lexicon import frames, in_names, listed, motion, numbered, tables, units, words
from geo.lexicon.directions import bearing_of, direction_name, speeds, ways
from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = Settings().data / "lexicon" / "en"
WITH_PROPERTIES = sorted(
    path.stem
    for path in ENGLISH.glob("*.tsv")
    if "properties" in path.read_text("utf-8").partition("\n")[0].split("\t")
)
CACHED = (
    words.listed, words.properties, words.by_property, tables.rows, tables.nested,
    frames.frames, frames.frame_of, frames.vehicle_frame, motion.motion, units.units,
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Copy the tables, without the long lists, to be changed by a test."""
    shutil.copytree(
        ENGLISH.parent,
        tmp_path / "lexicon",
        ignore=shutil.ignore_patterns("dictionary.tsv", "*names.tsv"),
    )
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path))
    for cached in CACHED:
        cached.cache_clear()
    yield tmp_path / "lexicon" / "en"
    monkeypatch.undo()
    for cached in CACHED:
        cached.cache_clear()


def add_row(path: Path, row: str) -> None:
    path.write_text(path.read_text("utf-8") + row + "\n", "utf-8")


@pytest.mark.parametrize("table", WITH_PROPERTIES)
def test_every_table_loads(table: str) -> None:
    assert any(words.by_property(table).values())


@pytest.mark.parametrize("table", WITH_PROPERTIES)
def test_no_word_has_a_property_twice(table: str) -> None:
    pairs = Counter(
        (word, name)
        for row in tables.rows(table)
        for word in set(words.words_of(row, table))
        for name in row.properties()
    )
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_no_word_has_one_property_in_two_tables() -> None:
    pairs = Counter(
        (word, name)
        for table in WITH_PROPERTIES
        if not table.startswith(("motion", "vehicles"))
        for name, found in words.by_property(table).items()
        for word in found
    )
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_every_property_is_used_by_a_stage_and_has_words_where_it_says() -> None:
    source = "".join(path.read_text("utf-8") for path in Path(geo.__file__).parent.rglob("*.py"))
    asked = {
        name
        for name in words.properties()
        if re.search(rf"[\"']{name}[\"']", source) or name.startswith("no_travel_")
    }
    assert set(words.properties()) == asked
    for name, places in words.properties().items():
        assert all(words.by_property(table)[name] for table in places), name


def test_every_property_of_a_frame_is_used_by_the_journeys_and_has_a_frame() -> None:
    folder = Path(geo.__file__).parent / "journeys"
    source = "".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    names = [field.name for field in fields(frames.Frame) if field.name != "name"]

    assert [name for name in names if not re.search(rf"frame\.{name}\b", source)] == []
    for name in names:
        assert any(getattr(frame, name) for frame in frames.frames().values()), name


def test_a_frame_that_leads_to_none_is_named(folder: Path) -> None:
    path = folder / "motion_frames.json"
    table = json.loads(path.read_text("utf-8"))
    table["take"]["with_vehicle"] = "rid"
    path.write_text(json.dumps(table), "utf-8")
    with pytest.raises(LexiconError, match="frame 'take': there is no frame 'rid'"):
        frames.frames()


def test_degrees_are_read_only_where_a_figure_stands_in_two_units() -> None:
    assert units.pair_units()["°f"].zero_si == pytest.approx(255.372, abs=1e-3)
    assert {"km", "hectares", "mph", "°c"} <= set(units.pair_units())
    assert not {"hours", "days"} & set(units.pair_units())
    assert not {"kilograms", "°c"} & set(units.units())


def test_words_are_found_by_their_property() -> None:
    assert {"border", "frontier"} <= listed("border")
    assert {"River", "Gulf"} <= in_names("landform")
    assert numbered("month")["march"] == 3
    assert numbered("weekday")["sunday"] == 6
    assert numbered("month_short")["sept"] == 9
    assert words.either(["to", "on to"]) == r"(?:on\sto|to)"
    assert words.either({"b.c", "a|b", "st", "d e"}) == r"(?:a\|b|b\.c|d\se|st)"
    assert words.either([]) == "(?:)"


def test_directions_and_ways() -> None:
    assert bearing_of("South-West") == bearing_of("southwest") == bearing_of("SW") == 225.0
    assert bearing_of("inland") is None
    assert [direction_name(deg) for deg in (0.0, 359.0, -100.0, 200.0, 112.6)] == [
        "north",
        "north",
        "west",
        "south",
        "south-east",
    ]
    assert ways()["by rail"] == "rail"
    assert speeds(ways()["by rail"])["mean"][1] == 320


def test_units_of_two_parts_have_the_system_of_the_first() -> None:
    assert units.system_of("mi/d") == units.system_of("mph") == "imperial"
    assert units.system_of("km/d") == "metric"
    assert units.system_of("parsec") == ""
    assert not units.has("parsec", "long")


def test_a_word_that_is_no_property_is_refused() -> None:
    with pytest.raises(LexiconError, match="'titel' is no property"):
        listed("titel")


def test_an_undeclared_property_is_named_with_its_row(folder: Path) -> None:
    add_row(folder / "people.tsv", "consul\ttitle titel")
    with pytest.raises(LexiconError, match=r"en/people\.tsv, line \d+ \('consul'\): 'titel'"):
        listed("title")


def test_a_row_of_too_few_cells_is_named(folder: Path) -> None:
    add_row(folder / "units.tsv", "verst\tverst\tlength\t1066.8")
    with pytest.raises(LexiconError, match=r"units\.tsv, line \d+ \('verst'\): the row has 4"):
        units.units()


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("verst\tverst\tway\t1066.8\t\t\tlong", "'way' cannot stand in the column 'dimension'"),
        ("verst\tverst\tlength\tmuch\t\t\tlong", "'much' cannot stand in the column 'si'"),
    ],
)
def test_a_cell_that_is_no_value_is_named(folder: Path, row: str, wrong: str) -> None:
    add_row(folder / "units.tsv", row)
    with pytest.raises(LexiconError, match=wrong):
        units.units()


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("fare\tfares\tfared\tfared\tfaring\t\tgoo\t\tany\t\t", "no frame 'goo'"),
        ("fare\tfares\tfared\tfared\tfaring\t\tgo\tsledge\tany\t\t", "'sledge' cannot stand"),
        ("fare\tfares\tfared\tfared\tfaring\t\tgo\t\tbird\t\t", "'bird' is no subject"),
    ],
)
def test_a_verb_of_a_kind_that_there_is_not_is_named(folder: Path, row: str, wrong: str) -> None:
    add_row(folder / "motion_verbs.tsv", row)
    with pytest.raises(LexiconError, match=wrong):
        motion.motion()


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"tiem": "departed"}, "frame 'go': .*tiem"),
        ({"phase": "middle"}, "frame 'go': .*middle"),
        ({"phase": "meeting"}, "one frame was to be found"),
    ],
)
def test_a_frame_that_cannot_be_read_is_named(
    folder: Path, change: dict[str, str], wrong: str
) -> None:
    path = folder / "motion_frames.json"
    table = json.loads(path.read_text("utf-8"))
    table["go"] |= change
    path.write_text(json.dumps(table), "utf-8")
    with pytest.raises(LexiconError, match=wrong):
        frames.frame_of(frames.Phase.MEETING)


@pytest.mark.parametrize("name", ["people.tsv", "motion_frames.json"])
def test_a_missing_table_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(DataMissing, match=re.escape(name)):
        (frames.frames if name.endswith("json") else lambda: listed("title"))()


def test_a_damaged_table_is_named(folder: Path) -> None:
    (folder / "motion_frames.json").write_text("{", "utf-8")
    with pytest.raises(DataMissing, match=r"motion_frames\.json"):
        frames.frames()
