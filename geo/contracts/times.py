"""Times of a text: the words that name one, and what they say of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.contracts.text import Span


class TimeKind(StrEnum):
    """What a time is counted in."""

    WEEKDAY = "weekday"
    DATE = "date"  # a day of a month, a month, or a year
    OFFSET = "offset"  # days from the day of publication
    PERIOD = "period"  # this week, next month
    LOOSE = "loose"  # "at dawn", "in the coming days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A point in time that something may be said to happen at, as far as its words tell it.

    Attributes
    ----------
    span : the words, with those that lead to them ("early on Friday").
    first, last : the first and the last of them, by their index in the sentence.
    weekdays : 0 for Monday; two where the words leave a choice.
    day, month, year : 0 where the words do not say.
    offset_days : from the day of publication; ``span_days`` is how exact that is.
    relative : -1 for last, 0 for this, 1 for next; None where the words do not say.
    """

    span: Span
    first: int
    last: int
    kind: TimeKind
    weekdays: tuple[int, ...] = ()
    day: int = 0
    month: int = 0
    year: int = 0
    offset_days: int = 0
    span_days: int = 1
    relative: int | None = None
