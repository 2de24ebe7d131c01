"""Outlines of states: whole, of the right size, none where lines do not close."""

from __future__ import annotations

import pytest
import shapely
from pyproj import Geod

from geo.adapters.basemap.tables import read_outlined, read_whole_parts
from geo.settings import Settings
from geo.wiring import basemap, open_facts, services

FOLDER = Settings().data / "basemap"


def area_km2(country_code: str, name: str) -> float:
    outline = basemap().region(country_code, name)
    assert outline is not None
    whole = shapely.orient_polygons(outline)
    return abs(Geod(ellps="WGS84").geometry_area_perimeter(whole)[0]) / 1e6


# The figures are areas with the waters, of which these have much.
_WATERS = {
    "Massachusetts",
    "Michigan",
    "Wisconsin",
    "Hawaii",
    "Maryland",
    "Delaware",
    "New Jersey",
    "Rhode Island",
}


@pytest.mark.parametrize("country_code", ["US", "DE", "CA", "AU", "BR"])
def test_outlines_are_as_large_as_the_regions(country_code: str) -> None:
    facts = open_facts(Settings())
    named = [name for code, name in read_outlined(FOLDER) if code == country_code]
    known = {name: region for name in named if (region := facts.region(country_code, name))}

    assert known
    for name, region in known.items():
        share = area_km2(country_code, name) * 1e6 / region.area_m2
        least = 0.4 if name in _WATERS else 0.85
        assert least < share < 1.06, name


@pytest.mark.parametrize(
    ("country_code", "name", "inside", "outside"),
    [
        ("US", "California", (-119.5, 37.0), (-119.0, 39.5)),
        ("US", "Hawaii", (-155.5, 19.6), (-122.4, 37.7)),
        ("UA", "Crimea", (34.1, 45.3), (33.5, 46.6)),
        ("IT", "Sicily", (14.0, 37.5), (16.0, 38.4)),
        ("PS", "Gaza Strip", (34.35, 31.4), (35.2, 31.8)),
        ("PS", "West Bank", (35.2, 32.1), (34.4, 31.45)),
        ("PL", "Masovian Voivodeship", (21.0, 52.2), (19.5, 51.8)),
    ],
)
def test_a_region_holds_what_lies_in_it(
    country_code: str, name: str, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    outline = basemap().region(country_code, name)

    assert outline is not None
    assert outline.is_valid
    assert shapely.contains_xy(outline, *inside)
    assert not shapely.contains_xy(outline, *outside)


def test_a_region_whose_lines_do_not_close_has_no_outline() -> None:
    assert basemap().region("DE", "Berlin") is None  # no line parts it from Brandenburg
    assert basemap().region("FR", "Brittany") is None
    assert basemap().region("", "Nowhere") is None


def test_every_whole_part_holds_its_towns() -> None:
    gazetteer = services().gazetteer
    for (country_code, name), (_, box) in read_whole_parts(FOLDER).items():
        outline = basemap().region(country_code, name)
        assert outline is not None, name
        west, south, east, north = box
        towns = [
            (town.lon, town.lat)
            for town in gazetteer.cities_within(
                west=west, south=south, east=east, north=north, limit=5000
            )
            if (town.country_code, town.admin1) == (country_code, name)
        ]
        inside = shapely.dwithin(outline, shapely.points(towns), 0.05)
        assert inside.mean() >= 0.95, name


def test_neighbours_do_not_overlap() -> None:
    pairs = [("Nevada", "Arizona"), ("Texas", "Oklahoma"), ("Ohio", "Kentucky")]
    for one, other in pairs:
        first, second = basemap().region("US", one), basemap().region("US", other)
        assert first is not None
        assert second is not None
        assert first.intersection(second).area < 0.01
        assert first.distance(second) < 0.01
