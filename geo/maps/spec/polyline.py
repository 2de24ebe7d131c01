"""Lines of (lon, lat) as short strings: whole numbers on a grid, differences, six bits a letter.

The coding is that of Google's "Encoded Polyline Algorithm Format" (zigzag differences in groups of
five bits, the lowest first, the sixth bit saying that more follow) with the URL-safe alphabet of
RFC 4648, which JSON and HTML need not escape. The first pair is counted from the grid's corner.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.maps.spec.model import Grid

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_LETTERS = np.frombuffer(ALPHABET.encode(), dtype=np.uint8)
_VALUES = np.zeros(256, dtype=np.uint8)
_VALUES[_LETTERS] = np.arange(len(ALPHABET))

_MORE = 0b100000
_LOW = 0b011111
_BITS = 5
_MIN_RING = 4  # a closed ring has a start, two more corners and the start again
_MIN_LINE = 2


def encode(points: np.ndarray, grid: Grid) -> str:
    """Code one line; points that fall on the same grid point as the one before are left out."""
    return _coded(points, np.zeros(len(points), dtype=np.int64), 1, grid)[0]


def decode(coded: str, grid: Grid) -> np.ndarray:
    """Read a coded line back: an array of (lon, lat) rows, on the grid."""
    return decode_lines((coded,), grid)[0]


def decode_lines(coded: Sequence[str], grid: Grid) -> list[np.ndarray]:
    """Read coded lines back, all at once; see `decode`."""
    values, ends = numbers("".join(coded))
    cells = np.cumsum(values.reshape(-1, 2), axis=0)
    # Where each line begins among the pairs; each is counted from the grid's corner anew.
    letters_before = np.cumsum([0, *(len(text) for text in coded)])
    starts = np.searchsorted(ends, letters_before, side="right") // 2
    before = np.concatenate([[(0, 0)], cells])[starts[:-1]]
    return [
        np.asarray((cells[low:high] - shift) * grid.step + (grid.lon_0, grid.lat_0))
        for (low, high), shift in zip(pairwise(starts.tolist()), before, strict=True)
    ]


def numbers(coded: str) -> tuple[np.ndarray, np.ndarray]:
    """Read coded whole numbers back, all at once; say too before which letter each ends."""
    digits = _VALUES[np.frombuffer(coded.encode(), dtype=np.uint8)].astype(np.int64)
    ends = np.flatnonzero((digits & _MORE) == 0) + 1
    if not len(ends):
        return np.zeros(0, dtype=np.int64), ends
    starts = np.concatenate([[0], ends[:-1]])
    place = np.arange(ends[-1]) - np.repeat(starts, ends - starts)
    zigzag = np.add.reduceat((digits[: ends[-1]] & _LOW) << (_BITS * place), starts)
    return np.asarray((zigzag >> 1) ^ -(zigzag & 1)), ends


def encode_lines(geometry: BaseGeometry, grid: Grid) -> tuple[str, ...]:
    """Code every line of a geometry; of polygons the outlines."""
    return _encode(geometry, _MIN_LINE, grid)


def encode_rings(geometry: BaseGeometry, grid: Grid) -> tuple[str, ...]:
    """Code every ring of a (Multi)Polygon; rings that vanish on the grid are left out."""
    return _encode(geometry, _MIN_RING, grid)


def letters(values: np.ndarray) -> tuple[str, np.ndarray]:
    """Code whole numbers below 2^62 in size, all at once; say too how many letters each takes."""
    whole = np.asarray(values, dtype=np.int64)
    zigzag = (whole << 1) ^ (whole >> 63)
    lengths = np.ones(len(zigzag), dtype=np.int64)
    group = 1
    while np.any(longer := zigzag >> (_BITS * group) > 0):
        lengths += longer
        group += 1
    starts = np.cumsum(lengths) - lengths
    digits = np.empty(int(lengths.sum()), dtype=np.uint8)
    for index in range(group):
        has = lengths > index
        more = np.where(lengths[has] > index + 1, _MORE, 0)
        digits[starts[has] + index] = (zigzag[has] >> (_BITS * index)) & _LOW | more
    return _LETTERS[digits].tobytes().decode(), lengths


def _encode(geometry: BaseGeometry, least: int, grid: Grid) -> tuple[str, ...]:
    lines = [
        line
        for part in shapely.get_parts(geometry)
        for line in (shapely.get_rings(part) if part.geom_type == "Polygon" else [part])
    ]
    points, owner = shapely.get_coordinates(lines, return_index=True)
    return tuple(_coded(points, owner, least, grid)) if len(points) else ()


def _coded(points: np.ndarray, owner: np.ndarray, least: int, grid: Grid) -> list[str]:
    """Code lines of at least so many different grid points; ``owner`` says whose each point is."""
    cells = np.rint((points - (grid.lon_0, grid.lat_0)) / grid.step).astype(np.int64)
    steps = np.diff(cells, axis=0, prepend=cells[:1])
    first = np.diff(owner, prepend=-1) != 0
    steps[first] = cells[first]
    kept = first | np.any(steps != 0, axis=1)
    kept &= np.bincount(owner, weights=kept)[owner] >= least
    text, lengths = letters(steps[kept].ravel())
    ends = np.cumsum(lengths.reshape(-1, 2).sum(axis=1))
    starts = np.concatenate([[0], ends[:-1]])[first[kept]].tolist()
    return [text[low:high] for low, high in pairwise([*starts, len(text)])]
