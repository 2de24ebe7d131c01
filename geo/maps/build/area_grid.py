"""Which country or sea each small cell of a basemap is, on a Mercator map.

Lands come from the basemap's shapes. Where one sea ends and the next begins is not known, only a
point in each. So names spread through the open water from their points, larger seas faster, until
they meet or have come as far as a water of their rank reaches: a weighted Voronoi diagram with
distances that go round the land and through no strait. A name then stands in its own water: no name
of an inland sea comes out into the ocean, and none goes through a strait into the next sea.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.geodesy import distance_m
from geo.maps.spec.bounds import latitude_of, northing
from geo.maps.spec.polyline import decode_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import BasemapClip, WaterName
    from geo.maps.spec.model import Grid, Inset

COLUMNS, _MOST_ROWS = 120, 140
# No country and no sea with a name; else the number of a country, or -2 less that of a sea.
NOTHING = -1
# By rank, from oceans to straits: how slowly a name spreads, and how far, metres.
_SLOWNESS = (0.6, 1.0, 1.25, 2.0, 3.0)
_REACH_M = (20_000_000.0, 1_100_000.0, 520_000.0, 220_000.0, 70_000.0)
# An ocean or sea whose point lies outside of the box is let in over the edge. What lies between is
# not known, so it counts so many times.
_UNSEEN = (3.4, 2.0)
# Over the edge a sea is let in from farther away than it reaches: it may bend.
_LET_IN = 1.5
_SHORE_CELLS = 2
_ROUNDS = 160
_FEW_CELLS = 6.0
_MIN_RING = 3
_TURNS = (-360.0, 0.0, 360.0)
_STEPS = [
    (row, column, float(np.hypot(row, column)))
    for row in (-1, 0, 1)
    for column in (-1, 0, 1)
    if row or column
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AreaGrid:
    """Cells of ``cell`` degrees on a Mercator map, from its upper left corner (west, north).

    ``owner`` is n for the main part of country n of the clip, -2 - n for sea n, `NOTHING` for the
    rest; ``dry`` says what is land.
    """

    west: float
    north: float
    cell: float
    owner: np.ndarray
    dry: np.ndarray

    def sea(self, waters: Sequence[WaterName], name: str) -> np.ndarray:
        """Say which cells are of the sea of a name."""
        numbers = [-2 - index for index, water in enumerate(waters) if water.name == name]
        return np.isin(self.owner, numbers)

    def cells_of(self, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        """Give (row, column) of points in WGS 84 degrees, which may lie outside."""
        north = np.degrees(np.arcsinh(np.tan(np.radians(lat))))
        found = np.column_stack([(self.north - north) / self.cell, (lon - self.west) / self.cell])
        return np.asarray(np.floor(found).astype(np.int64))

    def points_of(self, cells: np.ndarray) -> np.ndarray:
        """Give the middles of cells, rows of (row, column), as (lon, lat), WGS 84 degrees."""
        north = self.north - (cells[:, 0] + 0.5) * self.cell
        lat = np.degrees(np.arctan(np.sinh(np.radians(north))))
        return np.column_stack([self.west + (cells[:, 1] + 0.5) * self.cell, lat])

    def outline(self, cells: np.ndarray) -> BaseGeometry:
        """Give the outline of some cells, without holes, WGS 84 degrees."""
        boxes = []
        for row in np.flatnonzero(cells.any(axis=1)).tolist():
            edges = np.flatnonzero(np.diff(np.pad(cells[row].astype(np.int8), 1)))
            boxes += [(low, row, high, row + 1) for low, high in edges.reshape(-1, 2).tolist()]
        parts = shapely.get_parts(
            shapely.union_all(shapely.box(*np.array(boxes, dtype=float).reshape(-1, 4).T))
        )
        # Islands are in the basemap already, and no name fits into a few cells.
        whole = [shapely.Polygon(part.exterior) for part in parts if part.area >= _FEW_CELLS]
        shape = shapely.union_all(whole)

        def to_degrees(points: np.ndarray) -> np.ndarray:
            north = self.north - points[:, 1] * self.cell
            lat = np.degrees(np.arctan(np.sinh(np.radians(north))))
            return np.column_stack([self.west + points[:, 0] * self.cell, lat])

        return shapely.transform(shape.simplify(1.1), to_degrees)


def main_and_others(shape: BaseGeometry) -> tuple[BaseGeometry, list[BaseGeometry]]:
    """Part a country's land in a clip: the largest part, on which its name may stand, and the rest.

    What lies apart may be an island, an exclave, or land that is in dispute.
    """
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    parts.sort(key=_spread_area, reverse=True)
    return (parts[0], parts[1:]) if parts else (shapely.Polygon(), [])


def area_grid(clip: BasemapClip, world: Inset) -> AreaGrid:
    """Find the country or sea of each cell of a clip; ``world`` has the land beyond it."""
    top, low = northing(clip.north), northing(clip.south)
    cell = max((clip.east - clip.west) / COLUMNS, (top - low) / _MOST_ROWS)
    rows = max(1, round((top - low) / cell))
    columns = max(1, round((clip.east - clip.west) / cell))
    lon = clip.west + (np.arange(columns) + 0.5) * cell
    lat = np.array([latitude_of(top - (row + 0.5) * cell) for row in range(rows)])
    x, y = (flat.ravel() for flat in np.meshgrid(lon, lat))
    owner = np.full(rows * columns, NOTHING)
    dry = np.zeros(rows * columns, dtype=bool)
    for index, country in enumerate(clip.countries):
        inside = _inside(country.geometry, x, y)
        dry[inside] = True
        main, _ = main_and_others(country.geometry)
        owner[inside[_inside(main, x[inside], y[inside])]] = index
    wet_again = _inside(clip.lakes, x, y)
    dry[wet_again], owner[wet_again] = False, NOTHING
    grid = AreaGrid(
        west=clip.west,
        north=top,
        cell=cell,
        owner=owner.reshape(rows, columns),
        dry=dry.reshape(rows, columns),
    )
    seas = _seas(grid, clip.waters, lat, prepared(_land_of(world.land, world.grid)))
    grid.owner[seas >= 0] = -2 - seas[seas >= 0]
    return grid


@lru_cache(maxsize=2)
def _land_of(coded: tuple[str, ...], steps: Grid) -> BaseGeometry:
    """Give the land of the whole world, three turns of longitude, WGS 84 degrees."""
    rings = [ring for ring in decode_lines(coded, steps) if len(ring) > _MIN_RING]
    turns = [shapely.Polygon(np.add(ring, (turn, 0.0))) for ring in rings for turn in _TURNS]
    return shapely.union_all(shapely.make_valid(np.array(turns, dtype=object)))


def _spread_area(part: BaseGeometry) -> float:
    """Area as it is on the earth, but for the scale."""
    return float(part.area * np.cos(np.radians(part.centroid.y)))


def _inside(shape: BaseGeometry, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Give the numbers of the points that lie in a shape."""
    if shape.is_empty or not len(x):
        return np.zeros(0, dtype=np.int64)
    west, south, east, north = shape.bounds
    near = np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
    own = prepared(shape)
    return np.asarray(near[shapely.contains_xy(own, x[near], y[near])])


