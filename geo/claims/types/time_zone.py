"""Finds statements that tell the time in two places, or how far their clocks are apart."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.story import distinct, is_same
from geo.claims.types.fact import about
from geo.claims.types.meant import with_meant
from geo.claims.types.row import Row, Rows, found
from geo.contracts import ClaimKind
from geo.lexicon import any_of
from geo.lexicon.numbers import parse_number
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention
    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked

ROWS = Rows("time_zone")
_LOCAL = "local time and GMT"
_HOUR_MIN, _DAY_MIN = 60, 1440
_MOST_PLACES = 40
_NEAR = 40  # characters before a place, in which a distance from it may stand
# Sentences back in which "there" may be named, and what GMT is also called.
_MOST_BACK, _GREENWICH = 3, "greenwich"
_AMOUNTS = ("hours", "half", "quarter", "only_min")


def find(reading: Reading) -> Iterator[Found]:
    """Read "0610 local time (0910 GMT)", "A is two hours ahead of B".

    ``relation`` is the name of the row and by how many minutes the first is ahead of the second;
    a season or month stands between; of a country with several zones it is how many of them. The
    subject is the places in this order, and with local time all that the story may be in.
    """
    for row, marked, match in ROWS.found(reading):
        groups = match.groupdict()
        ahead_min = _difference(groups)
        opens = groups.get("side") and groups.get("a") and match.start("a") == match.start()
        if ahead_min is None or (opens and marked.is_in_phrase(match)):
            continue
        if groups.get("only_min") and _is_rest(reading, marked.starts[match.start("only_min")]):
            continue
        if _is_far_end(marked, match):
            continue
        one = _found(reading, marked, match, row)
        if not one.subject.toponym_ids:
            continue
        amount = next((key for key in _AMOUNTS if groups.get(key)), None)
        if amount is not None:
            one = replace(one, start=marked.starts[match.start(amount)])
        is_to_gmt = (
            groups.get("gmt")
            or _is_greenwich(marked, match)
            or row.name in lists("time_zone")["to_gmt"]
        )
        zone = " to gmt" if is_to_gmt else ""
        is_told = amount or groups.get("level")
        season = _season(reading, one, groups) if is_told else _trip(groups)
        yield replace(one, relation=f"{row.name}{zone}{season}: {ahead_min}")


def _found(reading: Reading, marked: Marked, match: re.Match[str], row: Row) -> Found:
    """Make what a row has found, about the two places, or those that may be meant."""
    groups = match.groupdict()
    # "Those in the capital", "Thai time": either end may be a description.
    slots = ("a" if groups.get("a") else "e") + ("b" if groups.get("b") else "c")
    slots = slots[:1] if _is_greenwich(marked, match) else slots
    one = found(ClaimKind.TIME_ZONE, marked, match, row, slots)
    if groups.get("it") is not None and not groups.get("b"):
        return with_meant(reading, marked, match, one)
    if groups.get("there"):
        return _there(reading, marked.mention(match, "b"), one)
    if row.name == _LOCAL and not groups.get("a"):
        return replace(one, subject=about(*_where(reading), reason=one.subject.reason))
    return one


def _is_greenwich(marked: Marked, match: re.Match[str]) -> bool:
    """Whether the other place stands for GMT: "14 hours ahead of Greenwich"."""
    other = marked.mention(match, "b")
    return other is not None and other.span.text.lower() == _GREENWICH


def _there(reading: Reading, other: PlacedMention | None, made: Found) -> Found:
    """Put the places that "there" may mean before the other: the last named, then where it is."""
    near = range(reading.index - 1, reading.index - 1 - _MOST_BACK, -1)
    before = [one for at in near for one in reversed(reading.story.mentions.get(at, ()))]
    named = (one for one in (*before, *reading.story.here(reading.index)) if one.can_be_subject)
    meant = distinct(one for one in named if other is None or not is_same(one, other))
    if other is None or not meant:
        return replace(made, subject=about(reason=made.subject.reason))
    taken_from = tuple(one.toponym.id for one in meant)
    return replace(made, subject=replace(about(meant[0], other), taken_from=taken_from))


def _trip(groups: dict[str, str | None]) -> str:
    """Tell how long a journey took, and whether its clocks are said to be those of its ends."""
    took_min = _took_min(groups)
    return "" if took_min is None else f"{groups.get('local') or ''} {took_min}"


def _is_far_end(marked: Marked, match: re.Match[str]) -> bool:
    """Whether a place only says how far something is: "A lies 80 km from B, an hour ahead"."""
    named = marked.mention(match, "a")
    if named is None or not match.groupdict().get("side"):
        return False
    before = marked.text[max(0, match.start("a") - _NEAR) : match.start("a")]
    behind = marked.text[match.end("a") :]
    if re.match(rf",\s{any_of('relative')}\s", behind):
        return False  # "80 km from B, which is an hour ahead": of B
    return behind[:1] == "," and bool(
        re.search(rf"\d.*(?<![^\W_]){any_of('from_anchor')}\s$", before)
    )


def _is_rest(reading: Reading, at: int) -> bool:
    """Whether minutes only end a longer time: "five hours and 45 minutes"."""
    before = reading.story.article.text[:at].rstrip().lower()
    return before.endswith(tuple(lists("time_zone")["after_hours"]))


def _season(reading: Reading, made: Found, groups: dict[str, str | None]) -> str:
    """Tell the season or month that a sentence speaks of.

    In "two hours behind, three in summer" the season is that of the other number alone.
    """
    sentence = reading.story.article.sentences[reading.index]
    words = sentence.text.lower()
    seasons = lists("time_zone")["seasons"]
    known = {what for key, what in seasons.items() if key in words}
    told = groups.get("season") or (next(iter(known)) if len(known) == 1 else "")
    behind = words[made.end - sentence.start :]
    at = min((behind.find(key) for key in seasons if key in behind), default=0)
    is_others = any(parse_number(one) for one in re.findall(r"[\w-]+", behind[:at]))
    if is_others and not groups.get("season"):
        return ""
    return f" @{told.lower()}" if told else ""


def _where(reading: Reading) -> Iterator[PlacedMention]:
    """List where the story may be, likeliest first: what is nearest, then all that it names."""
    story = reading.story
    yield from story.here(reading.index)[:1]
    found_in = [one for mentions in story.mentions.values() for one in mentions if one.place]
    yield from found_in[:_MOST_PLACES]


def _difference(groups: dict[str, str | None]) -> int | None:
    """Tell by how many minutes the first place is ahead of the second."""
    if groups.get("level"):
        return 0
    if groups.get("zones"):
        count = parse_number(groups["zones"] or "")
        return None if count is None else round(count.value)
    if groups.get("took"):
        return _by_clocks(groups)
    if groups.get("side") or any(groups.get(key) for key in _AMOUNTS):
        amount = _amount_min(groups)
        is_behind = (groups.get("side") or "").lower() in lists("time_zone")["behind"]
        return None if amount is None else amount * (-1 if is_behind else 1)
    return _between_clocks(groups, 0)


def _between_clocks(groups: dict[str, str | None], later_min: int) -> int | None:
    one, two = (_clock_min(groups.get(key) or "") for key in ("one", "two"))
    if one is None or two is None:
        return None
    half = _DAY_MIN // 2
    return (one + later_min - two + half) % _DAY_MIN - half


def _by_clocks(groups: dict[str, str | None]) -> int | None:
    """Tell by how many minutes clocks differ if a journey took as long as it is said to have."""
    took_min = _took_min(groups)
    return None if took_min is None else _between_clocks(groups, took_min)


def _took_min(groups: dict[str, str | None]) -> int | None:
    hours = parse_number(groups.get("took") or "")
    minutes = parse_number(groups.get("took_min") or "0")
    if hours is None or minutes is None:
        return None
    more = _HOUR_MIN // 2 if groups.get("took_half") else 0
    took = round(hours.value * _HOUR_MIN + minutes.value + more)
    return took if took < _DAY_MIN else None


def _amount_min(groups: dict[str, str | None]) -> int | None:
    if groups.get("half") or groups.get("quarter"):
        return _HOUR_MIN // (2 if groups.get("half") else 4)
    if groups.get("only_min"):
        only = parse_number(groups["only_min"] or "")
        return None if only is None else round(only.value)
    figure = parse_number(groups.get("hours") or "")
    minutes = parse_number(groups.get("minutes") or "0")
    if figure is None or minutes is None:
        return None
    is_half = groups.get("more") or groups.get("more_later")
    more = _HOUR_MIN // 2 if is_half else 0
    return round(figure.value * _HOUR_MIN + minutes.value + more)


def _in_words(words: str) -> str | None:
    """Write "ten in the evening" as "10 pm", and "ten" alone as "10"."""
    for part, half in lists("time_zone")["day_parts"].items():
        hour = words.removesuffix(part).split()
        number = parse_number(hour[0]) if words.endswith(part) and hour else None
        if number is not None:
            return f"{number.value:.0f} {half}"
    number = parse_number(words) if words.isalpha() else None
    return None if number is None else f"{number.value:.0f}"


def _clock_min(words: str) -> int | None:
    """Read "3:40 p.m.", "0610", "noon", "ten in the evening" as minutes after midnight."""
    named = lists("time_zone")["clocks"].get(words.lower()) or _in_words(words.lower())
    match = re.fullmatch(
        r"(\d{1,2}?)[:.]?(\d{2})?\s?(?:([ap])\.?\s?m\.?)?", named or words.strip(), re.IGNORECASE
    )
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return hour * _HOUR_MIN + minute if hour <= 24 and minute < _HOUR_MIN else None  # noqa: PLR2004
