"""Toponyms go in; what the text states of how far two of them lie from each other comes out.

"Alpine, 26 miles west of Marfa" says of which Alpine it speaks, if only one lies there. What is
stated can be wrong, so that it only tells places apart of which either could be meant.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import Dimension, ToponymKind
from geo.lexicon import any_of, either, listed
from geo.lexicon.directions import bearing_of
from geo.lexicon.kept import compiled
from geo.lexicon.numbers import number_pattern, parse_number
from geo.lexicon.units import hedges, units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Article, Toponym

_REACH = 140
_BEFORE = 60


class Stated(NamedTuple):
    """How far ``one`` is said to lie from ``other``, and in which direction, seen from there.

    ``is_taken`` where the words leave open from where, and the name before is taken.
    """

    one: Toponym
    other: Toponym
    distance_m: float
    bearing_deg: float | None = None
    is_taken: bool = False


def stated_distances(article: Article, toponyms: Sequence[Toponym]) -> Iterator[Stated]:
    """Read the distances that are stated between two names that follow each other."""
    named = [each for each in toponyms if each.kind is ToponymKind.NAME]
    for one, other in pairwise(named):
        start, end = one.span.end, other.span.start
        if not 0 < end - start <= _REACH:
            continue
        found = _between().fullmatch(article.text, start, end)
        if found is None and _joins().fullmatch(article.text, start, end):
            before = max(0, one.span.start - _BEFORE)
            found = _apart().match(article.text, other.span.end) or _way().search(
                article.text, before, one.span.start
            )
        length = _length(found) if found is not None else None
        if found is not None and length is not None:
            way = found.groupdict().get("way")
            yield Stated(one, other, length, bearing_of(way) if way else None)
    yield from _aside(article, named)


def _aside(article: Article, named: Sequence[Toponym]) -> Iterator[Stated]:
    """Read "from Lima by bus to Ica, 300 km to the south": from the name before, as it seems."""
    for before, one in pairwise(named):
        found = _beside().match(article.text, one.span.end)
        length = _length(found) if found is not None else None
        gap = article.text[before.span.end : one.span.start]
        is_near = len(gap) <= _REACH and "\n" not in gap
        if found is not None and length is not None and is_near:
            yield Stated(one, before, length, bearing_of(found["way"]), is_taken=True)


def _length(found: re.Match[str]) -> float | None:
    number = parse_number(found["number"])
    return number.value * units()[found["unit"].lower()].si if number is not None else None


@cache
def _measure() -> str:
    long = (word for word, unit in units().items() if unit.dimension is Dimension.LENGTH)
    brackets = r"(?:[ \u00a0]\([^()\n]{1,30}\))?"
    return (
        rf"(?P<number>{number_pattern()})[ \u00a0-]?"
        rf"(?P<unit>{either(word for word in long)})(?!\w){brackets}"
    )


@cache
def _between() -> re.Pattern[str]:
    """Find ", 40 km from ", " lies some 40 miles to the west of ", ", a port 40 km off "."""
    gap = r"[ \u00a0]"
    hedge = rf"(?:{either(hedges('before'))}{gap})*"
    which = rf",{gap}{any_of('relative')}[^.;:!?,\n\d]{{0,40}}"
    lies = rf"(?:{which})?{gap}{any_of('lies')}{gap}"
    noun = rf",{gap}{any_of('article')}{gap}[^.;:!?\n\d]{{1,50}},?{gap}"
    way = rf"(?:{gap}(?:{any_of('before_direction')}{gap})?(?P<way>{either(listed('direction'))}))?"
    town = rf"(?:the{gap})?(?:[a-z-]+{gap}){{0,2}}(?:{any_of('settlement')}{gap}of{gap})?"
    return compiled(
        rf"(?:,{gap}|{gap}\(|{gap}[–—-]{gap}|{lies}|{noun}){hedge}{_measure()}"
        rf"(?:{gap}{any_of('distant')})?{way}{gap}{any_of('from_anchor')}{gap}(?:{town})?",
        re.IGNORECASE,
    )


@cache
def _beside() -> re.Pattern[str]:
    """Find ", about 110 km to the south" that goes no further."""
    gap = r"[ \u00a0]"
    hedge = rf"(?:{either(hedges('before'))}{gap})*"
    way = rf"(?P<way>{either(listed('direction'))})"
    end = rf"(?=[,.;:)]|{gap}[–—-]|\Z)"
    return compiled(
        rf",{gap}{hedge}{_measure()}{gap}{any_of('before_direction')}{gap}{way}{end}", re.IGNORECASE
    )


@cache
def _joins() -> re.Pattern[str]:
    return compiled(r"[ \u00a0](?:and|to)[ \u00a0]")


@cache
def _apart() -> re.Pattern[str]:
    """Find " are 20 miles apart" behind two names."""
    gap = r"[ \u00a0]"
    hedge, end = rf"(?:{either(hedges('before'))}{gap})*", any_of("behind_measure")
    return compiled(rf"{gap}{any_of('lies')}{gap}{hedge}{_measure()}{gap}{end}\b", re.IGNORECASE)


@cache
def _way() -> re.Pattern[str]:
    """Find "the 50-mile run from " before two names."""
    return compiled(
        rf"\b{_measure()}[ \u00a0](?:[a-z]+[ \u00a0]){{0,2}}(?:from|between)[ \u00a0]\Z"
    )
