"""The checks of claims that state no distance, one file for each kind; the table lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types import (
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
    sums,
    superlative,
    time_zone,
    unit_pair,
)
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim

CHECKERS: Mapping[ClaimKind, Callable[[Claim, Ground], Check]] = {
    ClaimKind.UNIT_PAIR: unit_pair.check,
    ClaimKind.CAPITAL: capital.check,
    ClaimKind.ADJACENCY: adjacency.check,
    ClaimKind.TIME_ZONE: time_zone.check,
    ClaimKind.CONTAINMENT: containment.check,
    ClaimKind.AREA: area.check,
    ClaimKind.COMPARISON: comparison.check,
    ClaimKind.SUPERLATIVE: superlative.check,
    ClaimKind.BEARING: bearing.check,
    ClaimKind.HEIGHT: height.check,
    ClaimKind.COORDINATES: coordinates.check,
    ClaimKind.BETWEEN: between.check,
    ClaimKind.LENGTH: length.check,
    ClaimKind.SUM: sums.check,
}
