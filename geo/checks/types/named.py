"""Tells whether an entry of the tables of facts is a place of the gazetteer, or bears a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Place
    from geo.contracts.facts import Isle, Ranked

# Two spellings of one name share so much ("Noshak", "Noshaq"); shorter names must be the same.
_ALIKE, _SHORT = 0.8, 5
# What stands before the name of something that the gazetteer does not have, in a relation.
NAMED = " | "


def is_entry(row: Ranked, one: Place, ground: Ground) -> bool:
    """Whether an entry of the table of ranks is a place of the gazetteer."""
    names = (row.name, *row.aliases, f"{row.name} {row.kind.title()}")  # "Niger River"
    is_region = one.feature_class == "A" and row.name.endswith(f" {one.name}")
    return (
        one.name in names
        or is_region
        or any(
            place.feature_id == one.feature_id
            for name in names
            for place in ground.gazetteer.candidates(name)[:2]
        )
    )


def is_called(row: Ranked | Isle, name: str) -> bool:
    """Whether an entry bears a name, if need be in another spelling or without "Mount"."""
    mine = _core(name)
    return bool(mine) and any(_is_alike(mine, _core(other)) for other in (row.name, *row.aliases))


def _is_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORT:
        return one == other
    from difflib import SequenceMatcher  # noqa: PLC0415 - of few stories names are compared

    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


@lru_cache(maxsize=2_048)
def _core(name: str) -> str:
    """Leave the letters of a name that tell it from others: "Jebel Toubkal" is "toubkal"."""
    plain = unicodedata.normalize("NFD", name.casefold())
    plain = re.sub(r"[\u0300-\u036f'’`]", "", plain)
    words = re.findall(r"[^\W\d_]+|\d+", plain)
    general = lists("superlative")["general"]
    kept = [word for word in words if word not in general]
    return "".join(kept or words)
