"""What a reader can do with the map of a page, by mouse and by keyboard."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.geodesy import distance_m
from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from tests.maps import stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from geo.contracts import Place

pytestmark = pytest.mark.browser


@pytest.fixture(params=["reduce", "no-preference"])
def motion(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser, tmp_path: Path, motion: str) -> Iterator[Page]:
    spec = make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )
    path = tmp_path / "map.html"
    path.write_text(render_page(spec), encoding="utf-8")
    context = browser.new_context(
        viewport={"width": 1280, "height": 760},
        offline=True,
        reduced_motion=motion,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    yield page
    context.close()


def middle_of(page: Page, place: str) -> tuple[float, float]:
    box = page.get_by_role("button", name=place).locator("svg").first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def apart_km(one: Place, other: Place) -> float:
    return distance_m(one.lon, one.lat, other.lon, other.lat) / 1000


@pytest.mark.parametrize("motion", ["reduce"], indirect=True)
def test_measures_along_the_ellipsoid(page: Page) -> None:
    button = page.get_by_role("button", name="Measure a distance")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    page.mouse.click(*middle_of(page, "Pyongyang, left"))
    page.mouse.click(*middle_of(page, "Vladivostok, expected"))
    said = page.locator(".dl-hint").inner_text()
    found = re.fullmatch(r"(\d+) km · (\d+) mi in a straight line", said)
    assert found is not None
    true_km = apart_km(stories.PYONGYANG, stories.VLADIVOSTOK)
    assert float(found[1]) == pytest.approx(true_km, abs=3)  # a pixel is about a kilometre
    assert page.locator(".dl-ruler").get_attribute("d")
    assert page.locator(".dl-popup").count() == 0
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-pressed") == "false"
    assert page.locator(".dl-ruler").count() == 0


@pytest.mark.parametrize("motion", ["reduce"], indirect=True)
def test_measures_by_keyboard(page: Page) -> None:
    page.get_by_role("button", name="Measure a distance").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(100)
    page.keyboard.press("Enter")
    assert "in a straight line" in page.locator(".dl-hint").inner_text()


# In how many places the dot is seen, frame by frame.
PLACES_IN_200_MS = """() => new Promise((done) => {
  const seen = new Set();
  const start = performance.now();
  const look = () => {
    const { x, y } = document.querySelector(".dl-runner").getBoundingClientRect();
    seen.add(`${x} ${y}`);
    if (performance.now() - start < 200) requestAnimationFrame(look);
    else done(seen.size);
  };
  look();
})"""


def test_plays_the_journey_and_stops(page: Page, motion: str) -> None:
    page.get_by_role("button", name="Play the journey").focus()
    page.keyboard.press("Enter")
    dot = page.locator(".dl-runner")
    assert "Vladivostok, left Sunday evening" in page.locator(".dl-hint").inner_text()
    start = dot.bounding_box()
    page.wait_for_timeout(1300)
    later = dot.bounding_box()
    assert start is not None
    assert later is not None
    assert (start["x"], start["y"]) != (later["x"], later["y"])
    if motion == "reduce":  # it stands until the next stop, which it may reach just then
        assert page.evaluate(PLACES_IN_200_MS) <= 2
    page.get_by_role("button", name="Stop the journey").click()
    assert dot.count() == 0
    assert page.get_by_role("button", name="Play the journey").is_visible()
    page.get_by_role("button", name="Play the journey").click()
    page.locator(".dl-hint", has_text="Vladivostok, expected").wait_for(timeout=8_000)
    page.get_by_role("button", name="Play the journey").wait_for(timeout=6_000)


@pytest.mark.parametrize("motion", ["reduce"], indirect=True)
def test_nothing_is_offered_that_the_map_cannot_show(page: Page) -> None:
    # Moscow, only mentioned, lies outside this map.
    assert page.get_by_role("button", name="Show places that are only mentioned").count() == 0


@pytest.mark.parametrize("motion", ["reduce"], indirect=True)
def test_places_only_mentioned_show_when_asked_for(page: Page, tmp_path: Path) -> None:
    story = stories.train()
    near = stories.place("Seoul", 126.9784, 39.6)
    geocodes = (*story.geocodes[:5], dataclasses.replace(story.geocodes[5], place=near))
    spec = make_spec(
        dataclasses.replace(story, geocodes=geocodes), stories.PlainBasemap(), stories.FewCities()
    )
    path = tmp_path / "mentioned.html"
    path.write_text(render_page(spec), encoding="utf-8")
    page.goto(path.as_uri())
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    sign = page.locator(".dl-pin-associative")
    assert not sign.is_visible()
    button = page.get_by_role("button", name="Show places that are only mentioned")
    button.click()
    assert sign.is_visible()
    # Under the pointer that has just pressed it, its sign must still stand out from its ground.
    colours = button.evaluate("(b) => [getComputedStyle(b).color, getComputedStyle(b).background]")
    assert colours[0] == "rgb(255, 255, 255)", colours
    assert "rgb(27, 26, 24)" in colours[1], colours
    # Nor do its words look like those of a place where something happens.
    words = page.locator(".dl-words .dl-mark", has_text="Moscow")
    assert words.first.evaluate("(word) => getComputedStyle(word).fontWeight") == "400"
    assert "Seoul" in page.locator(".dl-hint").inner_text()


def test_words_about_what_is_not_on_the_map_are_plain_words(
    browser: Browser, tmp_path: Path
) -> None:
    spec = make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )
    path = tmp_path / "map.html"
    path.write_text(render_page(dataclasses.replace(spec, places=(), routes=())), encoding="utf-8")
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(path.as_uri())
    page.locator(".dl-words").wait_for(timeout=5_000)
    assert not faults
    assert "Vladivostok" in page.locator(".dl-words").inner_text()
    page.close()
