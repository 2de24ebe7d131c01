"""The sea lanes of ``searoute`` and the basemap's shores go in; a network on water comes out.

A lane that the map would draw across land is led round it, or left out where there is no water
beside it; ports and headlands are joined by the water before them; and where a straight way over
open water is shorter than the lanes are, it becomes a lane.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from geo.adapters.network.store import Network
from tools.basemap_fetch import from_pypi_source
from tools.network_customs import corners, marked
from tools.network_gaps import distances
from tools.network_graph import Graph, in_order, measured, once, without_islands
from tools.network_headlands import with_headlands
from tools.network_lanes import COARSE_M, ashore_m, mended, with_ports
from tools.network_steps import steps_of, turned

if TYPE_CHECKING:
    from pathlib import Path

    from tools.network_shores import Shores

SEAROUTE = "searoute", "1.6.0"
_GEOD = Geod(ellps="WGS84")

_LEAST_PART_M = 300_000.0
# Named by the source, but an open ocean: it cannot be closed, and ships take any way through it.
_OPEN = frozenset({"south_africa"})
_ARCTIC = "northern sea route"
_ARCTIC_LAT, _ARCTIC_WEST, _ARCTIC_EAST = 70.0, 60.0, 180.0

# Straight ways over open water: by length, from points so far apart; taken where the lanes are
# longer by this share. The more there are the less is still longer: so they are taken by turns,
# each time so many times as many.
_BANDS = (
    (0.0, 6e4, 0.0),
    (6e4, 2.5e5, 0.25),
    (2.5e5, 6e5, 1.0),
    (6e5, 1.5e6, 2.0),
    (1.5e6, 3e6, 4.0),
)
_WORTH = 1.008
_FIRST_TURN, _NEXT_TURN = 4_000, 2
# None leads so near by a passage that may be closed, nor through the ice behind the Bering Strait.
_BESIDE_DEG = 0.3
_ICE_LAT, _ICE_WEST, _ICE_EAST = 65.3, 60.0, -80.0
_TESTED_AT_ONCE = 20_000
# Lanes are cut so that a ship far out is near to one, and straight ways can leave it.
_LONGEST_M = 250_000.0


def sea(folder: Path, shores: Shores) -> Network:
    """Make the network of the seas."""
    package = from_pypi_source(*SEAROUTE, folder) / "searoute" / "data"
    graph, kinds = _lanes(package / "marnet_searoute.geojson")
    print(f"sea: {len(graph.ends)} hops of lanes")
    graph = without_islands(mended(graph, kinds, shores), _LEAST_PART_M)
    graph = with_ports(graph, _ports(package / "ports.geojson"), shores)
    graph = with_headlands(graph, corners(), shores)
    for band in _BANDS:
        graph = _with_shortcuts(graph, band, shores)
    return _network(marked(_afloat(graph, kinds, shores), kinds), kinds)


def _afloat(graph: Graph, kinds: list[str], shores: Shores) -> Graph:
    """Leave out what still lies on land, but for the canals and straits that the source names."""
    kept = (ashore_m(graph, shores) <= COARSE_M) | (
        (graph.kind > 0) & (graph.kind != kinds.index(_ARCTIC))
    )
    print(f"  {(~kept).sum()} hops over land are left out")
    return graph.kept(kept)


def _network(graph: Graph, kinds: list[str]) -> Network:
    graph, order = in_order(once(graph))
    return Network(
        points=graph.points,
        ends=graph.ends,
        winding=np.ones(len(graph.ends)),
        kind=graph.kind,
        country=np.zeros(len(graph.points), dtype=np.uint8),
        doubt=np.zeros(len(graph.ends)),
        order=order,
        kinds=tuple(kinds),
        countries=("",),
        country_names=("",),
        source="sea lanes of searoute 1.6.0 (Eurostat's marine network), led round our shores",
        attribution="Sea lanes: searoute, Eurostat (Apache 2.0, EUPL 1.2)",
    )


def _lanes(path: Path) -> tuple[Graph, list[str]]:
    kinds = [""]
    hops: list[tuple[tuple[float, float], tuple[float, float], int]] = []
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        kind = feature["properties"].get("passage") or ""
        kind = "" if kind in _OPEN else kind
        if kind not in kinds:
            kinds.append(kind)
        drawn = feature["geometry"]["coordinates"]
        for line in drawn if feature["geometry"]["type"] == "MultiLineString" else [drawn]:
            rounded = [(round((p[0] + 180) % 360 - 180, 4), round(p[1], 4)) for p in line]
            hops += [(one, two, kinds.index(kind)) for one, two in pairwise(rounded)]
    kinds.append(_ARCTIC)
    drawn_ends = np.array([(one, two) for one, two, _ in hops])
    steps = steps_of(drawn_ends[:, 0], drawn_ends[:, 1], _LONGEST_M)
    corners = np.stack([steps.starts, steps.ends], axis=1).reshape(-1, 2)
    corners[:, 0] = turned(corners[:, 0])
    points, ends = np.unique(corners.round(4), axis=0, return_inverse=True)
    graph = Graph(
        points=points,
        ends=ends.reshape(-1, 2),
        length_m=np.ones(len(steps.hop)),
        kind=np.array([kind for *_, kind in hops])[steps.hop],
    )
    is_arctic = (
        (points[graph.ends, 1] > _ARCTIC_LAT)
        & (points[graph.ends, 0] > _ARCTIC_WEST)
        & (points[graph.ends, 0] < _ARCTIC_EAST)
    ).any(axis=1)
    kind = np.where(is_arctic & (graph.kind == 0), kinds.index(_ARCTIC), graph.kind)
    return once(measured(points, graph.ends, kind)), kinds


def _ports(path: Path) -> np.ndarray:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return np.unique(
        np.array([feature["geometry"]["coordinates"] for feature in features]).round(4), axis=0
    )


def _with_shortcuts(graph: Graph, band: tuple[float, float, float], shores: Shores) -> Graph:
    """Add straight ways over open water where the lanes go a longer way."""
    least_m, most_m, apart_deg = band
    chosen = _spread(graph.points, apart_deg)
    # From a quay that is drawn as land a line may lead over land and meet no shore.
    chosen = chosen[shores.afloat(graph.points[chosen])]
    one, two = _pairs(graph.points[chosen], most_m)
    one, two = chosen[one], chosen[two]
    metres = np.asarray(_GEOD.inv(*graph.points[one].T, *graph.points[two].T)[2])
    fits = np.flatnonzero((metres > least_m) & (metres <= most_m))
    left = np.stack([one, two], axis=1)[fits[np.argsort(metres[fits], kind="stable")]]
    left = _still_longer(graph, left)
    left = left[_clear(graph.points[left[:, 0]], graph.points[left[:, 1]], shores)]
    left = left[~_slips_by(graph, left)]
    print(f"  straight ways to {most_m / 1e3:.0f} km: {len(left)} on water are shorter")
    chance, turn, before = np.random.default_rng(0), _FIRST_TURN, len(graph.ends)
    chance.shuffle(left)
    while len(left):
        graph = _with_hops(graph, left[:turn])
        left = _still_longer(graph, left[turn:])
        turn *= _NEXT_TURN
    print(f"    {len(graph.ends) - before} of them are taken")
    return graph


def _still_longer(graph: Graph, pairs: np.ndarray) -> np.ndarray:
    """Keep the pairs of points, array (n, 2), between which the lanes are longer than need be."""
    one, two = pairs.T
    metres = np.asarray(_GEOD.inv(*graph.points[one].T, *graph.points[two].T)[2])
    return np.asarray(pairs[distances(graph, one, two) > _WORTH * metres])


def _slips_by(graph: Graph, pairs: np.ndarray) -> np.ndarray:
    """Tell which straight ways between points, array (n, 2), would go round what is closed."""
    steps = steps_of(graph.points[pairs[:, 0]], graph.points[pairs[:, 1]])
    lon = turned(steps.starts[:, 0])
    met = (steps.starts[:, 1] > _ICE_LAT) & ((lon > _ICE_WEST) | (lon < _ICE_EAST))
    gates = shapely.STRtree(
        np.asarray(shapely.linestrings(graph.points[graph.ends[graph.kind > 0]]))
    )
    drawn = shapely.linestrings(np.stack([steps.starts, steps.ends], axis=1))
    met[gates.query(drawn, predicate="dwithin", distance=_BESIDE_DEG)[0]] = True
    return np.asarray(np.bincount(steps.hop, met, minlength=len(pairs)) > 0)


def _with_hops(graph: Graph, pairs: np.ndarray) -> Graph:
    kind = np.concatenate([graph.kind, np.zeros(len(pairs), dtype=np.int64)])
    return once(measured(graph.points, np.vstack([graph.ends, pairs]), kind))


def _spread(points: np.ndarray, apart_deg: float) -> np.ndarray:
    if apart_deg <= 0.0:
        return np.arange(len(points))
    _, first = np.unique(np.floor(points / apart_deg), axis=0, return_index=True)
    return np.sort(first)


def _pairs(points: np.ndarray, most_m: float) -> tuple[np.ndarray, np.ndarray]:
    """List the pairs that may be so near to each other, across 180° as well."""
    turns = [points + np.array([turn, 0.0]) for turn in (0.0, 360.0, -360.0)]
    tree = shapely.STRtree(np.asarray(shapely.points(np.concatenate(turns))))
    half = most_m / 111e3
    squeeze = np.clip(np.cos(np.radians(points[:, 1])), 0.15, 1.0)
    boxes = shapely.box(
        points[:, 0] - half / squeeze,
        points[:, 1] - half,
        points[:, 0] + half / squeeze,
        points[:, 1] + half,
    )
    one, two = tree.query(boxes)
    two %= len(points)
    found = np.unique(np.stack([one, two])[:, one < two], axis=1)
    return found[0], found[1]


def _clear(starts: np.ndarray, ends: np.ndarray, shores: Shores) -> np.ndarray:
    """Tell which geodesics meet no shore."""
    clear = np.ones(len(starts), dtype=bool)
    for first in range(0, len(starts), _TESTED_AT_ONCE):
        some = slice(first, first + _TESTED_AT_ONCE)
        steps = steps_of(starts[some], ends[some])
        clear[first + steps.hop[shores.crossed(steps.starts, steps.ends)]] = False
    return clear
