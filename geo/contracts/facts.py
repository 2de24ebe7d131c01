"""What tables know of the world: capitals, seats, cities, regions, and what is ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Capital(NamedTuple):
    """A capital by name, and what it is the capital for where there are several.

    ``feature_id`` is its id in GeoNames, empty where only the name is known.
    """

    name: str
    roles: frozenset[str]
    feature_id: str = ""


class Seat(NamedTuple):
    """The seat of a county, or of a province or department of second order.

    ``feature_id`` is the town's id in GeoNames; ``admin1`` the region that both lie in.
    """

    feature_id: str
    name: str
    admin1: str
    county: str


class City(NamedTuple):
    """A large city: its id in GeoNames, its people, and where it is (WGS 84 degrees)."""

    feature_id: str
    name: str
    population: int
    lon: float
    lat: float


class Ranked(NamedTuple):
    """A mountain, lake, river or the like: its height, area, length or depth (SI), its rank.

    ``ranks`` are by code: of a country, "continent." and GeoNames' two letters of a continent, or
    "world"; several where sources count in different ways, the usual one first. ``is_borne_out``
    tells whether it was looked up, or another table says the same.
    """

    kind: str
    name: str
    value_si: float
    ranks: Mapping[str, tuple[int, ...]]
    aliases: tuple[str, ...] = ()
    is_borne_out: bool = True


class Region(NamedTuple):
    """A state or province: its area, whom it borders, and how its main land lies.

    ``unsure`` are names and codes of those that it meets at a corner or in the water alone.
    ``lons`` and ``lats`` are the degrees west of which, and south of which, no, a quarter, half,
    three quarters and all of the land lies; empty if not known.
    """

    area_m2: float
    neighbours: frozenset[str]
    countries: frozenset[str]
    unsure: frozenset[str]
    lons: tuple[float, ...] = ()
    lats: tuple[float, ...] = ()


class Mouth(NamedTuple):
    """Where a river ends: in what water, in which countries, and where, WGS 84 degrees."""

    into: str
    countries: frozenset[str]
    lon: float
    lat: float


class Divider(NamedTuple):
    """A river or strait, the countries on it, and the pairs of lands that it parts.

    A land is a country by its code, another by its name.
    """

    countries: frozenset[str]
    pairs: frozenset[frozenset[str]]


class Isle(NamedTuple):
    """An island of a group: its names, its area, and a point on it (WGS 84 degrees) if known.

    ``is_borne_out`` tells whether the outline of the map has that area.
    """

    name: str
    aliases: tuple[str, ...]
    area_m2: float
    lon: float | None
    lat: float | None
    is_borne_out: bool


class Isles(NamedTuple):
    """The main islands of a group, of a sea or of a lake."""

    name: str
    isles: tuple[Isle, ...]
