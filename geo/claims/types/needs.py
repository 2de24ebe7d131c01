"""Tells from a pattern, without compiling it, what a text must have for it to be found.

"<a> (?:borders|abuts) <b>" needs two places, and "borders" or "abuts". To compile all patterns
takes longer than to read a story, and of the most a story has nothing: these are never compiled.

What is told is too little at worst: a pattern with anything that is not understood here needs
nothing, and is tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.lexicon.fold import folded
from geo.lexicon.held import WordBits

if TYPE_CHECKING:
    from collections.abc import Iterable

# A list of plain words, a slot for a place, the start of a group, a set of characters, an escape, a
# quantifier, a word.
_TOKEN = re.compile(
    r"\(\?:(?:[\w |/°'’-]|\\[s.])+\)|<\w+(?::\w+)?>"
    r"|\(\?P<\w+>|\(\?-?i?:|\(\?<?[=!]|\(\??|\)|\||\[\^?\]?(?:\\.|[^\]\\])*\]|\\."
    r"|[?*+]\??|\{\d*,?\d*\}\??|[A-Za-z]+|.",
    re.DOTALL,
)
_WORD = re.compile(r"(?<!\\)[A-Za-z]{2,}")
_KNOWN_GROUPS = ("(?:", "(?-i:", "(?P", "(?=", "(?!", "(?<")
_MAY_BE_NONE = ("?", "*", "{0", "{,")
_SLOT_FOR_NUMBER = "<n>"
_PLACE = re.compile("[\ue000-\uf8ff]")
# A sentence is asked about by all types, one after the other.
_KEPT = 256

Words = frozenset[str]
# The words that the patterns of all tables need.
WORDS = WordBits()


@dataclass(frozen=True, slots=True)
class Needs:
    """So many places, and of each set of words at least one."""

    places: int = 0
    words: tuple[Words, ...] = ()

    def met_by(self, folded: str, places: int) -> bool:
        """Whether the pattern may stand in a marked text, of which `glance` tells."""
        return asked(self).met_by(WORDS.held(folded), places)


@dataclass(frozen=True, slots=True)
class Asked:
    """The same, with the bits of each set of words: what is asked of all patterns at once."""

    places: int
    words: tuple[int, ...]

    def met_by(self, held: int, places: int) -> bool:
        """Whether a text has enough places, and of each set of words one, by its bits."""
        if places < self.places:
            return False
        # A plain loop: this is asked of all tables for every sentence.
        for some in self.words:  # noqa: SIM110
            if not some & held:
                return False
        return True


@lru_cache(maxsize=_KEPT)
def asked(needs: Needs) -> Asked:
    """Give the bits of what is needed."""
    return Asked(needs.places, tuple(WORDS.of(some) for some in needs.words))


@lru_cache(maxsize=_KEPT)
def glance(text: str) -> tuple[str, int]:
    """Fold a text, and count its places."""
    return folded(text), len(_PLACE.findall(text))


@dataclass(slots=True)
class _Open:
    """A group that has not ended: what its ended alternatives need, and what the present one."""

    looks: bool = False  # it looks ahead or behind, and takes up nothing
    ended: list[Needs] = field(default_factory=list)
    places: int = 0
    words: list[Words] = field(default_factory=list)

    def next_alternative(self) -> None:
        self.ended.append(Needs(self.places, tuple(self.words)))
        self.places, self.words = 0, []

    def needs(self) -> Needs:
        """Give what all alternatives need: the fewest places, and one word of any of them."""
        self.next_alternative()
        if self.looks:
            return Needs()
        if len(self.ended) == 1:
            return self.ended[0]
        places = min(one.places for one in self.ended)
        best = [max(one.words, key=_strength, default=frozenset()) for one in self.ended]
        either: Words = frozenset().union(*best)
        return Needs(places, (either,) if all(best) else ())


def needs_of(pattern: str) -> Needs:
    """Tell what a text needs for a pattern to be found in it."""
    tokens = _TOKEN.findall(pattern)
    groups = [_Open()]
    for piece, behind in pairwise([*tokens, ""]):
        may_be_none = behind.startswith(_MAY_BE_NONE)
        if piece.startswith("(") and not piece.endswith(")"):
            if piece.startswith("(?") and not piece.startswith(_KNOWN_GROUPS):
                return Needs()
            groups.append(_Open(looks=piece[-1] in "=!"))
        elif piece == "|":
            groups[-1].next_alternative()
        elif piece == ")":
            if len(groups) == 1:
                return Needs()
            inner = groups.pop().needs()
            if not may_be_none:
                groups[-1].places += inner.places
                groups[-1].words += inner.words
        else:
            _take(groups[-1], piece, may_be_none=may_be_none)
    return groups[0].needs() if len(groups) == 1 else Needs()


def _take(group: _Open, piece: str, *, may_be_none: bool) -> None:
    """Count a slot, or note what words there may be; a quantifier is the last letter's alone."""
    if len(piece) > 1 and piece.startswith("<"):
        group.places += not may_be_none and piece != _SLOT_FOR_NUMBER
    elif piece.startswith("("):
        if not may_be_none and (listed := _listed(piece)):
            group.words.append(listed)
    elif piece.isalpha() and piece.isascii():
        word = piece[:-1] if may_be_none else piece
        if len(word) > 1:
            group.words.append(frozenset((word.lower(),)))


@lru_cache(maxsize=_KEPT)
def _listed(group: str) -> Words:
    """Give a word of each of some plain alternatives; none where one of them has no word."""
    best = [max(_WORD.findall(one.lower()), key=len, default="") for one in group[3:-1].split("|")]
    return frozenset(best) if all(best) else frozenset()


def _strength(some: Iterable[str]) -> tuple[int, int]:
    """Order sets of words by how seldom a text has one: long words, and few of them."""
    words = list(some)
    return min(map(len, words)), -len(words)
