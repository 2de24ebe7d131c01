"""Draws the legend: pieces of the lines and rings on the map, with what each means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.maps.layout.labels.text_box import Setting
from geo.maps.style.theme import DASHES
from geo.maps.svg.furniture import draw_panel
from geo.maps.svg.labels import draw_label, draw_number
from geo.maps.svg.markup import element
from geo.maps.svg.routes import sample

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.maps.layout.labels.text_box import Span
    from geo.maps.style.theme import Theme

from geo.maps.layout.legend import (
    _GAP_PX,
    _INDENT_PX,
    _PAD_PX,
    _RING_PX,
    _ROW_PX,
    _SAMPLE_PX,
    LegendRow,
)


def draw_legend(
    entries: Sequence[LegendRow], box: Span, colours: Mapping[str, str], theme: Theme
) -> str:
    """Draw a key in one column on a pale panel."""
    rows = "".join(
        _row(entry, (box[0] + _PAD_PX, box[1] + _PAD_PX - 1.0 + number * _ROW_PX), colours, theme)
        for number, entry in enumerate(entries)
    )
    return draw_panel(box, colours) + rows


def draw_legend_lines(
    rows: Sequence[Sequence[LegendRow]], top: float, colours: Mapping[str, str], theme: Theme
) -> str:
    """Draw a key in rows below the map."""
    return "".join(
        _row(entry, (x, top + number * _ROW_PX), colours, theme)
        for number, row in enumerate(rows)
        for entry, x in zip(row, _starts(row), strict=True)
    )


def _starts(row: Sequence[LegendRow]) -> Iterator[float]:
    x = _INDENT_PX
    for entry in row:
        yield x
        x += entry.width + 3 * _GAP_PX


def _row(
    entry: LegendRow, at: tuple[float, float], colours: Mapping[str, str], theme: Theme
) -> str:
    x, top = at
    middle = top + _ROW_PX / 2
    if entry.number:
        shown = draw_number((x + entry.sample_px / 2, middle), entry.number, colours)
    elif entry.route is None:
        shown = element(
            "circle",
            cx=x + _SAMPLE_PX / 2,
            cy=middle,
            r=_RING_PX,
            fill=colours["ink"],
            fill_opacity=0.05,
            stroke=colours["ink"],
            stroke_opacity=0.8,
            stroke_width=1.6,
            stroke_dasharray=DASHES["uncertain"],
        )
    else:
        run = np.array([(x, middle), (x + _SAMPLE_PX, middle)])
        shown = sample(entry.route, run, colours, theme)
    start = x + entry.sample_px + _GAP_PX
    words = Setting(lines=(entry.line,), x=start, top=middle - entry.line.middle)
    return shown + element("g", draw_label(words, colours), stroke_width=0.0)
