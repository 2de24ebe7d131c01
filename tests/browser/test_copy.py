"""Whoever copies, searches or hears the article's words on a page gets the article's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from tests.browser.crowd import DAY
from tests.maps import stories

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COPIED = """(paragraph) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return selection.toString();
}"""


def test_the_words_are_the_article_s_when_copied_read_or_saved(page: Page, tmp_path: Path) -> None:
    spec = make_spec(stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=DAY)
    path = tmp_path / "map.html"
    path.write_text(render_page(spec), encoding="utf-8")
    page.goto(path.as_uri())
    page.locator(".dl-para").first.wait_for()
    story = [
        "".join(segment.text for segment in paragraph.segments)
        for paragraph in spec.paragraphs
        if paragraph.kind != "headline"
    ]
    paragraphs = page.locator(".dl-para")
    assert page.locator(".dl-para .dl-disc").count() == len(spec.claim_cards)
    assert paragraphs.all_text_contents() == story
    assert paragraphs.all_inner_texts() == story
    assert [one.evaluate(COPIED) for one in paragraphs.all()] == story
    heard = page.locator(".dl-words").aria_snapshot()
    for card in spec.claim_cards:
        assert f"text: {card.number}\n" not in f"{heard}\n"


def test_the_numbers_are_seen_all_the_same(page: Page, tmp_path: Path) -> None:
    spec = make_spec(stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=DAY)
    path = tmp_path / "map.html"
    path.write_text(render_page(spec), encoding="utf-8")
    page.goto(path.as_uri())
    page.locator(".dl-para .dl-disc").first.wait_for()
    seen = page.locator(".dl-para .dl-disc").evaluate_all(
        "discs => discs.map((disc) => getComputedStyle(disc, '::before').content)"
    )
    assert seen == [f'"{card.number}"' for card in spec.claim_cards]
