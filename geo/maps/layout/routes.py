"""The lines of routes and measures on the page, in pixels, and how broad they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.layout.curves import smooth
from geo.maps.layout.geometry import whole_lines_px
from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.spec.model import Manner, RouteStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.maps.layout.projection import View
    from geo.maps.spec.model import Grid, MapRoute, MapSpec, Measure


_WIDTHS = CARTOGRAPHY.routes
_SMOOTH = frozenset({"rail", "road"})


_SIMPLE_PX, _SIMPLE_SMOOTH_PX, _SIMPLER_PX = 0.3, 1.5, 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteLines:
    """Routes and measured lines on the page."""

    routes: tuple[tuple[MapRoute, list[np.ndarray]], ...]
    measures: tuple[tuple[Measure, list[np.ndarray]], ...]

    @property
    def all(self) -> tuple[tuple[MapRoute | Measure, list[np.ndarray]], ...]:
        """Routes, then measured lines."""
        return (*self.routes, *self.measures)

    @property
    def lines(self) -> list[np.ndarray]:
        """All lines that names keep clear of."""
        return [line for _, lines in self.all for line in lines]


def lay_out_routes(spec: MapSpec, view: View) -> RouteLines:
    """Bring routes and measured lines on to the page."""
    grid = spec.basemap.grid
    return RouteLines(
        routes=tuple(
            (route, _drawn_lines(route.lines, view, grid, bent=_is_bent(route, view)))
            for route in spec.routes
        ),
        measures=tuple(
            (item, _drawn_lines(item.lines, view, grid, bent=False)) for item in spec.measures
        ),
    )


def route_width(route: MapRoute) -> float:
    """Say how broad the line of a route is drawn, without its casing, pixels."""
    if route.status is not RouteStatus.MADE:
        return _WIDTHS.planned if route.status is RouteStatus.PLANNED else _WIDTHS.possible
    if route.manner is not Manner.TAKEN:
        return _WIDTHS.faint
    if route.assumed:
        return _WIDTHS.assumed
    return _WIDTHS.thin if route.kind in {"air", "geodesic"} else _WIDTHS.known


def _is_bent(route: MapRoute, view: View) -> bool:
    return route.kind in _SMOOTH and route.manner is Manner.TAKEN and not view.is_world


def _drawn_lines(coded: Sequence[str], view: View, grid: Grid, *, bent: bool) -> list[np.ndarray]:
    lines = whole_lines_px(coded, grid, view)
    coarse = shapely.simplify(
        [shapely.LineString(line) for line in lines], _SIMPLE_SMOOTH_PX if bent else _SIMPLE_PX
    )
    found = [np.asarray(shapely.get_coordinates(line)) for line in coarse if line.length]
    if not bent:
        return found
    smoothed = shapely.simplify([shapely.LineString(smooth(line)) for line in found], _SIMPLER_PX)
    return [np.asarray(shapely.get_coordinates(line)) for line in smoothed]
