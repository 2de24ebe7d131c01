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

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np
import shapely

from geo.errors import DataMissing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAGIC = b"DLB1"
_HEAD = len(MAGIC) + 4
_GOES_ON = 0x80  # the bit of a byte that says that its number does not end with it


class Part(NamedTuple):
    """A polygon (outer ring, then holes) or a line (one "ring"), as arc numbers, and its shape."""

    shape: int
    rings: tuple[tuple[int, ...], ...]


class ShapeHead(msgspec.Struct):
    """A shape in the header: its name, and its parts as rings of arc numbers."""

    name: str
    parts: tuple[tuple[tuple[int, ...], ...], ...]


class LayerHead(msgspec.Struct):
    """A layer in the header."""

    scale: tuple[float, float]
    translate: tuple[float, float]
    counts: list[int]
    shapes: list[ShapeHead]
    seams: list[int]


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


class Level(Mapping[str, "Layer"]):
    """The layers of one file, each decoded when it is first asked for."""

    def __init__(self, header: dict[str, LayerHead], coded: np.ndarray) -> None:
        self._header = header
        self._coded = coded
        self._layers: dict[str, Layer] = {}
        numbers = [2 * sum(layer.counts) for layer in header.values()]
        # A number ends with a byte whose highest bit is not set.
        ends = np.concatenate([[0], np.flatnonzero(coded < _GOES_ON) + 1])
        cuts = ends[np.cumsum([0, *numbers])]
        self._cuts = dict(zip(header, pairwise(cuts), strict=True))

    def __getitem__(self, name: str) -> Layer:
        """Decode a layer, or give it again."""
        if name not in self._layers:
            start, end = self._cuts[name]
            steps = _decode(self._coded[start:end]).reshape(-1, 2)
            self._layers[name] = _layer(self._header[name], np.cumsum(steps, axis=0))
        return self._layers[name]

    def __iter__(self) -> Iterator[str]:
        """Name the layers; nothing is decoded."""
        return iter(self._header)

    def __len__(self) -> int:
        """Count the layers."""
        return len(self._header)


def read_level(path: Path) -> Level:
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
    header = msgspec.json.decode(raw[_HEAD : _HEAD + length], type=dict[str, LayerHead])
    return Level(header, np.frombuffer(raw, dtype=np.uint8, offset=_HEAD + length))


def _decode(coded: np.ndarray) -> np.ndarray:
    """Undo zigzag and variable-length coding, all numbers at once."""
    ends = np.flatnonzero(coded < _GOES_ON)
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


def _layer(header: LayerHead, steps: np.ndarray) -> Layer:
    return Layer(
        points=steps * np.array(header.scale) + np.array(header.translate),
        starts=np.cumsum([0, *header.counts]),
        names=tuple(shape.name for shape in header.shapes),
        parts=tuple(
            Part(number, rings)
            for number, shape in enumerate(header.shapes)
            for rings in shape.parts
        ),
        seams=frozenset(header.seams),
    )
