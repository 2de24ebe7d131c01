"""The story's sentences with their words, and the grammar of each where one was told.

Tags, features and relations are those of Universal Dependencies for English:
https://universaldependencies.org/en/.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from geo.contracts.referents import Referents
from geo.contracts.token import Token
from geo.contracts.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.contracts.entities import Entity
    from geo.contracts.name_words import Sentence as NameWords
    from geo.contracts.quantities import Amount
    from geo.contracts.text import Span
    from geo.contracts.times import Time

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence and its words; ``tree`` answers what hangs on what.

    Attributes
    ----------
    span : one of the article's sentences.
    tokens : its words in order, never overlapping; every character but white space lies in one.
    """

    span: Span
    tokens: tuple[Token, ...]
    tree: Tree = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Hang the words up once, so that asking is quick."""
        object.__setattr__(self, "tree", Tree(self.tokens))

    @property
    def is_parsed(self) -> bool:
        """Whether its words have grammar; else every question to ``tree`` finds nothing."""
        return bool(self.tokens) and bool(self.tokens[0].relation)

    def token_at(self, offset: int) -> int | None:
        """Index of the word that holds the article's character at ``offset``."""
        index = bisect_right(self.tokens, offset, key=lambda token: token.span.start) - 1
        if index >= 0 and offset < self.tokens[index].span.end:
            return index
        return None

    def tokens_in(self, span: Span) -> range:
        """List the words that share a character with a span of the article."""
        start = bisect_right(self.tokens, span.start, key=lambda token: token.span.end)
        end = bisect_right(self.tokens, span.end - 1, key=lambda token: token.span.start)
        return range(start, max(start, end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text as every stage reads it.

    Attributes
    ----------
    sentences : those of the article, in its order, one for each.
    name_words : the words of each sentence as names are made of them.
    amounts : the figures with a unit that they hold, in order.
    times : the points in time that they name, in order.
    entities : names of people, ships, firms and works, in order; they may overlap.
    referents : whom its words mean, once its places are known; nobody without grammar.
    """

    sentences: tuple[Sentence, ...]
    name_words: tuple[NameWords, ...] = ()
    amounts: tuple[Amount, ...] = ()
    times: tuple[Time, ...] = ()
    entities: tuple[Entity, ...] = ()
    referents: Referents = field(default_factory=Referents)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Find the sentence that holds the article's character at ``offset``."""
        index = bisect_right(self.sentences, offset, key=lambda one: one.span.start) - 1
        if index >= 0 and offset < self.sentences[index].span.end:
            return self.sentences[index]
        return None

    def amounts_in(self, span: Span) -> tuple[Amount, ...]:
        """List the amounts that begin in a span of the article, in order."""
        return _within(self.amounts, span, lambda one: one.start)

    def times_in(self, span: Span) -> tuple[Time, ...]:
        """List the times that begin in a span of the article, in order."""
        return _within(self.times, span, lambda one: one.span.start)

    def entities_in(self, span: Span) -> tuple[Entity, ...]:
        """List the entities that begin in a span of the article, in order."""
        return _within(self.entities, span, lambda one: one.span.start)

    @property
    def is_parsed(self) -> bool:
        """Whether at least one sentence has grammar."""
        return any(sentence.is_parsed for sentence in self.sentences)


def _within(
    found: tuple[Found, ...], span: Span, start: Callable[[Found], int]
) -> tuple[Found, ...]:
    """Cut out those that begin in a span; all are in the order of the text."""
    first = bisect_left(found, span.start, key=start)
    return found[first : bisect_left(found, span.end, lo=first, key=start)]
