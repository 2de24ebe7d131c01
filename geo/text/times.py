"""Finds the times that a sentence names: "early on Friday", "in July 2019", "two weeks ago"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from geo.contracts import Span, Time, TimeKind
from geo.lexicon import listed, numbered
from geo.lexicon.units import values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from geo.contracts import Sentence

_FIRST_YEAR, _LAST_YEAR = 1500, 2200
_LEADS = 3
_KEPT = 1_024  # words with which times may begin
_JOINTS = frozenset({"–", "-", "/"})


class Words:
    """The words of a sentence by their index; beyond its ends there is nothing."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self._tokens = sentence, sentence.tokens

    def low(self, index: int) -> str:
        """Give a word in small letters."""
        return self._tokens[index].lower if 0 <= index < len(self._tokens) else ""

    def is_capital(self, index: int) -> bool:
        """Whether a word begins with a capital."""
        inside = 0 <= index < len(self._tokens)
        return inside and self._tokens[index].span.text[:1].isupper()

    def span(self, first: int, last: int) -> Span:
        """Cut out the words ``first`` to ``last``."""
        start, end = self._tokens[first].span.start, self._tokens[last].span.end
        base = self._sentence.span.start
        return Span(start=start, end=end, text=self._sentence.span.text[start - base : end - base])


def times_of(sentences: Sequence[Sentence]) -> tuple[Time, ...]:
    """Find every point in time that something may be said to happen at, in order."""
    return tuple(time for sentence in sentences for time in _in_sentence(sentence))


def _in_sentence(sentence: Sentence) -> Iterator[Time]:
    words, index, before = Words(sentence), 0, -1
    openings = _openings()
    for at, token in enumerate(sentence.tokens):
        # Nearly every word is passed over here.
        low = token.lower.rstrip(".")
        if at < index or (low not in openings and not low[:1].isdigit()):
            continue
        time = _time_at(words, at)
        if time is None:
            continue
        index = time.last + 1
        time = _with_leads(words, time, before)
        if words.low(time.first - 1) not in listed("not_a_point"):
            before = time.last
            yield time


@cache
def _openings() -> frozenset[str]:
    """Give the words that a time may begin with, besides figures."""
    counts = {*values("article"), *values("one")}
    named = ("weekday", "month", "month_short", "day", "relative_time")
    return frozenset({"in", *counts, *listed("part_of_day")}).union(*map(numbered, named))


def _time_at(words: Words, index: int) -> Time | None:
    for read in _readers(words.low(index)):
        time = read(words, index)
        if time is not None:
            return time
    return None


@lru_cache(maxsize=_KEPT)
def _readers(low: str) -> tuple[Callable[[Words, int], Time | None], ...]:
    """List who may read a time that begins with a word, in the order of trying."""
    bare, is_number = low.rstrip("."), low[:1].isdigit()
    may_read = {
        _weekday: low in numbered("weekday"),
        _soon: low == "in",
        _date: is_number or bare in numbered("month") or bare in numbered("month_short"),
        _day_word: low in numbered("day"),
        _period: low in numbered("relative_time"),
        _ago: is_number or bool(_counted(low)),
        _part: low in listed("part_of_day"),
        _year: is_number,
    }
    return tuple(read for read, may in may_read.items() if may)


def _time(words: Words, first: int, last: int, **said: Any) -> Time:
    return Time(span=words.span(first, last), first=first, last=last, **said)


def _with_leads(words: Words, time: Time, lower: int) -> Time:
    """Take in "on", "early on", "last" before a time."""
    relative = numbered("relative_time")
    first, said = time.first, time.relative
    for step in range(time.first - 1, max(lower, time.first - 1 - _LEADS), -1):
        low = words.low(step)
        if low not in listed("leads_time"):
            break
        first = step
        if low in relative and said is None:
            said = relative[low]
    while words.low(first) in listed("not_alone") and first < time.first:
        first += 1
    return replace(time, span=words.span(first, time.last), first=first, relative=said)


def _weekday(words: Words, index: int) -> Time | None:
    days = numbered("weekday")
    if words.low(index) not in days:
        return None
    found, last = [days[words.low(index)]], index
    if words.low(last + 1) in listed("part_of_day"):
        last += 1
    step = last + 1
    if words.low(step) in _JOINTS or words.low(step) in listed("joins_days"):
        step += 2 if words.low(step + 1) == "on" else 1
        if words.low(step) in days:
            found.append(days[words.low(step)])
            last = step + 1 if words.low(step + 1) in listed("part_of_day") else step
    return _time(words, index, last, kind=TimeKind.WEEKDAY, weekdays=tuple(found))


