"""Tells of an aside behind the far end of a distance that it may be said of the near end too.

"Salto lies 420 km north of Montevideo, across the river from Concordia": which of the two lies
there the words do not tell, and mostly it is the one that the sentence is about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import ClaimKind
from geo.lexicon import any_of
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Article, Claim, Span, Toponym

_OF_WHERE = frozenset({ClaimKind.ADJACENCY, ClaimKind.CONTAINMENT, ClaimKind.BEARING})


def with_asides(
    facts: Sequence[Claim],
    distances: Sequence[Claim],
    article: Article,
    toponyms: Sequence[Toponym],
) -> Iterator[Claim]:
    """Say of each fact in such an aside that either may be meant; of a thing's, leave it out."""
    spans = {one.id: one.span for one in toponyms}
    ends = {
        claim.subject.toponym_ids[-1]: claim
        for claim in distances
        if claim.kind is ClaimKind.SEPARATION and claim.subject.toponym_ids
    }
    for fact in facts:
        one = fact.subject.toponym_ids[0] if fact.subject.toponym_ids else ""
        told = ends.get(one)
        if told is None or not _is_aside(fact, told, spans[one], article.text):
            yield fact
        elif len(told.subject.toponym_ids) > 1:
            yield _of_either(fact, told)


def _is_aside(fact: Claim, told: Claim, place: Span, text: str) -> bool:
    """Whether a fact follows on a comma behind the far end, and says where something lies."""
    is_far_end = told.figure.span.end <= place.start and not told.subject.taken_from
    is_behind = fact.span.end > place.end and fact.kind in _OF_WHERE
    return is_far_end and is_behind and _goes_on().match(text, place.end) is not None


@cache
def _goes_on() -> re.Pattern[str]:
    """Find a comma with no relative clause and no apposition behind, which tell of the last."""
    apposed = f"{any_of('article')}|{any_of('possessive')}"
    clause = f"{any_of('relative')}|{any_of('aside')}"
    return compiled(rf",\s(?!(?:{apposed}|{clause})\s)[a-z]", re.IGNORECASE)


def _of_either(fact: Claim, told: Claim) -> Claim:
    near, (far, *others) = told.subject.toponym_ids[0], fact.subject.toponym_ids
    ids = (near, *(one for one in others if one != near))
    return replace(fact, subject=replace(fact.subject, toponym_ids=ids, taken_from=(near, far)))
