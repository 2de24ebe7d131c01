"""Tells in which part of a land a place lies, and on which side of it its coast is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.checks.main_land import main_land
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name
from geo.contracts import Verdict

if TYPE_CHECKING:
    from geo.contracts import Check, Claim, Place
    from geo.contracts.facts import Region

# Shares of a country's land: so much of it must lie on the other side of the place for the part to
# hold, and no more than so much where it does not.
_HOLDS, _FAILS = 0.55, 0.3
_HOLDS_CORNER, _FAILS_CORNER = 0.5, 0.25
# The same of the land on the line through a place, for the side on which its coast lies.
_HOLDS_COAST, _FAILS_COAST = 0.7, 0.3
_WHOLE = 180.0
# Shares of a region's land that its degrees in the table of facts part.
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def in_part(claim: Claim, one: Place, country: Place) -> Check:
    """Judge "in the south-west of B" by the shares of B's land on the other side of the place."""
    share = share_of_land(claim.relation, one, country)
    return _judged(claim, one, country, share, _part(one, main_land(country, one)))


def share_of_land(part: str, one: Place, country: Place) -> float:
    """Give the share of a country that lies on the other side of a place than a part of it."""
    land = main_land(country, one)
    return min(_share(one, land, side) for side in part.split("-"))


def in_part_of_region(claim: Claim, one: Place, region: Place, known: Region) -> Check:
    """Judge "in northern B" of a state or province by how its land lies."""
    shares = _shares_of_region(one, known)
    share = share_of_region(claim.relation, one, known)
    where = "-".join(side for side, value in shares.items() if value >= _HOLDS) or "middle"
    return _judged(claim, one, region, share, where)


def share_of_region(part: str, one: Place, known: Region) -> float:
    """Give the share of a region that lies on the other side of a place than a part of it."""
    shares = _shares_of_region(one, known)
    return min(shares[side] for side in part.split("-") if side in shares)


def _shares_of_region(one: Place, known: Region) -> dict[str, float]:
    south = float(np.interp(one.lat, known.lats, _QUARTERS))
    west = float(np.interp(one.lon, known.lons, _QUARTERS))
    return {"north": south, "south": 1 - south, "east": west, "west": 1 - west}


def _judged(claim: Claim, one: Place, land: Place, share: float, where: str) -> Check:
    is_corner = "-" in claim.relation
    words = f"{one.name} lies in the {where} of {place_name(land)}."
    if share >= (_HOLDS_CORNER if is_corner else _HOLDS):
        return holds(claim, words)
    if share <= (_FAILS_CORNER if is_corner else _FAILS):
        return fails(claim, words)
    return unknown(claim, f"{one.name} lies near the middle of {place_name(land)}.")


def on_side(claim: Claim, one: Place, land: Place) -> Check:
    """Judge "on the south coast of B" of a town on a coast: the land must lie to the north of it.

    A long island has a south coast all along, and not only where most of its land lies north.
    """
    by_part = in_part(claim, one, land)
    if "-" in claim.relation or land.extent is None:
        return by_part
    share = _share_on_line(one, main_land(land, one), claim.relation)
    words = f"{one.name} lies on the coast, with the land of {place_name(land)}"
    if share is None:
        return by_part
    if share >= _HOLDS_COAST:
        return holds(claim, f"{words} on its {_OTHER_SIDE[claim.relation]}.")
    if share <= _FAILS_COAST and by_part.verdict is not Verdict.SUPPORTED:
        return fails(claim, f"{words} on its {claim.relation}.")
    return by_part if by_part.verdict is Verdict.SUPPORTED else unknown(claim, by_part.reason)


_OTHER_SIDE = {"north": "south", "south": "north", "east": "west", "west": "east"}


def on_shore(claim: Claim, one: Place, lake: Place) -> Check:
    """Judge "on the west shore of B": the water must lie to the east of the town.

    What only the ends of a long lake tell is not held against the water beside a town.
    """
    by_part = in_part(claim, one, lake)
    share = _share_on_line(one, lake, claim.relation) if "-" not in claim.relation else None
    if share is None or _FAILS_COAST < share < _HOLDS_COAST:
        return by_part
    is_there = share >= _HOLDS_COAST
    other = claim.relation if share <= _FAILS_COAST else _OTHER_SIDE[claim.relation]
    words = f"{one.name} lies with the water of {place_name(lake)} on its {other}."
    if by_part.verdict is (Verdict.REFUTED if is_there else Verdict.SUPPORTED):
        return unknown(claim, words)
    return (holds if is_there else fails)(claim, words)


def _share_on_line(one: Place, land: Place, side: str) -> float | None:
    """Share of the land on the meridian or parallel of a place that lies away from a side."""
    ends = ((-_WHOLE, one.lat), (_WHOLE, one.lat))
    if side in {"north", "south"}:
        ends = ((one.lon, -90.0), (one.lon, 90.0))
    line = shapely.intersection(shapely.LineString(ends), land.extent)
    if line is None or not line.length:
        return None
    return float(shapely.clip_by_rect(line, *_away(one, side)).length / line.length)


def _away(one: Place, side: str) -> tuple[float, float, float, float]:
    """Give the box of all that lies on the other side of a place than ``side``."""
    return {
        "north": (-_WHOLE, -90.0, _WHOLE, one.lat),
        "south": (-_WHOLE, one.lat, _WHOLE, 90.0),
        "east": (-_WHOLE, -90.0, one.lon, 90.0),
        "west": (one.lon, -90.0, _WHOLE, 90.0),
    }[side]


def _share(one: Place, country: Place, side: str) -> float:
    """Share of a country that lies on the other side of a place than ``side``."""
    extent = country.extent
    if extent is None or not extent.area:
        return 0.5
    return float(shapely.clip_by_rect(extent, *_away(one, side)).area / extent.area)


def _part(one: Place, land: Place) -> str:
    found = []
    for pair in (("north", "south"), ("east", "west")):
        side = max(pair, key=lambda name: _share(one, land, name))
        if _share(one, land, side) >= _HOLDS:
            found.append(side)
    return "-".join(found) or "middle"
