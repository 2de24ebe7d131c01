"""Cuts a block into the spans of its sentences."""

from __future__ import annotations

import re
from functools import cache
from math import fsum
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.contracts import Span
from geo.lexicon.tables import nested
from geo.read.gaps import gaps_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.read.gaps import Gap

TABLE = "sentence_ends.json"  # in the folder of the language

_PARAGRAPH = re.compile(r"\n[ \t\r\f\v]*\n")
_LONGEST = 4_000


class Judge(NamedTuple):
    """What each sign of a gap speaks for or against a sentence's end.

    ``base`` is what is so of any gap; more must speak for an end by ``doubt``, by what kind it is.
    """

    base: float
    signs: Mapping[str, float]
    doubt: Mapping[str, float]

    def is_end(self, gap: Gap) -> bool:
        """Whether a sentence ends in a gap."""
        if gap.ends is not None:
            return gap.ends
        weight = fsum((self.base, *(self.signs.get(one, 0.0) for one in gap.signs)))
        return weight > self.doubt[gap.kind]


def to_judge(table: Mapping[str, Any]) -> Judge:
    """Take weights from their written form."""
    return Judge(base=table["any gap"], signs=table["signs"], doubt=table["doubt"])


@cache
def _judge() -> Judge:
    return to_judge(nested(TABLE.removesuffix(".json")))


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
    last = 0
    judge = _judge()
    found = {gap.end for gap in gaps_of(text) if judge.is_end(gap)}
    for end in sorted(paragraphs | found):
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


def _trimmed(span: Span, start: int, end: int) -> Span | None:
    text = span.text[start:end]
    words = text.strip()
    if not words:
        return None
    first = span.start + start + len(text) - len(text.lstrip())
    return Span(start=first, end=first + len(words), text=words)
