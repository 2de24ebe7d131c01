"""Cuts words into the pieces that the grammar model knows, and tells how each word is written.

The encoder reads small letters only, so the shape of a word (capitals, figures, signs) and whether
a space stands before it go in as a number of their own. Training and reading share this file.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.errors import DataMissing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

# What stands at the start and the end of every sentence, and fills short ones, as BERT has it.
START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
# Beyond these a word is one unknown piece, and a text's words are not all remembered.
_LONGEST_WORD = 64
_MOST_KNOWN = 50_000

# Accents, controls, invisible characters, halves of surrogate pairs.
_NEVER_READ = frozenset({"Mn", "Cc", "Cf", "Cs", "Co"})
# A sign is a piece of its own, and so is every Chinese character; letters run on.
_PART = re.compile(r"[^\W_\u3400-\u9fff\uf900-\ufaff]+|\S")

_NO_SHAPE = 0
_SHAPES = (
    re.compile(r"[a-z]+"),
    re.compile(r"[A-Z][a-z]+"),
    re.compile(r"[A-Z]"),
    re.compile(r"[A-Z]{2,}"),
    re.compile(r"\d+"),
    re.compile(r"[\d.,:/]*\d[\d.,:/]*"),
    re.compile(r"(?:[A-Z]\.)+[A-Z]?"),
    re.compile(r"(?=.*\d)[\w.,:/-]+"),
    re.compile(r"[^\W\d_][^\W_]*[A-Z].*"),
    re.compile(r"[^\W_].*"),
)
# One more for signs; then all of them again for words with a space before them.
_KINDS = len(_SHAPES) + 1
SHAPE_COUNT = 1 + 2 * _KINDS


class Pieces(NamedTuple):
    """A sentence as the encoder reads it, between its start and end signs.

    Attributes
    ----------
    ids : the number of each piece; with the two signs.
    shapes : how the word of each piece is written; 0 at the signs.
    first, last : of each word the places of its first and last piece among ``ids``; the start
        sign comes before them as the word that the root hangs on.
    """

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


def shape_of(word: str, *, spaced: bool) -> int:
    """Tell the way a word is written as a number, from 1 to `SHAPE_COUNT` - 1."""
    plain = word[:_LONGEST_WORD]
    kind = next(
        (kind for kind, shape in enumerate(_SHAPES) if shape.fullmatch(plain)), len(_SHAPES)
    )
    return 1 + kind + (_KINDS if spaced else 0)


class WordPieces:
    """The encoder's vocabulary: a piece a line, those inside words after "##".

    References
    ----------
    Wu et al., "Google's neural machine translation system" (2016), section 4.1; the folding of
    letters is BERT's "uncased" one.
    """

    def __init__(self, path: Path) -> None:
        pieces = path.read_text("utf-8").splitlines()
        self._ids = dict(zip(pieces, range(len(pieces)), strict=True))
        missing = [sign for sign in (START, END, UNKNOWN) if sign not in self._ids]
        if missing:
            raise DataMissing(
                f"The vocabulary {str(path)!r} lacks {', '.join(missing)}. Get a full checkout, or "
                "make it anew: make train"
            )
        self._longest = max(map(len, pieces))
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, words: Sequence[str], spaced: Sequence[bool]) -> Pieces:
        """Cut a sentence's words; ``spaced`` says before which of them a space stands."""
        ids, shapes = [self._ids[START]], [_NO_SHAPE]
        first, last = [0], [0]
        for word, space in zip(words, spaced, strict=True):
            pieces = self._pieces(word[:_LONGEST_WORD])
            first.append(len(ids))
            ids.extend(pieces)
            last.append(len(ids) - 1)
            shapes.extend([shape_of(word, spaced=space)] * len(pieces))
        ids.append(self._ids[END])
        shapes.append(_NO_SHAPE)
        return Pieces(*(np.array(row, dtype=np.int64) for row in (ids, shapes, first, last)))

    def _pieces(self, word: str) -> tuple[int, ...]:
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            parts = (self._part(part) for part in _PART.findall(_folded(word)))
            found = tuple(number for part in parts for number in part)
            found = self._known[word] = found or (self._ids[UNKNOWN],)
        return found

    def _part(self, part: str) -> list[int]:
        """Cut letters into the longest pieces that are known, from left to right."""
        ids, start = [], 0
        while start < len(part):
            inside = "##" if start else ""
            for end in range(min(len(part), start + self._longest), start, -1):
                number = self._ids.get(inside + part[start:end])
                if number is not None:
                    break
            else:
                return [self._ids[UNKNOWN]]
            ids.append(number)
            start = end
        return ids


def _folded(word: str) -> str:
    """Put a word in small letters without accents and invisible characters."""
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in letters if unicodedata.category(letter) not in _NEVER_READ)
