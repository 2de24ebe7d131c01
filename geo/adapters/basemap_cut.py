"""A layer of the basemap and a box go in; its polygons and lines, cut and thinned out, come out.

Arcs are simplified, not polygons: neighbours keep their common line, and a border drawn over them
lies exactly on it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap_store import Layer

_TURN_DEG = 360.0
_LEAST_RING = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A box in WGS 84 degrees and the size of a pixel in it; ``east`` may lie beyond 180.

    ``pixel_deg`` is measured along a meridian; a degree of longitude is shorter.
    """

    west: float
    south: float
    east: float
    north: float
    pixel_deg: float

    @property
    def tolerance_deg(self) -> float:
        """Half a pixel: a line may move so far unseen."""
        return self.pixel_deg / 2

    @property
    def spans_seam(self) -> bool:
        """Whether land cut at the antimeridian in the source lies inside in two pieces."""
        return self.west < -_TURN_DEG / 2 < self.east or self.west < _TURN_DEG / 2 < self.east

    def turns(self, west: float, east: float) -> list[float]:
        """Degrees by which something from ``west`` to ``east`` is moved to lie in the box."""
        first = math.ceil((self.west - east) / _TURN_DEG)
        last = math.floor((self.east - west) / _TURN_DEG)
        return [turn * _TURN_DEG for turn in range(first, last + 1)]

    def moved(self, turn_deg: float) -> tuple[float, float, float, float]:
        """Give the box as seen from something that will be moved by ``turn_deg``."""
        return self.west - turn_deg, self.south, self.east - turn_deg, self.north


@dataclass(slots=True)
class Cutter:
    """Cuts one layer to one window; simplified arcs are kept between calls."""

    layer: Layer
    window: Window
    _thin: dict[int, np.ndarray] = field(default_factory=dict)

    def parts(self, *, least_px: float, keep_one: bool) -> list[int]:
        """Numbers of the parts that show in the window and are at least ``least_px`` wide or high.

        With ``keep_one`` the largest part of a shape stays even where it is smaller.
        """
        window, bounds = self.window, self.layer.part_bounds
        shown = [
            int(number)
            for number in np.flatnonzero(
                (bounds[:, 1] < window.north) & (bounds[:, 3] > window.south)
            )
            if window.turns(bounds[number, 0], bounds[number, 2])
        ]
        size = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])
        large = {number for number in shown if size[number] >= least_px * window.pixel_deg}
        if keep_one:
            best: dict[int, int] = {}
            for number in shown:
                shape = self.layer.parts[number].shape
                if shape not in best or size[number] > size[best[shape]]:
                    best[shape] = number
            large.update(best.values())
        return sorted(large)

    def polygons(self, part_numbers: Sequence[int]) -> dict[int, list[BaseGeometry]]:
        """Cut polygons by shape."""
        self._simplify(
            arc
            for number in part_numbers
            for ring in self.layer.parts[number].rings
            for arc in ring
        )
        found: dict[int, list[BaseGeometry]] = {}
        for number in part_numbers:
            polygon = self._polygon(self.layer.parts[number].rings)
            west, _, east, _ = self.layer.part_bounds[number]
            for turn_deg in self.window.turns(west, east):
                cut = _areas(shapely.clip_by_rect(polygon, *self.window.moved(turn_deg)))
                found.setdefault(self.layer.parts[number].shape, []).extend(
                    _shifted(area, turn_deg) for area in cut
                )
        return found

    def lines(self, arcs: Iterable[int]) -> list[BaseGeometry]:
        """Cut arcs, each as LineStrings."""
        arcs = list(arcs)
        self._simplify(arcs)
        found: list[BaseGeometry] = []
        for arc in arcs:
            line = shapely.LineString(self._thin[arc])
            west, _, east, _ = self.layer.arc_bounds[arc]
            for turn_deg in self.window.turns(west, east):
                cut = shapely.clip_by_rect(line, *self.window.moved(turn_deg))
                found.extend(_shifted(part, turn_deg) for part in shapely.get_parts(cut))
        return found

    def _simplify(self, arcs: Iterable[int]) -> None:
        new = sorted({_plain(arc) for arc in arcs} - self._thin.keys())
        if not new:
            return
        simple = shapely.simplify(
            self.layer.lines[new], self.window.tolerance_deg, preserve_topology=False
        )
        points, owners = shapely.get_coordinates(simple, return_index=True)
        cuts = np.searchsorted(owners, np.arange(1, len(new)))
        self._thin.update(zip(new, np.split(points, cuts), strict=True))

    def _polygon(self, rings: tuple[tuple[int, ...], ...]) -> BaseGeometry:
        outer, *holes = (self._ring(ring) for ring in rings)
        if len(outer) < _LEAST_RING:
            outer = np.concatenate([self.layer.arc(arc) for arc in rings[0]])
        polygon = shapely.Polygon(outer, [hole for hole in holes if len(hole) >= _LEAST_RING])
        if shapely.is_valid(polygon):
            return polygon
        return shapely.make_valid(polygon, method="structure", keep_collapsed=False)

    def _ring(self, ring: tuple[int, ...]) -> np.ndarray:
        return np.concatenate(
            [self._thin[arc] if arc >= 0 else self._thin[~arc][::-1] for arc in ring]
        )


def joined(areas: Sequence[BaseGeometry], *, touching: bool) -> BaseGeometry:
    """Make one valid Polygon or MultiPolygon; ``touching`` areas lose the line between them."""
    if len(areas) == 1:
        return areas[0]
    together = many(areas)
    if not touching and shapely.is_valid(together):
        return together
    return many(_areas(shapely.union_all(areas)))


def many(parts: Sequence[BaseGeometry]) -> BaseGeometry:
    """Put polygons together as MultiPolygon, lines as MultiLineString; nothing is no lines."""
    if not parts:
        return shapely.MultiLineString()
    make = shapely.multipolygons if parts[0].geom_type == "Polygon" else shapely.multilinestrings
    return cast("BaseGeometry", make(np.array(parts, dtype=object)))


def label_point(geometry: BaseGeometry) -> tuple[float, float]:
    """Find the point of the largest part that is farthest from its edge, as it looks on a map."""
    largest = max(shapely.get_parts(geometry), key=lambda part: part.area)
    west, south, east, north = largest.bounds
    squeeze = max(0.05, math.cos(math.radians((south + north) / 2)))
    flat = shapely.transform(largest, lambda points: points * [squeeze, 1.0])
    size = max((east - west) * squeeze, north - south)
    flat = shapely.simplify(flat, size / 200)
    centre = shapely.get_coordinates(shapely.maximum_inscribed_circle(flat, tolerance=size / 100))[
        0
    ]
    return float(centre[0] / squeeze), float(centre[1])


def _areas(geometry: BaseGeometry) -> list[BaseGeometry]:
    """List the polygons of a cut, made valid."""
    if not shapely.is_valid(geometry):
        geometry = shapely.make_valid(geometry, method="structure", keep_collapsed=False)
    return [
        part
        for part in shapely.get_parts(shapely.get_parts(geometry))
        if part.geom_type == "Polygon" and not part.is_empty
    ]


def _shifted(geometry: BaseGeometry, turn_deg: float) -> BaseGeometry:
    if not turn_deg:
        return geometry
    return shapely.transform(geometry, lambda points: points + np.array([turn_deg, 0.0]))


def _plain(arc: int) -> int:
    """Give the number of an arc, whichever way it is followed."""
    return arc if arc >= 0 else ~arc
