"""Tells in which gaps between the pieces of a text a sentence may end, and what speaks for each.

Where a full stop stands before a capital, the word before it decides: it is an abbreviation, or a
sentence ends. Other gaps (no stop, or small letters behind one, as in letters, lists and headings
that lost their lines) are judged by signs: the marks, how the words around are written, which words
they are, how far the last and the next stop are, and how carefully the text is written.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from geo.lexicon import listed
from geo.lexicon.names import dictionary, first_names
from geo.read.pieces import CLOSERS, NOTHING, STOPS, Piece, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PLAIN_END = re.compile(rf"[{re.escape(CLOSERS + STOPS)}]+")
_INITIALS = re.compile(r"(?:[a-z]\.){1,4}[a-z]")
_LETTERS = re.compile(r"[A-Za-z]+")
_FAR = (1, 2, 3, 5, 8, 13, 21, 34, 55)
_SHARES = (0.02, 0.1, 0.3, 0.6)
_NEVER_AFTER = frozenset({"", ",", "-", "'"})  # where a small letter follows
_UNSTOPPED = frozenset({"", ":"})  # kinds of gaps as titles and datelines have them


class Gap(NamedTuple):
    """A gap between two pieces.

    Attributes
    ----------
    end : where the piece before it ends.
    kind : what stands before it: "." a stop, "," ":" ";" themselves, "-" another mark, "" none.
    ends : whether a sentence ends there; None where that is to be judged by ``signs``.
    """

    end: int
    kind: str
    ends: bool | None
    signs: tuple[str, ...] = ()


def gaps_of(text: str) -> Iterator[Gap]:
    """Give each gap of a text where a sentence may end."""
    pieces = pieces_of(text)
    around = _Around(pieces)
    for at, (left, right) in enumerate(pairwise(pieces)):
        if right.is_small and left.mark in _NEVER_AFTER:
            continue
        ends, kind = _by_rule(left, right), _kind(left)
        if kind in _UNSTOPPED and around.is_title(at):
            continue
        if not kind and _leads_to_name(left.word) and "\n" not in text[left.end : right.start]:
            continue  # "left Hull bound for Cork": a hull and a cork are words, too
        if ends is None:
            yield Gap(left.end, kind, None, tuple(around.signs(at)))
        elif ends:
            yield Gap(left.end, kind, ends)


def _leads_to_name(word: str) -> bool:
    return word.lower() in listed("leads_to_name")


def _kind(left: Piece) -> str:
    if left.mark in {"", ",", ";"}:
        return left.mark
    if ":" in left.mark:
        return ":"
    return "." if left.stops else "-"


def _by_rule(left: Piece, right: Piece) -> bool | None:
    """Whether a sentence ends between two pieces, where their form tells that."""
    if not left.stops:
        # A dash goes on: behind a dateline, or within a sentence.
        return False if left.is_dash or (right.is_dash and not right.word) else None
    if not _PLAIN_END.fullmatch(left.mark):
        return None
    if left.mark[0] == "." and left.mark[:2] != ".." and _keeps_stop(left.word.lower()):
        return left.word.lower() not in listed("keeps_stop") and _opens(right)
    if right.is_small or not (right.word or right.is_dash) or right.lead[:1] == "[":
        return None
    return None if left.mark[:2] == ".." else True


def _keeps_stop(word: str) -> bool:
    """Whether the stop behind a word is likely a part of it."""
    is_initial = len(word) == 1 and word.isalpha() and word != "i"
    return is_initial or word in _short() or bool(_INITIALS.fullmatch(word))


def _opens(right: Piece) -> bool:
    """Whether a piece begins with a word that opens sentences."""
    first = _LETTERS.match(right.word)
    return first is not None and not right.is_small and first[0].lower() in listed("opener")


@cache
def _short() -> frozenset[str]:
    words = listed("keeps_stop") | listed("may_keep_stop")
    return frozenset(word.lower() for word in words)


class _Around:
    """The pieces of a text with what is known of the whole text."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._behind = _distances(pieces)
        self._ahead = _distances(pieces[::-1], inclusive=True)[::-1]
        self._open = list(_open_marks(pieces))
        after = [right for left, right in pairwise(pieces) if left.stops]
        self._stops = _step(len(pieces) / (len(after) + 1), _FAR)
        self._after, self._small_after = len(after), sum(one.is_small for one in after)
        last = pieces[-1] if pieces else NOTHING
        self._last = "." if last.stops else last.mark
        small = (at for at, one in enumerate(pieces) if one.is_small)
        self._first_small = next(small, len(pieces))
        self._small = {one.word for one in pieces if one.is_small}

    def is_title(self, at: int) -> bool:
        """Whether names alone stand before a gap (a dateline), or the text has no stop at all."""
        return at < self._first_small or not (self._after or self._last == ".")

    def signs(self, at: int) -> Iterator[str]:
        """Give the signs of the gap behind a piece."""
        left, right = self._pieces[at], self._pieces[at + 1]
        before = self._pieces[at - 1] if at else NOTHING
        after = self._pieces[at + 2] if at + 2 < len(self._pieces) else NOTHING
        kind, writes = _kind(left), right.lead[:1] + right.shape
        behind, ahead = _step(self._behind[at], _FAR), _step(self._ahead[at + 1], _FAR)
        yield f"mark {left.mark} {writes}"
        yield f"mark {left.mark} {left.shape} {writes}"
        yield f"mark before {before.mark} {kind} {left.shape} {writes}"
        yield f"shapes {kind} {writes} {right.mark} {after.lead[:1]}{after.shape}"
        yield f"shapes {before.shape}{before.mark} {left.shape} {kind} {writes} {after.shape}"
        yield f"before {before.word.lower()} {kind}"
        yield f"left {left.word.lower()} {kind}"
        yield f"left {left.word.lower()} {kind} {writes}"
        yield f"right {kind} {right.word}"
        yield f"right {kind} {right.word.lower()} {after.shape}"
        yield f"after {kind} {after.word.lower()}"
        yield f"behind {behind} {kind}"
        yield f"behind {behind} {kind} {writes} {after.shape}"
        yield f"ahead {kind} {ahead}"
        yield f"ahead {kind} {writes} {after.shape} {ahead}"
        yield f"open {self._open[at]} {kind} {writes}"
        yield f"stops {kind} {self._stops} {writes}"
        manner = self._manner(left, right)
        yield f"manner {kind} {manner} {writes}"
        yield f"manner {kind} {manner} {self._last}"
        known, opens = self._known(left), self._known(right)
        behind_it = f"{after.shape} {self._known(after)}"
        yield f"known {left.shape} {known} {kind} {writes} {opens}"
        yield f"known {kind} {writes} {opens} {behind_it}"
        yield f"known {left.shape} {known} {kind} {writes} {opens} {behind_it}"

    def _manner(self, left: Piece, right: Piece) -> str:
        """Tell how many of the other sentences of the text begin with a small letter."""
        others = self._after - left.stops
        small = self._small_after - (left.stops and right.is_small)
        return f"{_step(small / others, _SHARES)}" if others else "none"

    def _known(self, piece: Piece) -> str:
        """Tell what kind of word a piece is."""
        word = piece.word.lower()
        if word in listed("commonest"):
            return "common"
        if word in first_names():
            return "name"
        if piece.word[:1].isupper() and word in self._small:
            return "small"
        return "word" if word in dictionary() else ""


def _distances(pieces: Sequence[Piece], *, inclusive: bool = False) -> list[int]:
    """Count for each piece how many lie between it and the nearest before it that has a stop."""
    counts, since = [], 0
    for piece in pieces:
        if inclusive and piece.stops:
            since = 0
        counts.append(since)
        since = 0 if piece.stops else since + 1
    return counts


def _open_marks(pieces: Sequence[Piece]) -> Iterator[str]:
    """Tell behind each piece whether a quotation or a bracket is open."""
    quoted, brackets = False, 0
    for piece in pieces:
        quoted ^= (piece.lead + piece.mark).count('"') == 1
        quoted = (quoted or "“" in piece.lead) and "”" not in piece.mark
        brackets = max(0, brackets + ("(" in piece.lead) - (")" in piece.mark))
        yield f"{'q' * quoted}{'b' * bool(brackets)}"


def _step(value: float, steps: Sequence[float]) -> int:
    return sum(value >= step for step in steps)
