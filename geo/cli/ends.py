"""Which place somebody means who has typed a name, or a pair of degrees."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from geo.adapters.gazetteer.fold import fold
from geo.cli.terminal import printable
from geo.contracts import Place
from geo.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.ports import Gazetteer

_OF_COUNTRY, _OF_REGION = "PCL", "ADM"
_TOWN = "P"
_MOST_FOUND = 30
_MOST_NAMED = 3
# Of a town that has a twentieth of the people nobody thinks by himself.
_LIKELY = 0.05


def place_of(name: str, gazetteer: Gazetteer, *, regions: bool = False) -> Place:
    """Find a place by its name, by "name, country", or by "lon,lat"; a country is its capital.

    Raises
    ------
    ArticleError
        If there is no such place, or no point stands for it; with ``regions`` a region will do.
    """
    point = _point(name)
    if point is not None:
        return point
    known = _known(name, gazetteer)
    first = next(iter(known), None)
    if first is not None and first.feature_code.startswith(_OF_COUNTRY):
        first = gazetteer.capital(first.country_code) or first
    else:
        first = next(_towns(known), first)  # the town Faro before the island Fårö
    is_region = first is not None and first.feature_code.startswith(_OF_REGION)
    if first is None or (first.is_area and not (regions and is_region)):
        raise ArticleError(
            f"{printable(name)!r} is no point that the gazetteer knows; give a town, or lon,lat in "
            "degrees."
        )
    return first


def passed(name: str, gazetteer: Gazetteer, *, areas: bool) -> Place:
    """Find a place on the way; with ``areas`` a country is entered, and not its capital.

    Raises
    ------
    ArticleError
        As `place_of`.
    """
    country = next(iter(gazetteer.candidates(name)), None) if areas else None
    if country is not None and country.feature_code.startswith(_OF_COUNTRY) and country.is_area:
        return country
    return place_of(name, gazetteer, regions=areas)


def where(place: Place, gazetteer: Gazetteer) -> str:
    """Write a place with its region and country."""
    country = gazetteer.country(place.country_code)
    parts = (place.name, place.admin1, country.name if country else place.country_code)
    return printable(", ".join(dict.fromkeys(filter(None, parts))))


def namesakes(place: Place, name: str, gazetteer: Gazetteer) -> str:
    """List other towns of the name that may be meant, the likeliest first; "" if none may."""
    named = (
        where(one, gazetteer)
        for one in _towns(_known(name, gazetteer))
        if fold(one.name) == fold(place.name)
        and one.feature_id != place.feature_id
        and one.population >= _LIKELY * place.population
    )
    return "; ".join(islice(dict.fromkeys(named), _MOST_NAMED))


def country_code_of(name: str, gazetteer: Gazetteer) -> str:
    """Give the code of a country by its name or code; empty if it is none."""
    place = next(iter(gazetteer.candidates(name)), None) or gazetteer.country(name)
    if place is None or not place.feature_code.startswith(_OF_COUNTRY):
        return ""
    return place.country_code


def _known(name: str, gazetteer: Gazetteer) -> Sequence[Place]:
    return gazetteer.search(name, limit=_MOST_FOUND) if "," in name else gazetteer.candidates(name)


def _towns(places: Iterable[Place]) -> Iterator[Place]:
    return (place for place in places if place.feature_class == _TOWN)


def _point(name: str) -> Place | None:
    lon, _, lat = name.partition(",")
    try:
        here = float(lon), float(lat)
    except ValueError:
        return None
    if not (abs(here[0]) <= 180.0 and abs(here[1]) <= 90.0):  # noqa: PLR2004 - degrees
        raise ArticleError(f"{printable(name)!r} is no point: give lon,lat in degrees.")
    return Place(
        gazetteer="given",
        feature_id=name,
        name=f"{here[0]:g}, {here[1]:g}",
        lon=here[0],
        lat=here[1],
        feature_class=_TOWN,
        feature_code="PPL",
    )
