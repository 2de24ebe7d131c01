"""Who goes where, in a real browser: the list, its lines on the map, its words."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from geo.contracts import Evidence, LegStatus, Mode
from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from tests.maps import stories

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

    from geo.contracts import Analysis, Leg

pytestmark = pytest.mark.browser

FLIPPED = "\u202eevil <b onclick=x>name</b>"
WIDTHS = [390, 820, 1280]


def story(traveller: str = "The leader") -> Analysis:
    """One journey under way, one planned along a way of its own, one called off, one to a land."""
    told = stories.train()
    first = next(iter(told.legs))
    land = stories.place("Japan", 138.0, 36.0, feature_class="A", feature_code="PCLI")
    legs = (
        dataclasses.replace(first, traveller=traveller),
        _leg(first, "leg2", "A choir", LegStatus.PLANNED, words="expected on Tuesday"),
        _leg(first, "leg3", "Ana Berg", LegStatus.CANCELLED, words="The 683 miles"),
        _leg(
            first,
            "leg4",
            "Ivo Lenz",
            LegStatus.HAPPENED,
            destination=dataclasses.replace(first.destination, place=land),  # type: ignore[type-var]
        ),
    )
    back = dataclasses.replace(told.routes[0], leg_id="leg2")
    back = dataclasses.replace(back, geometry=back.geometry.simplify(0.5), waypoints=())
    journey = dataclasses.replace(told.itineraries[0], legs=legs)
    return dataclasses.replace(told, itineraries=(journey,), routes=(*told.routes, back))


def _leg(first: Leg, ident: str, who: str, status: LegStatus, **more: Any) -> Leg:
    words = more.pop("words", "")
    evidence = (Evidence(reason="says so", span=stories.span(words)),) if words else ()
    changes = {"mode": Mode.RAIL, "evidence": evidence, "departed": None, "arrived": None, **more}
    return dataclasses.replace(first, id=ident, traveller=who, status=status, **changes)


def written(folder: Path, analysis: Analysis) -> str:
    spec = make_spec(
        analysis, stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )
    path = folder / "map.html"
    path.write_text(render_page(spec), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def shown(page: Page, tmp_path: Path) -> Page:
    page.goto(written(tmp_path, story()))
    page.locator(".dl-layer-names text").first.wait_for(state="attached")
    return page


def line_of(page: Page, number: int) -> Locator:
    """Find the line on the map of the n-th way."""
    return page.locator(".dl-map path.dl-route").nth(number)


def journey(page: Page, number: int) -> Locator:
    return page.locator(".dl-journey").nth(number)


def test_each_journey_is_told_with_its_status_and_a_piece_of_its_line(shown: Page) -> None:
    assert shown.locator(".dl-journey-way").all_inner_texts() == [
        (
            "The leader, by rail, from Pyongyang to Vladivostok; left Sunday evening, "
            "expected Tuesday or Wednesday"
        ),
        "A choir, by rail, from Pyongyang to Vladivostok",
        "Ana Berg, by rail, from Pyongyang to Vladivostok",
        "Ivo Lenz, by rail, from Pyongyang to somewhere in Japan",
    ]
    assert shown.locator(".dl-journey-status").all_inner_texts() == [
        "under way",
        "planned",
        "did not take place",
        "the article says it happened; not drawn, for an end is no single place",
    ]
    marks = [one.inner_html() for one in shown.locator(".dl-journey-mark").all()]
    assert "dl-route-made" in marks[0]
    assert "dl-route-planned" in marks[1]
    assert "✕" in marks[2]
    assert marks[3] == ""
    assert shown.locator(".dl-map path.dl-route").count() == 2


def test_a_click_lights_line_and_words(shown: Page) -> None:
    journey(shown, 1).click()
    expect(journey(shown, 1)).to_have_attribute("aria-pressed", "true")
    assert "dl-chosen" in str(line_of(shown, 1).get_attribute("class"))
    assert "dl-chosen" not in str(line_of(shown, 0).get_attribute("class"))
    lit = shown.locator(".dl-mark.dl-chosen").all_inner_texts()
    assert lit == ["expected on Tuesday"]
    journey(shown, 2).click()  # it has no line, and still its words
    assert shown.locator(".dl-map path.dl-chosen").count() == 0
    assert "The 683 miles" in shown.locator(".dl-mark.dl-chosen").all_inner_texts()


def test_pointing_lights_for_as_long_as_it_lasts_and_moves_nothing(shown: Page) -> None:
    before = shown.locator(".dl-map .leaflet-map-pane").get_attribute("style")
    journey(shown, 1).hover()
    assert "dl-lit" in str(line_of(shown, 1).get_attribute("class"))
    assert shown.locator(".dl-mark.dl-lit").all_inner_texts() == ["expected on Tuesday"]
    assert shown.locator(".dl-map .leaflet-map-pane").get_attribute("style") == before
    shown.locator(".dl-title").hover()
    assert shown.locator(".dl-lit").count() == 0


def test_words_and_lines_lead_back_to_the_journey(shown: Page) -> None:
    shown.locator(".dl-mark", has_text="The train left").first.hover()
    assert shown.locator(".dl-journey.dl-lit").count() == 1
    shown.locator(".dl-mark", has_text="expected on Tuesday").first.click()
    expect(journey(shown, 1)).to_have_attribute("aria-pressed", "true")
    shown.locator(".dl-map path.dl-grip").first.dispatch_event("click")
    expect(shown.locator(".dl-journey.dl-chosen")).to_have_count(1)
    assert "dl-chosen" in str(journey(shown, 0).get_attribute("class"))


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_does_what_the_mouse_does(shown: Page, key: str) -> None:
    journey(shown, 0).focus()
    assert "dl-lit" in str(line_of(shown, 0).get_attribute("class"))
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.dataset.id") == "journey-2"
    assert "dl-lit" in str(line_of(shown, 1).get_attribute("class"))
    shown.keyboard.press(key)
    expect(journey(shown, 1)).to_have_attribute("aria-pressed", "true")


def context(browser: Browser, width: int, **more: Any) -> BrowserContext:
    return browser.new_context(
        viewport={"width": width, "height": 800}, offline=True, reduced_motion="reduce", **more
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_list_fits_every_window_with_and_without_scripts(
    browser: Browser, tmp_path: Path, width: int, *, scripts: bool
) -> None:
    made = context(browser, width, java_script_enabled=scripts)
    page = made.new_page()
    page.goto(written(tmp_path, story("Llan" * 40)))
    page.locator(".dl-journey").first.wait_for()
    assert page.locator(".dl-journey-status").all_inner_texts()[:2] == ["under way", "planned"]
    assert page.locator(".dl-journey-mark .dl-route").count() == 2
    boxes = [one.bounding_box() for one in page.locator(".dl-journey-body").all()]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
    made.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_name_that_runs_backwards_turns_nothing_else_round(
    browser: Browser, tmp_path: Path, *, scripts: bool
) -> None:
    made = context(browser, 1280, java_script_enabled=scripts)
    page = made.new_page()
    page.goto(written(tmp_path, story(FLIPPED)))
    way = page.locator(".dl-journey-way").first
    assert way.locator("bdi").first.evaluate("node => node.textContent") == FLIPPED
    assert way.locator("bdi *").count() == 0
    assert page.locator("[onclick]").count() == 0
    # The comma after the name stands behind it, and the words go on from left to right.
    tops = way.evaluate(
        """node => [...node.childNodes].slice(0, 2).map(part => {
          const range = document.createRange();
          range.selectNodeContents(part);
          const box = [...range.getClientRects()].at(part.nodeType === 3 ? 0 : -1);
          return [box.left, box.right, box.top];
        })"""
    )
    (_, name_ends, name_top), (words_begin, _, words_top) = tops
    assert words_top > name_top + 8 or words_begin >= name_ends - 1
    made.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scripts", [True, False])
def test_axe_finds_nothing_in_the_list(
    browser: Browser, tmp_path: Path, scheme: Any, *, scripts: bool
) -> None:
    made = context(browser, 820, color_scheme=scheme)
    page = made.new_page()
    uri = written(tmp_path, story())
    if not scripts:
        path = tmp_path / "map.html"
        whole = path.read_text(encoding="utf-8")
        path.write_text(whole[: whole.index("<script")], encoding="utf-8")
    page.goto(uri)
    page.locator(".dl-journey").first.wait_for()
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    made.close()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("figures", "under"), [(True, True), (False, False)])
def test_the_list_stands_where_there_is_room(
    browser: Browser, tmp_path: Path, *, figures: bool, under: bool, scripts: bool
) -> None:
    told = story() if figures else dataclasses.replace(story(), claims=(), checks=())
    made = context(browser, 1280, java_script_enabled=scripts)
    page = made.new_page()
    page.goto(written(tmp_path, told))
    page.locator(".dl-journey").first.wait_for()
    places = (page.locator(name).first.bounding_box() for name in (".dl-map", ".dl-journeys"))
    on_map, listed = (box for box in places if box)
    if under:
        assert listed["y"] >= on_map["y"] + on_map["height"]
        assert listed["x"] == pytest.approx(on_map["x"], abs=1)
    else:
        assert listed["x"] >= on_map["x"] + on_map["width"]
    made.close()
