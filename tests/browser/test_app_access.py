"""The app for everybody: axe finds nothing serious, keys are enough, large letters fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from tests.browser.serving import Visit, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("services")]

WRONG = "Madrid is 900 miles from Lisbon, he said. The parcel came from Birmingham."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(tmp_path_factory.mktemp("stories"))


def serious(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [
        (fault["id"], fault["nodes"][0]["html"][:200])
        for fault in found
        if fault["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_view(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    visit = Visit(context.new_page(), address)
    page = visit.page
    page.get_by_label("Text of the article").wait_for()
    assert not serious(page)
    visit.check(WRONG)
    page.locator(".todo-item").first.click()
    expect(page.locator(".behind")).to_be_visible()
    assert not serious(page)
    for words in (".dl-mark-claim", ".dl-mark-place"):
        page.locator(f".text {words}").first.click()
        page.locator(".behind").get_by_role("button", name="Correct it").click()
        page.locator(".st-key-card_close button").wait_for()
        expect(page.locator(".st-key-card [data-testid=stSkeleton]")).to_have_count(0)
        assert not serious(page)
        page.keyboard.press("Escape")
        page.locator(".st-key-card").wait_for(state="detached")
    visit.publish()
    assert not serious(page)
    # The main button can be read: ink and paper far apart.
    page.get_by_role("button", name="Back to the story").click()
    button = page.get_by_role("button", name="Publish")
    expect(button).to_be_enabled()
    ink, paper = (
        button.evaluate(f"node => getComputedStyle(node).{name}")
        for name in ("color", "backgroundColor")
    )
    apart = [abs(a - b) for a, b in zip(*(map(_brightness, (ink, paper))), strict=True)]
    assert min(apart) > 150
    # What changed between two versions is a table that is told as one.
    page.get_by_role("button", name="Edit text").click()
    page.get_by_label("Text of the article").wait_for()
    visit.check(WRONG.replace("Birmingham", "Leeds"))
    page.locator(".dl-claim").first.wait_for()
    page.get_by_role("button", name="Edit text").click()
    page.get_by_text("Earlier versions of this story").wait_for()
    page.locator("[data-test-script-state=notRunning]").wait_for()  # nothing moves any more
    page.get_by_text("Earlier versions of this story").click()
    page.get_by_role("button", name="What changed since").last.click()
    expect(page.get_by_role("columnheader", name="It is now").first).to_be_visible()
    assert not serious(page)
    context.close()


def _brightness(colour: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", colour)[:3]]


_PLACES = """
window.placed = {};
const note = () => {
  for (const button of document.querySelectorAll('.st-key-masthead button')) {
    if (!button.checkVisibility()) continue;
    const left = Math.round(button.getBoundingClientRect().x);
    (window.placed[button.textContent] ??= new Set()).add(left);
  }
  requestAnimationFrame(note);
};
note();
"""


def test_a_button_that_is_shown_stays_where_it_is(browser: Browser, address: str) -> None:
    # One that moves between the press and the release of the mouse swallows the click.
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    visit = Visit(context.new_page(), address)
    page = visit.page
    visit.check(WRONG)
    page.locator(".todo-item").first.wait_for()
    page.evaluate(_PLACES)
    for _ in range(3):
        visit.publish()
        page.get_by_role("button", name="Back to the story").click()
        page.get_by_role("button", name="Edit text").click()
        page.get_by_label("Text of the article").wait_for()
        page.get_by_role("button", name="Back to the story").click()
        page.locator(".todo-item").first.wait_for()
    placed = page.evaluate(
        "Object.fromEntries(Object.entries(window.placed).map(([name, at]) => [name, [...at]]))"
    )
    assert set(placed) >= {"New story", "Edit text", "Back to the story", "Publish"}
    assert {name: at for name, at in placed.items() if len(at) > 1} == {}
    context.close()


def test_keys_are_enough_from_paste_to_publish(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = Visit(context.new_page(), address).page
    box = page.get_by_label("Text of the article")
    box.focus()
    page.keyboard.insert_text(WRONG)
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Check the geography").focus()
    page.keyboard.press("Enter")
    page.locator(".dl-claim").first.wait_for()  # the parts of the page come one after another
    page.locator(".todo-fails").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dl-claim.dl-chosen")).to_contain_text("900 miles")
    # All marked words are one stop of the Tab key; the arrow keys go from one to the next.
    marks = page.locator(".text .dl-mark")
    assert marks.count() > 2
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(marks.last).to_be_focused()
    page.keyboard.press("Tab")
    assert page.locator(".text .dl-mark:focus").count() == 0
    page.keyboard.press("Shift+Tab")
    expect(marks.last).to_be_focused()
    page.locator(".text .dl-mark-place").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dl-popup")).to_be_visible()
    page.locator(".dl-map").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".dl-popup")).to_have_count(0)
    page.get_by_role("button", name="Publish").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".preview img")).to_be_visible()
    context.close()


def test_at_twice_the_size_nothing_is_cut_off(browser: Browser, address: str) -> None:
    # A window of 1,280 pixels at 200 % is one of 640.
    context = browser.new_context(
        viewport={"width": 640, "height": 400}, device_scale_factor=2, reduced_motion="reduce"
    )
    visit = Visit(context.new_page(), address)
    page = visit.page
    visit.open_example()
    for tab in ("Map", "Findings", "Text"):
        page.get_by_role("button", name=tab, exact=True).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
    visit.publish()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    context.close()


# Whether the pin of a place stands on the map, which lies in the shadow of a part of the page.
IS_ON_MAP = """(name) => {
  const roots = [...document.querySelectorAll("*")].map((node) => node.shadowRoot).filter(Boolean);
  const map = roots.map((root) => root.querySelector(".dl-map")).find(Boolean);
  const pin = map.querySelector(`.dl-pin-story[aria-label^=${name}]`);
  const [box, at] = [map, pin].map((node) => node.getBoundingClientRect());
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
  return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
}"""


def test_the_whole_story_stays_in_view_when_the_window_changes(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 1200, "height": 700}, reduced_motion="reduce")
    visit = Visit(context.new_page(), address)
    page = visit.page
    visit.open_example()
    for width, height in ((1200, 700), (1700, 1000), (1250, 620), (760, 900), (390, 800)):
        page.set_viewport_size({"width": width, "height": height})
        # On a busy machine the map follows the window a moment later.
        for name in ("Pyongyang", "Vladivostok"):
            page.wait_for_function(IS_ON_MAP, arg=name)
        expect(page.locator(".head .about")).not_to_contain_text("Pyongyang")
    context.close()


def test_the_first_click_of_the_ruler_leaves_a_mark(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    visit = Visit(context.new_page(), address)
    page = visit.page
    visit.open_example()
    page.get_by_label("Measure a distance").click()
    box = page.locator(".dl-map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 60, box["y"] + 90)
    expect(page.locator(".dl-ruler-end")).to_have_count(1)
    page.mouse.click(box["x"] + 200, box["y"] + 140)
    expect(page.locator(".dl-ruler-end")).to_have_count(2)
    expect(page.locator(".dl-hint")).to_contain_text("in a straight line")
    page.keyboard.press("Escape")
    expect(page.locator(".dl-ruler-end")).to_have_count(0)
    context.close()
