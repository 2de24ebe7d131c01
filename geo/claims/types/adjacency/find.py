"""Finds statements about neighbours and borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.types.adjacency.rows import BORDERS, COUNT, INSIDE, ROWS
from geo.claims.types.fact import Found, about
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading

_WORDS = (
    "border",
    "frontier",
    "landlocked",
    "surrounded",
    "neighbo",
    "island ",
    "wholly",
    "entirely",
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, which borders B and C" and its like.

    ``relation`` is the name of the row; of a count with the number behind it. Each neighbour of a
    list is a claim of its own, so that one can be wrong; the subject is A and the neighbour.
    """
    marked = reading.marked
    words = f"{marked.text} {' '.join(one.span.text for one in marked.mentions)}".lower()
    if not any(word in words for word in _WORDS):
        return
    for row in ROWS:
        for match in row.matches(marked):
            groups = match.groupdict()
            if row.name in {BORDERS, COUNT, INSIDE} and marked.is_in_phrase(match):
                continue
            named = [marked.mention(match, key) for key in ("a", "b", "d") if groups.get(key)]
            start, end = marked.span(match)
            many = groups.get("many") if row.name == COUNT else ""
            listed = marked.listed(match, "all")
            for number, other in enumerate(listed or (None,)):
                yield Found(
                    kind=ClaimKind.ADJACENCY,
                    subject=about(*named, other, reason=f"Read as “{row.name}”."),
                    relation=f"{row.name} {many}".strip(),
                    start=other.span.start if other and number else start,
                    end=other.span.end if other else end,
                )
