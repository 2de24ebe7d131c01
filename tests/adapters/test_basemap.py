"""The ground: lengths of borders, valid clips anywhere on earth, names where they belong."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.adapters.basemap.world import StoredBasemap, open_basemap
from geo.errors import DataMissing
from geo.geodesy import length_m, nearest_point
from geo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from geo.contracts import BasemapClip

BASEMAP = open_basemap(Settings())

# Wide, high, across 180° either way, a pole, the whole world, a village.
BOXES = {
    "Korea": (123.0, 37.5, 136.0, 45.5),
    "Aegean": (19.0, 34.0, 30.0, 42.0),
    "Fiji": (174.0, -22.0, 184.0, -12.0),
    "Chukotka": (160.0, 55.0, 200.0, 75.0),
    "Chukotka from the other side": (-200.0, 55.0, -160.0, 75.0),
    "Antarctica": (-180.0, -90.0, 180.0, -55.0),
    "North Pole": (-30.0, 78.0, 60.0, 90.0),
    "Svalbard": (5.0, 75.0, 35.0, 82.0),
    "world": (-180.0, -85.0, 180.0, 85.0),
    "world from the Pacific": (-30.0, -85.0, 330.0, 85.0),
    "Kashmir": (70.0, 28.0, 82.0, 38.0),
    "Monaco": (7.3, 43.6, 7.6, 43.9),
    "open sea": (-40.0, 0.0, -35.0, 5.0),
}


def cut(name: str, **more: int) -> BasemapClip:
    west, south, east, north = BOXES[name]
    return BASEMAP.clip(west=west, south=south, east=east, north=north, **more)


@pytest.mark.parametrize("name", BOXES)
def test_a_clip_is_valid_and_stays_in_its_box(name: str) -> None:
    clip = cut(name)
    box = shapely.box(clip.west, clip.south, clip.east, clip.north)
    allowed = box.buffer(1e-6)
    for country in clip.countries:
        assert country.geometry.is_valid, country.name
        assert country.geometry.geom_type in {"Polygon", "MultiPolygon"}
        assert allowed.covers(country.geometry), country.name
        assert country.geometry.contains(shapely.Point(country.label_lon, country.label_lat))
    for lines in (clip.borders, clip.disputed, clip.coast, clip.rivers):
        assert lines.geom_type == "MultiLineString"
        assert not any(line.is_empty for line in lines.geoms)
        assert lines.is_empty or allowed.covers(lines)
    assert clip.lakes.is_valid
    assert clip.lakes.is_empty or allowed.covers(clip.lakes)
    small = [water for water in clip.waters if water.rank > 1]
    assert all(box.contains(shapely.Point(water.lon, water.lat)) for water in small)


@given(
    west=st.floats(-360, 340),
    south=st.floats(-90, 85),
    width=st.floats(0.2, 360),
    height=st.floats(0.2, 170),
)
@settings(max_examples=25)
def test_any_box_can_be_cut(west: float, south: float, width: float, height: float) -> None:
    clip = BASEMAP.clip(west=west, south=south, east=west + width, north=south + height)
    assert clip.north <= 90
    assert all(country.geometry.is_valid for country in clip.countries)


@pytest.mark.parametrize(
    "box",
    [
        (10.0, 0.0, 10.0, 5.0),
        (10.0, 5.0, 20.0, 5.0),
        (20.0, 0.0, 10.0, 5.0),
        (0.0, 0.0, 400.0, 5.0),
    ],
)
def test_an_impossible_box_is_refused(box: tuple[float, float, float, float]) -> None:
    west, south, east, north = box
    with pytest.raises(ValueError, match="empty or wider than the world"):
        BASEMAP.clip(west=west, south=south, east=east, north=north)


def test_cutting_agrees_with_cutting_the_whole_outline() -> None:
    # Slow and sure against fast: the same land, to what half a pixel moves.
    clip = cut("Korea", width_px=4000)
    box = shapely.box(clip.west, clip.south, clip.east, clip.north)
    for code in ("KP", "RU", "CN"):
        here = next(country for country in clip.countries if country.code == code)
        whole = shapely.intersection(BASEMAP.country(code), box)
        assert here.geometry.area == pytest.approx(whole.area, rel=0.01)


def test_neighbours_share_their_line_and_the_border_lies_on_it() -> None:
    clip = cut("Korea")
    land = {country.code: country.geometry for country in clip.countries}
    shared = shapely.intersection(land["KP"], land["RU"])
    assert shared.area == 0
    assert shared.length > 0.1
    assert clip.borders.buffer(1e-9).covers(
        shapely.boundary(shapely.intersection(land["KP"], land["CN"]))
    )


def test_nothing_is_torn_at_the_antimeridian() -> None:
    for name, code, inside in (("Fiji", "FJ", (179.99, -16.6)), ("Chukotka", "RU", (180.0, 67.5))):
        land = next(country.geometry for country in cut(name).countries if country.code == code)
        near = shapely.clip_by_rect(land, 179.0, -90, 181.0, 90)
        assert shapely.distance(near, shapely.Point(*inside)) < 0.2
        seam = shapely.LineString([(180.0, -90.0), (180.0, 90.0)])
        # A notch of one step of the grid, 200 m, is in the source.
        assert shapely.intersection(shapely.boundary(land), seam).length < 0.002
    east, west = cut("Chukotka"), cut("Chukotka from the other side")
    assert len(east.countries) == len(west.countries)
    assert east.coast.length == pytest.approx(west.coast.length)


def test_the_south_pole_is_land_without_a_coast_along_the_edge() -> None:
    clip = cut("Antarctica")
    assert [country.code for country in clip.countries if country.geometry.area > 100] == ["AQ"]
    assert clip.coast.bounds[1] > -89


@pytest.mark.parametrize(
    ("pair", "low_km", "high_km"),
    [
        (("RU", "KP"), 17, 40),  # 17 km of river, 39 km with the waters off its mouth
        (("US", "MX"), 2_400, 3_200),  # 3,145 with every bend of the Rio Grande
        (("KP", "KR"), 190, 250),  # the demarcation line: 238
        (("ES", "GI"), 0.8, 3),
        (("PE", "CL"), 140, 200),  # 168
    ],
)
def test_borders_have_known_lengths(pair: tuple[str, str], low_km: float, high_km: float) -> None:
    line = BASEMAP.border(*pair)
    assert line is not None
    assert low_km < length_m(line) / 1000 < high_km
    swapped = BASEMAP.border(*reversed(pair))
    assert swapped is not None
    assert swapped.equals(line)


def test_vladivostok_is_about_127_km_from_the_korean_border() -> None:
    line = BASEMAP.border("RU", "KP")
    assert line is not None
    assert 125_000 < nearest_point(line, 131.8735, 43.1056).distance_m < 130_000


def test_countries_that_do_not_touch_have_no_border() -> None:
    assert BASEMAP.border("JP", "KR") is None
    assert BASEMAP.border_of("JP") is None
    assert BASEMAP.border("KP", "XX") is None


def test_no_country_has_no_outline() -> None:
    assert BASEMAP.country("") is None
    assert BASEMAP.country("ZZ") is None


def test_a_border_is_one_and_the_same_whoever_asks_for_it() -> None:
    assert BASEMAP.border("CL", "PE") is BASEMAP.border("PE", "CL") is not None
    assert BASEMAP.border_of("PE") is BASEMAP.border_of("PE") is not BASEMAP.border("PE", "PE")


def test_all_borders_of_a_country() -> None:
    korea, with_south = BASEMAP.border_of("KP"), BASEMAP.border("KP", "KR")
    assert korea is not None
    assert with_south is not None
    assert korea.buffer(1e-9).covers(with_south)
    # What is shown with a country bounds it outwards, not inwards.
    somalia = BASEMAP.border_of("SO")
    within = BASEMAP.border("SO", "XS")
    assert somalia is not None
    assert within is not None
    assert shapely.intersection(somalia, within).length == 0
    # Somaliland's border with Djibouti is Somalia's to most of the world.
    assert BASEMAP.border("SO", "DJ") is not None


@pytest.mark.parametrize("code", ["RU", "FJ", "CY", "VA", "TV", "AQ", "NO", "US", "FR", "XK", "TW"])
def test_outlines_are_valid_and_within_the_usual_longitudes(code: str) -> None:
    outline = BASEMAP.country(code)
    assert outline is not None
    assert outline.is_valid
    west, south, east, north = outline.bounds
    assert -180 <= west < east <= 180
    assert -90 <= south < north <= 90
    assert BASEMAP.country(code) is outline


def test_an_outline_holds_its_capital() -> None:
    for code, lon, lat in (("KP", 125.75, 39.03), ("CY", 33.36, 35.17), ("VA", 12.453, 41.903)):
        outline = BASEMAP.country(code)
        assert outline is not None
        assert nearest_point(outline, lon, lat).distance_m < 2_000
    assert BASEMAP.country("XX") is None


def test_a_disputed_line_is_not_drawn_as_a_border() -> None:
    clip = cut("Kashmir")
    control = shapely.Point(74.6, 34.75).buffer(0.4)
    assert shapely.intersects(clip.disputed, control)
    assert not shapely.intersects(clip.borders, control)
    punjab = shapely.Point(74.5, 31.0).buffer(0.4)
    assert shapely.intersects(clip.borders, punjab)
    assert "controlled on the ground" in clip.source == BASEMAP.source


def test_overseas_land_bears_its_own_name() -> None:
    guiana = BASEMAP.clip(west=-58, south=1, east=-50, north=7).countries
    assert {country.code: country.name for country in guiana}["GF"] == "French Guiana"
    france = BASEMAP.country("FR")
    assert france is not None
    assert france.contains(shapely.Point(-53.0, 4.0))


def test_land_of_no_country_has_no_name() -> None:
    spratlys = BASEMAP.clip(west=110, south=7, east=118, north=13).countries
    assert [country.name for country in spratlys if not country.code] == [""]


def test_both_names_of_a_sea() -> None:
    waters = {water.name: water.other_name for water in cut("Korea").waters}
    assert waters["Sea of Japan"] == "East Sea"
    ranks = [water.rank for water in cut("world").waters]
    assert ranks == sorted(ranks)


def test_names_of_waters_turn_with_the_box() -> None:
    names = {water.name: water.lon for water in cut("Chukotka").waters}
    assert names["Bering Strait"] == pytest.approx(191)


def test_rivers_and_lakes_are_there_and_their_corners_rounded_close_up() -> None:
    west = BASEMAP.clip(west=103, south=51, east=110, north=56)
    assert west.lakes.area > 1  # Baikal
    assert west.rivers.length > 1
    assert len(shapely.get_coordinates(west.lakes)) > 100


def test_a_small_picture_has_fewer_points() -> None:
    large, small = cut("world"), cut("world", width_px=150)
    points = [
        sum(len(shapely.get_coordinates(country.geometry)) for country in clip.countries)
        for clip in (large, small)
    ]
    assert points[1] < points[0] / 5


def test_a_missing_or_damaged_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "basemap"
    with pytest.raises(DataMissing, match=r"region\.bin.*cannot be read"):
        StoredBasemap(folder).country("KP")
    shutil.copytree(Settings().data / "basemap", folder)
    (folder / "region.bin").write_bytes(b"not a map")
    with pytest.raises(DataMissing, match="is not a map file"):
        StoredBasemap(folder).country("KP")
    (folder / "countries.tsv").unlink()
    with pytest.raises(DataMissing, match=r"countries\.tsv.*cannot be read"):
        StoredBasemap(folder).border("KP", "KR")
