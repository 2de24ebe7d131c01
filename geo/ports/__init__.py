"""What the stages need from outside, as protocols; `geo.wiring` hands in the real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from geo.ports.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import BasemapClip, Leg, Place, Route, Sentence


__all__ = [
    "Annotator",
    "Basemap",
    "Boundaries",
    "Facts",
    "Gazetteer",
    "LabelNames",
    "Prior",
    "Router",
]


class Prior(NamedTuple):
    """What is known of a name before any text is read.

    Attributes
    ----------
    population : the largest population among its bearers; 0 where none is known.
    is_primary : whether the likeliest bearer is called so in the first place (not an alias).
    bearers : how many places bear the name.
    feature_class, feature_code : GeoNames codes of the likeliest bearer.
    """

    population: int
    is_primary: bool
    bearers: int
    feature_class: str
    feature_code: str


class LabelNames(Protocol):
    """Names in one language for the labels of a map; "" stands for one that is not known."""

    def country(self, code: str) -> str:
        """Name a country by its ISO 3166-1 code."""
        ...

    def sea(self, name: str) -> str:
        """Name a sea by its English name."""
        ...

    def city(self, name: str, lon: float, lat: float) -> str:
        """Name a city by what a map calls it and where it lies, WGS 84 degrees."""
        ...


class Gazetteer(Protocol):
    """Names and the places that bear them.

    A name is folded before look-up: case, accents, full stops, hyphens and apostrophes do not
    count, nor does a leading "the"; "Saint" and "St.", "Mount" and "Mt.", "Fort" and "Ft." are
    one. Short forms that would otherwise be words or noise ("US", "U.S.", "UK", "IN", "Mass.")
    are kept apart and must be written exactly so: ``candidates("us")`` is empty. `Place.admin1` of
    every place is the *name* of its region ("Texas"), where that is known.
    """

    def candidates(self, name: str) -> Sequence[Place]:
        """Every place that bears the name, likeliest a priori first; empty if none does."""
        ...

    def known_by(self, name: str) -> Sequence[int]:
        """Count for each of the name's `candidates` the names that languages have for it.

        It tells what the world speaks of better than the number of people does; 0 is not known.
        """
        ...

    def has(self, name: str) -> bool:
        """Whether any place bears the name; much cheaper than `candidates`."""
        ...

    def longest(self, tokens: Sequence[str]) -> int:
        """Count the leading tokens that together form the longest known name; 0 if none do.

        A token is a word as written, an abbreviation with its full stops ("U.S.", "St.") and a
        hyphened word as one token. A name does not run over a token of punctuation alone.
        """
        ...

    def prior(self, name: str) -> Prior | None:
        """Tell what is known of the name before reading; None if no place bears it."""
        ...

    def demonym(self, word: str) -> str | None:
        """Name of the place that a demonym or adjective belongs to ("Russian" -> "Russia").

        The word must begin with a capital ("polish" is none); it may be several words ("South
        Koreans"). The first of `candidates` for the answer is the place meant.
        """
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

    def search(self, text: str, *, limit: int) -> Sequence[Place]:
        """List places whose names begin with what a person has typed so far, likeliest first.

        Behind a comma may stand the beginning of a region or country: "Paris, Tex".
        """
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

    def region(self, country_code: str, name: str) -> BaseGeometry | None:
        """Outline of a state or region by its name in the gazetteer; None where none is sure."""
        ...

    def border(self, country_code: str, other_code: str) -> BaseGeometry | None:
        """Line between two countries in full detail; None where they do not touch."""
        ...

    def border_of(self, country_code: str) -> BaseGeometry | None:
        """All land borders of one country as lines in full detail."""
        ...

    def same_land(self, lon: float, lat: float, other_lon: float, other_lat: float) -> bool:
        """Whether roads may join two points: no sea wider than a strait is between their lands.

        Yes where it is not known.
        """
        ...

    def island(self, lon: float, lat: float) -> BaseGeometry | None:
        """Outline of the island that a point lies on; None on a continent, and off every shore."""
        ...

    def lake(self, lon: float, lat: float) -> BaseGeometry | None:
        """Outline of the lake that a point lies in, or hardly beside; None where none is drawn."""
        ...


class Basemap(Protocol):
    """The ground to draw a story on; one that is open stays the same."""

    def __hash__(self) -> int:
        """Tell it from others: what is made of it is kept."""
        ...

    def clip(
        self, *, west: float, south: float, east: float, north: float, width_px: int = 1200
    ) -> BasemapClip:
        """Cut out a box for a picture ``width_px`` wide; east > 180 where it crosses 180°."""
        ...

    def region(self, country_code: str, name: str) -> BaseGeometry | None:
        """Outline of a state or region by its name in the gazetteer; None where none is sure."""
        ...


class Router(Protocol):
    """Ways along one kind of network."""

    def route(self, leg: Leg, *, avoid: frozenset[str] = frozenset()) -> Route | None:
        """Find the way of a leg whose ends are both known; None where the network has none.

        ``avoid`` names countries (ISO codes), borders between two ("FI|RU") and passages ("suez")
        that are not passed.

        Raises
        ------
        RouteError
            If there is none and the network knows why: the message is for people.
        """
        ...


class Annotator(Protocol):
    """Tells the grammar of sentences."""

    @property
    def source(self) -> str:
        """What tells it: the model's name, what it was trained on, its licence."""
        ...

    def annotate(self, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
        """Give the words of sentences their lemmas, tags, heads and relations.

        The same sentences come back in the same order, with the same words. The heads of one form
        a tree with one root. A sentence that it does not try comes back as it was, and is alone
        in that: its neighbours have their grammar all the same.
        """
        ...
