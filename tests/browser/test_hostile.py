"""Sixty texts that try to run, through every field that ends in a page or a drawing.

The page is opened with its policy, and once more without it, because what keeps text from running
is that it is escaped; the policy is there for the day when it is not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest

from geo.maps.embed import embed_snippet
from geo.maps.page import render_page, to_folium
from geo.maps.spec import make_spec
from tests.hostile import STRINGS, crowd
from tests.maps import stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from geo.contracts import Analysis
    from geo.maps.model import MapSpec

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


def _story() -> Analysis:
    """Cut the story down: one of each kind of thing is enough where all are there twelve times."""
    whole = stories.train()
    return replace(whole, toponyms=whole.toponyms[3:], geocodes=whole.geocodes[3:])


def _spec(story: Analysis) -> MapSpec:
    return make_spec(story, stories.PlainBasemap(), stories.FewCities(), checked=_DAY)


def _clean() -> MapSpec:
    spec = _spec(stories.train())
    ground = replace(spec.ground, cities=spec.ground.cities[:1])
    return replace(spec, ground=ground)


@lru_cache(maxsize=16)
def rendered(where: str, batch: int) -> str:
    """Write the page of a story, or of a map, that is full of hostile texts."""
    if where == "map":
        return render_page(crowd(_clean(), BATCHES[batch]))
    story = crowd(_story(), BATCHES[batch])
    return render_page(_spec(story), story.to_json())


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
    return tags


def _used(page: Page, path: Path) -> Any:
    """Open a page, choose some claims, marks and places, and see what stands in it."""
    page.goto(path.as_uri())
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    for selector in (".dl-card", ".dl-mark", ".dl-pin"):
        found = page.locator(selector)
        for at in range(0, found.count(), 7):
            found.nth(at).dispatch_event("click")
    page.wait_for_timeout(50)
    return page.evaluate(_CENSUS)


def squeezed(text: str) -> str:
    """Leave out what has no sign and what parsers may drop or replace."""
    return re.sub(r"[\s\x00-\x20\x7f-\x9f\u2028\u2029\ufeff\ufffd-\uffff]", "", text)


def missing(batch: int, text: str) -> list[str]:
    shown = squeezed(text)
    return [string[:60] for string in BATCHES[batch] if squeezed(string)[:150] not in shown]


@pytest.mark.parametrize("policy", ["kept", "taken away"])
@pytest.mark.parametrize("batch", range(len(BATCHES)))
@pytest.mark.parametrize("where", ["story", "map"])
def test_nothing_runs_and_all_is_shown_as_text(  # noqa: PLR0913, PLR0917 - fixtures and cases
    page: Page, tmp_path: Path, usual: set[str], where: str, batch: int, policy: str
) -> None:
    whole = rendered(where, batch)
    if policy != "kept":
        whole = _POLICY.sub("", whole, count=1)
    path = tmp_path / "map.html"
    path.write_text(whole, encoding="utf-8")
    watch = Watch(page)
    seen = _used(page, path)
    assert watch.faults == []
    assert (seen["hacked"], seen["polluted"]) == (None, None)
    assert set(seen["tags"]) <= usual
    assert seen["handlers"] == []
    assert seen["addresses"] == []
    assert missing(batch, page.locator("main").evaluate("node => node.textContent")) == []


def drawing(page: str) -> str:
    """Cut the drawing out of a page, as a file of its own."""
    still = page[page.index("<main") : page.index("</main>")]
    return still[still.index("<svg") : still.rindex("</svg>") + len("</svg>")]


@pytest.mark.parametrize("batch", range(len(BATCHES)))
@pytest.mark.parametrize("where", ["story", "map"])
def test_the_drawing_alone_is_text_and_well_formed(
    page: Page, tmp_path: Path, where: str, batch: int
) -> None:
    path = tmp_path / "map.svg"
    path.write_text(drawing(render_page(_clean())), encoding="utf-8")
    page.goto(path.as_uri())
    usual = {*page.evaluate(_CENSUS)["tags"], "line"}  # a crowded map has leaders to its names
    assert "text" in usual
    path.write_text(drawing(rendered(where, batch)), encoding="utf-8")
    watch = Watch(page)
    page.goto(path.as_uri())
    seen = page.evaluate(_CENSUS)
    assert watch.faults == []
    assert seen["hacked"] is None
    assert (seen["handlers"], seen["addresses"]) == ([], [])
    assert set(seen["tags"]) <= usual


def test_a_notebook_and_an_embedding_page_run_none_of_it(page: Page, tmp_path: Path) -> None:
    story = crowd(_story(), BATCHES[0])
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
    assert page.locator("body > :not(iframe, script)").count() == 0
    titles = page.locator("iframe.dateline-map").evaluate_all("all => all.map(one => one.title)")
    assert [squeezed(title) for title in titles] == [squeezed(f"Map: {text}") for text in STRINGS]
