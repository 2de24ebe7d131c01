"""A `Cloud` in; its dots, its legend and the names of its largest places, as markup, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.maps.metrics import Face, text_width
from geo.maps.svg_furniture import draw_panel
from geo.maps.svg_names import Name, short
from geo.maps.svg_positions import around
from geo.maps.svg_style import SCALE
from geo.maps.svg_text import Line
from geo.maps.svg_write import element, escaped, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.maps.projection import View
    from geo.maps.svg_many import Cloud, Dots, Entry
    from geo.maps.svg_text import Span

_FACE = Face(size=13, weight=600)
_HEADING = Face(size=11.5, weight=600)
_WORTH = 6.5
_STRENGTH, _FEW_STRENGTH, _FEW = 0.62, 0.8, 600
_HALF_PX = 0.5
_PAD_PX, _ROW_PX, _MARGIN_PX, _GAP_PX = 9.0, 17.0, 10.0, 7.0
_LONGEST_PX = 190.0


def cloud_names(cloud: Cloud) -> Iterator[Name]:
    """List the names of the largest places, each to stand beside its dot."""
    for big in cloud.big:
        line = Line(text=short(big.name), face=_FACE, colour="ink", halo="land")
        yield Name(
            ident=f"many {big.rank}",
            options=tuple(around((big.x, big.y), big.size_px / 2, (line,))),
            worth=_WORTH - 0.05 * big.rank,
            dot=(big.x, big.y),
        )


def draw_cloud(cloud: Cloud, colours: Mapping[str, str]) -> str:
    """Draw the dots, each group of like ones as one path."""
    few = sum(len(dots.points) for dots in cloud.dots) <= _FEW
    strength = _FEW_STRENGTH if few or cloud.is_binned else _STRENGTH
    drawn = "".join(_group(dots, colours) for dots in cloud.dots)
    return element("g", drawn, stroke_opacity=strength, fill_opacity=strength)


def legend_box(cloud: Cloud, view: View, taken: Sequence[Span]) -> Span | None:
    """Find the corner with the fewest dots for the legend; None where it says nothing."""
    if not cloud.legend:
        return None
    wide = max(text_width(cloud.heading, _HEADING), *map(_width, cloud.legend)) + 2 * _PAD_PX
    rows = len(cloud.legend) + bool(cloud.heading)
    high = rows * _ROW_PX + 2 * _PAD_PX - 4
    right, low = view.width - _MARGIN_PX - wide, view.height - _MARGIN_PX - high
    corners = ((_MARGIN_PX, low), (right, low), (_MARGIN_PX, _MARGIN_PX), (right, _MARGIN_PX))
    boxes = [(x, y, x + wide, y + high) for x, y in corners]
    free = [box for box in boxes if not any(_meet(box, other) for other in taken)]
    return min(free or boxes, key=cloud.load)


def draw_legend(cloud: Cloud, box: Span | None, colours: Mapping[str, str]) -> str:
    """Write what the sizes and colours of the dots mean."""
    if box is None:
        return ""
    x, y = box[0] + _PAD_PX, box[1] + _PAD_PX + 9
    parts = [draw_panel(box, colours)]
    if cloud.heading:
        heading = _fitting(cloud.heading, _HEADING)
        parts.append(_text(heading, (x, y), colours, weight=600))
        y += _ROW_PX
    widest = max(entry.size_px for entry in cloud.legend)
    for entry in cloud.legend:
        at = np.array([(x + widest / 2, y - 4.0)])
        parts.append(element("g", _mark(entry, at, colours), stroke_opacity=_FEW_STRENGTH))
        parts.append(_text(_fitting(entry.text, SCALE), (x + widest + _GAP_PX, y), colours))
        y += _ROW_PX
    return element("g", *parts)


def _group(dots: Dots, colours: Mapping[str, str]) -> str:
    points = np.unique(np.round(dots.points / _HALF_PX), axis=0) * _HALF_PX
    return _mark(dots, points[np.lexsort((points[:, 0], points[:, 1] // 8))], colours)


def _mark(look: Dots | Entry, points: np.ndarray, colours: Mapping[str, str]) -> str:
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


def _width(entry: Entry) -> float:
    return entry.size_px + _GAP_PX + min(text_width(entry.text, SCALE), _LONGEST_PX) + 6


def _fitting(text: str, face: Face) -> str:
    """Cut a text to the widest that the legend takes."""
    while text_width(text, face) > _LONGEST_PX:
        text = f"{text.removesuffix('…')[:-1].rstrip()}…"
    return text


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


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
