"""The map in a notebook: its HTML set into a page that has scripts and rules of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from geo.maps.build.article_map import make_spec
from geo.maps.page.notebook import to_folium
from tests.maps import stories

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# A notebook sets the output of a cell with innerHTML, where no script of it runs.
_SET = "html => { document.getElementById('cell').innerHTML = html; }"
# Rules as strict as those of editors that show notebooks in a frame of their own.
_RULES = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data:; frame-src 'self'"
)


@pytest.mark.parametrize("rules", ["", _RULES])
def test_draws_in_the_cell_of_a_notebook(browser: Browser, rules: str) -> None:
    spec = make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )
    shown: Any = to_folium(spec)
    context = browser.new_context(viewport={"width": 1100, "height": 900}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    policy = f'<meta http-equiv="Content-Security-Policy" content="{rules}">' if rules else ""
    page.set_content(
        f"<!DOCTYPE html><html lang=en><head><title>Notebook</title>{policy}</head>"
        "<body><div id=cell style='width:900px'></div></body></html>"
    )
    page.evaluate(_SET, shown._repr_html_())
    frame = page.locator("#cell iframe").content_frame
    frame.locator(".dl-layer-names text").first.wait_for(state="attached")
    names = frame.locator(".dl-layer-names text").all_text_contents()
    assert {"Pyongyang", "Vladivostok"} <= set(names)
    box = page.locator("#cell iframe").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == pytest.approx((900, 820), abs=6)
    assert [url for url in asked if not url.startswith("about:")] == []
    assert faults == []
    context.close()
