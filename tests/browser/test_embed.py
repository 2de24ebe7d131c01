"""The snippet inside other people's pages: strict editors, strict policies, street maps."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from geo.maps.build.article_map import make_spec
from geo.maps.page.embed import data_uri, embed_snippet, script_snippet
from geo.maps.page.html import render_page
from geo.maps.page.tiles import tiles_of
from tests.browser.crowd import DAY
from tests.browser.test_page_behaviour import PNG
from tests.maps import stories

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

SITE = "https://paper.example"
_STYLE, _SCRIPT, _FRAME = (
    re.compile(rule, re.DOTALL)
    for rule in (r' style="[^"]*"', r"<script>.*?</script>", r"<iframe.*?</iframe>")
)


@cache
def page_text(*, tiles: bool) -> str:
    spec = make_spec(stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=DAY)
    return render_page(spec, tiles=tiles_of("osm") if tiles else None)


def site(browser: Browser, snippet: str, *, policy: str = "", tiles: bool = False) -> Page:
    """Serve a story with the snippet in a column of 640 pixels, the map beside it, and tiles.

    The server of the tiles refuses whoever does not say where they stand.
    """
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    story = f"<!DOCTYPE html><title>A story</title><body><div class=column>{snippet}</div>"

    def answer(route: Route) -> None:
        asked = route.request
        if asked.url.startswith(f"{SITE}/map.html"):
            route.fulfill(body=page_text(tiles=tiles), content_type="text/html")
        elif asked.url.startswith(f"{SITE}/column.css"):
            route.fulfill(body=".column {width: 640px}", content_type="text/css")
        elif asked.url.startswith(SITE):
            head = {"Content-Security-Policy": policy} if policy else {}
            text = story.replace("<body>", "<link rel=stylesheet href=column.css><body>")
            route.fulfill(body=text, content_type="text/html", headers=head)
        elif asked.headers.get("referer", "").startswith(SITE):
            route.fulfill(body=PNG, content_type="image/png")
        else:
            route.fulfill(status=403, body="Who asks?")

    context.route(re.compile("^https:"), answer)
    page = context.new_page()
    page.goto(f"{SITE}/story")
    return page


def frame_size(page: Page) -> tuple[float, float]:
    box = page.locator("iframe").bounding_box()
    assert box is not None
    return box["width"], box["height"]


@pytest.mark.parametrize(
    ("cut", "policy"),
    [
        ([_STYLE, _SCRIPT], ""),
        ([], "default-src 'self'"),
        ([_STYLE, _SCRIPT], "default-src 'self'"),
    ],
)
def test_a_strict_editor_or_policy_leaves_the_map_wide_and_high(
    browser: Browser, cut: list[re.Pattern[str]], policy: str
) -> None:
    snippet = embed_snippet("map.html", "A journey")
    for rule in cut:
        snippet = rule.sub("", snippet)
    page = site(browser, snippet, policy=policy)
    page.locator("iframe").content_frame.locator(".dl-map").wait_for()
    assert frame_size(page) == (640, 720)
    page.context.close()


def test_where_the_frame_is_taken_away_a_link_is_left(browser: Browser) -> None:
    snippet = _FRAME.sub("", embed_snippet("map.html", 'A "journey" <b>'))
    page = site(browser, snippet)
    page.get_by_role("link", name='Map: A "journey" <b>').click()
    page.locator(".dl-map.leaflet-container").wait_for()
    assert page.url == f"{SITE}/map.html"
    page.context.close()
    # A script makes a frame of such a link; without it the link stays.
    page = site(browser, script_snippet("map.html", 'A "journey" <b>'))
    page.locator("iframe").content_frame.locator(".dl-map").wait_for()
    assert page.locator("iframe").get_attribute("title") == 'Map: A "journey" <b>'
    assert frame_size(page)[0] == 640
    page.context.close()


def test_a_map_in_a_tab_that_is_opened_later_is_drawn(browser: Browser) -> None:
    hidden = f"<div id=tab style='display:none'>{embed_snippet('map.html', 'A journey')}</div>"
    page = site(browser, hidden.replace(' loading="lazy"', ""))
    inside = page.locator("iframe").content_frame
    inside.locator(".dl-map").wait_for(state="attached")
    page.evaluate("document.getElementById('tab').style.display = 'block'")
    inside.locator(".dl-layer-names text", has_text="Vladivostok").wait_for(state="attached")
    box = inside.locator(".dl-map").bounding_box()
    assert box is not None
    assert box["height"] > 300
    page.context.close()


def test_a_map_inside_its_address_has_no_link_that_leads_nowhere() -> None:
    assert "<a " not in embed_snippet(data_uri("<p>"), "A journey")


def test_a_street_map_comes_in_a_frame_too(browser: Browser) -> None:
    page = site(browser, embed_snippet("map.html", "A journey", has_tiles=True), tiles=True)
    inside = page.locator("iframe").content_frame
    inside.locator(".dl-tile .leaflet-tile-loaded").first.wait_for(state="attached")
    button = inside.get_by_role("button", name="Street map (needs the network)")
    assert button.get_attribute("aria-pressed") == "true"
    page.context.close()


@pytest.mark.parametrize("offline", [True, False])
def test_what_is_said_of_a_missing_street_map_is_true(browser: Browser, *, offline: bool) -> None:
    page = site(browser, embed_snippet("map.html", "A journey"), tiles=True)
    frame: Any = page.locator("iframe").content_frame
    if offline:
        page.context.set_offline(offline=True)
        frame.get_by_role("button", name="Street map (needs the network)").click()
        frame.locator(".dl-hint", has_text="needs the network, which is not there").wait_for()
    else:
        frame.locator(".dl-hint", has_text="it refuses pages that do not tell it").wait_for()
        frame.locator(".dl-hint", has_text="tile.openstreetmap.org").wait_for()
    page.context.close()
