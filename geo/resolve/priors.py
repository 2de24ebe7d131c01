"""A group's candidates go in; how likely each is by itself and by the names beside it comes out.

The score of a candidate is its size and kind, whether it bears the name in the first place, and
what the words right beside it say ("Paris, Texas", "the capital").
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from geo.contracts import Sense, ToponymKind
from geo.resolve.relative import has_twin, holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Place, Toponym
    from geo.ports import Gazetteer
    from geo.resolve.groups import Group

_PER_DECADE = 1.2  # a place ten times as big
_KIND = {"PCLI": 4.5, "PCL": 4.5, "PCLS": 4.0, "PCLD": 3.0, "PCLF": 3.5, "ADM1": 1.0, "CONT": 5.0,
         "PPLC": 3.5, "PPLA": 0.5, "ADM2": 0.5, "RGN": 6.0, "OCN": 9.0, "SEA": 8.5,
         "GOVT": 6.5, "ISL": 4.5, "ISLS": 4.5, "LKS": 5.5}  # fmt: skip
# Waters, mountains, regions and buildings are in the gazetteer only where they are well known.
_CLASS = {"S": 3.0, "H": 3.5, "T": 3.5, "L": 3.5}
# A town with a single name is known to its neighbours alone, whatever its size, where a namesake
# has a name in many languages.
_LITTLE_KNOWN, _MANY_LANGUAGES, _OF_NEIGHBOURS = 5_000, 20, 1.5
# Regions have many people without being cities: a small one stands behind a city of its name.
_SMALL_REGION, _FEW_PEOPLE, _CITY = -2.0, 800_000, 100_000
_RANK = 0.05  # each doubling of the place in the gazetteer's own order
_ALIAS = -1.0  # known by another name in the first place
_ALIAS_IN_FULL = -1.0  # which begins with that name: "Santa Cruz" de la Sierra
_ALIAS_BESIDE = -3.0  # and there are places of that very name
_ALIAS_OF_GREAT = -7.0  # and one of them is a great city
_ALIAS_OF_RENOWNED = -6.0  # and the first of them is known in many languages
_GREAT = 500_000
_TWIN = -4.5  # a region whose city of the same name is meant as a rule
_COUNTY = -3.0  # "Houston" is rarely Houston County
_APART = -6.0  # and the story speaks of both
_CONTAINER = 7.0
_ONLY = 2.0  # no other place bears the name
# A small town that bears the name of a sea, a range or a region of the world: "Pacific".
_OF_THE_WORLD = frozenset({"CONT", "OCN", "SEA", "RGN", "MTS"})
_NAMESAKE_TOWN, _SMALL_TOWN = -4.0, 50_000
# In a story of several places, a town in a country where none of the others lies is seldom meant:
# it is likelier that the gazetteer does not have the right one. The smaller it is the likelier, and
# the most where the name is only another name of it, or a few letters that read like one.
_KNOWN, _SMALL = 150_000, 20_000
_STRAY, _STRAY_KNOWN, _STRAY_SMALL, _STRAY_ALIAS = 3.5, 3.0, 2.5, 2.0
_STRAY_ONLY, _TOWN = 2.0, 10_000
_FEW_LETTERS = 4
# Letters that are no plain ones with a mark: "Tromso" is how Tromsø is called as well.
_STRUCK = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "ı": "i"})
# By how much likelier where the words say "the capital", and where they say whose.
_SEATS, _SEATS_OF = {"PPLC": 6.0, "PPLA": 3.0}, {"PPLC": 4.0, "PPLA": 4.0}
_ACTS = 4.0  # a capital, where the name stands for a government


def are_held(group: Group, gazetteer: Gazetteer) -> list[bool]:
    """Tell of each candidate whether a name beside it says that it lies there."""
    holders = [place for name in group.containers for place in gazetteer.candidates(name)[:3]]
    return [any(holds(holder, place) for holder in holders) for place in group.candidates]


def bases(group: Group, held: Sequence[bool], gazetteer: Gazetteer) -> list[float]:
    """Score each candidate by itself and by the names that stand right beside it.

    ``held`` tells of each whether one of these names says that it lies there.
    """
    has_first = any(is_called(place, group.name) for place in group.candidates)
    alias, county = _ALIAS_BESIDE if has_first else _ALIAS, _COUNTY
    if any(place.population >= _GREAT for place in group.candidates[:1]):
        alias = county = _ALIAS_OF_GREAT
    elif _is_renowned(group, gazetteer):
        alias = _ALIAS_OF_RENOWNED
    little_known = _little_known(group, gazetteer)
    has_city = any(one.feature_class == "P" and one.population >= _CITY for one in group.candidates)
    is_of_world = any(one.feature_code in _OF_THE_WORLD for one in group.candidates[:2])
    # "Lucerne" is a canton first, and then the town before all towns that are called so abroad.
    free = {0, *_first_town(group)}
    acts = any(is_government(mention) for mention in group.mentions)
    seats = _SEATS_OF if group.containers else _SEATS
    return [
        (prior(place) if rank else _prior_of_first(group))
        # "Cologne" is Köln before it is any village called so; "Philadelphia" is Amman last of all.
        + (0.0 if rank in free else _cost(place, group.name, alias))
        + ((_APART if group.is_apart else _TWIN) if _is_of_city(place, group) else 0.0)
        + (county if place.feature_code == "ADM2" and place.name != group.name else 0.0)
        - _RANK * _doublings(rank)
        + (_ONLY if group.bearers == 1 and has_first else 0.0)
        + (_ACTS if acts and place.feature_code == "PPLC" else 0.0)
        + (seats.get(place.feature_code, 0.0) if group.capital else 0.0)
        + (_CONTAINER if held[rank] else 0.0)
        - (_overrated(place) if place.feature_id in little_known else 0.0)
        + (_NAMESAKE_TOWN if is_of_world and _is_small_town(place) else 0.0)
        + (_SMALL_REGION if has_city and _is_small_region(place) else 0.0)
        for rank, place in enumerate(group.candidates)
    ]


def _first_town(group: Group) -> Iterator[int]:
    """Give the rank of the gazetteer's first town, where only its own region goes before it.

    The region's name is longer, for "Rio Grande do Sul" is the state before it is the town.
    """
    for first, second in pairwise(group.candidates[:2]):
        is_its = (second.country_code, second.admin1) == (first.country_code, first.admin1)
        is_region = first.feature_code == "ADM1" and _plain(first.name) != _plain(group.name)
        if is_its and is_region and second.feature_class == "P":
            yield 1


def _is_renowned(group: Group, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer's first town is called so, and known by that in many languages."""
    towns = [place for place in group.candidates[:1] if place.feature_class == "P"]
    known_by = max(gazetteer.known_by(group.name)[:1], default=0)
    is_first = any(is_called(place, group.name) for place in towns)
    return is_first and known_by >= _MANY_LANGUAGES


