"""Checks by how much two mountains, rivers or lands are said to differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.isles import island_m2
from geo.checks.types.named import is_entry
from geo.checks.wording import place_name
from geo.contracts import Dimension

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

_LESS = "less by"
_KINDS = (("mountain", "pass"), ("river",), ("tunnel", "canal"))
# What two are said to differ by may miss by the first share of the larger one, for each has its own
# sources; by more than the second it is another figure. Heights are known better.
_ALIKE, _UNLIKE, _ALIKE_HEIGHT, _UNLIKE_HEIGHT = 0.02, 0.1, 0.004, 0.03


def check_difference(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Judge "A is 238 metres higher than B" by the figures known of both."""
    is_area = claim.figure.dimension is Dimension.AREA
    sizes = [area_m2(place, ground) for place in places] if is_area else _sizes(places, ground)
    if len(sizes) != 2 or sizes[0] is None or sizes[1] is None:  # noqa: PLR2004 - two compared
        return unknown(claim, "The figures of these two are not known here.")
    first, second = sizes[0], sizes[1]
    apart = (second - first) if claim.relation == _LESS else (first - second)
    si = claim.figure.value_si / claim.figure.value if claim.figure.value else 1.0
    told = wording.trimmed(abs(apart) / si, 3)
    words = f"{place_name(places[0])} and {place_name(places[1])} differ by some {told} "
    words += f"{claim.figure.unit}."
    is_height = not is_area and max(first, second) < _HIGHEST_M
    alike, unlike = (_ALIKE_HEIGHT, _UNLIKE_HEIGHT) if is_height else (_ALIKE, _UNLIKE)
    off, whole = abs(apart - claim.figure.value_si), max(first, second)
    if off <= alike * whole:
        return holds(claim, words)
    return (fails if off > unlike * whole else unknown)(claim, words)


# No mountain is higher, and few rivers are shorter.
_HIGHEST_M = 9_000.0


def _sizes(places: list[Place], ground: Ground) -> list[float | None]:
    """Look two up in the table that has both."""
    for kinds in _KINDS:
        known = [row for kind in kinds for row in ground.facts.ranked(kind)]
        found = [
            next((row.value_si for row in known if is_entry(row, place, ground)), None)
            for place in places[:2]
        ]
        if None not in found:
            return found
    return []


def area_m2(place: Place, ground: Ground) -> float | None:
    """Look up the area of a country, a state or province, an island or a lake."""
    if place.feature_code.startswith("PCL"):
        return ground.facts.area_m2(place.country_code)
    region = ground.facts.region(place.country_code, place.name)
    if place.feature_code == "ADM1" and region is not None:
        return region.area_m2
    kind = {"ISL": "island", "LK": "lake", "SEA": "lake"}.get(place.feature_code, "")
    rows = (row for row in ground.facts.ranked(kind) if is_entry(row, place, ground))
    row = next(rows, None)
    if row is None and place.feature_code == "ISL":
        return island_m2(place, ground)
    return None if row is None else row.value_si
