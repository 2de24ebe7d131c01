"""What a finder of a claim type hands back: a statement before it has its number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Subject

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, StoryIndex
    from geo.claims.types.marked import Marked
    from geo.contracts import ClaimKind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A statement: its kind, what it is about, what it says of it and which words to quote."""

    kind: ClaimKind
    subject: Subject
    relation: str
    start: int
    end: int
    quantity: Quantity | None = None
    also: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence as the finders get it: marked, with its number and the story around it."""

    marked: Marked
    index: int
    story: StoryIndex


def about(*mentions: PlacedMention | None, reason: str = "") -> Subject:
    """Make the subject of some places, in the order that the relation says them."""
    return Subject(
        toponym_ids=tuple(one.toponym.id for one in mentions if one is not None), reason=reason
    )
