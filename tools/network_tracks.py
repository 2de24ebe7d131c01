"""Maps of railways and roads go in; the networks of both come out.

Both are made from OpenStreetMap by way of ``scgraph_data``, whose hops keep the length of the track
that they stand for. Railways are completed by Natural Earth's where OpenStreetMap's are cut, and by
the lines of ``data/rail/`` with their published kilometres.
"""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from geo.adapters.network_store import Network
from geo.adapters.railway_store import read_railways
from tools.basemap_fetch import from_npm, from_pypi
from tools.network_ends import bridged, led_on
from tools.network_facing import faced
from tools.network_gaps import filled
from tools.network_graph import (
    Graph,
    in_order,
    merged,
    once,
    parts,
    simplified,
    without_islands,
    without_spurs,
)
from tools.network_ground import Ground
from tools.network_islands import reached
from tools.network_relief import Relief

if TYPE_CHECKING:
    from pathlib import Path

    from tools.network_countries import Countries

OPEN_STREET_MAP = "scgraph_data", "2.0.0"
NATURAL_EARTH = "@worldwideview/wwv-plugin-osm-rail-network", "1.0.0"  # despite its name
_GEOD = Geod(ellps="WGS84")
_MOST_WINDING = 3.0
_LEAST_PART_M = 20_000.0
# What lies between two ends that face each other may be a shorter part.
_LEAST_STEP_M = 5_000.0
_WATER = "water"
_LEAST_CROSSING_M = 3_000.0

# Natural Earth's line is new where it is so far from every track; a drawn line is shorter by so
# much than its track, and its ends lie so near to a track that they join.
_NEW_DEG = 0.03
_DRAWN_WINDS = 1.04
_STEP_DEG = 0.02
# Published kilometres are longer than the shortest way in the source by these shares at the median:
# curves are left out, and the usual way is not the shortest.
_TRACK_WINDS = 1.008
# Roads wind over hills besides: by so much of their length for the square of the metres by which
# heights differ, and so much may be wrong on either side (fitted to 70 published lengths from all
# continents, of which a third lead through mountains).
_ROAD_WINDS = 1.03
_WINDS_A_SQUARE_METRE = 1.6e-6
_DOUBT_A_SQUARE_METRE = 3e-6
_JOIN_M = 6_000.0
# Where along a hop it is looked at.
_SHARES = (0.1, 0.3, 0.5, 0.7, 0.9)


@dataclass(frozen=True, kw_only=True)
class Fineness:
    """How much of the source is kept: sizes in degrees, lengths in metres."""

    cell_deg: float
    tolerance_deg: float
    spur_m: float


_RAIL = Fineness(cell_deg=0.002, tolerance_deg=0.004, spur_m=3_000.0)
_ROAD = Fineness(cell_deg=0.004, tolerance_deg=0.007, spur_m=4_000.0)


def rail(folder: Path, curated: Path, countries: Countries, crossings: np.ndarray) -> Network:
    """Make the network of the railways."""
    graph = merged(_open_street_map(folder, "world_railways", _TRACK_WINDS), _RAIL.cell_deg)
    print(f"rail: {len(graph.ends)} hops of OpenStreetMap in {parts(graph).max() + 1} parts")
    graph = simplified(graph, _RAIL.tolerance_deg, np.zeros(len(graph.points), dtype=bool))
    ground = Ground(graph, countries, crossings)
    drawn, published = _natural_earth(folder), _curated(curated)
    graph = bridged(_joined(graph, drawn, _JOIN_M), ground)
    graph = faced(filled(graph, [*drawn, *published]), ground)
    graph = led_on(reached(graph, countries), ground)
    source = (
        "railways from OpenStreetMap (scgraph_data 2.0.0), gaps filled from Natural Earth and from "
        "published lines"
    )
    attribution = "Railway: © OpenStreetMap contributors (ODbL), Natural Earth"
    return _network(graph, _RAIL, countries, source, attribution)


