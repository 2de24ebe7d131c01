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
_PEOPLE, _AREA, _SAME, _DENSITY = 1.5, 1.01, 1.0, 1.25
_M2_PER_KM2 = 1e6
_LANDLOCKED, _MAINLAND, _ISLANDS = "landlocked", "mainland", "island nation"
_POPULOUS, _LARGEST, _SMALLEST, _LEAST = "populous", "largest", "smallest", "least"
_DENSEST, _SPARSEST = "densest", "sparsest"
_LOWEST_FIRST = frozenset({_SMALLEST, _LEAST, _SPARSEST})
_MONARCHIES, _REPUBLIC = "monarchies", "republic"
# By how much two figures must differ, for each way to rank.
_CLOSE = {
    _POPULOUS: _PEOPLE,
    _LEAST: _PEOPLE,
    _LARGEST: _AREA,
    _SMALLEST: _SAME,
    _DENSEST: _DENSITY,
    _SPARSEST: _DENSITY,
}
# "One of the largest" is one of so many or of this share; not so is the other half.
_AMONG, _FEW, _SHARE, _HALF = 0, 3, 0.2, 0.5


def check_country(claim: Claim, one: Place, rank: int, scope: Scope, ground: Ground) -> Check:
    """Judge "A is B's largest country", "the smallest landlocked country in B"."""
    codes = _compared(claim, scope, ground)
    if one.feature_code != "PCLI" or scope.region or one.country_code not in codes:
        return unknown(claim, f"{place_name(one)} is not among the countries compared here.")
    what, code = claim.relation.partition(" ")[0], one.country_code
    if what not in _CLOSE or not _figure(code, what, ground):
        return unknown(claim, "Ranks of this kind are not known here.")
    figures = {key: figure for key in codes if (figure := _figure(key, what, ground))}
    sign = -1.0 if what in _LOWEST_FIRST else 1.0
    values = {key: sign * figure for key, figure in figures.items()}
    verdict = _is_there(values, code, rank, _CLOSE[what])
    if what == _LARGEST and verdict is False:
        # The largest may be the one with the most people.
        people = {key: _figure(key, _POPULOUS, ground) for key in codes}
        verdict = None if _is_there(people, code, rank, _PEOPLE) is not False else verdict
    words = _told(code, figures, rank, what, ground)
    return {True: holds, False: fails, None: unknown}[verdict](claim, words)


def _figure(code: str, what: str, ground: Ground) -> float:
    """Give the people of a country, its area in m², or its people on each km²."""
    people, area = float(ground.facts.population(code) or 0), ground.facts.area_m2(code) or 0.0
    if what in {_DENSEST, _SPARSEST}:
        return people / (area / _M2_PER_KM2) if area else 0.0
    return people if what in {_POPULOUS, _LEAST} else area


def _is_there(values: Mapping[str, float], mine: str, rank: int, factor: float) -> bool | None:
    return _is_among(values, mine) if rank == _AMONG else _may_be(values, mine, rank, factor)


def _is_among(values: Mapping[str, float], mine: str) -> bool | None:
    """Whether a country is one of the first, or none of the first half."""
    larger = sum(other > values[mine] for other in values.values())
    if larger < max(_FEW, _SHARE * len(values)):
        return True
    return False if larger >= _HALF * len(values) else None


def _told(code: str, figures: Mapping[str, float], rank: int, what: str, ground: Ground) -> str:
    """Give the figure of the country, and of the one that stands where it is said to stand."""
    sign = 1.0 if what in _LOWEST_FIRST else -1.0
    order = sorted(figures, key=lambda key: sign * figures[key])
    words = " and ".join(
        f"{place_name(land)} has {_words(figures[key], what)}"
        for key in dict.fromkeys((code, order[min(rank, len(order)) - 1] if rank else code))
        if (land := ground.gazetteer.country(key)) is not None
    )
    if rank == _AMONG:
        words += f" and is number {order.index(code) + 1} of {len(order)} from the {what}"
    more = {_SMALLEST: "less", _LEAST: "fewer", _SPARSEST: "fewer"}.get(what, "more")
    words += f"; no other compared has {more}" if rank == 1 and order[0] == code else ""
    return f"{words[0].upper()}{words[1:]}." if words else ""


def _words(figure: float, what: str) -> str:
    if what in {_DENSEST, _SPARSEST}:
        return f"{figure:,.1f} people on each km²"
    if what in {_POPULOUS, _LEAST}:
        return f"{rounded(figure)} people"
    return f"{rounded(figure / _M2_PER_KM2)} km²"


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
    if _REPUBLIC in claim.relation:
        found = [code for code in found if code not in ground.facts.group(_MONARCHIES)]
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
