"""The command `read`: an article goes in, its sentences, if asked with their grammar, come out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from geo.cli.article import article_source
from geo.cli.terminal import printable, say, use_utf8
from geo.settings import Reader, Settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from geo.contracts import Sentence, Token

# Of words, lemmas and features longer than these only the beginning is shown.
_WORD, _FORM = 24, 60


def run(arguments: Namespace) -> int:
    """Read, cut into sentences, print; what could not be done is told on standard error."""
    settings = Settings(reader=Reader(arguments.reader))
    source = article_source(arguments.article, settings)

    from geo.read import read_text  # noqa: PLC0415 - a bad file is told at once
    from geo.text import make_document  # noqa: PLC0415 - as above
    from geo.wiring import annotator  # noqa: PLC0415 - as above

    article, problems = read_text(source, settings)
    document, more = make_document(article, annotator(settings) if arguments.grammar else None)
    use_utf8()
    for number, sentence in enumerate(document.sentences, 1):
        sys.stdout.write(f"{number}. {printable(sentence.span.text)}\n")
        if arguments.grammar:
            sys.stdout.writelines(f"{line}\n" for line in (*picture(sentence), ""))
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
