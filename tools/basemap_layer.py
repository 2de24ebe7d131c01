"""One layer of a level of the basemap, in whole steps of its grid; its bytes come out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely

from geo.adapters.basemap.store import MAGIC
from tools.basemap_shores import valid_parts


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

    def degrees(self, ring: list[int]) -> np.ndarray:
        """Points of a line or ring, WGS 84 degrees."""
        runs = [self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1] for arc in ring]
        points = np.vstack([runs[0][:1], *(run[1:] for run in runs)])
        return points * self.transform["scale"] + self.transform["translate"]

    def polygons(self) -> dict[str, list[shapely.Polygon]]:
        """Build the polygons, valid ones, by the name of the shape; WGS 84 degrees."""
        found: dict[str, list[shapely.Polygon]] = {}
        for shape in self.shapes:
            rings = [[self.degrees(ring) for ring in part] for part in shape["parts"]]
            whole = np.array([shapely.Polygon(outer, holes) for outer, *holes in rings])
            found.setdefault(shape["name"], []).extend(valid_parts(whole))
        return found


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
