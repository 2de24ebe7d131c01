"""The words of a sentence as names are made of them: without signs, clitics put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from geo.contracts.text import Span


class Token(msgspec.Struct, frozen=True):
    """One word of a sentence.

    Attributes
    ----------
    end, text : without a possessive ending; ``whole_end`` and ``whole`` are with it.
    lower : the text in lower case, without full stops at its end.
    gap : what stands between the word before and this one.
    is_capital : whether it begins with a capital.
    is_joined : whether only a space or a hyphen parts it from the word before.
    is_possessive : whether an ending in "’s" was taken off.
    tag : its part of speech as the grammar tells it; empty without grammar.
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
    number: int
    tag: str = ""


class Sentence(NamedTuple):
    """The words of a sentence and how its capitals are to be read."""

    span: Span
    tokens: Sequence[Token]
    is_shouted: bool
    is_titled: bool