def _soon(words: Words, index: int) -> Time | None:
    if words.low(index) != "in":
        return None
    for parts in _soon_phrases():
        if all(words.low(index + step) == part for step, part in enumerate(parts)):
            return _time(words, index, index + len(parts) - 1, kind=TimeKind.LOOSE, relative=1)
    return None


@cache
def _soon_phrases() -> tuple[list[str], ...]:
    return tuple(phrase.split() for phrase in listed("soon"))


def _month(words: Words, index: int) -> int:
    """Read the number of the month at ``index``; 0 where the word is none, or may be another."""
    months = numbered("month")
    low = words.low(index).rstrip(".")
    if not words.is_capital(index):
        return 0
    short = numbered("month_short")
    if low not in months and low not in short:
        return 0
    if low in listed("ambiguous_month") or low in short:
        before, after = words.low(index - 1), words.low(index + 1)
        is_led = before in listed("leads_time") and before != "the"
        if not (is_led or before[:1].isdigit() or after[:1].isdigit()):
            return 0
    return months.get(low) or short[low]


def _number(words: Words, index: int, low: int, high: int) -> int:
    """Integer at ``index`` between ``low`` and ``high``; 0 where there is none."""
    digits = words.low(index)
    if digits[-2:] in listed("ordinal"):
        digits = digits[:-2]
    if digits.isascii() and digits.isdigit() and len(digits) <= len(str(high)):
        value = int(digits)
        return value if low <= value <= high else 0
    return 0


def _date(words: Words, index: int) -> Time | None:
    day, at, last = 0, index, index
    month = _month(words, index)
    if not month:
        day = _number(words, index, 1, 31)
        at = index + 1
        if words.low(at) == "of":
            at += 1
        month = _month(words, at)
        if not (day and month):
            return None
        last = at
    elif _number(words, index + 1, 1, 31):
        day, last = _number(words, index + 1, 1, 31), index + 1
    step = last + 2 if words.low(last + 1) in {",", "of"} else last + 1
    year = _number(words, step, _FIRST_YEAR, _LAST_YEAR)
    return _time(
        words,
        index,
        step if year else last,
        kind=TimeKind.DATE,
        day=day,
        month=month,
        year=year,
    )


def _day_word(words: Words, index: int) -> Time | None:
    days = numbered("day")
    if words.low(index) not in days:
        return None
    last = index + 1 if words.low(index + 1) in listed("part_of_day") else index
    return _time(words, index, last, kind=TimeKind.OFFSET, offset_days=days[words.low(index)])


def _period(words: Words, index: int) -> Time | None:
    low, unit = words.low(index), words.low(index + 1)
    if low not in numbered("relative_time") or unit not in numbered("period"):
        return None
    if unit in listed("whole_period"):
        return None
    return _time(
        words,
        index,
        index + 1,
        kind=TimeKind.PERIOD,
        span_days=numbered("period")[unit],
        relative=numbered("relative_time")[low],
    )


def _ago(words: Words, index: int) -> Time | None:
    low = words.low(index)
    count = _number(words, index, 1, 99) or _counted(low)
    unit = words.low(index + 1)
    if not count or unit not in numbered("period") or words.low(index + 2) not in listed("ago"):
        return None
    days = numbered("period")[unit]
    return _time(
        words,
        index,
        index + 2,
        kind=TimeKind.OFFSET,
        offset_days=-count * days,
        span_days=days,
    )


def _counted(low: str) -> int:
    """Read "a" or "three"; 0 where it is no number."""
    return int(values("article").get(low, 0) or values("one").get(low, 0))


def _part(words: Words, index: int) -> Time | None:
    low = words.low(index)
    if low not in listed("part_of_day") or words.low(index - 1) not in listed("at_time"):
        return None
    return _time(words, index, index, kind=TimeKind.LOOSE)


def _year(words: Words, index: int) -> Time | None:
    year = _number(words, index, _FIRST_YEAR, _LAST_YEAR)
    if not year or words.low(index - 1) not in listed("in_year"):
        return None
    return _time(words, index, index, kind=TimeKind.DATE, year=year)
