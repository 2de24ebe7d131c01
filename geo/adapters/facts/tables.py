"""Looks up capitals, neighbours, areas, ranks and time zones in the tables of ``data/facts``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from geo.adapters.facts.rows import (
    M2_PER_KM2,
    SI,
    entry_of,
    key_of,
    region_of,
    rows_of,
    without,
)
from geo.adapters.facts.waters import StoredWaters
from geo.contracts.facts import Capital, City, Seat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts.facts import Ranked, Region
    from geo.settings import Settings

# By how much another source's figure is the same.
_SAME_FIGURE = 0.02
# Stands for all regions of a land.
_ALL = "*"


def open_facts(settings: Settings) -> StoredFacts:
    """Open the tables of the program's data folder; each is read when first needed."""
    return StoredFacts(settings.data / "facts")


class StoredFacts(StoredWaters):
    """Facts from the files of one folder, as `geo.ports.Facts`."""

    def capitals(self, country_code: str, admin1: str = "") -> Sequence[Capital]:
        """List the capitals of a region, or of a country with several; empty if not known."""
        key = (country_code, admin1)
        return self._capitals.get(key) or (self._seats.get(key, ()) if admin1 else ())

    def county_seats(self, country_code: str) -> Sequence[Seat]:
        """List the seats of a country's counties, or of what is called so there, if known."""
        return self._county_seats.get(country_code, ())

    def height_m(self, feature_id: str) -> float | None:
        """Height above the sea of the middle of a town by its id in GeoNames; None if not known."""
        return self._heights.get(feature_id)

    def neighbours(self, country_code: str) -> frozenset[str] | None:
        """Codes of the countries with a land border to this one; None if not known."""
        row = self._countries.get(country_code)
        return None if row is None else frozenset(row["neighbours"].split())

    def border_m(self, country_code: str, other_code: str) -> float | None:
        """Length of the land border of two countries; None if not known."""
        return self._borders.get(frozenset({country_code, other_code}))

    def borders_m(self) -> Sequence[float]:
        """Lengths of all land borders known."""
        return tuple(self._borders.values())

    def area_m2(self, country_code: str) -> float | None:
        """Area of a country with its inland waters; None if not known."""
        row = self._countries.get(country_code)
        area = float(row["area_km2"]) * M2_PER_KM2 if row else 0.0
        return area or None

    def ranked_by_area(self) -> Sequence[str]:
        """Codes of the countries, largest first, without Antarctica."""
        codes = [code for code in self._countries if code != "AQ"]
        return sorted(codes, key=lambda code: -float(self._countries[code]["area_km2"]))

    def population(self, country_code: str) -> int | None:
        """People of a country; None if not known."""
        row = self._countries.get(country_code)
        return int(row["population"]) or None if row else None

    def continent(self, country_code: str) -> str:
        """Code of a country's continent, as GeoNames has it ("AF"); empty if not known."""
        row = self._countries.get(country_code)
        return row["continent"] if row else ""

    def cities(self, country_code: str, admin1: str = "") -> Sequence[City]:
        """List the largest cities of a country, or of a region of it, largest first."""
        return self._cities.get((country_code, admin1), ())

    def ends(self, country_code: str, admin1: str = "") -> Mapping[str, Sequence[City]]:
        """Towns furthest to a side ("north"), of each size; ``population`` is the least of it."""
        return self._ends.get((country_code, admin1), {})

    def ranked(self, kind: str) -> Sequence[Ranked]:
        """List the entries of a kind ("mountain", "lake", "river") that figures are known of."""
        return [one for one in self._ranked if one.kind == kind]

    def zones(self, country_code: str, admin1: str = "") -> Sequence[str]:
        """Names of time zones (IANA) that the towns of a country, or of a region, keep."""
        return self._zones.get((country_code, admin1)) or self._zones.get((country_code, ""), ())

    def zone_at(self, lon: float, lat: float) -> str:
        """Name of the time zone (IANA) at a point; near a border it may be the neighbour's."""
        from tzfpy import get_tz  # noqa: PLC0415 - 30 MB that few stories need

        return get_tz(lon, lat)

    def region(self, country_code: str, name: str) -> Region | None:
        """Look up a state or province by its name in the gazetteer; None if not known."""
        return self._regions.get((country_code, name))

    def regions_abroad(self, country_code: str, name: str, other_code: str) -> frozenset[str]:
        """Names of another country's regions that a region borders; empty if not known."""
        return self._abroad.get((country_code, name, other_code), frozenset())

    def regions(self, country_code: str) -> Sequence[str]:
        """Names of a country's regions of which cities are known."""
        return [region for code, region in self._cities if code == country_code and region]

    def territories(self, country_code: str) -> frozenset[str]:
        """Names of the regions that are no states of a federal country, but its territories."""
        return frozenset(region for code, region in self._territories if code == country_code)

    def owner(self, country_code: str) -> str:
        """Code of the country that a territory belongs to; empty for others and where disputed."""
        return self._owners.get(country_code, "")

    def are_at_odds(self, one: str, other: str, region: str = "") -> bool:
        """Whether both of two countries claim some land, by their codes, or that region of it."""
        regions = self._disputes.get(frozenset({one, other}))
        return regions is not None and (not region or bool(regions & {region, _ALL}))

    def group(self, name: str) -> frozenset[str]:
        """Codes of the countries of a union or a part of the world; empty if not known."""
        return self._groups.get(name, frozenset())

    @cached_property
    def _abroad(self) -> dict[tuple[str, str, str], frozenset[str]]:
        """What each region borders in the next country, told from either side."""
        found: dict[tuple[str, str, str], set[str]] = {}
        for row in rows_of(self._folder / "regions_abroad.tsv"):
            here, there = (row["country_code"], row["region"]), row["other_code"]
            for other in row["neighbours"].split("|"):
                found.setdefault((*here, there), set()).add(other)
                found.setdefault((there, other, here[0]), set()).add(here[1])
        return {key: frozenset(names) for key, names in found.items()}

    @cached_property
    def _territories(self) -> list[tuple[str, str]]:
        return [key_of(row) for row in rows_of(self._folder / "territories.tsv")]

    @cached_property
    def _owners(self) -> dict[str, str]:
        rows = rows_of(self._folder / "belongs.tsv")
        return {row["country_code"]: row["belongs_to"] for row in rows}

    @cached_property
    def _disputes(self) -> dict[frozenset[str], frozenset[str]]:
        """Which regions each pair of countries is at odds about; `_ALL` where it is a whole."""
        rows = rows_of(self._folder / "disputes.tsv")
        return {
            frozenset({row["one"], row["other"]}): frozenset(row["regions"].split("|"))
            for row in rows
        }

    @cached_property
    def _regions(self) -> dict[tuple[str, str], Region]:
        """Those read from the map, and over them those whose figures are published."""
        maps = ("provinces.tsv", "home_nations.tsv")
        drawn = {
            key_of(row): region_of(row) for name in maps for row in rows_of(self._folder / name)
        }
        told = {key_of(row): region_of(row) for row in rows_of(self._folder / "regions.tsv")}
        countries = {code for code, _ in told}
        found = {key: region for key, region in drawn.items() if key[0] not in countries}
        for key, region in told.items():
            lie = drawn.get(key, region)
            found[key] = region._replace(lons=lie.lons, lats=lie.lats)
        return found

    @cached_property
    def _seats(self) -> dict[tuple[str, str], tuple[Capital, ...]]:
        found: dict[tuple[str, str], tuple[Capital, ...]] = {}
        for row in rows_of(self._folder / "seats.tsv"):
            key = (row["country_code"], row["admin1"])
            found[key] = (*found.get(key, ()), Capital(row["name"], frozenset(), row["geonameid"]))
        return found

    @cached_property
    def _county_seats(self) -> dict[str, list[Seat]]:
        found: dict[str, list[Seat]] = {}
        for row in rows_of(self._folder / "county_seats.tsv"):
            seat = Seat(row["geonameid"], row["name"], row["admin1"], row["county"])
            found.setdefault(row["country_code"], []).append(seat)
        return found

    @cached_property
    def _heights(self) -> dict[str, float]:
        rows = rows_of(self._folder / "heights.tsv")
        return {row["geonameid"]: float(row["height_m"]) for row in rows}

    @cached_property
    def _groups(self) -> dict[str, frozenset[str]]:
        rows = rows_of(self._folder / "groups.tsv")
        return {row["name"]: frozenset(row["countries"].split()) for row in rows}

    @cached_property
    def _countries(self) -> dict[str, dict[str, str]]:
        return {row["country_code"]: row for row in rows_of(self._folder / "countries.tsv")}

    @cached_property
    def _zones(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return {
            (row["country_code"], row["admin1"]): tuple(row["zones"].split())
            for row in rows_of(self._folder / "zones.tsv")
        }

    @cached_property
    def _cities(self) -> dict[tuple[str, str], list[City]]:
        found: dict[tuple[str, str], list[City]] = {}
        for row in rows_of(self._folder / "cities.tsv"):
            city = City(
                row["geonameid"],
                row["name"],
                int(row["population"]),
                float(row["lon"]),
                float(row["lat"]),
            )
            found.setdefault((row["country_code"], ""), []).append(city)
            if row["admin1"]:
                found.setdefault((row["country_code"], row["admin1"]), []).append(city)
        return found

    @cached_property
    def _ends(self) -> dict[tuple[str, str], dict[str, list[City]]]:
        found: dict[tuple[str, str], dict[str, list[City]]] = {}
        for row in rows_of(self._folder / "ends.tsv"):
            town = City(
                row["geonameid"],
                row["name"],
                int(row["least"]),
                float(row["lon"]),
                float(row["lat"]),
            )
            sides = found.setdefault((row["country_code"], row["admin1"]), {})
            sides.setdefault(row["side"], []).append(town)
        return found

    @cached_property
    def _borders(self) -> dict[frozenset[str], float]:
        rows = rows_of(self._folder / "borders.tsv")
        return {frozenset({row["one"], row["other"]}): float(row["km"]) * SI["km"] for row in rows}

    @cached_property
    def _ranked(self) -> list[Ranked]:
        """Those looked up one by one, then what a yearbook has of every country."""
        told = [
            entry_of(row)
            for name in ("ranks.tsv", "records.tsv")
            for row in rows_of(self._folder / name)
        ]
        taken = {(one.kind, code, rank[0]) for one in told for code, rank in one.ranks.items()}
        more = {
            (one.kind, one.name): one._replace(ranks=without(one, taken))
            for one in map(entry_of, rows_of(self._folder / "extremes.tsv"))
        }
        found = []
        for one in told:
            other = more.pop((one.kind, one.name), one)
            is_same = abs(other.value_si - one.value_si) < _SAME_FIGURE * one.value_si
            found.append(
                one._replace(
                    ranks={**other.ranks, **one.ranks},
                    is_borne_out=one.is_borne_out or (other.is_borne_out and is_same),
                )
            )
        return [*found, *more.values()]

    @cached_property
    def _capitals(self) -> dict[tuple[str, str], tuple[Capital, ...]]:
        found: dict[tuple[str, str], tuple[Capital, ...]] = {}
        for row in rows_of(self._folder / "capitals.tsv"):
            key = (row["country_code"], row["admin1"])
            capital = Capital(row["capital"], frozenset(row["roles"].split()))
            found[key] = (*found.get(key, ()), capital)
        return found
