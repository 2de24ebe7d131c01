"""Checks the rank of a country by area or by people, in the world or a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from geo.checks.types.adjacency import LANDLOCKED
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.scope import WORLD
from geo.checks.wording import place_name, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.checks.types.ground import Ground
    from geo.checks.types.scope import Scope
    from geo.contracts import Check, Claim, Place

# Populations of two sources differ by less than this factor; areas of countries by less than that.
_PEOPLE, _AREA, _SAME = 1.5, 1.01, 1.0
_M2_PER_KM2 = 1e6
_LANDLOCKED, _MAINLAND, _ISLANDS = "landlocked", "mainland", "island nation"
_POPULOUS, _LARGEST, _SMALLEST, _LEAST = "populous", "largest", "smallest", "least"


def check_country(claim: Claim, one: Place, rank: int, scope: Scope, ground: Ground) -> Check:
    """Judge "A is B's largest country", "the smallest landlocked country in B"."""
    codes = _compared(claim, scope, ground)
    if one.feature_code != "PCLI" or scope.region or one.country_code not in codes:
        return unknown(claim, f"{place_name(one)} is not among the countries compared here.")
    people = {code: float(ground.facts.population(code) or 0) for code in codes}
    areas = {code: ground.facts.area_m2(code) or 0.0 for code in codes}
    what, code = claim.relation.partition(" ")[0], one.country_code
    verdict: bool | None = None
    if what == _POPULOUS:
        verdict = _may_be(people, code, rank, _PEOPLE)
    elif what == _LEAST:
        verdict = _may_be({key: -count for key, count in people.items()}, code, rank, _PEOPLE)
    elif what == _LARGEST:
        verdict = _may_be(areas, code, rank, _AREA)
        if verdict is False and _may_be(people, code, rank, _PEOPLE) is not False:
            verdict = None
    elif what == _SMALLEST:
        verdict = _may_be({key: -area for key, area in areas.items()}, code, rank, _SAME)
    figures = people if what in {_POPULOUS, _LEAST} else areas
    words = _told(code, figures, rank, what, ground)
    return {True: holds, False: fails, None: unknown}[verdict](claim, words)


def _told(code: str, figures: Mapping[str, float], rank: int, what: str, ground: Ground) -> str:
    """Give the figure of the country, and of the one that stands where it is said to stand."""
    sign = 1.0 if what in {_SMALLEST, _LEAST} else -1.0
    order = sorted(figures, key=lambda key: sign * figures[key])
    other = order[min(rank, len(order)) - 1]
    shown = [key for key in dict.fromkeys((code, other)) if ground.gazetteer.country(key)]
    unit, each = (" people", 1.0) if what in {_POPULOUS, _LEAST} else (" km²", _M2_PER_KM2)
    names = [
        f"{place_name(land)} has {rounded(figures[key] / each)}{unit}"
        for key in shown
        if (land := ground.gazetteer.country(key)) is not None
    ]
    words = " and ".join(names)
    is_first = len(shown) == 1 and rank == 1
    more = {_SMALLEST: "less", _LEAST: "fewer"}.get(what, "more")
    words += f"; no other compared has {more}" if is_first else ""
    return f"{words[0].upper()}{words[1:]}." if words else ""


def _compared(claim: Claim, scope: Scope, ground: Ground) -> list[str]:
    """List the independent countries of a continent, of a part of the world, or of the world."""
    found = []
    for code in ground.facts.ranked_by_area():
        country = ground.gazetteer.country(code)
        is_there = scope.code in {WORLD, ground.facts.continent(code)}
        is_there = code in scope.codes if scope.codes else is_there
        if is_there and country is not None and country.feature_code == "PCLI":
            found.append(code)
    if _LANDLOCKED in claim.relation:
        found = [code for code in found if code in LANDLOCKED]
    if _MAINLAND in claim.relation:
        found = [code for code in found if _is_on_mainland(code, ground)]
    if _ISLANDS in claim.relation:
        found = [code for code in found if _is_on_islands(code, ground)]
    return found


def _is_on_mainland(code: str, ground: Ground) -> bool:
    """Whether a country has neighbours on land and does not lie on islands alone."""
    country = ground.gazetteer.country(code)
    on_island = country is not None and ground.boundaries.island(country.lon, country.lat)
    return bool(ground.facts.neighbours(code)) and not on_island


def _is_on_islands(code: str, ground: Ground) -> bool:
    """Whether the largest part of a country's land is an island, or of one."""
    outline = ground.boundaries.country(code)
    if outline is None or outline.is_empty:
        return False
    point = max(
        shapely.get_parts(outline), key=lambda part: float(part.area)
    ).representative_point()
    return ground.boundaries.island(point.x, point.y) is not None


def _may_be(values: Mapping[str, float], mine: str, rank: int, factor: float) -> bool | None:
    """Whether so many are larger; None where the margin is too small to tell."""
    value = values[mine]
    wide, narrow = sorted((value * factor, value / factor))
    larger = sum(other > value for other in values.values())
    clearly = sum(other > narrow for other in values.values())
    perhaps = sum(other > wide for code, other in values.items() if code != mine)
    if larger == rank - 1:
        return True
    return None if clearly <= rank - 1 <= perhaps else False
