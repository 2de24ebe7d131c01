"""Checks which of the capitals of a country's regions is the highest or lies furthest to a side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.checks.types.scope import Scope
    from geo.contracts import Check, Claim, Place

# Towns lie on slopes, and have an extent: by so much must two differ to be told apart.
_HEIGHT_M, _CLEARLY_M = 60.0, 400.0
_DEG, _CLEARLY_DEG = 0.05, 0.1
_SIDES = {"north": ("lat", 1), "south": ("lat", -1), "east": ("lon", 1), "west": ("lon", -1)}
_END, _HIGHEST = "ernmost", "highest"
# So many of a country's regions must have a seat that is known.
_KNOWN, _FEWEST = 0.9, 3


def check_seat(
    claim: Claim, one: Place, ranked: tuple[str, int], scope: Scope, ground: Ground
) -> Check:
    """Judge "the highest provincial capital of B", "B's northernmost state capital"."""
    what, rank = ranked
    seats, count = _seats(scope.code, ground)
    values = {
        seat.feature_id: value
        for seat in seats
        if (value := _value(seat, what, ground)) is not None
    }
    is_one = not (scope.codes or scope.region or scope.island)
    if rank != 1 or not is_one or one.feature_id not in values or len(values) < _FEWEST:
        return unknown(claim, f"{place_name(one)} cannot be compared with the other capitals here.")
    is_all = len(values) >= _KNOWN * count
    mine = values.pop(one.feature_id)
    first = max(values, key=lambda key: values[key])
    name = next(seat.name for seat in seats if seat.feature_id == first)
    near, far = (_HEIGHT_M, _CLEARLY_M) if what == _HIGHEST else (_DEG, _CLEARLY_DEG)
    side = "higher" if what == _HIGHEST else f"further {what.removesuffix(_END)}"
    if is_all and mine - values[first] >= near:
        return holds(claim, f"No other capital of a region there lies {side} than {one.name}.")
    words = f"{name} lies {side} than {one.name}."
    if values[first] - mine >= far:
        return fails(claim, words)
    return unknown(claim, f"{name} may lie as far or as high as {one.name}.")


def _seats(country_code: str, ground: Ground) -> tuple[Sequence[Place], int]:
    """Find the seats of a country's regions, and count the regions."""
    regions = ground.facts.regions(country_code)
    found = {}
    for region in regions:
        for seat in ground.facts.capitals(country_code, region)[:1]:
            town = ground.named(seat.name, country_code, region)
            if town is not None:
                found[town.feature_id] = town
    return tuple(found.values()), len(regions)


def _value(seat: Place, what: str, ground: Ground) -> float | None:
    """Tell how high a seat lies, metres, or how far to the side, degrees."""
    if what == _HIGHEST:
        return ground.facts.height_m(seat.feature_id)
    if not what.endswith(_END):
        return None
    axis, sign = _SIDES[what.removesuffix(_END)]
    return sign * float(getattr(seat, axis))
