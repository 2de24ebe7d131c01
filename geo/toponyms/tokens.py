"""A sentence goes in; its words come out, each with its place in the text and what parts it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.toponyms.lexicon import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Span

# Letters and digits, with combining accents and the invisible characters that pages leave in words.
# The two classes share no character, so that the pattern is linear in the length of the text.
_MARKS = r"[\u0300-\u036f\u200b-\u200d\u2060\u00ad\ufeff]"
_INNER = rf"[^\W_]+(?:{_MARKS}+[^\W_]*)*"
_WORD = re.compile(
    r"(?:[A-Z][a-z]{0,3}\.){2,6}|(?:[A-Z]\.){1,5}[A-Z](?![^\W_])"
    rf"|{_INNER}(?:['’ʼ‘`]{_INNER}){{0,4}}"
)
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\u00ad\ufeff]")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_JOINT = re.compile(r"[\s\u200b\u2060]{1,4}|-|-\n")
_ABBREVIATIONS = frozenset({"st", "ste", "mt", "ft", "pt"})

_MOSTLY = 0.7
_FEW_WORDS = 3


class Token(NamedTuple):
    """One word of a sentence.

    Attributes
    ----------
    end, text : without a possessive ending; ``whole_end`` and ``whole`` are with it.
    lower : the text in lower case, without full stops at its end.
    gap : what stands between the word before and this one.
    is_capital : whether it begins with a capital.
    is_joined : whether only a space or a hyphen parts it from the word before.
    is_possessive : whether an ending in "’s" was taken off.
    """

    start: int
    end: int
    whole_end: int
    text: str
    whole: str
    lower: str
    gap: str
    is_capital: bool
    is_joined: bool
    is_possessive: bool


class Sentence(NamedTuple):
    """The words of a sentence and how its capitals are to be read."""

    span: Span
    tokens: Sequence[Token]
    is_shouted: bool
    is_titled: bool


def cut(span: Span) -> Sentence:
    """Cut a sentence into words."""
    tokens = tuple(_tokens(span))
    letters = [token.text for token in tokens if token.text[:1].isalpha()]
    shouted = sum(word.isupper() and len(word) > 1 for word in letters)
    long = [word for word in letters if len(word) > _FEW_WORDS]
    titled = sum(word[0].isupper() for word in long)
    is_shouted = len(letters) > _FEW_WORDS and shouted >= _MOSTLY * len(letters)
    return Sentence(
        span=span,
        tokens=tokens,
        is_shouted=is_shouted,
        is_titled=not is_shouted and len(long) > _FEW_WORDS and titled >= _MOSTLY * len(long),
    )


def _tokens(span: Span) -> list[Token]:
    text, found, last = span.text, [], 0
    clean = str if text.isascii() else _visible
    for match in _WORD.finditer(text):
        start, end = match.span()
        whole = match[0]
        core = whole
        if whole[-1:] in "sS" and _POSSESSIVE.search(whole):
            core = whole[:-2]
        elif text[end : end + 1] == "." and _takes_stop(whole):
            end += 1
            core = whole = whole + "."
        gap = text[last:start]
        found.append(
            Token(
                start=span.start + start,
                end=span.start + start + len(core),
                whole_end=span.start + end,
                text=clean(core),
                whole=clean(whole),
                lower=clean(core).lower().rstrip("."),
                gap=gap,
                is_capital=core[0].isupper(),
                is_joined=gap == " " or _JOINT.fullmatch(gap) is not None,
                is_possessive=core is not whole and len(core) < len(whole),
            )
        )
        last = end
    return found


def _visible(word: str) -> str:
    return _INVISIBLE.sub("", word)


def _takes_stop(word: str) -> bool:
    """Whether the full stop behind the word belongs to it ("St.", "Calif.", "J.")."""
    if len(word) == 1:
        return word.isupper()
    return word.lower() in _stopped() and word[0].isupper() and not word.isupper()


@cache
def _stopped() -> frozenset[str]:
    return _ABBREVIATIONS | {state.lower() for state in cues("strong_states")}
