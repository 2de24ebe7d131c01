"""Says which points lie on one land, and which island a point is on."""

from __future__ import annotations

from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.adapters.basemap_shape import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap_store import Layer

# A point so far off a shore still lies on it: coasts are simplified, harbours are built out.
_SHORE_DEG = 0.1

# Straits so narrow have bridges, tunnels or car ferries, and roads are counted over them.
_STRAIT_DEG = 0.4

# Larger than this in either direction it is a continent, or as good as one.
_LARGEST_ISLAND_DEG = 15.0


class Mainland:
    """Parts of countries that have a border in common, put together to lands."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self._shapes: dict[int, BaseGeometry] = {}

    def same(self, lon: float, lat: float, other_lon: float, other_lat: float) -> bool:
        """Whether two points lie on one land, or on two with no more than a strait between them.

        Yes where one of them lies on no land that is drawn.
        """
        one, other = self._land_at(lon, lat), self._land_at(other_lon, other_lat)
        if one is None or other is None or one == other:
            return True
        return self._is_near(*sorted((one, other)))

    def island(self, lon: float, lat: float) -> BaseGeometry | None:
        """Outline of the land around a point, if that is no larger than an island."""
        land = self._land_at(lon, lat)
        if land is None:
            return None
        low, high = self._bounds_of(land)
        if max(high - low) > _LARGEST_ISLAND_DEG:
            return None
        return joined([self._shape(part) for part in self._parts_of(land)])

    @cached_property
    def _lands(self) -> np.ndarray:
        """Number of the land that each part belongs to: those that share an arc are one."""
        roots = list(range(len(self._layer.parts)))

        def root(part: int) -> int:
            while roots[part] != part:
                roots[part] = roots[roots[part]]
                part = roots[part]
            return part

        first: dict[int, int] = {}
        for number, part in enumerate(self._layer.parts):
            for ring in part.rings:
                for arc in ring:
                    other = first.setdefault(arc if arc >= 0 else ~arc, number)
                    roots[root(number)] = root(other)
        for one, other in self._cut_pairs():
            roots[root(one)] = root(other)
        return np.array([root(part) for part in range(len(roots))])

    def _cut_pairs(self) -> Iterator[tuple[int, int]]:
        """Pair the parts that are one but for the cut at the antimeridian."""
        cut = [
            number
            for number, part in enumerate(self._layer.parts)
            if any(arc in self._layer.seams or ~arc in self._layer.seams for arc in part.rings[0])
        ]
        bounds = self._layer.part_bounds
        for one, other in combinations(cut, 2):
            same = self._layer.parts[one].shape == self._layer.parts[other].shape
            if same and bounds[one, 1] < bounds[other, 3] and bounds[other, 1] < bounds[one, 3]:
                yield one, other

    def _parts_of(self, land: int) -> list[int]:
        return [int(part) for part in np.flatnonzero(self._lands == land)]

    def _bounds_of(self, land: int) -> tuple[np.ndarray, np.ndarray]:
        bounds = self._layer.part_bounds[self._parts_of(land)]
        return bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)

    def _is_near(self, one: int, other: int) -> bool:
        """Whether some part of one land is no farther than a strait from one of the other."""
        low, high = self._bounds_of(one)
        bounds = self._layer.part_bounds
        near = [
            part
            for part in self._parts_of(other)
            if (bounds[part, :2] <= high + _STRAIT_DEG).all()
            and (bounds[part, 2:] >= low - _STRAIT_DEG).all()
        ]
        for mine in self._parts_of(one):
            shape = self._shape(mine)
            shapely.prepare(shape)
            if any(shapely.dwithin(shape, self._shape(part), _STRAIT_DEG) for part in near):
                return True
        return False

    def _land_at(self, lon: float, lat: float) -> int | None:
        best, least = None, _SHORE_DEG
        bounds = self._layer.part_bounds
        for turn_deg in (0.0, 360.0, -360.0):
            point = shapely.Point(lon + turn_deg, lat)
            low = bounds[:, :2] - _SHORE_DEG <= (point.x, point.y)
            high = bounds[:, 2:] + _SHORE_DEG >= (point.x, point.y)
            for part in np.flatnonzero((low & high).all(axis=1)):
                gap = float(shapely.distance(self._shape(int(part)), point))
                if gap < least:
                    best, least = int(self._lands[part]), gap
                if gap == 0.0:
                    return best
        return best

    def _shape(self, number: int) -> BaseGeometry:
        if number not in self._shapes:
            outer, *holes = (
                np.concatenate([self._layer.arc(arc) for arc in ring])
                for ring in self._layer.parts[number].rings
            )
            shape = shapely.Polygon(outer, holes)
            self._shapes[number] = shape if shape.is_valid else shapely.make_valid(shape)
        return self._shapes[number]
