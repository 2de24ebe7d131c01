"""axe-core finds nothing in the page: as the script draws it, and as it stands without one."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from tests.maps import stories

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_SCRIPT = re.compile(r"<script.*?</script>", re.DOTALL)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("how", ["drawn by the script", "without a script"])
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, scheme: Literal["light", "dark"], how: str, width: int
) -> None:
    spec = make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )
    whole = render_page(spec)
    drawn = how == "drawn by the script"
    path = tmp_path / "map.html"
    path.write_text(whole if drawn else _SCRIPT.sub("", whole), encoding="utf-8")
    context = browser.new_context(
        color_scheme=scheme,
        reduced_motion="reduce",
        offline=True,
        viewport={"width": width, "height": 800},
    )
    page = context.new_page()
    page.goto(path.as_uri())
    if drawn:
        page.locator(".dl-layer-names text").first.wait_for(state="attached")
        page.get_by_role("button", name="Measure a distance").click()
        page.locator(".dl-pin-story").first.focus()
        page.keyboard.press("Enter")  # the words behind a place are open
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], fault["impact"], fault["nodes"]) for fault in found] == []
    context.close()
