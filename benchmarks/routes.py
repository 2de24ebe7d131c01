"""A table of published lengths goes in; how far the routes' lengths are off comes out.

Run ``python -m benchmarks.routes CSV [--json]``. The table has the columns mode, name, from_lon,
from_lat, to_lon, to_lat (WGS 84 degrees), published_m and published_unit. With ``--json`` the
output is a list of those columns with distance_m, low_m, high_m (null where there is no route) and
the seconds that the route took, warm.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.contracts import End, Leg, LegStatus, Mode, Place
from geo.errors import RouteError
from geo.wiring import routers

if TYPE_CHECKING:
    from geo.contracts import Route
    from geo.ports import Router

_COLUMNS = ("from_lon", "from_lat", "to_lon", "to_lat", "published_m")


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path, help="CSV with published lengths")
    parser.add_argument("--json", action="store_true", help="a list of rows instead of a table")
    arguments = parser.parse_args()
    with arguments.table.open(encoding="utf-8", newline="") as file:
        rows: list[dict[str, Any]] = list(csv.DictReader(file))
    measured = measure(rows)
    if arguments.json:
        print(json.dumps(measured, indent=1))
    else:
        _print(measured)


def measure(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Route every row and add what came out of it to a copy of the row."""
    ways = routers()
    loaded: set[str] = set()
    found = []
    for row in rows:
        row = {**row, **{name: float(row[name]) for name in _COLUMNS}}  # noqa: PLW2901 - numbers now
        leg = leg_between(Mode(row["mode"]), *(row[name] for name in _COLUMNS[:4]))
        router = ways.get(leg.mode)
        if router is not None and row["mode"] not in loaded:
            _routed(router, leg)  # opens the network
            loaded.add(row["mode"])
        started = time.perf_counter()
        route = _routed(router, leg) if router is not None else None
        seconds = time.perf_counter() - started
        lengths = {
            name: getattr(route, name) if route is not None else None
            for name in ("distance_m", "low_m", "high_m")
        }
        found.append({**row, **lengths, "seconds": round(seconds, 5)})
    return found


def _routed(router: Router, leg: Leg) -> Route | None:
    try:
        return router.route(leg)
    except RouteError:
        return None


def leg_between(mode: Mode, lon: float, lat: float, to_lon: float, to_lat: float) -> Leg:
    """Make a leg between two points that no story names."""
    origin, destination = _end("start", lon, lat), _end("goal", to_lon, to_lat)
    return Leg(
        id="leg",
        traveller="",
        origin=origin,
        destination=destination,
        mode=mode,
        status=LegStatus.HAPPENED,
    )


def _end(name: str, lon: float, lat: float) -> End:
    place = Place(
        gazetteer="point",
        feature_id=name,
        name=name,
        lon=lon,
        lat=lat,
        feature_class="P",
        feature_code="PPL",
    )
    return End(toponym_id=name, place=place)


def _print(measured: list[dict[str, Any]]) -> None:
    for row in measured:
        print(f"{row['mode']:5} {row['name'][:36]:36} {row['published_m'] / 1000:8.0f} km", end="")
        if row["distance_m"] is None:
            print("  no route")
            continue
        low, high = row["low_m"] / 1000, row["high_m"] / 1000
        inside = "inside" if low <= row["published_m"] / 1000 <= high else "OUTSIDE"
        print(
            f"{row['distance_m'] / 1000:8.0f} km {_error(row):+7.1%}  {low:6.0f} to {high:6.0f} km "
            f"{inside:7} {row['seconds'] * 1000:6.1f} ms"
        )
    for mode, group in groupby(sorted(measured, key=lambda row: row["mode"]), lambda r: r["mode"]):
        _print_mode(mode, list(group))


def _error(row: dict[str, Any]) -> float:
    return float(row["distance_m"] / row["published_m"] - 1.0)


def _print_mode(mode: str, rows: list[dict[str, Any]]) -> None:
    routed = [row for row in rows if row["distance_m"] is not None]
    print(f"{mode}: {len(routed)} of {len(rows)} have a route", end="")
    if not routed:
        print()
        return
    errors = np.abs([_error(row) for row in routed])
    inside = sum(row["low_m"] <= row["published_m"] <= row["high_m"] for row in routed)
    milliseconds = 1000.0 * float(np.median([row["seconds"] for row in routed]))
    print(
        f"; error: median {np.median(errors):.1%}, nine in ten {np.quantile(errors, 0.9):.1%}, "
        f"most {errors.max():.1%}; inside the band {inside}; {milliseconds:.1f} ms at the median"
    )


if __name__ == "__main__":
    main()
