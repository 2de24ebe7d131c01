"""Tells by the words around a statement whether it is one about the world as it is.

"The largest city that no road reaches" is not the largest; who was the capital until 1990 need not
be one; what is a myth is not said; a river in one country is not the whole river. Each statement
keeps which of these it is, and the check weighs it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.claims.denied import is_denied
from geo.contracts import ClaimKind, Limit, ToponymKind
from geo.lexicon.kept import compiled
from geo.lexicon.statements import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.draft import ClaimDraft
    from geo.claims.story import PlacedMention, Scene
    from geo.claims.types.fact import Found, Reading

_TABLE = "limits"
BEFORE, BEHIND, INSIDE = "before", "behind", "inside"
_ONE = "one"
_LIMITS = {
    "rank": Limit.RANK,
    "time": Limit.TIME,
    "frame": Limit.FRAME,
    "fiction": Limit.FRAME,
    "corrected": Limit.FRAME,
    "ended": Limit.FRAME,
    "moment": Limit.FRAME,
    _ONE: Limit.FRAME,
    "part": Limit.PART,
    "share": Limit.PART,
    "rise": Limit.PART,
    "compared": Limit.PART,
}
# What takes back an aside as well, which is else said as a fact whatever stands around it.
_OF_ASIDES = frozenset({"corrected", "ended", "moment"})
# What is true or false in whatever way it is said.
_BARE = frozenset({ClaimKind.UNIT_PAIR, ClaimKind.SUM})
# Of what kinds some rows speak; the others do of all.
_MEASURES = frozenset({ClaimKind.LENGTH, ClaimKind.AREA})
_SIZES = _MEASURES | {ClaimKind.COMPARISON}
_OF_KINDS = {
    # No place is so far from another at one time alone: what is so far then moves.
    "moment": frozenset({ClaimKind.SEPARATION}),
    "compared": frozenset({ClaimKind.COMPARISON}),
    "rank": frozenset({ClaimKind.SUPERLATIVE}),
    "part": _SIZES,
    "share": _MEASURES,
    "rise": frozenset({ClaimKind.HEIGHT}),
}
_ORDER = (Limit.FRAME, Limit.RANK, Limit.PART, Limit.TIME)
# Words before a statement that are looked at; no clause around it is longer.
_REACH = 160
_PARTICIPLE = "acl"


def limit_of(reading: Reading, found: Found) -> Limit:
    """Tell what the words right before and behind a statement make of it."""
    if found.kind in _BARE:
        return Limit.NONE
    limits = set(_limits(reading, found))
    if found.kind is ClaimKind.SUPERLATIVE and _is_named_last(reading, found):
        limits -= {Limit.RANK}
    return next((one for one in _ORDER if one in limits), Limit.NONE)


def frame_of(scene: Scene, draft: ClaimDraft) -> Limit:
    """Tell whether a figure is said as a fact, or only thought, denied or made up."""
    if is_denied(scene, draft.amount):
        return Limit.FRAME
    ids = draft.subject.toponym_ids[:1]
    named = next((one for one in scene.mentions if one.toponym.id in ids), None)
    first, end = min(draft.start, draft.amount.start), max(draft.end, draft.amount.end)
    said = _Said(scene.story.article.text, scene.sentence.start, (first, end), named)
    limits = set(said.limits(draft.kind))
    return Limit.FRAME if Limit.FRAME in limits else Limit.NONE


def _limits(reading: Reading, found: Found) -> Iterator[Limit]:
    named = next(_subjects(reading, found), None)
    article = reading.story.article
    start = article.sentences[reading.index].start
    yield from _Said(article.text, start, (found.start, found.end), named).limits(found.kind)
    if found.kind in _SIZES and named is not None and _is_somebodys(reading, named):
        yield Limit.PART
    if found.kind is ClaimKind.SUPERLATIVE and _is_followed_by_participle(reading, found):
        yield Limit.RANK


class _Said(NamedTuple):
    """A statement from its first to its last word, in a sentence that starts at ``start``."""

    text: str
    start: int
    at: tuple[int, int]
    named: PlacedMention | None

    def limits(self, kind: ClaimKind) -> Iterator[Limit]:
        """Tell what the words before, behind and inside it make of it."""
        words = self._words()
        is_aside = self.text[(self.named.span.end if self.named else self.at[0]) :].startswith(",")
        is_aside = is_aside and not self.text.startswith("?", self.at[1])
        for name, where, pattern in patterns():
            is_idle = name == _ONE and (self.named is None or self.named.span.start > self._first)
            if is_idle or kind not in _OF_KINDS.get(name, {kind}):
                continue
            if is_aside and _LIMITS[name] is Limit.FRAME and name not in _OF_ASIDES:
                continue
            if (pattern.search if where == BEFORE else pattern.match)(words[where]):
                yield _LIMITS[name]

    @property
    def _first(self) -> int:
        return self.at[0] if self.named is None else min(self.at[0], self.named.span.start)

    def _words(self) -> dict[str, str]:
        first, end = self._first, self.at[1]
        inside = self.named.span.end if self.named else 0
        return {
            BEFORE: self.text[max(self.start, first - _REACH) : first],
            BEHIND: self.text[end : end + _REACH],
            INSIDE: self.text[inside : inside + _REACH] if self.named else "",
        }


@cache
def patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """List the patterns: what each tells, and whether it stands before or behind a statement."""
    found = []
    for row in table(_TABLE, {}).rows:
        name, where = row.name.split()
        source = row.pattern.replace(" ", r"\s")
        ends = r"(?![^\W_])" if where == BEHIND and name != "share" else ""
        found.append((name, where, compiled(f"(?:{source}){ends}", re.IGNORECASE)))
    return tuple(found)


def _subjects(reading: Reading, found: Found) -> Iterator[PlacedMention]:
    ids = found.subject.toponym_ids[:1]
    return (one for one in reading.marked.mentions if one.toponym.id in ids)


def _is_somebodys(reading: Reading, named: PlacedMention) -> bool:
    """Whether a people's name right before a place makes it their part of it: "the Swiss Rhine"."""
    return any(
        one.toponym.kind is ToponymKind.DEMONYM and one.span.end + 1 == named.span.start
        for one in reading.marked.mentions
    )


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
