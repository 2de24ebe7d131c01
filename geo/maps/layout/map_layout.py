"""Lays out the drawn map: where its lines, symbols, names and furniture stand on a page.

A name keeps clear of the page's edge, all signs, ways and measured lines, what stands in the
corners, and of every other name (`geo.maps.layout.labels.placement`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from geo.maps.layout.basemap import BasemapSource
from geo.maps.layout.furniture import Furniture, arrange
from geo.maps.layout.labels.areas import area_names
from geo.maps.layout.labels.collisions import Obstacles
from geo.maps.layout.labels.names import names_of
from geo.maps.layout.labels.placement import Candidate, Label, place_labels
from geo.maps.layout.land_mask import make_raster
from geo.maps.layout.legend import legend_of, legend_size
from geo.maps.layout.points import lay_out_points
from geo.maps.layout.points_legend import point_names, points_legend_box
from geo.maps.layout.projection import make_view
from geo.maps.layout.routes import lay_out_routes
from geo.maps.layout.symbols import symbols_of
from geo.maps.spec.cartography import CARTOGRAPHY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geo.maps.layout.labels.collisions import Chance
    from geo.maps.layout.labels.names import Name
    from geo.maps.layout.labels.text_box import Setting, Span
    from geo.maps.layout.land_mask import Raster
    from geo.maps.layout.legend import LegendRow
    from geo.maps.layout.points import PointsLayer
    from geo.maps.layout.projection import View
    from geo.maps.layout.routes import RouteLines
    from geo.maps.layout.symbols import Symbol
    from geo.maps.spec.model import MapPlace, MapSpec

# A poor place for a name of this worth counts twice as much as one for a name of no worth.
_WEIGHT = 20.0
_DOT_PX = 3.4
_FEW_OPTIONS, _MOST_NUMBERS = 3, 6
# When more places than this share would have no name, the map shows more around the story for room.
_FEW_NAMELESS = 0.07
# A name that is worth more is in the headline.
_STORY_WORTH = CARTOGRAPHY.worths.story
AIRS = (0.3, 0.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A name on the map; ``dot`` is the sign of a city that is there for orientation only.

    ``upon`` is the route that its discs stand on. A ``number`` stands in the stead of a name that
    is in the key, and in that of the symbol when it is ``on_symbol``.
    """

    ident: str
    setting: Setting
    dot: tuple[float, float] | None
    upon: str = ""
    number: bool = False
    on_symbol: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All that is drawn, in pixels; ``unnamed`` are the names that found no room.

    A ``key`` that has no corner in the ``furniture`` goes below the map, and so do the names of the
    places that are ``numbered`` in their stead.
    """

    view: View
    source: BasemapSource
    symbols: tuple[Symbol, ...]
    route_lines: RouteLines
    furniture: Furniture
    names: tuple[Placed, ...]
    unnamed: tuple[str, ...]
    numbered: tuple[tuple[int, MapPlace], ...] = ()
    key: tuple[LegendRow, ...] = ()
    points_layer: PointsLayer | None = None
    legend: Span | None = None

    @property
    def corners(self) -> tuple[Span, ...]:
        """Boxes of what stands in the corners."""
        return (*self.furniture.boxes, *((self.legend,) if self.legend else ()))


def lay_out(
    spec: MapSpec, *, width_px: int, height_px: int | None, source: BasemapSource | None = None
) -> Layout:
    """Lay the map out, with more air or empty corners when a place would lose its name else.

    Layouts of several sizes share the ``source`` of their basemap.
    """
    best: Layout | None = None
    for air in AIRS:
        view = make_view(spec.frame, spec.basemap.bounds, width_px, height_px, air=air)
        source = source or BasemapSource(spec.basemap, view)
        layout = _laid_out(spec, view, source)
        if best is None or len(_nameless(layout)) < len(_nameless(best)):
            best = layout
        if len(_nameless(best)) <= _FEW_NAMELESS * len(best.symbols):
            break
    assert best is not None  # noqa: S101 - there is at least one air
    return best


def _nameless(layout: Layout) -> set[str]:
    """Places of the story without a name on the map itself."""
    lost = {symbol.place.id for symbol in layout.symbols}.intersection(layout.unnamed)
    return lost.union(place.id for _, place in layout.numbered)


def _laid_out(spec: MapSpec, view: View, source: BasemapSource) -> Layout:
    shapes = source.on(view)
    symbols = symbols_of(spec, view)
    route_lines = lay_out_routes(spec, view)
    raster = make_raster(shapes, view)
    points_layer = lay_out_points(spec, view)
    found = [
        *(point_names(points_layer) if points_layer else ()),
        *names_of(spec, view, symbols, route_lines),
        *area_names(spec, view, shapes, symbols, raster),
    ]
    key = legend_of(route_lines, symbols)
    furniture = arrange(view, _busy(symbols, route_lines), legend_size(key) if key else None)
    if not spec.inset.land:  # another map beside it says where on earth it lies
        furniture = replace(furniture, globe=None)
    bare = Layout(
        view=view,
        source=source,
        symbols=symbols,
        route_lines=route_lines,
        furniture=furniture,
        names=(),
        unnamed=(),
        key=key,
        points_layer=points_layer,
        legend=points_legend_box(points_layer, view, furniture.boxes) if points_layer else None,
    )
    first = 1 + max((card.number for card in spec.claim_cards), default=0)
    best = _numbered(_named(bare, found, raster, crowded=False), first)
    if not _nameless(best):
        return best
    roomy = _named(replace(bare, furniture=Furniture()), found, raster, crowded=True)
    return min(best, _numbered(roomy, first), key=_faults)


def _faults(layout: Layout) -> tuple[int, int]:
    """Count the places that are neither named nor numbered, then those that are not named."""
    lost = _nameless(layout)
    return len(lost.intersection(layout.unnamed)), len(lost)


def _numbered(layout: Layout, first: int) -> Layout:
    """Give numbers to places whose names have no room, on from the last number of a claim."""
    places = {symbol.place.id: symbol.place for symbol in layout.symbols}
    waiting = sorted(
        (name.ident for name in layout.names if name.number),
        key=lambda ident: places[ident].rank,
    )
    numbers = {ident: first + index for index, ident in enumerate(waiting)}
    return replace(
        layout,
        names=tuple(
            replace(name, setting=replace(name.setting, discs=(numbers[name.ident],)))
            if name.number
            else name
            for name in layout.names
        ),
        numbered=tuple(sorted(_shared(layout, numbers), key=lambda item: item[0])),
    )


def _shared(layout: Layout, numbers: Mapping[str, int]) -> Iterator[tuple[int, MapPlace]]:
    """Give each nameless place its number; one that has no room even for that, its neighbour's."""
    lost = _nameless(layout) | numbers.keys()
    symbols = {symbol.place.id: symbol for symbol in layout.symbols if symbol.place.id in lost}
    with_number = [symbols[ident] for ident in numbers]
    for ident, symbol in symbols.items():
        near = [(math.dist((symbol.x, symbol.y), (o.x, o.y)), o.place.id) for o in with_number]
        if ident in numbers or near:
            yield numbers.get(ident) or numbers[min(near)[1]], symbol.place


