"""The command `read`: prints an article's sentences, if asked with all that is read in them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from geo.cli.article import article_source
from geo.cli.terminal import printable, say, use_utf8
from geo.settings import Reader, Settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from geo.contracts import Document, Sentence, Span, Token

# Of words, lemmas and features longer than these only the beginning is shown.
_WORD, _FORM = 24, 60


def run(arguments: Namespace) -> int:
    """Read, cut into sentences, print; what could not be done is told on standard error."""
    settings = Settings(reader=Reader(arguments.reader))
    source = article_source(arguments.article, settings, story=arguments.story)

    from geo.read import read_text  # noqa: PLC0415 - a bad file is told at once
    from geo.text import make_document, with_referents  # noqa: PLC0415 - as above
    from geo.wiring import annotator, services  # noqa: PLC0415 - as above

    article, problems = read_text(source, settings)
    if arguments.grammar:
        from geo.toponyms import find_toponyms  # noqa: PLC0415 - as above

        gazetteer = services(settings).gazetteer
        document, more = make_document(article, annotator(settings), gazetteer)
        document = with_referents(article, document, find_toponyms(article, document, gazetteer))
    else:
        document, more = make_document(article)
    use_utf8()
    for number, sentence in enumerate(document.sentences, 1):
        sys.stdout.write(f"{number}. {printable(sentence.span.text)}\n")
        if arguments.grammar:
            lines = (*picture(sentence), *found_in(document, sentence), "")
            sys.stdout.writelines(f"{line}\n" for line in lines)
    for problem in (*problems, *more):
        say(problem.message)
    return 0


def picture(sentence: Sentence) -> Iterator[str]:
    """Draw a sentence a line a word: number, word, lemma, tags, what it hangs on and how."""
    rows = [_cells(number, token, sentence) for number, token in enumerate(sentence.tokens, 1)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"   {'  '.join(cells)}".rstrip()


def found_in(document: Document, sentence: Sentence) -> Iterator[str]:
    """Tell what else is read in a sentence: quantities, times, names, and whom its words mean."""
    for amount in document.amounts_in(sentence.span):
        one = amount.quantity
        yield f"   {_quoted(one.span)}: {one.dimension}, {one.value:g} {one.unit}"
    for time in document.times_in(sentence.span):
        yield f"   {_quoted(time.span)}: time, {time.kind}"
    for entity in document.entities_in(sentence.span):
        yield f"   {_quoted(entity.span)}: {entity.kind}, {printable(entity.reason)}"
    for link in document.referents.links_in(sentence.span):
        others = ", ".join(_shown(other.shown) for other in link.others)
        also = f"; it would fit as well: {others}" if others else ""
        yield f"   {_quoted(link.span)} → {_shown(link.to.shown)} ({printable(link.reason)}{also})"


def _quoted(span: Span) -> str:
    return f"“{_shown(span.text)}”"


def _cells(number: int, token: Token, sentence: Sentence) -> tuple[str, ...]:
    word = _shown(token.span.text)
    if not sentence.is_parsed:
        return f"{number:3}", word
    hangs = "" if token.head < 0 else f"← {token.head + 1} {_head(token, sentence)}"
    form = printable(token.form)[:_FORM]
    cells = (word, _shown(token.lemma), token.tag, token.fine, token.relation, hangs, form)
    return f"{number:3}", *cells


def _head(token: Token, sentence: Sentence) -> str:
    return _shown(sentence.tokens[token.head].span.text)


def _shown(word: str) -> str:
    plain = printable(word)
    return plain if len(plain) <= _WORD else f"{plain[: _WORD - 1]}…"