def road(folder: Path, countries: Countries, crossings: np.ndarray) -> Network:
    """Make the network of the main roads."""
    relief = Relief(folder)
    graph = _open_street_map(folder, "world_highways", _ROAD_WINDS)
    hills = 1.0 + _WINDS_A_SQUARE_METRE / _ROAD_WINDS * _hilliness(graph, relief)
    graph = merged(replace(graph, length_m=graph.length_m * hills), _ROAD.cell_deg)
    print(f"road: {len(graph.ends)} hops of OpenStreetMap in {parts(graph).max() + 1} parts")
    graph = without_islands(without_spurs(graph, _ROAD.spur_m), _LEAST_STEP_M)
    graph = simplified(graph, _ROAD.tolerance_deg, np.zeros(len(graph.points), dtype=bool))
    ground = Ground(graph, countries, crossings)
    graph = led_on(reached(faced(bridged(graph, ground), ground), countries), ground)
    source = "main roads from OpenStreetMap (scgraph_data 2.0.0)"
    attribution = "Roads: © OpenStreetMap contributors (ODbL)"
    network = _network(graph, _ROAD, countries, source, attribution)
    return replace(network, doubt=_DOUBT_A_SQUARE_METRE * _hilliness(network, relief))


def _hilliness(graph: Graph | Network, relief: Relief) -> np.ndarray:
    """Average the square of the relief along each hop, as a map draws it: square metres."""
    start, end = graph.points[graph.ends[:, 0]], graph.points[graph.ends[:, 1]]
    along = [relief.of(start + share * (end - start)) ** 2 for share in _SHARES]
    return np.asarray(np.mean(along, axis=0))


def _network(
    graph: Graph, fineness: Fineness, countries: Countries, source: str, attribution: str
) -> Network:
    graph = without_islands(without_spurs(graph, fineness.spur_m), _LEAST_PART_M)
    country = countries.of(graph.points)
    graph = Graph(
        points=graph.points,
        ends=graph.ends,
        length_m=graph.length_m,
        kind=_over_water(graph, countries),
    )
    at_border = np.zeros(len(graph.points), dtype=bool)
    crossing = country[graph.ends[:, 0]] != country[graph.ends[:, 1]]
    at_border[graph.ends[crossing].ravel()] = True
    graph = simplified(graph, fineness.tolerance_deg, at_border)
    graph, order = in_order(without_spurs(graph, fineness.spur_m))
    used, country = np.unique(countries.of(graph.points), return_inverse=True)
    print(f"  {len(graph.points)} points, {len(graph.ends)} hops")
    return Network(
        points=graph.points,
        ends=graph.ends,
        winding=np.clip(graph.length_m / np.maximum(graph.chord_m, 1.0), 1.0, 5.0),
        kind=graph.kind,
        country=country,
        doubt=np.zeros(len(graph.ends)),
        order=order,
        kinds=("", _WATER),
        countries=tuple(countries.codes[number] for number in used),
        country_names=tuple(countries.names[number] for number in used),
        source=source,
        attribution=attribution,
    )


def _over_water(graph: Graph, countries: Countries) -> np.ndarray:
    """Mark hops that lie over water for most of their length: ferries, and the longest bridges."""
    start, end = graph.points[graph.ends[:, 0]], graph.points[graph.ends[:, 1]]
    dry = np.zeros(len(start), dtype=np.int64)
    for share in _SHARES:
        dry += countries.on_land(start + share * (end - start))
    return ((dry <= 1) & (graph.length_m > _LEAST_CROSSING_M)).astype(np.int64)


