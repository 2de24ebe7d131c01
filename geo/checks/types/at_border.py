"""Checks how near a town lies to the border of countries, and whether two countries have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name
from geo.geodesy import nearest_point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# A place on a border is no further from it than the first; beyond the second it is far from it.
ON_BORDER_M, _FAR_M = 15_000.0, 120_000.0
# "Near the border" is said of so much, and surely of no more than the second.
_NEAR_BORDER_M, _NOT_NEAR_M = 60_000.0, 300_000.0
# A town on one border is on no other that is so far away.
_TOUCHING_DEG = 0.02
_LEAST_M, _OTHER_M = 1_000.0, 60_000.0


def have_border(one: str, other: str, ground: Ground) -> bool | None:
    """Whether two countries have a border; None where the sources do not agree.

    Nor is it told of two that come so near that a border may be too short for a map.
    """
    known = ground.facts.neighbours(one)
    if known is None or not one or not other:
        return None
    drawn = ground.boundaries.border(one, other) is not None
    if not drawn and other not in known:
        first, second = (ground.boundaries.country(code) for code in (one, other))
        is_close = bool(shapely.dwithin(first, second, _TOUCHING_DEG))
        return None if is_close or _meet_abroad(one, other, ground) else False
    return drawn if drawn == (other in known) else None


def _meet_abroad(one: str, other: str, ground: Ground) -> bool:
    """Whether a territory of either borders the other: France and Brazil meet in Guiana."""
    theirs = _lands_of(other, ground)
    return ground.facts.border_m(one, other) is not None or any(
        theirs & (ground.facts.neighbours(land) or frozenset()) for land in _lands_of(one, ground)
    )


def _lands_of(country_code: str, ground: Ground) -> frozenset[str]:
    """List a country and the territories that belong to it."""
    facts = ground.facts
    owned = (code for code in facts.ranked_by_area() if facts.owner(code) == country_code)
    return frozenset({country_code, *owned})


def on_border(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge "A lies on the border with B"."""
    return to_border(claim, places, ground, (ON_BORDER_M, _FAR_M))


def near_border(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge "A lies near the border with B"."""
    return to_border(claim, places, ground, (_NEAR_BORDER_M, _NOT_NEAR_M))


def meeting(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge "A lies where B, C and D meet" by how near A is to each of them."""
    town, *lands = places
    outlines = [ground.boundaries.country(land.country_code) for land in lands]
    if town.is_area or not all(land.feature_code.startswith("PCL") for land in lands):
        return unknown(claim, "Only of countries it can be told where they meet.")
    far = [
        (nearest_point(outline, town.lon, town.lat).distance_m, place_name(land))
        for outline, land in zip(outlines, lands, strict=True)
        if outline is not None
    ]
    metres, name = max(far, default=(_FAR_M, ""))
    words = f"{town.name} is {metres / 1000:,.0f} km from {name}."
    if metres <= ON_BORDER_M and len(far) == len(lands):
        return holds(claim, f"{town.name} lies at the borders of all of them.")
    return (fails if metres > _FAR_M else unknown)(claim, words)


def border_town(claim: Claim, places: Sequence[Place], ground: Ground) -> Check:
    """Judge "a border town": of which border is not said."""
    town = places[0]
    line = ground.boundaries.border_of(town.country_code)
    if line is None or town.is_area:
        return unknown(claim, "This border is not on our map.")
    metres = nearest_point(line, town.lon, town.lat).distance_m
    words = f"{town.name} is {metres / 1000:,.0f} km from the nearest border of its country."
    if metres <= ON_BORDER_M:
        return holds(claim, words)
    return unknown(claim, words)


def to_border(
    claim: Claim, places: Sequence[Place], ground: Ground, within_m: tuple[float, float]
) -> Check:
    """Judge how far a town is from a border; where it is far, say which one is near."""
    town, border = places[:2]
    line = border.extent
    if border.feature_code.startswith("PCL"):
        line = ground.boundaries.border(town.country_code, border.country_code)
        if line is None and have_border(town.country_code, border.country_code, ground) is False:
            words = f"The country of {town.name} has no border with {place_name(border)}."
            return fails(claim, words + _nearest_border(town, ground))
    if line is None or town.is_area:
        return unknown(claim, "This border is not on our map.")
    metres = nearest_point(line, town.lon, town.lat).distance_m
    far = f"{metres / 1000:,.0f} km" if metres >= _LEAST_M else "less than a kilometre"
    words = f"{town.name} is {far} from that border."
    if metres <= within_m[0]:
        return holds(claim, words)
    is_any = border.feature_code == "BDR" and "-" not in border.feature_id
    if is_any or metres <= (_OTHER_M if _is_at_border(town, ground) else within_m[1]):
        return unknown(claim, words)
    return fails(claim, words + _nearest_border(town, ground))


def _is_at_border(town: Place, ground: Ground) -> bool:
    """Whether a town lies at a border, so that a far one named is hardly the one meant."""
    line = ground.boundaries.border_of(town.country_code)
    return line is not None and nearest_point(line, town.lon, town.lat).distance_m <= ON_BORDER_M


def _nearest_border(town: Place, ground: Ground) -> str:
    """Say which border a town is near, if it is near any."""
    near = []
    for code in ground.facts.neighbours(town.country_code) or ():
        line = ground.boundaries.border(town.country_code, code)
        country = ground.gazetteer.country(code)
        if line is not None and country is not None:
            metres = nearest_point(line, town.lon, town.lat).distance_m
            near.append((metres, place_name(country)))
    if not near or min(near)[0] > _NEAR_BORDER_M:
        return ""
    metres, name = min(near)
    far = f"{metres / 1000:,.0f} km" if metres >= _LEAST_M else "less than a kilometre"
    return f" It is {far} from the border with {name}."
