"""One layer of the basemap: arcs, and the shapes that are made of them, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, overload

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.adapters.kept_arrays import Arrays


class Part(NamedTuple):
    """A polygon (outer ring, then holes) or a line (one "ring"), as arc numbers, and its shape."""

    shape: int
    rings: tuple[tuple[int, ...], ...]


class Parts(Sequence[Part]):
    """The parts of all shapes of a layer; each is put together when it is asked for.

    ``shape`` is an array of each part's shape, ``rings`` of its first ring, ``ends`` of each ring's
    first arc (both with the total at the end), ``arcs`` of the arcs of all rings.
    """

    def __init__(self, arrays: Arrays) -> None:
        self.shape, self.arcs = arrays["shape"], arrays["arcs"]
        self.rings, self.ends = arrays["rings"], arrays["ends"]

    @classmethod
    def of(cls, shapes: Iterable[Iterable[Sequence[Sequence[int]]]]) -> Parts:
        """Lay out the parts of shapes, each a list of its rings."""
        owned = [(number, rings) for number, parts in enumerate(shapes) for rings in parts]
        rings = [ring for _, own in owned for ring in own]
        return cls(
            {
                "shape": np.array([number for number, _ in owned], dtype=np.int32),
                "rings": np.cumsum([0, *(len(own) for _, own in owned)]),
                "ends": np.cumsum([0, *map(len, rings)]),
                "arcs": np.fromiter(chain.from_iterable(rings), dtype=np.int64),
            }
        )

    @property
    def arrays(self) -> Arrays:
        """What `Parts` is made of."""
        return {name: getattr(self, name) for name in ("shape", "rings", "ends", "arcs")}

    @overload
    def __getitem__(self, number: int) -> Part: ...
    @overload
    def __getitem__(self, number: slice) -> list[Part]: ...
    def __getitem__(self, number: int | slice) -> Part | list[Part]:
        """Put a part together, or several."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        rings = range(self.rings[number], self.rings[number + 1])
        return Part(
            int(self.shape[number]),
            tuple(
                tuple(self.arcs[self.ends[ring] : self.ends[ring + 1]].tolist()) for ring in rings
            ),
        )

    def __len__(self) -> int:
        """Count the parts."""
        return len(self.shape)

    @cached_property
    def plain(self) -> np.ndarray:
        """The arcs of all rings without direction."""
        return np.where(self.arcs < 0, ~self.arcs, self.arcs)

    @cached_property
    def owner(self) -> np.ndarray:
        """The part that each of ``arcs`` belongs to."""
        return np.repeat(np.arange(len(self)), np.diff(self.ends[self.rings]))

    @cached_property
    def is_outer(self) -> np.ndarray:
        """Whether each of ``arcs`` is of the outer ring of its part."""
        first_ends = self.ends[self.rings[:-1] + 1]
        return np.asarray(np.arange(len(self.arcs)) < first_ends[self.owner])


@dataclass(frozen=True, kw_only=True)
class Layer:
    """Arcs and shapes of one layer, WGS 84 degrees (EPSG:4326).

    Attributes
    ----------
    points : all arcs end to end, array (n, 2) of lon, lat.
    starts : index of each arc's first point, and the total at the end.
    arc_bounds : west, south, east, north of every arc, array (n, 4).
    names : name of each shape.
    seams : arcs that are edges of the map, not coast.
    """

    points: np.ndarray
    starts: np.ndarray
    arc_bounds: np.ndarray
    names: tuple[str, ...]
    parts: Parts
    seams: frozenset[int]

    def arc(self, number: int) -> np.ndarray:
        """Points of one arc; ``~number`` gives it backwards."""
        if number < 0:
            return self.arc(~number)[::-1]
        points: np.ndarray = self.points[self.starts[number] : self.starts[number + 1]]
        return points

    def lines(self, arcs: Sequence[int]) -> np.ndarray:
        """Give some arcs as shapely LineStrings."""
        points = [self.arc(arc) for arc in arcs]
        owners = np.repeat(np.arange(len(points)), [len(one) for one in points])
        return np.asarray(shapely.linestrings(np.concatenate(points), indices=owners))

    @cached_property
    def part_bounds(self) -> np.ndarray:
        """West, south, east, north of every part, array (n, 4)."""
        parts = self.parts
        bounds = self.arc_bounds[parts.plain[parts.is_outer]]
        counts = np.bincount(parts.owner[parts.is_outer], minlength=len(parts))
        firsts = np.cumsum(counts) - counts
        return np.hstack(
            [np.minimum.reduceat(bounds[:, :2], firsts), np.maximum.reduceat(bounds[:, 2:], firsts)]
        )

    @cached_property
    def users(self) -> dict[int, tuple[int, ...]]:
        """For each arc that bounds several shapes these, in their order: a border."""
        parts, found = self.parts, dict[int, tuple[int, ...]]()
        order = np.argsort(parts.plain, kind="stable")
        arcs, shapes = parts.plain[order], parts.shape[parts.owner[order]]
        again = arcs[1:] == arcs[:-1]
        several = np.concatenate([again, [False]]) | np.concatenate([[False], again])
        for arc, shape in zip(arcs[several].tolist(), shapes[several].tolist(), strict=True):
            if shape not in (known := found.get(arc, ())):
                found[arc] = (*known, shape)
        return {arc: own for arc, own in found.items() if len(own) > 1}

    @cached_property
    def has_neighbour(self) -> np.ndarray:
        """Whether each part has a border: without it there would be a hole in its neighbour."""
        parts, shared = self.parts, np.zeros(len(self.starts), dtype=bool)
        shared[list(self.users)] = True
        borders = parts.owner[shared[parts.plain] & parts.is_outer]
        return np.bincount(borders, minlength=len(parts)) > 0
