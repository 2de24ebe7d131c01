"""Whether one place is another or lies in it; which place a noun is said to be."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from geo.contracts import Place
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.whereabouts import Whereabouts


_CITY_STATE_DEG2 = 0.2  # Singapore and Malta are ends as towns are


def equated_place(scene: Scene, noun: int) -> int | None:
    """Find the place that a noun is said to be: "her last stop is Lima"."""
    head = scene.tree.head(noun)
    is_subject = scene.relation(noun) == "nsubj" and head is not None
    if head is None or not is_subject or scene.place(head) is None:
        return None
    return head if scene.tree.children(head, "cop") else None


class Relation(StrEnum):
    """How the second place lies to the first."""

    SAME = "same"
    INSIDE = "inside"
    AROUND = "around"
    APART = "apart"


def relate(first: Place, second: Place) -> Relation:
    """Compare two places by their identity, then by country, region and outline."""
    if (first.gazetteer, first.feature_id) == (second.gazetteer, second.feature_id):
        return Relation.SAME
    if holds(first, second):
        return Relation.INSIDE
    if holds(second, first):
        return Relation.AROUND
    return Relation.APART


def holds(area: Place, place: Place) -> bool:
    """Whether ``place`` is known to lie in ``area``."""
    if is_country(area):
        return not is_country(place) and area.country_code == place.country_code != ""
    if area.feature_code == "ADM1":
        return (
            not is_country(place)
            and place.feature_code != "ADM1"
            and (area.country_code, area.admin1) == (place.country_code, place.admin1)
            and area.admin1 != ""
        )
    if area.extent is None or not area.is_area or area.extent.geom_type.endswith("LineString"):
        return False
    return bool(shapely.contains_xy(area.extent, place.lon, place.lat))


def is_broad(place: Place) -> bool:
    """Whether the place is a country, region or sea: nobody goes on from all of it."""
    is_small = place.extent is not None and place.extent.area < _CITY_STATE_DEG2
    return place.feature_class in {"A", "H", "L"} and not is_small


def is_country(place: Place) -> bool:
    """Whether the place is a country of any standing."""
    return place.feature_class == "A" and place.feature_code.startswith("PCL")


def tells_where(scene: Scene, reach: Reach, found: list[Reach], places: Whereabouts) -> bool:
    """Whether a place only says where the one before it lies: "a visit to Ica, in Peru".

    Without a comma ("for Ica in Peru") it must be known to lie there.
    """
    if scene.low(reach.first) != "in":
        return False
    if scene.low(reach.first - 1) == ",":
        return any(one.last == reach.first - 2 for one in found)
    area = places.places.get(reach.toponym.id)
    beside = (places.places.get(one.toponym.id) for one in found if one.last == reach.first - 1)
    return area is not None and any(one is not None and holds(area, one) for one in beside)
