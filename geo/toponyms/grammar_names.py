"""Names that the grammar shows to be no places are added to those that words and lists show.

A name that the gazetteer knows as a whole stays in question: "the rival, Iran", "Buenos Aires".
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from geo.contracts import EntityKind
from geo.toponyms.people import is_country

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Document, Entity
    from geo.ports import Gazetteer
    from geo.toponyms.people import People
    from geo.toponyms.tokens import Sentence

_CONTENT = frozenset({"NOUN", "VERB"})


def with_entities(
    people: People, document: Document, sentences: Sequence[Sentence], gazetteer: Gazetteer
) -> People:
    """Add the words of the document's entities; where most words have capitals none are."""
    words: set[tuple[int, int]] = set()
    surnames: set[str] = set()
    for number, sentence in enumerate(sentences):
        if sentence.is_shouted or (sentence.is_titled and _is_title(document, sentence)):
            continue
        for entity, run in _runs(document, sentence, gazetteer):
            words.update((number, word) for word in run)
            if entity.kind is EntityKind.PERSON:
                surnames.add(sentence.tokens[run.stop - 1].lower)
    return people._replace(words=people.words | words, surnames=people.surnames | surnames)


def _is_title(document: Document, sentence: Sentence) -> bool:
    """Whether nouns and verbs have capitals too, and not only the names that most words are."""
    parsed = document.sentence_at(sentence.span.start)
    words = parsed.tokens if parsed is not None else ()
    return not any(word.tag in _CONTENT and word.span.text[0].islower() for word in words)


def _runs(
    document: Document, sentence: Sentence, gazetteer: Gazetteer
) -> Iterator[tuple[Entity, range]]:
    """Give the words of each entity that the gazetteer does not know as a whole."""
    for entity in document.entities_in(sentence.span):
        first, end = (
            bisect_left(sentence.tokens, at, key=attrgetter("start"))
            for at in (entity.span.start, entity.span.end)
        )
        names = [token.text for token in sentence.tokens[first:end]]
        if entity.kind is EntityKind.PERSON and any(is_country(one, gazetteer) for one in names):
            continue
        if names and gazetteer.longest(names) < len(names):
            yield entity, range(first, end)
