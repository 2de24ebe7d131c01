"""Shores of two sources and inland water in; water behind the coast that one of them lacks, out.

OpenStreetMap's coastline ends where a river or a lagoon begins, Natural Earth's runs farther
inland: up the Thames, round Lake Pontchartrain. Without such water the land of the first would be
whole where the second has none, and the lakes of the second do not have it either.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

# Worked through in cells, with some air, so that nothing is cut where water reaches over an edge.
_CELL_DEG, _AIR_DEG = 5.0, 0.1
_SOUTH, _NORTH = -60, 85
# Two drawings of one shore lie closer together than this, degrees: what is nearer to the sea
# belongs to the shore. An inlet reaches to the sea again, so much farther.
_SHORE_DEG, _REACH_DEG = 0.025, 0.012
# What is inland water in Natural Earth must be water in OpenStreetMap too, so far beside it and for
# this share of it: else it is land that was won from the sea.
_BESIDE_DEG, _LEAST_SHARE = 0.004, 0.5
# Towns are dry: so far around them only what is water in OpenStreetMap is water.
_TOWN_DEG, _BESIDE_TOWN_DEG = 0.02, 0.01
# A lake so near to the sea opens to it. Coasts are looked at in runs of so many points.
_MOUTH_DEG, _RUN = 0.002, 50
# Square degrees; a square kilometre is about 0.0001.
_LEAST_INLET, _LEAST_HARBOUR, _LEAST_LAND = 0.0002, 0.001, 0.00004


def harbours(land: np.ndarray, lakes: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    """Choose the lakes that open to the sea, as Sydney's harbour does, and are not ``drawn``."""
    coasts = [
        shapely.linestrings(points[first : first + _RUN + 1])
        for points in map(shapely.get_coordinates, shapely.get_rings(land))
        for first in range(0, len(points) - 1, _RUN)
    ]
    large = lakes[shapely.area(lakes) > _LEAST_HARBOUR]
    coast = shapely.STRtree(np.array(coasts))
    near = coast.query(large, predicate="dwithin", distance=_MOUTH_DEG)[0]
    found = large[np.unique(near)]
    new = np.setdiff1d(
        np.arange(len(found)), shapely.STRtree(drawn).query(found, predicate="intersects")[0]
    )
    return np.asarray(shapely.buffer(found[new], _MOUTH_DEG / 2, join_style="mitre"))


def beside_towns(shapes: np.ndarray, waters: np.ndarray, towns: np.ndarray) -> list[BaseGeometry]:
    """Take out of shapes of water what near a town is none of the ``waters`` as they were."""
    water_tree, town_tree = shapely.STRtree(waters), shapely.STRtree(towns)
    found = []
    for shape in shapes:
        people = town_tree.query(shape, predicate="dwithin", distance=_BESIDE_TOWN_DEG)
        peopled = shapely.union_all(shapely.buffer(towns[people], _BESIDE_TOWN_DEG))
        near = waters[water_tree.query(peopled, predicate="intersects")]
        found.append(
            shapely.difference(shape, shapely.difference(peopled, shapely.union_all(near)))
        )
    return found


def with_inlets(
    land: np.ndarray, drawn: np.ndarray, waters: np.ndarray, towns: np.ndarray
) -> np.ndarray:
    """Take out of ``land`` the water behind the coast that ``drawn``, another land, leaves free.

    ``waters`` are lakes and rivers, ``towns`` points; the others single polygons, WGS 84 degrees.
    """
    return without(land, np.array(list(_inlets(land, drawn, waters, towns))))


def without(land: np.ndarray, inlets: np.ndarray) -> np.ndarray:
    """Take inlets out of land; what is left is single polygons."""
    if not len(inlets):
        return land
    whole = shapely.union_all(inlets)
    owners = np.unique(shapely.STRtree(land).query(inlets, predicate="intersects")[1])
    cut = shapely.get_parts(shapely.difference(land[owners], whole))
    kept = cut[(shapely.area(cut) > _LEAST_LAND) & (shapely.get_type_id(cut) == 3)]  # noqa: PLR2004 - shapely's number of Polygon
    return np.concatenate([np.delete(land, owners), kept])


def _inlets(
    land: np.ndarray, drawn: np.ndarray, waters: np.ndarray, towns: np.ndarray
) -> Iterator[BaseGeometry]:
    land_tree, drawn_tree = shapely.STRtree(land), shapely.STRtree(drawn)
    found = shapely.STRtree(waters), shapely.STRtree(towns)
    corners = product(np.arange(-180.0, 190.0, _CELL_DEG), np.arange(_SOUTH, _NORTH, _CELL_DEG))
    for west, south in corners:
        box = shapely.box(west, south, west + _CELL_DEG, south + _CELL_DEG)
        wide = shapely.buffer(box, _AIR_DEG, join_style="mitre")
        ground = _within(land_tree, wide)
        free = shapely.difference(ground, _within(drawn_tree, wide))
        if not free.is_empty:
            for inlet in _behind_the_shore(free, shapely.difference(wide, ground), *found):
                yield shapely.intersection(inlet, box)


def _within(tree: shapely.STRtree, box: BaseGeometry) -> BaseGeometry:
    found = tree.geometries[tree.query(box, predicate="intersects")]
    return shapely.union_all(shapely.intersection(found, box))


def _behind_the_shore(
    free: BaseGeometry, sea: BaseGeometry, waters: shapely.STRtree, towns: shapely.STRtree
) -> Iterator[BaseGeometry]:
    """Give what is free of land, away from the sea and really water, and its way to the sea."""
    # Degrees of longitude are made as long as those of latitude to measure.
    squeeze = np.array([max(0.1, np.cos(np.radians(free.centroid.y))), 1.0])

    def flat(shape: BaseGeometry) -> BaseGeometry:
        return shapely.transform(shape, lambda points: points * squeeze)

    shore = shapely.buffer(flat(sea), _SHORE_DEG)
    inner = shapely.get_parts(shapely.difference(flat(free), shore))
    for part in inner[shapely.area(inner) > _LEAST_INLET]:
        around = shapely.buffer(part, _SHORE_DEG + _REACH_DEG)
        reach = shapely.transform(around, lambda points: points / squeeze)
        near = waters.geometries[waters.query(reach, predicate="intersects")]
        water = shapely.union_all(shapely.clip_by_rect(near, *reach.bounds))
        water = shapely.buffer(flat(water), _BESIDE_DEG, quad_segs=2)
        if shapely.intersection(part, water).area < _LEAST_SHARE * part.area:
            continue
        people = towns.geometries[towns.query(reach, predicate="intersects")]
        peopled = shapely.union_all(shapely.buffer([flat(point) for point in people], _TOWN_DEG))
        dry = shapely.difference(peopled, shapely.buffer(water, -_BESIDE_DEG, quad_segs=2))
        reach = shapely.transform(shapely.difference(around, dry), lambda points: points / squeeze)
        yield shapely.intersection(free, reach)
