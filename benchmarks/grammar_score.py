"""Compares sentences with grammar with a treebank's, word by word, as CoNLL's scorer does.

Words are aligned by the characters that they stand on. A word that one side alone has is a word
wrong; each figure is the harmonic mean of what is right among the words found and among those
wanted. With the treebank's own words that is the share of words that are right. Lemmas are compared
in small letters.

References
----------
Zeman et al., "CoNLL 2018 shared task" (2018), section 5.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import Sentence, Span, Token
from geo.text.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.train_grammar.treebank import Lesson

MEASURES = ("words", "sentences", "UPOS", "XPOS", "UFeats", "lemmas", "UAS", "LAS", "LAS*")


class Paragraph(NamedTuple):
    """A stretch of a treebank as plain text, with its sentences as it parses them."""

    span: Span
    sentences: list[Sentence]


def paragraphs(lessons: Iterable[Lesson]) -> Iterator[Paragraph]:
    """Lay a treebank's sentences out as text, one paragraph after the other."""
    start, text = 0, ""
    sentences: list[Sentence] = []
    for lesson in lessons:
        if lesson.opens and sentences:
            yield Paragraph(Span(start=start, end=start + len(text), text=text), sentences)
            start, text, sentences = start + len(text) + 2, "", []
        text += " " if text else ""
        sentence = _sentence(lesson, start + len(text))
        text += sentence.span.text
        sentences.append(sentence)
    yield Paragraph(Span(start=start, end=start + len(text), text=text), sentences)


def bare(sentence: Sentence) -> Sentence:
    """Take the grammar off a sentence and keep its words."""
    return Sentence(
        span=sentence.span,
        tokens=tuple(
            Token(span=token.span, lower=token.lower, lemma=token.lower)
            for token in sentence.tokens
        ),
    )


def score(wanted: Sequence[Sentence], found: Sequence[Sentence]) -> dict[str, float]:
    """Give each of `MEASURES`; "LAS*" leaves what stands behind a relation's colon aside."""
    right = Counter[str]()
    gold = {_at(token.span): (sentence, token) for sentence in wanted for token in sentence.tokens}
    for sentence in found:
        for token in sentence.tokens:
            if _at(token.span) in gold:
                right.update(_right(*gold[_at(token.span)], sentence, token))
    bounds = {_at(sentence.span) for sentence in wanted}
    right["sentences"] = sum(_at(sentence.span) in bounds for sentence in found)
    words = len(gold) + sum(len(sentence.tokens) for sentence in found)
    counts = dict.fromkeys(MEASURES, words) | {"sentences": len(wanted) + len(found)}
    return {name: 2 * right[name] / max(1, counts[name]) for name in MEASURES}


def _right(wanted: Sentence, token: Token, sentence: Sentence, found: Token) -> Iterator[str]:
    yield "words"
    same = {
        "UPOS": token.tag == found.tag,
        "XPOS": token.fine == found.fine,
        "UFeats": token.form == found.form,
        "lemmas": token.lemma.lower() in {found.lemma.lower(), "_"},
    }
    yield from (name for name, is_same in same.items() if is_same)
    if not found.relation or _head(wanted, token) != _head(sentence, found):
        return
    yield "UAS"
    if token.relation == found.relation:
        yield "LAS"
    if token.relation.partition(":")[0] == found.relation.partition(":")[0]:
        yield "LAS*"


def _head(sentence: Sentence, token: Token) -> tuple[int, int] | None:
    return _at(sentence.tokens[token.head].span) if token.head >= 0 else None


def _at(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _sentence(lesson: Lesson, start: int) -> Sentence:
    text, spans = "", []
    for word, space in zip(lesson.words, lesson.spaced, strict=True):
        text += " " if space and text else ""
        at = start + len(text)
        spans.append(Span(start=at, end=at + len(word), text=word))
        text += word
    tokens = tuple(
        Token(
            span=span,
            lower=plain(span.text),
            lemma=lemma,
            tag=tag,
            fine=fine,
            form="" if form == "_" else form,
            head=head - 1,
            relation=relation,
        )
        for span, lemma, tag, fine, form, head, relation in zip(
            spans,
            lesson.lemmas,
            lesson.tags,
            lesson.fine,
            lesson.forms,
            lesson.heads,
            lesson.relations,
            strict=True,
        )
    )
    return Sentence(span=Span(start=start, end=start + len(text), text=text), tokens=tokens)
