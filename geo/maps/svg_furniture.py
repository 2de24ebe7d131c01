"""A view and what is on the page in; scale bar and locator globe, each in an empty corner, out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.geodesy import distance_m
from geo.maps.coding import decode_lines
from geo.maps.svg_style import SCALE
from geo.maps.svg_text import Line, Setting
from geo.maps.svg_write import element, number, path
from geo.maps.units import MILE_M

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.maps.model import Inset
    from geo.maps.projection import View
    from geo.maps.svg_text import Span

_MARGIN_PX = 18.0
_GLOBE_PX, _GLOBE_PHONE_PX = 55.0, 36.0
_PHONE_PX, _TINY_PX = 560, 340
_SCALE_PX, _SCALE_HIGH_PX = 165.0, 40.0
_BAR_PX = 100.0
# From the bar to the nearer edge of each of its labels.
_APART_PX = 1.5
_LEAST_BOX_PX = 7.0
_GLOBE_TOLERANCE_PX = 0.5
# Smaller islands are no more than a blot.
_GLOBE_SPECK_PX = 1.5
_STEPS = 16
_CLEAR_PX = 14.0
_PANEL_OPACITY = 0.82
_Weights = dict[tuple[bool, bool], float]
# How well each corner (right, low) suits when all are empty.
_GLOBE_WEIGHTS: _Weights = {
    (True, True): 1.1,
    (False, True): 1.05,
    (True, False): 1.0,
    (False, False): 1.0,
}
_SCALE_WEIGHTS: _Weights = {**_GLOBE_WEIGHTS, (True, False): 0.4, (False, False): 0.4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Boxes of what stands in the corners; None where there is no room or no use for it."""

    globe: Span | None = None
    scale: Span | None = None
    key: Span | None = None

    @property
    def boxes(self) -> tuple[Span, ...]:
        """What names keep clear of."""
        return tuple(box for box in (self.globe, self.scale, self.key) if box)


def arrange(
    view: View, busy: shapely.Geometry, key_size: tuple[float, float] | None = None
) -> Furniture:
    """Choose corners that are clear of ``busy``; a map of the world needs no globe and no scale."""
    globe, scale = (None, None) if view.is_world else _globe_and_scale(view, busy)
    if key_size is None:
        return Furniture(globe=globe, scale=scale)
    taken = shapely.union_all([busy, *(shapely.box(*box) for box in (globe, scale) if box)])
    key = _emptiest(view, key_size, taken, weights=_GLOBE_WEIGHTS)
    return Furniture(globe=globe, scale=scale, key=key)


def _globe_and_scale(view: View, busy: shapely.Geometry) -> tuple[Span | None, Span | None]:
    globe = None
    if view.width >= _TINY_PX:
        size = 2 * (_GLOBE_PHONE_PX if view.width < _PHONE_PX else _GLOBE_PX)
        globe = _emptiest(view, (size, size), busy, weights=_GLOBE_WEIGHTS)
    scale = _beside(globe, view, busy) if globe else None
    if scale is None:
        taken = shapely.union_all([busy, *([shapely.box(*globe)] if globe else [])])
        scale = _emptiest(view, (_SCALE_PX, _SCALE_HIGH_PX), taken, weights=_SCALE_WEIGHTS)
    return globe, scale


def _emptiest(
    view: View, size: tuple[float, float], busy: shapely.Geometry, *, weights: _Weights
) -> Span | None:
    """Find the corner farthest from what is going on; the lower right where all are alike."""
    best, most = None, 0.0
    for (right, low), weight in weights.items():
        x = view.width - _MARGIN_PX - size[0] if right else _MARGIN_PX
        y = view.height - _MARGIN_PX - size[1] if low else _MARGIN_PX
        box = (x, y, x + size[0], y + size[1])
        room = min(shapely.box(*box).distance(busy), view.width / 3)
        if room > _CLEAR_PX and room * weight > most:
            best, most = box, room * weight
    return best


def _beside(globe: Span, view: View, busy: shapely.Geometry) -> Span | None:
    """Find room for the scale on the inner side of the globe, level with its lower edge."""
    inner = (globe[0] + globe[2]) / 2 > view.width / 2
    x = globe[0] - _MARGIN_PX - _SCALE_PX if inner else globe[2] + _MARGIN_PX
    low = globe[3] if globe[1] > view.height / 2 else globe[1] + _SCALE_HIGH_PX
    box = (x, low - _SCALE_HIGH_PX, x + _SCALE_PX, low)
    return box if shapely.box(*box).distance(busy) > _CLEAR_PX else None


