"""Patterns of words around a figure that tell of a journey: "the drive takes", "from", "covers"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from geo.lexicon import any_of, either, listed
from geo.lexicon.kept import compiled
from geo.lexicon.motion import journey_nouns

if TYPE_CHECKING:
    from geo.contracts import Dimension

# Words that may stand between a verb and its figure ("takes the train about", "a distance of").
_NEAR_WORDS = 5


@cache
def noun_after() -> re.Pattern[str]:
    """Match a word for a journey right behind a figure: "a 683-mile journey"."""
    return compiled(
        rf"(?:['’]s?)?[\s-](?:{any_of('lasting')}[\s-])?(?:[^\W\d_]{{1,20}}\s){{0,2}}(?P<noun>{either(journey_nouns())})(?![^\W_])",
        re.IGNORECASE,
    )


@cache
def noun_before() -> re.Pattern[str]:
    """Match a word for a journey before a figure: "the journey of", "the drive takes"."""
    return compiled(
        rf"(?<![^\W_])(?P<noun>{either(journey_nouns())})(?:,\s[^,;()]{{1,60}},)?"
        rf"\s(?:\([^()]{{0,40}}\)\s)?"
        rf"{any_of('spans')}\s(?:a\stotal\sof\s)?$",
        re.IGNORECASE,
    )


@cache
def the_journey() -> re.Pattern[str]:
    """Match words for the journey that is spoken of: "the crossing", "the whole voyage"."""
    words = rf"{any_of('the_or_whose')}\s(?:[a-z-]{{2,14}}\s)?{either(journey_nouns())}"
    return compiled(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE)


@cache
def start_before() -> re.Pattern[str]:
    """Match the words for a start right before a goal: "from the capital to"."""
    return compiled(r"(?<![^\W_])from\s(?:the\s)?(?P<start>[^\W\d_][^,;.]{0,40}?)\sto\s(?:the\s)?$")


@cache
def verb_before(name: str) -> re.Pattern[str]:
    """Match a verb with a property, with few words between it and the figure."""
    return compiled(
        rf"(?<![^\W_]){any_of(name)}(?:\s[^\W\d_][^\s,.;]{{0,20}}){{0,{_NEAR_WORDS}}}\s$",
        re.IGNORECASE,
    )


@cache
def _moves() -> re.Pattern[str]:
    words = either({*listed("moves"), *journey_nouns()})
    return compiled(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE)


@lru_cache(maxsize=8)
def tells_of_travel(sentence: str) -> bool:
    """Whether a sentence has a word of travel; asked of each of its figures."""
    return bool(_moves().search(sentence))


@cache
def false_words(side: str, dimension: Dimension) -> re.Pattern[str]:
    """Match words beside a figure that make it something else: an age, a wind."""
    words = any_of(f"no_travel_{dimension.value}_{side}")
    if side == "after":
        return compiled(rf"[\s-]{{1,2}}{words}(?![^\W_])", re.IGNORECASE)
    return compiled(rf"(?<![^\W_]){words}\s$", re.IGNORECASE)


@cache
def stays_there() -> re.Pattern[str]:
    """Match "there" right behind a time, which is that of a stay, or of the way back as well."""
    return compiled(rf"\s{any_of('here_or_there')}(?![^\W_])", re.IGNORECASE)


@cache
def that_is() -> re.Pattern[str]:
    """Match "it's" or "that is" of a clause of its own right before a figure."""
    words = either(listed("that_is") | listed("it_is"))
    return compiled(rf"(?:^|[.;:,–—]\s)[“\"‘']?{words}\s$", re.IGNORECASE)


@cache
def end_before() -> re.Pattern[str]:
    """Match "from" or "to" right before a name."""
    return compiled(r"(?<![^\W_])(?:from|to)\s(?:the\s)?$", re.IGNORECASE)


@cache
def to_or_from() -> re.Pattern[str]:
    """Match "to" or "from" behind a figure, with a direction and a means before it."""
    direction = any_of("direction")
    return compiled(
        rf"\s(?:by\s[a-z]{{1,10}}\s)?(?:(?P<direction>{direction})\s)?(?P<prep>to|from)\s(?:the\s)?",
        re.IGNORECASE,
    )
