"""A leg of a journey and the sentences that tell of it: how near it is to what a figure says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode

if TYPE_CHECKING:
    from geo.contracts import Article, End, Leg, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A leg and the sentences that speak of it."""

    leg: Leg
    sentences: frozenset[int]


def sentences_of(article: Article, leg: Leg, where: dict[str, int]) -> frozenset[int]:
    """List the sentences that tell of a leg: by its verbs, its times and its ends."""
    spans = [one.span for one in leg.evidence if one.span]
    spans += [when.span for when in (leg.departed, leg.arrived) if when and when.span]
    if leg.stop:
        spans.append(leg.stop)
    found = {article.sentence_at(span.start) for span in spans}
    ends = [end for end in (leg.origin, *leg.via, leg.destination) if end and not end.inferred]
    found |= {where.get(end.toponym_id) for end in ends}
    return frozenset(index for index in found if index is not None)


def is_at(end: End | None, place: Place) -> bool:
    """Whether an end of a leg is a place."""
    return end is not None and end.place.feature_id == place.feature_id


def unknowns(leg: Leg) -> int:
    """Count what is not known for certain of a leg; a stated journey outranks a guessed one."""
    ends = sum(1 if end is None else end.inferred * 0.5 for end in (leg.origin, leg.destination))
    unreal = leg.status in {LegStatus.DENIED, LegStatus.HYPOTHETICAL, LegStatus.CANCELLED}
    return int(2 * ends) + 2 * unreal


def gap_to(told: Told, index: int) -> float:
    """Sentences from the nearest one that tells of a leg; what comes later counts much more."""
    gaps = [
        index - sentence if sentence <= index else 10.0 * (sentence - index)
        for sentence in told.sentences
    ]
    return min(gaps, default=1000.0)


def agrees(mode: Mode, other: Mode) -> bool:
    """Whether two ways of travelling do not contradict each other."""
    return mode is other or Mode.UNKNOWN in {mode, other}
