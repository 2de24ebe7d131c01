"""Finds statements that compare the size of countries, or which of two places is nearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.types.fact import Found, about
from geo.claims.types.row import NO_PLACE, Row, number_words
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading

LARGER, SMALLER, EQUAL, TIMES, NEARER, FARTHER = (
    "larger than",
    "smaller than",
    "the size of",
    "times the size of",
    "nearer to",
    "farther from",
)
_BE = r"(?:,? (?:which |that )?(?:is|are|was) (?:[a-z]{2,9}ly )?|, )"

ROWS = (
    Row(
        name=LARGER,
        pattern=rf"<a>{_BE}(?:larger|bigger) (?:in area )?than <b>",
        finds=("[Guyana] is larger than [Greece]",),
        misses=("[Guyana] is larger than life",),
    ),
    Row(
        name=SMALLER,
        pattern=rf"<a>{NO_PLACE}{{0,60}}?(?:is|are|was|it|makes it|,) "
        r"smaller (?:in area )?than <b>",
        finds=("[Cyprus] is smaller than [Lebanon]",),
        misses=("[Cyprus] is smaller than before",),
    ),
    Row(
        name=EQUAL,
        pattern=rf"<a>{_BE}(?:about |roughly |nearly |almost |around )?the size of <b>",
        finds=("[Ghana], about the size of [Romania],",),
        misses=("[Belarus], three times the size of [Portugal],",),
    ),
    Row(
        name=TIMES,
        pattern=rf"<a>(?:, {NO_PLACE}{{3,60}},)?{_BE}"
        rf""
        rf"(?:about |roughly |nearly |almost |more than )?(?P<n>twice|half|{number_words()})"
        r"(?: times)? (?:the size of|as (?:large|big) as) <b>",
        finds=("[Chad] is nine times the size of [Greece]",),
        misses=("[Kazakhstan] is three times the champion of [Asia]",),
    ),
    Row(
        name=NEARER,
        pattern=r"<a>,? (?:which |that )?(?:lies |is |are )(?:closer|nearer) to <b>"
        r"(?:,? in <d>,?)? than (?:it is )?to <c>",
        finds=("[Turku], which is closer to [Tallinn] than to [Oulu]",),
        misses=("[Turku], which is closer to [Tallinn] than ever",),
    ),
    Row(
        name=FARTHER,
        pattern=rf"<a>{_BE}(?:farther|further) from <b> than from <c>",
        finds=("[Perth] is farther from [Sydney] than from [Bali]",),
        misses=("[Perth] is farther from [Sydney] than ever",),
    ),
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A is larger than B"; ``relation`` is the row's name, of a multiple with its number."""
    marked = reading.marked
    if " than " not in marked.text and "size of" not in marked.text and " as " not in marked.text:
        return
    for row in ROWS:
        for match in row.matches(marked):
            if marked.is_in_phrase(match):
                continue
            groups = match.groupdict()
            named = [marked.mention(match, key) for key in ("a", "b", "c") if groups.get(key)]
            start, end = marked.span(match)
            yield Found(
                kind=ClaimKind.COMPARISON,
                subject=about(*named, reason=f"Read as “{row.name}”."),
                relation=f"{row.name} {groups.get('n') or ''}".strip(),
                start=start,
                end=end,
            )
