"""Layouts that the rest was not made on: fronts, live pages, walls, threads, old tables, phones."""

from __future__ import annotations

import pytest

from benchmarks.reading import f1, story
from geo.adapters.documents import read_document
from geo.contracts import BlockKind, Source
from geo.read import read_text, told_by_words
from geo.settings import Settings
from tools.page_layouts.strange import phone_text, strange_pages

SETTINGS = Settings()
PAGES = strange_pages()
# Pasted without its markup, a teaser's summary or an offer in whole sentences may be the story.
_LEAST_PASTED = {"wordpress": 0.85, "paywall": 0.85}


def told(page: str) -> str:
    return story(read_document(page.encode(), SETTINGS), SETTINGS)


@pytest.mark.parametrize("name", PAGES)
def test_the_story_is_read_and_what_stands_round_it_is_not(name: str) -> None:
    page = PAGES[name]
    pasted = story(Source(text=page.pasted(0)), SETTINGS)

    assert f1(told(page.html), page.truth) >= 0.96
    assert f1(pasted, page.truth) >= _LEAST_PASTED.get(name, 0.89)


def test_what_a_phone_copies_is_read() -> None:
    page = phone_text()

    assert f1(story(Source(text=page.html), SETTINGS), page.truth) >= 0.99


OFFER = "<div><p>You have read your last free story.</p><p>Choose the plan you like.</p></div>"
PROSE = "<p>The ferry from Split reached Hvar at noon, the harbour master said on Monday.</p>"


def test_an_offer_is_no_story_however_long_beside_a_short_one() -> None:
    read = told(f"<body><h1>A ferry is late</h1><div>{PROSE}</div>{OFFER}</body>")

    assert "harbour master" in read
    assert "plan you like" not in read


def test_a_story_is_not_lost_for_two_lines_of_an_offer_in_its_midst() -> None:
    flat = OFFER.removeprefix("<div>").removesuffix("</div>")
    read = told(f"<body><article><h1>A ferry is late</h1>{PROSE}{flat}</article></body>")

    assert "harbour master" in read


@pytest.mark.parametrize(("greek", "kept"), [(2, True), (3, False)])
def test_lines_in_other_letters_stand_round_a_story_when_they_are_many(
    greek: int, *, kept: bool
) -> None:
    lines = [f"Το πλοίο έφυγε στις {number}." for number in range(greek)]
    text = "\n\n".join(("The ferry from Split reached Hvar at noon, they said. " * 3, *lines))
    article, _ = read_text(Source(text=text), SETTINGS)

    assert [block.is_story for block in article.blocks[1:]] == [kept] * greek


def test_a_word_above_a_paragraph_is_no_part_of_it() -> None:
    text = "World news\nharbourwatcher\nThe ferry from Split reached Hvar at noon, they said."
    article, _ = read_text(Source(text=text), SETTINGS)

    assert article.blocks[-1].span.text.startswith("The ferry")


def test_old_pages_part_paragraphs_by_blanks() -> None:
    cell = "The ferry left Split at noon.<br>&nbsp;&nbsp; It reached Hvar late.<br>Nobody waited."
    source = read_document(f"<h1>Late</h1><p>{cell}</p>".encode(), SETTINGS)

    assert [block.span.text for block in source.blocks if block.kind is BlockKind.BODY] == [
        "The ferry left Split at noon.",
        "It reached Hvar late. Nobody waited.",
    ]


def test_lines_are_told_by_their_words() -> None:
    assert told_by_words("Choose your plan") is BlockKind.ADVERTISING
    assert told_by_words("The ferry left Split at noon.") is None
