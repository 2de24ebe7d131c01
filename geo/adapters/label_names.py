"""Names of countries, seas and large cities in other languages, for the labels of a map.

Implements `geo.ports.LabelNames`. Countries are called as in the Unicode CLDR, which babel ships;
seas and cities as in ``data/basemap/label_names.tsv``.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

from geo.errors import DataMissing

if TYPE_CHECKING:
    from pathlib import Path

# A city of a name lies no further from the table's point than this, degrees.
_SAME_CITY_DEG = 0.25


class _City(NamedTuple):
    lon: float
    lat: float
    name: str


class StoredLabelNames:
    """The names of one language.

    Parameters
    ----------
    path
        The table of seas and cities, with a column for each language.
    language
        The code of one of them.
    """

    def __init__(self, path: Path, language: str) -> None:
        from babel import Locale  # noqa: PLC0415 - few maps are labelled in another language

        self._territories = Locale.parse(language).territories
        self._seas: dict[str, str] = {}
        self._cities: dict[str, _City] = {}
        try:
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file, delimiter="\t"):
                    if row["kind"] == "sea":
                        self._seas[row["name"]] = row[language]
                    else:
                        at = float(row["lon"]), float(row["lat"])
                        self._cities[row["name"]] = _City(*at, row[language])
        except FileNotFoundError as error:
            message = f"The table of names {str(path)!r} is missing; is data/ complete?"
            raise DataMissing(message) from error

    def country(self, code: str) -> str:
        """Name a country by its ISO 3166-1 code; "" where the language has no name for it."""
        return str(self._territories.get(code, ""))

    def sea(self, name: str) -> str:
        """Name a sea by its English name; "" where its name is not known."""
        return self._seas.get(name, "")

    def city(self, name: str, lon: float, lat: float) -> str:
        """Name a city by what a map calls it and where it lies; "" where it is not a known one."""
        known = self._cities.get(name)
        if known is None:
            return ""
        # A map beyond the 180th meridian counts its longitudes on.
        east = (lon - known.lon + 180.0) % 360.0 - 180.0
        return known.name if max(abs(east), abs(lat - known.lat)) <= _SAME_CITY_DEG else ""
