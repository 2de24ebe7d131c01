"""Makes the map of a table of places, few or a hundred thousand, as a `MapSpec`.

The places go into the spec as coded columns (`geo.maps.spec.points`). A map of a table has no
claims and no article: its title, the sentence of what it shows and its sources come from `About`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.errors import TableError
from geo.maps.build.area_grid import area_grid
from geo.maps.build.basemap import Marks, code_basemap, cut_basemap, globe, grid_of
from geo.maps.build.extent import frame_of, turn_of
from geo.maps.build.names import Story, map_names
from geo.maps.build.points.rows import STEP_DEG, Columns, plain, usable
from geo.maps.spec.columns import MOST, encode_numbers, encode_points, encode_texts, hilbert_order
from geo.maps.spec.model import (
    SPEC_VERSION,
    Bounds,
    Grid,
    MapSpec,
    Phrase,
    PlaceKind,
    PointColumns,
    Provenance,
)
from geo.settings import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.contracts import BasemapClip
    from geo.maps.build.extent import Turn
    from geo.maps.build.points.rows import Rows
    from geo.maps.spec.model import MapPlace
    from geo.ports import Basemap

# Readers go deeper into a map of many places than into a story: its coasts must stand that.
_STEPS = 4_000
_LONGEST_TITLE, _LONGEST_WORD, _LONGEST_URL = 200, 40, 500
# A country with this share of the places is one that the map is about, when few are.
_STORY_SHARE, _MOST_STORY, _SAMPLE = 0.02, 8, 1_000
_ROUGH_DEG = 1
_HUNDREDTHS = 0.01
# A story with more signs than this keeps so many; the others become dots.
_MOST_SIGNS, _KEPT_SIGNS = 150, 60
_KINDS = {
    PlaceKind.STORY: "happens there",
    PlaceKind.UNCERTAIN: "place uncertain",
    PlaceKind.ASSOCIATIVE: "only mentioned",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a map of a table says of itself.

    Attributes
    ----------
    title : of the map.
    count_word : what the counts count, in the plural, as in "stories"; "" for rows.
    source : who the places are owed to, with licence.
    url : where the table is from.
    language : of the names, as a BCP 47 tag; "und" where they have none or many.
    made : the day that the map says it was made; today when None.
    """

    title: str = ""
    count_word: str = ""
    source: str = ""
    url: str = ""
    language: str = "en"
    made: date | None = None


def make_points_spec(columns: Columns, basemap: Basemap, about: About | None = None) -> MapSpec:
    """Make the map of a table of places, few or a hundred thousand.

    Parameters
    ----------
    columns
        The places; rows that cannot be shown are left out, counted and named in the page.
    basemap
        The basemap to draw them on.
    about
        Title, source and what is counted.

    Raises
    ------
    TableError
        If no row can be shown.
    """
    about = about or About()
    rows = usable(columns)
    if not len(rows):
        why = " ".join(rows.told) or "The table has no rows."
        raise TableError(f"There is nothing to show on a map. {why}")
    turn = turn_of(np.unique(np.round(rows.lon, _ROUGH_DEG)).tolist())
    frame = _frame(rows, turn)
    clip = cut_basemap(basemap, frame, steps=_STEPS)
    box = Bounds(west=clip.west, south=clip.south, east=clip.east, north=clip.north)
    grid = grid_of(box, steps=_STEPS)
    now = datetime.now(tz=UTC)
    day = about.made or now.date()
    title = plain(about.title, _LONGEST_TITLE) or "Places"
    source = plain(about.source, _LONGEST_TITLE)
    inset = globe(basemap, frame)
    areas = area_grid(clip, inset)
    coded = code_basemap(clip, grid, areas, Marks(countries=_story(clip, rows, turn)))
    nothing = Story(places=(), routes=(), measures=())
    return MapSpec(
        language=plain(about.language, _LONGEST_WORD),
        title=title,
        result=_result(rows, about),
        frame=frame,
        basemap=coded,
        inset=inset,
        places=(),
        routes=(),
        measures=(),
        names=map_names(nothing, coded, clip, areas, frame),
        claim_cards=(),
        journeys=(),
        paragraphs=(),
        left_out=0,
        problems=(*rows.told, *rows.remarks),
        credits=_credits(clip, source, day),
        sources=_sources(clip, source),
        provenance=Provenance(
            article_id="",
            title=title,
            url=plain(about.url, _LONGEST_URL),
            published="",
            checked=day.isoformat(),
            program=f"Dateline {VERSION} (map {SPEC_VERSION})",
            made=f"{now:%Y-%m-%dT%H:%MZ}" if about.made is None else "",
        ),
        points=code_rows(rows, turn, plain(about.count_word, _LONGEST_WORD)),
    )


def surplus(map_places: Sequence[MapPlace]) -> tuple[tuple[MapPlace, ...], tuple[MapPlace, ...]]:
    """Part the places of a very long story: those that get a sign and a name, and the others.

    Regions keep their outlines; what is only mentioned comes into the columns as such.
    """
    if len(map_places) <= _MOST_SIGNS:
        return tuple(map_places), ()
    order = sorted(map_places, key=lambda sign: (sign.kind is PlaceKind.ASSOCIATIVE, sign.rank))
    kept = {sign.id for sign in order[:_KEPT_SIGNS]}
    kept |= {sign.id for sign in map_places if sign.kind is PlaceKind.REGION}
    return (
        tuple(sign for sign in map_places if sign.id in kept),
        tuple(sign for sign in map_places if sign.id not in kept),
    )


