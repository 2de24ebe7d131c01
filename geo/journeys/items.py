"""A sentence and its toponyms go in, words, marks and places in order (items) come out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import BlockKind, ToponymKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Article, Span, Toponym

# One pass, no alternatives that share a first character with the one before them.
_TOKEN = re.compile(r"['’]s\b|\d+(?:[.,:]\d+)*(?:-\w+)*|[^\W\d]\w*(?:[-'’][^\W\d]\w*)*|[^\w\s]")
_POSSESSIVES = ("'s", "’s")
# The longest sentence that is read as one; what is longer is no prose, and is read in pieces so
# that the time it takes stays in proportion to its length.
_MOST_ITEMS = 240
QUOTES = frozenset("\"'“”‘’«»„")


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a mark of punctuation, or all words of a toponym; ``low`` is "" for a toponym."""

    text: str
    low: str
    start: int
    end: int
    toponym: Toponym | None = None

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital, as names are."""
        return self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, and no toponym."""
        return self.toponym is None and self.text[:1].isalnum()

    @property
    def place(self) -> Toponym | None:
        """The toponym, unless it is an adjective or names people."""
        if self.toponym is None or self.toponym.kind is ToponymKind.DEMONYM:
            return None
        return self.toponym


@dataclass(frozen=True, slots=True)
class Sentence:
    """The items of one sentence, and its number in the story."""

    index: int
    items: tuple[Item, ...]
    is_headline: bool

    def low(self, index: int) -> str:
        """Lower-case word at ``index``; "" for a toponym and beyond the ends."""
        return self.items[index].low if 0 <= index < len(self.items) else ""

    def at(self, index: int) -> Item | None:
        """Item at ``index``; None beyond the ends."""
        return self.items[index] if 0 <= index < len(self.items) else None


def sentences(article: Article, toponyms: Sequence[Toponym]) -> Iterator[Sentence]:
    """Cut each sentence of the story into items; of toponyms that overlap the longest stays."""
    ordered = sorted(toponyms, key=lambda toponym: (toponym.span.start, -toponym.span.end))
    upcoming = number = 0
    for span in article.sentences:
        while upcoming < len(ordered) and ordered[upcoming].span.start < span.start:
            upcoming += 1
        inside = []
        while upcoming < len(ordered) and ordered[upcoming].span.start < span.end:
            inside.append(ordered[upcoming])
            upcoming += 1
        block = article.block_at(span.start)
        is_headline = block is not None and block.kind is BlockKind.HEADLINE
        items = tuple(_items(article.text, span, _longest(inside, span.end)))
        for start in range(0, len(items), _MOST_ITEMS):
            yield Sentence(number, items[start : start + _MOST_ITEMS], is_headline)
            number += 1


def _longest(toponyms: list[Toponym], end: int) -> Iterator[Toponym]:
    """Leave out toponyms that overlap a longer one; they come sorted by start, longest first."""
    kept: list[Toponym] = []
    for toponym in toponyms:
        if toponym.span.end > end or toponym.span.end <= toponym.span.start:
            continue
        if kept and toponym.span.overlaps(kept[-1].span):
            if toponym.span.end - toponym.span.start > kept[-1].span.end - kept[-1].span.start:
                kept[-1] = toponym
            continue
        kept.append(toponym)
    return iter(kept)


def _items(text: str, span: Span, toponyms: Iterator[Toponym]) -> Iterator[Item]:
    done = span.start
    for toponym in toponyms:
        start, end = toponym.span.start, toponym.span.end
        yield from _words(text, done, start)
        yield Item(text[start:end], "", start, end, toponym)
        done = end
    yield from _words(text, done, span.end)


def _words(text: str, start: int, end: int) -> Iterator[Item]:
    for match in _TOKEN.finditer(text, start, end):
        word, low = match.group(), match.group().lower().replace("’", "'")
        if word.endswith(_POSSESSIVES):
            cut = match.end() - len("'s")
            if cut > match.start():
                yield Item(text[match.start() : cut], low[:-2], match.start(), cut)
            yield Item(text[cut : match.end()], "'s", cut, match.end())
        else:
            yield Item(word, low, match.start(), match.end())