def prepared(shape: BaseGeometry) -> BaseGeometry:
    """Prepare a copy of a shape for many questions.

    Clips are shared among threads, and what is prepared may be asked by one thread alone: two at
    once end the program.
    """
    own: BaseGeometry = shapely.from_wkb(shapely.to_wkb(shape))
    shapely.prepare(own)
    return own


def _seas(
    grid: AreaGrid, waters: Sequence[WaterName], lat: np.ndarray, world: BaseGeometry
) -> np.ndarray:
    """Give for each cell the number of its sea, -1 for none."""
    wet = ~grid.dry
    open_water = wet & ~_grown(grid.dry)
    broad = [distance_m(0.0, one, grid.cell, one) for one in lat.tolist()]
    cell_m = np.repeat(np.maximum(np.array(broad), 1e-3)[:, None], wet.shape[1], axis=1)
    slow = np.array([_SLOWNESS[min(water.rank, 4)] for water in waters] or [1.0])
    reach = np.array([_REACH_M[min(water.rank, 4)] for water in waters] or [1.0])
    rules = (cell_m, slow, reach)
    starts = [list(_starts(water, grid, open_water, world)) for water in waters]
    owner = _spread(open_water, starts, rules)
    # Along the shores each cell belongs to the water before it.
    rows, columns = wet.shape
    padded = np.pad(owner, 1, constant_values=-1)
    for row, column, _ in _STEPS:
        beside = padded[1 + row : 1 + row + rows, 1 + column : 1 + column + columns]
        owner = np.where(wet & (owner < 0), beside, owner)
    # Straits and inlets, into which no open water leads.
    left = wet & (owner < 0)
    narrow = [
        [] if some else list(_starts(water, grid, left, world))
        for water, some in zip(waters, starts, strict=True)
    ]
    return np.where(left, _spread(left, narrow, rules), owner)