def code_places(map_places: Sequence[MapPlace], turn: Turn) -> PointColumns | None:
    """Code places of a story as columns; how often the story names each is its count."""
    if not map_places:
        return None
    kinds = [_KINDS.get(sign.kind, "") for sign in map_places]
    first = [place.mentions[0] if place.mentions else None for place in map_places]
    notes = [f"{m.before}{m.text}{m.after}" if m else "" for m in first]
    columns = Columns(
        lon=(np.array([sign.lon for sign in map_places]) + 180.0) % 360.0 - 180.0,
        lat=np.array([sign.lat for sign in map_places]),
        names=[sign.name for sign in map_places],
        counts=np.array([float(max(1, len(sign.mentions))) for sign in map_places]),
        categories=kinds if len(set(kinds)) > 1 else None,
        notes=notes,
    )
    return code_rows(usable(columns), turn, "mentions")


def code_rows(rows: Rows, turn: Turn, count_word: str) -> PointColumns:
    """Code rows as columns, on the turn of longitudes that the map is on."""
    lon = np.asarray(turn.lon(rows.lon))  # type: ignore[arg-type] # plain arithmetic, on arrays too
    order = hilbert_order(lon, rows.lat)
    grid = Grid(lon_0=float(np.floor(turn.west)), lat_0=-90.0, step=STEP_DEG)
    step = _count_step(rows.counts)
    counts = np.rint(rows.counts / step)[order]

    def picked(texts: Sequence[str]) -> list[str]:
        return [texts[index] for index in order.tolist()]

    return PointColumns(
        total=len(rows),
        grid=grid,
        points=encode_points(lon[order], rows.lat[order], grid),
        names=encode_texts(picked(rows.names)),
        counts="" if step == 1 and np.all(counts == 1) else encode_numbers(counts),
        count_step=step,
        count_word=count_word,
        categories=None if rows.categories is None else encode_texts(picked(rows.categories)),
        notes=None if rows.notes is None else encode_texts(picked(rows.notes)),
    )


def _count_step(counts: np.ndarray) -> float:
    """Choose what counts are written in: ones, or hundredths, or more where they are huge."""
    step = 1.0 if np.all(counts == np.rint(counts)) else _HUNDREDTHS
    while counts.max() / step > MOST:
        step *= 10.0
    return step


def _frame(rows: Rows, turn: Turn) -> Bounds:
    lon = np.asarray(turn.lon(rows.lon))  # type: ignore[arg-type] # as in code_rows
    low, high = (lon.min(), rows.lat.min()), (lon.max(), rows.lat.max())
    return frame_of([(float(x), float(y)) for x, y in (low, high)])


def _story(clip: BasemapClip, rows: Rows, turn: Turn) -> frozenset[str]:
    """Codes of the countries that hold most of the places, where those are few."""
    some = np.linspace(0, len(rows) - 1, min(len(rows), _SAMPLE)).astype(int)
    lon = np.asarray(turn.lon(rows.lon[some]))
    points = shapely.points(lon, rows.lat[some])
    shapes = [country.geometry for country in clip.countries]
    _, owner = shapely.STRtree(shapes).query(points, predicate="within")
    shares = np.bincount(owner, minlength=len(shapes)) / len(some)
    found = [clip.countries[index].code for index in np.flatnonzero(shares >= _STORY_SHARE)]
    return frozenset(code for code in found if code) if len(found) <= _MOST_STORY else frozenset()


def _result(rows: Rows, about: About) -> tuple[Phrase, ...]:
    """Say how many places there are, how much they count, and how many rows are left out."""
    told = [
        Phrase(text=f"{len(rows):,}", strong=True),
        Phrase(text=" place" if len(rows) == 1 else " places"),
    ]
    total = float(rows.counts.sum())
    word = plain(about.count_word, _LONGEST_WORD)
    if word or total != len(rows):
        told += [
            Phrase(text=", "),
            Phrase(text=f"{total:,.0f}", strong=True),
            Phrase(text=f" {word or 'rows'}"),
        ]
    told.append(Phrase(text="."))
    if rows.left_out:
        row = "row is" if rows.left_out == 1 else "rows are"
        told.append(Phrase(text=f" {rows.left_out:,} {row} not on the map (see Sources)."))
    return tuple(told)


def _credits(clip: BasemapClip, source: str, day: date) -> str:
    told = [f"Borders: {clip.source.rstrip('.')}."]
    if source:
        told.append(f"Places: {source.rstrip('.')}.")
    return " ".join((*told, f"Made {day.day} {day:%B %Y}."))


def _sources(clip: BasemapClip, source: str) -> tuple[str, ...]:
    told = (f"Borders and coasts: {clip.source.rstrip('.')}.",)
    return (*told, f"Places: {source.rstrip('.')}.") if source else told