def _little_known(group: Group, gazetteer: Gazetteer) -> set[str]:
    """List the towns that have a single name beside a namesake that has many."""
    known_by = gazetteer.known_by(group.name)
    if max(known_by, default=0) < _MANY_LANGUAGES:
        return set()
    pairs = zip(gazetteer.candidates(group.name), known_by, strict=True)
    return {place.feature_id for place, names in pairs if names == 1}


def _overrated(place: Place) -> float:
    """Say by how much the number of people is too good a word for a town that is little known."""
    if place.feature_class != "P":
        return 0.0
    too_many = max(0.0, decades(place.population) - decades(_LITTLE_KNOWN))
    return _OF_NEIGHBOURS + _PER_DECADE * too_many


def _is_of_city(place: Place, group: Group) -> bool:
    """Whether a region has a city of that name, within it or, as Buenos Aires does, beside it."""
    first = group.candidates[0]
    is_longer = place.feature_code == "ADM1" and _plain(place.name) != _plain(group.name)
    is_city = first.feature_class == "P" and first.population >= _CITY
    is_beside = is_city and is_called(first, group.name)
    if is_longer and is_beside and first.country_code == place.country_code:
        return True
    return has_twin(place, group.candidates)


def _is_small_region(place: Place) -> bool:
    return place.feature_code == "ADM1" and 0 < place.population < _FEW_PEOPLE


