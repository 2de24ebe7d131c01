"""Finds statements that tell the time in two places, or how far their clocks are apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.types.fact import Found, about
from geo.claims.types.time_zone.rows import LOCAL_AND_GMT, ROWS
from geo.contracts import ClaimKind
from geo.lexicon.numbers import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention
    from geo.claims.types.fact import Reading
    from geo.claims.types.marked import Marked

_HOUR_MIN, _DAY_MIN = 60, 1440
_WORDS = ("gmt", "utc", "greenwich", "hour", "a.m", "p.m", " am ", " pm ")
_MOST_PLACES = 40


def find(reading: Reading) -> Iterator[Found]:
    """Read "0610 local time (0910 GMT)", "A is two hours ahead of B".

    ``relation`` is the name of the row and by how many minutes the first is ahead of the second;
    a season or month stands between; the subject is the places in this order, and with local
    time all that the story may be in.
    """
    marked = reading.marked
    if not any(word in marked.text.lower() for word in _WORDS):
        return
    for row in ROWS:
        for match in row.matches(marked):
            ahead_min = _difference(match.groupdict())
            if ahead_min is None or _is_of_other(marked, match):
                continue
            named: list[PlacedMention | None] = [marked.mention(match, key) for key in ("a", "b")]
            if row.name == LOCAL_AND_GMT:
                named = list(_where(reading))
            zone = " to gmt" if match.groupdict().get("gmt") or row.name == LOCAL_AND_GMT else ""
            start, end = marked.span(match)
            groups = match.groupdict()
            if groups.get("hours") or groups.get("half"):
                start = marked.starts[match.start("hours" if groups["hours"] else "half")]
            season = f" @{groups['season'].lower()}" if groups.get("season") else ""
            yield Found(
                kind=ClaimKind.TIME_ZONE,
                subject=about(*named, reason=f"Read as “{row.name}”."),
                relation=f"{row.name}{zone}{season}: {ahead_min}",
                start=start,
                end=end,
            )


def _is_of_other(marked: Marked, match: re.Match[str]) -> bool:
    return bool(match.groupdict().get("side")) and marked.is_in_phrase(match)


def _where(reading: Reading) -> Iterator[PlacedMention]:
    """List where the story may be, likeliest first: what is nearest, then all that it names."""
    story = reading.story
    yield from story.here(reading.index)[:1]
    found = [one for mentions in story.mentions.values() for one in mentions if one.place]
    yield from found[:_MOST_PLACES]


def _difference(groups: dict[str, str | None]) -> int | None:
    """Tell by how many minutes the first place is ahead of the second."""
    if groups.get("side"):
        amount = _amount_min(groups)
        sign = -1 if groups["side"] and groups["side"].lower() == "behind" else 1
        return None if amount is None else sign * amount
    one, two = (_clock_min(groups.get(key) or "") for key in ("one", "two"))
    if one is None or two is None:
        return None
    half = _DAY_MIN // 2
    return (one - two + half) % _DAY_MIN - half


def _amount_min(groups: dict[str, str | None]) -> int | None:
    if groups.get("half"):
        return _HOUR_MIN // 2
    figure = parse_number(groups.get("hours") or "")
    minutes = parse_number(groups.get("minutes") or "0")
    if figure is None or minutes is None:
        return None
    more = _HOUR_MIN // 2 if groups.get("more") else 0
    return round(figure.value * _HOUR_MIN + minutes.value + more)


def _clock_min(words: str) -> int | None:
    """Read "3:40 p.m.", "0610", "9 a.m." as minutes after midnight."""
    match = re.fullmatch(
        r"(\d{1,2}?)[:.]?(\d{2})?\s?(?:([ap])\.?\s?m\.?)?", words.strip(), re.IGNORECASE
    )
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return hour * _HOUR_MIN + minute if hour <= 24 and minute < _HOUR_MIN else None  # noqa: PLR2004
