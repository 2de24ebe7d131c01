"""Checks that a town lies on a river, by a table of towns, or on a bay whose middle is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import holds, unknown
from geo.checks.wording import place_name
from geo.geodesy import distance_m

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

RIVERS = frozenset({"STM", "STMS", "CNL"})
BAYS = frozenset({"BAY", "BAYS", "GULF", "INLT", "LCH", "FJD", "LGN", "STRT", "COVE", "HBR"})
# A town on a bay is no further from its middle.
_ON_BAY_M = 45_000.0
# A name stands for one of so many towns, the likeliest first.
_TOWNS = 3


def check_on_river(claim: Claim, one: Place, river: Place, ground: Ground) -> Check:
    """Judge "A lies on the river B"; a town that the table does not have may lie there too."""
    named = ground.facts.river_towns(river.name)
    is_there = one.name in named or any(
        place.feature_id == one.feature_id
        for name in named
        for place in ground.gazetteer.candidates(name)[:_TOWNS]
    )
    if is_there and one.feature_class == "P":
        return holds(claim, f"{one.name} lies on the {river.name}.")
    known = ground.facts.divider(river.name)
    is_land = one.feature_code.startswith("PCL") and known is not None
    if is_land and known is not None and one.country_code in known.countries:
        return holds(claim, f"{place_name(one)} lies on the {river.name}.")
    return unknown(claim, f"Whether {place_name(one)} lies on the {river.name} is not known here.")


def on_bay(claim: Claim, one: Place, bay: Place) -> Check | None:
    """Say that a town lies on a bay whose middle is near."""
    metres = distance_m(one.lon, one.lat, bay.lon, bay.lat)
    if bay.feature_code not in BAYS or one.feature_class != "P" or metres > _ON_BAY_M:
        return None
    return holds(claim, f"{one.name} lies {metres / 1000:,.0f} km from the middle of {bay.name}.")
