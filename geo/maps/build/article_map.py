"""Makes the map of an analysed article as plain data, a `MapSpec`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import shapely

from geo.contracts import NOT_UNDERSTOOD, SCHEMA_VERSION, BlockKind, RouteKind
from geo.maps.build import annotated_text, attribution, claims, places
from geo.maps.build.area_grid import area_grid
from geo.maps.build.areas import corners, outline_states
from geo.maps.build.basemap import (
    Marks,
    code_ground,
    cut_basemap,
    globe,
    grid_of,
    mark_basemap,
    orientation_cities,
    story_countries,
)
from geo.maps.build.course import course_ends, drawn_routes, is_supposed
from geo.maps.build.extent import MapExtent, turn_of
from geo.maps.build.framing import headline_points, story_frame, story_points
from geo.maps.build.journeys import journey_lines
from geo.maps.build.kept_measures import kept_measures
from geo.maps.build.names import Story, map_names
from geo.maps.build.points.points_map import code_places, surplus
from geo.maps.build.routes import lines_of_routes
from geo.maps.build.summary import result_line
from geo.maps.spec.model import SPEC_VERSION, Bounds, MapSpec, PlaceKind, Provenance
from geo.settings import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.contracts import Analysis, Article, BasemapClip, Route
    from geo.maps.build.area_grid import AreaGrid
    from geo.maps.spec.model import City, ClaimCard, CodedBasemap, MapPlace, MapRoute
    from geo.ports import Basemap, Gazetteer

__all__ = ["MapSpec", "make_spec"]

# So many stories are corrected at once without drawing their ground anew.
_GROUNDS = 12


def make_spec(
    analysis: Analysis,
    basemap: Basemap,
    gazetteer: Gazetteer,
    *,
    checked: date | None = None,
    frame: Bounds | None = None,
) -> MapSpec:
    """Make the map of an analysed article.

    Parameters
    ----------
    analysis
        What was found in the article.
    basemap
        The basemap to draw it on.
    gazetteer
        Where cities for the reader's orientation come from.
    checked
        The day that the map says it was made; today when None.
    frame
        What must be in view, WGS 84 degrees on the turn of the story's own map; chosen by the
        story when None.
    """
    found = places.gather(analysis)
    routes = drawn_routes(analysis)
    judged = claims.judge(analysis)
    headline = headline_points(analysis, found)
    chosen = story_points(analysis, found, routes, judged)
    if not any(chosen):
        outline_states(found, basemap)
        chosen = corners(found), []
    extent, clip = _lay_out(basemap, chosen, headline, frame)
    named, others = surplus(places.map_places(analysis, found, extent))
    map_places = places.with_stops(
        named,
        list(chain.from_iterable(route.waypoints for route in routes)),
        extent.turn,
    )
    names = {entry.place.feature_id: entry.shown_name for entry in found}
    lines = lines_of_routes(analysis, routes, extent, names)
    told = claims.along(judged, routes)
    shown = claims.cards(analysis, judged, map_places, lines, told)
    lines = tuple(_numbered(line, shown) for line in lines)
    cities = _cities(gazetteer, extent, map_places, routes)
    journeys = journey_lines(analysis, map_places, lines, names)
    used = [entry.place for entry in found]
    story = _story_countries(analysis, clip, extent, found, routes)
    states = {entry.place.admin1 for entry in found if entry.happens_here}
    now = datetime.now(tz=UTC)
    day = checked or now.date()
    unread = sum(problem.code == NOT_UNDERSTOOD for problem in analysis.problems)
    untold = (*(problem.message for problem in analysis.problems), places.without_outline(found))
    measures = (*claims.measures(judged, told, extent), *kept_measures(analysis.edits, extent))
    inset = globe(basemap, extent.frame)
    areas, ground = _ground(basemap, extent.frame)
    marks = Marks(countries=story, states=states - {""}, cities=cities)
    coded = mark_basemap(ground, clip, marks)
    title = _title(analysis.article)
    drawn = Story(places=map_places, routes=lines, measures=measures, title=title)
    return MapSpec(
        language=analysis.article.language,
        title=title,
        result=result_line(shown, (*map_places, *others), len(journeys), extent.frame, unread),
        unread=unread,
        frame=extent.frame,
        basemap=coded,
        inset=inset,
        places=map_places,
        routes=lines,
        measures=measures,
        names=map_names(drawn, coded, clip, areas, extent.frame),
        claim_cards=shown,
        journeys=journeys,
        paragraphs=annotated_text.paragraphs(analysis, map_places, (*journeys, *lines), shown),
        left_out=sum(not block.is_story for block in analysis.article.blocks),
        problems=tuple(dict.fromkeys(filter(None, untold))),
        credits=attribution.credit_line(clip, used, routes, day),
        sources=attribution.sources(clip, used, routes, cities=bool(cities)),
        provenance=_provenance(analysis.article, day, now if checked is None else None),
        points=code_places(others, extent.turn),
    )


def _lay_out(
    basemap: Basemap,
    chosen: tuple[Sequence[tuple[float, float]], Sequence[tuple[float, float]]],
    headline: Sequence[tuple[float, float]],
    asked: Bounds | None,
) -> tuple[MapExtent, BasemapClip]:
    """Choose where the map lies, by points that must be in view and points that may be."""
    must, may = chosen
    turn = turn_of([lon for lon, _ in (*(must or may), *headline)])
    frame = asked or story_frame(must, may, headline, turn)
    clip = _clip(basemap, frame)
    box = Bounds(west=clip.west, south=clip.south, east=clip.east, north=clip.north)
    return MapExtent(frame=frame, bounds=box, grid=grid_of(box), turn=turn), clip


@lru_cache(maxsize=_GROUNDS)
def _clip(basemap: Basemap, frame: Bounds) -> BasemapClip:
    return cut_basemap(basemap, frame)


@lru_cache(maxsize=_GROUNDS)
def _ground(basemap: Basemap, frame: Bounds) -> tuple[AreaGrid, CodedBasemap]:
    """Find and code what lies in a frame: the same for a story as before it was corrected."""
    clip = _clip(basemap, frame)
    box = Bounds(west=clip.west, south=clip.south, east=clip.east, north=clip.north)
    areas = area_grid(clip, globe(basemap, frame))
    return areas, code_ground(clip, grid_of(box), areas)


def _story_countries(
    analysis: Analysis,
    clip: BasemapClip,
    extent: MapExtent,
    found: Sequence[places.FoundPlace],
    routes: Sequence[Route],
) -> frozenset[str]:
    """Choose the countries whose land is shown as the story's."""
    real = {leg.id: leg for leg in analysis.legs if not is_supposed(leg)}
    drawn = [route for route in routes if route.leg_id in real]
    legs = [real[route.leg_id] for route in drawn]
    ends = [end.place for leg in legs for end in (*course_ends(leg), *leg.via) if end]
    known = [extent.turn.geometry(r.geometry) for r in drawn if r.kind is not RouteKind.GEODESIC]
    happens = [entry.place for entry in found if entry.happens_here]
    return story_countries(clip, ends, known, happens)


