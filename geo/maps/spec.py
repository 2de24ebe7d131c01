"""An analysis, a basemap and a gazetteer in; a `MapSpec`, the map as plain data, out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

import shapely

from geo.contracts import BlockKind
from geo.maps import cards, credit, ground, places, ways, words
from geo.maps.extent import frame_of, turn_of
from geo.maps.model import Box, Card, MapRoute, MapSpec, PlaceKind, Provenance
from geo.maps.result import result_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.contracts import Analysis, Article, Route
    from geo.maps.extent import Turn
    from geo.ports import Basemap, Gazetteer

__all__ = ["MapSpec", "make_spec"]

# A place that would make the map of a journey so many times as wide or high is left outside it.
_MUCH_WIDER = 1.12
_WORLD = ((-150.0, -50.0), (150.0, 70.0))


def make_spec(
    analysis: Analysis, basemap: Basemap, gazetteer: Gazetteer, *, checked: date | None = None
) -> MapSpec:
    """Make the map of an analysed article.

    Parameters
    ----------
    analysis
        What was found in the article.
    basemap
        The ground to draw it on.
    gazetteer
        Where cities for the reader's orientation come from.
    checked
        The day that the map says it was made; today when None.
    """
    found = places.gather(analysis)
    routes = ways.drawn_routes(analysis)
    judged = cards.judge(analysis)
    here, others = _story_points(found, routes, judged)
    turn = turn_of([lon for lon, _ in here or others])
    frame = _frame(here, others, turn)
    clip = ground.cut_ground(basemap, frame)
    grid = ground.grid_of(Box(west=clip.west, south=clip.south, east=clip.east, north=clip.north))

    signs = places.with_stops(
        places.signs(analysis, found, turn, grid),
        list(chain.from_iterable(route.waypoints for route in routes)),
        turn,
    )
    lines = ways.lines_of_routes(analysis, routes, turn, grid)
    told = cards.along(judged, routes)
    shown = cards.cards(analysis, judged, signs, lines, told)
    lines = tuple(_numbered(line, shown) for line in lines)
    way = turn.geometry(shapely.union_all([route.geometry for route in routes]))
    taken = [(sign.lon, sign.lat) for sign in signs if sign.kind is not PlaceKind.ASSOCIATIVE]
    cities = ground.orientation_cities(gazetteer, frame, turn, taken, way)
    happening = [entry.place for entry in found if entry.happens_here]
    sources = credit.sources(clip, [entry.place for entry in found], routes, cities=bool(cities))
    day = checked or datetime.now(tz=UTC).date()
    return MapSpec(
        language=analysis.article.language,
        title=_title(analysis.article),
        result=result_line(analysis, shown, signs),
        frame=frame,
        ground=ground.code_ground(clip, grid, ground.story_countries(happening), cities),
        inset=ground.globe(basemap, frame),
        places=signs,
        routes=lines,
        measures=cards.measures(judged, told, turn, grid),
        cards=shown,
        words=words.paragraphs(analysis, signs, lines, shown),
        left_out=sum(not block.is_story for block in analysis.article.blocks),
        problems=tuple(dict.fromkeys(problem.message for problem in analysis.problems)),
        credits=credit.credit_line(clip, [entry.place for entry in found], routes, day),
        sources=sources,
        provenance=_provenance(analysis.article, day),
    )


def _story_points(
    found: Sequence[places.Found], routes: Sequence[Route], judged: Sequence[cards.Judged]
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Points that must be in view (ways and measured lines), and points that may be (places)."""
    lines = [route.geometry for route in routes]
    lines += [item.measured.geometry for item in judged if item.measured and item.measured.geometry]
    must = [(x, y) for line in lines for x, y in shapely.get_coordinates(line).tolist()]
    may = [
        (entry.place.lon, entry.place.lat)
        for entry in found
        if entry.happens_here and not entry.place.is_area
    ]
    return must, may


def _frame(
    must: Sequence[tuple[float, float]], may: Sequence[tuple[float, float]], turn: Turn
) -> Box:
    """Frame the story; other places come in as long as they do not make it much wider."""
    points = [(turn.lon(lon), lat) for lon, lat in must]
    others = [(turn.lon(lon), lat) for lon, lat in may]
    if not points:
        return frame_of(others or _WORLD)
    frame = frame_of(points)
    for point in others:
        wider = frame_of([*points, point])
        across = (wider.east - wider.west) / (frame.east - frame.west)
        down = (wider.north - wider.south) / (frame.north - frame.south)
        if max(across, down) <= _MUCH_WIDER:
            points.append(point)
    return frame_of(points)


def _numbered(line: MapRoute, shown: Sequence[Card]) -> MapRoute:
    return replace(line, discs=tuple(card.number for card in shown if line.id in card.targets))


def _title(article: Article) -> str:
    headlines = (b.span.text for b in article.blocks if b.kind is BlockKind.HEADLINE)
    return " ".join((article.title or next(headlines, "")).split()) or "Untitled article"


def _provenance(article: Article, day: date) -> Provenance:
    return Provenance(
        article_id=article.id,
        title=_title(article),
        url=article.url or "",
        published=article.published.isoformat() if article.published else "",
        checked=day.isoformat(),
        program="Dateline",
    )
