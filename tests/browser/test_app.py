"""The app as a reporter meets it: a real server, a real browser, nothing asked of the world."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.serving import Visit, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("services")]

STARTS = {
    "html": b"<!doctype html>",
    "png": b"\x89png",
    "svg": b"<?xml",
    "pdf": b"%pdf-",
}
SHORT = "Ship leaves Lisbon\n\nThe ship left Lisbon for Dakar on Monday, 1,600 nautical miles."
WRONG = "Madrid is 900 miles from Lisbon, he said. The parcel came from Birmingham."
# What a browser may fetch without asking anybody outside.
OWN = re.compile(r"(https?|wss?)://(localhost|127\.0\.0\.1)[:/]|data:|blob:")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(tmp_path_factory.mktemp("stories"))


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    made = Visit(context.new_page(), address)
    yield made
    context.close()
    assert not [url for url in made.requests if not OWN.match(url)]
    assert not made.faults


def test_article_map_and_findings_stand_side_by_side(visit: Visit) -> None:
    page = visit.page
    visit.open_example()
    expect(page).to_have_title(re.compile("armoured train"))
    expect(page.locator("h1")).to_contain_text("armoured train")
    expect(page.locator(".todo")).to_contain_text("holds only in one reading")
    expect(page.locator(".dl-claim").first).to_contain_text("just 80 miles")
    assert "Vladivostok" in page.locator(".dl-map").inner_text()
    boxes = [page.locator(name).bounding_box() for name in (".text", ".dl-map", ".findings")]
    left, middle, right = [box for box in boxes if box]
    assert left["x"] + left["width"] <= middle["x"]
    assert middle["x"] + middle["width"] <= right["x"]
    # Nothing stands between the masthead and the three but title and the line of things to do,
    # and the map fills what is left of the window.
    assert middle["y"] < 220
    assert middle["height"] > 500
    # The findings scroll while the map stays.
    page.locator(".sources").scroll_into_view_if_needed()
    after = page.locator(".dl-map").bounding_box()
    assert after == middle


def test_what_is_chosen_or_pointed_at_in_one_is_lit_in_the_others(visit: Visit) -> None:
    page = visit.page
    visit.open_example()
    page.locator(".dl-claim").first.click()
    expect(page.locator(".behind")).to_be_visible()
    expect(page.locator(".text .dl-chosen").first).to_be_attached()
    # And the other way round: words of the article choose a place on the map.
    page.locator(".text .dl-mark-place").filter(has_text="Pyongyang").first.click()
    expect(page.locator(".behind b")).to_contain_text("Pyongyang")
    expect(page.locator(".dl-popup")).to_contain_text("Pyongyang")
    page.get_by_role("button", name="Show it on the map").click()
    page.locator(".text .dl-mark-place").filter(has_text="Vladivostok").first.hover()
    expect(page.locator(".dl-pin.dl-lit")).to_have_count(1)
    page.locator(".dl-journey").first.hover()
    expect(page.locator(".text .dl-lit").first).to_be_attached()


def test_things_to_do_lead_to_their_places(visit: Visit) -> None:
    page = visit.page
    visit.check(WRONG)
    expect(page.locator(".todo-item")).to_have_text(
        [re.compile("1 figure is wrong"), re.compile("1 unsure place")]
    )
    page.locator(".todo-fails").click()
    expect(page.locator(".dl-claim.dl-chosen")).to_contain_text("900 miles")
    expect(page.locator(".text .dl-chosen").first).to_contain_text("900 miles")
    page.locator(".todo-unsure").click()
    expect(page.locator(".behind")).to_contain_text("Birmingham")


def test_the_map_stays_where_it_is_when_words_are_typed_elsewhere(visit: Visit) -> None:
    page = visit.page
    visit.open_example()
    page.locator(".dl-map").evaluate("node => { node.dataset.seen = 'yes' }")
    page.locator(".dl-claim").first.click()
    page.locator(".todo-item").first.click()
    assert page.locator(".dl-map").get_attribute("data-seen") == "yes"


# Counts how often the page has a map fitted anew, before any script of the page runs.
COUNT_FITS = """
  let real;
  window.fits = 0;
  Object.defineProperty(window, "Dateline", {
    get: () => real,
    set: ({ mount }) => {
      real = {
        mount: (...given) => {
          const map = mount(...given);
          return { ...map, fit: () => { window.fits += 1; map.fit(); } };
        },
      };
    },
  });
