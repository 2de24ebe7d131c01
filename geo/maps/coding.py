"""Lines of (lon, lat) as short strings: whole numbers on a grid, differences, six bits a letter.

The coding is that of Google's "Encoded Polyline Algorithm Format" (zigzag differences in groups of
five bits, the lowest first, the sixth bit saying that more follow) with the URL-safe alphabet of
RFC 4648, which JSON and HTML need not escape. The first pair is counted from the grid's corner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.maps.model import Grid

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}

_MORE = 0b100000
_LOW = 0b011111
_MIN_RING = 4  # a closed ring has a start, two more corners and the start again
_MIN_LINE = 2


def encode(points: np.ndarray, grid: Grid) -> str:
    """Code one line; points that fall on the same grid point as the one before are left out."""
    cells = np.rint((points - (grid.lon_0, grid.lat_0)) / grid.step).astype(np.int64)
    steps = np.diff(cells, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    kept = np.any(steps != 0, axis=1)
    kept[0] = True
    return "".join(_letters(int(value)) for value in steps[kept].ravel())


def decode(coded: str, grid: Grid) -> np.ndarray:
    """Read a coded line back: an array of (lon, lat) rows, on the grid."""
    values = list(_numbers(coded))
    cells = np.cumsum(np.array(values, dtype=np.int64).reshape(-1, 2), axis=0)
    return np.asarray(cells * grid.step + (grid.lon_0, grid.lat_0))


def encode_lines(geometry: BaseGeometry, grid: Grid) -> tuple[str, ...]:
    """Code every line of a geometry; of polygons the outlines."""
    return tuple(encode(points, grid) for points in _runs(geometry, _MIN_LINE, grid))


def encode_rings(geometry: BaseGeometry, grid: Grid) -> tuple[str, ...]:
    """Code every ring of a (Multi)Polygon; rings that vanish on the grid are left out."""
    return tuple(encode(points, grid) for points in _runs(geometry, _MIN_RING, grid))


def _runs(geometry: BaseGeometry, least: int, grid: Grid) -> Iterator[np.ndarray]:
    """Yield the coordinates of each line or ring that keeps at least so many grid points."""
    for part in shapely.get_parts(geometry):
        lines = shapely.get_rings(part) if part.geom_type == "Polygon" else [part]
        for line in lines:
            points = shapely.get_coordinates(line)
            if len(points) and _distinct(points, grid) >= least:
                yield points


def _distinct(points: np.ndarray, grid: Grid) -> int:
    cells = np.rint((points - (grid.lon_0, grid.lat_0)) / grid.step)
    return 1 + int(np.count_nonzero(np.any(np.diff(cells, axis=0) != 0, axis=1)))


def _letters(value: int) -> str:
    zigzag = (value << 1) ^ (value >> 63)
    letters = []
    while zigzag >= _MORE:
        letters.append(ALPHABET[_MORE | (zigzag & _LOW)])
        zigzag >>= 5
    letters.append(ALPHABET[zigzag])
    return "".join(letters)


def _numbers(coded: str) -> Iterator[int]:
    value = shift = 0
    for letter in coded:
        digit = _VALUES[letter]
        value |= (digit & _LOW) << shift
        shift += 5
        if not digit & _MORE:
            yield (value >> 1) ^ -(value & 1)
            value = shift = 0
