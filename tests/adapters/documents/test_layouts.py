"""Thirty layouts of our own: the story of each is read, as a web page and pasted as plain text."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.reading import f1, predict, story
from geo.adapters.documents import read_document
from geo.contracts import BlockKind, Source
from geo.read import read_text
from geo.settings import REPOSITORY, Settings
from tools.page_layouts.layouts import Page, page

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings()
PAGES = [page(seed) for seed in range(30)]


def test_web_pages() -> None:
    scores = [
        f1(story(read_document(one.html.encode(), SETTINGS), SETTINGS), one.truth) for one in PAGES
    ]
    assert sum(scores) / len(scores) >= 0.98
    assert min(scores) >= 0.9


def test_pages_pasted_as_plain_text() -> None:
    scores = [f1(story(pasted(one, seed), SETTINGS), one.truth) for seed, one in enumerate(PAGES)]
    whole = [f1(one.pasted(seed), one.truth) for seed, one in enumerate(PAGES)]
    assert sum(scores) / len(scores) >= 0.93
    assert sum(whole) / len(whole) <= 0.85  # there is something to be told apart


@pytest.mark.parametrize("seed", range(0, 30, 7))
def test_what_is_read_of_a_page_fits_its_text(seed: int) -> None:
    source = read_document(PAGES[seed].html.encode(), SETTINGS)
    article, _ = read_text(source, SETTINGS)

    assert article.blocks[0].kind is BlockKind.HEADLINE
    assert article.title == PAGES[seed].title
    assert all(
        article.text[block.span.start : block.span.end] == block.span.text
        for block in article.blocks
    )


def test_a_story_alone_loses_nothing_though_it_is_pasted() -> None:
    for one in PAGES:
        text = "\n\n".join((one.title, *one.story))
        article, _ = read_text(Source(text=text), SETTINGS)
        assert [block.span.text for block in article.blocks if not block.is_story] == []


def test_a_folder_of_pages_is_read_by_the_command(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGES[0].html, encoding="utf-8")
    (tmp_path / "two.txt").write_text(PAGES[1].truth, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    out = tmp_path / "predictions.jsonl"
    command = [sys.executable, "-m", "benchmarks.reading", str(tmp_path), "--out", str(out)]
    ended = subprocess.run(  # noqa: S603 - our own module
        command, cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]

    assert "3 files" in ended.stdout
    assert [row["id"] for row in rows] == ["bad", "one", "two"]
    assert rows[0]["text"] == ""
    assert f1(rows[2]["text"], PAGES[1].truth) >= 0.9
    assert list(predict([tmp_path / "one.html"], SETTINGS)) == [rows[1]]


def pasted(one: Page, seed: int) -> Source:
    """Take a page as one pastes it."""
    return Source(text=one.pasted(seed))
