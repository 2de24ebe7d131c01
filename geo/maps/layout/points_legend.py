"""Names of the largest of many places, and the corner in which their legend stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.maps.layout.labels.candidates import around
from geo.maps.layout.labels.names import Name, short
from geo.maps.layout.labels.text_box import TextLine
from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.style.text_metrics import Face, text_width
from geo.maps.style.theme import POINT, SCALE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.maps.layout.labels.text_box import Span
    from geo.maps.layout.points import PointsLayer, PointsLegendRow
    from geo.maps.layout.projection import View

_HEADING = Face(size=11.5, weight=600)


_PAD_PX, _ROW_PX, _MARGIN_PX, _GAP_PX = 9.0, 17.0, 10.0, 7.0


_LONGEST_PX = 190.0


def point_names(points_layer: PointsLayer) -> Iterator[Name]:
    """List the names of the largest places, each to stand beside its dot."""
    for big in points_layer.big:
        line = TextLine(text=short(big.name), face=POINT, colour="ink", halo="land")
        yield Name(
            ident=f"point {big.rank}",
            options=tuple(around((big.x, big.y), big.size_px / 2, (line,))),
            worth=CARTOGRAPHY.worths.point - 0.05 * big.rank,
            dot=(big.x, big.y),
        )


def points_legend_box(points_layer: PointsLayer, view: View, taken: Sequence[Span]) -> Span | None:
    """Find the corner with the fewest dots for the legend; None where it says nothing."""
    if not points_layer.legend:
        return None
    wide = (
        max(text_width(points_layer.heading, _HEADING), *map(_width, points_layer.legend))
        + 2 * _PAD_PX
    )
    rows = len(points_layer.legend) + bool(points_layer.heading)
    high = rows * _ROW_PX + 2 * _PAD_PX - 4
    right, low = view.width - _MARGIN_PX - wide, view.height - _MARGIN_PX - high
    corners = ((_MARGIN_PX, low), (right, low), (_MARGIN_PX, _MARGIN_PX), (right, _MARGIN_PX))
    boxes = [(x, y, x + wide, y + high) for x, y in corners]
    free = [box for box in boxes if not any(_meet(box, other) for other in taken)]
    return min(free or boxes, key=points_layer.load)


def _width(entry: PointsLegendRow) -> float:
    return entry.size_px + _GAP_PX + min(text_width(entry.text, SCALE), _LONGEST_PX) + 6


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
