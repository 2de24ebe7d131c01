"""Chooses what a map of a story must show: its ways, its places, and what its headline names."""

from __future__ import annotations

from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

import shapely

from geo.contracts import SURE, BlockKind, Sense
from geo.geodesy import distance_m
from geo.maps.build.course import course_ends, is_supposed
from geo.maps.build.extent import LONE_RADIUS_M, frame_of, scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.contracts import Analysis, Leg, Route
    from geo.maps.build.claims import Judged
    from geo.maps.build.extent import Turn
    from geo.maps.build.places import FoundPlace
    from geo.maps.spec.model import Bounds

# A place that would make the map of a journey show so many times as much is left outside it.
_MUCH_WIDER = 1.25
# Of places alone, one that lies so many times as far out as the median one does is left outside.
_FAR_OUT = 4.0
_NEAR_M = 400_000.0
# A journey that was over so long before the day of publication is told beside the news.
_LONG_AGO = timedelta(days=120)
_WORLD = ((-150.0, -50.0), (150.0, 70.0))


def story_points(
    analysis: Analysis,
    found: Sequence[FoundPlace],
    routes: Sequence[Route],
    judged: Sequence[Judged],
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Points that must be in view (ways and measured lines), and points that may be (places).

    A journey that is denied or only supposed asks for no room, nor do the places it alone names.
    One of long ago asks for none beside those that are news; its places may be in view.
    """
    supposed = {leg.id for leg in analysis.legs if is_supposed(leg)}
    asking = {leg.id for leg in analysis.legs if leg.id not in supposed}
    news = {one.id for one in analysis.legs if not _is_long_ago(one, analysis.article.published)}
    asking = asking & news or asking
    lines = [route.geometry for route in routes if route.leg_id in asking]
    lines += [item.measured.geometry for item in judged if item.measured and item.measured.geometry]
    unreal = _named_by(leg for leg in analysis.legs if leg.id in supposed)
    unreal -= _named_by(leg for leg in analysis.legs if leg.id not in supposed)
    must = [(x, y) for line in lines for x, y in shapely.get_coordinates(line).tolist()]
    must += [
        (end.place.lon, end.place.lat)
        for leg in analysis.legs
        if leg.id in asking and all(course_ends(leg))
        for end in course_ends(leg)
        if end is not None and not end.place.is_area
    ]
    may = [
        (entry.place.lon, entry.place.lat)
        for entry in found
        if entry.happens_here
        and not entry.place.is_area
        and not unreal.issuperset(toponym.id for toponym in entry.toponyms)
    ]
    return must, may


def _is_long_ago(leg: Leg, published: date | None) -> bool:
    """Whether a journey was over so long before the story that it is only told beside it."""
    days = [when.latest for when in (leg.departed, leg.arrived) if when and when.latest]
    return published is not None and bool(days) and published - max(days) > _LONG_AGO


def headline_points(analysis: Analysis, found: Sequence[FoundPlace]) -> list[tuple[float, float]]:
    """Points that the headline names, as far as they are sure: no reader looks for them in vain."""
    headlines = [b.span for b in analysis.article.blocks if b.kind is BlockKind.HEADLINE]
    return [
        (entry.place.lon, entry.place.lat)
        for entry in found
        # A wrong pin would make a map of the world.
        if entry.probability >= SURE
        and not entry.place.is_area
        and any(
            toponym.sense is Sense.LITERAL
            and any(one.start <= toponym.span.start < one.end for one in headlines)
            for toponym in entry.toponyms
        )
    ]


def _named_by(legs: Iterable[Leg]) -> set[str]:
    """Ids of the toponyms at the ends of legs and on their way."""
    return {end.toponym_id for leg in legs for end in leg.ends}


def story_frame(
    must: Sequence[tuple[float, float]],
    may: Sequence[tuple[float, float]],
    headline: Sequence[tuple[float, float]],
    turn: Turn,
) -> Bounds:
    """Frame the story: its ways, and its other places unless a few would make it much smaller.

    What the headline names is in view however far away it is.
    """
    points, others, named = (
        [(turn.lon(lon), lat) for lon, lat in some] for some in (must, may, headline)
    )
    if not points:
        return frame_of([*_together(others), *named] or _WORLD)
    most = _MUCH_WIDER * scale_of(frame_of(points, least_m=LONE_RADIUS_M))
    near = [point for point in others if scale_of(frame_of([*points, point])) <= most]
    if 2 * len(near) < len(others):  # the story is about places, and the way is one thing in it
        near = _together(others)
    return frame_of([*points, *near, *named])


def _together(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Leave out what lies much further from the middle of the story than most of it does."""
    lon, lat = (median(values) for values in zip(*points, strict=True)) if points else (0.0, 0.0)
    away = [distance_m(lon, lat, *point) for point in points]
    most = max(_NEAR_M, _FAR_OUT * median(away)) if away else 0.0
    return [point for point, far in zip(points, away, strict=True) if far <= most]
