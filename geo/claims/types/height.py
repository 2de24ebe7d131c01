"""Finds statements of the height of mountains and towns, and of the depth of lakes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.fact import is_land
from geo.claims.types.figure import figure_in, figure_pattern
from geo.claims.types.row import NAMED, Rows, found
from geo.contracts import ClaimKind
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading

ROWS = Rows("height", lambda: {"figure": figure_pattern(lambda unit: unit.symbol in {"m", "ft"})})


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, 5,895 metres high"; ``relation`` is empty, or "depth".

    The name of what is no place known stands behind a bar.
    """
    for row, marked, match in ROWS.found(reading):
        quantity, one = figure_in(marked, match), marked.mention(match, "a")
        thing = match.groupdict().get("thing") or ""
        if quantity is None or not (one or thing) or marked.is_in_phrase(match):
            continue
        if (row.name in lists("height")["loose"] and marked.is_behind_preposition(match)) or (
            one is not None and is_land(one)
        ):
            continue
        kind = lists("height")["kinds"].get(row.name, "")
        yield replace(
            found(ClaimKind.HEIGHT, marked, match, row, "a"),
            relation=f"{kind}{NAMED}{thing}" if thing else kind,
            start=quantity.span.start,
            quantity=quantity,
        )
