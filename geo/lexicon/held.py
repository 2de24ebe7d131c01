"""Tells which of many words a text has, in one go over it, a bit for each.

Hundreds of patterns ask each sentence for the words that they need. To look for every word in turn
takes many times as long as to look up the runs of letters that the sentence is made of, of which
nearly all have been seen before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_RUN = re.compile("[a-z]{2,}")
_KEPT_TEXTS, _KEPT_RUNS = 256, 16_384


class WordBits:
    """A bit for each word that is asked for, in small letters of ASCII, two at least."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._by_start: dict[str, list[str]] = {}
        self._adding = Lock()
        # What is kept is told by how many words there were, for more come later.
        self._of_text = lru_cache(maxsize=_KEPT_TEXTS)(self._read)
        self._of_run = lru_cache(maxsize=_KEPT_RUNS)(self._look_up)

    def of(self, words: Iterable[str]) -> int:
        """Give the bits of some words."""
        return sum(self._bit(word) for word in frozenset(words))

    def held(self, folded: str) -> int:
        """Give the bits of the words that a folded text has, be it inside of others."""
        return self._of_text(folded, len(self._bits))

    def _bit(self, word: str) -> int:
        if word not in self._bits:
            with self._adding:
                if word not in self._bits:
                    # Found before it is counted: another thread may be reading.
                    self._by_start.setdefault(word[:2], []).append(word)
                    self._bits[word] = 1 << len(self._bits)
        return self._bits[word]

    def _read(self, folded: str, count: int) -> int:
        bits = 0
        for run in _RUN.findall(folded):
            bits |= self._of_run(run, count)
        return bits

    def _look_up(self, run: str, _count: int) -> int:
        bits = 0
        for at in range(len(run) - 1):
            for word in self._by_start.get(run[at : at + 2], ()):
                if run.startswith(word, at):
                    bits |= self._bits.get(word, 0)
        return bits
