"""Finds statements about neighbours, borders and coasts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.fact import about
from geo.claims.types.row import NAMED, Rows, found
from geo.contracts import ClaimKind
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention
    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked
    from geo.claims.types.row import Row

ROWS = Rows("adjacency")
_ANY_SLOT = "abcde"


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, which borders B and C" and its like.

    ``relation`` is the name of the row; of a count with the number behind it, of a neighbour with
    the side that it lies on; of what parts two lands its name stands behind a bar. Each neighbour
    of a list is a claim of its own, so that one can be wrong; the subject is A and the neighbour.
    """
    for row, marked, match in ROWS.found(reading):
        if marked.is_in_phrase(match):
            continue
        is_parted = row.name in lists("adjacency")["parted"]
        slots = "bcde" if is_parted else _ANY_SLOT if _is_any(row) else "abd"
        slots = "abc" if row.name in lists("adjacency")["over_water"] else slots
        one = found(ClaimKind.ADJACENCY, marked, match, row, slots)
        one = replace(one, relation=f"{row.name} {_number_or_side(match.groupdict())}".strip())
        if is_parted:
            one = replace(one, relation=f"{one.relation}{NAMED}{_water(marked, match)}")
        listed = marked.listed(match, "all")
        if listed and row.name in lists("adjacency")["together"]:
            named = marked.mention(match, "a")
            yield replace(one, subject=about(named, *listed, reason=one.subject.reason))
        elif listed:
            yield from _each(marked, match, one, listed)
        else:
            yield one


def _is_any(row: Row) -> bool:
    return row.name in lists("adjacency")["any_slot"]


def _water(marked: Marked, match: re.Match[str]) -> str:
    """Give the name of what lies between two lands, on the map or not."""
    named = marked.mention(match, "w")
    return named.span.text if named is not None else match["thing"] or ""


def _number_or_side(groups: dict[str, str | None]) -> str:
    side = groups.get("side") or groups.get("side2") or ""
    # "North-eastern" and "north east" are one word in the table of directions.
    return groups.get("many") or re.sub(r"(?<=th)[\s-]?(?=[ew])", "", side.lower())


def _each(
    marked: Marked, match: re.Match[str], one: Found, listed: tuple[PlacedMention, ...]
) -> Iterator[Found]:
    """Make a statement of each neighbour of a list."""
    named = marked.mention(match, "a")
    for number, other in enumerate(listed):
        yield replace(
            one,
            subject=about(named, other, reason=one.subject.reason),
            start=other.span.start if number else one.start,
            end=other.span.end,
        )
