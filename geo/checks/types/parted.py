"""Checks that a river is the border of two lands, or that a strait lies between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.at_border import have_border
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.named import NAMED
from geo.checks.wording import place_name
from geo.geodesy import nearest_point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place
    from geo.contracts.facts import Divider

_MAINLAND, _BORDER = "mainland", "border:"
# From so far away no strait parts a country from another.
_AWAY_M = 300_000.0
# So far outside the box of a sea no coast is one of it, degrees.
_OUTSIDE_DEG = 5.0


def check_parted(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge "the Oder forms the border with Germany", "the Oresund parts Denmark and Sweden"."""
    said, _, water = claim.relation.partition(NAMED)
    known = ground.facts.divider(water)
    if known is None:
        return unknown(claim, f"What lands the {water} parts is not known here.")
    lands = [name for place in places for name in _names(place)]
    lands += [frozenset({_MAINLAND})] if said.endswith(_MAINLAND) else []
    words = " and ".join([place_name(place) for place in places])
    if _parts(known, lands):
        return holds(claim, f"The {water} lies between lands of {words}.")
    if _are_away(known, places, water, ground):
        return fails(claim, f"The {water} does not lie between lands of {words}.")
    return unknown(claim, f"Whether the {water} parts lands of {words} is not known here.")


def check_water_between(
    claim: Claim, water: Place, lands: Sequence[Place], ground: Ground
) -> Check:
    """Judge "the Dead Sea lies between A and B": both on its shores, with no border beside it.

    Two that have a border may lie on the same side, unless the table says that it parts them.
    """
    known = ground.facts.divider(water.name)
    shores = ground.facts.shores(water.name)
    names = " and ".join([place_name(place) for place in lands])
    if known is not None and _parts(known, [name for place in lands for name in _names(place)]):
        return holds(claim, f"{place_name(water)} lies between lands of {names}.")
    on_it = shores | (known.countries if known is not None else frozenset())
    are_countries = all(place.feature_code.startswith("PCL") for place in lands)
    if claim.relation or not on_it or not are_countries:
        return unknown(claim, f"Whether {place_name(water)} lies between {names} is not known.")
    codes = [place.country_code for place in lands]
    if on_it.issuperset(codes) and have_border(codes[0], codes[-1], ground) is False:
        return holds(claim, f"{names} lie on {place_name(water)}.")
    off = [place for place in lands if place.country_code not in on_it]
    if any(_is_off(place, water, ground) for place in off):
        return fails(claim, f"{place_name(off[0])} does not lie on {place_name(water)}.")
    return unknown(claim, f"Whether {place_name(water)} lies between {names} is not known.")


def _is_off(land: Place, water: Place, ground: Ground) -> bool:
    """Whether a country is far from a water: outside the box of a sea, or far from its middle."""
    outline = ground.boundaries.country(land.country_code)
    if outline is None:
        return False
    near = nearest_point(outline, water.lon, water.lat)
    if not ground.facts.has_box(water.name):
        return near.distance_m > _AWAY_M
    return water.name not in ground.facts.seas_at(near.lon, near.lat, _OUTSIDE_DEG)


def _names(place: Place) -> list[frozenset[str]]:
    """Tell by what the table knows a land; a border described stands for its two countries."""
    if place.feature_id.startswith(_BORDER):
        codes = place.feature_id.removeprefix(_BORDER).split("-")
        return [frozenset({code}) for code in codes]
    is_country = place.feature_code.startswith("PCL")
    return [frozenset({place.name, *([place.country_code] if is_country else ())})]


def _parts(known: Divider, lands: Sequence[frozenset[str]]) -> bool:
    """Whether each land told of is another of one pair; of a single one, whether it is of any."""
    return any(
        all(pair & land for land in lands) and len(frozenset().union(*lands) & pair) >= len(lands)
        for pair in known.pairs
    )


def _are_away(known: Divider, places: Sequence[Place], water: str, ground: Ground) -> bool:
    """Whether one of the lands is not on the water: a second source must say so.

    Either the two have no border, or the water is far from the country.
    """
    codes = [code for place in places for code in _codes(place)]
    off = [code for code in codes if code not in known.countries]
    if not off or not all(codes):
        return False
    one, other = codes[0], codes[-1]
    if one != other and have_border(one, other, ground) is False:
        return True
    drawn = [one for one in ground.gazetteer.candidates(water) if one.feature_class == "H"]
    outline = ground.boundaries.country(off[0])
    return (
        bool(drawn)
        and outline is not None
        and all(nearest_point(outline, one.lon, one.lat).distance_m > _AWAY_M for one in drawn)
    )


def _codes(place: Place) -> list[str]:
    if place.feature_id.startswith(_BORDER):
        return place.feature_id.removeprefix(_BORDER).split("-")
    return [place.country_code]
