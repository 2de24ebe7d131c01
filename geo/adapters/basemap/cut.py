"""Cuts a layer of the basemap to a box and thins it out.

Arcs are simplified, not polygons: neighbours keep their common line, and a border drawn over them
lies exactly on it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.adapters.basemap.shape import squeeze_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap.layer import Layer

_TURN_DEG = 360.0
_LEAST_RING = 4
# How far a line outside the window may be moved: its polygons need to close, and no more.
_UNSEEN_PX = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A box in WGS 84 degrees and the size of a pixel in it; ``east`` may lie beyond 180.

    ``pixel_deg`` is measured along a meridian; a degree of longitude is shorter. ``tolerance_px``
    is how far a line may move unseen.
    """

    west: float
    south: float
    east: float
    north: float
    pixel_deg: float
    tolerance_px: float = 0.5

    @property
    def squeeze(self) -> float:
        """Length of a degree of longitude in degrees of latitude, in the middle of the box."""
        return squeeze_at(self.south, self.north)

    def turns(self, bounds: np.ndarray) -> Iterator[tuple[float, np.ndarray]]:
        """Tell by how many degrees east each thing is moved, in whole turns, to show in the box.

        Gives the degrees and the indices of the things, from their west, south, east, north.
        """
        seen = (bounds[:, 1] < self.north) & (bounds[:, 3] > self.south)
        first = np.ceil((self.west - bounds[:, 2]) / _TURN_DEG)
        last = np.floor((self.east - bounds[:, 0]) / _TURN_DEG)
        if not len(bounds):
            return
        for turn in range(int(first.min()), int(last.max()) + 1):
            shown = np.flatnonzero(seen & (first <= turn) & (turn <= last))
            if len(shown):
                yield turn * _TURN_DEG, shown

    def moved(self, turn_deg: float) -> tuple[float, float, float, float]:
        """Give the box as seen from something that will be moved by ``turn_deg``."""
        return self.west - turn_deg, self.south, self.east - turn_deg, self.north


