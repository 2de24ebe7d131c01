"""What the stages need from outside, as protocols; `geo.wiring` hands in the real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import BasemapClip, Leg, Place, Route


class Gazetteer(Protocol):
    """Names and the places that bear them.

    A name is folded before look-up: case, accents, punctuation and apostrophes do not count.
    """

    def candidates(self, name: str) -> Sequence[Place]:
        """Every place that bears the name, likeliest a priori first; empty if none does."""
        ...

    def has(self, name: str) -> bool:
        """Whether any place bears the name; much cheaper than `candidates`."""
        ...

    def demonym(self, word: str) -> str | None:
        """Name of the place that a demonym or adjective belongs to ("Russian" -> "Russia")."""
        ...

    def country(self, country_code: str) -> Place | None:
        """Find the country with this ISO 3166-1 alpha-2 code."""
        ...

    def capital(self, country_code: str) -> Place | None:
        """Find the capital of a country; None where there is none or it is disputed."""
        ...

    def cities_within(
        self, *, west: float, south: float, east: float, north: float, limit: int
    ) -> Sequence[Place]:
        """List the most populous cities in a box, WGS 84 degrees; west > east crosses 180°."""
        ...


class Boundaries(Protocol):
    """Countries and the borders between them, WGS 84 degrees (EPSG:4326)."""

    @property
    def source(self) -> str:
        """Who drew them, with licence and whose view of disputed borders they show."""
        ...

    def country(self, country_code: str) -> BaseGeometry | None:
        """Outline of a country as (Multi)Polygon, simplified for showing."""
        ...

    def border(self, country_code: str, other_code: str) -> BaseGeometry | None:
        """Line between two countries in full detail; None where they do not touch."""
        ...

    def border_of(self, country_code: str) -> BaseGeometry | None:
        """All land borders of one country as lines in full detail."""
        ...


class Basemap(Protocol):
    """The ground to draw a story on."""

    def clip(self, *, west: float, south: float, east: float, north: float) -> BasemapClip:
        """Cut out a box, WGS 84 degrees; east > 180 where the box crosses the antimeridian."""
        ...


class Router(Protocol):
    """Ways along one kind of network."""

    def route(self, leg: Leg) -> Route | None:
        """Find the way of a leg whose ends are both known; None where the network has none."""
        ...
