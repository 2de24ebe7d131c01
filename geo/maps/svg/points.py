"""Draws thousands of places as dots, with their legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.maps.style.text_metrics import Face, text_width
from geo.maps.style.theme import SCALE
from geo.maps.svg.furniture import draw_panel
from geo.maps.svg.markup import element, escaped, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.maps.layout.labels.text_box import Span
    from geo.maps.layout.points import Dots, PointsLayer, PointsLegendRow

from geo.maps.layout.points_legend import _GAP_PX, _HEADING, _LONGEST_PX, _PAD_PX, _ROW_PX

_STRENGTH, _FEW_STRENGTH, _FEW = 0.62, 0.8, 600


_HALF_PX = 0.5


def draw_points(points_layer: PointsLayer, colours: Mapping[str, str]) -> str:
    """Draw the dots, each group of like ones as one path."""
    few = sum(len(dots.points) for dots in points_layer.dots) <= _FEW
    strength = _FEW_STRENGTH if few or points_layer.is_binned else _STRENGTH
    drawn = "".join(_group(dots, colours) for dots in points_layer.dots)
    return element("g", drawn, stroke_opacity=strength, fill_opacity=strength)


def draw_points_legend(
    points_layer: PointsLayer, box: Span | None, colours: Mapping[str, str]
) -> str:
    """Write what the sizes and colours of the dots mean."""
    if box is None:
        return ""
    x, y = box[0] + _PAD_PX, box[1] + _PAD_PX + 9
    parts = [draw_panel(box, colours)]
    if points_layer.heading:
        heading = _fitting(points_layer.heading, _HEADING)
        parts.append(_text(heading, (x, y), colours, weight=600))
        y += _ROW_PX
    widest = max(entry.size_px for entry in points_layer.legend)
    for entry in points_layer.legend:
        at = np.array([(x + widest / 2, y - 4.0)])
        parts.append(element("g", _mark(entry, at, colours), stroke_opacity=_FEW_STRENGTH))
        parts.append(_text(_fitting(entry.text, SCALE), (x + widest + _GAP_PX, y), colours))
        y += _ROW_PX
    return element("g", *parts)


def _group(dots: Dots, colours: Mapping[str, str]) -> str:
    points = np.unique(np.round(dots.points / _HALF_PX), axis=0) * _HALF_PX
    return _mark(dots, points[np.lexsort((points[:, 0], points[:, 1] // 8))], colours)


def _mark(look: Dots | PointsLegendRow, points: np.ndarray, colours: Mapping[str, str]) -> str:
    colour, reach = colours[look.tone], look.size_px / 2
    if look.shape in {"disc", "square"}:  # the caps of a line without length are cheap dots
        disc = look.shape == "disc"
        return element(
            "path",
            d=_run(points, "h0"),
            fill="none",
            stroke=colour,
            stroke_width=look.size_px if disc else look.size_px * 0.88,
            stroke_linecap="round" if disc else "square",
        )
    shapes = {
        "diamond": f"m0{number(-reach * 1.15)}" + _legs(reach * 1.15, diamond=True),
        "triangle": f"m0{number(-reach * 1.15)}" + _legs(reach * 1.15, diamond=False),
    }
    outline = shapes[look.shape]
    drawn = "".join(f"M{number(x)} {number(y)}{outline}" for x, y in points.tolist())
    return element("path", d=drawn, fill=colour)


def _legs(reach: float, *, diamond: bool) -> str:
    side = number(reach)
    if diamond:
        return f"l{side} {side}-{side} {side}-{side}-{side}z"
    return f"l{side} {number(1.8 * reach)}h{number(-2 * reach)}z"


def _run(points: np.ndarray, dot: str) -> str:
    x, y = points[0].tolist()
    steps = np.diff(points, axis=0).tolist()
    told = "".join(f"m{number(dx)} {number(dy)}{dot}" for dx, dy in steps)
    return f"M{number(x)} {number(y)}{dot}{told}".replace(" -", "-")


def _fitting(text: str, face: Face) -> str:
    """Cut a text to the widest that the legend takes."""
    while text_width(text, face) > _LONGEST_PX:
        text = f"{text.removesuffix('…')[:-1].rstrip()}…"
    return text


def _text(
    words: str, at: tuple[float, float], colours: Mapping[str, str], *, weight: int | None = None
) -> str:
    return element(
        "text",
        escaped(words),
        x=at[0],
        y=at[1],
        font_size=SCALE.size,
        font_weight=weight,
        fill=colours["ink"],
    )
