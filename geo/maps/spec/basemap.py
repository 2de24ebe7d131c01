"""The basemap of a `MapSpec`: countries, shores, waters, states and cities, coded on one grid."""

from __future__ import annotations

from dataclasses import dataclass

from geo.maps.spec.points import Grid  # noqa: TC001 - msgspec reads the types when it runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A box in WGS 84 degrees; ``east`` is above 180 where it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country's land: rings of all its parts together, to be filled by the even-odd rule.

    The first ``main`` rings are of the part that the country's name stands on.
    """

    name: str
    code: str
    story: bool
    rings: tuple[str, ...]
    main: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Water:
    """A sea to name, near this point.

    ``area`` are rings, to be filled by the even-odd rule: the water in them is the sea's, as far as
    a name is concerned. They run over islands and shores.
    """

    name: str
    other_name: str
    lon: float
    lat: float
    rank: int
    area: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city that helps the reader to find the way; the list is in order of use."""

    name: str
    lon: float
    lat: float
    near_route: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StateLabel:
    """A state or province near this point; the story's are named where there is room."""

    name: str
    lon: float
    lat: float
    story: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedBasemap:
    """The basemap clip, coded; ``states`` are the lines between states, where they help."""

    bounds: Bounds
    grid: Grid
    lands: tuple[Land, ...]
    coast: tuple[str, ...]
    borders: tuple[str, ...]
    disputed: tuple[str, ...]
    lakes: tuple[str, ...]
    rivers: tuple[str, ...]
    waters: tuple[Water, ...]
    cities: tuple[City, ...]
    states: tuple[str, ...] = ()
    state_names: tuple[StateLabel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """A small globe turned to the story: rings of the world's land on a grid of its own."""

    lon: float
    lat: float
    grid: Grid
    land: tuple[str, ...]