def _grown(cells: np.ndarray) -> np.ndarray:
    """Give some cells and all that touch them."""
    padded = np.pad(cells, 1)
    rows, columns = cells.shape
    around = [padded[1 + r : 1 + r + rows, 1 + c : 1 + c + columns] for r, c, _ in _STEPS]
    return np.asarray(np.logical_or.reduce([cells, *around]))


def _starts(
    water: WaterName, grid: AreaGrid, wet: np.ndarray, world: BaseGeometry
) -> Iterator[tuple[int, int, float]]:
    """Cells that a name spreads from, and how many cells away each is from its point."""
    row, column = grid.cells_of(np.array([water.lon]), np.array([water.lat]))[0].tolist()
    rows, columns = wet.shape
    if 0 <= row < rows and 0 <= column < columns:
        low_r, low_c = max(0, row - _SHORE_CELLS), max(0, column - _SHORE_CELLS)
        near = np.argwhere(wet[low_r : row + _SHORE_CELLS + 1, low_c : column + _SHORE_CELLS + 1])
        if len(near):
            near += (low_r, low_c)
            far = np.abs(near - (row, column)).sum(axis=1)
            r, c = near[int(far.argmin())].tolist()
            yield r, c, float(far.min())
    elif water.rank < len(_UNSEEN):
        edge = np.zeros_like(wet)
        edge[[0, -1], :] = edge[:, [0, -1]] = True
        found = np.argwhere(edge & wet)
        ends = grid.points_of(found)
        starts = np.broadcast_to((water.lon, water.lat), ends.shape)
        lines = shapely.linestrings(np.stack([starts, ends], axis=1))
        far = np.hypot(*(found - (row, column)).T)
        clear = ~shapely.intersects(world, lines)
        for (r, c), cells in zip(found[clear].tolist(), far[clear].tolist(), strict=True):
            yield r, c, _UNSEEN[water.rank] * cells


def _spread(
    wet: np.ndarray,
    starts: Sequence[Sequence[tuple[int, int, float]]],
    rules: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> np.ndarray:
    """Let all names spread at once, cell by cell, each as fast as it may; give whose each is."""
    cell_m, slow, reach = rules
    metres, owner = np.full(wet.shape, np.inf), np.full(wet.shape, -1)
    for index, some in enumerate(starts):
        for row, column, far in some:
            first = far * cell_m[row, column] * slow[index]
            if first < metres[row, column] and first <= _LET_IN * reach[index] * slow[index]:
                metres[row, column], owner[row, column] = first, index
    rows, columns = wet.shape
    for _ in range(_ROUNDS):
        before = metres.copy()
        for down, right, step in _STEPS:
            here = (
                slice(max(0, down), rows + min(0, down)),
                slice(max(0, right), columns + min(0, right)),
            )
            there = (
                slice(max(0, -down), rows + min(0, -down)),
                slice(max(0, -right), columns + min(0, -right)),
            )
            whose = owner[there]
            come = metres[there] + step * cell_m[here] * slow[whose]
            better = wet[here] & (come < metres[here]) & (come <= (reach * slow)[whose])
            metres[here] = np.where(better, come, metres[here])
            owner[here] = np.where(better, whose, owner[here])
        if np.array_equal(before, metres):
            break
    return owner
