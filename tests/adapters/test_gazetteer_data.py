"""The shipped tables, and the gazetteer that they make together with GeoNames' cities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import shapely

from geo.adapters.gazetteer.compile import NOT_PLACES
from geo.adapters.gazetteer.lookup import StoredGazetteer, open_gazetteer
from geo.adapters.gazetteer.rows import read_places, read_table
from geo.geodesy import distance_m
from geo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from geo.pipeline import Services

TABLES = sorted((Settings().data / "gazetteer").glob("*.tsv*"))
PLACE_TABLES = [table for table in TABLES if table.name not in NOT_PLACES]


@pytest.fixture(scope="module")
def real() -> StoredGazetteer:
    return open_gazetteer(Settings())


@pytest.mark.parametrize("table", PLACE_TABLES, ids=lambda table: table.name)
def test_every_place_has_an_id_of_its_own_a_name_a_code_and_a_source(table: Path) -> None:
    rows = list(read_places(table))
    assert len({row.id for row in rows}) == len(rows)
    assert all(row.name and row.source for row in rows)
    assert all(re.fullmatch(r"[AHLPST]\.[A-Z0-9]{2,5}", row.feature) for row in rows)
    assert all(re.fullmatch(r"[A-Z]{2}|", row.country_code) for row in rows)


def test_ids_do_not_collide_between_tables() -> None:
    ids = [row.id for table in PLACE_TABLES for row in read_places(table)]
    assert len(set(ids)) == len(ids)


def test_every_demonym_leads_to_its_place(real: StoredGazetteer) -> None:
    for row in read_table(Settings().data / "gazetteer" / "demonyms.tsv"):
        assert real.has(row["place"]), row


@pytest.mark.parametrize(
    ("name", "feature_code", "country_code", "lon", "lat"),
    [
        ("Tumangang", "BDRX", "KP", 130.62, 42.42),
        ("Khasan", "BDRX", "RU", 130.65, 42.43),
        ("the Kremlin", "GOVT", "RU", 37.62, 55.75),
        ("the Pentagon", "GOVT", "US", -77.06, 38.87),
        ("the White House", "GOVT", "US", -77.04, 38.9),
        ("Chugwater", "PPL", "US", -104.82, 41.76),
        ("Goeschenen", "PPL", "CH", 8.59, 46.67),
        ("Laem Chabang", "PPL", "TH", 100.88, 13.08),
        ("Akita Prefecture", "ADM1", "JP", 140.3, 39.8),
        ("Castlebay", "PPL", "GB", -7.49, 56.95),
        ("Port Everglades", "PPL", "US", -80.13, 26.1),
        ("Old Crow", "PPL", "CA", -139.84, 67.57),
        ("the Kuskokwim", "STM", "US", -158.0, 61.6),
        ("the Mersey", "STM", "GB", -2.8, 53.35),
        ("Mahim Bay", "BAY", "IN", 72.82, 19.03),
        ("Salinas Valley", "VAL", "US", -121.3, 36.4),
        ("Lake Scutari", "LK", "", 19.32, 42.18),
        ("Khan Tengri", "MT", "", 80.17, 42.21),
        ("Nyanza Province", "AREA", "KE", 34.5, -0.4),
        ("Franche-Comté", "AREA", "FR", 6.1, 47.1),
        ("Eigg", "ISL", "GB", -6.15, 56.9),
        ("JFK", "AIRP", "US", -73.78, 40.64),
        ("Vostochny Cosmodrome", "SPCP", "RU", 128.33, 51.88),
        ("Primorsky Krai", "ADM1", "RU", 134.67, 45.33),
        ("W.Va.", "ADM1", "US", -80.6, 38.7),
        ("Gulf of Mexico", "GULF", "", -90, 25),
        ("Kiev", "PPLC", "UA", 30.52, 50.45),
        ("Saigon", "PPL", "VN", 106.63, 10.82),
        ("Bombay", "PPL", "IN", 72.88, 19.07),
        ("New York", "PPL", "US", -74.0, 40.71),
        ("Washington", "PPLC", "US", -77.04, 38.9),
        ("Valparaíso", "PPL", "CL", -71.63, -33.04),
        ("Gaza", "PPL", "PS", 34.46, 31.5),
        ("S. Korea", "PCLI", "KR", 127.75, 36.5),
        ("UK", "PCLI", "GB", -2.7, 54.76),
        ("Heathrow", "AIRP", "GB", -0.45, 51.47),
    ],
)
def test_names_in_the_news(  # noqa: PLR0913, PLR0917 - a row of the table
    real: StoredGazetteer,
    name: str,
    feature_code: str,
    country_code: str,
    lon: float,
    lat: float,
) -> None:
    place = real.candidates(name)[0]
    assert (place.feature_code, place.country_code) == (feature_code, country_code)
    assert distance_m(place.lon, place.lat, lon, lat) < 60_000


@pytest.mark.parametrize(
    ("word", "place", "country_code"),
    [
        ("Americans", "United States", "US"),
        ("British", "United Kingdom", "GB"),
        ("Dutch", "Netherlands", "NL"),
        ("South Korean", "South Korea", "KR"),
        ("Scottish", "Scotland", "GB"),
        ("Georgian", "Georgia", "GE"),
        ("Texan", "Texas", "US"),
        ("Muscovites", "Moscow", "RU"),
    ],
)
def test_demonyms_of_the_news(
    real: StoredGazetteer, word: str, place: str, country_code: str
) -> None:
    name = real.demonym(word)
    assert name == place
    assert real.candidates(name)[0].country_code == country_code


@pytest.mark.parametrize("word", ["us", "in", "me", "or", "polish", "mass", "the", "of", "Shoigu"])
def test_plain_words_are_no_places(real: StoredGazetteer, word: str) -> None:
    assert not real.has(word)
    assert real.demonym(word) is None


def test_every_country_of_the_table_can_be_asked_for(real: StoredGazetteer) -> None:
    for row in read_places(Settings().data / "gazetteer" / "countries.tsv"):
        country = real.country(row.country_code)
        assert country is not None
        assert country.name == row.name


@pytest.mark.parametrize(
    ("country", "capital"),
    [("KP", "Pyongyang"), ("PE", "Lima"), ("KZ", "Astana"), ("PS", None), ("IL", None)],
)
def test_capitals(real: StoredGazetteer, country: str, capital: str | None) -> None:
    place = real.capital(country)
    assert (place.name if place else None) == capital


# Outlines are drawn with points some kilometres apart; towns on contested lines lie beyond them.
_OUTSIDE_DEG = 0.25


def test_towns_written_by_hand_lie_in_their_country_and_region(services: Services) -> None:
    astray = [
        f"{row['name']}: {row['country_code']} {region}"
        for row in read_table(Settings().data / "gazetteer" / "towns.tsv")
        if "outlines lack" not in row["note"]
        for region in ("", row["admin1"])
        for outline in [
            services.boundaries.region(row["country_code"], region)
            if region
            else services.boundaries.country(row["country_code"])
        ]
        if outline is not None
        and outline.distance(shapely.Point(float(row["lon"]), float(row["lat"]))) > _OUTSIDE_DEG
    ]
    assert astray == []
