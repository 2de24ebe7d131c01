"""Finds statements that a place lies between two others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading

ROWS = Rows("between")
HALF = "half"


def find(reading: Reading) -> Iterator[Found]:
    """Read "A lies between B and C"; ``relation`` is "half" where it is halfway."""
    for row, marked, match in ROWS.found(reading):
        one = marked.mention(match, "a")
        if one is not None and one.can_be_subject and not marked.is_in_phrase(match):
            half = HALF if match.groupdict().get("half") else ""
            yield replace(found(ClaimKind.BETWEEN, marked, match, row, "abc"), relation=half)
