"""Draws the scale bar and the locator globe."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.contracts.units import M_PER_KM, M_PER_MILE
from geo.geodesy import distance_m
from geo.maps.layout.labels.text_box import Setting, TextLine
from geo.maps.spec.polyline import decode_lines
from geo.maps.style.theme import SCALE
from geo.maps.svg.labels import draw_label
from geo.maps.svg.markup import element, number, path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.maps.layout.labels.text_box import Span
    from geo.maps.layout.projection import View
    from geo.maps.spec.model import Inset


_BAR_PX = 100.0


# From the bar to the nearer edge of each of its labels.
_APART_PX = 1.5


_LEAST_BOX_PX = 7.0


_GLOBE_TOLERANCE_PX = 0.5


# Smaller islands are no more than a blot.
_GLOBE_SPECK_PX = 1.5


_STEPS = 16


_PANEL_OPACITY = 0.82


def draw_panel(box: Span, colours: Mapping[str, str]) -> str:
    """Draw the pale panel that a key or a legend stands on."""
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
    for unit_m, unit, side in ((M_PER_KM, "km", -1.0), (M_PER_MILE, "mi", 1.0)):
        value = _round_length(_BAR_PX * metres_px / unit_m)
        end = x + value * unit_m / metres_px
        run = [(x, middle + side * 6), (x, middle), (end, middle), (end, middle + side * 6)]
        parts.append(element("path", d=path([np.array(run)]), fill="none", stroke=colours["ink"]))
        line = TextLine(text=f"{_figure(value)} {unit}", face=SCALE, colour="ink", halo="water")
        top = middle + side * (line.height / 2 + _APART_PX) - line.height / 2
        parts.append(draw_label(Setting(lines=(line,), x=end + 6, top=top), colours))
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
    corners = view.to_lon_lat(_page_edge(view))
    # Of a page with half the world and more the outline is a tangle on the rim.
    is_wide = view.is_world or not np.isfinite(corners).all()
    edge, _ = _on_globe(corners[: 0 if is_wide else None], inset)
    edge = edge * (radius - 3) + (x, y)
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
