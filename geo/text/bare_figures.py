"""A sentence and its lengths go in; figures that have the unit of the one before come out.

"It lies 58 km east of Narvik and about 80 northwest of Kiruna": eighty kilometres.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.lexicon import any_of, either
from geo.lexicon.directions import ways
from geo.lexicon.kept import compiled
from geo.lexicon.numbers import parse_number
from geo.lexicon.units import hedges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.lexicon.numbers import Figure
    from geo.lexicon.units import Unit


_LEAD_WINDOW = 32


class Bare(NamedTuple):
    """A figure without a unit, by its offsets in the sentence, and the unit that it has."""

    start: int
    end: int
    figure: Figure
    unit: Unit


@cache
def _bare() -> re.Pattern[str]:
    ends = rf"(?=[,.;)]|$|\s{any_of('over_it')}\s)"
    ahead = rf"{any_of('direction')}\s(?:of|from)\s|{either(ways())}{ends}"
    return compiled(rf"(?<=\s)(?P<one>\d{{2,3}}|\d{{1,2}},\d{{3}})(?=\s(?:{ahead}))", re.IGNORECASE)


@cache
def _from_name() -> re.Pattern[str]:
    """Find "80 km from A | and 15 from B," where nothing else is told of B."""
    joins, hedge = any_of("joins_clause"), either(hedges("before"))
    return compiled(
        rf"(?<=\s)(?:from|of)\s(?:the\s)?[A-Z][^\d,;.]{{1,30}},?\s{joins}\s(?:{hedge}\s)?"
        r"(?P<one>\d{2,3}|\d{1,2},\d{3})(?=\sfrom\s(?:[A-Z][\w'’-]{1,20}\s?){1,3}(?:[,.;)]|$))"
    )


@cache
def _lead() -> re.Pattern[str]:
    """Find what leads on from one figure to the next: ", ", " and about ", " or some "."""
    joins, hedge = any_of("joins_clause"), either(hedges("before"))
    return compiled(rf"(?:[,;]|(?<![^\W_])(?:{joins}|or))\s(?:{hedge}\s)?$", re.IGNORECASE)


def bare_figures(sentence: str, lengths: Sequence[tuple[int, Unit]]) -> Iterator[Bare]:
    """Find them behind the ends of lengths, each given with its unit, in order."""
    if not lengths:
        return
    for match in _bare().finditer(sentence, lengths[0][0]):
        figure = parse_number(match["one"])
        lead = sentence[max(0, match.start() - _LEAD_WINDOW) : match.start()]
        if figure is not None and _lead().search(lead):
            unit = [unit for end, unit in lengths if end <= match.start()][-1]
            yield Bare(match.start(), match.end(), figure, unit)
    yield from _behind_name(sentence, lengths)


def _behind_name(sentence: str, lengths: Sequence[tuple[int, Unit]]) -> Iterator[Bare]:
    """Find "80 km from A and 15 from B": right behind a length and the name that it is from."""
    for end, unit in lengths:
        match = _from_name().search(sentence, end)
        if match is None or not _to_name().fullmatch(sentence[end : match.start()]):
            continue
        figure = parse_number(match["one"])
        if figure is not None:
            yield Bare(*match.span("one"), figure, unit)


@cache
def _to_name() -> re.Pattern[str]:
    """Find what may stand between a length and "from A": " southwest ", " by road "."""
    return compiled(r"\s(?:[a-z-]{2,16}\s){0,3}")
