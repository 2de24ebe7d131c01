"""Checks the northernmost, southernmost and so on of its kind, and the only one of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from geo.checks.types.adjacency import LANDLOCKED
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.scope import WORLD
from geo.checks.wording import place_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.checks.types.ground import Ground
    from geo.checks.types.scope import Scope
    from geo.contracts import Check, Claim, Place

# Which bound of a box lies on a side, and whether more is further.
_SIDES = {"northern": (3, 1), "southern": (1, -1), "eastern": (2, 1), "western": (0, -1)}
# Of regions only their towns are known: so much further must one lie, degrees.
_CLEARLY_DEG = 1.0
_LANDS = frozenset({"country", "state", "member", "nation"})


def check_only(claim: Claim, places: Sequence[Place], count: int, ground: Ground) -> Check:
    """Judge "the only landlocked country in B", "one of two such countries"."""
    codes = _members(places[1], ground) if len(places) > 1 else frozenset()
    one = places[0]
    if not codes or not one.feature_code.startswith("PCL"):
        return unknown(claim, "It is not known here what else there is of this kind.")
    found = sorted(codes & LANDLOCKED)
    names = [place_name(land) for code in found if (land := ground.gazetteer.country(code))]
    words = f"Of the countries of {place_name(places[1])}, {' and '.join(names)} have no coast."
    is_one = one.country_code in found
    return (holds if is_one and len(found) == count else fails)(claim, words)


def _members(land: Place, ground: Ground) -> frozenset[str]:
    """List the countries of a continent, a union or a part of the world."""
    known = ground.facts.group(land.name)
    if known or land.feature_code != "CONT":
        return known
    continents = {"Africa": "AF", "Asia": "AS", "Europe": "EU", "South America": "SA"}
    return frozenset(
        code
        for code in ground.facts.ranked_by_area()
        if ground.facts.continent(code) == continents.get(land.name)
        and (country := ground.gazetteer.country(code)) is not None
        and country.feature_code == "PCLI"
    )


def check_extreme(
    claim: Claim, places: Sequence[Place], scope: Scope | None, ground: Ground
) -> Check:
    """Judge "the southernmost state of B" and "the easternmost member of B"."""
    what, rank, noun = claim.relation.partition(" in ")[0].split(" ", 2)
    at, sign = _SIDES[what.removesuffix("most")]
    one = places[0]
    if noun == "capital" and rank == "1":
        return _judged(claim, one.name, _capitals(scope, at, sign, ground), 0.0)
    if noun not in _LANDS or rank != "1":
        return unknown(claim, "Ranks of this kind are not known here.")
    if one.feature_code == "ADM1" and scope is not None and scope.code == one.country_code:
        return _judged(claim, one.name, _towns(scope.code, at, sign, ground), _CLEARLY_DEG)
    if len(places) < 2 or not one.feature_code.startswith("PCL"):  # noqa: PLR2004 - a land and where
        return unknown(claim, "It is not known here what else there is of this kind.")
    ends: dict[str, float] = {}
    for code in _members(places[1], ground):
        country, outline = ground.gazetteer.country(code), ground.boundaries.country(code)
        if country is not None and outline is not None:
            largest = max(shapely.get_parts(outline), key=lambda part: float(part.area))
            ends[country.name] = sign * largest.bounds[at]
    return _judged(claim, one.name, ends, 0.0)


def _capitals(scope: Scope | None, at: int, sign: int, ground: Ground) -> dict[str, float]:
    """Tell how far the capitals of the independent countries of a continent lie to a side."""
    ends: dict[str, float] = {}
    for code in ground.facts.ranked_by_area():
        country, capital = ground.gazetteer.country(code), ground.gazetteer.capital(code)
        is_there = scope is None or scope.code in {WORLD, ground.facts.continent(code)}
        is_land = country is not None and country.feature_code == "PCLI"
        if is_there and is_land and capital is not None:
            ends[capital.name] = sign * (capital.lat if at in {1, 3} else capital.lon)
    return ends


def _towns(country_code: str, at: int, sign: int, ground: Ground) -> dict[str, float]:
    """Tell how far the largest towns of each region lie to a side, taken together."""
    ends: dict[str, float] = {}
    for name in ground.facts.regions(country_code):
        towns = ground.facts.cities(country_code, name)
        values = [town.lat if at in {1, 3} else town.lon for town in towns]
        ends[name] = sign * sum(values) / len(values)
    return ends


def _judged(claim: Claim, name: str, ends: Mapping[str, float], margin_deg: float) -> Check:
    if name not in ends or len(ends) < 2:  # noqa: PLR2004 - nothing to compare with
        return unknown(claim, "It is not known here what else there is of this kind.")
    first, second = sorted(ends, key=lambda key: -ends[key])[:2]
    side = claim.relation.partition("ernmost")[0]
    if first == name and ends[first] - ends[second] >= margin_deg:
        return holds(claim, f"{name} reaches further {side} than {second}, the next.")
    if first != name and ends[first] - ends[name] >= margin_deg:
        return fails(claim, f"{first} reaches further {side} than {name}.")
    words = f"{first} and {second} lie too close to tell which reaches further {side}."
    return unknown(claim, words)
