"""Says from which width of a map on something has room on it, before the map is laid out.

The first view is taken as a Mercator map of the usual shape with air around the story: what a page
shows, and nearly what a picture in another projection does.
"""

from __future__ import annotations

import math
from itertools import takewhile
from typing import TYPE_CHECKING

import numpy as np

from geo.maps.spec.bounds import northing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.maps.build.area_grid import AreaGrid
    from geo.maps.spec.cartography import Type
    from geo.maps.spec.model import Bounds

# Widths of a map that are tried, pixels: first views, and views that a reader has enlarged.
FIRST = (320, 350, 400, 450, 510, 580, 660, 740, 800)
ZOOMED = (1_130, 1_600, 2_260, 3_200, 6_400)
WIDTHS = FIRST + ZOOMED
_AIR = 1.3
_PHONE_PX = 560
_WIDE_SHAPES, _PHONE_SHAPES = (4 / 3, 16 / 9), (4 / 5, 4 / 3)
# Names keep so far from the edge of the map, and from the edge of what they name.
_EDGE_PX, _CLEAR_PX = 10.0, 5.0
# Mean width of letters, in their size; capitals and bold letters are broader.
_LETTER, _CAPITAL = 0.56, 0.7
_BOLD, _BROADER = 600, 1.06


class Room:
    """What a map of each width has room for.

    ``taken`` are cells of ``areas`` in which no name can stand.
    """

    def __init__(self, areas: AreaGrid, frame: Bounds, taken: np.ndarray) -> None:
        self.areas = areas
        self.wide_deg = frame.east - frame.west
        self._tall_deg = max(northing(frame.north) - northing(frame.south), 1e-6)
        middle = (northing(frame.north) + northing(frame.south)) / 2
        self._middle = np.array([(frame.west + frame.east) / 2, middle])
        self._free = ~taken

    def height(self, width: int) -> float:
        """Height of the first view of a map, pixels."""
        low, high = _PHONE_SHAPES if width < _PHONE_PX else _WIDE_SHAPES
        return width / min(max(self.wide_deg / self._tall_deg, low), high)

    def scale(self, width: int) -> float:
        """Pixels to a degree of longitude."""
        if width > FIRST[-1]:
            return self.scale(FIRST[-1]) * width / FIRST[-1]
        return min(width / self.wide_deg, self.height(width) / self._tall_deg) / _AIR

    def most(self, width: int, each_px2: float, least: int) -> int:
        """Say how many names of a kind a first view has, when each takes so much of it."""
        return max(least, int(width * self.height(width) / each_px2))

    @staticmethod
    def degrees(points: Sequence[tuple[float, float]]) -> np.ndarray:
        """Give (lon, northing) of points, both in degrees."""
        return np.array([(lon, northing(lat)) for lon, lat in points]).reshape(-1, 2)

    def shows(self, point: np.ndarray, width: int) -> bool:
        """Whether the first view has a point well inside; a reader may move an enlarged one."""
        if width > FIRST[-1]:
            return True
        size = np.array([width, self.height(width)]) / 2 - 2 * _EDGE_PX
        return bool(np.all(np.abs(point - self._middle) * self.scale(width) <= size))

    def least_for(
        self,
        cells: np.ndarray,
        boxes: Sequence[tuple[float, float]],
        *,
        least_share: float = 0.0,
    ) -> int | None:
        """Give the least width from which on one of some boxes (pixels) fits into cells."""
        free = _sums(cells & self._free)
        whole = _sums(cells)
        # From the widest on, for what does not fit there fits nowhere.
        wide_enough = takewhile(
            lambda width: (
                self._share(whole, width) >= least_share
                and any(self._fits(free, box, width) for box in boxes)
            ),
            reversed(WIDTHS),
        )
        return min(wide_enough, default=None)

    def _window(self, width: int) -> tuple[int, int, int, int]:
        """Rows and columns that the first view shows; all of them where it is enlarged."""
        rows, columns = self.areas.owner.shape
        if width > FIRST[-1]:
            return 0, rows, 0, columns
        half = (np.array([width, self.height(width)]) / 2 - _EDGE_PX) / self.scale(width)
        (west, north), (east, south) = (
            self._middle + half * sign for sign in ((-1.0, 1.0), (1.0, -1.0))
        )
        areas = self.areas
        return (
            max(0, math.ceil((areas.north - north) / areas.cell)),
            min(rows, math.floor((areas.north - south) / areas.cell)),
            max(0, math.ceil((west - areas.west) / areas.cell)),
            min(columns, math.floor((east - areas.west) / areas.cell)),
        )

    def _share(self, sums: np.ndarray, width: int) -> float:
        if width > FIRST[-1]:
            return 1.0
        top, low, left, right = self._window(width)
        inside = sums[low, right] - sums[top, right] - sums[low, left] + sums[top, left]
        return float(inside / max(1, (low - top) * (right - left)))

    def _fits(self, sums: np.ndarray, box: tuple[float, float], width: int) -> bool:
        """Whether a box has room in the set cells of the view."""
        top, low, left, right = self._window(width)
        per_cell = self.scale(width) * self.areas.cell
        wide, tall = (math.ceil((side + 2 * _CLEAR_PX) / per_cell) for side in box)
        if low - top < tall or right - left < wide:
            return False
        view = sums[top : low + 1, left : right + 1]
        inside = view[tall:, wide:] - view[:-tall, wide:] - view[tall:, :-wide]
        return bool((inside + view[:-tall, :-wide] == wide * tall).any())


def least_width(widths: Sequence[int]) -> int | None:
    """Give the least of some widths from which on all that are tried are among them."""
    found = None
    for width in reversed(WIDTHS):
        if width not in widths:
            break
        found = width
    return found


def text_px(text: str, kind: Type) -> float:
    """Estimate how wide a text is when it is set, pixels."""
    letter = _CAPITAL if text.isupper() else _LETTER
    broader = _BROADER if kind.weight >= _BOLD else 1.0
    return len(text) * (letter * broader * kind.size + kind.spacing)


def _sums(cells: np.ndarray) -> np.ndarray:
    """Summed-area table with a first row and column of zeros."""
    return np.pad(cells.astype(np.int64).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
