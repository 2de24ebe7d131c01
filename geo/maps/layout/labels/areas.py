"""Lists the names of lands, regions, states and waters, each to stand inside its own area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.maps.build.names import LARGE_SEA
from geo.maps.layout.geometry import rings_px
from geo.maps.layout.labels.area_candidates import inside_mask
from geo.maps.layout.labels.candidates import around, beneath, numbers
from geo.maps.layout.labels.names import Name, halves, named, short, shown_names
from geo.maps.layout.labels.text_box import TextLine
from geo.maps.layout.land_mask import WATER, inside, running_sums, shares_in
from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.spec.model import NameKind, PlaceKind
from geo.maps.style import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.maps.layout.basemap import Shapes
    from geo.maps.layout.land_mask import Raster
    from geo.maps.layout.projection import View
    from geo.maps.layout.symbols import Symbol
    from geo.maps.spec.model import Land, MapName, MapSpec, StateLabel, Water

# The least share of a state's name that must lie on land that the story is about.
_STATE_INSIDE = 0.9
_STATE_ABOUT_PX = 40.0


def area_names(
    spec: MapSpec, view: View, shapes: Shapes, symbols: Sequence[Symbol], raster: Raster
) -> Iterator[Name]:
    """List the names of regions, countries, seas and states: each stands on what it names."""
    yield from _of_regions(symbols, raster)
    basemap = spec.basemap
    story = [index for index, (land, _) in enumerate(shapes.lands) if land.story]
    sums = running_sums(np.isin(raster.land, story))
    for name in shown_names(spec, view):
        if name.kind is NameKind.LAND:
            for land in named(basemap.lands, name):
                main = rings_px(land.rings[: land.main], basemap.grid, view)
                mask = _land_mask(land, shapes, raster) & inside(raster, main)
                yield _of_area(name, mask, _land_lines(land))
        elif name.kind is NameKind.SEA:
            for water in named(basemap.waters, name):
                area = inside(raster, rings_px(water.area, basemap.grid, view))
                yield _of_area(name, (raster.land == WATER) & area, _water_lines(water))
        elif name.kind is NameKind.STATE:
            for state in named(basemap.state_names, name):
                yield _of_state(name, state, view, sums)


def _land_mask(land: Land, shapes: Shapes, raster: Raster) -> np.ndarray:
    """Say which cells are a country's; none where the page does not show it."""
    indexes = [index for index, (other, _) in enumerate(shapes.lands) if other is land]
    return np.isin(raster.land, indexes)


def _of_area(name: MapName, mask: np.ndarray, variants: list[tuple[TextLine, ...]]) -> Name:
    return Name(
        ident=f"{name.kind} {name.target}",
        options=tuple(inside_mask(mask, variants)),
        worth=name.worth,
        inside=True,
    )


def _of_state(name: MapName, state: StateLabel, view: View, story: np.ndarray) -> Name:
    """Set the name of a state on its point or close to it, on land that the story is about."""
    (point,) = view.to_px(np.array([(state.lon, state.lat)])).tolist()
    text = short(state.name).upper()
    line = TextLine(text=text, face=theme.STATE, colour="country", halo="land-story")
    return Name(
        ident=f"{name.kind} {name.target}",
        options=tuple(
            option
            for option in beneath((point[0], point[1]), (line,), far=_STATE_ABOUT_PX)
            if shares_in(story, np.array(option.setting.boxes)).min() >= _STATE_INSIDE
        ),
        worth=name.worth,
    )


def _of_regions(symbols: Sequence[Symbol], raster: Raster) -> Iterator[Name]:
    for symbol in symbols:
        if symbol.place.kind is PlaceKind.REGION and symbol.outline:
            yield _of_region(symbol, raster)


def _of_region(symbol: Symbol, raster: Raster) -> Name:
    name = TextLine(text=short(symbol.place.name), face=theme.REGION, colour="ink")
    options = inside_mask(inside(raster, symbol.outline), [(name,)])
    if not options:
        options = list(around((symbol.x, symbol.y), 0.0, (name,)))
    return Name(
        ident=symbol.place.id,
        options=tuple(options),
        worth=CARTOGRAPHY.worths.story,
        inside=True,
        numbers=lambda: tuple(numbers((symbol.x, symbol.y), 0.0)),
    )


def _land_lines(land: Land) -> list[tuple[TextLine, ...]]:
    """Set a country's name in one line, or in two when it has several words."""
    halo = "land-story" if land.story else "land"
    whole = short(land.name).upper()
    rows = dict.fromkeys([(whole,), halves(whole)])
    return [
        tuple(TextLine(text=row, face=theme.COUNTRY, colour="country", halo=halo) for row in split)
        for split in rows
    ]


def _water_lines(water: Water) -> list[tuple[TextLine, ...]]:
    large = water.rank <= LARGE_SEA
    face = theme.SEA if large else theme.SEA_SMALL
    name = short(water.name)
    if water.other_name:
        other = TextLine(
            text=f"({short(water.other_name)})",
            face=theme.SEA_SMALL,
            colour="sea",
            halo="water",
        )
        return [(TextLine(text=name, face=face, colour="sea", halo="water"), other)]
    rows = dict.fromkeys([(name,), halves(name)])
    return [
        tuple(TextLine(text=row, face=face, colour="sea", halo="water") for row in split)
        for split in rows
    ]
