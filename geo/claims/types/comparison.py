"""Finds statements that compare the size of countries, or which of two places is nearer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading

ROWS = Rows("comparison")


def find(reading: Reading) -> Iterator[Found]:
    """Read "A is larger than B"; ``relation`` is the row's name, of a multiple with its number."""
    for row, marked, match in ROWS.found(reading):
        if not marked.is_in_phrase(match):
            relation = f"{row.name} {match.groupdict().get('n') or ''}".strip()
            one = found(ClaimKind.COMPARISON, marked, match, row, "abc")
            yield replace(one, relation=relation)
