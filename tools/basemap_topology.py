"""Land by its shores and countries by their borders go in; one layer with shared arcs comes out.

The shores are OpenStreetMap's, the borders between countries Natural Earth's. Both are laid over
each other on a grid; each face of the drawing that is land goes to the country that covers it or,
between the two shores, to the nearest. So neighbours share their line exactly, and no land is
nobody's.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from tools.basemap_layer import Layer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

GRID_DEG = 0.0002
# An island so far from every country of Natural Earth is left out: nobody says whose it is.
_NEAREST_DEG = 0.5
# A second country with less than this share of an island is the fault of two drawings of one shore.
_LEAST_SHARE = 0.02


def drawn_with(
    land: np.ndarray, countries: Mapping[str, list[shapely.Polygon]]
) -> dict[str, list[shapely.Polygon]]:
    """Give every polygon of ``land``, in pieces where borders cross it, to a country, by name."""
    names = [name for name, parts in countries.items() for _ in parts]
    parts = np.array([part for parts in countries.values() for part in parts])
    tree = shapely.STRtree(parts)
    found: dict[str, list[shapely.Polygon]] = {}
    shared: list[int] = []
    owners, others = tree.query(land, predicate="intersects")
    touched: dict[int, list[int]] = {}
    for owner, other in zip(owners, others, strict=True):
        touched.setdefault(int(owner), []).append(int(other))
    for index, polygon in enumerate(land):
        near = touched.get(index, [])
        if not near:
            nearest = tree.query_nearest(polygon, max_distance=_NEAREST_DEG, all_matches=False)
            near = [int(number) for number in nearest]
        who = {names[number] for number in near}
        if len(who) > 1:
            shares = _shares(polygon, [(names[number], parts[number]) for number in near])
            who = {name for name, share in shares.items() if share > _LEAST_SHARE} or {
                max(shares, key=lambda name: shares[name])
            }
        if len(who) > 1:
            shared.append(index)
        elif who:
            found.setdefault(who.pop(), []).append(polygon)
    for name, pieces in _by_borders(land[shared], names, parts, tree).items():
        found.setdefault(name, []).extend(pieces)
    # Reefs and atolls too small for the shores stay as Natural Earth draws them.
    return found | {name: pieces for name, pieces in countries.items() if name not in found}


def _shares(
    polygon: shapely.Polygon, parts: Sequence[tuple[str, shapely.Polygon]]
) -> dict[str, float]:
    if polygon.area > 50.0:  # noqa: PLR2004 - a continent: who touches it has a part of it
        return {name: 1.0 for name, _ in parts}
    shares: dict[str, float] = {}
    for name, part in parts:
        area = shapely.area(shapely.intersection(polygon, part))
        shares[name] = shares.get(name, 0.0) + float(area) / polygon.area
    return shares


def _by_borders(
    land: np.ndarray, names: Sequence[str], parts: np.ndarray, tree: shapely.STRtree
) -> dict[str, list[shapely.Polygon]]:
    """Part land along borders."""
    used = np.unique(tree.query(land, predicate="intersects")[1])
    edges = [*shapely.boundary(land), *shapely.boundary(parts[used])]
    noded = shapely.union_all(edges, grid_size=GRID_DEG)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    inside = shapely.point_on_surface(faces)
    shapely.prepare(land)
    is_land = np.unique(shapely.STRtree(inside).query(land, predicate="contains")[1])
    faces, inside = faces[is_land], inside[is_land]
    points, owners = tree.query_nearest(inside)
    # Natural Earth lays some small lands upon larger ones: the smallest has it.
    areas = shapely.area(parts)
    owner_of: dict[int, int] = {}
    for point, owner in sorted(zip(points, owners, strict=True), key=lambda pair: -areas[pair[1]]):
        owner_of[int(point)] = int(owner)
    by_name: dict[str, list[shapely.Polygon]] = {}
    for point, owner in sorted(owner_of.items()):
        by_name.setdefault(names[owner], []).append(faces[point])
    return {
        name: list(shapely.get_parts(shapely.coverage_union_all(pieces)))
        for name, pieces in by_name.items()
    }


def layer_of(shapes: Mapping[str, Sequence[shapely.Polygon]]) -> Layer:
    """Cut the rings of polygons into arcs, each stored once however many polygons share it."""
    layer = Layer(transform={"scale": [GRID_DEG, GRID_DEG], "translate": [-180.0, -90.0]}, arcs=[])
    rings, owners = _rings(shapes)
    users = _users(rings, owners)
    known: dict[bytes, int] = {}
    numbers = iter(_arcs_of(rings, users))
    for name, polygons in shapes.items():
        parts: list[list[list[int]]] = []
        for polygon in polygons:
            part = []
            for _ in range(1 + shapely.get_num_interior_rings(polygon)):
                arcs = next(numbers)
                if arcs:
                    part.append([_number(layer, known, arc) for arc in arcs])
            if part:
                parts.append(part)
        if parts:
            layer.shapes.append({"name": name, "parts": parts})
    return layer


def _rings(shapes: Mapping[str, Sequence[shapely.Polygon]]) -> tuple[list[np.ndarray], list[int]]:
    rings, owners = [], []
    for owner, polygons in enumerate(shapes.values()):
        for polygon in polygons:
            for ring in shapely.get_rings(polygon):
                degrees = shapely.get_coordinates(ring)
                steps = np.rint((degrees + np.array([180.0, 90.0])) / GRID_DEG).astype(np.int64)
                moved = np.concatenate([[True], np.any(np.diff(steps, axis=0) != 0, axis=1)])
                rings.append(steps[moved])
                owners.append(owner)
    return rings, owners


def _users(rings: Sequence[np.ndarray], owners: Sequence[int]) -> list[np.ndarray]:
    """Give each edge of each ring the number of the pair of shapes on its two sides."""
    keys = np.concatenate([_edge_keys(ring) for ring in rings])
    whose = np.repeat(owners, [len(ring) - 1 for ring in rings])
    _, edges = np.unique(keys, axis=0, return_inverse=True)
    edges = edges.ravel()
    low = np.full(edges.max() + 1, np.iinfo(np.int64).max)
    high = np.full(edges.max() + 1, -1)
    np.minimum.at(low, edges, whose)
    np.maximum.at(high, edges, whose)
    pairs = low[edges] * (max(owners) + 2) + high[edges]
    return np.split(pairs, np.cumsum([len(ring) - 1 for ring in rings])[:-1])


def _edge_keys(ring: np.ndarray) -> np.ndarray:
    start, end = ring[:-1], ring[1:]
    swap = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    return np.where(swap[:, None], np.hstack([end, start]), np.hstack([start, end]))


def _arcs_of(rings: Sequence[np.ndarray], users: Sequence[np.ndarray]) -> list[list[np.ndarray]]:
    """Cut each ring where the shapes beside it change."""
    cut: list[list[np.ndarray]] = []
    for ring, pairs in zip(rings, users, strict=True):
        if len(ring) < 4:  # noqa: PLR2004 - a triangle, closed
            cut.append([])
            continue
        changes = np.flatnonzero(pairs != np.roll(pairs, 1))
        # A ring with one neighbour begins at its lowest point, the same for both.
        first = int(changes[0]) if len(changes) else int(np.lexsort(ring[:-1].T)[0])
        turned = np.vstack([ring[first:-1], ring[: first + 1]])
        cuts = [*(changes - first), len(ring) - 1] if len(changes) else [0, len(ring) - 1]
        cut.append([turned[a : b + 1] for a, b in pairwise(cuts)])
    return cut


def _number(layer: Layer, known: dict[bytes, int], arc: np.ndarray) -> int:
    """Find the number of an arc, ``~n`` where it is stored the other way round; add a new one."""
    key, back = arc.tobytes(), arc[::-1].copy().tobytes()
    if key in known:
        return known[key]
    if back in known:
        return ~known[back]
    known[key] = len(layer.arcs)
    layer.arcs.append(arc)
    return known[key]
