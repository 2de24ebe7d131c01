"""Finds places for the name of a land or a water inside what the page shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.maps.layout.labels.candidates import Option
from geo.maps.layout.labels.text_box import Setting
from geo.maps.layout.land_mask import CELL_PX, running_sums, shares_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.maps.layout.labels.text_box import TextLine

_STRIDE = 3
# The best places are tried, and some from all over, for where the middle is taken.
_BEST, _OTHERS = 10, 50
# A name may stand this far from the middle of its water at the cost of one.
_FAR_PX = 260.0
_INSIDE = 0.985
_LEAST_CELLS = 30
# Air round a name that it had better have, and what the lack of it costs.
_AIR_PX, _NO_AIR = 9.0, 0.3


def inside_mask(mask: np.ndarray, variants: Sequence[tuple[TextLine, ...]]) -> list[Option]:
    """Places for a name in cells of the raster, near the middle of them."""
    rows, columns = np.nonzero(mask)
    if len(rows) < _LEAST_CELLS:
        return []
    middle = (
        (float(np.median(columns)) + 0.5) * CELL_PX,
        (float(np.median(rows)) + 0.5) * CELL_PX,
    )
    keep = (rows % _STRIDE == 0) & (columns % _STRIDE == 0)
    points = np.column_stack([columns[keep] + 0.5, rows[keep] + 0.5]) * CELL_PX
    points = points[np.argsort(np.hypot(*(points - middle).T), kind="stable")]
    sums = running_sums(mask)
    found: list[Option] = []
    for number, lines in enumerate(variants):
        found.extend(_fitting(sums, points, middle, lines, 0.15 * number))
    return found


def _fitting(
    sums: np.ndarray,
    points: np.ndarray,
    middle: tuple[float, float],
    lines: tuple[TextLine, ...],
    cost: float,
) -> Iterator[Option]:
    height = sum(line.height for line in lines)
    fits = np.ones(len(points), dtype=bool)
    airy = np.ones(len(points), dtype=bool)
    around = np.array([-_AIR_PX, -_AIR_PX, _AIR_PX, _AIR_PX])
    for box in Setting(lines=lines, x=0.0, top=-height / 2, anchor="middle").boxes:
        boxes = np.hstack([points, points]) + box
        fits &= shares_in(sums, boxes) >= _INSIDE
        airy &= shares_in(sums, boxes + around) >= _INSIDE
    costs = cost + np.hypot(*(points - middle).T) / _FAR_PX + np.where(airy, 0.0, _NO_AIR)
    kept = np.flatnonzero(fits)
    order = kept[np.argsort(costs[kept], kind="stable")]
    others = order[_BEST :: max(1, len(order) // _OTHERS)]
    for index in (*order[:_BEST].tolist(), *others.tolist()):
        x, y = points[index].tolist()
        yield Option(
            setting=Setting(lines=lines, x=x, top=y - height / 2, anchor="middle"),
            cost=float(costs[index]),
        )
