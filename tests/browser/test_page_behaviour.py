"""How the map of a page answers fingers, wheel and keys, and what it shows while it does."""

from __future__ import annotations

import base64
import dataclasses
import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from geo.contracts import Leg, LegStatus, Mode, Route, RouteKind
from geo.maps.build.article_map import make_spec
from geo.maps.page.embed import embed_snippet
from geo.maps.page.html import render_page
from geo.maps.page.tiles import tiles_of
from tests.browser.crowd import until
from tests.maps import stories

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Frame, Locator, Page

    from geo.contracts import Analysis
    from geo.maps.spec.model import MapSpec

pytestmark = pytest.mark.browser


def spec_of(story: Analysis) -> MapSpec:
    return make_spec(story, stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24))


def written(folder: Path, story: Analysis | None = None) -> str:
    """Write a page; its address comes out."""
    path = folder / "map.html"
    path.write_text(render_page(spec_of(story or stories.train())), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 760}, offline=True, reduced_motion="reduce"
    )
    yield context
    context.close()


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    return page


def with_ways(story: Analysis, *more: tuple[Leg, Route]) -> Analysis:
    legs = (*story.legs, *(leg for leg, _ in more))
    journey = dataclasses.replace(story.itineraries[0], legs=legs)
    routes = (*story.routes, *(route for _, route in more))
    return dataclasses.replace(story, itineraries=(journey,), routes=routes)


def straight(story: Analysis, name: str, **facts: Any) -> tuple[Leg, Route]:
    """Make a leg whose way is not known, and the straight line in its stead."""
    leg = dataclasses.replace(next(iter(story.legs)), id=name, traveller=name, **facts)
    line = shapely.LineString([(126.0, 40.0), (130.0, 43.0)])
    route = dataclasses.replace(
        story.routes[0],
        leg_id=name,
        kind=RouteKind.GEODESIC,
        geometry=shapely.affinity.translate(line, 0, 0.2 * len(name)),
        waypoints=(),
    )
    return leg, route


def test_the_journey_tells_its_times_and_says_what_is_no_known_way(
    context: BrowserContext, tmp_path: Path
) -> None:
    story = stories.train()
    story = with_ways(
        story,
        straight(story, "Walkers", mode=Mode.FOOT, departed=None),
        straight(story, "Dreamers", status=LegStatus.HYPOTHETICAL),
    )
    page = opened(context, written(tmp_path, story))
    page.clock.install()
    page.get_by_role("button", name="Play the journey").click()
    said = page.locator(".dl-hint")
    told = [said.inner_text()]
    for _ in range(40):
        page.clock.run_for(500)
        if said.inner_text() not in told:
            told.append(said.inner_text())
    assert told[0] == "The leader: Pyongyang to Vladivostok, left Sunday evening"
    assert told[1] == "The leader: Pyongyang to Vladivostok, expected Tuesday or Wednesday"
    walkers = "Walkers: Pyongyang to Vladivostok"
    assert told[2] == f"{walkers}. The way taken is not known: a straight line stands for it."
    assert told[3].startswith(f"{walkers}, expected Tuesday or Wednesday")
    assert told[4] == "One journey that is only possible was left out"
    assert not any("Dreamers" in words for words in told)


@pytest.mark.parametrize("width", [360, 700, 1280])
def test_a_note_lies_inside_the_map_beside_the_tools(
    context: BrowserContext, tmp_path: Path, width: int
) -> None:
    page = opened(context, written(tmp_path))
    page.set_viewport_size({"width": width, "height": 760})
    page.wait_for_timeout(200)
    for pin in page.locator(".dl-pin-story, .dl-pin-stop").all():
        pin.focus()
        page.keyboard.press("Enter")
        note, tools, whole = (
            box_of(page.locator(name)) for name in (".dl-popup", ".dl-buttons", ".dl-map")
        )
        assert not meet(note, tools)
        page.get_by_role("button", name="Play the journey").click()
        assert not meet(note, box_of(page.locator(".dl-hint-shown")))
        page.get_by_role("button", name="Stop the journey").click()
        assert whole[0] <= note[0]
        assert whole[1] <= note[1]
        assert note[2] <= whole[2]
        assert note[3] <= whole[3]
        assert note[3] - note[1] >= 80


