"""Sorts the names that the document knows to be no places, by the words that they take up.

Whoever was named in full once keeps the surname: "Jordan said" after "Michael Jordan" is no
country. A storm keeps its name all through the story; a ship does not, for ships are named beside
the town that they are named after.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import EntityKind
from geo.lexicon import listed
from geo.lexicon.names import first_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts import Document
    from geo.contracts.name_words import Sentence, Token

_QUOTES = frozenset("\"”’'»“")


class People(NamedTuple):
    """Which words name no places: (sentence, word) indices; names of people and storms, folded."""

    words: frozenset[tuple[int, int]]
    surnames: Mapping[str, tuple[int, int]]  # each with where it stands first
    storms: frozenset[str] = frozenset()
    first_names: frozenset[str] = frozenset()


NOBODY = People(frozenset(), {})


def known_people(document: Document, sentences: Sequence[Sentence]) -> People:
    """Sort what a document names besides places."""
    words: set[tuple[int, int]] = set()
    surnames: dict[str, tuple[int, int]] = {}
    storms: set[str] = set()
    firsts: set[str] = set()
    for number, sentence in enumerate(sentences):
        for entity in document.entities_in(sentence.span):
            first, end = (
                bisect_left(sentence.tokens, at, key=attrgetter("start"))
                for at in (entity.span.start, entity.span.end)
            )
            words.update((number, word) for word in range(first, end))
            names = sentence.tokens[first:end]
            if entity.kind is EntityKind.PERSON and not sentence.is_shouted:
                surnames.setdefault(_surname(names), (number, first))
                firsts.update(_first_name(names))
            if entity.kind is EntityKind.EVENT:
                storms.update(name.lower for name in names)
    return People(frozenset(words), surnames, frozenset(storms), frozenset(firsts))


def speakers(sentences: Sequence[Sentence]) -> Mapping[str, tuple[int, int]]:
    """Give the single names that a quotation is said by: "“I cried,” said Noma."; with where."""
    found: dict[str, tuple[int, int]] = {}
    for number, sentence in enumerate(sentences):
        tokens = sentence.tokens
        for index in range(1, len(tokens)):
            said, name = tokens[index - 1], tokens[index]
            is_quoted = not _QUOTES.isdisjoint(said.gap) and said.lower in listed("said")
            is_alone = index + 1 == len(tokens) or not tokens[index + 1].is_joined
            if is_quoted and is_alone and name.is_capital and not name.is_possessive:
                found.setdefault(name.lower, (number, index))
    return found


def _first_name(name: Sequence[Token]) -> Sequence[str]:
    """Give the first word of a name in full, where it is a first name."""
    first = name[0].lower if len(name) > 1 else ""
    return [first] if first in first_names() else []


def _surname(name: Sequence[Token]) -> str:
    last = [token.lower for token in name if token.lower not in listed("suffix")]
    return last[-1] if last else ""
