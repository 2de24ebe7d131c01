"""The types of claims that state no distance or journey: a module each; the table lists them."""

from __future__ import annotations

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
    unit_pair,
)
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from geo.claims.types.fact import Found, Reading

FINDERS: Mapping[ClaimKind, Callable[[Reading], Iterator[Found]]] = {
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
