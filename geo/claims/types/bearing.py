"""Finds statements of a direction without a distance."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading

ROWS = Rows("bearing")

_BEFORE = re.compile(r"(?:[\ue000-\uf8ff],?\s(?:and|or|to)|between)\s(?:the\s)?$")


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, south of B"; ``relation`` is the direction as written."""
    for row, marked, match in ROWS.found(reading):
        one = marked.mention(match, "a")
        if one is None or not one.can_be_subject or _is_list(marked.text, match.start("a")):
            continue
        yield replace(
            found(ClaimKind.BEARING, marked, match, row, "abd"), relation=match["way"].lower()
        )


def _is_list(text: str, at: int) -> bool:
    """Whether what lies there is more than the last place named: "between A and B, north of C"."""
    return bool(_BEFORE.search(text[max(0, at - len("between the ")) : at]))
