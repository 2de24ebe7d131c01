"""Each kind of page, printed to PDF by a real browser: its land, sea, marks and words are there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest

from geo.maps.build.article_map import make_spec
from geo.maps.build.points.points_map import About, make_points_spec
from geo.maps.build.points.rows import Columns
from geo.maps.page.html import render_page
from geo.wiring import basemap
from tests.browser.crowd import DAY, crowd
from tests.maps import stories, world

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from geo.maps.spec.model import MapSpec

pytestmark = pytest.mark.browser

# What the theme for paper has: the sea, and the land that lies in it.
SEA, PAPER, INK = 222, 255, 60


@cache
def spec_of(kind: str) -> MapSpec:
    if kind == "a story":
        return make_spec(stories.train(), basemap(), stories.FewCities(), checked=DAY)
    if kind == "a story of 200 places":
        here = [
            world.place(f"Place {k}", 20 + (k % 20) * 0.7, 45 + (k // 20) * 0.5, "UA")
            for k in range(200)
        ]
        return world.spec_of(here, [(150, 160, world.Mode.RAIL)])
    naples = Columns(lon=np.array([14.25]), lat=np.array([40.85]), names=["Naples"])
    columns = {"one point": naples}.get(kind) or crowd({"points": 1_500, "clusters": 9_000}[kind])
    return make_points_spec(columns, basemap(), About(title="Our archive", made=DAY))


def printed(
    browser: Browser, page_text: str, folder: Path, *, scripts: bool, on_its_side: bool = False
) -> bytes:
    path = folder / "map.html"
    path.write_text(page_text, encoding="utf-8")
    context = browser.new_context(
        viewport={"width": 1280, "height": 760}, offline=True, java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(path.as_uri())
    if scripts:
        page.locator(".dl-map.leaflet-container").wait_for()
    paper = page.pdf(format="A4", landscape=on_its_side)
    context.close()
    return paper


def shares(paper: bytes) -> dict[int, float]:
    """How much of the first sheet has each grey, in hundredths of the sheet."""
    sheet = np.asarray(pypdfium2.PdfDocument(paper)[0].render(scale=1).to_pil().convert("L"))
    values, numbers = np.unique(sheet, return_counts=True)
    return dict(zip(values.tolist(), (100 * numbers / sheet.size).tolist(), strict=True))


def map_height(paper: bytes) -> float:
    """How much of the first sheet's height has sea on it, 0 to 1."""
    sheet = np.asarray(pypdfium2.PdfDocument(paper)[0].render(scale=1).to_pil().convert("L"))
    rows = np.flatnonzero((sheet == SEA).any(axis=1))
    return float((rows[-1] - rows[0]) / len(sheet)) if len(rows) else 0.0


def words_of(paper: bytes) -> str:
    sheets = pypdfium2.PdfDocument(paper)
    return " ".join(sheet.get_textpage().get_text_range() for sheet in sheets)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    "kind", ["a story", "a story of 200 places", "one point", "points", "clusters"]
)
def test_a_printed_map_has_its_land_sea_and_marks(
    browser: Browser, tmp_path: Path, kind: str, *, scripts: bool
) -> None:
    spec = spec_of(kind)
    paper = printed(browser, render_page(spec), tmp_path, scripts=scripts)
    found = shares(paper)
    assert found[SEA] > 0.4
    assert found[PAPER] < 95
    coasts = sum(share for grey, share in found.items() if grey <= INK)
    assert coasts > 0.5
    words = re.sub(r"\s+", " ", words_of(paper))
    assert spec.title in words
    assert "Natural Earth" in words
    assert len(pypdfium2.PdfDocument(paper)) <= 20


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("kind", ["a story", "one point", "points"])
def test_a_sheet_on_its_side_has_the_whole_map(
    browser: Browser, tmp_path: Path, kind: str, *, scripts: bool
) -> None:
    page_text = render_page(spec_of(kind))
    paper = printed(browser, page_text, tmp_path, scripts=scripts, on_its_side=True)
    assert 0.3 < map_height(paper) < 0.85
