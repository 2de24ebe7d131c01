"""Sixty texts that try to run, through every field that ends in a page or a drawing.

The page is opened with its policy, and once more without it, because what keeps text from running
is that it is escaped; the policy is there for the day when it is not.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from geo.maps.build.article_map import make_spec
from geo.maps.page.embed import embed_snippet
from geo.maps.page.html import render_page
from geo.maps.page.notebook import to_folium
from geo.maps.svg.map import draw_svg
from tests.hostile import STRINGS, joined, rotated
from tests.maps import stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from geo.contracts import Analysis
    from geo.maps.spec.model import MapSpec

pytestmark = pytest.mark.browser

_BATCH = 12
BATCHES = [STRINGS[at : at + _BATCH] for at in range(0, len(STRINGS), _BATCH)]
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_DAY = date(2026, 11, 24)

# What stands in a page: its elements, attributes that run, and addresses that lead anywhere.
_CENSUS = """() => {
  const all = [...document.querySelectorAll('*')];
  const named = all.flatMap(node => [...node.attributes]
    .map(attribute => [attribute.localName, attribute.value.trim()]));
  return {
    tags: [...new Set(all.map(node => node.localName))],
    handlers: named.filter(([name]) => name.startsWith('on')),
    addresses: named.filter(([name, value]) =>
      ['href', 'src', 'action', 'data', 'srcdoc', 'xlink:href'].includes(name)
      && !value.startsWith('#')),
    hacked: window.hacked ?? null,
    polluted: ({}).hacked ?? null,
    text: document.documentElement.textContent,
  };
}"""


class Watch:
    """Everything that a page does and must not do."""

    def __init__(self, page: Page) -> None:
        self.faults: list[str] = []
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("popup", lambda other: self.faults.append(f"popup: {other.url}"))
        page.on("download", lambda file: self.faults.append(f"download: {file.url}"))
        page.on("request", self._asked)

    def _dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, request: Any) -> None:
        if not request.is_navigation_request() or not request.url.startswith("file:"):
            self.faults.append(f"request: {request.url[:120]}")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce", offline=True
    )
    yield context.new_page()
    context.close()


def _spec(story: Analysis) -> MapSpec:
    return make_spec(story, stories.PlainBasemap(), stories.FewCities(), checked=_DAY)


def _story_page(number: int) -> tuple[str, tuple[str, ...]]:
    """A story whose every text is twelve of the texts."""
    story = joined(stories.train(), BATCHES[number])
    return render_page(_spec(story), story.to_json()), BATCHES[number]


def _map_page(number: int) -> tuple[str, tuple[str, ...]]:
    """A map whose every text is twelve of the texts, too long to be a name on it."""
    return render_page(joined(_spec(stories.train()), BATCHES[number])), BATCHES[number]


def _names_page(number: int) -> tuple[str, tuple[str, ...]]:
    """A map whose texts are one of the texts each: short ones are drawn as names."""
    return render_page(rotated(_spec(stories.train()), _BATCH * number)), ()


@pytest.fixture(scope="module")
def usual(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Elements of the page of a harmless story, used in the same way."""
    path = tmp_path_factory.mktemp("usual") / "map.html"
    path.write_text(
        render_page(_spec(stories.train()), stories.train().to_json()), encoding="utf-8"
    )
    page = browser.new_page(reduced_motion="reduce")
    tags = set(_used(page, path)["tags"])
    page.close()
    return {*tags, "bdi"}  # a crowded map has names in its key


def _used(page: Page, path: Path) -> Any:
    """Open a page, choose some claims, marks and places, and see what stands in it."""
    page.goto(path.as_uri())
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    for selector in (".dl-claim", ".dl-mark", ".dl-pin"):
        found = page.locator(selector)
        for at in range(0, found.count(), 7):
            found.nth(at).dispatch_event("click")
    page.wait_for_timeout(50)
    return page.evaluate(_CENSUS)


def squeezed(text: str) -> str:
    """Leave out what has no sign and what parsers may drop or replace."""
    return re.sub(r"[\s\x00-\x20\x7f-\x9f\u2028\u2029\ufeff\ufffd-\uffff]", "", text)


@pytest.mark.parametrize("number", range(len(BATCHES)))
@pytest.mark.parametrize("make", [_story_page, _map_page, _names_page])
def test_nothing_runs_and_all_is_shown_as_text(
    page: Page, tmp_path: Path, usual: set[str], make: Any, number: int
) -> None:
    whole, texts = make(number)
    if number:  # the first stands with its policy, the others without
        whole = _POLICY.sub("", whole, count=1)
    path = tmp_path / "map.html"
    path.write_text(whole, encoding="utf-8")
    watch = Watch(page)
    seen = _used(page, path)
    assert watch.faults == []
    assert (seen["hacked"], seen["polluted"]) == (None, None)
    assert set(seen["tags"]) <= usual | {"bdi"}  # a name in the key of numbers
    assert seen["handlers"] == []
    assert seen["addresses"] == []
    shown = squeezed(page.locator("main").evaluate("node => node.textContent"))
    assert [text[:60] for text in texts if squeezed(text)[:150] not in shown] == []


def test_the_drawing_alone_is_text_and_well_formed(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    spec = _spec(stories.train())
    path.write_text(draw_svg(spec), encoding="utf-8")
    page.goto(path.as_uri())
    usual = {*page.evaluate(_CENSUS)["tags"], "line"}  # a crowded map has leaders to its names
    assert "text" in usual
    watch = Watch(page)
    for hostile in (
        *(joined(spec, batch) for batch in BATCHES),
        *(rotated(spec, 5 * number) for number in range(len(BATCHES))),
    ):
        path.write_text(draw_svg(hostile), encoding="utf-8")
        page.goto(path.as_uri())
        seen = page.evaluate(_CENSUS)
        assert watch.faults == []
        assert seen["hacked"] is None
        assert (seen["handlers"], seen["addresses"]) == ([], [])
        assert set(seen["tags"]) <= usual | {"bdi"}  # a name in the key of numbers


def test_a_notebook_and_an_embedding_page_run_none_of_it(page: Page, tmp_path: Path) -> None:
    story = joined(stories.train(), BATCHES[0])
    shown: Any = to_folium(_spec(story), story.to_json())
    frames = _POLICY.sub("", shown._repr_html_())
    snippet = "".join(embed_snippet("map.svg", text) for text in STRINGS)
    path = tmp_path / "cell.html"
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8>{frames}{snippet}", encoding="utf-8")
    page.goto(path.as_uri())
    frame = page.locator("iframe").first.content_frame
    frame.locator(".dl-layer-names text").first.wait_for(state="attached")
    assert page.evaluate("window.hacked ?? null") is None
    assert page.locator("iframe").count() == len(STRINGS) + 1
    assert page.locator("body > :not(iframe, script, p)").count() == 0
    assert page.locator("p > :not(a), p > a > *").count() == 0
    titles = page.locator("iframe.dateline-map").evaluate_all("all => all.map(one => one.title)")
    assert [squeezed(title) for title in titles] == [squeezed(f"Map: {text}") for text in STRINGS]
