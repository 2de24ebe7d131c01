"""Checks that a city is the capital of a country, state or province."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks.types.county import COUNTY, check_county, check_unnamed, is_within
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name
from geo.contracts import Verdict
from geo.geodesy import nearest_point
from geo.lexicon.directions import bearing_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place
    from geo.contracts.facts import Capital

_LOOSELY, _ISLAND = "loosely", "ISL"
# "Northern" is "north".
_ERN = "ern"
# Outlines of islands are simplified: what is further off does not lie on one.
_FAR_M = 30_000.0
_NATIONAL = frozenset({"", "national", "federal", "official", "one of several"})
_OF_REGION = frozenset(
    {
        "state",
        "provincial",
        "regional",
        "territorial",
        "departmental",
        "prefectural",
        "cantonal",
        COUNTY,
    }
)
# No country keeps more than one capital of these kinds.
_KINDS = frozenset(
    {
        "constitutional",
        "legislative",
        "executive",
        "judicial",
        "administrative",
        "royal",
        "political",
    }
)


def check(claim: Claim, ground: Ground) -> Check:
    """Compare the city with the capital of what the words name."""
    judge = _loosely if claim.relation.startswith(_LOOSELY) else _judged
    return judge(claim, ground)


def _judged(claim: Claim, ground: Ground) -> Check:
    places = ground.places(claim)
    if not places:
        return unknown(claim)
    city, *whose = places
    if city.feature_class != "P":
        return unknown(claim, f"{city.name} is no town that could be compared with a capital.")
    if claim.relation == "unnamed":
        return _unnamed(claim, city, ground)
    of = whose[0] if whose else None
    if of is not None and of.feature_class == "P":
        return _described(claim, city, of, ground)
    if claim.relation in _OF_REGION or (of is not None and not of.feature_code.startswith("PCL")):
        return _of_region(claim, city, of, ground)
    country = of.country_code if of is not None else city.country_code
    return _of_country(claim, city, country, ground)


def _loosely(claim: Claim, ground: Ground) -> Check:
    """Judge "the fashion capital of B", "was the capital of B": it may hold, but is not refused."""
    words = claim.relation.removeprefix(_LOOSELY).strip()
    result = _judged(replace(claim, relation=""), ground)
    if result.verdict is not Verdict.REFUTED:
        return result
    told = "the past is" if words.split()[-1:] == ["was"] else f"a “{words}” capital is"
    return unknown(claim, f"{result.reason} Whether {told} meant here cannot be told.")


def _of_country(claim: Claim, city: Place, country_code: str, ground: Ground) -> Check:
    country = ground.gazetteer.country(country_code)
    capital = ground.gazetteer.capital(country_code)
    several = ground.facts.capitals(country_code)
    if country is None:
        return unknown(claim, f"No capital is known of what {city.name} is said to be one of.")
    if held := _of_namesake(claim, city, country, ground):
        return held
    if several:
        return _one_of(claim, city, several, ground)
    if capital is None:
        return unknown(claim, f"It is disputed which city is the capital of {place_name(country)}.")
    if claim.relation not in _NATIONAL | _KINDS:
        return unknown(claim)
    return _same(claim, city, capital, place_name(country))


def _one_of(claim: Claim, city: Place, several: Sequence[Capital], ground: Ground) -> Check:
    """Judge a capital of a country that has several."""
    country = ground.gazetteer.country(city.country_code)
    name = place_name(country) if country else city.country_code
    seats = [(one, ground.named(one.name, city.country_code)) for one in several]
    mine = [one for one, seat in seats if seat and seat.feature_id == city.feature_id]
    told = "; ".join(f"{one.name} ({', '.join(sorted(one.roles))})" for one in several)
    if mine and (claim.relation in mine[0].roles or claim.relation == "one of several"):
        return holds(claim, f"{city.name} is a capital of {name}: {told}.")
    is_first = mine == [several[0]]
    if is_first and claim.relation in _NATIONAL:
        return holds(claim, f"{city.name} is the capital of {name}: {told}.")
    if mine and claim.relation in _NATIONAL:
        return unknown(claim, f"{name} has more than one capital: {told}.")
    return fails(claim, f"{city.name} is not that capital of {name}, but {told}.")


def _of_region(claim: Claim, city: Place, region: Place | None, ground: Ground) -> Check:
    if region is not None and region.feature_code != "ADM1":
        return _of_another(claim, city, region, ground)
    if region is None and is_within(claim.relation, city):
        held = _seat_of_region(claim, city, (city.country_code, city.admin1), ground)
        return held or check_unnamed(claim, city, ground)
    country_code = region.country_code if region else city.country_code
    admin1 = (region.name if region else "") or city.admin1
    if held := _seat_of_region(claim, city, (country_code, admin1), ground):
        return held
    known = ground.facts.capitals(country_code, admin1)
    if not known or (country_code != city.country_code and _is_side(admin1)):
        return unknown(claim, f"No capital of {admin1 or 'its region'} is known here.")
    names = " or ".join(one.name for one in known)
    words = f"The capital of {admin1} is {names}, not {city.name}."
    return (fails if len(known) == 1 else unknown)(claim, words)


def _is_side(name: str) -> bool:
    """Whether a region is called by a side of its land, as those of many lands are."""
    return bearing_of(name.lower().removesuffix(_ERN)) is not None


def _of_another(claim: Claim, city: Place, region: Place, ground: Ground) -> Check:
    """Judge the capital of an island, a county or another land that is no region."""
    if region.feature_code == _ISLAND:
        return _of_island(claim, city, region, ground)
    if region.feature_code == "ADM2":
        return check_county(claim, city, region, ground)
    return unknown(claim, f"What the capital of {place_name(region)} is, is not known here.")


def _seat_of_region(
    claim: Claim, city: Place, region: tuple[str, str], ground: Ground
) -> Check | None:
    known = ground.facts.capitals(*region)
    if any(_is_seat(city, one, ground) for one in known):
        return holds(claim, f"{city.name} is the capital of {region[1]}.")
    return None


def _of_island(claim: Claim, city: Place, island: Place, ground: Ground) -> Check:
    """Judge "the capital of Mallorca": a town far from an island is no capital of it."""
    outline = ground.boundaries.island(island.lon, island.lat)
    if outline is None or not city.population:
        words = f"What the capital of {place_name(island)} is, is not known here."
        return unknown(claim, words)
    metres = nearest_point(outline, city.lon, city.lat).distance_m
    if metres < _FAR_M:
        words = (
            f"{city.name} lies on {place_name(island)}; whether it is the capital, we do not know."
        )
        return unknown(claim, words)
    words = (
        f"{city.name} does not lie on {place_name(island)}, but {metres / 1000:,.0f} km from it."
    )
    return fails(claim, words)


def _is_seat(city: Place, capital: Capital, ground: Ground) -> bool:
    """Whether a city is a capital of the tables: by its id, or by its name in that country."""
    if capital.feature_id:
        return city.feature_id == capital.feature_id
    seat = ground.named(capital.name, city.country_code)
    return seat is not None and seat.feature_id == city.feature_id


def _described(claim: Claim, city: Place, capital: Place, ground: Ground) -> Check:
    """Judge "A, B's capital", where the description was placed at the capital of B, or at A."""
    several = ground.facts.capitals(capital.country_code)
    if several and city.country_code == capital.country_code:
        return _one_of(claim, city, several, ground)
    country = ground.gazetteer.country(capital.country_code)
    if capital.feature_id == city.feature_id:
        capital = ground.gazetteer.capital(city.country_code) or capital
    if capital.feature_code != "PPLC" or country is None:
        return unknown(claim)
    if held := _of_namesake(claim, city, country, ground):
        return held
    return _same(claim, city, capital, place_name(country))


def _of_namesake(claim: Claim, city: Place, country: Place, ground: Ground) -> Check | None:
    """Judge "Atlanta, the capital of Georgia": a state may be called as a country is."""
    if city.admin1 != country.name or city.country_code == country.country_code:
        return None
    return _seat_of_region(claim, city, (city.country_code, city.admin1), ground)


def _unnamed(claim: Claim, city: Place, ground: Ground) -> Check:
    """Judge "A, the capital": of which country or region is not said."""
    capital = ground.gazetteer.capital(city.country_code)
    country = ground.gazetteer.country(city.country_code)
    if capital is not None and country is not None and capital.feature_id == city.feature_id:
        return holds(claim, f"{city.name} is the capital of {place_name(country)}.")
    known = ground.facts.capitals(city.country_code, city.admin1)
    if city.admin1 and any(_is_seat(city, one, ground) for one in known):
        return holds(claim, f"{city.name} is the capital of {city.admin1}.")
    return unknown(claim, "The article does not say of what this is the capital.")


def _same(claim: Claim, city: Place, capital: Place, of: str) -> Check:
    if city.feature_id == capital.feature_id:
        return holds(claim, f"{city.name} is the capital of {of}.")
    return fails(claim, f"The capital of {of} is {capital.name}, not {city.name}.")
