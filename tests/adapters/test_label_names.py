from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from geo import wiring
from geo.adapters.label_names import StoredLabelNames
from geo.errors import DataMissing
from geo.settings import Settings
from geo.ui import texts

if TYPE_CHECKING:
    from pathlib import Path

    from geo.pipeline import Services

_FOLDER = Settings().data / "basemap"


def rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_every_name_is_told_in_every_language_that_is_offered() -> None:
    table = rows("label_names.tsv")
    languages = set(table[0]) - {"kind", "name", "lon", "lat"}
    assert languages == set(texts.LABELS) - {"en"}
    assert all(row[language].strip() for row in table for language in languages)
    named = [(row["kind"], row["name"]) for row in table]
    assert len(named) == len(set(named))


def test_seas_are_those_of_the_basemap_and_cities_those_of_the_gazetteer(
    services: Services,
) -> None:
    seas = {row["name"] for row in rows("waters.tsv")}
    for row in rows("label_names.tsv"):
        if row["kind"] == "sea":
            assert row["name"] in seas
        else:
            near = [
                place
                for place in services.gazetteer.candidates(row["name"])
                if abs(place.lon - float(row["lon"])) + abs(place.lat - float(row["lat"])) < 0.1
            ]
            assert near, row["name"]


def test_names_are_found_and_a_namesake_elsewhere_is_not_called_so() -> None:
    names = wiring.label_names("de")
    assert names.country("FR") == "Frankreich"
    assert names.country("XS") == ""
    assert names.sea("Baltic Sea") == "Ostsee"
    assert names.sea("Sea of Nowhere") == ""
    assert names.city("Athens", 23.73, 37.98) == "Athen"
    assert names.city("Athens", 23.73 + 360, 37.98) == "Athen"
    assert names.city("Athens", -82.1, 39.33) == ""
    assert names.city("Springfield", -82.1, 39.33) == ""


def test_a_missing_table_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="is data/ complete"):
        StoredLabelNames(tmp_path / "none.tsv", "de")
