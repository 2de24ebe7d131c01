"""What is water on the map is water in the world, behind the coast too."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geo.adapters.basemap.world import open_basemap
from geo.settings import Settings
from tools.basemap_inlets import beside_towns, harbours, with_inlets

BASEMAP = open_basemap(Settings())


def dry(lon: float, lat: float) -> bool:
    clip = BASEMAP.clip(west=lon - 0.6, south=lat - 0.4, east=lon + 0.6, north=lat + 0.4)
    land = shapely.union_all([country.geometry for country in clip.countries])
    return bool(shapely.contains_xy(shapely.difference(land, clip.lakes), lon, lat))


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        (-90.1, 30.2),
        (-57.4, -34.9),
        (-51.2, -31.1),
        (-97.4, 27.0),
        (53.6, 41.3),
        (12.4, 45.42),
        (32.03, 31.28),
        (-87.0, 44.0),
        (51.0, 42.0),
        (-71.5, 9.8),
        (151.24, -33.85),
    ],
    ids=[
        "Lake Pontchartrain",
        "Río de la Plata",
        "Lagoa dos Patos",
        "Laguna Madre",
        "Kara-Bogaz-Gol",
        "Lagoon of Venice",
        "Lake Manzala",
        "Lake Michigan",
        "Caspian Sea",
        "Lake Maracaibo",
        "Sydney Harbour",
    ],
)
def test_large_waters_are_water(lon: float, lat: float) -> None:
    assert not dry(lon, lat)


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(5.48, 52.5), (113.93, 22.31), (4.89, 52.37), (-74.0, 40.75)],
    ids=["Flevoland", "Hong Kong's airport", "Amsterdam", "Manhattan"],
)
def test_land_that_was_won_from_the_sea_is_land(lon: float, lat: float) -> None:
    assert dry(lon, lat)


# A coast along 10° E; the other source has a lagoon behind it, and lacks a new polder.
COAST = shapely.box(10.0, 40.0, 12.0, 42.0)
COASTS = np.array([COAST])
NOBODY = np.array([], dtype=object)
LAGOON = shapely.box(10.0, 40.5, 10.4, 40.8)
POLDER = shapely.box(10.0, 41.2, 10.3, 41.5)


def test_a_lagoon_is_taken_out_of_the_land_and_a_polder_is_not() -> None:
    drawn = shapely.difference(COAST, LAGOON | POLDER)
    found = shapely.union_all(with_inlets(COASTS, np.array([drawn]), np.array([LAGOON]), NOBODY))
    fault = shapely.symmetric_difference(found, COAST - LAGOON)
    assert fault.area == pytest.approx(0.0, abs=1e-6)


def test_a_town_that_the_other_source_drowns_is_dry() -> None:
    drawn = shapely.difference(COAST, shapely.box(10.0, 40.4, 10.4, 40.8))
    town = shapely.Point(10.2, 40.49)
    found = shapely.union_all(
        with_inlets(COASTS, np.array([drawn]), np.array([LAGOON]), np.array([town]))
    )
    assert shapely.contains(found, town)
    assert not shapely.intersects(found, shapely.Point(10.2, 40.6))


def test_a_lake_that_opens_to_the_sea_is_a_harbour() -> None:
    ponds = np.array([LAGOON, shapely.box(11.0, 41.0, 11.2, 41.2)])
    (found,) = harbours(COASTS, ponds, NOBODY)
    assert shapely.contains(found, LAGOON)
    assert len(harbours(COASTS, ponds, np.array([LAGOON]))) == 0


def test_a_town_on_the_shore_of_a_harbour_is_dry() -> None:
    town = np.array([shapely.Point(10.2, 40.499)])
    wide = np.array([shapely.buffer(LAGOON, 0.002)])
    (found,) = beside_towns(wide, np.array([LAGOON]), town)
    assert not shapely.intersects(found, town[0])
    assert shapely.contains(found, shapely.Point(10.2, 40.505))


def test_two_drawings_of_one_shore_make_no_inlets() -> None:
    drawn = shapely.box(10.02, 40.0, 12.0, 42.0)
    found = with_inlets(COASTS, np.array([drawn]), COASTS, NOBODY)
    assert shapely.equals(shapely.union_all(found), COAST)
