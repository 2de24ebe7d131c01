"""Ties an edit to words, and finds them again in a text that has changed around them."""

from __future__ import annotations

from itertools import takewhile
from operator import eq
from typing import TYPE_CHECKING

from geo.contracts import Anchor, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Enough to tell two mentions in a paragraph apart.
_AROUND = 40
_MOST_MENTIONS = 10_000


def anchor_of(text: str, span: Span) -> Anchor:
    """Tie to the words of a span."""
    return Anchor(
        quote=span.text,
        before=text[max(0, span.start - _AROUND) : span.start],
        after=text[span.end : span.end + _AROUND],
        start=span.start,
    )


def find_anchor(text: str, anchor: Anchor) -> Span | None:
    """Find the words again: of several, those with most of their neighbours, then the nearest.

    None where the text no longer holds them.
    """
    if not anchor.quote:
        return None
    best = max(
        _mentions(text, anchor.quote), key=lambda at: _likeness(text, anchor, at), default=-1
    )
    if best < 0:
        return None
    end = best + len(anchor.quote)
    return Span(start=best, end=end, text=anchor.quote)


def _mentions(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    for _ in range(_MOST_MENTIONS):
        if at < 0:
            return
        if _is_whole(text, at, at + len(quote)):
            yield at
        at = text.find(quote, at + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut: "Oman" is not in "Romania"."""
    return not (
        (start and text[start - 1].isalnum() and text[start].isalnum())
        or (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
    )


def _likeness(text: str, anchor: Anchor, at: int) -> tuple[int, int]:
    before = text[max(0, at - _AROUND) : at]
    after = text[at + len(anchor.quote) :][:_AROUND]
    same = _in_common(before[::-1], anchor.before[::-1]) + _in_common(after, anchor.after)
    return same, -abs(at - anchor.start)


def _in_common(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    return sum(takewhile(bool, map(eq, one, other)))
