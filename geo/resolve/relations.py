"""A description and what the names of the story mean go in; the place described comes out."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import shapely

from geo import geodesy
from geo.contracts import Evidence, Geocode, Place, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Relation, Toponym
    from geo.ports import Boundaries, Gazetteer

_SURE, _LIKELY, _GUESSED = 0.97, 0.8, 0.6


class Story(NamedTuple):
    """What else the story names: countries in the order of the text, and its literal points."""

    countries: Sequence[tuple[int, str]]  # where in the text, country code
    points: Sequence[tuple[int, Place]]  # where in the text, place


def describe(
    toponym: Toponym, story: Story, gazetteer: Gazetteer, boundaries: Boundaries
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


def _border(
    toponym: Toponym,
    relation: Relation,
    story: Story,
    services: tuple[Gazetteer, Boundaries],
) -> Geocode | None:
    gazetteer, boundaries = services
    named = [country for name in relation.of if (country := _country(name, gazetteer))]
    if len(named) != len(relation.of):
        return None
    for codes, reason, probability in _readings(toponym, named, story, boundaries):
        line = boundaries.border(*codes) if len(codes) > 1 else boundaries.border_of(codes[0])
        if line is not None and not line.is_empty:
            place = _line_place(codes, line, story, services)
            evidence = (Evidence(reason=reason, span=toponym.span),)
            return Geocode(
                toponym_id=toponym.id, place=place, probability=probability, evidence=evidence
            )
    return None


def _readings(
    toponym: Toponym, named: Sequence[Place], story: Story, boundaries: Boundaries
) -> Iterator[tuple[tuple[str, ...], str, float]]:
    """Give the borders that may be meant, the most natural first."""
    codes = tuple(sorted({country.country_code for country in named}))
    if len(codes) > 1:
        yield codes, "both countries are named in the words themselves", _SURE
        return
    near = _by_nearness(toponym.span.start, story.countries)
    if codes:
        inside = _by_nearness(
            toponym.span.start, [(at, place.country_code) for at, place in story.points]
        )
        for other in (*inside, *near):
            if other != codes[0] and boundaries.border(codes[0], other) is not None:
                pair = tuple(sorted((codes[0], other)))
                yield pair, f"{named[0].name} is named, and the story’s places lie across", _LIKELY
        yield codes, f"only {named[0].name} is named: all its land borders", _GUESSED
        return
    for one, other in combinations(near, 2):
        if boundaries.border(one, other) is not None:
            pair = tuple(sorted((one, other)))
            yield pair, "the story names these two neighbours", _GUESSED


def _by_nearness(offset: int, items: Sequence[tuple[int, str]]) -> list[str]:
    """Order country codes by how near to an offset they are named, each once."""
    ordered = sorted(items, key=lambda item: abs(item[0] - offset))
    return list(dict.fromkeys(code for _, code in ordered if code))


def _line_place(
    codes: tuple[str, ...],
    line: BaseGeometry,
    story: Story,
    services: tuple[Gazetteer, Boundaries],
) -> Place:
    """Make a place of a border line, with the point of it that is nearest to the story."""
    gazetteer, boundaries = services
    names = [country.name for code in codes if (country := gazetteer.country(code))]
    lon, lat = _point_on(line, story)
    return Place(
        gazetteer="naturalearth",
        feature_id="border:" + "-".join(codes),
        name="–".join(names) + " border",
        lon=lon,
        lat=lat,
        feature_class="A",
        feature_code="BDR",
        country_code=codes[0] if len(codes) == 1 else "",
        extent=line,
        source=boundaries.source,
    )


def _point_on(line: BaseGeometry, story: Story) -> tuple[float, float]:
    nearest = [geodesy.nearest_point(line, place.lon, place.lat) for _, place in story.points[:8]]
    if nearest:
        best = min(nearest, key=lambda near: near.distance_m)
        return best.lon, best.lat
    longest = max(shapely.get_parts(line), key=lambda part: part.length)
    middle = longest.interpolate(0.5, normalized=True)
    return float(middle.x), float(middle.y)


def _country(name: str, gazetteer: Gazetteer) -> Place | None:
    """Find the country that a name means, or that holds the region it means."""
    for place in gazetteer.candidates(name):
        if place.feature_code.startswith("PCL"):
            return place
    first = next(iter(gazetteer.candidates(name)), None)
    return gazetteer.country(first.country_code) if first and first.country_code else None
