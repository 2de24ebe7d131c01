"""A sentence and a gazetteer go in; its demonyms come out ("Russian", "South Koreans").

A demonym says whose or whence somebody or something is; it is no place where a thing happens. So
its sense is always associative, and its name is that of the place that it is tied to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.ports import Gazetteer

_LONGEST = 3


class Demonym(NamedTuple):
    """Words ``first`` to before ``end`` and the name of the place that they are tied to."""

    first: int
    end: int
    start: int
    stop: int
    name: str


def find_demonyms(
    sentence: Sentence, gazetteer: Gazetteer, taken: frozenset[int]
) -> Iterator[Demonym]:
    """Find demonyms from left to right; words in ``taken`` are passed over."""
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        found = None
        if index not in taken and tokens[index].is_capital:
            found = _at(sentence, index, gazetteer, taken)
        if found is not None:
            yield found
        index = found.end if found is not None else index + 1


def _at(
    sentence: Sentence, index: int, gazetteer: Gazetteer, taken: frozenset[int]
) -> Demonym | None:
    tokens = sentence.tokens
    most = 1
    while most < _LONGEST and _goes_on(tokens, index + most) and index + most not in taken:
        most += 1
    for count in range(most, 0, -1):
        end = index + count
        run = tokens[index:end]
        name = gazetteer.demonym(" ".join(token.text for token in run))
        if name is not None and not _is_language(sentence, index, end):
            return Demonym(index, end, run[0].start, run[-1].end, name)
    return None


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].is_capital and tokens[index].is_joined


def _is_language(sentence: Sentence, index: int, end: int) -> bool:
    """Whether the word stands alone behind "in", "speak" and the like: a language."""
    tokens = sentence.tokens
    if not index or tokens[index - 1].lower not in listed("before_language"):
        return False
    return (
        end >= len(tokens)
        or not tokens[end].is_joined
        or tokens[end].text in listed("after_language")
    )
