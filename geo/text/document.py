"""Makes the document of an article: its sentences cut into words, with grammar where it is told."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from geo.contracts import Document, Problem, Sentence, Token
from geo.text.dateline import joined, parts
from geo.text.entities import entities_of
from geo.text.known_names import with_known
from geo.text.name_words import words_of
from geo.text.participles import with_main_verb, with_participles
from geo.text.quantities import amounts_of
from geo.text.times import times_of
from geo.text.words import cut_words, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Article, Span
    from geo.ports import Annotator, Gazetteer


def make_document(
    article: Article, annotator: Annotator | None = None, gazetteer: Gazetteer | None = None
) -> tuple[Document, tuple[Problem, ...]]:
    """Cut an article's sentences into words; an annotator adds their grammar.

    A gazetteer tells names of people from those of places. Without an annotator the words have no
    grammar. Where the annotator does not try (a sentence that is
    too long, or not in an alphabet that it knows) a `Problem` says so.
    """
    sentences = tuple(cut_sentence(sentence) for sentence in article.sentences)
    parsed = sentences if annotator is None else tuple(_annotated(sentences, annotator))
    left = [sentence for sentence in parsed if sentence.tokens and not sentence.is_parsed]
    names, entities = tuple(map(words_of, parsed)), entities_of(parsed)
    if gazetteer is not None:
        entities = with_known(entities, parsed, names, gazetteer)
    document = Document(
        sentences=parsed,
        name_words=names,
        amounts=amounts_of(article),
        times=times_of(parsed),
        entities=entities,
    )
    return document, () if annotator is None else tuple(_problem(left))


def cut_sentence(span: Span) -> Sentence:
    """Cut one sentence of an article into words without grammar."""
    tokens = []
    for word in cut_words(span):
        lower = plain(word.text)
        tokens.append(Token(span=word, lower=lower, lemma=lower))
    return Sentence(span=span, tokens=tuple(tokens))


def _annotated(sentences: Sequence[Sentence], annotator: Annotator) -> Iterator[Sentence]:
    """Annotate sentences, their datelines apart."""
    cut = [parts(sentence) for sentence in sentences]
    read = iter(annotator.annotate([part for pieces in cut for part in pieces]))
    for sentence, pieces in zip(sentences, cut, strict=True):
        yield with_main_verb(
            with_participles(joined(sentence.span, list(islice(read, len(pieces)))))
        )


def _problem(left: list[Sentence]) -> list[Problem]:
    """Say once how many sentences have no grammar, with the first of them."""
    if not left:
        return []
    count = "One sentence was" if len(left) == 1 else f"{len(left):,} sentences were"
    return [
        Problem(
            stage="text",
            code="no-grammar",
            message=f"{count} too long or not in Latin letters, and read without grammar.",
            span=left[0].span,
        )
    ]
