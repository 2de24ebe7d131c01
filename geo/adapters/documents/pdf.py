"""Reads a PDF: its letters by where they stand on the page, not by when they were drawn."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw

from geo.adapters.documents.reading_order import Word, paragraphs
from geo.contracts import Source
from geo.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.settings import Settings

_Box = tuple[float, float, float, float]  # left, bottom, right, top, in points

# What PDFium gives for a hyphen that was set only because the line ends.
_BROKEN = {"\ufffe": "-", "\x02": "-", "\u00ad": "-"}
_REPEATED = 3  # so many pages with one line on top or at the foot: a running title
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]»]{0,3}$")


def parse(raw: bytes, settings: Settings) -> Source:
    """Read the text of all pages.

    Raises
    ------
    ArticleError
        If it is locked, or has too many pages.
    """
    try:
        opened = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        why = "it is locked with a password." if locked else "it is damaged."
        raise ArticleError(why) from error
    with closing(opened):
        if len(opened) > settings.max_pages:
            raise ArticleError(
                f"it has {len(opened):,} pages; Dateline reads up to {settings.max_pages:,}."
            )
        pages = [paragraphs(list(_words(page))) for page in opened]
        title = str(opened.get_metadata_dict().get("Title", "")).strip()
    text = "\n\n".join(_flowing(_without_running_titles(pages)))
    return Source(text=text, title=title if title and title in text else "")


def _words(page: pypdfium2.PdfPage) -> Iterator[Word]:
    """Put letters that follow each other together; a space or another line parts words."""
    letters: list[str] = []
    box = last = (0.0, 0.0, 0.0, 0.0)
    for letter, here in _letters(page):
        if letters and (not letter or _is_elsewhere(last, here)):
            yield Word(*box, "".join(letters))
            letters = []
        if letter:
            box = _around(box, here) if letters else here
            letters.append(letter)
            last = here
    if letters:
        yield Word(*box, "".join(letters))


def _letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, _Box]]:
    """Give each letter of a page with its box; "" for white space."""
    with closing(page), closing(page.get_textpage()) as drawn:
        for index in range(drawn.count_chars()):
            letter = chr(pypdfium2.raw.FPDFText_GetUnicode(drawn, index))
            is_gap = letter.isspace() or letter == "\x00"
            yield (
                "" if is_gap else _BROKEN.get(letter, letter),
                drawn.get_charbox(index, loose=True),
            )


def _is_elsewhere(last: _Box, here: _Box) -> bool:
    height = max(last[3] - last[1], 1.0)
    return abs(last[1] - here[1]) > 0.5 * height or abs(here[0] - last[2]) > 2 * height


def _around(one: _Box, other: _Box) -> _Box:
    left, bottom = min(one[0], other[0]), min(one[1], other[1])
    return left, bottom, max(one[2], other[2]), max(one[3], other[3])


def _without_running_titles(pages: list[list[str]]) -> list[list[str]]:
    """Leave out the first and last lines that most pages share, but for the numbers in them."""

    def key(text: str) -> str:
        return _DIGITS.sub("0", text)

    ends = Counter(
        key(text)
        for page in pages
        for text in dict.fromkeys((*page[:1], *page[-1:]))
        if not _SENTENCE_END.search(text)
    )
    repeated = {text for text, count in ends.items() if count >= _REPEATED}
    return [
        [
            text
            for number, text in enumerate(page)
            if number not in (0, len(page) - 1) or key(text) not in repeated
        ]
        for page in pages
    ]


def _flowing(pages: list[list[str]]) -> list[str]:
    """Join a paragraph that goes on over a column or a page."""
    joined: list[str] = []
    for text in (text for page in pages for text in page):
        if joined and text[:1].islower() and not _SENTENCE_END.search(joined[-1]):
            broken = joined[-1].endswith("-") and joined[-1][-2:-1].islower()
            joined[-1] = f"{joined[-1][:-1]}{text}" if broken else f"{joined[-1]} {text}"
        else:
            joined.append(text)
    return joined
