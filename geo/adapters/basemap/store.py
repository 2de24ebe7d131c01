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
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from geo.adapters.basemap.layer import Layer, Parts
from geo.adapters.kept_arrays import Shelf
from geo.errors import DataMissing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geo.adapters.kept_arrays import Arrays

MAGIC = b"DLB1"
_HEAD = len(MAGIC) + 4
_NAMES = "layers"
_ARRAYS = ("points", "starts", "bounds", "seams", "shape", "rings", "ends", "arcs")
_GOES_ON = 0x80  # the bit of a byte that says that its number does not end with it


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


class Level(Mapping[str, Layer]):
    """The layers of one file, each put together when it is first asked for.

    ``shelf`` is where what is worked out of them is kept.
    """

    def __init__(self, arrays: Arrays, shelf: Shelf) -> None:
        self._arrays, self.shelf = arrays, shelf
        self._names: dict[str, tuple[str, ...]] = msgspec.json.decode(
            bytes(arrays[_NAMES]), type=dict[str, tuple[str, ...]]
        )
        self._layers: dict[str, Layer] = {}

    def __getitem__(self, name: str) -> Layer:
        """Put a layer together, or give it again."""
        if name not in self._layers:
            own = {key: self._arrays[f"{name}-{key}"] for key in _ARRAYS}
            self._layers[name] = Layer(
                points=own["points"],
                starts=own["starts"],
                arc_bounds=own["bounds"],
                names=self._names[name],
                parts=Parts(own),
                seams=frozenset(own["seams"].tolist()),
            )
        return self._layers[name]

    def __iter__(self) -> Iterator[str]:
        """Name the layers."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count the layers."""
        return len(self._names)


def read_level(path: Path, cache: Path | None = None) -> Level:
    """Read one level; the layers are "countries", "lakes" and "rivers".

    ``cache`` is the folder in which what is decoded is kept, so that it is done once.

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
    shelf = Shelf.of(cache, path.stem, raw)
    return Level(shelf.kept("basemap", b"", lambda: _decoded(raw)), shelf)


def _decoded(raw: bytes) -> dict[str, np.ndarray]:
    length = int.from_bytes(raw[len(MAGIC) : _HEAD], "little")
    header = msgspec.json.decode(raw[_HEAD : _HEAD + length], type=dict[str, LayerHead])
    steps = _numbers(np.frombuffer(raw, dtype=np.uint8, offset=_HEAD + length)).reshape(-1, 2)
    cuts = np.cumsum([sum(head.counts) for head in header.values()])[:-1]
    names = {layer: [shape.name for shape in head.shapes] for layer, head in header.items()}
    arrays = {_NAMES: np.frombuffer(msgspec.json.encode(names), dtype=np.uint8)}
    for (layer, head), own in zip(header.items(), np.split(steps, cuts), strict=True):
        arrays.update((f"{layer}-{key}", array) for key, array in _arrays_of(head, own).items())
    return arrays


def _arrays_of(head: LayerHead, steps: np.ndarray) -> Arrays:
    points = np.cumsum(steps, axis=0) * np.array(head.scale) + np.array(head.translate)
    starts = np.cumsum([0, *head.counts])
    firsts = starts[:-1]
    bounds = [np.minimum.reduceat(points, firsts), np.maximum.reduceat(points, firsts)]
    return {
        "points": points,
        "starts": starts,
        "bounds": np.hstack(bounds),
        "seams": np.array(head.seams, dtype=np.int64),
        **Parts.of(shape.parts for shape in head.shapes).arrays,
    }


def _numbers(coded: np.ndarray) -> np.ndarray:
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
