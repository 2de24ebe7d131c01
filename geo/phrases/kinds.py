"""Tells whether a place can be what a noun calls it: "the capital" is no village."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts import Place

_SMALL = 30_000  # people; a village or hamlet has fewer
_SEATS = frozenset({"PPLC", "PPLA"})  # capitals of a country or region, however few live there
_ISLANDS = frozenset({"T", "A", "L"})
_PLACES_IN = frozenset({"P", "S", "L", "T", "H"})  # towns, sites, islands, harbours


def may_be(place: Place, noun: str) -> bool:
    """Whether "the capital" or "the village" can be said of a place; ``noun`` in small letters.

    A city-state such as Singapore is a city and an island as well as a country.
    """
    if noun in listed("capital"):
        return place.feature_code == "PPLC"
    is_small = place.population < _SMALL and place.feature_code not in _SEATS
    if noun in listed("island"):
        return place.feature_class in _ISLANDS or is_small
    if noun in listed("small_place"):
        return place.feature_class in _PLACES_IN and is_small
    return True


def is_site_of(place: Place, area: Place) -> bool:
    """Whether a place is a town or site of a country or region; not that itself."""
    is_same = place.country_code == area.country_code != ""
    is_region = area.feature_code == "ADM1"
    return (
        place.feature_class in {"P", "S"}
        and is_same
        and (not is_region or place.admin1 == area.admin1)
    )
