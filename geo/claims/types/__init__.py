"""The types of claims that state no distance or journey: a module each; the table lists them."""

from __future__ import annotations

from functools import cache, lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING

from geo.claims.types import (
    adjacency,
    area,
    bearing,
    between,
    capital,
    comparison,
    containment,
    coordinates,
    height,
    length,
    mouth,
    sums,
    superlative,
    time_zone,
    trip,
    unit_pair,
)
from geo.claims.types.needs import WORDS, glance
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.row import Rows

    Finder = Callable[[Reading], Iterator[Found]]

_KEPT = 4_096  # sets of words that sentences have
FINDERS: Mapping[ClaimKind, Finder] = {
    ClaimKind.UNIT_PAIR: unit_pair.find,
    ClaimKind.CAPITAL: capital.find,
    ClaimKind.ADJACENCY: adjacency.find,
    ClaimKind.TIME_ZONE: time_zone.find,
    ClaimKind.CONTAINMENT: containment.find,
    ClaimKind.AREA: area.find,
    ClaimKind.COMPARISON: comparison.find,
    ClaimKind.SUPERLATIVE: superlative.find,
    ClaimKind.BEARING: bearing.find,
    ClaimKind.HEIGHT: height.find,
    ClaimKind.COORDINATES: coordinates.find,
    ClaimKind.BETWEEN: between.find,
    ClaimKind.LENGTH: length.find,
    ClaimKind.MOUTH: mouth.find,
    ClaimKind.SUM: sums.find,
}

# Those that may state something where no place is named.
WITHOUT_PLACES = (unit_pair.find, time_zone.find, length.find, sums.find)

# Those that find nothing but what their rows do; for a rate, a sum's finder needs none.
_ROWS: Mapping[Finder, Rows] = {
    kind.find: kind.ROWS
    for kind in (
        adjacency,
        area,
        bearing,
        between,
        capital,
        comparison,
        containment,
        coordinates,
        height,
        length,
        mouth,
        superlative,
        time_zone,
        trip,
        unit_pair,
    )
}


def finders_for(reading: Reading) -> tuple[Finder, ...]:
    """List, in order, who may find something in a sentence, by the words and places it has."""
    asked = _quick_words()
    folded, places = glance(reading.words)
    return _possible(WORDS.held(folded) & asked, places, bool(reading.marked.mentions))


@cache
def _quick_words() -> int:
    """Give the bits of all words by which some finder is passed over."""
    return reduce(or_, (word for rows in _ROWS.values() for word in rows.quick_needs.words))


@lru_cache(maxsize=_KEPT)
def _possible(held: int, places: int, is_placed: bool) -> tuple[Finder, ...]:  # noqa: FBT001 - a key
    tried = (*FINDERS.values(), trip.find) if is_placed else WITHOUT_PLACES
    return tuple(
        find for find in tried if find not in _ROWS or _ROWS[find].quick_needs.met_by(held, places)
    )
