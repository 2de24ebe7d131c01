"""A sentence goes in, the times that it names come out, with what they say of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.lexicon import listed, numbered
from geo.lexicon.units import values

if TYPE_CHECKING:
    from geo.journeys.scene import Scene

_FIRST_YEAR, _LAST_YEAR = 1500, 2200
_LEADS = 3
_JOINTS = frozenset({"–", "-", "/"})


class TimeKind(StrEnum):
    """What a time is counted in."""

    WEEKDAY = "weekday"
    DATE = "date"  # a day of a month, a month, or a year
    OFFSET = "offset"  # days from the day of publication
    PERIOD = "period"  # this week, next month
    LOOSE = "loose"  # "at dawn", "in the coming days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time at words ``first`` to ``last``.

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


def find_times(scene: Scene) -> list[Time]:
    """Find every point in time that something may be said to happen at, in order."""
    found: list[Time] = []
    index = 0
    while index < len(scene):
        time = _time_at(scene, index)
        if time is None:
            index += 1
            continue
        index = time.last + 1
        time = _with_leads(scene, time, found[-1].last if found else -1)
        if scene.low(time.first - 1) not in listed("not_a_point"):
            found.append(time)
    return found


def _time_at(scene: Scene, index: int) -> Time | None:
    if not scene.low(index):
        return None
    for read in (_weekday, _soon, _date, _day_word, _period, _ago, _part, _year):
        time = read(scene, index)
        if time is not None:
            return time
    return None


def _with_leads(scene: Scene, time: Time, lower: int) -> Time:
    """Take in "on", "early on", "last" before a time."""
    leads = listed("leads_time")
    relative = numbered("relative_time")
    first, said = time.first, time.relative
    for step in range(time.first - 1, max(lower, time.first - 1 - _LEADS), -1):
        low = scene.low(step)
        if low not in leads:
            break
        first = step
        if low in relative and said is None:
            said = relative[low]
    while scene.low(first) in listed("not_alone") and (first < time.first):
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


def _weekday(scene: Scene, index: int) -> Time | None:
    days = numbered("weekday")
    if scene.low(index) not in days:
        return None
    found, last = [days[scene.low(index)]], index
    if scene.low(last + 1) in listed("part_of_day"):
        last += 1
    step = last + 1
    if scene.low(step) in _JOINTS or scene.low(step) in listed("joins_days"):
        step += 2 if scene.low(step + 1) == "on" else 1
        if scene.low(step) in days:
            found.append(days[scene.low(step)])
            last = step + 1 if scene.low(step + 1) in listed("part_of_day") else step
    return Time(first=index, last=last, kind=TimeKind.WEEKDAY, weekdays=tuple(found))


def _soon(scene: Scene, index: int) -> Time | None:
    if scene.low(index) != "in":
        return None
    for phrase in listed("soon"):
        words = phrase.split()
        if all(scene.low(index + step) == word for step, word in enumerate(words)):
            return Time(first=index, last=index + len(words) - 1, kind=TimeKind.LOOSE, relative=1)
    return None


def _month(scene: Scene, index: int) -> int:
    """Read the number of the month at ``index``; 0 where the word is none, or may be another."""
    months = numbered("month")
    low = scene.low(index).rstrip(".")
    if not scene.is_capital(index):
        return 0
    short = numbered("month_short")
    if low not in months and low not in short:
        return 0
    if low in listed("ambiguous_month") or low in short:
        before, after = scene.low(index - 1), scene.low(index + 1)
        is_led = before in listed("leads_time") and before != "the"
        if not (is_led or before[:1].isdigit() or after[:1].isdigit()):
            return 0
    return months.get(low) or short[low]


def _number(scene: Scene, index: int, low: int, high: int) -> int:
    """Integer at ``index`` between ``low`` and ``high``; 0 where there is none."""
    digits = scene.low(index)
    if digits[-2:] in listed("ordinal"):
        digits = digits[:-2]
    if digits.isascii() and digits.isdigit() and len(digits) <= len(str(high)):
        value = int(digits)
        return value if low <= value <= high else 0
    return 0


def _date(scene: Scene, index: int) -> Time | None:
    day, at, last = 0, index, index
    month = _month(scene, index)
    if not month:
        day = _number(scene, index, 1, 31)
        at = index + 1
        if scene.low(at) == "of":
            at += 1
        month = _month(scene, at)
        if not (day and month):
            return None
        last = at
    elif _number(scene, index + 1, 1, 31):
        day, last = _number(scene, index + 1, 1, 31), index + 1
    step = last + 2 if scene.low(last + 1) in {",", "of"} else last + 1
    year = _number(scene, step, _FIRST_YEAR, _LAST_YEAR)
    return Time(
        first=index,
        last=step if year else last,
        kind=TimeKind.DATE,
        day=day,
        month=month,
        year=year,
    )


def _day_word(scene: Scene, index: int) -> Time | None:
    days = numbered("day")
    if scene.low(index) not in days:
        return None
    last = index + 1 if scene.low(index + 1) in listed("part_of_day") else index
    return Time(first=index, last=last, kind=TimeKind.OFFSET, offset_days=days[scene.low(index)])


def _period(scene: Scene, index: int) -> Time | None:
    low, unit = scene.low(index), scene.low(index + 1)
    if low not in numbered("relative_time") or unit not in numbered("period"):
        return None
    if unit in listed("whole_period"):
        return None
    return Time(
        first=index,
        last=index + 1,
        kind=TimeKind.PERIOD,
        span_days=numbered("period")[unit],
        relative=numbered("relative_time")[low],
    )


def _ago(scene: Scene, index: int) -> Time | None:
    low = scene.low(index)
    count = _number(scene, index, 1, 99) or _counted(low)
    unit = scene.low(index + 1)
    if not count or unit not in numbered("period") or scene.low(index + 2) not in listed("ago"):
        return None
    days = numbered("period")[unit]
    return Time(
        first=index,
        last=index + 2,
        kind=TimeKind.OFFSET,
        offset_days=-count * days,
        span_days=days,
    )


def _counted(low: str) -> int:
    """Read "a" or "three"; 0 where it is no number."""
    return int(values("article").get(low, 0) or values("one").get(low, 0))


def _part(scene: Scene, index: int) -> Time | None:
    low = scene.low(index)
    if low not in listed("part_of_day") or scene.low(index - 1) not in listed("at_time"):
        return None
    return Time(first=index, last=index, kind=TimeKind.LOOSE)


def _year(scene: Scene, index: int) -> Time | None:
    year = _number(scene, index, _FIRST_YEAR, _LAST_YEAR)
    if not year or scene.low(index - 1) not in listed("in_year"):
        return None
    return Time(first=index, last=index, kind=TimeKind.DATE, year=year)
