"""A time and the day of publication go in, the days that it may mean come out."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts.times import TimeKind

if TYPE_CHECKING:
    from geo.contracts.times import Time

_WEEK = 7
_MONTHS = 12
_MONTH_DAYS = 28  # a period of this many days or more is a month, and of a year or more a year
_YEAR_DAYS = 365
_PASSED_DAYS = 60


class Days(NamedTuple):
    """First and last day that a time may mean; None where that cannot be told."""

    earliest: date | None
    latest: date | None
    inferred: bool


_UNKNOWN = Days(None, None, False)  # noqa: FBT003 - the field is named above


def days_of(time: Time, published: date | None, *, is_future: bool) -> Days:
    """Work out the days; most times can be told only where the day of publication is known."""
    try:
        if time.kind is TimeKind.DATE and time.year:
            return Days(*_in_year(time.year, time.month, time.day), inferred=False)
        if published is None or time.kind is TimeKind.LOOSE:
            return _UNKNOWN
        return Days(*_near(time, published, is_future=is_future), inferred=True)
    except (ValueError, OverflowError):  # 31 June, or a day beyond the calendar
        return _UNKNOWN


def _in_year(year: int, month: int, day: int) -> tuple[date, date]:
    if not month:
        return date(year, 1, 1), date(year, _MONTHS, 31)
    if not day:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _near(time: Time, published: date, *, is_future: bool) -> tuple[date, date]:
    if time.kind is TimeKind.WEEKDAY:
        found = [_weekday(day, time, published, is_future=is_future) for day in time.weekdays]
        return min(found), max(found)
    if time.kind is TimeKind.DATE:
        return _month(time, published, is_future=is_future)
    if time.kind is TimeKind.OFFSET:
        day = published + timedelta(days=time.offset_days)
        slack = timedelta(days=time.span_days // 2)
        return day - slack, day + slack
    return _period(time, published)


def _weekday(day: int, time: Time, published: date, *, is_future: bool) -> date:
    back = (published.weekday() - day) % _WEEK
    ahead = (day - published.weekday()) % _WEEK
    if time.relative == -1 or (time.relative is None and not is_future):
        return published - timedelta(days=back or (_WEEK if time.relative == -1 else 0))
    return published + timedelta(days=ahead or (_WEEK if time.relative == 1 else 0))


def _month(time: Time, published: date, *, is_future: bool) -> tuple[date, date]:
    """Nearest such day or month that lies on the right side of the day of publication."""
    toward = time.relative or (1 if is_future else -1)
    # "was due in Lima on 20 November", printed on the 29th: a plan's day may have just passed.
    ago = timedelta(days=_PASSED_DAYS if time.day and time.relative is None else 0)
    for step in (0, toward):
        first, last = _in_year(published.year + step, time.month, time.day)
        if (toward < 0 and first <= published) or (toward > 0 and last >= published - ago):
            return first, last
    return _in_year(published.year, time.month, time.day)


def _period(time: Time, published: date) -> tuple[date, date]:
    step = time.relative or 0
    if time.span_days >= _YEAR_DAYS:
        return _in_year(published.year + step, 0, 0)
    if time.span_days >= _MONTH_DAYS:
        year, month = divmod(published.year * _MONTHS + published.month - 1 + step, _MONTHS)
        return _in_year(year, month + 1, 0)
    monday = published - timedelta(days=published.weekday()) + timedelta(days=_WEEK * step)
    return monday, monday + timedelta(days=_WEEK - 1)
