"""Draws what stands below the map: its legend where no corner has room, and the credits."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from geo.maps.layout.legend import legend_lines, legend_lines_height, place_rows
from geo.maps.spec.model import Tone
from geo.maps.style.text_metrics import Face
from geo.maps.style.theme import palette
from geo.maps.svg.legend import draw_legend_lines
from geo.maps.svg.markup import element
from geo.maps.svg.paragraph import set_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.maps.layout.legend import LegendRow
    from geo.maps.layout.map_layout import Layout
    from geo.maps.style.theme import Theme

_AIR_PX = 8.0
_CREDITS = Face(size=12)
_LEADING_PX = 17.0


def below_map(layout: Layout, theme: Theme, *, key: bool, credits_text: str) -> tuple[str, float]:
    """Write what stands below the map; the markup, and how much height it takes, pixels.

    The names of numbered places are always there; a ``key`` of lines only if it is asked for.
    """
    colours, width = palette(theme), float(layout.view.width)
    top = layout.view.height + _AIR_PX
    drawn = ""
    for rows in _rows(layout, key=key):
        drawn += draw_legend_lines(rows, top, colours, theme)
        top += legend_lines_height(rows) + _AIR_PX / 2
    if credits_text:
        words = set_text(credits_text, _CREDITS, width, colour=Tone.NONE, leading=_LEADING_PX)
        drawn += words.draw(0.0, top, colours)
        top += words.height
    if not drawn:
        return "", 0.0
    more = top - layout.view.height
    # The basemap runs on below the map's edge.
    paper = element(
        "rect", y=layout.view.height, width=width, height=more + 1.0, fill=colours["paper"]
    )
    return paper + drawn, more


def key_height(layout: Layout) -> int:
    """Height that the names of numbered places take below the map, pixels."""
    rows = list(_rows(layout, key=False))
    return math.ceil(sum(map(legend_lines_height, rows)) + 1.5 * _AIR_PX) if rows else 0


def _rows(layout: Layout, *, key: bool) -> Iterator[list[list[LegendRow]]]:
    width = float(layout.view.width)
    if layout.numbered:
        yield legend_lines(place_rows(layout.numbered), width)
    if key and layout.key and layout.furniture.key is None:
        yield legend_lines(layout.key, width)
