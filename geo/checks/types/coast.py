"""Checks that a town lies on a coast, on the coast of one side of a land, or on a sea."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from geo.checks import wording
from geo.checks.main_land import main_land
from geo.checks.outlines import region_outline
from geo.checks.types.adjacency import LANDLOCKED
from geo.checks.types.at_border import ON_BORDER_M
from geo.checks.types.facing_sea import lies_before
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.verdict import USUAL, fits
from geo.checks.wording import place_name
from geo.geodesy import distance_m, nearest_point

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# A town on a coast is no further from it than the first; beyond the second it is on none. Harbours
# lie at bays and river mouths that a simplified outline does not have.
_ON_COAST_M, _INLAND_M = 20_000.0, 60_000.0
# So near a border an outline may be that of the border, degrees; and how far a coast is looked for.
_BORDER_DEG, _REACH_DEG, _SIMPLER_DEG = 0.15, 12.0, 0.02
# How far beyond the box of a sea a town on it may lie, degrees.
_BESIDE_DEG = 0.3
_COUNTRY = "PCLI"
# A state on the coast reaches it, but for what the lines of two maps differ; or it is inland.
_REGION_ON_COAST_M, _REGION_INLAND_M = 8_000.0, 20_000.0
# Countries on the Caspian alone have a shore, but no coast of the oceans.
_LAKESIDE = frozenset({"AZ", "KZ", "TM", "UZ"})


def check_coast(claim: Claim, one: Place, sea: Place | None, ground: Ground) -> Check:
    """Judge a town by how far the coast of its country is; ``sea`` is the one named, if any."""
    is_land = one.feature_code == _COUNTRY and sea is not None
    shores = _shores(sea, ground) if sea is not None else frozenset()
    is_lakeside = one.country_code in _LAKESIDE and (not shores or one.country_code in shores)
    if not is_land and (one.feature_class != "P" or is_lakeside):
        return unknown(claim, f"{place_name(one)} is no town of which this could be told.")
    if sea is not None and (is_land or one.country_code not in _shores(sea, ground)):
        return _of_country(claim, one, sea, ground)
    metres = _coast_m(one, ground)
    if metres is None:
        judge = fails if one.country_code in LANDLOCKED else unknown
        return judge(claim, f"There is no line of the coast near {one.name}.")
    words = f"{one.name} lies {metres / 1000:,.0f} km from the coast."
    if metres > _ON_COAST_M:
        # What lies at a border may have the end of a coast beside it that is cut off with it.
        is_open = metres < _INLAND_M or _is_at_border(one, ground)
        return (unknown if is_open else fails)(claim, words)
    if sea is None:
        return holds(claim, words)
    return _on_sea(claim, one, sea, ground)


def _is_at_border(one: Place, ground: Ground) -> bool:
    line = ground.boundaries.border_of(one.country_code)
    return line is not None and nearest_point(line, one.lon, one.lat).distance_m <= ON_BORDER_M


def check_region_coast(claim: Claim, one: Place, ground: Ground) -> Check:
    """Judge "the state of B lies on the coast" by its outline."""
    outline = region_outline(one, ground.boundaries, ground.facts)
    coast = None if outline is None else _coast(outline.bounds, one.country_code, ground)
    if outline is None or coast is None or one.country_code in _LAKESIDE:
        return unknown(claim, f"We have no outline of {place_name(one)} to tell its coast.")
    ends = shapely.get_coordinates(shapely.shortest_line(outline, coast))
    metres = distance_m(*ends[0], *ends[-1])
    if metres <= _REGION_ON_COAST_M:
        return holds(claim, f"{place_name(one)} reaches the coast.")
    words = f"{place_name(one)} lies {metres / 1000:,.0f} km from the coast."
    return (fails if metres >= _REGION_INLAND_M else unknown)(claim, words)


def lies_along(one: Place, land: Place, side: str, ground: Ground) -> bool:
    """Whether a town lies in the half of its country's longest coast that is on a side."""
    extent = main_land(land, one).extent
    if extent is None or not land.feature_code.startswith(_COUNTRY):
        return False
    coast = _coast(extent.bounds, land.country_code, ground)
    if coast is None:
        return False
    parts = shapely.get_parts(shapely.line_merge(coast))
    longest = max(parts, key=lambda part: float(part.length), default=coast)
    west, south, east, north = longest.bounds
    middle = {
        "north": one.lat - (south + north) / 2,
        "south": (south + north) / 2 - one.lat,
        "east": one.lon - (west + east) / 2,
        "west": (west + east) / 2 - one.lon,
    }
    return all(middle.get(name, 0.0) >= 0 for name in side.split("-"))


def _of_country(claim: Claim, one: Place, sea: Place, ground: Ground) -> Check:
    """Judge by its country: "B has a short coast on the sea C"."""
    if one.country_code in _shores(sea, ground):
        return holds(claim, f"{place_name(one)} lies on {place_name(sea)}.")
    return _not_there(claim, one, sea, ground)


