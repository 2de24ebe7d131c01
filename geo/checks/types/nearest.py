"""Checks which capital is the nearest one to a town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name, rounded
from geo.geodesy import distance_m, nearest_point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

NEAREST, _FOREIGN = "nearest capital", " foreign"
# Towns are no points: what is nearer by less than this share, or length, is not clearly nearer.
_CLEARLY, _CLEARLY_M = 0.1, 20_000.0
_CAPITAL = "PPLC"


def check_nearest_capital(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Judge "A is the nearest (foreign) capital to the town B", in a straight line."""
    one, town = places[:2]
    if town.is_area or one.feature_code != _CAPITAL:
        return unknown(claim, f"Which capital is nearest to {place_name(town)} cannot be told.")
    own = town.country_code
    left_out = {own} if claim.relation.endswith(_FOREIGN) or town.feature_code == _CAPITAL else ()
    mine = distance_m(one.lon, one.lat, town.lon, town.lat)
    if one.country_code in left_out:
        is_said_foreign = claim.relation.endswith(_FOREIGN)
        words = f"{one.name} is the capital of the country itself."
        return (fails if is_said_foreign else unknown)(claim, words)
    known = dict(_capitals(ground))
    nearer = [
        (metres, place)
        for code, place in known.items()
        if code not in left_out
        and (metres := distance_m(place.lon, place.lat, town.lon, town.lat)) < mine
        and place.feature_id != one.feature_id
    ]
    words = f"{one.name} is {rounded(mine / 1000)} km from {town.name}"
    if nearer:
        metres, place = min(nearer, key=lambda pair: pair[0])
        words = f"{words}, and {place.name} {rounded(metres / 1000)} km."
        is_clear = mine - metres > _CLEARLY * metres + _CLEARLY_M
        return (fails if is_clear else unknown)(claim, words)
    if any(
        _is_near(code, town, mine, ground)
        for code in ground.facts.ranked_by_area()
        if code not in known
    ):
        return unknown(claim, f"{words}; but not of all countries around one capital is known.")
    return holds(claim, f"{words}, and no other capital is nearer in a straight line.")


def _capitals(ground: Ground) -> Iterator[tuple[str, Place]]:
    """List the capitals of independent countries that have one, and one alone."""
    for code in ground.facts.ranked_by_area():
        capital = ground.gazetteer.capital(code)
        if capital is not None and not ground.facts.capitals(code):
            yield code, capital


def _is_near(country_code: str, town: Place, within_m: float, ground: Ground) -> bool:
    """Whether a country lies so near that its capital may be nearer than another."""
    outline = ground.boundaries.country(country_code)
    return outline is None or nearest_point(outline, town.lon, town.lat).distance_m < within_m
