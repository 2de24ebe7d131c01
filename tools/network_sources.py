"""Packages and tables by name go in; the maps of tracks and roads that they hold come out."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyproj import Geod

from geo.adapters.railway.store import read_railways
from tools.basemap_fetch import from_npm, from_pypi
from tools.network_graph import Graph, once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OPEN_STREET_MAP = "scgraph_data", "2.0.0"
NATURAL_EARTH = "@worldwideview/wwv-plugin-osm-rail-network", "1.0.0"  # despite its name
_GEOD = Geod(ellps="WGS84")
_MOST_WINDING = 3.0
# A drawn line is shorter by so much than its track.
_DRAWN_WINDS = 1.04
_STEP_DEG = 0.02

# Points of lon, lat in degrees, and how many times as long the track is.
Line = tuple[np.ndarray, float]


def open_street_map(folder: Path, name: str, winds: float = 1.0) -> Graph:
    """Read a map of tracks or roads, the hops of which keep the length of what they stand for."""
    found = open_street_map_tables(folder, name)
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


def open_street_map_tables(folder: Path, name: str) -> dict[str, Any]:
    """Read ``nodes`` (lat, lon) and ``graph`` (km by number) as data: the module is never run."""
    path = from_pypi(*OPEN_STREET_MAP, folder) / "scgraph_data" / f"{name}.py"
    found = {}
    for row in path.read_text(encoding="utf-8").splitlines():
        variable, _, value = row.partition("=")
        if variable in {"graph", "nodes"}:
            found[variable] = ast.literal_eval(value)
    return found


def natural_earth(folder: Path) -> list[Line]:
    """Read the railways of Natural Earth, with points close together."""
    lines = []
    for points in map(np.array, natural_earth_points(folder)):
        if len(np.unique(points, axis=0)) > 1:
            dense = shapely.segmentize(shapely.LineString(points), _STEP_DEG)
            lines.append((shapely.get_coordinates(dense), _DRAWN_WINDS))
    return lines


def natural_earth_points(folder: Path) -> Iterator[list[tuple[float, float]]]:
    """Read the points of each railway of Natural Earth as it is drawn: lon, lat in degrees."""
    package = from_npm(*NATURAL_EARTH, folder)
    railways = json.loads((package / "data" / "data.json").read_text(encoding="utf-8"))
    for feature in railways["features"]:
        kind, drawn = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        for line in drawn if kind == "MultiLineString" else [drawn]:
            yield [(float(lon), float(lat)) for lon, lat, *_ in line]


def curated_lines(folder: Path) -> list[Line]:
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
