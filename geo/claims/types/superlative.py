"""Finds statements that something is the largest, highest or smallest of its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading

ROWS = Rows("superlative")
# What "one of two" says without a word of its own.
_ONLY = "only"


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, B's second-largest city"; the subject is A and B, or A alone.

    ``relation`` is what is ranked and how: "largest 2 city", "largest 1 landlocked country",
    "only 2 landlocked country" of one of two; where no place is named that the rank holds in,
    " in country", " in state" or " in world" follows.
    """
    mean = lists("superlative")
    for row, marked, match in ROWS.found(reading):
        one = marked.mention(match, "a")
        if one is None or not one.can_be_subject or marked.is_in_phrase(match):
            continue
        groups = {key: (value or "").lower() for key, value in match.groupdict().items()}
        what = mean["what"].get(groups["what"] or _ONLY, groups["what"])
        noun = mean["noun"].get(groups.get("noun", ""), groups.get("noun", ""))
        words = groups.get("scope") or groups.get("scope2") or ""
        scope = mean["scope"].get(words, words)
        relation = f"{what} {_number(groups.get('rank', ''))} {groups.get('only', '')}{noun}"
        yield replace(
            found(ClaimKind.SUPERLATIVE, marked, match, row),
            relation=relation + (f" in {scope}" if scope else ""),
        )


def _number(rank: str) -> int:
    known = lists("superlative")["ranks"].get(rank)
    return int(known or rank[:-2] or 1)
