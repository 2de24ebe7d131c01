from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from geo import wiring
from geo.contracts import Source
from geo.maps.build.article_map import MapSpec, make_spec
from geo.maps.page.embed import data_uri, embed_snippet
from geo.maps.page.html import render_page
from geo.pipeline import analyse
from tests.maps import stories

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


EVIL = (
    "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2>"
    "${window.hacked=3}{{ 7*7 }}{% endraw %}<!--<script>'\"`\u2028\u2029&lt;\\</noscript>"
)


class Watch:
    """What a page did that it must not do."""

    def __init__(self, page: Page) -> None:
        self.faults: list[str] = []
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", self._asked)
        page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))

    def _said(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"{message.type}: {message.text}")

    def _asked(self, request: Any) -> None:
        if not request.is_navigation_request():
            self.faults.append(f"request: {request.url[:120]}")


@pytest.fixture
def spec() -> MapSpec:
    return make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )


def opened(page: Page, spec: MapSpec, folder: Path) -> Watch:
    path = folder / "map.html"
    path.write_text(render_page(spec), encoding="utf-8")
    watch = Watch(page)
    page.goto(path.as_uri())
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    return watch


def test_shows_pins_route_and_claims_without_a_network(
    page: Page, spec: MapSpec, tmp_path: Path
) -> None:
    watch = opened(page, spec, tmp_path)
    assert page.get_by_role("heading", level=1).inner_text() == stories.TITLE
    assert page.title() == stories.TITLE
    for place in ("Pyongyang, left Sunday evening", "Vladivostok, expected Tuesday or Wednesday"):
        assert page.get_by_role("button", name=place).first.is_visible()
    assert page.locator(".dl-map .dl-route-rail").get_attribute("d")
    assert page.locator(".dl-measure").get_attribute("d")
    assert page.locator(".dl-ticks").get_attribute("d")
    assert page.locator(".dl-claim").count() == 3
    assert "holds only if…" in page.locator(".dl-claim").nth(1).inner_text()
    shown = page.locator(".dl-layer-names text").all_text_contents()
    assert {"Pyongyang", "Vladivostok", "Tumangang – Khasan"} <= set(shown)
    assert watch.faults == []


def test_runs_no_text_as_code(page: Page, spec: MapSpec, tmp_path: Path) -> None:
    plain = msgspec.to_builtins(spec)
    watch = opened(page, msgspec.convert(poisoned(plain), MapSpec), tmp_path)
    for selector in (".dl-claim", ".dl-mark", ".dl-pin-story"):
        page.locator(selector).first.dispatch_event("click")
        page.wait_for_timeout(30)
    assert page.evaluate("window.hacked") is None
    assert page.locator(".dl-fallback").count() == 0
    assert page.locator("main img, main script, main iframe").count() == 0
    assert "</script><script>" in page.get_by_role("heading", level=1).inner_text()
    assert watch.faults == []


# Values that a renderer compares or decodes, and never shows.
_CODES = {
    "id",
    "refs",
    "kind",
    "sign",
    "tone",
    "manner",
    "status",
    "mark",
    "route",
    "target",
    "targets",
    "area",
    "rings",
    "lines",
    "coast",
    "borders",
    "disputed",
    "lakes",
    "rivers",
    "land",
    "outline",
    "code",
    "language",
}


