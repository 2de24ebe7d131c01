"""Says which points lie on one land, and which island a point is on."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import combinations
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import numpy as np
import shapely

from geo.adapters.basemap.shape import joined
from geo.adapters.kept_arrays import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap.layer import Layer
    from geo.adapters.kept_arrays import Arrays, Shelf

# A point so far off a shore still lies on it: coasts are simplified, harbours are built out.
_SHORE_DEG = 0.1

# Straits so narrow have bridges, tunnels or car ferries, and roads are counted over them.
_STRAIT_DEG = 0.4

# Larger than this in either direction it is a continent, or as good as one.
_LARGEST_ISLAND_DEG = 15.0

_KEPT_POINTS, _KEPT_PAIRS = 20_000, 10_000

P = ParamSpec("P")
T = TypeVar("T")


class Mainland:
    """Parts of countries that have a border in common, put together to lands.

    Which parts those are, and the shapes of those whose edge crosses itself, are worked out once,
    which takes two seconds, and lie on ``shelf``.
    """

    def __init__(self, layer: Layer, shelf: Shelf) -> None:
        self._layer, self._shelf = layer, shelf
        self._shapes: dict[int, BaseGeometry] = {}
        # A prepared shape may be asked by one thread alone: two at once end the program.
        self._lock = Lock()
        # The same few lands come up in story after story, and measuring them takes milliseconds.
        self._land_at = lru_cache(maxsize=_KEPT_POINTS)(self._locked(self._find_land))
        self._near = lru_cache(maxsize=_KEPT_PAIRS)(self._locked(self._is_near))

    def _locked(self, find: Callable[P, T]) -> Callable[P, T]:
        def found(*given: P.args, **named: P.kwargs) -> T:
            with self._lock:
                return find(*given, **named)

        return found

    def same(self, lon: float, lat: float, other_lon: float, other_lat: float) -> bool:
        """Whether two points lie on one land, or on two with no more than a strait between them.

        Yes where one of them lies on no land that is drawn.
        """
        one, other = self._land_at(lon, lat), self._land_at(other_lon, other_lat)
        if one is None or other is None or one == other:
            return True
        return self._near(*sorted((one, other)))

    def island(self, lon: float, lat: float) -> BaseGeometry | None:
        """Outline of the land around a point, if that is no larger than an island."""
        land = self._land_at(lon, lat)
        if land is None:
            return None
        low, high = self._bounds_of(land)
        if max(high - low) > _LARGEST_ISLAND_DEG:
            return None
        with self._lock:
            return joined([self._shape(part) for part in self._parts_of(land)])

    @cached_property
    def _known(self) -> Arrays:
        return self._shelf.kept("lands", Path(__file__).read_bytes(), self._worked_out)

    def _worked_out(self) -> Arrays:
        """Find the number of each part's land; and the parts that are mended, with their shapes."""
        shapes = enumerate(map(self._drawn, range(len(self._layer.parts))))
        mended = {part: shapely.make_valid(shape) for part, shape in shapes if not shape.is_valid}
        return {"lands": self._joined(), "mended": np.array([*mended]), **packed(mended.values())}

    @cached_property
    def _lands(self) -> np.ndarray:
        return self._known["lands"]

    @cached_property
    def _mended(self) -> dict[int, int]:
        """Where the shape of each part that is mended stands among them."""
        return {part: number for number, part in enumerate(self._known["mended"].tolist())}

    def _joined(self) -> np.ndarray:
        """Give the number of each part's land: those that share an arc are one."""
        roots = list(range(len(self._layer.parts)))

        def root(part: int) -> int:
            while roots[part] != part:
                roots[part] = roots[roots[part]]
                part = roots[part]
            return part

        for one, other in (*self._sharing_pairs(), *self._cut_pairs()):
            roots[root(one)] = root(other)
        return np.array([root(part) for part in range(len(roots))])

    def _sharing_pairs(self) -> Iterator[tuple[int, int]]:
        """Pair the parts that share an arc."""
        parts = self._layer.parts
        order = np.argsort(parts.plain, kind="stable")
        shared = np.flatnonzero(np.diff(parts.plain[order]) == 0)
        owner = parts.owner[order]
        return zip(owner[shared].tolist(), owner[shared + 1].tolist(), strict=True)

    def _cut_pairs(self) -> Iterator[tuple[int, int]]:
        """Pair the parts that are one but for the cut at the antimeridian."""
        parts, bounds = self._layer.parts, self._layer.part_bounds
        is_seam = np.isin(parts.plain, list(self._layer.seams)) & parts.is_outer
        for one, other in combinations(sorted(set(parts.owner[is_seam].tolist())), 2):
            same = parts.shape[one] == parts.shape[other]
            if same and bounds[one, 1] < bounds[other, 3] and bounds[other, 1] < bounds[one, 3]:
                yield one, other

    def _parts_of(self, land: int) -> list[int]:
        return [int(part) for part in np.flatnonzero(self._lands == land)]

    def _bounds_of(self, land: int) -> tuple[np.ndarray, np.ndarray]:
        bounds = self._layer.part_bounds[self._parts_of(land)]
        return bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)

    def _is_near(self, one: int, other: int) -> bool:
        """Whether some part of one land is no farther than a strait from one of the other."""
        theirs = np.array(self._parts_of(other))
        bounds = self._layer.part_bounds
        lows, highs = bounds[theirs, :2], bounds[theirs, 2:]
        for mine in self._parts_of(one):
            near = (lows <= bounds[mine, 2:] + _STRAIT_DEG).all(axis=1)
            near &= (highs >= bounds[mine, :2] - _STRAIT_DEG).all(axis=1)
            if not near.any():
                continue
            if any(self._are_near(mine, part) for part in theirs[near].tolist()):
                return True
        return False

    def _are_near(self, one: int, other: int) -> bool:
        """Whether two parts are near: only what lies in the box of the other can be."""
        mine, theirs = self._beside(one, other), self._beside(other, one)
        return bool(shapely.dwithin(mine, theirs, _STRAIT_DEG))

    def _beside(self, part: int, other: int) -> BaseGeometry:
        low, high = self._layer.part_bounds[other].reshape(2, 2)
        return shapely.clip_by_rect(self._shape(part), *(low - _STRAIT_DEG), *(high + _STRAIT_DEG))

    def _find_land(self, lon: float, lat: float) -> int | None:
        best, least = None, _SHORE_DEG
        for turn_deg in (0.0, 360.0, -360.0):
            point = shapely.Point(lon + turn_deg, lat)
            for part in self._parts_near(lon + turn_deg, lat):
                shape = self._shape(part)
                shapely.prepare(shape)
                if shapely.intersects(shape, point):
                    return int(self._lands[part])
                gap = float(shapely.distance(shape, point))
                if gap < least:
                    best, least = int(self._lands[part]), gap
        return best

    def _parts_near(self, lon: float, lat: float) -> list[int]:
        """List the parts in whose box a point lies, or as far off as it may lie off a shore."""
        west, south, east, north = self._edges
        near = (west <= lon) & (east >= lon) & (south <= lat) & (north >= lat)
        parts: list[int] = np.flatnonzero(near).tolist()
        return parts

    @cached_property
    def _edges(self) -> tuple[np.ndarray, ...]:
        """The boxes of the parts with their shores, each edge an array of its own."""
        shores = np.array([-_SHORE_DEG, -_SHORE_DEG, _SHORE_DEG, _SHORE_DEG])
        return tuple(np.ascontiguousarray((self._layer.part_bounds + shores).T))

    def _shape(self, number: int) -> BaseGeometry:
        if number not in self._shapes:
            place = self._mended.get(number)
            self._shapes[number] = (
                self._drawn(number) if place is None else unpacked(self._known, place)
            )
        return self._shapes[number]

    def _drawn(self, number: int) -> BaseGeometry:
        outer, *holes = (
            np.concatenate([self._layer.arc(arc) for arc in ring])
            for ring in self._layer.parts[number].rings
        )
        return shapely.Polygon(outer, holes)