"""


def test_the_map_is_fitted_once_and_again_when_its_pane_has_another_height(visit: Visit) -> None:
    page = visit.page
    page.add_init_script(COUNT_FITS)
    page.reload()
    visit.open_example()
    page.locator(".dl-claim").first.click()
    page.wait_for_timeout(500)
    assert page.evaluate("window.fits") == 0
    page.set_viewport_size({"width": 1280, "height": 700})
    page.wait_for_function("window.fits > 0")


def test_another_text_takes_the_place_of_the_first(visit: Visit) -> None:
    page = visit.page
    visit.open_example()
    visit.open_desk()
    visit.check("")
    expect(page.get_by_role("alert")).to_contain_text("There is no text yet")
    visit.check(SHORT)
    expect(page.locator("h1")).to_have_text("Ship leaves Lisbon")
    expect(page.locator(".text")).to_contain_text("The ship left Lisbon for Dakar")
    expect(page.locator("details[data-table=places] .count")).not_to_have_text("0")
    page.locator("details[data-table=places] summary").click()
    expect(page.locator("details[data-table=places]")).to_contain_text("Dakar")


def test_text_is_never_markup(visit: Visit) -> None:
    hostile = "<img src=x onerror=window.hacked=1> $x$ **bold** [l](javascript:1) in Paris"
    visit.check(f"{hostile}\n\n<script>window.hacked=2</script> The train left Paris for Lyon.")
    expect(visit.page.locator("h1")).to_contain_text("**bold** [l](javascript:1)")
    expect(visit.page.locator(".text")).to_contain_text("<script>")
    assert visit.page.evaluate("window.hacked") is None


def test_what_is_typed_outlives_a_reload_and_a_second_story(visit: Visit) -> None:
    page = visit.page
    box = page.get_by_label("Text of the article")
    box.press_sequentially("The ferry left Kiel")
    # No key is pressed and nothing is clicked: a pause is enough.
    expect(page).to_have_url(re.compile("story="))
    expect(page.get_by_role("button", name=re.compile("^The ferry left Kiel"))).to_be_visible()
    page.reload()
    expect(box).to_have_value("The ferry left Kiel")
    page.get_by_role("button", name="New story").click()
    expect(box).to_have_value("")
    visit.check(SHORT)
    expect(page.locator("h1")).to_have_text("Ship leaves Lisbon")
    page.reload()
    expect(page.locator("h1")).to_have_text("Ship leaves Lisbon")
    expect(page).to_have_title(re.compile("Ship leaves Lisbon"))
    page.get_by_role("button", name="Edit text").click()
    expect(box).to_have_value(SHORT)
    visit.open_desk()
    page.get_by_role("button", name=re.compile("^The ferry left Kiel")).click()
    expect(box).to_have_value("The ferry left Kiel")


def test_a_run_is_cancelled_and_the_text_kept(visit: Visit) -> None:
    page = visit.page
    long = "\n\n".join(
        f"The train left Lisbon for Porto on day {k}, {170 + k} miles." for k in range(600)
    )
    visit.check(long)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Cancel")).to_have_count(0)
    expect(page.get_by_label("Text of the article")).to_have_value(long)
    visit.check(SHORT)
    expect(page.locator("h1")).to_have_text("Ship leaves Lisbon")


FILES = {
    "Map as one HTML file": "html",
    "PNG": "png",
    "SVG": "svg",
    "PDF": "pdf",
    "GeoJSON": "geojson",
    "Analysis (JSON)": "json",
}


def test_what_is_published_is_seen_before_and_taken_away(visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    visit.open_example()
    visit.publish()
    first = page.locator(".preview img").get_attribute("src")
    assert page.locator(".preview img").get_attribute("alt")
    page.get_by_label("Title", exact=True).fill("A title for the paper")
    page.get_by_label("Title", exact=True).press("Enter")
    expect(page.locator(".preview img")).not_to_have_attribute("src", first or "")
    page.get_by_text("Column", exact=True).click()
    page.get_by_text("Map alone", exact=True).click()
    page.get_by_text("Deutsch", exact=True).click()
    # The picture on the page is the one that is saved.
    expect(page.locator(".preview img")).to_have_css("max-width", re.compile("640px"))
    for label, ending in FILES.items():
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label, exact=True).click()
        download = waiting.value
        assert download.suggested_filename.endswith(f".{ending}")
        assert "armoured-train" in download.suggested_filename
        path = tmp_path / download.suggested_filename
        download.save_as(path)
        raw = path.read_bytes()
        if ending in STARTS:
            assert raw.lower().startswith(STARTS[ending])
        else:
            assert json.loads(raw)
        if ending == "svg":
            assert b"A title for the paper" in raw
            assert "RUSSLAND" in raw.decode()


def test_the_picture_shows_what_the_map_showed_last(visit: Visit) -> None:
    page = visit.page
    visit.open_example()
    for _ in range(3):
        page.get_by_label("Zoom in").click()
        page.wait_for_timeout(400)
    expect(page.locator(".head .about")).to_contain_text("Outside this view: ")
    visit.publish()
    page.get_by_text("What the map showed last").click()
    outside = page.get_by_text("Outside the frame: ")
    expect(outside).to_contain_text("Pyongyang")
    # Or a box that is drawn on the picture; taken back, all is there again.
    page.get_by_text("Drawn by you").click()
    expect(outside).not_to_contain_text("Pyongyang")
    box = page.locator(".preview img.draws").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.4)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.55, steps=3)
    page.mouse.up()
    expect(outside).to_contain_text("Pyongyang")
    page.get_by_role("button", name="Show all again").click()
    expect(outside).not_to_contain_text("Pyongyang")
    page.get_by_role("button", name="Back to the story").click()
    page.get_by_label("Show the whole story").click()
    expect(page.locator(".head .about")).not_to_contain_text("Pyongyang")


def test_a_saved_map_is_brought_back(visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    path = tmp_path / "map.html"
    visit.open_example()
    visit.publish()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Map as one HTML file", exact=True).click()
    waiting.value.save_as(path)
    visit.open_desk()
    visit.check(SHORT)
    expect(page.locator("h1")).to_have_text("Ship leaves Lisbon")
    visit.open_desk()
    page.locator("input[type=file]").set_input_files(path)
    expect(page.locator("h1")).to_contain_text("armoured train")
    page.get_by_label("Text of the article").wait_for(state="detached")


def test_another_file_is_refused_in_words(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "<img src=x onerror=window.hacked=1>.html"
    path.write_text("<html><script>window.hacked=1</script></html>", encoding="utf-8")
    visit.page.locator("input[type=file]").set_input_files(path)
    expect(visit.page.get_by_role("alert")).to_contain_text("there is no text in it")
    assert visit.page.evaluate("window.hacked") is None
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff")
    visit.page.locator("input[type=file]").set_input_files(photo)
    expect(visit.page.get_by_role("alert")).to_contain_text("'photo.jpg' is a picture")


def test_a_phone_shows_the_map_first_and_all_within_its_width(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    made = Visit(context.new_page(), address)
    page = made.page
    made.open_example()
    box = page.locator(".dl-map").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] < 340
    dark = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert dark == "rgb(20, 23, 26)"
    for tab, part in (("Findings", ".dl-claims"), ("Text", ".text"), ("Map", ".dl-map")):
        page.get_by_role("button", name=tab, exact=True).click()
        expect(page.locator(part)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Text", exact=True).click()
    page.locator(".text .dl-mark-place").filter(has_text="Pyongyang").first.click()
    page.get_by_role("button", name="Show it on the map").click()
    expect(page.locator(".dl-popup")).to_contain_text("Pyongyang")
    context.close()
