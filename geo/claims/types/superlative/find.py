"""Finds statements that something is the largest, highest or smallest of its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.types.fact import Found, about
from geo.claims.types.superlative.rows import ORDINALS, ROWS
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading

# Most sentences rank nothing, and this is quick.
_CHEAP = re.compile(r"(?:est|most populous)\s", re.IGNORECASE)
_WHAT = {"biggest": "largest", "most populous": "populous", "tallest": "highest"}
_NOUN = {"nation": "country", "town": "city", "peak": "mountain", "inland body of water": "lake"}
_SCOPE = {"earth": "world", "planet": "world", "nation": "country", "province": "state"}


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, B's second-largest city"; the subject is A and B, or A alone.

    ``relation`` is what is ranked and how: "largest 2 city", "largest 1 landlocked country"; where
    no place is named that the rank holds in, " in country", " in state" or " in world" follows.
    """
    marked = reading.marked
    if not _CHEAP.search(marked.text):
        return
    for row in ROWS:
        for match in row.matches(marked):
            groups = {key: (value or "").lower() for key, value in match.groupdict().items()}
            rank = _number(groups["rank"])
            what = _WHAT.get(groups["what"], groups["what"])
            noun = _NOUN.get(groups["noun"], groups["noun"])
            scope = _SCOPE.get(groups["scope"], groups["scope"])
            start, end = marked.span(match)
            yield Found(
                kind=ClaimKind.SUPERLATIVE,
                subject=about(
                    marked.mention(match, "a"),
                    marked.mention(match, "b"),
                    reason=f"Read as “{row.name}”.",
                ),
                relation=f"{what} {rank} {groups['only']}{noun}"
                + (f" in {scope}" if scope else ""),
                start=start,
                end=end,
            )


def _number(rank: str) -> int:
    if not rank:
        return 1
    return ORDINALS.index(rank) + 2 if rank in ORDINALS else int(rank[:-2])
