"""Cuts a text at its spaces into pieces: how each is written, and the marks around it."""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPS = ".!?…。！？"
CLOSERS = "\"'”’)]»"
_OPENERS = "\"'“‘([«<*_"
_IN_CLASS = re.escape(CLOSERS)
# A sentence can also end where a quotation or a bracket follows without a space.
_PIECE = re.compile(rf"\S+?[{STOPS}]{{1,3}}[{_IN_CLASS}]{{0,3}}(?=[“\"(\[«])|\S+")
_LEAD = re.compile(rf"[{re.escape(_OPENERS)}]{{0,3}}")
_FACE = re.compile(r"[:;=]['’]?-?[()DPp|/]{1,3}")
_ADDRESS = re.compile(r"[^@]{1,64}@|https?:|www\.|[\w-]{1,64}\.[a-z]{2,4}$")
_DASHES = frozenset("-–—―|")  # "|" stands for one in datelines
_LONGEST = 60  # of a longer piece the two ends are looked at
_LONGEST_MARK = 3


class Piece(NamedTuple):
    """What stands between two spaces.

    Attributes
    ----------
    start, end : where it stands in the text.
    lead, word, mark : what opens it, its letters, the marks behind them (of a run the first two).
    shape : how the word is written: "a", "Aa", "AA", "A." one letter, "1", "@" an address, ":)" a
        face, "" no word.
    """

    start: int
    end: int
    lead: str
    word: str
    mark: str
    shape: str

    @property
    def stops(self) -> bool:
        """Whether a mark that can end a sentence stands behind the word."""
        return not _STOP_MARKS.isdisjoint(self.mark)

    @property
    def is_small(self) -> bool:
        """Whether it begins with a small letter."""
        return not self.lead and self.shape in {"a", "aA"}

    @property
    def is_dash(self) -> bool:
        """Whether it ends with a dash, or is one."""
        return self.mark[-1:] in _DASHES


_STOP_MARKS = frozenset(STOPS)
NOTHING = Piece(0, 0, "", "", "|", "|")


def pieces_of(text: str) -> list[Piece]:
    """Cut a text at its spaces."""
    return [_piece(found) for found in _PIECE.finditer(text)]


def _piece(found: re.Match[str]) -> Piece:
    text = found[0]
    if text.isascii() and text.isalpha() and len(text) < _LONGEST:
        return Piece(*found.span(), "", text, "", _shape(text))
    if len(text) > _LONGEST:
        text = text[: _LONGEST // 2] + text[-_LONGEST // 2 :]
    if _FACE.fullmatch(text):
        return Piece(*found.span(), "", "", "", ":)")
    lead = _LEAD.match(text)
    opens = lead[0] if lead and lead.end() < len(text) else ""
    rest = text[len(opens) :]
    end = len(rest)
    while end and not rest[end - 1].isalnum():
        end -= 1
    word = rest[:end]
    mark = "".join(_marks(rest[end:]))[:_LONGEST_MARK]
    return Piece(*found.span(), opens, word, mark, _shape(word))


def _marks(text: str) -> Iterator[str]:
    for _, run in groupby(text):
        yield from islice(run, 2)


def _shape(word: str) -> str:
    if not word:
        return ""
    if not word.isalpha() and _ADDRESS.match(word):
        return "@"
    if not word[0].isalpha():
        return "1" if word[0].isdigit() else "#"
    return _case(word)


def _case(word: str) -> str:
    if word[0].islower():
        return "a" if word.islower() else "aA"
    if len(word) == 1:
        return word if word in "IA" else "A."
    if word.isupper():
        return "AA"
    return "Aa" if word[1:].islower() else "AaA"
