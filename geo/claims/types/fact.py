"""What a finder of a claim type hands back: a statement before it has its number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from geo.claims.types.clauses import clauses
from geo.contracts import Limit, Mode, Subject, ToponymKind

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, StoryIndex
    from geo.claims.types.marked import Marked
    from geo.contracts import ClaimKind, Quantity


_LANDS = ("PCL", "CONT", "RGN", "OCN")


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
    way: Mode = Mode.UNKNOWN
    bearing_deg: float | None = None
    limit: Limit = Limit.NONE


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One sentence as the finders get it: marked, with its number and the story around it."""

    marked: Marked
    index: int
    story: StoryIndex

    @cached_property
    def words(self) -> str:
        """The marked words and those of the places, by which a finder tells that it is idle."""
        return " ".join([self.marked.text, *(one.span.text for one in self.marked.mentions)])

    @cached_property
    def clauses(self) -> tuple[Marked, ...]:
        """What grammar says of each place, as texts of their own."""
        return clauses(self.story.document.sentences[self.index], self.marked)


def about(*mentions: PlacedMention | None, reason: str = "") -> Subject:
    """Make the subject of some places, in the order that the relation says them."""
    return Subject(
        toponym_ids=tuple(one.toponym.id for one in mentions if one is not None), reason=reason
    )


def is_land(mention: PlacedMention) -> bool:
    """Whether it is a country or more, which has no height."""
    place = mention.place
    return place is not None and place.feature_code.startswith(_LANDS)


def is_told_of(mention: PlacedMention) -> bool:
    """Whether facts of the map may be told of it: of a country also where it speaks or acts."""
    is_area = mention.place is not None and mention.place.feature_class == "A"
    is_name = mention.toponym.kind is not ToponymKind.DEMONYM
    return mention.can_be_subject or (is_area and is_name)