def _shores(sea: Place, ground: Ground) -> frozenset[str]:
    return ground.facts.shores(sea.name)


def _not_there(claim: Claim, one: Place, sea: Place, ground: Ground) -> Check:
    known, country = _shores(sea, ground), ground.gazetteer.country(one.country_code)
    if not known or country is None:
        return unknown(claim, f"We have no outline of {place_name(sea)}.")
    return fails(claim, f"{place_name(country)} does not lie on {place_name(sea)}.")


def _on_sea(claim: Claim, one: Place, sea: Place, ground: Ground) -> Check:
    """Judge which sea a town on the coast of its country lies on."""
    seas = ground.facts.seas_at(one.lon, one.lat, _BESIDE_DEG)
    here = {name for name in seas if one.country_code in ground.facts.shores(name)}
    if not ground.facts.has_box(sea.name):
        return _on_ocean(claim, one, sea, here, ground)
    if sea.name not in here:
        return fails(claim, f"{one.name} does not lie on {place_name(sea)}.")
    within = {_PARENT, *(name for name in here if _is_part(name, sea.name, ground))}
    others = here - within - {sea.name}
    if others and not lies_before(one, sea, others, ground):
        return unknown(claim, f"{one.name} may lie on {' or '.join(sorted(others))} as well.")
    return holds(claim, f"{one.name} lies on the coast of {place_name(sea)}.")


def _on_ocean(claim: Claim, one: Place, ocean: Place, here: set[str], ground: Ground) -> Check:
    """Judge a town on an ocean: of a country with a coast on no other, and on no sea beside it."""
    oceans = {name for name in _OCEANS if one.country_code in ground.facts.shores(name)}
    if ocean.name not in _OCEANS or oceans != {ocean.name} or here:
        return unknown(claim, f"We have no outline of {place_name(ocean)}.")
    return holds(claim, f"{one.name} lies on the coast, and its country on no other ocean.")


_OCEANS = frozenset({"Atlantic Ocean", "Indian Ocean", "Pacific Ocean", "Arctic Ocean"})
# It has the others around Italy and Greece within it, but not all that hydrographers count to it.
_PARENT = "Mediterranean Sea"
_APART = frozenset({"Black Sea", "Sea of Azov", "Sea of Marmara"})


def _is_part(name: str, sea: str, ground: Ground) -> bool:
    """Whether who is on one sea is on another as well: the Aegean is the Mediterranean."""
    return name not in _APART and sea in ground.facts.waters_around(name)


def check_sea(claim: Claim, one: Place, ground: Ground) -> Check:
    """Judge how far a town is said to be from the sea, over land of its neighbours if need be."""
    codes = {one.country_code} | (ground.facts.neighbours(one.country_code) or frozenset())
    if one.country_code in LANDLOCKED:
        codes |= {far for code in codes for far in ground.facts.neighbours(code) or ()}
    found = [metres for code in codes - _LAKESIDE if (metres := _coast_m(one, ground, code))]
    if one.is_area or not found or one.country_code in _LAKESIDE:
        return unknown(claim, f"We have no line of the coast near {place_name(one)}.")
    metres, figure = min(found), claim.figure
    words = f"{one.name} is about {wording.about(metres)}, from the nearest coast."
    low, high = metres * (1 - _SEA_ALIKE) - _SEA_ALIKE_M, metres * USUAL + _SEA_ALIKE_M
    if fits(figure.low_si, figure.high_si, low, high):
        return holds(claim, words)
    off = max(figure.value_si / metres, metres / max(figure.value_si, 1.0))
    return (fails if off >= _SEA_UNLIKE else unknown)(claim, words)


# A coast is drawn roughly and begins at the mouth of which river one likes.
_SEA_ALIKE, _SEA_ALIKE_M, _SEA_UNLIKE = 0.15, 10_000.0, 2.0


def _coast_m(one: Place, ground: Ground, code: str = "") -> float | None:
    """Measure to the outline of a country where that is no border; None if it has none there."""
    code = code or one.country_code
    coast = _coast((one.lon, one.lat, one.lon, one.lat), code, ground)
    return None if coast is None else nearest_point(coast, one.lon, one.lat).distance_m


def _coast(
    bounds: tuple[float, float, float, float], code: str, ground: Ground
) -> BaseGeometry | None:
    """Find the outline of a country round a box where that is no border; None if it has none."""
    outline = ground.boundaries.country(code)
    if code in LANDLOCKED or outline is None:
        return None
    west, south, east, north = bounds
    box = (west - _REACH_DEG, south - _REACH_DEG, east + _REACH_DEG, north + _REACH_DEG)
    coast = shapely.clip_by_rect(outline.boundary, *box)
    border = ground.boundaries.border_of(code)
    if border is not None:
        near = shapely.clip_by_rect(border, *box).simplify(_SIMPLER_DEG)
        coast = coast.difference(near.buffer(_BORDER_DEG))
    return None if coast.is_empty else coast