def draw_panel(box: Span, colours: Mapping[str, str]) -> str:
    """Draw the pale ground that a key or a legend stands on."""
    return element(
        "rect",
        x=box[0],
        y=box[1],
        width=box[2] - box[0],
        height=box[3] - box[1],
        rx=4.0,
        fill=colours["paper"],
        fill_opacity=_PANEL_OPACITY,
    )


def draw_scale(box: Span, view: View, colours: Mapping[str, str]) -> str:
    """Draw one bar with kilometres above and miles below, true for the place where it stands."""
    middle = (box[1] + box[3]) / 2
    ends = view.to_lon_lat(np.array([(box[0], middle), (box[0] + _BAR_PX, middle)]))
    metres_px = distance_m(*ends[0], *ends[1]) / _BAR_PX
    if not math.isfinite(metres_px) or metres_px <= 0:
        return ""
    x, parts = box[0] + 1, []
    for unit_m, unit, side in ((1000.0, "km", -1.0), (MILE_M, "mi", 1.0)):
        value = _round_length(_BAR_PX * metres_px / unit_m)
        end = x + value * unit_m / metres_px
        run = [(x, middle + side * 6), (x, middle), (end, middle), (end, middle + side * 6)]
        parts.append(element("path", d=path([np.array(run)]), fill="none", stroke=colours["ink"]))
        line = Line(text=f"{_figure(value)} {unit}", face=SCALE, colour="ink", halo="water")
        top = middle + side * (line.height / 2 + _APART_PX) - line.height / 2
        parts.append(Setting(lines=(line,), x=end + 6, top=top).draw(colours, ""))
    return element("g", *parts, stroke_width=1.2)


def draw_globe(box: Span, view: View, inset: Inset, colours: Mapping[str, str]) -> str:
    """Draw the half of the earth that is seen from above the story, and the page's outline."""
    radius = (box[2] - box[0]) / 2
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    at = {"cx": x, "cy": y}
    land = []
    for points in decode_lines(inset.land, inset.grid):
        ring, seen = _on_globe(points, inset)
        if seen.any():
            line = shapely.LineString(ring * (radius - 3) + (x, y))
            if np.ptp(line.xy, axis=1).max() >= _GLOBE_SPECK_PX:
                land.append(shapely.get_coordinates(line.simplify(_GLOBE_TOLERANCE_PX)))
    edge, _ = _on_globe(view.to_lon_lat(_page_edge(view)), inset)
    edge = edge[np.isfinite(edge).all(axis=1)] * (radius - 3) + (x, y)
    return element(
        "g",
        element("circle", **at, r=radius, fill=colours["inset-frame"], stroke=colours["coast"]),
        element("circle", **at, r=radius - 3, fill=colours["water"]),
        element(
            "path",
            d=path(land, closed=True),
            fill=colours["land"],
            stroke=colours["border"],
            stroke_width=0.5,
        ),
        _seen_box(edge, colours),
        stroke_width=0.8,
    )


def _seen_box(edge: np.ndarray, colours: Mapping[str, str]) -> str:
    if not len(edge):
        return ""
    low, high = edge.min(axis=0), edge.max(axis=0)
    if (high - low).max() < _LEAST_BOX_PX:
        middle, half = (low + high) / 2, _LEAST_BOX_PX / 2
        corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]
        edge = middle + np.array(corners)
    return element(
        "path",
        d=path([edge], closed=True),
        fill="none",
        stroke=colours["route-1"],
        stroke_width=1.8,
    )


def _page_edge(view: View) -> np.ndarray:
    page = shapely.box(0, 0, view.width, view.height).exterior
    return np.asarray(shapely.get_coordinates(shapely.segmentize(page, view.width / _STEPS)))


def _on_globe(points: np.ndarray, inset: Inset) -> tuple[np.ndarray, np.ndarray]:
    """Project orthographically; what lies behind is moved to the rim. Radius 1, y down."""
    lon, lat = np.radians(points[:, 0] - inset.lon), np.radians(points[:, 1])
    tilt = math.radians(inset.lat)
    x = np.cos(lat) * np.sin(lon)
    y = math.cos(tilt) * np.sin(lat) - math.sin(tilt) * np.cos(lat) * np.cos(lon)
    seen = math.sin(tilt) * np.sin(lat) + math.cos(tilt) * np.cos(lat) * np.cos(lon) >= 0
    far = np.where(seen, 1.0, np.maximum(np.hypot(x, y), 1e-9))
    return np.column_stack([x / far, -y / far]), seen


def _round_length(most: float) -> float:
    """Largest of 1, 2, 5 times a power of ten that is no more than this."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in (1.0, 2.0, 5.0) if step * power <= most)


def _figure(value: float) -> str:
    return number(value) if value < 1 else f"{value:,.0f}"
