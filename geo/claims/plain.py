"""Leaves out of the words before a figure what says nothing about its subject."""

from __future__ import annotations

import re
from functools import cache

from geo.lexicon import any_of, either, listed, pattern
from geo.lexicon.kept import compiled

# More words than this between a place and the figure, and they need not belong together.
_SUBJECT_WORDS = 24


def breaks(gap: str) -> bool:
    """Whether something else than the place before is likely to be so far away."""
    said = plain(gap)
    return bool(pattern("other_subject").search(said)) or len(said.split()) > _SUBJECT_WORDS


def plain(words: str) -> str:
    """Leave out what says nothing about the subject: brackets, other distances, river banks."""
    words = without_clauses(re.sub(r"\([^()]{0,200}\)", "", words))
    words = _lengths().sub("", words)
    return pattern("river_bank").sub("", words)


def without_clauses(words: str) -> str:
    """Leave out "…, where two rivers meet, …", which says nothing of where the place lies."""
    return _clauses().sub(",", words)


@cache
def _clauses() -> re.Pattern[str]:
    """Find "…, where refugees landed, …", which says nothing of where the place lies."""
    return compiled(rf",\s{any_of('aside')}\s[^,;]{{1,120}},")


@cache
def _lengths() -> re.Pattern[str]:
    units = any_of("of_way")
    return compiled(rf"\d[\d.,]{{0,8}}\s?{units}(?![^\W_])[^,;]{{0,60}}[,;]")


@cache
def _thing() -> re.Pattern[str]:
    placed = either(listed("placed") | listed("to_or_over"))
    opens = either(listed("the_or_whose") | listed("article"))
    return compiled(
        rf"\s(?!{any_of('lies')}\s)[a-z][a-z\s]{{1,60}}\s{placed}\s"
        rf"{opens}(?:\s[a-z-]{{1,16}}){{1,3}},\s"
    )


@cache
def _whose() -> re.Pattern[str]:
    lies = any_of("lies")
    return compiled(
        rf"(?<=[a-z]\s){any_of('relative_of_owner')}(?:\s[a-z-]{{2,16}}){{1,3}}\s{lies}\s$"
    )


def tells_of_a_thing(gap: str) -> bool:
    """Whether the figure is of a thing without a name: "… searched along the coast, 80 km from".

    So it is in "a woman whose village lies"; and in "larger than X and 80 km from" of the subject.
    """
    found = _thing().fullmatch(gap) or _whose().search(gap) or _only_joins().fullmatch(gap)
    return found is not None


@cache
def _only_joins() -> re.Pattern[str]:
    return compiled(rf",?\s{any_of('joins_clause')}\s", re.IGNORECASE)
