"""Cleans text so that no file format chokes on it or takes it for a formula."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from geo.contracts import BlockKind

if TYPE_CHECKING:
    from geo.contracts import Article

# XML 1.0 has no place for these, nor has Excel; lone surrogates are in no encoding.
_UNWRITABLE = {
    **{code: " " for code in range(0x20) if chr(code) not in "\t\n\r"},
    0x7F: " ",
    **dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"),
}

# A spreadsheet takes a cell that begins so for a formula; the wide forms count where they are
# typed. Where lists are split at semicolons, a new cell may begin after any of these, and a quote
# there is the cell's own, not part of its text.
_FORMULA = re.compile(r"(^|;)([ \"]*)([=+\-@＝＋－＠])")

# Names of devices, which Windows gives to no file, whatever its ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)\d)(?:-|$)")
# What a word is made of: letters, the marks upon them, and digits.
_OF_WORDS = frozenset("LMN")
_APOSTROPHES = re.compile(r"(?<=\w)['’](?=\w)")
# Room for an ending and for what a program puts before it; file systems take 255 bytes.
_LONGEST_NAME = 60
_LONGEST_NAME_BYTES = 150


def clean(text: str) -> str:
    """Take out what no file can hold: control characters and lone surrogates."""
    return text.translate(_UNWRITABLE)


def cell(text: str) -> str:
    """Write one line that no spreadsheet takes for a formula: an apostrophe goes before it."""
    return _FORMULA.sub(r"\1\2'\3", " ".join(clean(text).split()))


def file_name(*titles: str) -> str:
    """Make a name for files, without ending, of the first title that has letters or digits.

    Whole words in lower case with hyphens between them: a name that every system takes, which is
    no path, no option and no device.
    """
    for title in titles:
        if name := _joined(_words(title)):
            return f"article-{name}" if _DEVICES.match(name) else name
    return "article"


def article_file_name(article: Article) -> str:
    """Make the name under which whatever saves an article's results saves them, without ending."""
    headlines = (b.span.text for b in article.blocks if b.kind is BlockKind.HEADLINE)
    return file_name(article.title or "", *headlines)


def _words(title: str) -> list[str]:
    text = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", clean(title))).casefold()
    letters = (letter if unicodedata.category(letter)[0] in _OF_WORDS else " " for letter in text)
    return "".join(letters).split()


def _joined(words: list[str]) -> str:
    """Join as many words as there is room for; of a first one that is too long, its beginning."""
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word
        if len(longer) > _LONGEST_NAME or len(longer.encode()) > _LONGEST_NAME_BYTES:
            break
        name = longer
    if name or not words:
        return name
    return words[0][:_LONGEST_NAME].encode()[:_LONGEST_NAME_BYTES].decode(errors="ignore")
