"""A layout in; what stands below the map, its key where no corner has room, and credits, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.maps.metrics import Face
from geo.maps.model import Tone
from geo.maps.poster_text import set_text
from geo.maps.svg_key import draw_key_rows, key_rows, key_rows_height
from geo.maps.svg_style import palette
from geo.maps.svg_write import element

if TYPE_CHECKING:
    from geo.maps.svg_layout import Layout
    from geo.maps.svg_style import Theme

_AIR_PX = 8.0
_CREDITS = Face(size=12)
_LEADING_PX = 17.0


def below_map(layout: Layout, theme: Theme, *, key: bool, credits_text: str) -> tuple[str, float]:
    """Write what stands below the map; the markup, and how much height it takes, pixels."""
    colours, width = palette(theme), float(layout.view.width)
    top = layout.view.height + _AIR_PX
    drawn = ""
    if key and layout.key and layout.furniture.key is None:
        rows = key_rows(layout.key, width)
        drawn += draw_key_rows(rows, top, colours, theme)
        top += key_rows_height(rows) + _AIR_PX / 2
    if credits_text:
        words = set_text(credits_text, _CREDITS, width, colour=Tone.NONE, leading=_LEADING_PX)
        drawn += words.draw(0.0, top, colours)
        top += words.height
    if not drawn:
        return "", 0.0
    more = top - layout.view.height
    # The ground runs on below the map's edge.
    paper = element(
        "rect", y=layout.view.height, width=width, height=more + 1.0, fill=colours["paper"]
    )
    return paper + drawn, more
