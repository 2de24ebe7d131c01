"""Routes and measured lines of a spec in; their drawing, and their lines in pixels, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.svg_lines import whole_lines_px
from geo.maps.svg_style import DASHES, PRINT_DASHES
from geo.maps.svg_write import element, escaped, path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.maps.model import Grid, MapRoute, MapSpec, Measure
    from geo.maps.projection import View
    from geo.maps.svg_style import Theme

CASING_PX, WAY_PX = 6.5, 3.0
_THIN_PX = 2.2
_TICK_EVERY_PX, _TICK_PX = 13.0, 4.2
_ARROWS = 3
# A shorter way has room for one arrowhead, and a very short one for none.
_SHORT_PX, _VERY_SHORT_PX = 150.0, 50.0
_SIMPLE_PX = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Routes and measured lines on the page."""

    routes: tuple[tuple[MapRoute, list[np.ndarray]], ...]
    measures: tuple[tuple[Measure, list[np.ndarray]], ...]

    @property
    def lines(self) -> list[np.ndarray]:
        """All lines that names keep clear of."""
        return [line for _, lines in (*self.routes, *self.measures) for line in lines]


def way_lines(spec: MapSpec, view: View) -> Ways:
    """Bring routes and measured lines on to the page."""
    grid = spec.ground.grid
    return Ways(
        routes=tuple((route, _simple(route.lines, view, grid)) for route in spec.routes),
        measures=tuple((item, _simple(item.lines, view, grid)) for item in spec.measures),
    )


def _simple(coded: Sequence[str], view: View, grid: Grid) -> list[np.ndarray]:
    lines = whole_lines_px(coded, grid, view)
    simple = shapely.simplify([shapely.LineString(line) for line in lines], _SIMPLE_PX)
    return [np.asarray(shapely.get_coordinates(line)) for line in simple if line.length]


def draw_ways(ways: Ways, colours: Mapping[str, str], theme: Theme) -> str:
    """Draw all casings first, so that no way cuts another, then the ways and measured lines."""
    casings = "".join(
        element(
            "path", d=path(lines), fill="none", stroke=colours["casing"], stroke_width=CASING_PX
        )
        for _, lines in ways.routes
        if lines
    )
    drawn = "".join(
        element(
            "g",
            *_route(route, lines, colours, theme),
            element("title", escaped(route.title)),
            class_=f"dl-drawn-{route.tone}",
        )
        for route, lines in ways.routes
        if lines
    )
    measured = "".join(
        element(
            "path",
            d=path(lines),
            fill="none",
            stroke=colours[item.tone],
            stroke_width=1.9,
            stroke_dasharray=DASHES["measure"],
        )
        for item, lines in ways.measures
        if lines
    )
    return element("g", casings, stroke_linejoin="round", stroke_linecap="round") + drawn + measured


def _route(
    route: MapRoute, lines: Sequence[np.ndarray], colours: Mapping[str, str], theme: Theme
) -> Iterator[str]:
    colour = colours[route.tone]
    yield element(
        "path",
        d=path(lines),
        fill="none",
        stroke=colour,
        stroke_width=_THIN_PX if route.kind in {"air", "geodesic"} else WAY_PX,
        stroke_dasharray=_dashes(route, theme),
        stroke_linejoin="round",
    )
    if route.kind == "rail":
        yield element("path", d=path(_ticks(lines)), fill="none", stroke=colour, stroke_width=1.5)
    heads = list(_arrows(lines))
    if heads:
        yield element(
            "path",
            d=path(heads, closed=True),
            fill=colour,
            stroke=colours["casing"],
            stroke_width=1.2,
            paint_order="stroke",
            stroke_linejoin="round",
        )


def _dashes(route: MapRoute, theme: Theme) -> str | None:
    if route.kind in {"sea", "geodesic"}:
        return DASHES[route.kind]
    if route.inferred:
        return DASHES["inferred"]
    return PRINT_DASHES.get(route.tone) if theme == "print" else None


def _ticks(lines: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
    for line in lines:
        shape = shapely.LineString(line)
        for at in np.arange(_TICK_EVERY_PX / 2, shape.length, _TICK_EVERY_PX):
            x, y, along_x, along_y = point_at(shape, at)
            across = np.array([-along_y, along_x]) * _TICK_PX
            yield np.array([(x, y)]) + np.array([-across, across])


def _arrows(lines: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
    shape = shapely.LineString(max(lines, key=lambda line: shapely.LineString(line).length))
    if shape.length < _VERY_SHORT_PX:
        return
    count = 1 if shape.length < _SHORT_PX else _ARROWS
    for number in range(1, count + 1):
        # Every third of the way, and not at its very end.
        share = 0.55 if count == 1 else number / (count + 0.5)
        x, y, along_x, along_y = point_at(shape, share * shape.length)
        along, across = np.array([along_x, along_y]), np.array([-along_y, along_x])
        middle = np.array([x, y])
        yield np.array(
            [
                middle + 6.0 * along,
                middle - 4.5 * along + 4.8 * across,
                middle - 4.5 * along - 4.8 * across,
                middle + 6.0 * along,
            ]
        )


def point_at(shape: shapely.LineString, at: float) -> tuple[float, float, float, float]:
    """Give a point of a line, so far along it in pixels, and the direction there."""
    here = shapely.line_interpolate_point(shape, at)
    low, high = max(0.0, at - 3.0), min(shape.length, at + 3.0)
    one, two = shapely.line_interpolate_point(shape, [low, high])
    far = one.distance(two) or 1.0
    return here.x, here.y, (two.x - one.x) / far, (two.y - one.y) / far
