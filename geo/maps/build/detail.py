"""Finds in a story of two scales what happens close together, and makes a story of it by itself.

A flight from Rome and a convoy round Goma do not fit one map: the convoy becomes a dot. What lies
close together, seen from the whole, is worth a second map.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from geo.contracts import Sense
from geo.geodesy import distance_m
from geo.maps.build.corrections import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.contracts import Analysis, Itinerary, Place

# Places nearer to each other than this share of the whole belong together; a group of them is a
# detail where it is no wider than that.
_NEAR, _WIDEST = 1 / 15, 1 / 8
# Nearer than this they are one place to every map.
_APART_M = 2_000.0
_LEAST_PLACES = 2


def detail_of(analysis: Analysis) -> Analysis | None:
    """Keep of an analysis what happens close together; None where a story has one scale.

    Two places are worth it where a journey or a figure joins them.
    """
    places = _places(analysis)
    spans = [_apart(one, other) for one, other in combinations(places.values(), 2)]
    if not spans:
        return None
    groups = _groups(places, _NEAR * max(spans))
    for keys in sorted(groups, key=len, reverse=True):
        wide = max((_apart(places[a], places[b]) for a, b in combinations(keys, 2)), default=0.0)
        if len(keys) < _LEAST_PLACES or not _APART_M <= wide <= _WIDEST * max(spans):
            continue
        found = _only(analysis, keys)
        if _is_joined(found):
            return found
    return None


def _is_joined(found: Analysis) -> bool:
    """Whether a journey leads from one place to another, or a figure is about two of them."""
    at = {one.toponym_id: key_of(one.place) for one in found.geocodes if one.place}
    ways = [{at[end.toponym_id] for end in leg.ends} for leg in found.legs]
    pairs = [{at[name] for name in claim.subject.toponym_ids} for claim in found.claims]
    return any(len(met) >= _LEAST_PLACES for met in (*ways, *pairs))


def _places(analysis: Analysis) -> dict[tuple[str, str], Place]:
    """Give the places where something happens that are points, by gazetteer and feature."""
    here = {one.id for one in analysis.toponyms if one.sense is Sense.LITERAL}
    placed = (one.place for one in analysis.geocodes if one.place and one.toponym_id in here)
    return {key_of(place): place for place in placed if not place.is_area}


def _apart(one: Place, other: Place) -> float:
    return distance_m(one.lon, one.lat, other.lon, other.lat)


def _groups(
    places: dict[tuple[str, str], Place], near_m: float
) -> Iterable[Sequence[tuple[str, str]]]:
    """Put together what is joined by short steps (single linkage)."""
    groups: list[list[tuple[str, str]]] = []
    for key, place in places.items():
        met = [one for one in groups if any(_apart(place, places[k]) < near_m for k in one)]
        groups = [one for one in groups if one not in met]
        groups.append([k for one in met for k in one] + [key])
    return groups


def _only(analysis: Analysis, keys: Sequence[tuple[str, str]]) -> Analysis:
    """Keep the names of some places, and the journeys and figures that need no others."""
    geocodes = tuple(one for one in analysis.geocodes if one.place and key_of(one.place) in keys)
    names = {one.toponym_id for one in geocodes}
    trips = tuple(trip for one in analysis.itineraries if (trip := _within(one, names)).legs)
    legs = {leg.id for trip in trips for leg in trip.legs}
    claims = tuple(
        one
        for one in analysis.claims
        if (one.subject.toponym_ids or one.subject.leg_id)
        and names.issuperset(one.subject.toponym_ids)
        and one.subject.leg_id in {"", *legs}
    )
    kept = {one.id for one in claims}
    return replace(
        analysis,
        toponyms=tuple(one for one in analysis.toponyms if one.id in names),
        geocodes=geocodes,
        itineraries=trips,
        routes=tuple(one for one in analysis.routes if one.leg_id in legs),
        claims=claims,
        checks=tuple(one for one in analysis.checks if one.claim_id in kept),
        problems=(),
    )


def _within(trip: Itinerary, names: set[str]) -> Itinerary:
    legs = (leg for leg in trip.legs if all(end.toponym_id in names for end in leg.ends))
    return replace(trip, legs=tuple(leg for leg in legs if leg.ends))
