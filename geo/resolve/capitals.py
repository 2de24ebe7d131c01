"""Tells which names the words beside them call a capital: "Stanley, the islands' capital"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import RelationKind, ToponymKind
from geo.lexicon import any_of
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from geo.contracts import Article, Span, Toponym

_REACH = 20
_LONGEST = 80  # characters of a description


class Called(NamedTuple):
    """The words that call a name a capital, and the names of what it is said to be capital of.

    ``described`` are these words where they are a toponym of their own, which is the same place:
    "La Paz, the Bolivian capital".
    """

    words: Span
    holders: tuple[Toponym, ...]
    described: Toponym | None


def called_capitals(article: Article, toponyms: Sequence[Toponym]) -> dict[str, Called]:
    """Give what calls a name a capital, by toponym id."""
    in_order = sorted(toponyms, key=_start)
    return {
        toponym.id: Called(words, tuple(_holders(article, words, in_order)), _own(words, in_order))
        for toponym in toponyms
        if toponym.kind is ToponymKind.NAME
        for words in _words(article, toponym.span)
    }


def _holders(article: Article, words: Span, in_order: Sequence[Toponym]) -> Iterator[Toponym]:
    of = _of().match(article.text, words.end)
    end = of.end() if of is not None else words.end
    for one in _from(words.start, end, in_order):
        if one.kind in {ToponymKind.NAME, ToponymKind.DEMONYM}:
            yield one


def _own(words: Span, in_order: Sequence[Toponym]) -> Toponym | None:
    """Find the description that the words are, or a part of."""
    return next(
        (
            one
            for one in _from(words.start - _LONGEST, words.end - 1, in_order)
            if one.relation is not None
            and one.relation.kind is RelationKind.CAPITAL
            and words.start < one.span.end
        ),
        None,
    )


def _from(first: int, last: int, in_order: Sequence[Toponym]) -> Sequence[Toponym]:
    """Cut out the toponyms that start between two offsets, both included."""
    start = bisect_left(in_order, first, key=_start)
    return in_order[start : bisect_right(in_order, last, lo=start, key=_start)]


def _start(toponym: Toponym) -> int:
    return toponym.span.start


def _words(article: Article, span: Span) -> Iterator[Span]:
    before = max(0, span.start - _REACH)
    found = _after().match(article.text, span.end) or _before().search(
        article.text, before, span.start
    )
    if found is not None:
        yield article.span(found.start("words"), found.end("words"))


@cache
def _of() -> re.Pattern[str]:
    return compiled(rf"[ \u00a0]of[ \u00a0](?:{any_of('article')}[ \u00a0])?")


@cache
def _after() -> re.Pattern[str]:
    """Find ", the islands' capital" behind a name; no "20 km from the capital"."""
    other = rf"(?:(?!{any_of('locative')}\b)[^\W\d_][\w'’.-]*[ \u00a0]){{0,5}}"
    return compiled(rf",[ \u00a0](?P<words>{other}{any_of('capital')})\b(?!['’])")


@cache
def _before() -> re.Pattern[str]:
    """Find "the capital, " and "its capital " right before a name; "the capital of" is another."""
    return compiled(rf"\b(?P<words>{any_of('capital')}),?[ \u00a0]\Z")
