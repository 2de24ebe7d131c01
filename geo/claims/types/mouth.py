"""Finds statements of where a river ends: in a sea, a lake or another river."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading

ROWS = Rows("mouth")
_MEETS = "meets"


def find(reading: Reading) -> Iterator[Found]:
    """Read "the Neckar joins the Rhine at Mannheim"; the subject is river, water and place.

    ``relation`` is "meets" where either of two rivers may end in the other.
    """
    for row, marked, match in ROWS.found(reading):
        water = marked.mention(match, "b")
        if water is None or water.place is None or water.place.feature_class != "H":
            continue
        one = found(ClaimKind.MOUTH, marked, match, row, ("a", "b", "at"))
        relation = _MEETS if match.groupdict().get(_MEETS) else ""
        yield replace(one, relation=relation, start=marked.said_start(match))
