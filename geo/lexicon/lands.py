"""Words of which a country has its own: its offices, courts, schools and feasts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.lexicon.kept import compiled
from geo.lexicon.tables import rows
from geo.lexicon.words import either

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping


def lands_in(text: str) -> dict[str, float]:
    """Weigh each country, by its code, whose own words a text has; a row of words counts once."""
    found: dict[str, float] = {}
    for number in {_row_of()[word] for word in _words().findall(text)}:
        row = rows("lands")[number]
        for code in row["countries"].split():
            found[code] = found.get(code, 0.0) + row.number("weight")
    return found


@cache
def _row_of() -> Mapping[str, int]:
    return {word: number for number, row in enumerate(rows("lands")) for word in row.words("words")}


@cache
def _words() -> re.Pattern[str]:
    return compiled(rf"(?<!\w){either(_row_of())}(?!\w)")
