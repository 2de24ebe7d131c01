"""What the stages need from outside, as protocols; `geo.wiring` hands in the real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import BasemapClip, Leg, Place, Route, Sentence
    from geo.contracts.facts import Capital, City, Mouth, Ranked, Region, Seat


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


class Facts(Protocol):
    """What is known of countries and regions besides where they lie."""

    def region(self, country_code: str, name: str) -> Region | None:
        """Look up a state or province by its name in the gazetteer; None if not known."""
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

    def are_at_odds(self, one: str, other: str) -> bool:
        """Whether both of two countries claim some land, by their codes."""
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
