"""Finds the places that a person may mean by what is typed, and says each as no other is said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from geo.geodesy import bearing_deg, distance_m
from geo.lexicon.directions import direction_name
from geo.ui import card_texts, phrases
from geo.ui.card_words import where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Place
    from geo.ports import Gazetteer

# What somebody names as beside a place lies so near, metres; and so many may be called so.
_BESIDE_M = 80_000.0
_MOST = 60
# A town by which others are told is no hamlet, and is looked for in ever wider boxes, degrees.
_TOWN = 2_000
_BOXES_DEG = (0.5, 1.0, 2.0, 4.0)
_CITIES = 200


def find_places(typed: str, gazetteer: Gazetteer, *, limit: int) -> list[Place]:
    """List places by the beginning of their name, those that are called so whole first.

    Behind a comma may stand the beginning of a region or country, or what lies beside the place:
    "Paris, Tex", "Tarbert, Harris".
    """
    found = list(gazetteer.search(typed, limit=limit))
    name, _, beside = (part.strip() for part in typed.rpartition(","))
    if name and beside and len(found) < limit:
        known = {_key(place) for place in found}
        near = _beside(name, gazetteer.search(beside, limit=_MOST), gazetteer)
        found += [place for place in near if _key(place) not in known]
    return found[:limit]


def place_lines(places: Sequence[Place], gazetteer: Gazetteer) -> list[str]:
    """Say each of some places in a line; what is alike but for where it lies names a town near."""
    lines = [_line(place, gazetteer) for place in places]
    often = Counter(lines)
    lines = [
        f"{line}, {near}" if often[line] > 1 and (near := _near(place, gazetteer)) else line
        for place, line in zip(places, lines, strict=True)
    ]
    often = Counter(lines)
    return [
        f"{line}, {phrases.position(place.lon, place.lat)}" if often[line] > 1 else line
        for place, line in zip(places, lines, strict=True)
    ]


def _line(place: Place, gazetteer: Gazetteer) -> str:
    country = gazetteer.country(place.country_code)
    # Most are towns: only what is none says so.
    kind = "" if place.feature_class == "P" else phrases.kind(place)
    told = " in ".join(filter(None, (kind, country.name if country else "")))
    return f"{where(place)} ({told})" if told else where(place)


def _near(place: Place, gazetteer: Gazetteer) -> str:
    """Say how a place lies to the nearest town that is larger; "" where there is none around."""
    if place.is_area:
        return ""
    for box in _BOXES_DEG:
        towns = gazetteer.cities_within(
            west=_lon(place.lon - 2 * box),
            east=_lon(place.lon + 2 * box),
            south=place.lat - box,
            north=place.lat + box,
            limit=_CITIES,
        )
        larger = [
            town
            for town in towns
            if town.feature_class == "P" and town.population >= max(_TOWN, place.population + 1)
        ]
        if larger:
            town = min(larger, key=lambda one: _distance_m(one, place))
            bearing = bearing_deg(town.lon, town.lat, place.lon, place.lat)
            return card_texts.NEAR.format(
                km=max(1, round(_distance_m(town, place) / 1000)),
                direction=direction_name(bearing),
                town=town.name,
            )
    return ""


def _lon(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0


def _beside(name: str, spots: Sequence[Place], gazetteer: Gazetteer) -> list[Place]:
    """List the places of a name that lie beside one of some others, the nearest first."""
    called = gazetteer.candidates(name) or gazetteer.search(name, limit=_MOST)
    far = {
        index: min((_distance_m(place, spot) for spot in spots), default=_BESIDE_M)
        for index, place in enumerate(called)
    }
    return [called[index] for index in sorted(far, key=far.__getitem__) if far[index] < _BESIDE_M]


def _distance_m(one: Place, other: Place) -> float:
    return distance_m(one.lon, one.lat, other.lon, other.lat)


def _key(place: Place) -> tuple[str, str]:
    return place.gazetteer, place.feature_id
