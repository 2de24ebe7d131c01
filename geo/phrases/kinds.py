"""Tells whether a place can be what a noun calls it: "the capital" is no village."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts import Place

_SMALL = 30_000  # people; a village or hamlet has fewer
_ISLANDS = frozenset({"T", "A", "L"})
_PLACES_IN = frozenset({"P", "S", "L", "T", "H"})  # towns, sites, islands, harbours


def may_be(place: Place, noun: str) -> bool:
    """Whether "the capital" or "the village" can be said of a place; ``noun`` in small letters.

    A city-state such as Singapore is a city and an island as well as a country.
    """
    if noun in listed("capital"):
        return place.feature_code == "PPLC"
    if noun in listed("island"):
        return place.feature_class in _ISLANDS or place.population < _SMALL
    if noun in listed("small_place"):
        return place.feature_class in _PLACES_IN and place.population < _SMALL
    return True
