"""Tells which names the words beside them call a capital: "Stanley, the islands' capital"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import RelationKind, ToponymKind
from geo.lexicon import any_of
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from geo.contracts import Article, Span, Toponym

_REACH = 20


class Called(NamedTuple):
    """The words that call a name a capital, and the names of what it is said to be capital of."""

    words: Span
    holders: tuple[Toponym, ...]


def called_capitals(article: Article, toponyms: Sequence[Toponym]) -> dict[str, Called]:
    """Give what calls a name a capital, by toponym id."""
    return {
        toponym.id: Called(words, tuple(_holders(article, words, toponyms)))
        for toponym in toponyms
        if toponym.kind is ToponymKind.NAME
        for words in _words(article, toponym.span)
    }


def told_by_name(
    called: Mapping[str, Called], toponyms: Sequence[Toponym]
) -> dict[str, tuple[str, Toponym]]:
    """Give the name that a description stands behind, by the description's id, with that itself.

    "La Paz, the Bolivian capital" tells of one place.
    """
    described = [
        one
        for one in toponyms
        if one.relation is not None and one.relation.kind is RelationKind.CAPITAL
    ]
    return {
        one.id: (name, one)
        for name, told in called.items()
        for one in described
        if one.span.start < told.words.end and told.words.start < one.span.end
    }


def _holders(article: Article, words: Span, toponyms: Sequence[Toponym]) -> Iterator[Toponym]:
    of = _of().match(article.text, words.end)
    end = of.end() if of is not None else words.end
    for one in toponyms:
        is_name = one.kind in {ToponymKind.NAME, ToponymKind.DEMONYM}
        if is_name and words.start <= one.span.start <= end:
            yield one


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
