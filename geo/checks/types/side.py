"""Tells whether a country lies on the side of its neighbour that the words say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from geo.checks.main_land import main_land
from geo.checks.outlines import drawn
from geo.geodesy import bearing_deg

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Place

# A neighbour reaches round a corner: right is what is so for its middle or for the common border,
# wrong what is so for neither.
_HOLDS_DEG, _FAILS_DEG = 60.0, 95.0


def sides(one: Place, other: Place, ground: Ground) -> list[float]:
    """Give in which directions from the middle of ``other`` its neighbour lies, in degrees.

    That of the middle of ``one``, and that of the border between the two where there is one.
    """
    outlines = [drawn(place, ground.boundaries, ground.facts) for place in (one, other)]
    lands = [main_land(place, one) for place in outlines]
    if any(land.extent is None for land in lands):
        return []
    ends, start = [lands[0].extent], lands[1].extent
    border = ground.boundaries.border(one.country_code, other.country_code)
    points = [shapely.centroid(shape) for shape in (start, *ends, border) if shape is not None]
    first, *others = points
    return [bearing_deg(first.x, first.y, point.x, point.y) for point in others]


def is_on_side(found: list[float], told: float) -> bool | None:
    """Whether a neighbour lies on the side told; None where that can be seen in two ways."""
    off = [abs((one - told + 180.0) % 360.0 - 180.0) for one in found]
    if not off or _HOLDS_DEG < min(off) < _FAILS_DEG:
        return None
    return min(off) <= _HOLDS_DEG
