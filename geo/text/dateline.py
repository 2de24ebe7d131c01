"""Keeps a dateline ("ODESA, Ukraine (AP) — The ship ...") from being read as part of the sentence.

A parser that is not told takes the town for the subject. The dateline and what follows it are
parsed apart; then the dateline's words hang on the sentence's root by "parataxis".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from geo.contracts import ROOT, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Span, Token

# A town in capitals, or a place with an agency in brackets; then a dash and a new beginning.
_NAME = r"[^\W\d_][\w.'’-]{0,30}"
_CAPITALS = r"[^\W\d_a-zß-ÿ]{3,}(?:[ '’-][^\W\d_a-zß-ÿ]{2,}){0,3}"
_DATE = r"(?:, ?[A-Z][a-z]{2,8}\.? \d{1,2})?"
_REST = rf"(?:/{_CAPITALS}){{0,2}}(?:, {_NAME}(?: {_NAME}){{0,3}}){{0,2}}{_DATE}"
_AGENCY = r"\([A-Z][\w/ .&'’-]{1,30}\)"
_NEXT = r"(?=[“\"‘']?[^\W\d_a-z])"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_REST}(?: {_AGENCY})?|{_NAME}(?: {_NAME}){{0,3}}{_REST} {_AGENCY}|{_AGENCY})"
    rf" ?(?:[–—]|--?|:(?= )) ?{_NEXT}"
    # the hour that a line of a live report opens with: "09.45 Three lorries …"
    rf"|(?:LIVE:? )?\d{{1,2}}[.:]\d{{2}}(?: ?[ap]\.?m\.?)?(?: (?:GMT|BST))?:?(?: [–—-])? {_NEXT}"
)


def parts(sentence: Sentence) -> list[Sentence]:
    """Part a sentence's dateline from the rest; one part where it has none."""
    found = _DATELINE.match(sentence.span.text)
    if found is None:
        return [sentence]
    at = sentence.span.start + found.end()
    tokens = sentence.tokens
    number = sum(token.span.start < at for token in tokens)
    if number == len(tokens):
        return [sentence]
    return [_part(sentence.span, tokens[:number]), _part(sentence.span, tokens[number:])]


def joined(span: Span, read: list[Sentence]) -> Sentence:
    """Put parts together again; without grammar where one of them has none."""
    if len(read) == 1:
        return read[0]
    dateline, rest = read
    if not (dateline.is_parsed and rest.is_parsed):
        return Sentence(span=span, tokens=tuple(map(_bare, (*dateline.tokens, *rest.tokens))))
    shift = len(dateline.tokens)
    root = shift + next(i for i, token in enumerate(rest.tokens) if token.head == ROOT)
    return Sentence(span=span, tokens=tuple(_hung(dateline, rest, root)))


def _hung(dateline: Sentence, rest: Sentence, root: int) -> Iterator[Token]:
    shift = len(dateline.tokens)
    for token in dateline.tokens:
        is_top = token.head == ROOT
        yield replace(token, head=root, relation="parataxis") if is_top else token
    for token in rest.tokens:
        yield token if token.head == ROOT else replace(token, head=token.head + shift)


def _bare(token: Token) -> Token:
    return replace(token, lemma=token.lower, tag="", fine="", form="", head=ROOT, relation="")


def _part(span: Span, tokens: tuple[Token, ...]) -> Sentence:
    start, end = tokens[0].span.start, tokens[-1].span.end
    text = span.text[start - span.start : end - span.start]
    return Sentence(span=replace(span, start=start, end=end, text=text), tokens=tokens)
