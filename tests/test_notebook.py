from __future__ import annotations

import dataclasses
import tracemalloc
from typing import TYPE_CHECKING

import folium
import pytest

import geo
from geo import contracts, wiring
from geo.notebook import with_views
from tests.maps import stories

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def analysis(train: str) -> geo.Analysis:
    return geo.analyse(train)


def test_what_is_analysed_makes_tables(analysis: geo.Analysis) -> None:
    frames = analysis.to_geodataframes()
    assert "Vladivostok" in set(frames["places"].name)
    assert frames["claims"].crs == "EPSG:4326"


def test_and_a_map_that_can_be_saved(analysis: geo.Analysis, tmp_path: Path) -> None:
    shown = analysis.to_folium()
    assert isinstance(shown, folium.Map)
    shown.save(tmp_path / "map.html")
    page = (tmp_path / "map.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert 'id="dateline-analysis"' in page


def test_it_is_still_the_value_that_the_stages_share(analysis: geo.Analysis) -> None:
    assert isinstance(analysis, contracts.Analysis)
    back = geo.Analysis.from_json(analysis.to_json())
    assert type(back) is geo.Analysis
    assert back.to_json() == analysis.to_json()
    assert type(dataclasses.replace(back, claims=())) is geo.Analysis


def test_views_change_nothing() -> None:
    assert with_views(stories.train()).to_json() == stories.train().to_json()


def test_services_are_opened_once_a_process_and_memory_does_not_grow() -> None:
    text = "The ferry left Split on Monday and reached Vis, 57 km away."
    geo.analyse(text).to_folium()
    opened = wiring.kept_services.cache_info().misses
    tracemalloc.start()
    for _ in range(3):
        geo.analyse(text)
    held, _ = tracemalloc.get_traced_memory()
    for _ in range(12):
        geo.analyse(text)
    later, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert wiring.kept_services.cache_info().misses == opened
    assert later - held < 100_000