def _open_street_map(folder: Path, name: str, winds: float = 1.0) -> Graph:
    """Read a graph as data: its module is never run."""
    path = from_pypi(*OPEN_STREET_MAP, folder) / "scgraph_data" / f"{name}.py"
    found = {}
    for row in path.read_text(encoding="utf-8").splitlines():
        variable, _, value = row.partition("=")
        if variable in {"graph", "nodes"}:
            found[variable] = ast.literal_eval(value)
    points = np.array([(lon, lat) for lat, lon in found["nodes"]])
    hops = np.array(
        [(one, other, km) for one, near in enumerate(found["graph"]) for other, km in near.items()]
    )
    ends, metres = hops[:, :2].astype(np.int64), hops[:, 2] * 1000.0
    bare = Graph(points=points, ends=ends, length_m=metres, kind=np.zeros(len(ends), np.int64))
    chord = bare.chord_m
    # Hops keep the length of the track that they were simplified from.
    lengths = np.clip(metres, chord, _MOST_WINDING * chord) * winds
    return once(Graph(points=points, ends=ends, length_m=lengths, kind=bare.kind))


Line = tuple[np.ndarray, float]


def _natural_earth(folder: Path) -> list[Line]:
    package = from_npm(*NATURAL_EARTH, folder)
    railways = json.loads((package / "data" / "data.json").read_text(encoding="utf-8"))
    lines = []
    for feature in railways["features"]:
        kind, drawn = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        for line in drawn if kind == "MultiLineString" else [drawn]:
            points = np.array([point[:2] for point in line], dtype=float)
            if len(np.unique(points, axis=0)) > 1:
                dense = shapely.segmentize(shapely.LineString(points), _STEP_DEG)
                lines.append((shapely.get_coordinates(dense), _DRAWN_WINDS))
    return lines


def _curated(folder: Path) -> list[Line]:
    """Read the stretches between stations; their winding makes their length the published one."""
    railways = read_railways(folder)
    lines = []
    for stretches in railways.leaving.values():
        for stretch in stretches:
            if stretch.start < stretch.end:
                points = np.array(stretch.points)
                drawn_m = _GEOD.line_length(points[:, 0], points[:, 1])
                lines.append((points, max(stretch.distance_m / max(drawn_m, 1.0), 1.0)))
    return lines


def _joined(graph: Graph, lines: list[Line], join_m: float) -> Graph:
    """Add what of some lines is not on the network; the ends of each piece are joined to it."""
    tracks = shapely.STRtree(np.asarray(shapely.linestrings(graph.points[graph.ends])))
    corners = shapely.STRtree(np.asarray(shapely.points(graph.points)))
    points, ends = [*map(tuple, graph.points.tolist())], graph.ends.tolist()
    number = {point: index for index, point in enumerate(points)}
    lengths, added = graph.length_m.tolist(), 0.0

    def at(point: tuple[float, float]) -> int:
        if point not in number:
            number[point] = len(points)
            points.append(point)
        return number[point]

    for line, winding in lines:
        for piece in _new_pieces(line, tracks):
            chain = [at((float(lon), float(lat))) for lon, lat in piece.round(4)]
            for end, side in ((piece[0], 0), (piece[-1], -1)):
                near = int(corners.nearest(shapely.Point(end)))
                gap_m = _GEOD.inv(*end, *graph.points[near])[2]
                if gap_m < join_m:
                    chain.insert(0, near) if side == 0 else chain.append(near)
            for one, other in pairwise(chain):
                metres = winding * _GEOD.inv(*points[one], *points[other])[2]
                ends.append([one, other])
                lengths.append(metres)
                added += metres
    print(f"  joined {added / 1e3:.0f} km of other lines")
    found = Graph(
        points=np.array(points),
        ends=np.array(ends),
        length_m=np.array(lengths),
        kind=np.zeros(len(ends), dtype=np.int64),
    )
    return once(found)


def _new_pieces(line: np.ndarray, tracks: shapely.STRtree) -> list[np.ndarray]:
    """Cut a line to the pieces away from all tracks, with a point of the way on and off."""
    near = np.zeros(len(line), dtype=bool)
    near[tracks.query(shapely.points(line), predicate="dwithin", distance=_NEW_DEG)[0]] = True
    away = np.flatnonzero(~near)
    if not len(away):
        return []
    runs = np.split(away, np.flatnonzero(np.diff(away) > 1) + 1)
    return [line[max(run[0] - 1, 0) : run[-1] + 2] for run in runs if len(run) > 1]
