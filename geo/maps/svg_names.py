"""What is to be named on a map in; for each name its possible settings and its worth out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps import svg_style
from geo.maps.model import PlaceKind
from geo.maps.raster import CELL_PX
from geo.maps.svg_areas import in_water, inside_land, inside_mask
from geo.maps.svg_positions import Option, around, beside, with_leaders
from geo.maps.svg_text import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from geo.maps.metrics import Face
    from geo.maps.model import City, MapSpec, Water
    from geo.maps.projection import View
    from geo.maps.raster import Raster
    from geo.maps.svg_ground import Shapes
    from geo.maps.svg_signs import Sign
    from geo.maps.svg_ways import Ways

# What it costs to leave a name off the map; a candidate costs at most about 2.
_STORY_WORTH, _STOP_WORTH, _WAY_WORTH = 30.0, 14.0, 8.0
_STORY_LAND_WORTH, _LAND_WORTH, _CITY_WORTH = 5.0, 3.2, 2.4
_SEA_WORTHS = (4.0, 3.6, 2.8, 1.6)
# How far from the point that is known the name of a water may stand, by rank, pixels.
_SEA_FAR_PX = (320.0, 260.0, 130.0, 80.0)
_NO_SECOND, _NO_TEXT = 1.5, 1.2
_CITY_DOT_PX = 2.2
_WAY_REACH_PX, _MEASURE_REACH_PX = 4.0, 1.5
# A sea whose point lies this far outside the page may still be named on it.
_NEAR_PAGE_PX = 200.0
_LARGE_SEA = 1
# A map at least this wide, degrees, names only oceans; a narrower one the next rank too; and so on.
_SEA_WIDTHS = (110.0, 45.0, 18.0)
_LONGEST = 60

if TYPE_CHECKING:
    _Positions = Callable[[tuple[float, float], float, Sequence[Line]], Iterable[Option]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name: where it may stand, what leaving it out costs, and the dot that goes with it.

    ``spare`` gives further options, with leader lines, for where the others find no room.
    """

    ident: str
    options: tuple[Option, ...]
    worth: float
    dot: tuple[float, float] | None = None
    spare: Callable[[], tuple[Option, ...]] | None = None


def names_of(spec: MapSpec, view: View, signs: Sequence[Sign], ways: Ways) -> Iterator[Name]:
    """List all names that need no more than signs and lines, the most important first."""
    count = sum(sign.place.kind is not PlaceKind.STOP for sign in signs)
    face = svg_style.story_face(count, view.width)
    for sign in signs:
        yield _of_place(sign, face)
    for route, lines in ways.routes:
        yield _of_way(route.id, lines, (route.label, route.tone), route.discs)
    for item, lines in ways.measures:
        yield _of_way(item.id, lines, (item.label, item.tone), (item.disc,))
    if spec.ground.cities:
        pixels = view.to_px(np.array([(city.lon, city.lat) for city in spec.ground.cities]))
        for rank, (city, (x, y)) in enumerate(
            zip(spec.ground.cities, pixels.tolist(), strict=True)
        ):
            if view.holds(x, y, CELL_PX):
                yield _of_city(city, (x, y), rank)


def area_names(
    spec: MapSpec, view: View, shapes: Shapes, signs: Sequence[Sign], raster: Raster
) -> Iterator[Name]:
    """List the names of regions, countries and seas, which stand inside of what they name."""
    for sign in signs:
        if sign.place.kind is PlaceKind.REGION and sign.outline:
            yield _of_region(sign, raster)
    for index, (land, _) in enumerate(shapes.lands):
        yield Name(
            ident=f"land {land.code} {index}",
            options=tuple(inside_land(raster, index, _land_lines(land.name, story=land.story))),
            worth=_STORY_LAND_WORTH if land.story else _LAND_WORTH,
        )
    waters = {water.name: water for water in reversed(spec.ground.waters)}
    for water in reversed(waters.values()):
        if water.rank > _most_rank(spec):
            continue
        rank = min(water.rank, len(_SEA_WORTHS) - 1)
        x, y = view.to_px(np.array([(water.lon, water.lat)]))[0].tolist()
        if view.holds(x, y, -_NEAR_PAGE_PX):
            yield Name(
                ident=f"water {water.name}",
                options=tuple(
                    in_water(
                        raster,
                        (x, y),
                        _water_lines(water),
                        far_px=_SEA_FAR_PX[rank] / (2 if view.is_world else 1),
                    )
                ),
                worth=_SEA_WORTHS[rank],
            )


def _most_rank(spec: MapSpec) -> int:
    """Say how small a water may be to be named: the wider the map, the fewer."""
    width = spec.frame.east - spec.frame.west
    return sum(width < limit for limit in _SEA_WIDTHS)


