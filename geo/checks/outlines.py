"""Gives places the outline of what their name means: a shore, a state's land, a country's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Place
    from geo.ports import Boundaries, Facts

REGIONS = frozenset({"ADM1", "ISLS"})
_LAKES = frozenset({"LK", "LKS", "RSV"})
# An outline is that of a region if it has such a share of its land; lakes may count as land or not.
_WHOLE = (0.75, 1.15)
_KM_PER_DEG, _M2_PER_KM2 = 111.2, 1e6


def drawn(place: Place, boundaries: Boundaries, facts: Facts) -> Place:
    """Give a country, region, island or lake its outline, where a map has it."""
    if place.extent is not None:
        return place
    if place.feature_code.startswith("PCL"):
        return replace(place, extent=boundaries.country(place.country_code))
    if place.feature_code == "ISL":
        return replace(place, extent=boundaries.island(place.lon, place.lat))
    if place.feature_code in REGIONS:
        return replace(place, extent=region_outline(place, boundaries, facts))
    is_lake = place.feature_code in _LAKES
    return replace(place, extent=boundaries.lake(place.lon, place.lat)) if is_lake else place


def region_outline(
    place: Place, boundaries: Boundaries, facts: Facts | None
) -> BaseGeometry | None:
    """Find the outline of a state or a group of islands; of one that is an island, its shore."""
    area = boundaries.region(place.country_code, place.name)
    known = facts.region(place.country_code, place.name) if facts is not None else None
    if area is not None or known is None:
        return area
    shore = boundaries.island(place.lon, place.lat)
    land_m2 = float(areas_km2([shore])[0]) * _M2_PER_KM2 if shore is not None else 0.0
    return shore if _WHOLE[0] <= land_m2 / known.area_m2 <= _WHOLE[1] else None


def areas_km2(parts: Sequence[BaseGeometry] | np.ndarray) -> np.ndarray:
    """Measure outlines in WGS 84 degrees on a sphere, each at its middle latitude."""
    bounds = shapely.bounds(parts)
    lat = np.radians((bounds[:, 1] + bounds[:, 3]) / 2)
    areas: np.ndarray = shapely.area(parts) * np.cos(lat) * _KM_PER_DEG**2
    return areas
