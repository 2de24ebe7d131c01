"""The land in which a rank is said to hold: a country, region, continent or part of the world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.checks.wording import place_name

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Place

WORLD = "world"
_STATE, _ISLAND, _ISLANDS = "state", "island", "archipelago"
# A region that no name is given of is taken for the state, though it may be any other.
REGION = "region"
_CONTINENTS = {
    "6255146": "AF",
    "6255147": "AS",
    "6255148": "EU",
    "6255149": "NA",
    "6255150": "SA",
    "6255151": "OC",
    "6255152": "AN",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A land by its code; ``codes`` of the countries where it is a part of the world.

    ``island`` is the one whose towns alone are compared, ``sea`` that whose islands are.
    ``words`` say it in a sentence: "in Peru", "in the world"; empty where the words do not name it.
    """

    code: str
    region: str = ""
    codes: frozenset[str] = frozenset()
    is_continent: bool = False
    words: str = ""
    island: Place | None = None
    sea: Place | None = None

    @property
    def key(self) -> str:
        """By what the tables of ranks know the land."""
        if self.region:
            return f"{self.code}.{self.region.replace(' ', '_')}"
        return f"continent.{self.code}" if self.is_continent else self.code.replace(" ", "_")


def scope_of(one: Place | None, other: Place | None, unnamed: str, ground: Ground) -> Scope | None:
    """Tell the land of "B's largest", or of "the country's largest" where ``other`` is None."""
    if one is not None and other is not None and one.feature_id == other.feature_id:
        # "Istanbul, Turkey's capital and largest city": the words beside stand for the name
        other = ground.gazetteer.country(one.country_code) or other
    if other is not None:
        return _named(other, ground)
    if unnamed == WORLD:
        return Scope(code=WORLD, words="in the world")
    if codes := ground.facts.group(unnamed):
        return Scope(code=unnamed, codes=codes, words=f"of the {unnamed}")
    if unnamed == _ISLAND:
        return _own_island(one, ground) if one is not None else None
    unnamed = _STATE if unnamed == REGION else unnamed
    if unnamed == _ISLANDS and one is not None:
        # Islands with a code of their own are a land; those of a country may be a region of it.
        unnamed = "" if ground.facts.owner(one.country_code) else _STATE
    if one is None or (unnamed == _STATE and not one.admin1):
        return None
    country = ground.gazetteer.country(one.country_code)
    words = f"in {place_name(country)}" if country else ""
    region = one.admin1 if unnamed == _STATE else ""
    return Scope(code=one.country_code, region=region, words=f"in {region}" if region else words)


def countries_in(scope: Scope, ground: Ground) -> frozenset[str]:
    """List the countries of a land, which may be one of them or a part of it."""
    if scope.is_continent or scope.code == WORLD:
        ranked = ground.facts.ranked_by_area()
        return frozenset(
            code for code in ranked if scope.code in {WORLD, ground.facts.continent(code)}
        )
    return scope.codes or frozenset({scope.code})


def _named(other: Place, ground: Ground) -> Scope | None:
    words = f"in {place_name(other)}"
    if other.feature_id in _CONTINENTS:
        return Scope(code=_CONTINENTS[other.feature_id], is_continent=True, words=words)
    # "Turkey's capital and largest city": the words beside stand for the capital of the country.
    if other.feature_code.startswith("PCL") or other.feature_code == "PPLC":
        country = ground.gazetteer.country(other.country_code) or other
        return Scope(code=other.country_code, words=f"in {place_name(country)}")
    if codes := ground.facts.group(other.name):
        return Scope(code=other.name, codes=codes, words=words)
    return _within(other, words)


def _within(other: Place, words: str) -> Scope | None:
    """Tell a land that is no country: an island, a range of mountains, a state or province."""
    scopes = {
        "ISL": Scope(code=other.country_code, island=other, words=f"on {place_name(other)}"),
        "SEA": Scope(code=other.name, sea=other, words=words),
        "MTS": Scope(code=other.name, words=words),
        "ADM1": Scope(code=other.country_code, region=other.name, words=words),
    }
    return scopes.get(other.feature_code)


def _own_island(one: Place, ground: Ground) -> Scope | None:
    """Tell the land of "the island's largest town": the island that the town lies on."""
    country = ground.gazetteer.country(one.country_code)
    if ground.boundaries.island(one.lon, one.lat) is None:
        # Greenland is drawn as a land of its own.
        is_alone = country is not None and not ground.facts.neighbours(one.country_code)
        return Scope(code=one.country_code) if is_alone else None
    return Scope(code=one.country_code, island=one, words="on that island")
