"""The map files as a whole: no gap, nothing torn, towns on land, states and claims in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo.adapters.basemap.store import read_level
from geo.adapters.basemap.tables import read_states
from geo.adapters.basemap.world import open_basemap
from geo.maps.build.basemap import grid_of
from geo.maps.spec.model import Bounds
from geo.maps.spec.polyline import decode, encode_rings
from geo.settings import Settings

if TYPE_CHECKING:
    from geo.contracts import BasemapClip

BASEMAP = open_basemap(Settings())
FOLDER = Settings().data / "basemap"
MEGABYTES_4 = 4_000_000


def cut(west: float, south: float, east: float, north: float, width_px: int = 1200) -> BasemapClip:
    return BASEMAP.clip(west=west, south=south, east=east, north=north, width_px=width_px)


def land_of(clip: BasemapClip) -> shapely.Geometry:
    return shapely.union_all([country.geometry for country in clip.countries])


def test_the_pack_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= MEGABYTES_4


@given(
    lon=st.floats(-180, 179),
    lat=st.floats(-75, 78),
    width=st.sampled_from([1.5, 6.0, 25.0, 90.0]),
)
@example(lon=46.875, lat=4.0, width=6.0)  # the edge cuts a border near a corner
@settings(max_examples=20)
def test_where_land_ends_there_is_a_coast_or_a_neighbour(
    lon: float, lat: float, width: float
) -> None:
    clip = cut(lon, lat, lon + width, min(lat + width / 2, 84.0))
    if not clip.countries:
        return
    land = land_of(clip)
    pixel_deg = max((clip.east - clip.west) / 1200, (clip.north - clip.south) / 900)
    inner = shapely.box(clip.west, clip.south, clip.east, clip.north).buffer(-pixel_deg)
    # Where the box cuts a border, its two sides may differ by the last digit of a float: a slit of
    # a hundredth of a pixel is closed, as the picture closes it.
    whole = shapely.buffer(shapely.buffer(land, pixel_deg / 200), -pixel_deg / 200)
    edges = shapely.intersection(shapely.boundary(whole), inner)
    # Boundaries without a coast would be gaps between countries. Slits where a border was thinned
    # are narrower than a pixel, and as short as a dot.
    bare = shapely.difference(edges, shapely.buffer(clip.coast, 2 * pixel_deg))
    assert bare.length < 3 * pixel_deg
    total = sum(country.geometry.area for country in clip.countries)
    assert total - land.area <= pixel_deg * (1.0 + clip.borders.length + clip.disputed.length)


@pytest.mark.parametrize(
    "box", [(70.0, 5.0, 80.0, 10.0), (-81.5, 19.0, -76.0, 22.0)], ids=["Sri Lanka", "Cuba"]
)
def test_land_that_the_edge_of_the_box_cuts_is_not_turned_inside_out(
    box: tuple[float, float, float, float],
) -> None:
    half = land_of(cut(*box))
    whole = land_of(cut(box[0] - 10.0, box[1] - 10.0, box[2] + 10.0, box[3] + 10.0, 4800))
    assert half.area == pytest.approx(shapely.intersection(whole, shapely.box(*box)).area, rel=0.05)


def test_an_island_that_the_edge_of_the_box_only_just_touches_is_cut() -> None:
    clip = cut(119.94576846993343, 36.3308453435379, 137.8263315300666, 46.04484219644679, 3600)
    korea = next(country.geometry for country in clip.countries if country.code == "KR")
    assert korea.is_valid
    assert korea.bounds[1] == pytest.approx(clip.south)


@pytest.mark.parametrize(
    ("south", "north"), [(-18.5, -16.0), (66.0, 67.5)], ids=["Fiji", "Chukotka"]
)
def test_a_clip_across_180_degrees_is_its_two_halves(south: float, north: float) -> None:
    whole = cut(174.0, south, 186.0, north)
    west = cut(174.0, south, 180.0, north, width_px=600)
    east = cut(-180.0, south, -174.0, north, width_px=600)
    assert land_of(whole).area == pytest.approx(land_of(west).area + land_of(east).area, rel=1e-6)
    assert whole.coast.length == pytest.approx(west.coast.length + east.coast.length, rel=1e-6)
    assert whole.rivers.length == pytest.approx(west.rivers.length + east.rivers.length, rel=1e-3)


@pytest.mark.parametrize(
    "box", [(-130.0, 10.0, -60.0, 60.0), (20.0, 34.0, 30.0, 42.0), (28.5, 40.8, 29.5, 41.3)]
)
def test_the_coded_ground_is_within_half_a_step(box: tuple[float, float, float, float]) -> None:
    clip = cut(*box, width_px=3600)
    grid = grid_of(Bounds(west=box[0], south=box[1], east=box[2], north=box[3]))
    for country in clip.countries:
        for part in shapely.get_parts(country.geometry):
            rings = shapely.get_rings(part)
            corners = shapely.MultiPoint(shapely.get_coordinates(part))
            coded = encode_rings(part, grid)
            assert len(coded) <= len(rings)
            for text in coded:
                steps = shapely.points(decode(text, grid))
                assert shapely.distance(steps, corners).max() <= grid.step * 0.5**0.5 + 1e-9


# Towns on either side of water, and water between them.
ON_LAND = {
    "San Francisco": (-122.419, 37.775, "US"),
    "Oakland": (-122.271, 37.804, "US"),
    "Alameda": (-122.264, 37.765, "US"),
    "Üsküdar": (29.015, 41.023, "TR"),
    "Fatih": (28.950, 41.017, "TR"),
    "Kowloon": (114.183, 22.317, "HK"),
    "Macau": (113.546, 22.201, "MO"),
    "Copenhagen": (12.566, 55.676, "DK"),
    "Malmö": (13.000, 55.606, "SE"),
    "Xiamen": (118.082, 24.480, "CN"),
    "Lagos": (3.396, 6.454, "NG"),
    "Mombasa": (39.667, -4.055, "KE"),
    "Manhattan": (-73.966, 40.783, "US"),
    "Dubrovnik": (18.109, 42.648, "HR"),
}
IN_WATER = {
    "San Francisco Bay": (-122.33, 37.75),
    "the Bosporus": (29.034, 41.045),
    "the Golden Gate": (-122.48, 37.815),
    "Victoria Harbour": (114.168, 22.290),
    "the Øresund": (12.70, 55.72),
    "Lake Geneva": (6.50, 46.45),
    "the Hudson": (-74.01, 40.77),
}


@pytest.mark.parametrize("name", ON_LAND)
def test_a_town_by_the_water_is_on_its_side(name: str) -> None:
    lon, lat, code = ON_LAND[name]
    clip = cut(lon - 1.0, lat - 0.8, lon + 1.0, lat + 0.8)
    here = [c.code for c in clip.countries if c.geometry.intersects(shapely.Point(lon, lat))]
    assert here == [code]
    assert not clip.lakes.intersects(shapely.Point(lon, lat))


@pytest.mark.parametrize("name", IN_WATER)
def test_water_by_a_town_is_water(name: str) -> None:
    lon, lat = IN_WATER[name]
    clip = cut(lon - 1.0, lat - 0.8, lon + 1.0, lat + 0.8)
    point = shapely.Point(lon, lat)
    assert clip.lakes.intersects(point) or not land_of(clip).intersects(point)
    assert "OpenStreetMap contributors (ODbL)" in clip.source


def test_states_have_lines_where_they_meet_and_names() -> None:
    states = {land.country_code: land for land in cut(-103, 35, -94, 41).states}
    line = states["US"].lines
    assert line.distance(shapely.Point(-97.0, 37.0)) < 0.01  # Kansas and Oklahoma
    assert {"Kansas", "Oklahoma"} <= {name.name for name in states["US"].names}
    assert 1.0 < states["US"].size_deg < 6.0
    assert not cut(-180, -80, 180, 80).states  # too small to be seen on a map of the world


def test_names_of_states_turn_with_the_box() -> None:
    (russia,) = (s for s in cut(160, 55, 195, 72).states if s.country_code == "RU")
    assert all(160 <= name.lon <= 195 for name in russia.names)
    assert russia.names


def test_every_country_with_names_of_states_has_lines() -> None:
    lines = read_level(FOLDER / "lines.bin")
    assert set(lines) == {"states", "claims"}
    names = read_states(FOLDER)
    assert set(lines["states"].names) == set(names)
    drawn = {part.shape for part in lines["states"].parts}
    assert drawn == set(range(len(names)))


@pytest.mark.parametrize(
    ("what", "lon", "lat"),
    [
        ("Abkhazia", 41.60, 42.60),
        ("South Ossetia", 43.95, 42.16),
        ("Transnistria", 29.2, 47.2),
        ("the south of Arunachal Pradesh", 94.0, 27.5),
        ("Essequibo", -58.5, 5.0),
        ("Crimea", 33.9, 46.1),
        ("Western Sahara", -10.0, 27.67),
        ("the Green Line", 34.95, 32.0),
    ],
)
def test_lines_that_are_disputed_are_marked(what: str, lon: float, lat: float) -> None:
    clip = cut(lon - 2, lat - 1.5, lon + 2, lat + 1.5)
    assert clip.disputed.distance(shapely.Point(lon, lat)) < 0.5, what
    assert not clip.disputed.is_empty


def test_lines_that_events_have_overtaken_are_not_drawn() -> None:
    karabakh = cut(45.5, 39.2, 47.8, 40.6).disputed
    assert karabakh.intersection(shapely.box(46.3, 39.6, 47.0, 40.2)).is_empty
    donbas = cut(37.0, 47.0, 39.8, 49.0).disputed
    assert donbas.is_empty
