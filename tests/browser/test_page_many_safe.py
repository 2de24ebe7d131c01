"""A page with many places runs no text of its table as code, and can be read without seeing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from geo.maps.build.points.points_map import About, make_points_spec
from geo.maps.build.points.rows import Columns
from geo.maps.page.html import render_page
from geo.wiring import basemap
from tests.browser.crowd import DAY, crowd, in_window, marks, opened

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

EVIL = "</script><img src=x onerror=window.hacked=1>${window.hacked=2}{{ 7*7 }}'\"`\u2028"


def test_no_column_is_run_as_code(page: Page, tmp_path: Path) -> None:
    names = [EVIL, f"{EVIL} 2", "nul\x00\u202eevil", "x" * 100_000, *(f"T{k}" for k in range(40))]
    number = len(names)
    columns = Columns(
        lon=np.linspace(0, 40, number),
        lat=np.linspace(30, 60, number),
        names=names,
        counts=np.arange(number, 0, -1.0) ** 3,
        categories=[EVIL, *["port"] * (number - 1)],
        notes=[EVIL] * number,
    )
    about = dict.fromkeys(("title", "count_word", "source", "url", "language"), EVIL)
    faults = opened(page, columns, tmp_path, **about)
    page.locator(".dl-points-row").first.click()
    page.get_by_role("searchbox").fill("img src")
    page.locator(".dl-points-told").filter(has_text="found").wait_for()
    for mark in in_window(page, marks(page))[:9]:
        page.mouse.move(mark["x"], mark["y"])
        page.wait_for_timeout(20)
    assert page.evaluate("window.hacked") is None
    assert page.locator("main img, main script, main iframe").count() == 0
    assert "<img src=x" in page.locator(".dl-points-panel").inner_text()
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("how", ["drawn by the script", "without a script"])
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, scheme: Any, how: str) -> None:
    context = browser.new_context(
        color_scheme=scheme, reduced_motion="reduce", offline=True, viewport=None
    )
    page = context.new_page()
    columns = crowd(5_000)
    spec = make_points_spec(columns, basemap(), About(made=DAY, title="Towns"))
    whole = render_page(spec)
    if how == "without a script":
        start = whole.index("<script>")
        whole = whole[:start] + whole[whole.index("</script>", start) :]
    path = tmp_path / "map.html"
    path.write_text(whole, encoding="utf-8")
    page.goto(path.as_uri())
    if how == "drawn by the script":
        page.locator(".dl-points-row").first.click()
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], fault["impact"], fault["nodes"]) for fault in found] == []
    context.close()
