"""Names of countries and seas stand on the country and sea that they name."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import shapely

from geo import wiring
from geo.maps.build.area_grid import AreaGrid, area_grid, main_and_others
from geo.maps.build.basemap import cut_basemap, globe
from geo.maps.layout.map_layout import Layout, lay_out
from geo.maps.spec.model import Bounds, MapSpec, NameKind
from geo.maps.spec.polyline import decode_lines
from tests.maps.drawn import LOTS, spec
from tests.maps.six import NAMES, six_spec

BLACK_SEA = Bounds(west=29.0, south=43.0, east=41.0, north=49.0)
YELLOW_SEA = Bounds(west=121.0, south=35.5, east=130.0, north=40.0)
# West, south, east, north, by any atlas; where one sea lies beside another.
ATLAS = {
    "Sea of Azov": (34.6, 45.2, 39.5, 47.4),
    "Black Sea": (27.3, 40.8, 41.9, 46.9),
    "Aegean Sea": (22.4, 35.2, 28.4, 41.2),
    "Sea of Japan": (127.0, 33.5, 142.5, 52.0),
    "Sea of Marmara": (26.9, 40.2, 30.0, 41.2),
}


@cache
def areas(frame: Bounds) -> tuple[AreaGrid, tuple[str, ...], dict[str, int]]:
    basemap = wiring.basemap()
    clip = cut_basemap(basemap, frame)
    numbers = {country.code: number for number, country in enumerate(clip.countries)}
    grid = area_grid(clip, globe(basemap, frame))
    return grid, tuple(water.name for water in clip.waters), numbers


def owner_at(frame: Bounds, lon: float, lat: float) -> str:
    grid, waters, numbers = areas(frame)
    row, column = grid.cells_of(np.array([lon]), np.array([lat]))[0]
    owner = int(grid.owner[row, column])
    codes = {number: code for code, number in numbers.items()}
    return waters[-2 - owner] if owner < -1 else codes.get(owner, "")


@pytest.mark.parametrize(
    ("frame", "lon", "lat", "owner"),
    [
        (BLACK_SEA, 36.8, 46.0, "Sea of Azov"),
        (BLACK_SEA, 35.3, 46.1, "Sea of Azov"),
        (BLACK_SEA, 31.5, 45.3, "Black Sea"),
        (BLACK_SEA, 37.0, 44.0, "Black Sea"),  # beyond the strait
        (BLACK_SEA, 31.0, 48.0, "UA"),
        (BLACK_SEA, 34.2, 45.3, ""),  # Crimea is nobody's main part
    ],
)
def test_a_point_belongs_to_what_an_atlas_says(
    frame: Bounds, lon: float, lat: float, owner: str
) -> None:
    assert owner_at(frame, lon, lat) == owner


def test_an_ocean_is_not_let_in_over_land() -> None:
    assert owner_at(YELLOW_SEA, 123.5, 36.5) in {"Yellow Sea", ""}


def test_the_main_part_is_the_largest_on_the_earth_and_nothing_is_lost() -> None:
    north, south = shapely.box(0, 70, 12, 75), shapely.box(0, 0, 10, 4)
    main, others = main_and_others(shapely.MultiPolygon([north, south]))
    assert main.equals(south)
    assert [part.equals(north) for part in others] == [True]
    assert main_and_others(shapely.MultiPolygon())[0].is_empty


def middles(drawn: Layout, kind: NameKind) -> dict[int, tuple[float, float]]:
    """Where the middle of each name is, (lon, lat) in WGS 84 degrees, by its number."""
    found = {}
    for name in drawn.names:
        word, _, number = name.ident.partition(" ")
        if word == kind:
            low, high = np.array(name.setting.boxes)[:, :2], np.array(name.setting.boxes)[:, 2:]
            point = (low.min(axis=0) + high.max(axis=0)) / 2
            lon, lat = drawn.view.to_lon_lat(point[None, :])[0].tolist()
            found[int(number)] = (lon, lat)
    return found


def stories() -> list[MapSpec]:
    return [*(six_spec(name) for name in NAMES), *(spec(story) for story in LOTS[::4])]


@pytest.mark.parametrize("width", [358, 820])
def test_every_country_is_named_on_its_main_part(width: int) -> None:
    seen = 0
    for shown in stories():
        basemap = shown.basemap
        for number, point in middles(
            lay_out(shown, width_px=width, height_px=None), NameKind.LAND
        ).items():
            land = basemap.lands[number]
            rings = decode_lines(land.rings[: land.main], basemap.grid)
            inside = sum(shapely.Polygon(ring).contains(shapely.Point(point)) for ring in rings)
            assert inside % 2 == 1, (shown.title, land.name, point)
            seen += 1
    assert seen >= 10


@pytest.mark.parametrize("width", [358, 820])
def test_every_sea_is_named_on_its_own_water(width: int) -> None:
    seen = 0
    for shown in stories():
        basemap = shown.basemap
        rings = [ring for land in basemap.lands for ring in decode_lines(land.rings, basemap.grid)]
        drawn = lay_out(shown, width_px=width, height_px=None)
        for number, (lon, lat) in middles(drawn, NameKind.SEA).items():
            water, point = basemap.waters[number], shapely.Point(lon, lat)
            lands = sum(shapely.Polygon(ring).contains(point) for ring in rings if len(ring) > 3)
            assert lands % 2 == 0, (shown.title, water.name, lon, lat)
            west, south, east, north = ATLAS.get(water.name, (-400.0, -90.0, 400.0, 90.0))
            assert west <= lon <= east, (shown.title, water.name, lon)
            assert south <= lat <= north, (shown.title, water.name, lat)
            seen += 1
    assert seen >= 5


def test_no_figure_of_the_cartography_stands_twice_in_the_page() -> None:
    shared = json.loads(Path("geo/maps/spec/cartography.json").read_text(encoding="utf-8"))
    script = Path("geo/maps/page/assets/dist/article.js").read_text(encoding="utf-8")
    for leader in shared["candidates"]["leaders"]:
        assert script.count(f"reach:{leader['reach']},") == 1
