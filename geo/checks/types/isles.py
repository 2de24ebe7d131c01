"""Checks which island of a country is the largest, by the outlines that the map draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.checks.outlines import areas_km2
from geo.checks.types.ground import holds, unknown
from geo.checks.wording import place_name, rounded

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Outlines are simplified: so much larger must one island be than the next to be told apart.
_CLEARLY = 1.08
_M2_PER_KM2 = 1e6
_UNKNOWN = "The rank of this is not known here."


def island_m2(one: Place, ground: Ground) -> float | None:
    """Measure an island by its outline; None where none is drawn, and on a continent."""
    outline = ground.boundaries.island(one.lon, one.lat)
    return None if outline is None else float(areas_km2([outline])[0]) * _M2_PER_KM2


def check_isle(claim: Claim, one: Place, rank: int, code: str, ground: Ground) -> Check:
    """Judge "A is B's third-largest island"; nothing is refused, for some count other lands."""
    country, outline = ground.gazetteer.country(code), ground.boundaries.country(code)
    mine = ground.boundaries.island(one.lon, one.lat)
    if outline is None or mine is None or country is None:
        return unknown(claim, _UNKNOWN)
    islands = _islands_km2(outline, rank + 1, ground)
    size = float(areas_km2([mine])[0])
    larger = [other for other in islands if other > size * _CLEARLY]
    alike = [other for other in islands if size / _CLEARLY <= other <= size * _CLEARLY]
    words = f"By its outline {place_name(one)} has about {rounded(size)} km²"
    words = f"{words} and is number {len(larger) + 1} of the islands of {place_name(country)}."
    is_there = one.country_code == code and len(alike) == 1
    return holds(claim, words) if is_there and len(larger) == rank - 1 else unknown(claim, words)


def _islands_km2(outline: shapely.Geometry, most: int, ground: Ground) -> list[float]:
    """Measure a country's largest islands, each whole; the main land on a continent is none."""
    parts = shapely.get_parts(outline)
    order = np.argsort(-areas_km2(parts))
    found: list[float] = []
    for part in parts[order]:
        point = part.representative_point()
        whole = ground.boundaries.island(point.x, point.y)
        size = 0.0 if whole is None else float(areas_km2([whole])[0])
        if size and size not in found:
            found.append(size)
        if len(found) > most:
            break
    return found