def box_of(thing: Locator) -> tuple[float, float, float, float]:
    box = thing.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def test_every_place_is_reached_by_tab_with_its_name_and_escape_closes(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = opened(context, written(tmp_path, with_region(stories.train())))
    page.locator(".dl-map").focus()
    names = []
    for _ in range(12):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label') || ''"))
        if "Northern Province" in names[-1]:
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for name in (
        "Pyongyang, left Sunday evening",
        "Tumangang – Khasan, border",
        "Northern Province",
    ):
        assert any(name in heard for heard in names), (name, names)
    word = page.locator(".dl-mark-place").first
    word.focus()
    page.keyboard.press("Enter")
    assert page.locator(".dl-popup").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".dl-popup").count() == 0
    assert word.evaluate("node => node === document.activeElement")


def with_region(story: Analysis) -> Analysis:
    shape = shapely.box(121.0, 42.5, 128.5, 46.0)
    region = stories.place(
        "Northern Province",
        124.5,
        44.0,
        feature_class="A",
        feature_code="ADM1",
        extent=shape,
    )
    geocodes = (*story.geocodes[:5], dataclasses.replace(story.geocodes[5], place=region))
    toponyms = (
        *story.toponyms[:5],
        dataclasses.replace(story.toponyms[5], sense=story.toponyms[0].sense),
    )
    return dataclasses.replace(story, geocodes=geocodes, toponyms=toponyms)


def test_a_regions_name_stands_inside_it(context: BrowserContext, tmp_path: Path) -> None:
    page = opened(context, written(tmp_path, with_region(stories.train())))
    name = box_of(page.locator(".dl-layer-names text", has_text="Northern Province"))
    outline = box_of(page.locator(".dl-region"))
    assert outline[0] < name[0]
    assert outline[1] < name[1]
    assert name[2] < outline[2]
    assert name[3] < outline[3]
    assert page.locator(".dl-t-region").count() == 1


ZOOM = "() => document.querySelector('.dl-basemap g').getAttribute('transform')"


@pytest.fixture(params=["page", "frame"])
def place_of(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[BrowserContext], Any]:
    """Open the map at the top, or in a frame of a longer page."""

    def make(context: BrowserContext) -> tuple[Page, Frame]:
        address = written(tmp_path)
        if request.param == "page":
            page = opened(context, address)
            return page, page.main_frame
        outer = tmp_path / "story.html"
        outer.write_text(
            "<!DOCTYPE html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
            f"<p>Before {embed_snippet('map.html', 'A map')}<p style='height:3000px'>After",
            encoding="utf-8",
        )
        page = context.new_page()
        page.goto(outer.as_uri())
        frame = page.frame(url="**/map.html")
        assert frame is not None
        frame.locator(".dl-layer-names text").first.wait_for(state="attached")
        page.wait_for_timeout(300)
        return page, frame

    return make


def test_the_wheel_scrolls_and_with_control_it_zooms(
    context: BrowserContext, place_of: Callable[[BrowserContext], Any]
) -> None:
    page, frame = place_of(context)
    x, y = middle(frame)
    page.mouse.move(x, y)
    before = frame.evaluate(ZOOM)
    page.mouse.wheel(0, 120)
    until(page, "scrollY > 60")
    scrolled = at_rest(page)
    assert frame.evaluate(ZOOM) == before
    assert "Hold Ctrl" in frame.locator(".dl-hint").inner_text()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    until(frame, f"({ZOOM})() !== {json.dumps(before)}")
    assert at_rest(page) == scrolled


def at_rest(page: Page) -> float:
    """Wait until the page has stopped scrolling; where it stands then."""
    return float(
        page.evaluate(
            """async () => {
                 let before = -1;
                 while (before !== scrollY) {
                   before = scrollY;
                   await new Promise((then) => setTimeout(then, 250));
                 }
                 return scrollY;
               }"""
        )
    )


