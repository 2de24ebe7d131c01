"""What changed between two versions of a story, as a value for a page, a terminal or a program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Span


class How(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was.

    Attributes
    ----------
    subject : what it is, in the words of the later version that has it.
    before, after : how it was and how it is, in words; "" where it was not there, or is not.
    before_span, after_span : the words of either article that it rests on.
    """

    how: How
    subject: str
    before: str = ""
    after: str = ""
    before_span: Span | None = None
    after_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All changes, each sort in the order of the text; what is gone comes last."""

    places: tuple[Change, ...] = ()
    journeys: tuple[Change, ...] = ()
    figures: tuple[Change, ...] = ()

    def __iter__(self) -> Iterator[Change]:
        """Go through all of them."""
        yield from (*self.places, *self.journeys, *self.figures)
