"""A sentence goes in; its words come out, each with its place in the text and what parts it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from geo.toponyms.lexicon import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Span

# Letters and digits, with combining accents and the invisible characters that pages leave in words.
_INNER = r"[^\W_](?:[^\W_]|[\u0300-\u036f\u200b-\u200d\u2060\u00ad\ufeff])*"
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
    """One word: ``text`` and ``end`` are without a possessive ending, the wholes with it."""

    start: int
    end: int
    whole_end: int
    text: str
    whole: str
    gap: str

    @property
    def is_capital(self) -> bool:
        """Whether the word begins with a capital."""
        return self.text[:1].isupper()

    @property
    def is_joined(self) -> bool:
        """Whether only a space or a hyphen parts it from the word before."""
        return self.gap == " " or _JOINT.fullmatch(self.gap) is not None

    @property
    def is_possessive(self) -> bool:
        """Whether an ending in "’s" was taken off."""
        return len(self.text) != len(self.whole)


class Sentence(NamedTuple):
    """The words of a sentence and how its capitals are to be read."""

    span: Span
    tokens: Sequence[Token]
    is_shouted: bool
    is_titled: bool
    is_heading: bool


def cut(span: Span, *, is_heading: bool) -> Sentence:
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
        is_heading=is_heading,
    )


def _tokens(span: Span) -> list[Token]:
    text, found, last = span.text, [], 0
    stopped = _ABBREVIATIONS | {state.lower() for state in cues("strong_states")}
    for match in _WORD.finditer(text):
        start, end = match.span()
        whole = _INVISIBLE.sub("", match[0])
        core_end = end
        ending = _POSSESSIVE.search(match[0])
        if ending is not None:
            core_end = start + ending.start()
        elif text[end : end + 1] == "." and _takes_stop(match[0], stopped):
            end += 1
            core_end, whole = end, whole + "."
        core = _INVISIBLE.sub("", text[start:core_end])
        found.append(
            Token(
                start=span.start + start,
                end=span.start + core_end,
                whole_end=span.start + end,
                text=core,
                whole=whole,
                gap=text[last:start],
            )
        )
        last = end
    return found


def _takes_stop(word: str, stopped: frozenset[str]) -> bool:
    """Whether the full stop behind the word belongs to it ("St.", "Calif.", "J.")."""
    if not word[0].isupper():
        return False
    return len(word) == 1 or (word.lower() in stopped and word != word.upper())
