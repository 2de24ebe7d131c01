"""Draws routes, with the marks of their mode and direction, and the lines of measured distances.

A way that is taken is a full line with the signs of its mode; a line in the stead of a way that is
not known is thin and dashed and has no arrowheads. A journey that is planned is a row of dots with
hollow arrowheads, and one that is only possible a row of small grey ones. Where the article does
not state the start or the end of a journey, its line is a thinner row of dashes and dots.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.layout.curves import longest, pieces, point_at, straightness
from geo.maps.spec.model import Manner, RouteStatus
from geo.maps.style.palette import PRINT_DASHES
from geo.maps.style.theme import DASHES
from geo.maps.svg.markup import element, escaped, path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.maps.spec.model import MapRoute
    from geo.maps.style.theme import Theme

from geo.maps.layout.routes import RouteLines, route_width
from geo.maps.spec.cartography import CARTOGRAPHY

_CASING_PX, _MEASURE_PX = CARTOGRAPHY.routes.casing, CARTOGRAPHY.routes.measure


# Dashes of an inferred railway carry a tick each, see `DASHES`.
_TICK_EVERY_PX, _TICK_PX = 18.0, 4.2


# A shorter way has room for one arrowhead, and a very short one for none.
_SHORT_PX, _VERY_SHORT_PX = 220.0, 70.0


_ARROW_REACH_PX, _STRAIGHT = 9.0, 0.96


def draw_routes(route_lines: RouteLines, colours: Mapping[str, str], theme: Theme) -> str:
    """Draw all casings first, so that no way cuts another, then the ways and measured lines."""
    casings = "".join(
        _line(lines, colours["casing"], width + _CASING_PX)
        for lines, width in (
            *((lines, route_width(route)) for route, lines in route_lines.routes),
            *((lines, _MEASURE_PX - 1.0) for _, lines in route_lines.measures),
        )
        if lines
    )
    drawn = "".join(
        element(
            "g",
            *_route(route, lines, colours, theme),
            element("title", escaped(route.title)),
            class_=f"dl-drawn-{route.tone}",
        )
        for route, lines in route_lines.routes
        if lines
    )
    measured = "".join(
        _line(lines, colours[item.tone], _MEASURE_PX, dashes=DASHES["measure"])
        for item, lines in route_lines.measures
        if lines
    )
    joined = {"fill": "none", "stroke_linejoin": "round", "stroke_linecap": "round"}
    return element("g", casings, **joined, stroke_opacity=0.95) + drawn + measured


def _line(
    lines: Sequence[np.ndarray], colour: str, width: float, **more: str | float | None
) -> str:
    dashes = more.get("dashes")
    return element(
        "path",
        d=path(lines),
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dashes,
        stroke_dashoffset=more.get("offset"),
        stroke_linejoin="round",
        stroke_linecap=more.get("cap"),
    )


def _route(
    route: MapRoute, lines: Sequence[np.ndarray], colours: Mapping[str, str], theme: Theme
) -> Iterator[str]:
    colour = colours[route.tone]
    yield _stroke(route, lines, colours, theme)
    if route.manner is not Manner.TAKEN or route.status is RouteStatus.POSSIBLE:
        return
    is_made = route.status is RouteStatus.MADE
    if route.kind == "rail" and is_made and not route.assumed:
        yield _line(list(_ticks(lines)), colour, 1.5)
    heads = list(_arrows(longest(list(lines))))
    if heads:
        yield element(
            "path",
            d=path(heads, closed=True),
            fill=colour if is_made else colours["casing"],
            stroke=colours["casing"] if is_made else colour,
            stroke_width=1.2 if is_made else 1.6,
            paint_order="stroke" if is_made else None,
            stroke_linejoin="round",
        )


def sample(route: MapRoute, run: np.ndarray, colours: Mapping[str, str], theme: Theme) -> str:
    """Draw a short straight piece of the line of a route, for the key."""
    line = _stroke(route, [run], colours, theme)
    if route.kind != "rail" or not _is_known(route) or route.assumed:
        return line
    return line + _line(list(_ticks([run])), colours[route.tone], 1.5)


def _stroke(
    route: MapRoute, lines: Sequence[np.ndarray], colours: Mapping[str, str], theme: Theme
) -> str:
    dashes, offset = route_dashes(route, theme)
    cap = None if route.status is RouteStatus.MADE else "round"
    look = {"dashes": dashes, "offset": offset, "cap": cap}
    return _line(lines, colours[route.tone], route_width(route), **look)


def _is_known(route: MapRoute) -> bool:
    return route.manner is Manner.TAKEN and route.status is RouteStatus.MADE


def route_dashes(route: MapRoute, theme: Theme) -> tuple[str | None, float | None]:
    """Give the dashes of a route and where they begin."""
    if route.status is not RouteStatus.MADE:
        return DASHES[route.status.value], None
    if route.manner is not Manner.TAKEN:
        return DASHES["faint"], None
    if route.assumed:
        return DASHES["assumed"], None
    if route.kind in {"sea", "geodesic"}:
        return DASHES[route.kind], None
    if route.inferred:
        dash, gap = DASHES["inferred"].split()
        # A dash is half over where the way begins, so that ticks fall into the middle of dashes.
        return f"{dash} {gap}", float(dash) / 2
    return (PRINT_DASHES.get(route.tone) if theme == "print" else None), None


def _ticks(lines: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
    for line in lines:
        points = pieces(
            shapely.LineString(line), _TICK_EVERY_PX, first=_TICK_EVERY_PX, last=_TICK_PX
        )
        across = np.column_stack([-points[:, 3], points[:, 2]]) * _TICK_PX
        yield from np.stack([points[:, :2] - across, points[:, :2] + across], axis=1)


def _arrows(shape: shapely.LineString) -> Iterator[np.ndarray]:
    for at in _arrow_places(shape):
        x, y, along_x, along_y = point_at(shape, at, 7.0)
        along, across = np.array([along_x, along_y]), np.array([-along_y, along_x])
        tip, back = np.array([x, y]) + 7.0 * along, np.array([x, y]) - 4.5 * along
        yield np.array([tip, back + 5.0 * across, back - 5.0 * across, tip])


def _arrow_places(shape: shapely.LineString) -> Iterator[float]:
    """Every third of the way, moved to where it is straight, pixels along it."""
    far = shape.length
    if far < _VERY_SHORT_PX:
        return
    wanted = (far / 2,) if far < _SHORT_PX else (far / 3, 2 * far / 3, far - 30.0)
    for along in wanted:
        near = [along + by for by in (0.0, 8.0, -8.0, 16.0, -16.0, 24.0, -24.0)]
        near = [at for at in near if _ARROW_REACH_PX + 5.0 < at < far - 20.0]
        straight = {at: straightness(shape, at, _ARROW_REACH_PX) for at in near}
        yield next((at for at in near if straight[at] > _STRAIGHT), max(near, key=straight.get))  # type: ignore[arg-type]
