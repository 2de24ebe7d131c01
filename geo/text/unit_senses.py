"""Tells a unit from the same word used otherwise: "Mile End", "5m people", "a second man".

Each question is asked of a match of the pattern for quantities: its groups ``one`` and ``two`` are
the numbers, ``unit`` is the unit.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.lexicon import any_of, listed
from geo.lexicon.kept import compiled
from geo.lexicon.units import has, values

if TYPE_CHECKING:
    from geo.lexicon.units import Unit

# As far as a price or a word before "a day" is looked for.
_BACK = 24


def is_something_else(sentence: str, match: re.Match[str], unit: Unit) -> bool:
    """Whether the word for the unit means something else here."""
    return (
        _is_name(sentence, match)
        or _is_million(sentence, match)
        or (_is_article(match) and _is_no_measure(sentence, match, unit))
    )


def is_rate(sentence: str, match: re.Match[str], end_before: int) -> bool:
    """Whether "a day" only says how often: "twice a day", "60 hours a week", "$2 an hour".

    ``end_before`` is where the last quantity before it ends.
    """
    if not _is_article(match):
        return False
    if sentence[end_before : match.start("one")].isspace() and end_before:
        return True
    start = match.start("one")
    return bool(_how_often().search(sentence, max(0, start - _BACK), start))


def _is_article(match: re.Match[str]) -> bool:
    return match["two"] is None and match["one"].lower() in values("article")


def _is_name(sentence: str, match: re.Match[str]) -> bool:
    """Whether the unit is part of a name: "Mile End", "Seven Mile Beach", "Mi-8"."""
    if not match["unit"][0].isupper() or match["unit"].isupper():
        return False
    follows = re.match(r"\s([A-Z][a-z]+)|-\d", sentence[match.end("unit") : match.end("unit") + 24])
    if follows is None:
        return False
    return (follows[1] or "").lower() not in listed("after_unit_in_name")


def _is_million(sentence: str, match: re.Match[str]) -> bool:
    """Whether "m" is short for a million: "4.3M sales", "5m people", "5 m euros"."""
    if match["unit"] == "M":
        return True
    if match["unit"] != "m":
        return False
    glued = match.end("unit") - match.end("two" if match["two"] else "one") == 1
    after = _counted() if glued else _money()
    return bool(after.match(sentence, match.end("unit")))


def _is_no_measure(sentence: str, match: re.Match[str], unit: Unit) -> bool:
    """Whether "a second", "a foot", "a yard" is followed by what follows no measure."""
    if not has(unit.symbol, "other_sense"):
        return False
    return not _measured().match(sentence, match.end("unit"))


@cache
def _measured() -> re.Pattern[str]:
    """Find the end of a phrase, or words that go on with a measure, behind a unit."""
    behind = any_of("behind_measure")
    return compiled(rf"(?!\s\w)|\s(?:{behind}|and|or|of|to|from|in|at|by|off)(?!\w)")


@cache
def _counted() -> re.Pattern[str]:
    """Find what is counted in millions: a plural."""
    other, counted = any_of("not_counted"), any_of("counted")
    return compiled(rf"\s(?!{other})(?:{counted}|[a-z]{{1,20}}s)(?![^\W_])")


@cache
def _money() -> re.Pattern[str]:
    return compiled(rf"\s{any_of('money')}(?!\w)")


@cache
def _how_often() -> re.Pattern[str]:
    words = rf"(?<!\w)(?:{any_of('times_over')}|{any_of('money')})"
    return compiled(rf"(?:{words}|[$€£¥₹]\s?[\d.,]{{1,12}})\s$", re.IGNORECASE)
