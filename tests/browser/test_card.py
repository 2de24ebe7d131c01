"""What a reporter puts right in the app, and takes back: in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.serving import checked_page
from tests.browser.test_app_access import serious

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("services")]

STORY = (
    "Choir reaches Hamilton\n\nA children's choir travelled by bus from Toronto to Hamilton on "
    "Friday. Hamilton lies 60 km from Toronto. It sang at Brockwell Hall, 58 km off. <i>Encore</i>!"
)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    yield from checked_page(browser, address, STORY)


def correct(page: Page, words: str, number: int = 0) -> None:
    page.locator(".article .dl-mark", has_text=words).nth(number).click()
    page.locator(".behind").get_by_role("button", name="Correct it").click()
    page.get_by_role("heading", name="Correct").wait_for()


def choose_words(page: Page, words: str) -> None:
    """Select words of the last paragraph that are no mark, and ask to correct them."""
    page.locator(".article .text p").last.evaluate(
        """(paragraph, words) => {
          const node = [...paragraph.childNodes].find((one) => one.textContent.includes(words));
          const range = document.createRange();
          const start = node.textContent.indexOf(words);
          range.setStart(node, start);
          range.setEnd(node, start + words.length);
          const selection = paragraph.getRootNode().getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
          paragraph.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
        }""",
        words,
    )
    page.get_by_role("button", name="Correct these words").click()
    page.get_by_role("heading", name="Correct").wait_for()


def corrections(page: Page, count: int) -> None:
    page.get_by_text(f"Your corrections ({count})").wait_for()


def test_another_place_is_chosen_undone_and_found_by_a_search(page: Page) -> None:
    figure = page.locator(".findings .dl-claim").first
    expect(figure).to_contain_text("holds")
    # By the pin itself, and the number of the other place on the card's small map.
    page.locator(".dl-pin[aria-label^=Hamilton]").click()
    page.locator(".dl-popup").get_by_role("button", name="Correct it").click()
    page.locator(".candidate").nth(1).click()
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    page.get_by_role("button", name="This is the place").click()
    corrections(page, 1)
    expect(figure).not_to_contain_text("holds")
    page.get_by_text("Your corrections (1)").click()
    page.get_by_role("button", name="Undo").click()
    expect(figure).to_contain_text("holds")
    page.get_by_role("button", name="Redo").click()
    corrections(page, 1)
    page.get_by_role("button", name="Take back").click()
    expect(figure).to_contain_text("holds")
    correct(page, "Hamilton", 1)
    page.get_by_label("Search all places").fill("Hamilton, New Z")
    page.get_by_label("Search all places").press("Enter")
    # What was listed before the search is found by it as well.
    page.get_by_text("Hamilton International Airport").wait_for()
    expect(page.get_by_text("Hamilton, Waikato, NZ")).to_have_count(1)
    page.get_by_text("Hamilton, Waikato, NZ").click()
    page.get_by_role("button", name="This is the place").click()
    expect(page.locator(".findings")).to_contain_text("Waikato, New Zealand")


def test_a_second_search_begins_its_own_list(page: Page) -> None:
    correct(page, "Hamilton")
    search = page.get_by_label("Search all places")
    search.fill("Hamilton, New")
    search.press("Enter")
    # Only what was searched for has a second place in New Zealand or New York.
    expect(page.locator("[role=radiogroup] label").nth(1)).to_contain_text("New ")
    expect(page.locator("[data-test-script-state=notRunning]")).to_be_attached()
    page.locator("[role=radiogroup] label").nth(1).click()
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    # Another list has another first place, and none of what was chosen before.
    search.fill("Hamilton, Oh")
    search.press("Enter")
    expect(page.locator("[role=radiogroup] label").first).to_contain_text("Ohio")
    expect(page.get_by_role("radio").first).to_be_checked()
    page.get_by_role("button", name="This is the place").click()
    corrections(page, 1)
    expect(page.locator(".findings")).to_contain_text("Ohio")


def test_a_pin_is_dragged_and_the_card_closed_by_escape(page: Page) -> None:
    correct(page, "Toronto")
    pin = page.locator(".dl-pin.dl-movable")
    expect(pin).to_have_attribute("aria-label", re.compile("^Toronto"))
    box = pin.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y + 30, steps=4)
    page.mouse.up()
    page.get_by_role("button", name="It is where I dropped it").click()
    corrections(page, 1)
    expect(page.locator(".dl-movable")).to_have_count(0)
    # What was measured with the ruler may stay.
    page.get_by_label("Measure a distance").click()
    around = page.locator(".dl-map").bounding_box()
    assert around is not None
    for share in (0.4, 0.6):
        page.mouse.click(around["x"] + around["width"] * share, around["y"] + 40)
    page.get_by_role("button", name="Keep it on the map").click()
    corrections(page, 2)
    expect(page.get_by_label("Measure a distance")).to_have_attribute("aria-pressed", "false")
    page.get_by_text("Your corrections (2)").click()
    expect(page.get_by_text("A line that was measured at")).to_be_visible()
    page.keyboard.press("Escape")
    figure = page.locator(".findings .dl-claim").first
    figure.click()
    page.locator(".findings").get_by_role("button", name="Correct it").click()
    page.locator(".st-key-card_close button").wait_for()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Correct")).to_have_count(0)


def test_a_figure_is_dismissed_and_a_journey_changed(page: Page) -> None:
    expect(page.locator(".findings")).to_contain_text("60 km")
    correct(page, "60 km")
    page.get_by_label("Note", exact=True).fill("from a leaflet")
    page.get_by_role("button", name="Do not count it").click()
    corrections(page, 1)
    expect(page.locator(".findings .dl-claim")).to_have_count(0)
    correct(page, "travelled")
    who = page.get_by_label("Who", exact=True)
    who.fill("Forty <b>singers</b>")
    # The key that shuts a list of choices leaves the card and what is typed on it.
    page.get_by_label("By what").click()
    page.get_by_role("option", name="by sea").wait_for()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(who).to_have_value("Forty <b>singers</b>")
    page.get_by_role("button", name="Save changes").click()
    corrections(page, 2)
    expect(page.locator(".findings")).to_contain_text("Forty <b>singers</b>")


def test_a_figure_that_nobody_read_is_checked_between_two_places(page: Page) -> None:
    expect(page.locator(".findings .dl-claim")).to_have_count(1)
    choose_words(page, "58 km off")
    for label, place in (("From", "Hamilton"), ("To", "Toronto")):
        page.get_by_label(label, exact=True).click()
        page.get_by_role("option", name=place, exact=True).click()
    page.get_by_role("button", name="Check it so").click()
    corrections(page, 1)
    expect(page.locator(".findings .dl-claim")).to_have_count(2)
    expect(page.locator(".findings .dl-claim").last).to_contain_text("58 km")
    expect(page.locator(".findings .dl-claim").last).to_contain_text("holds")


def test_words_that_are_no_mark_are_put_on_the_map_and_go_over_to_a_changed_text(
    page: Page,
) -> None:
    choose_words(page, "Encore")
    # A new pin stands ready to be dragged, or its position is typed.
    pin = page.locator(".dl-pin-new")
    box = pin.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 12, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 52, box["y"] + 42, steps=4)
    page.mouse.up()
    expect(page.get_by_role("button", name="It is where I dropped it")).to_be_visible()
    page.get_by_text("Or type its position").click()
    page.get_by_label("Latitude, degrees").fill("43.2")
    page.get_by_label("Longitude, degrees").fill("-79.74")
    page.get_by_label("Longitude, degrees").press("Tab")
    page.get_by_role("button", name="Put it there").click()
    corrections(page, 1)
    expect(page.locator(".findings")).to_contain_text("Encore")
    page.get_by_role("button", name="Edit text").click()
    page.get_by_label("Text of the article").fill(f"{STORY} They will come again.")
    page.get_by_role("button", name="Check the geography").click()
    page.locator(".article", has_text="They will come again").wait_for()
    corrections(page, 1)
    expect(page.locator(".findings")).to_contain_text("Encore")
    # Who opens it in another tab is told, and so is the first.
    other = page.context.new_page()
    other.goto(page.url)
    for tab in (other, page):
        tab.get_by_text("This story is open in another tab too").wait_for()
    # That hides nothing of what is worked with, and can be put away.
    box = page.locator(".tabs-part").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 90
    correct(page, "Hamilton")
    page.locator(".tabs-part").get_by_role("button", name="Close").click()
    expect(page.get_by_text("This story is open in another tab too")).to_have_count(0)
    # What either puts right, both have.
    page.get_by_role("button", name="Means its government, team or people").click()
    corrections(page, 2)
    correct(other, "60 km")
    other.get_by_role("button", name="Do not count it").click()
    corrections(other, 3)


def test_keys_are_enough_to_mark_words_and_to_put_them_right(page: Page) -> None:
    in_use = "() => document.activeElement.closest('.st-key-card') !== null"
    page.get_by_role("button", name="Mark other words").focus()
    page.keyboard.press("Enter")
    said = page.locator(".words-bar [role=status]")
    page.keyboard.type("toro")
    expect(said).to_contain_text("1 of 2: … children's choir travelled by bus from Toronto")
    page.keyboard.press("ArrowDown")
    expect(said).to_contain_text("2 of 2: … on Friday. Hamilton lies 60 km from Toronto")
    page.keyboard.press("Control+A")
    page.keyboard.type("nowhere")
    expect(said).to_have_text("The story has no such words.")
    page.keyboard.press("Control+A")
    # Half a word is enough, and as the article writes it.
    page.keyboard.type("brockwell ha")
    page.keyboard.press("Enter")
    page.locator(".st-key-card").get_by_text("“Brockwell Hall”").wait_for()
    expect(page.locator(".st-key-card")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate(in_use)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-card")).to_have_count(0)
    expect(page.get_by_role("button", name="Mark other words")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("58 km off")
    page.keyboard.press("Enter")
    expect(page.get_by_label("From", exact=True)).to_be_visible()
    assert not serious(page)
    # Words that are on the map already have their own pin, and no new one.
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Mark other words").press("Enter")
    page.keyboard.type("toro")
    assert not serious(page)
    page.keyboard.press("Enter")
    expect(page.locator(".candidates .hint")).to_have_text(
        "Or drag the pin on the map to where it belongs."
    )
    page.keyboard.press("Escape")
    # From a mark to its card, through it, and back to the mark.
    mark = page.locator(".article .dl-mark", has_text="Hamilton").first
    mark.focus()
    page.keyboard.press("Enter")
    page.locator(".behind").get_by_role("button", name="Correct it").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-card")).to_be_focused()
    page.get_by_role("button", name="Means its government, team or people").focus()
    page.keyboard.press("Enter")
    corrections(page, 1)
    expect(page.locator(".st-key-card")).to_have_count(0)
