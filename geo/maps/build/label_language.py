"""Puts the names of a map's ground and cities into another language; the story's words stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.maps.spec.model import PlaceKind
from geo.maps.spec.names import NameKind

if TYPE_CHECKING:
    from geo.maps.spec.model import City, MapPlace, MapSpec
    from geo.ports import LabelNames

# What maps are made in.
ENGLISH = "en"
# Only a town is called otherwise: a region's name may be a city's as well.
_TOWNS = frozenset({PlaceKind.STORY, PlaceKind.UNCERTAIN, PlaceKind.STOP})


def labelled_in(spec: MapSpec, names: LabelNames) -> MapSpec:
    """Label a map in the language of ``names``.

    A city keeps its name where no other is known, as most have one alone; a country, sea or state
    of which the name is not known is not named.
    """
    ground = spec.basemap
    lands = [names.country(land.code) if land.code else "" for land in ground.lands]
    seas = [names.sea(water.name) for water in ground.waters]
    untold = {
        (kind, str(number))
        for kind, told in ((NameKind.LAND, lands), (NameKind.SEA, seas))
        for number, name in enumerate(told)
        if not name
    }
    return replace(
        spec,
        basemap=replace(
            ground,
            lands=tuple(
                replace(land, name=name or land.name)
                for land, name in zip(ground.lands, lands, strict=True)
            ),
            waters=tuple(
                replace(water, name=name or water.name, other_name="")
                for water, name in zip(ground.waters, seas, strict=True)
            ),
            cities=tuple(replace(city, name=_city(city, names)) for city in ground.cities),
        ),
        places=tuple(
            replace(place, name=_city(place, names)) if place.kind in _TOWNS else place
            for place in spec.places
        ),
        names=tuple(
            name
            for name in spec.names
            if name.kind is not NameKind.STATE and (name.kind, name.target) not in untold
        ),
    )


def _city(named: City | MapPlace, names: LabelNames) -> str:
    return names.city(named.name, named.lon, named.lat) or named.name