def poisoned(value: Any) -> Any:
    """Put the evil string before every text of a spec that is shown to people."""
    if isinstance(value, dict):
        return {key: item if key in _CODES else poisoned(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [poisoned(item) for item in value]
    return f"{EVIL}{value}" if isinstance(value, str) else value


def test_evil_words_stay_words_even_in_codes(page: Page, spec: MapSpec, tmp_path: Path) -> None:
    places = tuple(dataclasses.replace(place, refs=(EVIL,)) for place in spec.places)
    evil = dataclasses.replace(spec, places=places, language='en" onload="window.hacked=4')
    watch = opened(page, evil, tmp_path)
    assert page.evaluate("window.hacked") is None
    assert watch.faults == []


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_labels_do_not_cover_each_other_signs_or_the_edge(
    page: Page, spec: MapSpec, tmp_path: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, spec, tmp_path)
    boxes = page.locator(".dl-layer-names .dl-label:has(text)").evaluate_all(
        """nodes => nodes.map(n => Array.from(n.querySelectorAll('text'))
             .map(t => t.getBoundingClientRect())
             .map(r => [r.left + 1, r.top + 3, r.right - 1, r.bottom - 3]))"""
    )
    frame = page.locator(".dl-map").bounding_box()
    signs = page.locator(".dl-pin-story .dl-sign-shape, .dl-pin-stop .dl-sign-shape").evaluate_all(
        """nodes => nodes.map(n => n.getBoundingClientRect())
             .map(r => [r.left, r.top, r.right, r.bottom])"""
    )
    assert frame is not None
    assert len(boxes) > 4
    for index, label in enumerate(boxes):
        for box in label:
            assert frame["x"] <= box[0]
            assert box[2] <= frame["x"] + frame["width"]
            assert frame["y"] <= box[1]
            assert box[3] <= frame["y"] + frame["height"]
            for other in [*[b for later in boxes[index + 1 :] for b in later], *signs]:
                assert not meet(box, other), (box, other)


@pytest.mark.parametrize(
    "text",
    [
        """A convoy left Lviv on Monday and reached Kharkiv on Wednesday.
        Kharkiv lies just 20 miles from the Russian border.""",
        "A ship sailed from Tromsø. The town of Barentsburg lies 25 miles west of Longyearbyen.",
    ],
)
def test_the_disc_of_a_measured_line_covers_no_name(page: Page, tmp_path: Path, text: str) -> None:
    services = wiring.services()
    spec = make_spec(analyse(Source(text=text), services), wiring.basemap(), services.gazetteer)
    opened(page, spec, tmp_path)
    discs, names = (
        page.locator(chosen).evaluate_all(
            """nodes => nodes.map(n => n.getBoundingClientRect())
                 .map(r => [r.left + 1, r.top + 3, r.right - 1, r.bottom - 3])"""
        )
        for chosen in (".dl-map-disc circle", ".dl-label:not(.dl-map-disc) text")
    )
    assert discs
    assert not [(disc, name) for disc in discs for name in names if meet(disc, name)]


def meet(one: list[float], other: list[float]) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def test_a_card_shows_what_it_is_about(page: Page, spec: MapSpec, tmp_path: Path) -> None:
    opened(page, spec, tmp_path)
    page.locator(".dl-claim").nth(1).click()
    assert page.locator(".dl-route.dl-chosen").count() == 1
    assert page.locator(".dl-claim[aria-pressed=true]").count() == 1
    page.locator(".dl-pin-story").first.focus()
    page.keyboard.press("Enter")
    note = page.locator(".dl-popup")
    assert "The train left Pyongyang on Sunday evening" in note.inner_text().replace("\n", " ")
    page.keyboard.press("Escape")
    note.wait_for(state="detached")


def test_dark_paper_and_phone_have_their_own_looks(
    browser: Browser, spec: MapSpec, tmp_path: Path
) -> None:
    context = browser.new_context(color_scheme="dark", viewport={"width": 390, "height": 844})
    page = context.new_page()
    opened(page, spec, tmp_path)
    paper = "getComputedStyle(document.querySelector('.dateline')).backgroundColor"
    assert page.evaluate(paper) == "rgb(20, 23, 26)"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    sizes = page.locator(".dl-layer text, .dl-furniture text").evaluate_all(
        "nodes => nodes.map(n => parseFloat(getComputedStyle(n).fontSize))"
    )
    assert min(sizes) >= 11
    page.emulate_media(media="print")
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    context.close()


def test_shows_the_story_where_scripts_are_blocked(
    browser: Browser, spec: MapSpec, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    path = tmp_path / "map.html"
    path.write_text(render_page(spec), encoding="utf-8")
    watch = Watch(page)
    page.goto(path.as_uri())
    assert page.get_by_role("heading", level=1).inner_text() == stories.TITLE
    assert "2 of 3" in page.locator(".dl-result").inner_text()
    drawing = page.locator(".dl-fit:visible").bounding_box()
    assert drawing is not None
    assert drawing["height"] > 300
    assert page.locator(".dl-claim").count() == 3
    drawn = "".join(page.locator(".dl-map-fallback svg text").all_text_contents())
    assert "Pyongyang" in drawn
    assert "Scripts are blocked here" in page.locator("body").inner_text()
    assert watch.faults == []
    context.close()


@pytest.mark.parametrize("how", ["file", "data"])
def test_stands_in_a_frame_without_rights_and_tells_its_height(
    page: Page, spec: MapSpec, tmp_path: Path, how: str
) -> None:
    whole = render_page(spec)
    (tmp_path / "map.html").write_text(whole, encoding="utf-8")
    snippet = embed_snippet(data_uri(whole) if how == "data" else "map.html", spec.title)
    outer = tmp_path / "story.html"
    outer.write_text(f"<!DOCTYPE html><meta charset=utf-8><p>Before {snippet}", encoding="utf-8")
    page.goto(outer.as_uri())
    frame = page.locator("iframe").content_frame
    frame.locator(".dl-layer-names text").first.wait_for(state="attached")
    page.wait_for_timeout(300)
    own = frame.locator("body").bounding_box()
    shown = page.locator("iframe").bounding_box()
    assert own is not None
    assert shown is not None
    assert shown["height"] != 720
    assert abs(own["height"] - shown["height"]) < 4


def test_mounts_in_a_shadow_root_keeps_its_view_and_tells_what_was_picked(
    page: Page, spec: MapSpec, tmp_path: Path
) -> None:
    opened(page, spec, tmp_path)
    told = page.evaluate(
        """spec => {
          const host = document.createElement('div');
          document.body.prepend(host);
          const inside = document.createElement('div');
          host.attachShadow({mode: 'open'}).append(inside);
          const told = [];
          const options = {parts: ['map', 'claims'], onSelect: picked => told.push(picked)};
          const view = window.Dateline.mount(inside, spec, options);
          inside.querySelector('.dl-claim').click();
          const known = view.select('t4');
          const unknown = view.select('nothing');
          view.update(spec);
          const drawn = inside.querySelectorAll('.dl-pin').length;
          view.destroy();
          return {told, known, unknown, drawn, left: inside.childElementCount};
        }""",
        msgspec.to_builtins(spec),
    )
    assert told["told"] == [{"id": "claim-1", "kind": "claim", "refs": ["c1"]}]
    assert told["known"] is True
    assert told["unknown"] is False
    assert told["drawn"] == len(spec.places) - 1  # Moscow lies outside
    assert told["left"] == 0