def _cities(
    gazetteer: Gazetteer, extent: MapExtent, map_places: Sequence[MapPlace], routes: Sequence[Route]
) -> tuple[City, ...]:
    """Choose the cities that help the reader to find the way."""
    way = extent.turn.geometry(shapely.union_all([route.geometry for route in routes]))
    taken = [(sign.lon, sign.lat) for sign in map_places if sign.kind is not PlaceKind.ASSOCIATIVE]
    return orientation_cities(gazetteer, extent, taken, way)


def _numbered(line: MapRoute, shown: Sequence[ClaimCard]) -> MapRoute:
    return replace(line, discs=tuple(card.number for card in shown if line.id in card.targets))


def _title(article: Article) -> str:
    headlines = (b.span.text for b in article.blocks if b.kind is BlockKind.HEADLINE)
    return " ".join((article.title or next(headlines, "")).split()) or "Untitled article"


def _provenance(article: Article, day: date, now: datetime | None) -> Provenance:
    return Provenance(
        article_id=article.id,
        title=_title(article),
        url=article.url or "",
        published=article.published.isoformat() if article.published else "",
        checked=day.isoformat(),
        program=f"Dateline {VERSION} (map {SPEC_VERSION}, analysis {SCHEMA_VERSION})",
        made=f"{now:%Y-%m-%dT%H:%MZ}" if now else "",
    )
