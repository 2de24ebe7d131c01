"""Reads one file of ``data/basemap/``: its arcs, as arrays in degrees, and its shapes.

A file is: the bytes ``DLB1``; the length of the header (4 bytes, little-endian); the header, JSON
in UTF-8; then the points of all layers, in the order of the header. The header gives for each layer
the grid (``scale``, ``translate``), the number of points of each arc (``counts``), the shapes as
lists of arc numbers (``~n``: arc ``n`` backwards) and the arcs that are no coast but the edge of
the map (``seams``). Points are whole steps of the grid, each coded as the difference from the one
before it, x then y, zigzag, in variable-length integers of seven bits a byte, low bits first.

Longitudes run on past 180° where an arc crosses the antimeridian.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.errors import DataMissing

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"DLB1"
_HEAD = len(MAGIC) + 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A polygon (outer ring, then holes) or a line (one "ring"), as arc numbers, and its shape."""

    shape: int
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Layer:
    """Arcs and shapes of one layer, WGS 84 degrees (EPSG:4326).

    Attributes
    ----------
    points : all arcs end to end, array (n, 2) of lon, lat.
    starts : index of each arc's first point, and the total at the end.
    names : name of each shape.
    seams : arcs that are edges of the map, not coast.
    """

    points: np.ndarray
    starts: np.ndarray
    names: tuple[str, ...]
    parts: tuple[Part, ...]
    seams: frozenset[int]

    def arc(self, number: int) -> np.ndarray:
        """Points of one arc; ``~number`` gives it backwards."""
        if number < 0:
            return self.arc(~number)[::-1]
        points: np.ndarray = self.points[self.starts[number] : self.starts[number + 1]]
        return points

    @cached_property
    def lines(self) -> np.ndarray:
        """Every arc as a shapely LineString."""
        owners = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        return np.asarray(shapely.linestrings(self.points, indices=owners))

    @cached_property
    def arc_bounds(self) -> np.ndarray:
        """West, south, east, north of every arc, array (n, 4)."""
        firsts = self.starts[:-1]
        return np.hstack(
            [np.minimum.reduceat(self.points, firsts), np.maximum.reduceat(self.points, firsts)]
        )

    @cached_property
    def part_bounds(self) -> np.ndarray:
        """West, south, east, north of every part, array (n, 4)."""
        outer = [[arc if arc >= 0 else ~arc for arc in part.rings[0]] for part in self.parts]
        firsts = np.cumsum([0, *(len(ring) for ring in outer)])[:-1]
        bounds = self.arc_bounds[[arc for ring in outer for arc in ring]]
        return np.hstack(
            [np.minimum.reduceat(bounds[:, :2], firsts), np.maximum.reduceat(bounds[:, 2:], firsts)]
        )

    @cached_property
    def users(self) -> dict[int, tuple[int, ...]]:
        """For each arc the shapes that it bounds: one for a coast, two for a border."""
        found: dict[int, list[int]] = {}
        for part in self.parts:
            for ring in part.rings:
                for arc in ring:
                    shapes = found.setdefault(arc if arc >= 0 else ~arc, [])
                    if part.shape not in shapes:
                        shapes.append(part.shape)
        return {arc: tuple(shapes) for arc, shapes in found.items()}

    @cached_property
    def has_neighbour(self) -> np.ndarray:
        """Whether each part has a border: without it there would be a hole in its neighbour."""
        return np.array(
            [
                any(len(self.users[arc if arc >= 0 else ~arc]) > 1 for arc in part.rings[0])
                for part in self.parts
            ],
            dtype=bool,
        )


def read_level(path: Path) -> dict[str, Layer]:
    """Read one level; the layers are "countries", "lakes" and "rivers".

    Raises
    ------
    DataMissing
        If the file is not there or is not one of ours.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataMissing(
            f"The map file {str(path)!r} cannot be read; restore it, or make it again with "
            "'python -m tools.make_basemap'."
        ) from error
    if not raw.startswith(MAGIC):
        raise DataMissing(
            f"{str(path)!r} is not a map file of this program; make it again with "
            "'python -m tools.make_basemap'."
        )
    length = int.from_bytes(raw[len(MAGIC) : _HEAD], "little")
    header: dict[str, Any] = json.loads(raw[_HEAD : _HEAD + length])
    steps = _decode(np.frombuffer(raw, dtype=np.uint8, offset=_HEAD + length)).reshape(-1, 2)
    sizes = [sum(layer["counts"]) for layer in header.values()]
    cuts = np.cumsum([0, *sizes])
    return {
        name: _layer(layer, np.cumsum(steps[start:end], axis=0))
        for (name, layer), (start, end) in zip(header.items(), pairwise(cuts), strict=True)
    }


def _decode(coded: np.ndarray) -> np.ndarray:
    """Undo zigzag and variable-length coding, all numbers at once."""
    ends = np.flatnonzero(coded < 0x80)  # noqa: PLR2004 - the bit that says "goes on"
    firsts = np.concatenate([[0], ends[:-1] + 1])
    plain = coded[firsts].astype(np.int64) & 0x7F
    longer = np.flatnonzero(ends > firsts)
    place = 1
    while len(longer):
        plain[longer] |= (coded[firsts[longer] + place].astype(np.int64) & 0x7F) << (7 * place)
        longer = longer[ends[longer] > firsts[longer] + place]
        place += 1
    numbers: np.ndarray = (plain >> 1) ^ -(plain & 1)
    return numbers


def _layer(header: dict[str, Any], steps: np.ndarray) -> Layer:
    parts = [
        Part(shape=number, rings=tuple(tuple(ring) for ring in part))
        for number, shape in enumerate(header["shapes"])
        for part in shape["parts"]
    ]
    return Layer(
        points=steps * np.array(header["scale"]) + np.array(header["translate"]),
        starts=np.cumsum([0, *header["counts"]]),
        names=tuple(shape["name"] for shape in header["shapes"]),
        parts=tuple(parts),
        seams=frozenset(header["seams"]),
    )
