"""Finds sums whose parts, or whose total, stand before: "the two legs make 90 km"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.lexicon.statements import lists

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from geo.claims.types.fact import Found, Reading
    from geo.contracts import Quantity

# How many sentences back the figures stand that words point to.
_MOST_BACK = 2
# Parts of a total of which others may not be told; parts that are all there are.
SOME, ALL = "sum of it", "sum"


def find_apart(
    reading: Reading, one: Found, match: re.Match[str], read: Callable[[str], list[Quantity]]
) -> Found | None:
    """Complete a sum of which a row has the parts or the total alone; ``read`` reads a slot."""
    groups = match.groupdict()
    if groups.get("parts"):
        parts = read("parts")
        total = next(iter(reversed(_before(reading, parts))), None)
        return _made(one, total, parts, SOME)
    (total,) = read("total") or (None,)
    count = int(lists("superlative")["ranks"][match["n"].lower()])
    parts = _before(reading, [total] if total else [])[-count:]
    return _made(one, total, parts if len(parts) == count else [], ALL)


def _made(one: Found, total: Quantity | None, parts: list[Quantity], relation: str) -> Found | None:
    if total is None or len(parts) < 2:  # noqa: PLR2004 - a sum has two parts
        return None
    return replace(one, relation=relation, quantity=total, also=tuple(parts))


def _before(reading: Reading, like: list[Quantity]) -> list[Quantity]:
    """List the figures of the nearest sentence before that has any in the same unit."""
    article, document = reading.story.article, reading.story.document
    block = article.block_at(article.sentences[reading.index].start)
    for index in range(reading.index - 1, max(-1, reading.index - 1 - _MOST_BACK), -1):
        sentence = article.sentences[index]
        if not like or article.block_at(sentence.start) != block:
            break
        amounts = [one.quantity for one in document.amounts_in(sentence)]
        if found := [one for one in amounts if one.unit == like[0].unit]:
            return found
    return []
