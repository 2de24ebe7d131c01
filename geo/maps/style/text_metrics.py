"""How wide a text is when it is set, from the widths of real fonts.

`data/fonts/widths.tsv` holds the widest of the usual interface fonts for each character, so that a
text which fits here fits on every reader's machine. Characters that it lacks are taken as wide as
their square when Unicode calls them wide, and nearly so otherwise; marks that combine have none.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from geo.errors import DataMissing
from geo.settings import REPOSITORY

_FILE = REPOSITORY / "data" / "fonts" / "widths.tsv"
_EM = 1000.0
_FULL, _USUAL = 1.0, 0.82
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
# Above and below the baseline, as shares of the size: what letters with accents and tails take.
ASCENT, DESCENT = 0.78, 0.24


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How a text is set: size and letter spacing in pixels, weight as in CSS."""

    size: float
    weight: int = 400
    italic: bool = False
    spacing: float = 0.0


@lru_cache(maxsize=4_096)
def text_width(text: str, face: Face) -> float:
    """Width of a line, pixels; what browsers leave after the last letter counts too."""
    table = _table()[_column(face)]
    units = sum(table[letter] if letter in table else _guess(letter) for letter in text)
    return units * face.size + face.spacing * len(text)


def _column(face: Face) -> str:
    if face.weight >= 700:  # noqa: PLR2004 - CSS
        return "bold"
    if face.weight >= 600:  # noqa: PLR2004 - CSS
        return "semibold"
    return "italic" if face.italic else "regular"


def _guess(letter: str) -> float:
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0.0
    return _FULL if unicodedata.east_asian_width(letter) in {"W", "F"} else _USUAL


@cache
def _table() -> dict[str, dict[str, float]]:
    try:
        head, *rows = _FILE.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataMissing(
            f"The widths of letters are missing from {str(_FILE)!r}; get the project's data again."
        ) from error
    table: dict[str, dict[str, float]] = {name: {} for name in head.split("\t")[1:]}
    for row in rows:
        code, *widths = row.split("\t")
        for column, width in zip(table.values(), widths, strict=True):
            column[chr(int(code, 16))] = int(width) / _EM
    for column in table.values():  # a space that does not break is as wide as another
        column["\u00a0"] = column[" "]
    return table
