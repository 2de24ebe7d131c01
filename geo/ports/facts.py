"""What is known of countries, regions and waters besides where they lie, as a protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts.facts import Capital, City, Divider, Isles, Mouth, Ranked, Region, Seat


class Facts(Protocol):
    """What is known of countries and regions besides where they lie."""

    def region(self, country_code: str, name: str) -> Region | None:
        """Look up a state or province by its name in the gazetteer; None if not known."""
        ...

    def regions_abroad(self, country_code: str, name: str, other_code: str) -> frozenset[str]:
        """Names of another country's regions that a region borders; empty if not known."""
        ...

    def regions(self, country_code: str) -> Sequence[str]:
        """Names of a country's regions of which cities are known."""
        ...

    def territories(self, country_code: str) -> frozenset[str]:
        """Names of the regions that are no states of a federal country, but its territories."""
        ...

    def owner(self, country_code: str) -> str:
        """Code of the country that a territory belongs to; empty for others and where disputed."""
        ...

    def are_at_odds(self, one: str, other: str, region: str = "") -> bool:
        """Whether both of two countries claim some land, by their codes, or that region of it."""
        ...

    def group(self, name: str) -> frozenset[str]:
        """Codes of the countries of a union or a part of the world; empty if not known."""
        ...

    def shores(self, water: str) -> frozenset[str]:
        """Codes of the countries on a sea or lake; empty if not known."""
        ...

    def mouth(self, river: str) -> Mouth | None:
        """Where a river ends, by its name; None if not known."""
        ...

    def divider(self, water: str) -> Divider | None:
        """Tell what lands a river or strait parts, by any of its names; None if not known."""
        ...

    def river_towns(self, river: str) -> frozenset[str]:
        """Names of towns that are known to lie on a river."""
        ...

    def isles(self) -> Mapping[str, Isles]:
        """List groups of islands by each of their names, the longest names first."""
        ...

    def waters_around(self, water: str) -> Sequence[str]:
        """List the sea and the ocean that a sea is a part of, the nearest first."""
        ...

    def seas_at(self, lon: float, lat: float, beside_deg: float) -> frozenset[str]:
        """Names of the seas in whose box a point lies, or no further than this beside it."""
        ...

    def has_box(self, water: str) -> bool:
        """Whether the box of a sea is known."""
        ...

    def capitals(self, country_code: str, admin1: str = "") -> Sequence[Capital]:
        """List the capitals of a region, or of a country with several; empty if not known."""
        ...

    def county_seats(self, country_code: str) -> Sequence[Seat]:
        """List the seats of a country's counties, or of what is called so there, if known."""
        ...

    def height_m(self, feature_id: str) -> float | None:
        """Height above the sea of the middle of a town by its id in GeoNames; None if not known."""
        ...

    def neighbours(self, country_code: str) -> frozenset[str] | None:
        """Codes of the countries with a land border to this one; None if not known."""
        ...

    def border_m(self, country_code: str, other_code: str) -> float | None:
        """Length of the land border of two countries; None if not known."""
        ...

    def borders_m(self) -> Sequence[float]:
        """Lengths of all land borders known."""
        ...

    def area_m2(self, country_code: str) -> float | None:
        """Area of a country with its inland waters; None if not known."""
        ...

    def ranked_by_area(self) -> Sequence[str]:
        """Codes of the independent countries, largest first."""
        ...

    def population(self, country_code: str) -> int | None:
        """People of a country; None if not known."""
        ...

    def continent(self, country_code: str) -> str:
        """Code of a country's continent, as GeoNames has it ("AF"); empty if not known."""
        ...

    def cities(self, country_code: str, admin1: str = "") -> Sequence[City]:
        """List the largest cities of a country, or of a region of it, largest first."""
        ...

    def ends(self, country_code: str, admin1: str = "") -> Mapping[str, Sequence[City]]:
        """Towns furthest to a side ("north"), of each size; ``population`` is the least of it."""
        ...

    def ranked(self, kind: str) -> Sequence[Ranked]:
        """List the entries of a kind ("mountain", "lake", "river") that figures are known of."""
        ...

    def zones(self, country_code: str, admin1: str = "") -> Sequence[str]:
        """Names of time zones (IANA) that the towns of a country, or of a region, keep."""
        ...

    def zone_at(self, lon: float, lat: float) -> str:
        """Name of the time zone (IANA) at a point; near a border it may be the neighbour's."""
        ...
