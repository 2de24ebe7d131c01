"""Toponyms go in; pairs that are the ends of a flight or a voyage come out.

"Sailed from Plymouth to Boston" says nothing of the two being near each other: each is the
famous place of its name unless something else speaks against it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import Mode, ToponymKind
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Article, Toponym

_REACH = 60
_TURN = re.compile(r"\s+(?:to|for)\s+", re.ASCII)
_WORD = re.compile(r"[a-z-]+")
_STOPS = re.compile(r"[.;:!?\n]")


def far_ends(article: Article, toponyms: Sequence[Toponym]) -> Iterator[tuple[Toponym, Toponym]]:
    """Find names parted by "to" or "for" alone, with a word of flying or sailing before them."""
    named = [each for each in toponyms if each.kind is ToponymKind.NAME]
    for one, other in pairwise(named):
        if not _TURN.fullmatch(article.text, one.span.end, other.span.start):
            continue
        before = article.text[max(0, one.span.start - _REACH) : one.span.start]
        clause = _STOPS.split(before)[-1].lower()
        if not _far_words().isdisjoint(_WORD.findall(clause)):
            yield one, other


@cache
def _far_words() -> frozenset[str]:
    """List verbs, nouns and vehicles of ways by air and by sea."""
    far = {Mode.AIR, Mode.SEA}
    tables = motion()
    words = {word for word, mode in tables.vehicles.items() if mode in far}
    words |= {first for first, all_ in tables.entries.items() if any(e.mode in far for e in all_)}
    return frozenset(words)
