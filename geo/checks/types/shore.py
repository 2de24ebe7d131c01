"""Checks that a town lies on the shore of a lake, or an island in a sea or off a coast."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name
from geo.geodesy import nearest_point

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Outlines of lakes are simplified, and they rise and fall; beyond the second a town is on no shore.
_ON_SHORE_M, _INLAND_M = 10_000.0, 60_000.0
# So far outside the box of a sea nothing lies in it, degrees.
_OUTSIDE_DEG = 3.0
# An island off a coast is no further from it; beyond the second nobody would say so.
_OFF_M, _NOT_OFF_M = 150_000.0, 600_000.0
_ISLANDS = frozenset({"ISL", "ISLS"})
LAKES = frozenset({"LK", "LKS", "RSV"})
# It has the others around Italy and Greece within it.
_PARENT = "Mediterranean Sea"


def check_shore(claim: Claim, one: Place, lake: Place, ground: Ground) -> Check:
    """Judge "A, on the shore of the lake B"; on which side of it is judged elsewhere."""
    known = ground.facts.shores(lake.name)
    if one.is_area or one.feature_class != "P":
        return unknown(claim, f"{place_name(one)} is no town of which this could be told.")
    outline = ground.boundaries.lake(lake.lon, lake.lat)
    if outline is None:
        return unknown(claim, f"We have no outline of {place_name(lake)}.")
    metres = nearest_point(outline, one.lon, one.lat).distance_m
    words = f"{one.name} lies {metres / 1000:,.0f} km from {place_name(lake)}."
    if metres <= _ON_SHORE_M:
        return holds(claim, f"{one.name} lies on {place_name(lake)}.")
    is_off = metres >= _INLAND_M or (bool(known) and one.country_code not in known)
    return (fails if is_off else unknown)(claim, words)


def lake_of(place: Place, ground: Ground) -> Place:
    """Give a lake its outline."""
    return replace(place, extent=ground.boundaries.lake(place.lon, place.lat))


def check_isle_in(claim: Claim, one: Place, sea: Place, ground: Ground) -> Check:
    """Judge "A, an island in the sea B", by the box that the sea lies in."""
    if not ground.facts.has_box(sea.name) or not _is_isle(one, ground):
        return unknown(claim, f"We have no outline of {place_name(sea)}.")
    here = ground.facts.seas_at(one.lon, one.lat, 0.0)
    if sea.name not in ground.facts.seas_at(one.lon, one.lat, _OUTSIDE_DEG):
        return fails(claim, f"{place_name(one)} does not lie in {place_name(sea)}.")
    others = here - {sea.name, _PARENT} if sea.name != _PARENT else set()
    if sea.name not in here or others:
        return unknown(claim, f"{place_name(one)} lies near the edge of {place_name(sea)}.")
    return holds(claim, f"{place_name(one)} lies in {place_name(sea)}.")


def check_off(claim: Claim, one: Place, land: Place, ground: Ground) -> Check:
    """Judge "A, an island off B", by how far it is from the nearest land of B."""
    outline = coast_of(land, ground)
    if outline is None or not _is_isle(one, ground):
        return unknown(claim, f"We have no outline of {place_name(land)} to measure to.")
    parts = [part for part in shapely.get_parts(outline) if not part.contains(_point(one))]
    main = max(parts, key=lambda part: float(part.area), default=None)
    if main is None:
        return unknown(claim)
    metres = nearest_point(main, one.lon, one.lat).distance_m
    words = f"{place_name(one)} lies {metres / 1000:,.0f} km from {place_name(land)}."
    if metres <= _OFF_M:
        return holds(claim, words)
    return (fails if metres >= _NOT_OFF_M else unknown)(claim, words)


def coast_of(land: Place, ground: Ground) -> BaseGeometry | None:
    """Find the outline of a country, an island, or a region that is one."""
    if land.feature_code.startswith("PCL"):
        return ground.boundaries.country(land.country_code)
    if land.feature_code in {"ISL", "ADM1"}:
        return ground.boundaries.island(land.lon, land.lat)
    return None


def _is_isle(one: Place, ground: Ground) -> bool:
    is_named = one.feature_code in _ISLANDS
    return is_named or ground.boundaries.island(one.lon, one.lat) is not None


def _point(one: Place) -> shapely.Point:
    return shapely.Point(one.lon, one.lat)
