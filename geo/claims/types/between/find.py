"""Finds statements that a place lies between two others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.types.fact import Found, about
from geo.claims.types.row import Row
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading

HALF = "half"
_ABOUT = r"(?:about |roughly |almost |nearly )?"

ROWS = (
    Row(
        name="lies between",
        pattern=rf"<a>,? (?:which |that )?(?:is|lies|sits|stands) (?:a (?:town|city|village) )?"
        rf"{_ABOUT}(?P<half>halfway |midway )?(?:on the (?:road|railway|line|way|coast) )?"
        r"between (?:the )?<b> and (?:the )?<c>",
        finds=(
            "[Linz] lies between [Salzburg] and [Vienna]",
            "[Laos], which sits between [Thailand] and [Vietnam]",
            "[Zinder] is halfway between [Niamey] and [Diffa]",
        ),
        misses=("[Linz] is torn between [Salzburg] and [Vienna]",),
    ),
    Row(
        name="halfway, beside the name",
        pattern=rf"<a>, (?:(?:an? |the )(?:[a-z-]{{2,14}} ){{0,2}})?{_ABOUT}"
        r"(?P<half>halfway |midway )between <b> and <c>",
        finds=("[Linz], about midway between [Salzburg] and [Vienna],",),
        misses=("[Linz], a match between [Salzburg] and [Vienna]",),
    ),
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A lies between B and C"; ``relation`` is "half" where it is halfway."""
    marked = reading.marked
    if "between" not in marked.text:
        return
    for row in ROWS:
        for match in row.matches(marked):
            one, other, third = (marked.mention(match, key) for key in "abc")
            if one is None or not one.can_be_subject:
                continue
            start, end = marked.span(match)
            yield Found(
                kind=ClaimKind.BETWEEN,
                subject=about(one, other, third, reason=f"Read as “{row.name}”."),
                relation=HALF if match["half"] else "",
                start=start,
                end=end,
            )
