"""The page on a phone, where the claims stand below the map."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from tests.maps import stories

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_a_claim_that_is_tapped_brings_the_map_into_view(browser: Browser, tmp_path: Path) -> None:
    day = date(2026, 11, 25)
    spec = make_spec(stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=day)
    path = tmp_path / "map.html"
    path.write_text(render_page(spec), encoding="utf-8")
    context = browser.new_context(
        viewport={"width": 390, "height": 480}, offline=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    last = page.locator(".dl-claim").last
    last.scroll_into_view_if_needed()
    map_box = page.locator(".dl-map").bounding_box()
    assert map_box is not None
    assert map_box["y"] + map_box["height"] < 0
    last.click()
    seen = page.locator(".dl-map").bounding_box()
    assert seen is not None
    assert seen["y"] + seen["height"] > 120
    context.close()
