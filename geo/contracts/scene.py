"""A sentence with its grammar and its toponyms: which word names a place, what stands where."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from geo.contracts import BlockKind, ToponymKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.contracts import Article, Document, Span, Time, Token, Toponym, Tree
    from geo.contracts import Sentence as ParsedSentence


_QUOTES = frozenset({'"', "“", "”"})
_MARKS = ('"', "“", "”", "‘")
_DASHES = frozenset({"—", "–", "-", "--", ":"})


@dataclass(frozen=True, eq=False)
class Scene:
    """One sentence of the story; ``toponyms`` files each toponym under each of its words."""

    index: int
    sentence: ParsedSentence
    toponyms: Mapping[int, Toponym]
    is_headline: bool
    article: Article = field(repr=False)
    times: tuple[Time, ...] = ()

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words, in order."""
        return self.sentence.tokens

    @property
    def tree(self) -> Tree:
        """What hangs on what."""
        return self.sentence.tree

    def __len__(self) -> int:
        """Count the words."""
        return len(self.sentence.tokens)

    def low(self, index: int) -> str:
        """Word at ``index`` in small letters; "" beyond the ends."""
        lows = self._lows
        return lows[index] if 0 <= index < len(lows) else ""

    @cached_property
    def _lows(self) -> tuple[str, ...]:
        return tuple(token.lower for token in self.tokens)

    def tag(self, index: int) -> str:
        """Part of speech of the word at ``index``; "" beyond the ends."""
        return self.tokens[index].tag if 0 <= index < len(self.tokens) else ""

    def is_capital(self, index: int) -> bool:
        """Whether the word is written with a capital, as names are."""
        return 0 <= index < len(self.tokens) and self.tokens[index].span.text[:1].isupper()

    def place(self, index: int) -> Toponym | None:
        """Find the toponym that a word is part of, unless it is an adjective or names people."""
        toponym = self.toponyms.get(index)
        return None if toponym is None or toponym.kind is ToponymKind.DEMONYM else toponym

    def span(self, first: int, last: int) -> Span:
        """Cut out the words ``first`` to ``last``."""
        return self.article.span(self.tokens[first].span.start, self.tokens[last].span.end)

    @cached_property
    def quotes(self) -> tuple[int, ...]:
        """Find the sentence's quotation marks."""
        return tuple(i for i, token in enumerate(self.tokens) if token.lower in _QUOTES)

    def is_quoted(self, index: int) -> bool:
        """Whether a word is in somebody's mouth, as the sentence's quotation marks tell."""
        return bisect_left(self.quotes, index) % 2 == 1

    def is_told(self, index: int) -> bool:
        """Whether a word stands outside all quotations of a story that marks them."""
        text, at = self.article.text, self.tokens[index].span.start
        before = text[text.rfind("\n", 0, at) + 1 : at]
        marks = [before.count(mark) for mark in _MARKS]
        is_open = marks[0] % 2 == 1 or marks[1] > marks[2] or marks[3] > 0
        return not is_open and any(mark in text for mark in _MARKS[:2])

    def relation(self, index: int) -> str:
        """How a word hangs on its head, without the finer part: "nsubj" for "nsubj:pass"."""
        return self._relations[index]

    @cached_property
    def _relations(self) -> tuple[str, ...]:
        return tuple(token.relation.partition(":")[0] for token in self.tokens)

    @cached_property
    def dateline(self) -> int:
        """Count the words of the dateline at its start, which are no part of its grammar."""
        if not self.tokens or not self.sentence.is_parsed:
            return 0
        top = 0
        while self.tokens[top].relation not in {"parataxis", "root"}:
            top = self.tokens[top].head
        if self.tokens[top].relation != "parataxis" or self.tokens[top].head < top:
            return 0
        last = max(self.tree.subtree(top)) + 1
        return last if self.low(last - 1) in _DASHES else 0

    @cached_property
    def _range_of(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for index, toponym in self.toponyms.items():
            first, last = found.get(toponym.id, (index, index))
            found[toponym.id] = (min(first, index), max(last, index))
        return found

    def words_of(self, toponym: Toponym) -> tuple[int, int]:
        """First and last word of a toponym of this sentence."""
        return self._range_of[toponym.id]

    def head_of(self, toponym: Toponym) -> int:
        """Find the word of a toponym that hangs on a word outside it."""
        first, last = self.words_of(toponym)
        for index in range(first, last + 1):
            head = self.tree.head(index)
            if head is None or not first <= head <= last:
                return index
        return last


def scenes(article: Article, document: Document, toponyms: Sequence[Toponym]) -> Iterator[Scene]:
    """Lay the toponyms over the sentences; of those that overlap the longest stays."""
    kept = _longest([one for one in toponyms if _is_inside(one, document)])
    upcoming = 0
    for index, sentence in enumerate(document.sentences):
        inside: dict[int, Toponym] = {}
        while upcoming < len(kept) and kept[upcoming].span.start < sentence.span.end:
            toponym = kept[upcoming]
            inside.update(dict.fromkeys(sentence.tokens_in(toponym.span), toponym))
            upcoming += 1
        block = article.block_at(sentence.span.start)
        is_headline = block is not None and block.kind is BlockKind.HEADLINE
        times = document.times_in(sentence.span)
        yield Scene(index, sentence, inside, is_headline, article, times)


def _is_inside(toponym: Toponym, document: Document) -> bool:
    """Whether a toponym has words, all of one sentence."""
    sentence = document.sentence_at(toponym.span.start)
    is_empty = toponym.span.end <= toponym.span.start
    return not is_empty and sentence is not None and sentence.span.covers(toponym.span)


def _longest(toponyms: Sequence[Toponym]) -> list[Toponym]:
    kept: list[Toponym] = []
    for toponym in sorted(toponyms, key=lambda one: (one.span.start, -one.span.end)):
        if kept and toponym.span.overlaps(kept[-1].span):
            if toponym.span.end - toponym.span.start > kept[-1].span.end - kept[-1].span.start:
                kept[-1] = toponym
            continue
        kept.append(toponym)
    return kept
