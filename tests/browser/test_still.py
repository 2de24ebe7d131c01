"""The page without a script, at every width: words large enough, nothing covered, no scrolling."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest

from geo.maps.page.html import render_page
from geo.maps.svg.map import draw_svg
from tests.maps.drawn import LOTS, TOLD, layout, spec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

# Boxes of single lines overlap by what is blank above and below the letters.
TOP, BOTTOM, SIDE = 0.2, 0.18, 0.5
TEXTS = """svg => Array.from(svg.querySelectorAll('text')).map(text => {
  const {x, y, width, height} = text.getBBox();
  return [text.textContent, x, y, width, height];
})"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=True, offline=True)
    yield context.new_page()
    context.close()


def shown_texts(page: Page, name: str, width: int) -> list[tuple[str, list[float]]]:
    drawn = draw_svg(spec(name), width_px=width)
    page.set_content(f"<!DOCTYPE html><body>{drawn}</body>")
    found = page.locator("svg").first.evaluate(TEXTS)
    return [
        (text, [x + SIDE, y + TOP * height, x + width - SIDE, y + (1 - BOTTOM) * height])
        for text, x, y, width, height in found
    ]


def meet(one: list[float], other: list[float]) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("width", [820, 325])
@pytest.mark.parametrize("name", [*TOLD, *LOTS[::3]])
def test_as_the_browser_measures_them_no_words_meet(page: Page, name: str, width: int) -> None:
    texts = shown_texts(page, name, width)
    laid_out = layout(name, width)
    height = page.locator("svg").first.evaluate("svg => svg.viewBox.baseVal.height")
    assert texts
    # A number may stand in the stead of the symbol of its own place.
    replacing = {
        (str(label.setting.discs[0]), label.ident) for label in laid_out.names if label.on_symbol
    }
    for (one, box), (other, other_box) in itertools.combinations(texts, 2):
        assert not meet(box, other_box), (one, other)
    for text, box in texts:
        assert box[0] >= 0, text
        assert box[2] <= laid_out.view.width, text
        assert box[3] <= height, text
        for sign in laid_out.symbols:
            if (text, sign.place.id) in replacing:
                continue
            for taken in sign.boxes:
                assert not meet(box, list(taken)), (text, sign.place.name)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("still") / "map.html"
    path.write_text(render_page(spec("hospital-ship")), encoding="utf-8")
    return path


WATER = ':scope > path[fill^="var(--water"]'
WIDTHS = [320, 360, 390, 430, 480, 520, 600, 640, 700, 768, 820, 916, 1024, 1280, 1600]


@pytest.mark.parametrize("width", WIDTHS)
def test_at_every_width_one_map_is_shown_and_can_be_read(
    browser: Browser, saved: Path, width: int
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(saved.as_uri())
    drawings = page.locator(".dl-fit:visible")
    assert drawings.count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # The water is as large as the map; what lines mean may stand below it.
    box = drawings.first.locator(WATER).bounding_box()
    assert box is not None
    assert box["height"] <= 1.3 * box["width"]
    least = drawings.first.evaluate(
        """svg => {
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          const sizes = Array.from(svg.querySelectorAll('text'))
            .map(text => parseFloat(getComputedStyle(text).fontSize));
          return scale * Math.min(...sizes);
        }"""
    )
    assert least >= 11
    context.close()


def test_the_ground_is_drawn_at_every_width(browser: Browser, saved: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for width in (360, 600, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(saved.as_uri())
        drawn: dict[str, Any] = page.locator(".dl-fit:visible").evaluate(
            """svg => {
              const used = svg.querySelector('use').getBoundingClientRect();
              const map = svg.querySelector(':scope > path[fill^="var(--water"]');
              const {width, height} = map.getBoundingClientRect();
              return {width, height, usedWidth: used.width, usedHeight: used.height};
            }"""
        )
        assert drawn["usedWidth"] >= 0.6 * drawn["width"]  # the rest is the ocean
        assert drawn["usedHeight"] >= drawn["height"]
    context.close()


def test_paper_gets_the_wide_map(browser: Browser, saved: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(saved.as_uri())
    page.emulate_media(media="print")
    assert page.locator(".dl-fit:visible").get_attribute("class") == "dl-fit dl-fit-wide"
    context.close()
