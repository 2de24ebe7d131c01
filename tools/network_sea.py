"""The sea lanes of ``searoute`` and the basemap's shores go in; a network on water comes out.

A lane that the map would draw across land is led round it, or left out where there is no water
beside it; ports are joined by the water before them; and where a straight way over open water is
shorter than the lanes are, it becomes a lane.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from geo.adapters.network_store import Network
from tools.basemap_fetch import from_pypi_source
from tools.network_gaps import distances
from tools.network_graph import Graph, in_order, once, without_islands

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tools.network_shores import Shores

SEAROUTE = "searoute", "1.6.0"
_GEOD = Geod(ellps="WGS84")

# Passages that are cut through land; the map draws them, if at all, as land.
_CUT = frozenset({"suez", "panama"})
# A lane across more land than this, with no water beside it, is a fault or a river of ours.
_MOST_LAND_M = 15_000.0
_LEAST_PART_M = 300_000.0
_ARCTIC = "northern sea route"
_ARCTIC_LAT, _ARCTIC_WEST, _ARCTIC_EAST = 70.0, 60.0, 180.0

# Ports: so far from a lane at most, and the first metres from the quay may lie on drawn land.
_PORT_REACH_M = 120_000.0
_QUAY_M = 6_000.0
_TRIED = 12

# Straight ways over open water: by length, from points so far apart; taken where the lanes are
# longer by this share.
_BANDS = ((0.0, 6e4, 0.0), (6e4, 2.5e5, 0.1))
_WORTH = 1.008
_TESTED_EVERY_M = 60_000.0


def sea(folder: Path, shores: Shores) -> Network:
    """Make the network of the seas."""
    package = from_pypi_source(*SEAROUTE, folder) / "searoute" / "data"
    graph, kinds = _lanes(package / "marnet_searoute.geojson")
    print(f"sea: {len(graph.ends)} hops of lanes")
    graph = without_islands(_mended(graph, kinds, shores), _LEAST_PART_M)
    graph = _with_ports(graph, _ports(package / "ports.geojson"), shores)
    for band in _BANDS:
        graph = _with_shortcuts(graph, band, shores)
    return _network(_marked(graph, kinds, shores), kinds)


def _marked(graph: Graph, kinds: list[str], shores: Shores) -> Graph:
    """Call what leads from land to land inland: rivers, canals, and lines behind the coast."""
    ashore = ~shores.afloat(graph.points)[graph.ends]
    is_long = graph.length_m > _MOST_LAND_M
    inland = (graph.kind == 0) & ashore.all(axis=1) & is_long
    kind = np.where(inland, kinds.index("inland"), graph.kind)
    return Graph(points=graph.points, ends=graph.ends, length_m=graph.length_m, kind=kind)


def _network(graph: Graph, kinds: list[str]) -> Network:
    graph, order = in_order(once(graph))
    return Network(
        points=graph.points,
        ends=graph.ends,
        winding=np.ones(len(graph.ends)),
        kind=graph.kind,
        country=np.zeros(len(graph.points), dtype=np.uint8),
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
        if kind not in kinds:
            kinds.append(kind)
        drawn = feature["geometry"]["coordinates"]
        for line in drawn if feature["geometry"]["type"] == "MultiLineString" else [drawn]:
            turned = [(round((p[0] + 180) % 360 - 180, 4), round(p[1], 4)) for p in line]
            hops += [(one, two, kinds.index(kind)) for one, two in pairwise(turned)]
    kinds += ["inland", _ARCTIC]
    points, ends = np.unique(
        np.array([(one, two) for one, two, _ in hops]).reshape(-1, 2), axis=0, return_inverse=True
    )
    graph = Graph(
        points=points,
        ends=ends.reshape(-1, 2),
        length_m=np.ones(len(hops)),
        kind=np.array([kind for *_, kind in hops]),
    )
    is_arctic = (
        (points[graph.ends, 1] > _ARCTIC_LAT)
        & (points[graph.ends, 0] > _ARCTIC_WEST)
        & (points[graph.ends, 0] < _ARCTIC_EAST)
    ).any(axis=1)
    kind = np.where(is_arctic & (graph.kind == 0), kinds.index(_ARCTIC), graph.kind)
    return once(_measured(points, graph.ends, kind)), kinds


def _measured(points: np.ndarray, ends: np.ndarray, kind: np.ndarray) -> Graph:
    bare = Graph(points=points, ends=ends, length_m=np.ones(len(ends)), kind=kind)
    return Graph(points=points, ends=ends, length_m=bare.chord_m, kind=kind)


def _mended(graph: Graph, kinds: list[str], shores: Shores) -> Graph:
    """Lead every lane that meets a shore round it."""
    one, two = graph.points[graph.ends[:, 0]], graph.points[graph.ends[:, 1]]
    drawn = np.abs(one[:, 0] - two[:, 0]) < 180.0  # noqa: PLR2004 - half a turn
    met = np.zeros(len(one), dtype=bool)
    met[drawn] = shores.crossed(one[drawn], two[drawn])
    cut = [kinds.index(name) for name in _CUT]
    met &= ~np.isin(graph.kind, cut)
    builder = _Builder(graph.kept(~met))
    dropped = round_m = inland = 0
    for start, end, kind in zip(one[met], two[met], graph.kind[met], strict=True):
        way = shores.way_round(tuple(start), tuple(end))
        if way is not None and shores.is_clear(np.array(way[1:-1] if len(way) > 3 else way)):  # noqa: PLR2004
            builder.add(way, int(kind))
            round_m += 1
        elif kinds[kind]:  # a strait that the map draws too narrow
            builder.add([tuple(start), tuple(end)], int(kind))
        elif shores.land_m(tuple(start), tuple(end)) < _MOST_LAND_M:
            builder.add([tuple(start), tuple(end)], kinds.index("inland"))
            inland += 1
        else:
            dropped += 1
    print(f"  lanes that met a shore: {round_m} led round, {inland} inland, {dropped} left out")
    return builder.graph()


class _Builder:
    """Adds lines to a graph, point by point."""

    def __init__(self, graph: Graph) -> None:
        self._points = [tuple(point) for point in graph.points.tolist()]
        self._number = {point: number for number, point in enumerate(self._points)}
        self._ends = graph.ends.tolist()
        self._kind = graph.kind.tolist()

    def add(self, line: Sequence[tuple[float, ...]], kind: int) -> None:
        numbers = [self._at(point) for point in line]
        for pair in pairwise(numbers):
            self._ends.append(list(pair))
            self._kind.append(kind)

    def _at(self, point: tuple[float, ...]) -> int:
        point = (round(float(point[0]), 4), round(float(point[1]), 4))
        if point not in self._number:
            self._number[point] = len(self._points)
            self._points.append(point)
        return self._number[point]

    def graph(self) -> Graph:
        points, ends = np.array(self._points), np.array(self._ends)
        return once(_measured(points, ends, np.array(self._kind)))


def _ports(path: Path) -> np.ndarray:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return np.unique(
        np.array([feature["geometry"]["coordinates"] for feature in features]).round(4), axis=0
    )


def _with_ports(graph: Graph, ports: np.ndarray, shores: Shores) -> Graph:
    """Join every port to the lanes by the water before it."""
    builder = _Builder(graph)
    tree = shapely.STRtree(np.asarray(shapely.points(graph.points)))
    straight = wound = 0
    for port in ports:
        near = _near(graph.points, tree, port)
        clear = [number for number in near if _leads_out(port, graph.points[number], shores)]
        if clear:
            for number in clear[:3]:
                builder.add([tuple(port), tuple(graph.points[number])], 0)
            straight += 1
            continue
        for number in near[:1]:
            way = shores.way_round(tuple(port), tuple(graph.points[number]))
            if way is not None:
                builder.add(way, 0)
                wound += 1
                break
    print(f"  ports: {straight} straight, {wound} by a way round, of {len(ports)}")
    return builder.graph()


def _near(points: np.ndarray, tree: shapely.STRtree, port: np.ndarray) -> np.ndarray:
    squeeze = max(np.cos(np.radians(port[1])), 0.1)
    found = tree.query(
        shapely.Point(port), predicate="dwithin", distance=_PORT_REACH_M / 111e3 / squeeze
    )
    here = np.broadcast_to(port, (len(found), 2))
    metres = _GEOD.inv(here[:, 0], here[:, 1], points[found, 0], points[found, 1])[2]
    order = np.argsort(metres)
    return np.asarray(found[order[metres[order] < _PORT_REACH_M]][:_TRIED])


def _leads_out(port: np.ndarray, point: np.ndarray, shores: Shores) -> bool:
    """Whether a straight way from a port meets no shore but the one before the quay."""
    metres = _GEOD.inv(*port, *point)[2]
    if metres < _QUAY_M:
        return True
    off = port + (point - port) * min(_QUAY_M / metres, 0.5)
    return shores.is_clear(np.array([off, point]))


def _with_shortcuts(graph: Graph, band: tuple[float, float, float], shores: Shores) -> Graph:
    """Add straight ways over open water where the lanes go a longer way."""
    least_m, most_m, apart_deg = band
    chosen = _spread(graph.points, apart_deg)
    # From a quay that is drawn as land a line may lead over land and meet no shore.
    chosen = chosen[shores.afloat(graph.points[chosen])]
    one, two = _pairs(graph.points[chosen], least_m, most_m)
    one, two = chosen[one], chosen[two]
    metres = _GEOD.inv(*graph.points[one].T, *graph.points[two].T)[2]
    fits = (metres > least_m) & (metres <= most_m)
    one, two, metres = one[fits], two[fits], metres[fits]
    longer = distances(graph, one, two) > _WORTH * metres
    one, two, metres = one[longer], two[longer], metres[longer]
    clear = _clear(graph.points[one], graph.points[two], metres, shores)
    print(f"  straight ways to {most_m / 1e3:.0f} km: {len(one)} shorter, {clear.sum()} on water")
    return once(
        _measured(
            graph.points,
            np.vstack([graph.ends, np.stack([one[clear], two[clear]], axis=1)]),
            np.concatenate([graph.kind, np.zeros(int(clear.sum()), dtype=np.int64)]),
        )
    )


def _spread(points: np.ndarray, apart_deg: float) -> np.ndarray:
    if apart_deg <= 0.0:
        return np.arange(len(points))
    _, first = np.unique(np.floor(points / apart_deg), axis=0, return_index=True)
    return np.sort(first)


def _pairs(points: np.ndarray, least_m: float, most_m: float) -> tuple[np.ndarray, np.ndarray]:
    """List the pairs that may be so far apart; the pairs across 180° are left out."""
    del least_m
    tree = shapely.STRtree(np.asarray(shapely.points(points)))
    half = most_m / 111e3
    squeeze = np.clip(np.cos(np.radians(points[:, 1])), 0.15, 1.0)
    boxes = shapely.box(
        points[:, 0] - half / squeeze,
        points[:, 1] - half,
        points[:, 0] + half / squeeze,
        points[:, 1] + half,
    )
    one, two = tree.query(boxes)
    first = one < two
    return one[first], two[first]


def _clear(starts: np.ndarray, ends: np.ndarray, metres: np.ndarray, shores: Shores) -> np.ndarray:
    """Tell which geodesics meet no shore; they are tried in steps that a map draws straight."""
    clear = np.ones(len(starts), dtype=bool)
    for number, (start, end, length) in enumerate(zip(starts, ends, metres, strict=True)):
        steps = int(length // _TESTED_EVERY_M)
        between = _GEOD.npts(start[0], start[1], end[0], end[1], steps) if steps else []
        line = np.array([start, *between, end])
        turned = np.abs(np.diff(line[:, 0])).max() > 180.0  # noqa: PLR2004 - half a turn
        clear[number] = not turned and shores.is_clear(line)
    return clear
