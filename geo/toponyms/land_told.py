"""The words behind a name go in; where its land is told comes out: "Bar, in Montenegro"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts.name_words import Token

_GAPS = frozenset({", ", ",\n", ",\xa0"})


def land_behind(tokens: Sequence[Token], end: int) -> int:
    """Find the first word of a land that "in" leads to behind a comma; else ``end``."""
    at = end
    if at < len(tokens) and tokens[at].gap in _GAPS and tokens[at].lower == "in":
        at += 1
        while at < len(tokens) and tokens[at].lower in listed("direction_in_name"):
            at += 1
    return at if at < len(tokens) and tokens[at].is_capital else end
