"""Finds the place that a description means: a capital, a border, "the country"."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import shapely

from geo import geodesy
from geo.contracts import Evidence, Geocode, Place, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Relation, Toponym
    from geo.ports import Boundaries, Facts, Gazetteer
    from geo.resolve.story_places import StoryPlaces

BORDER_ID = "border:"
_OF_COUNTRY = "PCL"
_SURE, _LIKELY, _GUESSED, _PART = 0.97, 0.8, 0.6, 0.3

# Points of the story that a border's nearest point is looked for from: those named beside it.
_NEAREST_POINTS = 3
_MOST_COUNTRIES = 6


def describe(
    toponym: Toponym, story: StoryPlaces, gazetteer: Gazetteer, boundaries: Boundaries
) -> Geocode:
    """Place a description; a geocode without place where it cannot be told."""
    relation = toponym.relation
    found: Geocode | None = None
    if relation is not None and relation.kind is RelationKind.CAPITAL:
        found = _capital(toponym, relation, gazetteer)
    elif relation is not None and relation.kind is RelationKind.BORDER:
        found = _border(toponym, relation, story, (gazetteer, boundaries))
    return found or Geocode(toponym_id=toponym.id, place=None)


def _capital(toponym: Toponym, relation: Relation, gazetteer: Gazetteer) -> Geocode | None:
    country = _country(relation.of[0], gazetteer)
    place = gazetteer.capital(country.country_code) if country else None
    if country is None or place is None:
        return None
    reason = Evidence(reason=f"{place.name} is the capital of {country.name}", span=toponym.span)
    return Geocode(toponym_id=toponym.id, place=place, probability=_SURE, evidence=(reason,))


def as_named(capital: Geocode, named: Geocode | None, facts: Facts | None) -> Geocode:
    """Take the town that the words stand behind: "La Paz, the Bolivian capital" is one place.

    Where that town is no capital of its land, the words are wrong, and mean the capital.
    """
    place, seat = named.place if named is not None else None, capital.place
    if named is None or place is None or seat is None or place.feature_class != "P":
        return capital
    if place.country_code != seat.country_code or place.feature_id == seat.feature_id:
        return capital
    others = facts.capitals(seat.country_code) if facts is not None else ()
    if all(place.name != other.name for other in others):
        return capital
    told = (Evidence(reason=f"the words tell of {place.name}, named before"),)
    return replace(capital, place=place, probability=named.probability, evidence=told)


def _border(
    toponym: Toponym,
    relation: Relation,
    story: StoryPlaces,
    services: tuple[Gazetteer, Boundaries],
) -> Geocode | None:
    gazetteer, boundaries = services
    named = [country for name in relation.of if (country := _country(name, gazetteer))]
    if len(named) != len(relation.of):
        return None
    is_part = any(not _is_country(name, gazetteer) for name in relation.of)
    for codes, reason, probability in _readings(toponym, named, story, boundaries):
        line = boundaries.border(*codes) if len(codes) > 1 else boundaries.border_of(codes[0])
        if line is not None and not line.is_empty:
            place = _line_place(
                codes, line, story.points_near(toponym.span.start, _NEAREST_POINTS), services
            )
            # The border of Alaska is a part of that of its country: nothing rests on the whole.
            said = f"{reason}; it is that of a part of one" if is_part else reason
            return Geocode(
                toponym_id=toponym.id,
                place=place,
                probability=min(_PART, probability) if is_part else probability,
                evidence=(Evidence(reason=said, span=toponym.span),),
            )
    return None


def _readings(
    toponym: Toponym, named: Sequence[Place], story: StoryPlaces, boundaries: Boundaries
) -> Iterator[tuple[tuple[str, ...], str, float]]:
    """Give the borders that may be meant, the most natural first."""
    codes = tuple(sorted({country.country_code for country in named}))
    if len(codes) > 1:
        yield codes, "both countries are named in the words themselves", _SURE
        return
    start = toponym.span.start
    travelled = story.travelled.by_nearness(start)
    named_near = story.countries.by_nearness(start)
    if codes:
        yield from _with_one(named[0], (*travelled, *named_near), boundaries)
        return
    for earlier in story.borders.by_nearness(start):
        yield earlier, "the border that the story names elsewhere", _LIKELY
    for several, reason in (
        (travelled, "the border between the countries where the story’s places lie"),
        (named_near, "the story names these two neighbours"),
    ):
        for one, other in combinations(several[:_MOST_COUNTRIES], 2):
            if boundaries.border(one, other) is not None:
                yield tuple(sorted((one, other))), reason, _GUESSED


def _with_one(
    country: Place, others: Sequence[str], boundaries: Boundaries
) -> Iterator[tuple[tuple[str, ...], str, float]]:
    """Read the border of one named country: towards where the story is, or all of it."""
    code = country.country_code
    for other in others:
        if other != code and boundaries.border(code, other) is not None:
            yield (
                tuple(sorted((code, other))),
                f"{country.name} is named, and the story’s places lie across",
                _LIKELY,
            )
    yield (code,), f"only {country.name} is named: all its land borders", _GUESSED


def _line_place(
    codes: tuple[str, ...],
    line: BaseGeometry,
    points: Sequence[Place],
    services: tuple[Gazetteer, Boundaries],
) -> Place:
    """Make a place of a border line, with the point of it that is nearest to the story."""
    gazetteer, boundaries = services
    names = [country.name for code in codes if (country := gazetteer.country(code))]
    lon, lat = _point_on(line, points)
    return Place(
        gazetteer="naturalearth",
        feature_id=BORDER_ID + "-".join(codes),
        name="–".join(names) + " border",
        lon=lon,
        lat=lat,
        feature_class="A",
        feature_code="BDR",
        country_code=codes[0] if len(codes) == 1 else "",
        extent=line,
        source=boundaries.source,
    )


def _point_on(line: BaseGeometry, points: Sequence[Place]) -> tuple[float, float]:
    nearest = [geodesy.nearest_point(line, place.lon, place.lat) for place in points]
    if nearest:
        best = min(nearest, key=lambda near: near.distance_m)
        return best.lon, best.lat
    longest = max(shapely.get_parts(line), key=lambda part: part.length)
    middle = longest.interpolate(0.5, normalized=True)
    return float(middle.x), float(middle.y)


def _is_country(name: str, gazetteer: Gazetteer) -> bool:
    return any(one.feature_code.startswith(_OF_COUNTRY) for one in gazetteer.candidates(name))


def _country(name: str, gazetteer: Gazetteer) -> Place | None:
    """Find the country that a name means, or that holds the region it means."""
    for place in gazetteer.candidates(name):
        if place.feature_code.startswith(_OF_COUNTRY):
            return place
    first = next(iter(gazetteer.candidates(name)), None)
    return gazetteer.country(first.country_code) if first and first.country_code else None
