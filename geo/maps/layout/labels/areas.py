"""Lists the names of lands, regions, states and waters, each to stand inside its own area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.layout.labels.area_candidates import inside_mask
from geo.maps.layout.labels.candidates import around, beneath
from geo.maps.layout.labels.names import STORY_WORTH, Name, halves, short
from geo.maps.layout.labels.text_box import TextLine
from geo.maps.layout.labels.waters import sea_masks
from geo.maps.layout.land_mask import CELL_PX, running_sums, shares_in
from geo.maps.spec.model import PlaceKind
from geo.maps.style import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.maps.layout.basemap import Shapes
    from geo.maps.layout.land_mask import Raster
    from geo.maps.layout.projection import View
    from geo.maps.layout.symbols import Symbol
    from geo.maps.spec.model import MapSpec, Water

_STORY_LAND_WORTH, _LAND_WORTH = 5.0, 3.2
_STATE_WORTH = 1.6
_STATE_ROOM = 1.1
# The least share of a state's name that must lie on land that the story is about.
_STATE_INSIDE = 0.9
_SEA_WORTHS = (4.0, 3.6, 2.8, 1.6)
_LARGE_SEA = 1
# A map at least this wide, degrees, names only oceans; a narrower one the next rank too; and so on.
_SEA_WIDTHS = (110.0, 45.0, 18.0)


def area_names(
    spec: MapSpec, view: View, shapes: Shapes, symbols: Sequence[Symbol], raster: Raster
) -> Iterator[Name]:
    """List the names of regions, countries and seas, which stand inside of what they name."""
    for symbol in symbols:
        if symbol.place.kind is PlaceKind.REGION and symbol.outline:
            yield _of_region(symbol, raster)
    for index, (land, _) in enumerate(shapes.lands):
        variants = _land_lines(land.name, story=land.story)
        yield Name(
            ident=f"land {land.code} {index}",
            options=tuple(inside_mask(raster.land == index, variants)),
            worth=_STORY_LAND_WORTH if land.story else _LAND_WORTH,
            inside=True,
        )
    yield from _of_states(spec, view, shapes, raster)
    yield from _of_waters(spec, view, raster)


def _of_states(spec: MapSpec, view: View, shapes: Shapes, raster: Raster) -> Iterator[Name]:
    """List the names of states that are wide enough, and not of those that a place is called by."""
    states = spec.basemap.state_names
    if not states:
        return
    taken = {place.name for place in spec.places} | {city.name for city in spec.basemap.cities}
    points = view.to_px(np.array([(state.lon, state.lat) for state in states]))
    story = [index for index, (land, _) in enumerate(shapes.lands) if land.story]
    sums = running_sums(np.isin(raster.land, story))
    for state, (x, y) in zip(states, points.tolist(), strict=True):
        if not state.story or state.name in taken or not view.holds(x, y, CELL_PX):
            continue
        text = short(state.name).upper()
        line = TextLine(text=text, face=theme.STATE, colour="country", halo="land-story")
        # The next state's middle says how wide this one is.
        gaps = np.hypot(*(points - (x, y)).T)
        room = float(min(gaps[gaps > 0.0], default=np.inf))
        if line.width > _STATE_ROOM * room:
            continue
        yield Name(
            ident=f"state {state.name} {x:.0f}",
            options=tuple(
                option
                for option in beneath((x, y), (line,), far=room / 3)
                if shares_in(sums, np.array(option.setting.boxes)).min() >= _STATE_INSIDE
            ),
            worth=_STATE_WORTH,
        )


def _of_waters(spec: MapSpec, view: View, raster: Raster) -> Iterator[Name]:
    most = _most_rank(spec)
    waters = [water for water in spec.basemap.waters if water.rank <= most + 1]
    found: dict[str, tuple[Water, np.ndarray]] = {}
    for index, mask in sea_masks(raster, view, waters).items():
        water = waters[index]
        held = found.get(water.name)
        found[water.name] = (water, mask | held[1] if held else mask)
    for water, mask in found.values():
        if water.rank > most:
            continue
        yield Name(
            ident=f"water {water.name}",
            options=tuple(inside_mask(mask, _water_lines(water))),
            worth=_SEA_WORTHS[min(water.rank, len(_SEA_WORTHS) - 1)],
            inside=True,
        )


def _most_rank(spec: MapSpec) -> int:
    """Say how small a water may be to be named: the wider the map, the fewer."""
    width = spec.frame.east - spec.frame.west
    return sum(width < limit for limit in _SEA_WIDTHS)


def _of_region(symbol: Symbol, raster: Raster) -> Name:
    rows, columns = raster.land.shape
    y, x = np.mgrid[0:rows, 0:columns]
    mask = np.zeros(raster.land.shape, dtype=bool)
    for ring in symbol.outline:
        polygon = shapely.Polygon(ring)
        shapely.prepare(polygon)
        mask ^= shapely.contains_xy(polygon, (x + 0.5) * CELL_PX, (y + 0.5) * CELL_PX)
    name = TextLine(text=short(symbol.place.name), face=theme.REGION, colour="ink")
    options = inside_mask(mask, [(name,)])
    if not options:
        options = list(around((symbol.x, symbol.y), 0.0, (name,)))
    return Name(ident=symbol.place.id, options=tuple(options), worth=STORY_WORTH, inside=True)


def _land_lines(name: str, *, story: bool) -> list[tuple[TextLine, ...]]:
    """Set a country's name in one line, or in two when it has several words."""
    halo = "land-story" if story else "land"
    whole = short(name).upper()
    rows = dict.fromkeys([(whole,), halves(whole)])
    return [
        tuple(TextLine(text=row, face=theme.COUNTRY, colour="country", halo=halo) for row in split)
        for split in rows
    ]


def _water_lines(water: Water) -> list[tuple[TextLine, ...]]:
    large = water.rank <= _LARGE_SEA
    face = theme.SEA if large else theme.SEA_SMALL
    name = short(water.name)
    if water.other_name:
        other = TextLine(
            text=f"({short(water.other_name)})",
            face=theme.SEA_OTHER,
            colour="sea",
            halo="water",
        )
        return [(TextLine(text=name, face=face, colour="sea", halo="water"), other)]
    rows = dict.fromkeys([(name,), halves(name)])
    return [
        tuple(TextLine(text=row, face=face, colour="sea", halo="water") for row in split)
        for split in rows
    ]