def _busy(symbols: Iterable[Symbol], route_lines: RouteLines) -> shapely.Geometry:
    shapes: list[shapely.Geometry] = [shapely.Point(symbol.x, symbol.y) for symbol in symbols]
    shapes += [shapely.LineString(line) for line in route_lines.lines]
    return shapely.union_all(shapes)


def _named(bare: Layout, found: Sequence[Name], raster: Raster, *, crowded: bool) -> Layout:
    obstacles = Obstacles(bare.view, bare.symbols, bare.route_lines, bare.corners)
    found = [_off_routes(name, obstacles) for name in found]
    kept = [_kept(name, obstacles, raster, crowded=crowded) for name in found]
    labels = [
        Label(
            candidates=tuple(
                Candidate(boxes=chance.boxes, cost=chance.cost * (1 + name.worth / _WEIGHT))
                for chance in chances
            ),
            worth=name.worth,
            must=name.numbers is not None,
        )
        for name, chances in zip(found, kept, strict=True)
    ]
    names, unnamed = [], []
    for name, chances, index in zip(found, kept, place_labels(labels), strict=True):
        if index is None:
            unnamed.append(name.ident)
        else:
            option = chances[index].option
            names.append(
                Placed(
                    ident=name.ident,
                    setting=option.setting,
                    dot=name.dot,
                    upon=option.upon,
                    number=option.number,
                    on_symbol=option.number and option.setting.disc_at == name.point,
                )
            )
    return replace(bare, names=tuple(names), unnamed=tuple(unnamed))


def _off_routes(name: Name, obstacles: Obstacles) -> Name:
    """Take the dot from a city that a way runs through: its name says enough."""
    if name.dot and obstacles.meets_way(*name.dot, _DOT_PX):
        return replace(name, dot=None)
    return name


def _kept(name: Name, obstacles: Obstacles, raster: Raster, *, crowded: bool) -> list[Chance]:
    """Choose the options of a name to try; leader lines only where the others are few."""
    free = obstacles.free(name, name.options, raster)
    if crowded or len(free) < _FEW_OPTIONS:
        free += obstacles.free(name, name.spare(), raster) if name.spare else []
        # A few will do: the more there are, the less often a name itself is tried.
        # Where the headline's own place has any room at all, no number stands in its stead.
        tried = None if free and name.worth > _STORY_WORTH else name.numbers
        numbers = obstacles.free(name, tried(), raster) if tried else []
        free += sorted(numbers, key=lambda chance: chance.cost)[:_MOST_NUMBERS]
    return sorted(free, key=lambda chance: chance.cost)
