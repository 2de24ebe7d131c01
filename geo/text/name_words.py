"""The words of a sentence as names are made of them: without signs, clitics put back.

The document's own words are those of treebanks ("Odesa", "'s"; "don", "'t"). A name is matched
over whole ones: a possessive ending is noted and set aside, any other clitic goes back to its word.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import Span
from geo.contracts.name_words import Sentence, Token
from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Sentence as Parsed

# Letters and digits, with combining accents and the invisible characters that pages leave in words.
# The two classes share no character, so that the pattern is linear in the length of the text.
_MARKS = r"[\u0300-\u036f\u200b-\u200d\u2060\u00ad\ufeff]"
_INNER = rf"[^\W_]+(?:{_MARKS}+[^\W_]*)*"
# What a name's words are cut into besides: "anti-Iran" and "1,300" are two each.
_PIECE = re.compile(
    r"(?:[A-Z][a-z]{0,3}\.){2,6}|(?:[A-Z]\.){1,5}[A-Z](?![^\W_])"
    rf"|{_INNER}(?:['’ʼ‘`]{_INNER}){{0,4}}"
)
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\u00ad\ufeff]")
# Hyphens that pages and typesetters write: to a name they are all one.
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
_JOINT = re.compile(r"[\s\u200b\u2060]{1,4}|-|-\n")

_MOSTLY = 0.7
_FEW_WORDS = 3


def words_of(parsed: Parsed) -> Sentence:
    """Read the words of a sentence of the document for names."""
    tokens = tuple(_tokens(parsed))
    letters = [token.text for token in tokens if token.text[:1].isalpha()]
    shouted = sum(word.isupper() and len(word) > 1 for word in letters)
    long = [word for word in letters if len(word) > _FEW_WORDS]
    titled = sum(word[0].isupper() for word in long)
    is_shouted = len(letters) > _FEW_WORDS and shouted >= _MOSTLY * len(letters)
    return Sentence(
        span=parsed.span,
        tokens=tokens,
        is_shouted=is_shouted,
        is_titled=not is_shouted and len(long) > _FEW_WORDS and titled >= _MOSTLY * len(long),
    )


def span_of(sentence: Sentence, first: int, end: int) -> Span:
    """Cut out the words from ``first`` on to before ``end``."""
    start, stop = sentence.tokens[first].start, sentence.tokens[end - 1].end
    base = sentence.span.start
    return Span(start=start, end=stop, text=sentence.span.text[start - base : stop - base])


def _tokens(parsed: Parsed) -> Iterator[Token]:
    text, base, last = parsed.span.text, parsed.span.start, 0
    clean = str if text.isascii() else _visible
    for start, end, stop, number in _runs(parsed):
        core, whole, whole_end = text[start:end], text[start:stop], stop
        if whole == core and text[end : end + 1] == "." and _takes_stop(core):
            core, whole, whole_end = core + ".", core + ".", end + 1
        gap, shown = text[last:start], clean(core)
        if gap != " ":
            gap = gap.translate(_HYPHENS)
            # "the Lima–Ica train": between letters a dash joins two names as a hyphen does
            is_joint = gap == "–" and last > 0 and text[last - 1].isalpha() and core[0].isalpha()
            gap = "-" if is_joint else gap
        # By position, in the order of the class: a third of the time of names, word for word.
        yield Token(
            base + start,
            base + start + len(core),
            base + whole_end,
            shown,
            shown if whole == core else clean(whole),
            shown.lower().rstrip("."),
            gap,
            core[0].isupper(),
            gap == " " or _JOINT.fullmatch(gap) is not None,
            stop > end,
            number,
            parsed.tokens[number].tag,
        )
        last = whole_end


def _runs(parsed: Parsed) -> Iterator[tuple[int, int, int, int]]:
    """Give each word's start, its end without and with a possessive, and its number."""
    base = parsed.span.start
    run: tuple[int, int, int, int] | None = None
    for number, token in enumerate(parsed.tokens):
        start, end = token.span.start - base, token.span.end - base
        if run is not None and start == run[2] and _is_clitic(token.lower):
            run = (run[0], run[1] if token.lower == "'s" else end, end, run[3])
            continue
        for first, last in _pieces(token.span.text):
            if run is not None:
                yield run
            run = (start + first, start + last, start + last, number)
    if run is not None:
        yield run


def _is_clitic(lower: str) -> bool:
    return (lower[0] == "'" and len(lower) > 1) or lower == "n't"


def _pieces(word: str) -> Sequence[tuple[int, int]]:
    """Cut a word of the document into those of names; a sign has none."""
    return ((0, len(word)),) if word.isalnum() else [one.span() for one in _PIECE.finditer(word)]


def _visible(word: str) -> str:
    return _INVISIBLE.sub("", word)


def _takes_stop(word: str) -> bool:
    """Whether the full stop behind the word belongs to it ("St.", "Calif.", "J.")."""
    if len(word) == 1:
        return word.isupper()
    if word.isupper() and word.lower() in listed("stop_in_name"):
        return True
    return word.lower() in _stopped() and word[0].isupper() and not word.isupper()


@cache
def _stopped() -> frozenset[str]:
    return listed("stop_in_name") | {state.lower() for state in listed("state_short")}