def test_the_whole_story_is_shown_again_without_steps_on_the_way(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = opened(context, written(tmp_path))
    page.get_by_role("button", name="Zoom in").click()
    drawn = page.evaluate(
        """() => {
             const layer = document.querySelector(".dl-layer-names");
             let drawn = 0;
             const seen = new MutationObserver((changes) => {
               for (const { addedNodes } of changes) drawn += addedNodes.length;
             });
             seen.observe(layer, { childList: true });
             document.querySelector("[aria-label='Show the whole story']").click();
             for (const { addedNodes } of seen.takeRecords()) drawn += addedNodes.length;
             return [drawn, layer.childElementCount];
           }"""
    )
    assert drawn[0] == drawn[1] > 0


def test_one_finger_scrolls_the_page_and_two_move_the_map(
    browser: Browser, place_of: Callable[[BrowserContext], Any]
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True, offline=True
    )
    page, frame = place_of(context)
    x, y = middle(frame)
    fingers = Fingers(page)
    before = frame.evaluate(ZOOM)
    fingers.drag([(x, y)], (0, -150))
    until(page, "scrollY > 60")
    scrolled = at_rest(page)
    assert frame.evaluate(ZOOM) == before
    assert "two fingers" in frame.locator(".dl-hint").inner_text()
    x, y = middle(frame)
    fingers.drag([(x - 40, y), (x + 40, y)], (60, 0))
    until(frame, f"({ZOOM})() !== {json.dumps(before)}")
    assert at_rest(page) == scrolled
    context.close()


def middle(frame: Frame) -> tuple[float, float]:
    box = box_of(frame.locator(".dl-map"))
    return (box[0] + box[2]) / 2, (box[1] + min(box[3], 700)) / 2


class Fingers:
    """Touches as a screen sends them."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)

    def drag(self, at: list[tuple[float, float]], by: tuple[float, float]) -> None:
        steps = 12
        for step in range(steps + 1):
            points = [
                {"x": x + by[0] * step / steps, "y": y + by[1] * step / steps, "id": number}
                for number, (x, y) in enumerate(at)
            ]
            kind = "touchMove" if step else "touchStart"
            self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        self.session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_phone_keeps_the_numbers_of_the_claims_where_the_words_find_no_room(
    browser: Browser, tmp_path: Path
) -> None:
    story = stories.train()
    leg, route = straight(story, "leg1", mode=Mode.SEA)
    journey = dataclasses.replace(story.itineraries[0], legs=(leg,))
    story = dataclasses.replace(story, itineraries=(journey,), routes=(route,))
    context = browser.new_context(
        viewport={"width": 320, "height": 700}, has_touch=True, is_mobile=True, offline=True
    )
    page = opened(context, written(tmp_path, story))
    drawn = page.locator(".dl-map-disc").all_text_contents()
    assert sorted(drawn) == ["1", "2", "3"]
    button = box_of(page.get_by_role("button", name="Zoom in"))
    assert button[2] - button[0] >= 36
    context.close()


def test_paper_has_everything_and_nothing_is_cut(context: BrowserContext, tmp_path: Path) -> None:
    page = opened(context, written(tmp_path))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1032})  # A4 with margins of 12 mm
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_timeout(200)
    shown = page.locator("body").inner_text()
    told = ("just 80 miles", "miles taken for kilometres", "Sources", "text 0123456789abcdef")
    for words in told:
        assert words.casefold() in shown.casefold()
    assert page.evaluate("document.documentElement.scrollWidth") <= 703
    assert not page.locator(".dl-buttons").is_visible()
    whole = box_of(page.locator(".dl-map"))
    for name in page.locator(".dl-layer-names text").all():
        assert whole[2] >= box_of(name)[2]
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    assert page.pdf(format="A4").startswith(b"%PDF")


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize("there", [True, False])
def test_a_street_map_is_fetched_from_its_host_alone_and_missed_in_words(
    browser: Browser, tmp_path: Path, *, there: bool
) -> None:
    path = tmp_path / "map.html"
    page_text = render_page(spec_of(stories.train()), tiles=tiles_of("osm"))
    path.write_text(page_text, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 760})
    asked = []

    def answer(route: Any) -> None:
        asked.append(route.request.url)
        route.fulfill(body=PNG, content_type="image/png") if there else route.abort()

    context.route(re.compile("^https?:"), answer)
    page = opened(context, path.as_uri())
    page.wait_for_timeout(500)
    assert asked
    tile = re.compile(r"https://tile\.openstreetmap\.org/\d+/\d+/\d+\.png")
    assert all(tile.fullmatch(url) for url in asked)
    names = set(page.locator(".dl-layer-names text").all_text_contents())
    assert "Pyongyang" in names
    assert ("NORTH KOREA" in names) is not there
    assert "© OpenStreetMap contributors" in page.locator(".dl-credits").inner_text()
    button = page.get_by_role("button", name="Street map (needs the network)")
    assert button.get_attribute("aria-pressed") == str(there).lower()
    if there:
        button.click()
        assert "NORTH KOREA" in page.locator(".dl-layer-names text").all_text_contents()
    else:
        said = page.locator(".dl-hint").inner_text()
        assert "No street map came from tile.openstreetmap.org" in said
    context.close()
