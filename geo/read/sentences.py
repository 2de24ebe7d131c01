"""Cuts a block into the spans of its sentences."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import Span
from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

# A stop, what may close the sentence behind it, and white space or the start of a quotation.
_STOP = re.compile(r"[.!?…。！？]{1,3}[\"'”’)\]»]{0,3}(?=\s|[“\"(\[«]|$)")
_PARAGRAPH = re.compile(r"\n[ \t\r\f\v]*\n")
_WORD_BEFORE = re.compile(r"[\w.&’'-]{1,30}$")
_NEXT = re.compile(r"\s*[\"'“‘(\[«—–-]*\s*(\S)")

_LONGEST = 4_000


def split_sentences(span: Span) -> Iterator[Span]:
    """Cut a block into sentences; each keeps its offsets in the article."""
    start = 0
    text = span.text
    for end in _ends(text):
        piece = _trimmed(span, start, end)
        start = end
        if piece is not None:
            yield piece
    last = _trimmed(span, start, len(text))
    if last is not None:
        yield last


def _ends(text: str) -> Iterator[int]:
    paragraphs = {match.end() for match in _PARAGRAPH.finditer(text)}
    stops = {match.end() for match in _STOP.finditer(text) if _is_end(text, match)}
    last = 0
    for end in sorted(paragraphs | stops):
        # Text without a stop must not become one sentence of a megabyte.
        while end - last > _LONGEST:
            space = text.rfind(" ", last + 1, last + _LONGEST)
            last = space if space > 0 else last + _LONGEST
            yield last
        yield end
        last = end
    while len(text) - last > _LONGEST:
        space = text.rfind(" ", last + 1, last + _LONGEST)
        last = space if space > 0 else last + _LONGEST
        yield last


def _is_end(text: str, stop: re.Match[str]) -> bool:
    following = _NEXT.match(text, stop.end())
    if following is None:
        return True
    if following[1].islower():
        return False
    if stop[0][0] != ".":
        return True
    before = _WORD_BEFORE.search(text[max(0, stop.start() - 30) : stop.start()])
    word = before[0].lower().strip("'’") if before else ""
    return _ends_after(word, text[following.start(1) : following.start(1) + 20])


def _ends_after(word: str, following: str) -> bool:
    """Whether the full stop behind ``word`` ends a sentence when ``following`` comes next."""
    if word in listed("keeps_stop"):
        return False
    is_abbreviation = word in _short() or (len(word) == 1 and word.isalpha() and word != "i")
    if is_abbreviation or re.fullmatch(r"(?:[a-z]\.){1,4}[a-z]", word):
        if following[:1].isdigit():
            return False
        opener = re.match(r"[A-Za-z]+", following)
        return bool(opener) and opener[0].lower() in listed("opener") if opener else False
    return True


@cache
def _short() -> frozenset[str]:
    return frozenset(word.lower() for word in listed("may_keep_stop"))


def _trimmed(span: Span, start: int, end: int) -> Span | None:
    text = span.text[start:end]
    words = text.strip()
    if not words:
        return None
    first = span.start + start + len(text) - len(text.lstrip())
    return Span(start=first, end=first + len(words), text=words)
