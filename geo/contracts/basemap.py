"""The quiet ground under the story, cut to one extent: countries, borders, coast and waters."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country's land inside the clip, and a point well inside it for its name."""

    code: str
    name: str
    geometry: BaseGeometry
    label_lon: float
    label_lat: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterName:
    """A sea, gulf or strait to be named; ``other_name`` is the second name where two are used.

    ``rank`` is 0 for an ocean and grows as the water gets smaller.
    """

    name: str
    other_name: str
    lon: float
    lat: float
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StateName:
    """A state, province or region of a country, with a point among its towns for the name."""

    name: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The states of one country: the lines between them inside the clip, and their names.

    ``size_deg`` is how wide a state of that country is: the root of its mean area, degrees of
    latitude. Small states are not worth a line on a map of much.
    """

    country_code: str
    size_deg: float
    lines: BaseGeometry
    names: tuple[StateName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BasemapClip:
    """A clip of the basemap, WGS 84 degrees (EPSG:4326).

    A box that crosses 180° has ``east`` above 180, and all longitudes run on in the same way, so
    that nothing is torn apart. Geometries are simplified to the size of the box.
    """

    west: float
    south: float
    east: float
    north: float
    countries: tuple[Country, ...]
    borders: BaseGeometry
    disputed: BaseGeometry
    coast: BaseGeometry
    lakes: BaseGeometry
    rivers: BaseGeometry
    waters: tuple[WaterName, ...]
    source: str
    states: tuple[States, ...] = ()
