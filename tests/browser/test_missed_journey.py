"""A journey that the program missed is added by keys alone: in a real browser."""

from __future__ import annotations

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
    "Choirs ashore\n\nA dancer flew from Inverness to Stornoway on Friday. The choirs slept at "
    "Ullapool, and then it was the first sailing for all of them. The passage takes three hours."
)
# From the first letter to the last, as a mouse that is dragged does it.
_SELECT_ALL = """(paragraph) => {
  const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walk.nextNode()) nodes.push(walk.currentNode);
  const range = document.createRange();
  range.setStart(nodes[0], 0);
  range.setEnd(nodes.at(-1), nodes.at(-1).length);
  const selection = paragraph.getRootNode().getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  paragraph.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
}"""


def chosen(page: Page, label: str, typed: str) -> None:
    """Choose in a list by typing what it begins with."""
    page.get_by_label(label, exact=True).focus()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    yield from checked_page(browser, address, STORY)


def test_keys_are_enough_to_add_a_journey_and_its_line_is_on_the_map(page: Page) -> None:
    lines, told = page.locator(".dl-map path.dl-route"), page.locator(".findings .dl-journey")
    expect(lines).to_have_count(1)
    page.get_by_role("button", name="Mark other words").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("first sailing for all of them")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-card")).to_be_focused()
    page.get_by_role("radio", name="a place").focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Add the journey").wait_for()
    assert not serious(page)
    page.get_by_label("Who", exact=True).focus()
    page.keyboard.type("Eleven <b>choirs</b>")
    page.keyboard.press("Tab")
    chosen(page, "From", "Ullap")
    chosen(page, "To", "Storn")
    chosen(page, "By what", "sea")
    add = page.get_by_role("button", name="Add the journey")
    expect(add).to_be_enabled()
    add.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Your corrections (1)").wait_for()
    expect(page.locator(".st-key-card")).to_have_count(0)
    expect(lines).to_have_count(2)
    line = told.filter(has_text="Eleven <b>choirs</b>, by sea, from Ullapool to Stornoway")
    expect(line).to_contain_text("; added by hand")
    page.locator(".article .dl-mark", has_text="first sailing for all of them").wait_for()
    assert not serious(page)
    # It can be undone and done again, and is there after a reload.
    page.get_by_text("Your corrections (1)").click()
    expect(
        page.get_by_text("A journey was added at “first sailing for all of them”")
    ).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(lines).to_have_count(1)
    page.get_by_role("button", name="Redo").click()
    expect(lines).to_have_count(2)
    page.reload()
    expect(line).to_have_count(1)
    expect(lines).to_have_count(2)
    # With the mouse, a whole sentence can be marked.
    page.locator(".article .text p").last.evaluate(_SELECT_ALL)
    page.get_by_role("button", name="Correct these words").click()
    page.get_by_role("radio", name="a journey").wait_for()
