"""A sentence goes in, the times that it names come out, with what they say of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.journeys.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.journeys.items import Sentence

_FIRST_YEAR, _LAST_YEAR = 1500, 2200
_LEADS = 3


class TimeKind(StrEnum):
    """What a time is counted in."""

    WEEKDAY = "weekday"
    DATE = "date"  # a day of a month, a month, or a year
    OFFSET = "offset"  # days from the day of publication
    PERIOD = "period"  # this week, next month
    LOOSE = "loose"  # "at dawn", "in the coming days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time at items ``first`` to ``last``.

    Attributes
    ----------
    weekdays : 0 for Monday; two where the words leave a choice.
    day, month, year : 0 where the words do not say.
    offset_days : from the day of publication; ``span_days`` is how exact that is.
    relative : -1 for last, 0 for this, 1 for next; None where the words do not say.
    """

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


def find_times(sentence: Sentence) -> list[Time]:
    """Find every point in time that something may be said to happen at, in order."""
    found: list[Time] = []
    index = 0
    while index < len(sentence.items):
        time = _time_at(sentence, index)
        if time is None:
            index += 1
            continue
        index = time.last + 1
        time = _with_leads(sentence, time, found[-1].last if found else -1)
        if sentence.low(time.first - 1) not in lexicon().times["not_a_point"]:
            found.append(time)
    return found


def _time_at(sentence: Sentence, index: int) -> Time | None:
    if not sentence.low(index):
        return None
    for read in (_weekday, _soon, _date, _day_word, _period, _ago, _part, _year):
        time = read(sentence, index)
        if time is not None:
            return time
    return None


def _with_leads(sentence: Sentence, time: Time, lower: int) -> Time:
    """Take in "on", "early on", "last" before a time."""
    leads = lexicon().times["leads"]
    relative = lexicon().times["relative"]
    first, said = time.first, time.relative
    for step in range(time.first - 1, max(lower, time.first - 1 - _LEADS), -1):
        low = sentence.low(step)
        if low not in leads:
            break
        first = step
        if low in relative and said is None:
            said = relative[low]
    while sentence.low(first) in {"the", "of", "about", "around", "later", "earlier"} and (
        first < time.first
    ):
        first += 1
    return Time(
        first=first,
        last=time.last,
        kind=time.kind,
        weekdays=time.weekdays,
        day=time.day,
        month=time.month,
        year=time.year,
        offset_days=time.offset_days,
        span_days=time.span_days,
        relative=said,
    )


def _weekday(sentence: Sentence, index: int) -> Time | None:
    tables = lexicon().times
    days = tables["weekdays"]
    if sentence.low(index) not in days:
        return None
    found, last = [days.index(sentence.low(index))], index
    if sentence.low(last + 1) in tables["parts"]:
        last += 1
    step = last + 1
    if sentence.low(step) in tables["joiners"]:
        step += 2 if sentence.low(step + 1) == "on" else 1
        if sentence.low(step) in days:
            found.append(days.index(sentence.low(step)))
            last = step + 1 if sentence.low(step + 1) in tables["parts"] else step
    return Time(first=index, last=last, kind=TimeKind.WEEKDAY, weekdays=tuple(found))


def _soon(sentence: Sentence, index: int) -> Time | None:
    if sentence.low(index) != "in":
        return None
    for phrase in lexicon().times["soon"]:
        words = phrase.split()
        if all(sentence.low(index + step) == word for step, word in enumerate(words)):
            return Time(first=index, last=index + len(words) - 1, kind=TimeKind.LOOSE, relative=1)
    return None