@dataclass(slots=True)
class Cutter:
    """Cuts one layer to one window; simplified arcs are kept between calls."""

    layer: Layer
    window: Window
    _lines: dict[int, BaseGeometry] = field(default_factory=dict)
    _thin: dict[int, np.ndarray] = field(default_factory=dict)

    def parts(self, *, least_px: float, keep_one: bool) -> list[int]:
        """Numbers of the parts that show in the window and are at least ``least_px`` wide or high.

        With ``keep_one`` smaller ones stay where they are a shape's largest part or an enclave.
        """
        bounds = self.layer.part_bounds
        shown = sorted({int(number) for _, found in self.window.turns(bounds) for number in found})
        size = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])
        kept = {number for number in shown if size[number] >= least_px * self.window.pixel_deg}
        if keep_one:
            by_size = sorted(shown, key=lambda number: float(size[number]))
            kept.update({self.layer.parts[number].shape: number for number in by_size}.values())
            kept.update(number for number in shown if self.layer.has_neighbour[number])
        return sorted(kept)

    def arcs_in_window(self) -> list[int]:
        """Numbers of the arcs that may show in the window."""
        found = self.window.turns(self.layer.arc_bounds)
        return sorted({int(number) for _, shown in found for number in shown})

    def polygons(self, parts: Sequence[int]) -> dict[int, list[BaseGeometry]]:
        """Cut polygons; valid ones, by shape."""
        rings = (ring for number in parts for ring in self.layer.parts[number].rings)
        self._simplify(chain.from_iterable(rings))
        whole = self._whole(parts)
        found: dict[int, list[BaseGeometry]] = {}
        for index, area in self._cut(whole, self.layer.part_bounds[list(parts)]):
            found.setdefault(self.layer.parts[parts[index]].shape, []).append(area)
        return found

    def lines(self, arcs: Iterable[int]) -> dict[int, list[BaseGeometry]]:
        """Cut lines, by arc."""
        numbers = sorted(arcs)
        self._simplify(numbers)
        whole = np.array([self._lines[arc] for arc in numbers], dtype=object)
        found: dict[int, list[BaseGeometry]] = {}
        for index, line in self._cut(whole, self.layer.arc_bounds[numbers]):
            found.setdefault(numbers[index], []).append(line)
        return found

    def _cut(self, whole: np.ndarray, bounds: np.ndarray) -> Iterator[tuple[int, BaseGeometry]]:
        """Cut geometries of one dimension to the window; give each piece with its index."""
        for turn_deg, shown in self.window.turns(bounds):
            west, south, east, north = box = self.window.moved(turn_deg)
            crossing = shown[
                (bounds[shown, 0] < west)
                | (bounds[shown, 1] < south)
                | (bounds[shown, 2] > east)
                | (bounds[shown, 3] > north)
            ]
            cut = whole.copy()
            # Mended before, or the sea may be taken for the land, and where the cut has spoilt it.
            cut[crossing] = _clipped(_mended(whole[crossing]), box)
            near = _mended(cut[shown])
            moved = shapely.transform(near, _mover(turn_deg)) if turn_deg else near
            pieces, owners = shapely.get_parts(moved, return_index=True)
            alike = shapely.get_dimensions(pieces) == shapely.get_dimensions(whole[shown[owners]])
            kept = np.flatnonzero(alike & ~shapely.is_empty(pieces))
            yield from zip(shown[owners[kept]].tolist(), pieces[kept], strict=True)

    def _simplify(self, arcs: Iterable[int]) -> None:
        """Thin arcs out; one that lies outside the window cannot enter it, and may be coarse."""
        new = {plain(arc) for arc in arcs} - self._thin.keys()
        seen = new.intersection(self.arcs_in_window())
        self._thin_out(sorted(seen), self.window.tolerance_px)
        self._thin_out(sorted(new - seen), _UNSEEN_PX)

    def _thin_out(self, new: list[int], tolerance_px: float) -> None:
        if not new:
            return
        tolerance_deg = self.window.pixel_deg * tolerance_px
        simple = shapely.simplify(self.layer.lines(new), tolerance_deg, preserve_topology=False)
        points, owners = shapely.get_coordinates(simple, return_index=True)
        cuts = np.searchsorted(owners, np.arange(1, len(new)))
        self._lines.update(zip(new, simple, strict=True))
        self._thin.update(zip(new, np.split(points, cuts), strict=True))

    def _whole(self, parts: Sequence[int]) -> np.ndarray:
        """Build the polygons of some parts, simplified, not yet cut."""
        rings: list[np.ndarray] = []
        owners: list[int] = []
        for owner, number in enumerate(parts):
            outer, *holes = self.layer.parts[number].rings
            line = self._ring(outer)
            if len(line) < _LEAST_RING:
                line = np.concatenate([self.layer.arc(arc) for arc in outer])
            lines = [line, *(hole for hole in map(self._ring, holes) if len(hole) >= _LEAST_RING)]
            rings.extend(lines)
            owners.extend([owner] * len(lines))
        if not rings:
            return np.empty(0, dtype=object)
        sizes = [len(ring) for ring in rings]
        drawn = shapely.linearrings(
            np.concatenate(rings), indices=np.repeat(np.arange(len(rings)), sizes)
        )
        return np.asarray(shapely.polygons(np.asarray(drawn), indices=np.array(owners)))

    def _ring(self, ring: tuple[int, ...]) -> np.ndarray:
        if len(ring) == 1 and ring[0] >= 0:
            return self._thin[ring[0]]
        return np.concatenate(
            [self._thin[arc] if arc >= 0 else self._thin[~arc][::-1] for arc in ring]
        )


def plain(arc: int) -> int:
    """Give the number of an arc, whichever way it is followed."""
    return arc if arc >= 0 else ~arc


def _mover(turn_deg: float) -> Callable[[np.ndarray], np.ndarray]:
    return lambda points: points + np.array([turn_deg, 0.0])


def _clipped(geometries: np.ndarray, box: tuple[float, float, float, float]) -> np.ndarray:
    try:
        return np.asarray(shapely.clip_by_rect(geometries, *box))
    except shapely.GEOSException:  # a ring that crosses or folds on itself on the very edge
        return np.array([_clipped_one(geometry, box) for geometry in geometries], dtype=object)


def _clipped_one(geometry: BaseGeometry, box: tuple[float, float, float, float]) -> BaseGeometry:
    try:
        return shapely.clip_by_rect(geometry, *box)
    except shapely.GEOSException:  # the overlay takes ten times as long, and takes everything
        return shapely.intersection(geometry, shapely.box(*box))


def _mended(geometries: np.ndarray) -> np.ndarray:
    """Mend those polygons that simplifying or cutting has spoilt; lines are always valid."""
    areal = np.flatnonzero(shapely.get_dimensions(geometries) == 2)  # noqa: PLR2004 - an area
    spoilt = areal[~shapely.is_valid(geometries[areal])]
    if len(spoilt):
        geometries = geometries.copy()
        geometries[spoilt] = shapely.make_valid(
            geometries[spoilt], method="structure", keep_collapsed=False
        )
    return geometries
