"""Gathers the names of a text that are no places: those that its words and its grammar show."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from geo.contracts import Entity, EntityKind
from geo.text.objects import objects_of
from geo.text.people import is_country, people_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.contracts import Sentence as Parsed
    from geo.contracts.name_words import Sentence
    from geo.ports import Gazetteer

_CONTENT = frozenset({"NOUN", "VERB"})


def with_known(
    shown: Sequence[Entity],
    parsed: Sequence[Parsed],
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
) -> tuple[Entity, ...]:
    """Add to the names that grammar has ``shown`` those that words and lists show.

    A name that the gazetteer knows as a whole stays in question: "the rival, Iran", "Buenos Aires".
    """
    sure: list[Entity] = []
    for one, words in zip(parsed, sentences, strict=True):
        if words.is_shouted or (words.is_titled and _is_title(one)):
            continue
        inside = _in_order(shown, words)
        sure += [entity for entity in inside if not _is_known(entity, words, gazetteer)]
    listed = (*people_of(sentences, gazetteer), *objects_of(sentences, gazetteer))
    return tuple(_once((*sure, *listed)))


def _in_order(shown: Sequence[Entity], sentence: Sentence) -> Sequence[Entity]:
    first, end = (
        bisect_left(shown, at, key=lambda one: one.span.start)
        for at in (sentence.span.start, sentence.span.end)
    )
    return shown[first:end]


def _is_title(sentence: Parsed) -> bool:
    """Whether nouns and verbs have capitals too, and not only the names that most words are."""
    words = sentence.tokens
    return not any(word.tag in _CONTENT and word.span.text[0].islower() for word in words)


def _is_known(entity: Entity, sentence: Sentence, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer knows a name as a whole, or a person's as a country's."""
    first, end = (
        bisect_left(sentence.tokens, at, key=attrgetter("start"))
        for at in (entity.span.start, entity.span.end)
    )
    names = [token.text for token in sentence.tokens[first:end]]
    if entity.kind is EntityKind.PERSON and any(is_country(one, gazetteer) for one in names):
        return True
    return gazetteer.longest(names) >= len(names)


def _once(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Give those in the order of the text, of two of the same words the first."""
    found: dict[tuple[int, int], Entity] = {}
    for entity in entities:
        found.setdefault((entity.span.start, entity.span.end), entity)
    yield from (entity for _, entity in sorted(found.items()))
