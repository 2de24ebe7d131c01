"""Guesses from a pasted text what its page would have told: headline, dateline, day, language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.contracts import BlockKind, Source
from geo.errors import ArticleError
from geo.read import read_text
from geo.settings import Settings

if TYPE_CHECKING:
    from datetime import date

    from geo.contracts import Article

# The day of a text stands in its first lines or nowhere.
_LINES = 6
_MOST_LETTERS = 200
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DASHES = re.compile(r"\s(?:[-–—]|--)\s")
_MOST_DATELINE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What a text seems to be; "" and None where it does not tell.

    ``warnings`` say what the language or the length will cost.
    """

    headline: str = ""
    dateline: str = ""
    day: date | None = None
    language: str = ""
    warnings: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def guess(text: str, language: str = "") -> Guess:
    """Read a text as far as its blocks; ``language`` is what somebody said of it."""
    try:
        article, problems = read_text(Source(text=text, language=language), Settings())
    except ArticleError:
        return Guess()
    lines = [line.strip() for line in text.splitlines() if line.strip()][:_LINES]
    return Guess(
        headline=article.title,
        dateline=_dateline(article),
        day=next(filter(None, map(_day, lines)), None),
        language=article.language,
        warnings=tuple(problem.message for problem in problems),
    )


def _dateline(article: Article) -> str:
    """Find the words before the dash of the first paragraph, where they begin in capitals."""
    for block in article.blocks:
        if block.kind is BlockKind.DATELINE:
            return " ".join(block.span.text.split())
        if block.kind is BlockKind.BODY:
            head = _DASHES.split(block.span.text, maxsplit=1)[0].strip()
            is_one = head != block.span.text.strip() and len(head) <= _MOST_DATELINE
            return head if is_one and head.split()[0].isupper() else ""
    return ""


def _day(line: str) -> date | None:
    """Read a whole date out of a short line; one without its year is none."""
    head = line[:_MOST_LETTERS]
    if not _YEAR.search(head):
        return None
    from dateparser.search import search_dates  # noqa: PLC0415 - takes a moment to load

    found = search_dates(
        head, languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"]}
    )
    return found[0][1].date() if found else None
