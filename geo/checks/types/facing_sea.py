"""Tells which of several seas lies before a coast: the one whose middle can be sailed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from geo.checks.types.ground import Ground
    from geo.contracts import Place

# Points off a town, in so many directions and so far away, degrees.
_DIRECTIONS, _OFF_DEG = 16, 0.35
# A straight way over the water touches no more land than this, and one to another sea so much.
_CLEAR_DEG, _BLOCKED_DEG = 0.1, 0.3


def lies_before(one: Place, sea: Place, others: Iterable[str], ground: Ground) -> bool:
    """Whether from off a town a straight way leads to the middle of a sea, and to no other's."""
    seas = [_middle(name, ground) for name in others]
    if any(middle is None for middle in seas):
        return False
    lands = [
        outline
        for name in (sea.name, *others)
        for code in sorted(ground.facts.shores(name))
        if (outline := ground.boundaries.country(code)) is not None
    ]
    land = shapely.GeometryCollection(lands)
    starts = [point for point in _around(one) if not shapely.intersects(land, point)]
    if not starts or _least_deg(starts, (sea.lon, sea.lat), lands) > _CLEAR_DEG:
        return False
    return all(_least_deg(starts, middle, lands) >= _BLOCKED_DEG for middle in seas if middle)


def _middle(name: str, ground: Ground) -> tuple[float, float] | None:
    found = (place for place in ground.gazetteer.candidates(name) if place.feature_class == "H")
    place = next(found, None)
    return None if place is None else (place.lon, place.lat)


def _around(one: Place) -> list[shapely.Point]:
    turns = np.linspace(0.0, 2 * np.pi, _DIRECTIONS, endpoint=False)
    wide = _OFF_DEG / max(0.2, float(np.cos(np.radians(one.lat))))
    return [
        shapely.Point(one.lon + wide * np.sin(turn), one.lat + _OFF_DEG * np.cos(turn))
        for turn in turns
    ]


def _least_deg(
    starts: Iterable[shapely.Point], goal: tuple[float, float], lands: Iterable[BaseGeometry]
) -> float:
    """Give the least land on the straight ways from some points to a goal, degrees."""
    return min(
        sum(float(shapely.intersection(way, land).length) for land in lands)
        for way in (shapely.LineString([(start.x, start.y), goal]) for start in starts)
    )