def _of_place(sign: Sign, face: Face) -> Name:
    place = sign.place
    if place.kind is PlaceKind.STOP:
        face = svg_style.STOP
    name = Line(text=_short(place.name), face=face, colour="ink")
    worth = (_STOP_WORTH if place.kind is PlaceKind.STOP else _STORY_WORTH) - 0.1 * place.rank
    reach = sign.radius
    variants: list[tuple[Line, ...]] = [(name,)]
    if place.second:
        second = Line(text=_short(place.second), face=svg_style.SECOND, colour="city")
        variants = [(name, second), (name,)]

    def positions(make: _Positions) -> tuple[Option, ...]:
        return tuple(
            _dearer(option, _NO_SECOND * number)
            for number, lines in enumerate(variants)
            for option in make((sign.x, sign.y), reach, lines)
        )

    return Name(
        ident=place.id,
        options=positions(around),
        spare=lambda: positions(with_leaders),
        worth=worth,
    )


def _of_region(sign: Sign, raster: Raster) -> Name:
    rows, columns = raster.land.shape
    y, x = np.mgrid[0:rows, 0:columns]
    mask = np.zeros(raster.land.shape, dtype=bool)
    for ring in sign.outline:
        polygon = shapely.Polygon(ring)
        shapely.prepare(polygon)
        mask ^= shapely.contains_xy(polygon, (x + 0.5) * CELL_PX, (y + 0.5) * CELL_PX)
    name = Line(text=_short(sign.place.name), face=svg_style.REGION, colour="ink")
    options = inside_mask(mask, [(name,)])
    if not options:
        options = list(around((sign.x, sign.y), 0.0, (name,)))
    return Name(ident=sign.place.id, options=tuple(options), worth=_STORY_WORTH)


def _of_way(
    ident: str, lines: list[np.ndarray], words: tuple[str, str], discs: tuple[int, ...]
) -> Name:
    text, tone = words
    reach = _MEASURE_REACH_PX if ident.startswith("measure") else _WAY_REACH_PX
    line = Line(text=_short(text), face=svg_style.WAY, colour=tone)
    options = list(beside(lines, line, discs, reach=reach))
    if discs:
        bare = Line(text="", face=svg_style.WAY, colour=tone)
        options += [_dearer(o, _NO_TEXT) for o in beside(lines, bare, discs, reach=reach)]
    return Name(ident=ident, options=tuple(options), worth=_WAY_WORTH)


def _of_city(city: City, point: tuple[float, float], rank: int) -> Name:
    line = Line(text=_short(city.name), face=svg_style.CITY, colour="city", halo="land")
    return Name(
        ident=f"city {rank}",
        options=tuple(around(point, _CITY_DOT_PX, (line,))),
        worth=_CITY_WORTH - 0.05 * rank,
        dot=point,
    )


def _land_lines(name: str, *, story: bool) -> list[tuple[Line, ...]]:
    """Set a country's name in one line, or in two when it has several words."""
    halo = "land-story" if story else "land"
    words = _short(name).upper().split()
    rows: list[tuple[str, ...]] = [(" ".join(words),)]
    if len(words) > 1:
        cut = min(range(1, len(words)), key=lambda at: _unevenness(words, at))
        rows.append((" ".join(words[:cut]), " ".join(words[cut:])))
    return [
        tuple(Line(text=row, face=svg_style.COUNTRY, colour="country", halo=halo) for row in split)
        for split in rows
    ]


def _water_lines(water: Water) -> list[tuple[Line, ...]]:
    large = water.rank <= _LARGE_SEA
    face = svg_style.SEA if large else svg_style.SEA_SMALL
    name = _short(water.name)
    first = Line(text=name, face=face, colour="sea", halo="water")
    if water.other_name:
        other = Line(
            text=f"({_short(water.other_name)})",
            face=svg_style.SEA_OTHER,
            colour="sea",
            halo="water",
        )
        return [(first, other)]
    words = name.split()
    if len(words) == 1:
        return [(first,)]
    cut = min(range(1, len(words)), key=lambda at: _unevenness(words, at))
    rows = (" ".join(words[:cut]), " ".join(words[cut:]))
    return [
        (first,),
        tuple(Line(text=row, face=face, colour="sea", halo="water") for row in rows),
    ]


def _unevenness(words: Sequence[str], cut: int) -> int:
    return abs(len(" ".join(words[:cut])) - len(" ".join(words[cut:])))


def _dearer(option: Option, by: float) -> Option:
    return Option(setting=option.setting, cost=option.cost + by)


def _short(text: str) -> str:
    """Keep a name from outside to one line of a length that a map can take."""
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= _LONGEST else f"{squeezed[: _LONGEST - 1].rstrip()}…"
