"""Tells by the words around a statement whether it is one about the world as it is.

"The largest city that no road reaches" is not the largest; who was the capital until 1990 need not
be one; what is a myth is not said. Each statement keeps which of these it is, and the check weighs
it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import ClaimKind, Limit
from geo.lexicon.kept import compiled
from geo.lexicon.statements import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention
    from geo.claims.types.fact import Found, Reading

_TABLE = "limits"
BEFORE, BEHIND = "before", "behind"
_LIMITS = {"rank": Limit.RANK, "time": Limit.TIME, "frame": Limit.FRAME, "fiction": Limit.FRAME}
# What is true or false in whatever way it is said.
_BARE = frozenset({ClaimKind.UNIT_PAIR, ClaimKind.SUM})
# Words before a statement that are looked at; no clause around it is longer.
_REACH = 160
_PARTICIPLE = "acl"


def limit_of(reading: Reading, found: Found) -> Limit:
    """Tell what the words right before and behind a statement make of it."""
    if found.kind in _BARE:
        return Limit.NONE
    text = reading.story.article.sentences[reading.index]
    before = text.text[max(0, found.start - text.start - _REACH) : found.start - text.start]
    behind = text.text[found.end - text.start :]
    is_rank = found.kind is ClaimKind.SUPERLATIVE
    is_aside = "," in _opening(reading, found)
    limits = {
        limit
        for name, where, pattern in patterns()
        if (limit := _LIMITS[name]) is not Limit.FRAME or not is_aside
        if limit is not Limit.RANK or is_rank
        if (pattern.search(before) if where == BEFORE else pattern.match(behind))
    }
    if is_rank and _is_named_last(reading, found):
        limits -= {Limit.RANK}
    elif is_rank and _is_followed_by_participle(reading, found):
        limits |= {Limit.RANK}
    return next((one for one in (Limit.FRAME, Limit.RANK, Limit.TIME) if one in limits), Limit.NONE)


@cache
def patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """List the patterns: what each tells, and whether it stands before or behind a statement."""
    found = []
    for row in table(_TABLE, {}).rows:
        name, where = row.name.split()
        source = row.pattern.replace(" ", r"\s")
        ends = r"(?![^\W_])" if where == BEHIND else ""
        found.append((name, where, compiled(f"(?:{source}){ends}", re.IGNORECASE)))
    return tuple(found)


def _opening(reading: Reading, found: Found) -> str:
    """Give what stands right behind the name that a statement opens with, or before it."""
    article = reading.story.article.text
    named = next((one for one in _subjects(reading, found)), None)
    end = named.span.end if named is not None else found.start
    return article[end : end + 1]


def _subjects(reading: Reading, found: Found) -> Iterator[PlacedMention]:
    ids = found.subject.toponym_ids[:1]
    return (one for one in reading.marked.mentions if one.toponym.id in ids)


def _is_named_last(reading: Reading, found: Found) -> bool:
    """Whether what is ranked stands last: what is behind a name limits no rank."""
    return any(one.span.end >= found.end for one in _subjects(reading, found))


def _is_followed_by_participle(reading: Reading, found: Found) -> bool:
    """Whether a participle behind a rank tells more of what is compared: "ringed by walls"."""
    sentence = reading.story.document.sentences[reading.index]
    at = sentence.token_at(found.end + 1)
    if at is None or sentence.tokens[at].relation != _PARTICIPLE:
        return False
    head = sentence.tokens[sentence.tokens[at].head].span
    return found.start <= head.start < found.end
