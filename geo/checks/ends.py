"""How far two places are apart, as the extent of each allows.

A city is not a point: its radius follows from its population. A country, river or border is
measured to its nearest point, and never to its centre.

References
----------
Angel et al., "Atlas of Urban Expansion", 2016 edition: in the world's cities 2,000 to 10,000 people
live on a square kilometre of built-up land. The lower figure gives the larger radius, and so the
more lenient check.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import pi, sqrt
from typing import TYPE_CHECKING

import shapely
from shapely.ops import nearest_points

from geo.checks.wording import place_name
from geo.geodesy import distance_m, geodesic, nearest_point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Place

PEOPLE_PER_M2 = 2_000 / 1e6

# A village's houses, and the two decimals with which many gazetteers give its coordinates.
_SMALLEST_RADIUS_M = 1_000.0
_LARGEST_RADIUS_M = 40_000.0

# Where in a city "the centre" is taken to be differs by about this share of its radius.
_CENTRE_SHARE = 0.1

# An island without an outline may be so large, and a pole is a point whatever it is filed under.
_ISLAND_RADIUS_M = 10_000.0
_POLE_DEG = 89.9

# Of an area no larger than this from its middle to its edge the middle may be meant.
_SMALL_AREA_M = 600_000.0

# So far the middle of small islands lies from their edge at most.
_ISLES_M = 150_000.0

_STEPS_BETWEEN_AREAS = 6

TO_OUTLINE = "straight line to the nearest point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The straight line between two places.

    Attributes
    ----------
    distance_m : between the centres, or the nearest points of what is not a point.
    slack_m : by how much the choice of centre changes it.
    edges_m : both radii: how much shorter it is from edge to edge.
    line : what was measured, to be drawn.
    words : how it was measured ("from the centre of A to the nearest point of B").
    """

    distance_m: float
    slack_m: float
    edges_m: float
    line: BaseGeometry
    words: str
    short: str
    is_to_line: bool = False
    is_edge_to_edge: bool = False

    @property
    def drawn(self) -> BaseGeometry | None:
        """The line, if there is one: from a place to the area that it lies in there is none."""
        return None if self.line.is_empty else self.line


def radius_m(place: Place) -> float:
    """Estimate the radius of a settlement from its population; 0 for what has an outline."""
    if place.extent is not None:
        return 0.0
    if place.feature_code == "ISL":
        return _ISLAND_RADIUS_M
    radius = sqrt(place.population / PEOPLE_PER_M2 / pi)
    return min(_LARGEST_RADIUS_M, max(_SMALLEST_RADIUS_M, radius))


def is_measurable(place: Place) -> bool:
    """Whether a distance to the place means something: a point, or an area with an outline."""
    is_point = abs(place.lat) > _POLE_DEG or not (place.is_area or place.feature_code == "ISLS")
    return place.extent is not None or is_point


def measure(one: Place, other: Place) -> Gap:
    """Measure the shortest straight line between two measurable places."""
    one, other = _beside(one, other), _beside(other, one)
    start, end = _nearest(one, other)
    radii = radius_m(one) + radius_m(other)
    metres = distance_m(*start, *end)
    return Gap(
        distance_m=metres,
        slack_m=_SMALLEST_RADIUS_M + _CENTRE_SHARE * radii,
        edges_m=radii,
        line=geodesic(*start, *end),
        words=f"from {_from_words(one)} to {_from_words(other)}",
        short=TO_OUTLINE if one.extent is not None or other.extent is not None else "straight line",
        is_edge_to_edge=one.extent is not None and other.extent is not None,
        is_to_line=any(
            place.extent is not None and place.extent.geom_type.endswith("LineString")
            for place in (one, other)
        ),
    )


def measure_by_way_of(places: Sequence[Place]) -> Gap:
    """Measure from place to place in straight lines, at least two, as one way."""
    gaps = [measure(one, other) for one, other in pairwise(places)]
    names = [place_name(place) for place in places[1:-1]]
    around = f" by way of {' and '.join(names)}" if names else ""
    start, end = _from_words(places[0]), _from_words(places[-1])
    return replace(
        gaps[0],
        distance_m=sum(gap.distance_m for gap in gaps),
        slack_m=sum(gap.slack_m for gap in gaps),
        edges_m=gaps[0].edges_m if len(gaps) == 1 else radius_m(places[0]) + radius_m(places[-1]),
        line=shapely.union_all([gap.line for gap in gaps]),
        words=f"from {start}{around} to {end}",
    )


def _beside(area: Place, town: Place) -> Place:
    """Let a town on the river that bounds the next region lie outside of that one.

    Outlines of regions are good to about a kilometre: what lies where is known from the gazetteer.
    """
    is_region = area.extent is not None and area.feature_code == "ADM1" and town.extent is None
    is_strange = is_region and town.country_code == area.country_code
    if area.extent is None or not is_strange or town.admin1 in {"", area.name}:
        return area
    is_in = shapely.contains_xy(area.extent, town.lon, town.lat)
    return replace(area, extent=area.extent.boundary) if is_in else area


def middle_m(area: Place, other: Place) -> float | None:
    """Measure to the middle of a small area instead of its edge; None where that says nothing."""
    if area.extent is None or area.extent.geom_type.endswith("LineString"):
        return None
    goal = (other.lon, other.lat)
    is_small = distance_m(*_on(area.extent, goal), area.lon, area.lat) <= _SMALL_AREA_M
    if other.extent is not None or not is_small:
        return None
    return distance_m(area.lon, area.lat, *goal)


def middles_m(one: Place, other: Place) -> float | None:
    """Measure from middle to middle of two groups of small islands, which are no points either."""
    if one.extent is None or other.extent is None:
        return None
    middles = (one.lon, one.lat), (other.lon, other.lat)
    reach_m = distance_m(*_on(one.extent, middles[1]), *middles[0])
    other_reach_m = distance_m(*_on(other.extent, middles[0]), *middles[1])
    return distance_m(*middles[0], *middles[1]) if max(reach_m, other_reach_m) <= _ISLES_M else None


def _nearest(one: Place, other: Place) -> tuple[tuple[float, float], tuple[float, float]]:
    start, end = (one.lon, one.lat), (other.lon, other.lat)
    if one.extent is not None and other.extent is not None:
        first, _ = nearest_points(one.extent, other.extent)
        start = (first.x, first.y)
        steps = _STEPS_BETWEEN_AREAS
    else:
        steps = 1
    for _ in range(steps):
        if other.extent is not None:
            end = _on(other.extent, start)
        if one.extent is not None:
            start = _on(one.extent, end)
    return start, end


def _on(extent: BaseGeometry, point: tuple[float, float]) -> tuple[float, float]:
    near = nearest_point(extent, *point)
    return near.lon, near.lat


def _from_words(place: Place) -> str:
    if place.extent is not None:
        return f"the nearest point of {place_name(place)}"
    if place.feature_class == "P" and radius_m(place) > _SMALLEST_RADIUS_M:
        return f"the centre of {place.name}"
    return place_name(place)