def _is_small_town(place: Place) -> bool:
    return place.feature_class == "P" and place.population < _SMALL_TOWN


@lru_cache(maxsize=1_024)
def _doublings(rank: int) -> float:
    return float(np.log2(rank + 1))


def _prior_of_first(group: Group) -> float:
    """Count the gazetteer's first town as no smaller than any other that is called so.

    It knows that "Newcastle" is seldom the largest one.
    """
    first = group.candidates[0]
    if first.feature_class != "P":
        return prior(first)
    towns = [p for p in group.candidates if p.feature_class == "P" and is_called(p, group.name)]
    return max(map(prior, (first, *towns)))


def is_government(toponym: Toponym) -> bool:
    """Whether a name stands for those who govern from there: "Washington said"."""
    return (
        toponym.kind is ToponymKind.NAME
        and toponym.sense is Sense.ASSOCIATIVE
        and toponym.reason.startswith(("“", "an institution"))
    )


def prior(place: Place) -> float:
    """Score what is known of a place without any text."""
    kind = _KIND.get(place.feature_code, _CLASS.get(place.feature_class, 0.0))
    return _PER_DECADE * decades(place.population) + kind


@lru_cache(maxsize=16_384)
def decades(population: int) -> float:
    """Give the power of ten of a number of people."""
    return float(np.log10(population + 10))


def stray_costs(group: Group, gazetteer: Gazetteer) -> list[float]:
    """Say of each town what it costs it to be alone in its country, in a story of several places.

    The first one is known to the world where it has names in many languages.
    """
    is_first_known = max(gazetteer.known_by(group.name)[:1], default=0) >= _MANY_LANGUAGES
    first = [place.feature_id for place in gazetteer.candidates(group.name)[:1] if is_first_known]
    return [
        _stray_cost(place, group, is_known=place.feature_id in first) for place in group.candidates
    ]


def _stray_cost(place: Place, group: Group, *, is_known: bool) -> float:
    name, is_great = group.name, place.population >= _KNOWN
    if place.feature_class != "P" or (is_great and len(name) > _FEW_LETTERS):
        return 0.0
    is_alias = not is_called(place, name) and not _begins(place, name)
    alias = _STRAY_ALIAS if is_alias else 0.0
    if is_great:
        return alias
    if place.population >= _TOWN and group.bearers == 1 and " " in name and not is_alias:
        return _STRAY_ONLY  # "Port Hedland": no other is likely to be meant
    if place.population < _SMALL and place.feature_code != "PPLC":
        return _STRAY + _STRAY_SMALL + alias
    return (_STRAY_KNOWN if is_known else _STRAY) + alias


def _cost(place: Place, name: str, alias: float) -> float:
    """Say what it costs a place that the name is not its first one, nor how that begins."""
    if is_called(place, name):
        return 0.0
    return _ALIAS_IN_FULL if alias > _ALIAS_OF_GREAT and _begins(place, name) else alias


def _begins(place: Place, name: str) -> bool:
    """Whether a place's first name begins with the words of a shorter one."""
    words, whole = (f" {text.casefold().replace('-', ' ')} " for text in (name, place.name))
    return whole.startswith(words)


def is_called(place: Place, name: str) -> bool:
    """Whether the name is the place's first one, accents and the like apart; capitals pass."""
    return place.feature_class != "P" or (_plain(place.name) == _plain(name))


@lru_cache(maxsize=16_384)
def _plain(name: str) -> str:
    whole = name.casefold().replace("saint", "st").translate(_STRUCK)
    letters = unicodedata.normalize("NFKD", whole)
    return "".join(letter for letter in letters if letter.isalnum())
