"""Maps of railways and roads go in; the networks of both come out.

Both are made from OpenStreetMap by way of ``scgraph_data``, whose hops keep the length of the track
that they stand for. Railways are completed by Natural Earth's where OpenStreetMap's are cut, and by
the lines of ``data/rail/`` with their published kilometres.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from geo.adapters.network.store import Network
from tools.network_ends import bridged, led_on, touching
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
from tools.network_links import BRIDGE, FERRY, linked, read_links
from tools.network_relief import Relief
from tools.network_sources import curated_lines, natural_earth, open_street_map

if TYPE_CHECKING:
    from pathlib import Path

    from tools.network_countries import Countries
    from tools.network_sources import Line

_GEOD = Geod(ellps="WGS84")
_LEAST_PART_M = 20_000.0
# What lies between two ends that face each other may be a shorter part.
_LEAST_STEP_M = 5_000.0
_WATER = "water"
_KINDS = ("", _WATER, FERRY, BRIDGE)
_LEAST_CROSSING_M = 3_000.0
# A road along a shore may be drawn beside it by so much: by what lines are simplified, and shores.
_ASHORE_DEG = 0.012
_MOST_DRY = 1

# Natural Earth's line is new where it is so far from every track, and its ends lie so near to a
# track that they join.
_NEW_DEG = 0.03
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


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known besides the sources.

    Attributes
    ----------
    curated : folder of the lines with published kilometres.
    links : table of bridges, tunnels and boats.
    crossings : array (n, 2) of lon, lat in degrees of known ways over borders.
    """

    countries: Countries
    curated: Path
    links: Path
    crossings: np.ndarray


def rail(folder: Path, known: Known) -> Network:
    """Make the network of the railways."""
    graph = merged(open_street_map(folder, "world_railways", _TRACK_WINDS), _RAIL.cell_deg)
    print(f"rail: {len(graph.ends)} hops of OpenStreetMap in {parts(graph).max() + 1} parts")
    graph = simplified(graph, _RAIL.tolerance_deg, np.zeros(len(graph.points), dtype=bool))
    ground = Ground(graph, known.countries, known.crossings)
    drawn, published = natural_earth(folder), curated_lines(known.curated)
    graph = touching(_joined(graph, drawn, _JOIN_M), ground)
    graph = linked(filled(graph, [*drawn, *published]), read_links(known.links, "rail"), _KINDS)
    graph = bridged(faced(graph, ground), ground)
    graph = led_on(reached(graph, known.countries), ground)
    source = (
        "railways from OpenStreetMap (scgraph_data 2.0.0), gaps filled from Natural Earth and from "
        "published lines"
    )
    attribution = "Railway: © OpenStreetMap contributors (ODbL), Natural Earth"
    return _network(graph, _RAIL, known.countries, source, attribution)


def road(folder: Path, known: Known) -> Network:
    """Make the network of the main roads."""
    relief = Relief(folder)
    graph = open_street_map(folder, "world_highways", _ROAD_WINDS)
    hills = 1.0 + _WINDS_A_SQUARE_METRE / _ROAD_WINDS * _hilliness(graph, relief)
    graph = merged(replace(graph, length_m=graph.length_m * hills), _ROAD.cell_deg)
    print(f"road: {len(graph.ends)} hops of OpenStreetMap in {parts(graph).max() + 1} parts")
    graph = without_islands(without_spurs(graph, _ROAD.spur_m), _LEAST_STEP_M)
    graph = simplified(graph, _ROAD.tolerance_deg, np.zeros(len(graph.points), dtype=bool))
    ground = Ground(graph, known.countries, known.crossings, relief)
    graph = linked(touching(graph, ground), read_links(known.links, "road"), _KINDS)
    graph = bridged(faced(graph, ground), ground)
    graph = led_on(reached(graph, known.countries), ground)
    source = "main roads from OpenStreetMap (scgraph_data 2.0.0)"
    attribution = "Roads: © OpenStreetMap contributors (ODbL)"
    network = _network(graph, _ROAD, known.countries, source, attribution)
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
        kind=kind_of(graph, countries),
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
        kinds=_KINDS,
        countries=tuple(countries.codes[number] for number in used),
        country_names=tuple(countries.names[number] for number in used),
        source=source,
        attribution=attribution,
    )


def kind_of(graph: Graph, countries: Countries) -> np.ndarray:
    """Mark hops that lie over open water for most of their length, if it is not told what they are.

    They are boats, and the longest bridges.
    """
    start, end = graph.points[graph.ends[:, 0]], graph.points[graph.ends[:, 1]]
    dry = np.zeros(len(start), dtype=np.int64)
    for share in _SHARES:
        dry += countries.by_land(start + share * (end - start), _ASHORE_DEG)
    is_wet = (dry <= _MOST_DRY) & (graph.length_m > _LEAST_CROSSING_M)
    return np.where(is_wet & (graph.kind == 0), _KINDS.index(_WATER), graph.kind)


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
