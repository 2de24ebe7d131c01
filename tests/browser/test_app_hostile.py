"""What tries to run, to turn lines round or to be a path is typed into every field of the app."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geo.ui import card_texts, texts
from tests.browser.serving import TYPED_MS, Visit, wait_until_drawn
from tests.browser.test_card import correct, corrections

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("services")]

STORY = (
    "Choir travels\n\nA children's choir travelled by bus from Toronto to Hamilton on Friday. "
    "Hamilton lies 60 km from Toronto."
)
HOSTILE = (
    "../../con.html<img src=x onerror=window.hacked=1>${7*7}",
    "=1+1 \u202egnol\u202c A\u0300\u0300\u0301 \u2028 {{7*7}} [l](javascript:window.hacked=1)",
)
OWN = re.compile(r"(https?|wss?)://(localhost|127\.0\.0\.1)[:/]|data:|blob:")
# So long after a key it is certain that the page has begun to be drawn anew.
SAFE_NAME = re.compile(r"[\w-]{1,60}(\.\w+)+")


def _type(page: Page, fields: tuple[str, ...], hostile: str) -> None:
    """Type into fields of a card, and wait: a click while the page is drawn anew is lost."""
    for field in fields:
        page.get_by_label(field, exact=True).fill(hostile)
        page.get_by_label(field, exact=True).press("Tab")
    page.wait_for_timeout(TYPED_MS)
    wait_until_drawn(page)


def _on_cards(page: Page, hostile: str) -> None:
    correct(page, "Hamilton")
    page.get_by_text(card_texts.LOOKS).click()
    _type(page, (card_texts.LABEL, card_texts.NOTE), hostile)
    page.get_by_role("button", name=card_texts.KEEP).last.click()
    corrections(page, 1)
    correct(page, "60 km")
    _type(page, (card_texts.NOTE,), hostile)
    page.get_by_role("button", name="Do not count it").click()
    corrections(page, 2)
    correct(page, "travelled")
    _type(page, (card_texts.WHO, card_texts.DEPARTED, card_texts.ARRIVED), hostile)
    page.get_by_role("button", name=card_texts.KEEP).last.click()
    corrections(page, 3)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_it_stays_words_on_the_page_and_in_every_file(
    browser: Browser, address: str, tmp_path: Path, hostile: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    visit = Visit(context.new_page(), address)
    page = visit.page
    page.get_by_label("Headline").fill(hostile)
    visit.check(STORY)
    page.locator(".article .dl-mark").first.wait_for()
    _on_cards(page, hostile)
    expect(page.locator(".findings")).to_contain_text(hostile[:8])
    visit.publish()
    for field in (texts.PUBLISH_TITLE, texts.PUBLISH_SOURCE, texts.PUBLISH_ALT):
        page.get_by_label(field, exact=True).fill(hostile)
        page.get_by_label(field, exact=True).press("Tab")
    for label in ("SVG", "PDF", texts.SAVE_HTML, "CSV", "KML"):
        # A file that is asked for while the page is drawn anew is gone; what was typed draws it.
        page.wait_for_timeout(TYPED_MS)
        wait_until_drawn(page)
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label, exact=True).first.click()
        name = waiting.value.suggested_filename
        assert SAFE_NAME.fullmatch(name)
        waiting.value.save_as(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100
    assert page.evaluate("window.hacked ?? null") is None
    assert page.locator(".stException").count() == 0
    assert not [url for url in visit.requests if not OWN.match(url)]
    assert not visit.faults
    context.close()
