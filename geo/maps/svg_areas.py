"""Lands, regions and seas on the page in; places for their names, inside of each, out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from geo.maps.raster import CELL_PX, WATER, running_sums, shares_in
from geo.maps.svg_positions import Option
from geo.maps.svg_text import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.maps.raster import Raster
    from geo.maps.svg_text import Line

_STRIDE = 3
_MOST = 16
# A name may stand this far from the middle of its water at the cost of one.
_FAR_PX = 260.0
_INSIDE = 0.985
_LEAST_CELLS = 30


def inside_land(raster: Raster, index: int, variants: Sequence[tuple[Line, ...]]) -> list[Option]:
    """Places for the name of a land, near the middle of what is seen of it."""
    return _inside(raster.land == index, None, variants)


def inside_mask(mask: np.ndarray, variants: Sequence[tuple[Line, ...]]) -> list[Option]:
    """Places for the name of a region."""
    return _inside(mask, None, variants)


def in_water(
    raster: Raster,
    point: tuple[float, float],
    variants: Sequence[tuple[Line, ...]],
    *,
    far_px: float,
) -> list[Option]:
    """Places for the name of a sea, no farther than this from a point that is known to be in it."""
    return _inside(raster.land == WATER, point, variants, far_px)


def _inside(
    mask: np.ndarray,
    near: tuple[float, float] | None,
    variants: Sequence[tuple[Line, ...]],
    far_px: float = _FAR_PX,
) -> list[Option]:
    rows, columns = np.nonzero(mask)
    if len(rows) < _LEAST_CELLS:
        return []
    middle = near or (
        (float(np.median(columns)) + 0.5) * CELL_PX,
        (float(np.median(rows)) + 0.5) * CELL_PX,
    )
    keep = (rows % _STRIDE == 0) & (columns % _STRIDE == 0)
    points = np.column_stack([columns[keep] + 0.5, rows[keep] + 0.5]) * CELL_PX
    points = points[np.argsort(np.hypot(*(points - middle).T), kind="stable")]
    points = points[np.hypot(*(points - middle).T) <= far_px]
    sums = running_sums(mask)
    found: list[Option] = []
    for number, lines in enumerate(variants):
        found.extend(_fitting(sums, points, middle, lines, 0.15 * number))
    return found


def _fitting(
    sums: np.ndarray,
    points: np.ndarray,
    middle: tuple[float, float],
    lines: tuple[Line, ...],
    cost: float,
) -> Iterator[Option]:
    height = sum(line.height for line in lines)
    fits = np.ones(len(points), dtype=bool)
    for box in Setting(lines=lines, x=0.0, top=-height / 2, anchor="middle").boxes:
        fits &= shares_in(sums, np.hstack([points, points]) + box) >= _INSIDE
    for x, y in points[fits][:_MOST].tolist():
        yield Option(
            setting=Setting(lines=lines, x=x, top=y - height / 2, anchor="middle"),
            cost=cost + math.dist((x, y), middle) / _FAR_PX,
        )
