"""How fast the ground of a map is cut, how large it is, and whether towns lie on land.

Run ``python -m benchmarks.basemap``. For each extent: processor milliseconds of the first cut in a
fresh process and the median of nine more, and kilobytes of the coded ground as it stands in a page.
Then the share of towns of 15,000 people and more that lie in no land at the finest level.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from dataclasses import fields

import numpy as np
import shapely

from geo.adapters.gazetteer.lookup import open_gazetteer
from geo.maps.build.area_grid import area_grid
from geo.maps.build.basemap import Marks, code_basemap, cut_basemap, globe, grid_of
from geo.maps.build.extent import frame_of
from geo.maps.spec.model import Bounds
from geo.settings import Settings
from geo.wiring import basemap

EXTENTS = {
    "world": [(-130.0, -40.0), (150.0, 60.0)],
    "Pacific, across 180°": [(140.0, -40.0), (240.0, 50.0)],
    "Europe": [(-9.0, 36.0), (40.0, 65.0)],
    "North America": [(-125.0, 15.0), (-70.0, 60.0)],
    "Africa": [(-17.0, -34.0), (50.0, 36.0)],
    "Arctic": [(-30.0, 66.0), (90.0, 84.0)],
    "Antarctica": [(-90.0, -84.0), (90.0, -62.0)],
    "United States": [(-122.0, 29.0), (-74.0, 47.0)],
    "Korea–Vladivostok": [(125.75, 39.0), (131.9, 43.1)],
    "Aegean": [(22.0, 35.0), (29.0, 41.0)],
    "Ukraine": [(24.0, 46.0), (39.0, 51.5)],
    "Norway": [(5.0, 58.0), (18.0, 69.0)],
    "Chukotka, across 180°": [(170.0, 62.0), (190.0, 69.0)],
    "Fiji, across 180°": [(177.0, -19.0), (181.0, -16.0)],
    "Svalbard": [(11.0, 77.0), (25.0, 80.0)],
    "Topeka–Wichita": [(-97.34, 37.69), (-95.68, 39.05)],
    "San Francisco Bay": [(-122.42, 37.77), (-121.89, 37.34)],
    "Istanbul": [(28.6, 40.9), (29.4, 41.1)],
    "Hong Kong": [(113.55, 22.2), (114.2, 22.5)],
    "Lake Geneva": [(6.14, 46.2), (6.93, 46.43)],
    "Sydney": [(150.9, -34.4), (151.3, -33.4)],
    "Stockholm": [(17.6, 59.0), (18.6, 59.6)],
}
_RUNS = 9
_TOWN = 15_000


def main() -> None:
    """Print the table; with the name of an extent, only how long its first cut takes."""
    if len(sys.argv) > 1:
        print(_milliseconds(EXTENTS[sys.argv[1]]))
        return
    print(f"{'extent':24}{'first ms':>10}{'ms':>8}{'kB':>8}")
    for name, points in EXTENTS.items():
        fresh = subprocess.run(  # noqa: S603 - this file, with a name from the list above
            [sys.executable, "-m", "benchmarks.basemap", name],
            check=True,
            capture_output=True,
            text=True,
        )
        _milliseconds(points)
        median = statistics.median(_milliseconds(points) for _ in range(_RUNS))
        size = _kilobytes(points)
        print(f"{name:24}{float(fresh.stdout):10.0f}{median:8.0f}{size:8.0f}", flush=True)
    wet, towns = _in_water()
    print(f"{wet} of {towns} towns ({wet / towns:.2%}) lie in no land")


def _frame(points: list[tuple[float, float]]) -> Bounds:
    return frame_of(points)


def _milliseconds(points: list[tuple[float, float]]) -> float:
    frame = _frame(points)
    start = time.process_time()
    cut_basemap(basemap(), frame)
    return (time.process_time() - start) * 1000


def _kilobytes(points: list[tuple[float, float]]) -> float:
    clip = cut_basemap(basemap(), _frame(points))
    box = Bounds(west=clip.west, south=clip.south, east=clip.east, north=clip.north)
    codes = {country.code for country in clip.countries}
    coded = code_basemap(
        clip,
        grid_of(box),
        area_grid(clip, globe(basemap(), _frame(points))),
        Marks(countries=codes),
    )
    rings = sum(len(ring) for land in coded.lands for ring in land.rings)
    named = {field.name: getattr(coded, field.name) for field in fields(coded)}
    lines = sum(
        len(line)
        for value in named.values()
        if isinstance(value, tuple)
        for line in value
        if isinstance(line, str)
    )
    return (rings + lines) / 1000


def _in_water() -> tuple[int, int]:
    """Count towns that lie in no land, cut by cells of ten degrees at the finest level."""
    cities = open_gazetteer(Settings()).cities_within(
        west=-180.0, south=-90.0, east=180.0, north=90.0, limit=1_000_000
    )
    places = np.array([(c.lon, c.lat) for c in cities if c.population >= _TOWN])
    wet = 0
    for west in range(-180, 180, 10):
        for south in range(-60, 80, 10):
            here = places[
                np.all((places >= (west, south)) & (places < (west + 10, south + 10)), axis=1)
            ]
            if not len(here):
                continue
            clip = basemap().clip(
                west=west, south=south, east=west + 10.0, north=south + 10.0, width_px=20_000
            )
            dry = np.zeros(len(here), dtype=bool)
            for country in clip.countries:
                shapely.prepare(country.geometry)
                dry |= shapely.intersects_xy(country.geometry, here[:, 0], here[:, 1])
            wet += int((~dry).sum())
    return wet, len(places)


if __name__ == "__main__":
    main()
