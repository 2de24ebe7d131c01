"""Checks which island of a country is the largest, by the outlines that the map draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.checks.outlines import areas_km2
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Outlines are simplified: so much larger must one island be than the next to be told apart; less
# where they lie in one sea, and are large.
_CLEARLY, _ALIKE = 1.08, 1.03
# Land so much further out lies further out, and islands of that size nobody forgets.
_BEYOND_DEG, _LEAST_KM2 = 0.05, 20.0
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


def check_isle_of_sea(claim: Claim, one: Place, rank: int, sea: Place, ground: Ground) -> Check:
    """Judge "the largest island in the sea B" by the outlines of the islands that lie in it."""
    mine = ground.boundaries.island(one.lon, one.lat)
    codes = ground.facts.shores(sea.name) | {one.country_code}
    if mine is None or not ground.facts.has_box(sea.name):
        return unknown(claim, _UNKNOWN)
    size = float(areas_km2([mine])[0])
    found: set[int] = set()
    for code in sorted(codes):
        for isle in _whole_islands(ground.boundaries.country(code), rank + 2, ground):
            point = isle.representative_point()
            if sea.name in ground.facts.seas_at(point.x, point.y, 0.0):
                found.add(round(float(areas_km2([isle])[0])))
    larger = sum(other > size * _ALIKE for other in found)
    alike = sum(size / _ALIKE <= other <= size * _ALIKE for other in found)
    words = f"By its outline {place_name(one)} has about {rounded(size)} km² and is number "
    words += f"{larger + 1} of the islands in {place_name(sea)}."
    if alike != 1:
        return unknown(claim, words)
    return (holds if larger == rank - 1 else fails)(claim, words)


def check_end(claim: Claim, one: Place, code: str, side: tuple[int, int], ground: Ground) -> Check:
    """Judge "the westernmost island of B"; ``side`` is which bound counts, and its sign."""
    mine, outline = ground.boundaries.island(one.lon, one.lat), ground.boundaries.country(code)
    if mine is None or outline is None:
        return unknown(claim, _UNKNOWN)
    at, sign = side
    end = sign * mine.bounds[at]
    further = [
        part
        for part in shapely.get_parts(outline)
        if sign * part.bounds[at] > end + _BEYOND_DEG and not part.intersects(mine)
    ]
    if not further:
        return holds(claim, f"No land of that country lies further out than {place_name(one)}.")
    largest = float(areas_km2(further).max())
    words = f"Another island of {rounded(largest)} km² lies further out than {place_name(one)}."
    return (fails if largest >= _LEAST_KM2 else unknown)(claim, words)


def _whole_islands(
    outline: BaseGeometry | None, most: int, ground: Ground
) -> Iterator[BaseGeometry]:
    """Give a country's largest islands, each whole; the main land on a continent is none."""
    parts = np.array([]) if outline is None else shapely.get_parts(outline)
    for part in parts[np.argsort(-areas_km2(parts))][: 3 * most] if len(parts) else ():
        point = part.representative_point()
        if (whole := ground.boundaries.island(point.x, point.y)) is not None:
            yield whole


def _islands_km2(outline: BaseGeometry, most: int, ground: Ground) -> list[float]:
    """Measure a country's largest islands, each whole; the main land on a continent is none."""
    found: list[float] = []
    for whole in _whole_islands(outline, most, ground):
        size = float(areas_km2([whole])[0])
        if size not in found:
            found.append(size)
        if len(found) > most:
            break
    return found
