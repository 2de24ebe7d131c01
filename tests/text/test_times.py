"""Times in words, and the days that they mean for a story of Thursday 26 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from geo.contracts import Span, Time, days_of
from geo.journeys import find_journeys
from geo.text import make_document
from geo.text.document import cut_sentence
from geo.text.times import times_of
from tests.journeys.story import story

PUBLISHED = date(2026, 11, 26)


def times_in(text: str) -> tuple[Time, ...]:
    return times_of([cut_sentence(Span(start=0, end=len(text), text=text))])


def read(words: str) -> list[str]:
    return [time.span.text for time in times_in(f"They left {words}.")]


@pytest.mark.parametrize(
    "words",
    [
        "on Sunday evening",
        "on Tuesday or Wednesday",
        "on Friday or on Saturday night",
        "last Monday",
        "early on Friday",
        "in July",
        "in July 2019",
        "on 3 July",
        "on 3rd of July 2019",
        "on July 3, 2019",
        "on Sept 9",
        "in 2019",
        "yesterday",
        "tomorrow night",
        "last week",
        "this weekend",
        "two weeks ago",
        "3 days ago",
        "at dawn",
        "in the coming days",
        "in May",
        "in March",
    ],
)
def test_a_time_is_read_whole(words: str) -> None:
    assert read(words) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "from Monday to Friday",
        "until July",
        "the March on the city",
        "and may return",
        "42 2019 people",
        "a 3 ago",
        "in 99999999999999999999",
        "since 2019",
    ],
)
def test_what_is_no_point_in_time(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "is_future", "earliest", "latest"),
    [
        ("on Sunday", False, "2026-11-22", "2026-11-22"),
        ("on Sunday", True, "2026-11-29", "2026-11-29"),
        ("on Thursday", False, "2026-11-26", "2026-11-26"),
        ("last Thursday", False, "2026-11-19", "2026-11-19"),
        ("next Thursday", True, "2026-12-03", "2026-12-03"),
        ("on Tuesday or Wednesday", True, "2026-12-01", "2026-12-02"),
        ("in July", False, "2026-07-01", "2026-07-31"),
        ("in July", True, "2027-07-01", "2027-07-31"),
        ("in December", False, "2025-12-01", "2025-12-31"),
        ("in November", True, "2026-11-01", "2026-11-30"),
        ("on 3 December", True, "2026-12-03", "2026-12-03"),
        ("on 20 November", True, "2026-11-20", "2026-11-20"),  # "was due on 20 November"
        ("on 3 July", True, "2027-07-03", "2027-07-03"),
        ("in 2019", False, "2019-01-01", "2019-12-31"),
        ("in July 2019", False, "2019-07-01", "2019-07-31"),
        ("on 3 July 2019", False, "2019-07-03", "2019-07-03"),
        ("yesterday", False, "2026-11-25", "2026-11-25"),
        ("tomorrow", True, "2026-11-27", "2026-11-27"),
        ("last week", False, "2026-11-16", "2026-11-22"),
        ("next month", True, "2026-12-01", "2026-12-31"),
        ("last month", False, "2026-10-01", "2026-10-31"),
        ("last year", False, "2025-01-01", "2025-12-31"),
        ("two weeks ago", False, "2026-11-09", "2026-11-15"),
        ("at dawn", False, None, None),
        ("on 31 June", False, None, None),
    ],
)
def test_days_of_a_time(
    words: str,
    is_future: bool,  # noqa: FBT001 - a row of the table
    earliest: str | None,
    latest: str | None,
) -> None:
    (time,) = times_in(f"They left {words}.")
    days = days_of(time, PUBLISHED, is_future=is_future)
    assert days.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert days.latest == (date.fromisoformat(latest) if latest else None)
    assert days.inferred == (earliest is not None and not time.year)


def test_without_a_day_of_publication_only_years_are_known() -> None:
    told = story("Ana Silva flew to [[Cairo]] on Monday.")
    ((itinerary,), _) = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    departed = itinerary.legs[0].departed
    assert departed is not None
    assert (departed.text, departed.earliest, departed.inferred) == ("on Monday", None, False)


def test_the_calendar_ends_quietly() -> None:
    (time,) = times_in("They left on Monday.")
    assert days_of(time, date.min, is_future=False).earliest == date.min
    assert days_of(time, date(1, 1, 2), is_future=False).earliest == date(1, 1, 1)
    assert days_of(time, date(9999, 12, 31), is_future=True).earliest is None


def test_the_document_holds_its_times_with_and_without_grammar() -> None:
    text = "Ana Silva left on Monday. She came back two days ago."
    told = story(text)
    bare, _ = make_document(told.article)
    assert [time.span.text for time in bare.times] == ["on Monday", "two days ago"]
    assert bare.times == told.document.times
    second = told.article.sentences[1]
    assert [time.span.text for time in told.document.times_in(second)] == ["two days ago"]
    (time,) = told.document.times_in(second)
    words = told.document.sentences[1].tokens[time.first : time.last + 1]
    assert [word.lower for word in words] == ["two", "days", "ago"]
    assert all(text[one.span.start : one.span.end] == one.span.text for one in bare.times)


def test_the_short_names_of_all_months_are_read() -> None:
    for number, word in enumerate(
        "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(),  # noqa: SIM905 - a plain list
        start=1,
    ):
        (time,) = times_in(f"They left on {word} 9.")
        assert (time.month, time.day) == (number, 9)
