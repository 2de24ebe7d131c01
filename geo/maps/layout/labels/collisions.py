"""Drops candidates that would cover something on the map, and prices those that come near it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.layout.routes import route_width
from geo.maps.spec.cartography import CARTOGRAPHY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.maps.layout.labels.candidates import Option
    from geo.maps.layout.labels.names import Name
    from geo.maps.layout.labels.text_box import Span
    from geo.maps.layout.land_mask import Raster
    from geo.maps.layout.projection import View
    from geo.maps.layout.routes import RouteLines
    from geo.maps.layout.symbols import Symbol

_EDGE_PX = CARTOGRAPHY.candidates.edge
_CASING_PX, _MEASURE_CLEAR_PX = 3.0, 2.5
_DOT_PX = 3.4
_SAME_PX = 0.5
_NUMBER_PX = CARTOGRAPHY.symbols.number.radius
# Names on the coast stand in the water; inland a name had better not lie half in a lake.
_ON_LAND, _MIXED = CARTOGRAPHY.costs.on_land, CARTOGRAPHY.costs.mixed
# So many of the best options are tried, and of the others one in so many: for variety.
_BEST, _ONE_IN = 24, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """A setting that covers nothing, all that it covers itself, and its cost."""

    option: Option
    boxes: tuple[Span, ...]
    cost: float


class Obstacles:
    """What no name may lie on: the page's edge, signs, ways and what stands in the corners."""

    def __init__(
        self,
        view: View,
        symbols: Sequence[Symbol],
        route_lines: RouteLines,
        corners: Sequence[Span],
    ) -> None:
        taken = [box for symbol in symbols for box in symbol.boxes]
        self._boxes = np.array([*taken, *corners]).reshape(-1, 4)
        self._size = (view.width, view.height)
        drawn = [
            (route.id, lines, route_width(route) / 2 + _CASING_PX)
            for route, lines in route_lines.routes
        ]
        drawn += [(item.id, lines, _MEASURE_CLEAR_PX) for item, lines in route_lines.measures]
        self._ways = {
            ident: shapely.union_all(
                [shapely.LineString(line).buffer(clear, quad_segs=2) for line in lines]
            )
            for ident, lines, clear in drawn
            if lines
        }
        self._all = shapely.union_all(list(self._ways.values()))
        shapely.prepare(self._all)

    def meets_way(self, x: float, y: float, reach: float) -> bool:
        """Whether a dot would lie on a way."""
        return bool(shapely.dwithin(self._all, shapely.Point(x, y), reach))

    def free(self, name: Name, options: Sequence[Option], raster: Raster) -> list[Chance]:
        """Keep the options that cover nothing, each with its cost here, the best of them."""
        words = [option.setting.boxes for option in options]
        discs = [option.setting.disc_boxes for option in options]
        both = [(*one, *other) for one, other in zip(words, discs, strict=True)]
        if not any(both):
            return []
        bad = np.zeros(len(options), dtype=bool)
        owner, flat = _flattened(both)
        on_any, on_other = self._on_symbols(flat, name.point)
        on_own = np.array([self._is_on_own(option, name) for option in options])
        on_symbol = np.where(on_own[owner], on_other, on_any)
        bad[owner[self._off_page(flat) | on_symbol]] = True
        upon = [option.upon for option in options]
        # A number is the last that can be done for a place: it may stand on a line, and its leader
        # may cross one.
        loose = [option.number for option in options]
        strict = [() if free else some for free, some in zip(loose, words, strict=True)]
        self._cross(bad, strict, self._all)
        beside = [
            () if route or free else some
            for route, free, some in zip(upon, loose, discs, strict=True)
        ]
        self._cross(bad, beside, self._all)
        if own := next(filter(None, upon), ""):
            on_way = [some if route else () for route, some in zip(upon, discs, strict=True)]
            others = [route for ident, route in self._ways.items() if ident != own]
            self._cross(bad, on_way, shapely.union_all(others))
        kept = np.flatnonzero(~bad).tolist()
        costs = _basemap_costs(name, [both[index] for index in kept], raster)
        costs += [options[index].cost for index in kept]
        order = np.argsort(costs, kind="stable").tolist()
        return [
            Chance(
                option=options[kept[rank]],
                boxes=both[kept[rank]] + _dot_box(name),
                cost=float(costs[rank]),
            )
            for rank in (*order[:_BEST], *order[_BEST::_ONE_IN])
        ]

    @staticmethod
    def _cross(bad: np.ndarray, boxes: Sequence[tuple[Span, ...]], lines: shapely.Geometry) -> None:
        """Mark the options that lie on lines."""
        owner, flat = _flattened([() if bad[index] else some for index, some in enumerate(boxes)])
        if len(flat):
            bad[owner[shapely.intersects(lines, shapely.box(*flat.T))]] = True

    def _off_page(self, boxes: np.ndarray) -> np.ndarray:
        width, height = self._size
        low = (boxes[:, :2] < _EDGE_PX).any(axis=1)
        return low | (boxes[:, 2] > width - _EDGE_PX) | (boxes[:, 3] > height - _EDGE_PX)

    def _on_symbols(
        self, boxes: np.ndarray, own: tuple[float, float] | None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Say which boxes lie on a symbol, and which on one of another place than ``own``."""
        one, other = boxes[:, None, :], self._boxes[None, :, :]
        before = np.all(one[..., :2] < other[..., 2:], axis=2)
        after = np.all(one[..., 2:] > other[..., :2], axis=2)
        met = np.asarray(before & after)
        if own is None:
            return np.asarray(met.any(axis=1)), np.asarray(met.any(axis=1))
        middles = (self._boxes[:, :2] + self._boxes[:, 2:]) / 2
        far = np.hypot(*(middles - own).T)
        # On its own symbol a number may come as near to others as it does not touch them.
        others = (far > _SAME_PX) & (far < self._boxes[:, 2] - middles[:, 0] + _NUMBER_PX)
        return np.asarray(met.any(axis=1)), np.asarray((met & others).any(axis=1))

    @staticmethod
    def _is_on_own(option: Option, name: Name) -> bool:
        """Whether a number stands on the symbol of its own place, in the stead of it."""
        return option.number and option.setting.disc_at == name.point


def _flattened(boxes: Sequence[tuple[Span, ...]]) -> tuple[np.ndarray, np.ndarray]:
    """Give all boxes as rows, and for each row whose it is."""
    owner = np.repeat(np.arange(len(boxes)), [len(some) for some in boxes])
    return owner, np.array([box for some in boxes for box in some]).reshape(-1, 4)


def _dot_box(name: Name) -> tuple[Span, ...]:
    if name.dot is None:
        return ()
    x, y = name.dot
    return ((x - _DOT_PX, y - _DOT_PX, x + _DOT_PX, y + _DOT_PX),)


def _basemap_costs(name: Name, boxes: Sequence[tuple[Span, ...]], raster: Raster) -> np.ndarray:
    """Say what it costs a name to leave the water on the coast, or to lie half in it inland."""
    if name.inside or not boxes:
        return np.zeros(len(boxes))
    owner, flat = _flattened(boxes)
    share = np.bincount(owner, raster.dry_shares(flat)) / np.bincount(owner)
    if name.point is None or raster.is_coastal(*name.point):
        return np.asarray(_ON_LAND * share)
    return np.asarray(_MIXED * share * (1 - share))