def _month(sentence: Sentence, index: int) -> int:
    """Read the number of the month at ``index``; 0 where the word is none, or may be another."""
    tables = lexicon().times
    item = sentence.at(index)
    if item is None or not item.is_capital:
        return 0
    if item.low in tables["month_short"]:
        return int(tables["month_short"][item.low])
    if item.low not in tables["months"]:
        return 0
    if item.low in tables["ambiguous_months"]:
        before, after = sentence.low(index - 1), sentence.low(index + 1)
        is_led = before in tables["leads"] and before != "the"
        if not (is_led or before[:1].isdigit() or after[:1].isdigit()):
            return 0
    return int(tables["months"].index(item.low)) + 1


def _number(sentence: Sentence, index: int, low: int, high: int) -> int:
    """Integer at ``index`` between ``low`` and ``high``; 0 where there is none."""
    digits = sentence.low(index)
    if digits.isascii() and digits.isdigit() and len(digits) <= len(str(high)):
        value = int(digits)
        return value if low <= value <= high else 0
    return 0


def _date(sentence: Sentence, index: int) -> Time | None:
    day, at, last = 0, index, index
    month = _month(sentence, index)
    if not month:
        day = _number(sentence, index, 1, 31)
        at = index + 1
        if sentence.low(at) in {"st", "nd", "rd", "th"}:
            at += 1
        if sentence.low(at) == "of":
            at += 1
        month = _month(sentence, at)
        if not (day and month):
            return None
        last = at
    elif _number(sentence, index + 1, 1, 31):
        day, last = _number(sentence, index + 1, 1, 31), index + 1
        if sentence.low(last + 1) in {"st", "nd", "rd", "th"}:
            last += 1
    step = last + 2 if sentence.low(last + 1) in {",", "of"} else last + 1
    year = _number(sentence, step, _FIRST_YEAR, _LAST_YEAR)
    return Time(
        first=index,
        last=step if year else last,
        kind=TimeKind.DATE,
        day=day,
        month=month,
        year=year,
    )


def _day_word(sentence: Sentence, index: int) -> Time | None:
    days = lexicon().times["days"]
    if sentence.low(index) not in days:
        return None
    last = index + 1 if sentence.low(index + 1) in lexicon().times["parts"] else index
    return Time(first=index, last=last, kind=TimeKind.OFFSET, offset_days=days[sentence.low(index)])


def _period(sentence: Sentence, index: int) -> Time | None:
    tables = lexicon().times
    low, unit = sentence.low(index), sentence.low(index + 1)
    if low not in tables["relative"] or unit not in tables["units"] or unit.endswith("ys"):
        return None
    if unit in {"day", "days", "weeks", "months", "years"}:
        return None
    return Time(
        first=index,
        last=index + 1,
        kind=TimeKind.PERIOD,
        span_days=tables["units"][unit],
        relative=tables["relative"][low],
    )


def _ago(sentence: Sentence, index: int) -> Time | None:
    tables = lexicon().times
    low = sentence.low(index)
    count = _number(sentence, index, 1, 99) or tables["numbers"].get(low, 0)
    unit = sentence.low(index + 1)
    if not count or unit not in tables["units"] or sentence.low(index + 2) != "ago":
        return None
    days = tables["units"][unit]
    return Time(
        first=index,
        last=index + 2,
        kind=TimeKind.OFFSET,
        offset_days=-count * days,
        span_days=days,
    )


def _part(sentence: Sentence, index: int) -> Time | None:
    low = sentence.low(index)
    if low not in lexicon().times["parts"] or sentence.low(index - 1) not in {"at", "around", "by"}:
        return None
    return Time(first=index, last=index, kind=TimeKind.LOOSE)


def _year(sentence: Sentence, index: int) -> Time | None:
    year = _number(sentence, index, _FIRST_YEAR, _LAST_YEAR)
    if not year or sentence.low(index - 1) not in {"in", "during", "of", "by", "late", "early"}:
        return None
    return Time(first=index, last=index, kind=TimeKind.DATE, year=year)


def texts(times: list[Time], low: int, high: int) -> Iterator[Time]:
    """Pick the times between items ``low`` and ``high``, ``high`` excluded."""
    return (time for time in times if low <= time.first and time.last < high)
