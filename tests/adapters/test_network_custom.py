"""Lines of a user's own: a GeoPackage or an extract of OpenStreetMap becomes a network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from geo.adapters.network.custom import read_lines
from geo.adapters.routers import open_own
from geo.contracts import Mode
from geo.errors import ArticleError
from geo.geodesy import distance_m
from tests.adapters.test_networks import leg

# Written with osmium from invented points: two roads, a footway, a railway.
EXTRACT = Path(__file__).parent / "networks" / "crossing.osm.pbf"


def package(path: Path, lines: list[shapely.LineString], crs: str = "EPSG:4326") -> Path:
    pyogrio.raw.write(
        path,
        geometry=np.asarray(shapely.to_wkb(lines)),
        field_data=[],
        fields=[],
        crs=crs,
        geometry_type="LineString",
        layer="lines",
    )
    return path


def test_lines_that_share_a_corner_are_one_network(tmp_path: Path) -> None:
    cross = [shapely.LineString([(0, 0), (1, 0), (2, 0)]), shapely.LineString([(1, 0), (1, 1)])]
    path = package(tmp_path / "own.gpkg", cross)
    route = open_own(path, Mode.ROAD).route(leg(Mode.ROAD, ("a", 0.0, 0.0), ("b", 1.0, 1.0)))
    assert route is not None
    expected = distance_m(0, 0, 1, 0) + distance_m(1, 0, 1, 1)
    assert route.distance_m == pytest.approx(expected, rel=1e-5)
    assert route.low_m < expected < route.high_m
    assert "own.gpkg" in route.source


def test_lines_in_metres_are_turned_to_degrees(tmp_path: Path) -> None:
    path = package(
        tmp_path / "metres.gpkg", [shapely.LineString([(0, 0), (111_319.49, 0)])], "EPSG:3857"
    )
    assert read_lines(path, Mode.RAIL).points[:, 0] == pytest.approx([0.0, 1.0], abs=1e-5)


@pytest.mark.parametrize(("mode", "hops"), [(Mode.ROAD, 3), (Mode.RAIL, 2)])
def test_of_an_extract_the_lines_of_the_mode_are_taken(mode: Mode, hops: int) -> None:
    network = read_lines(EXTRACT, mode)
    assert len(network.ends) == hops
    assert "OpenStreetMap" in network.attribution


@pytest.mark.parametrize("mode", [Mode.ROAD, Mode.RAIL])
def test_an_extract_leads_where_its_lines_do(mode: Mode) -> None:
    found = open_own(EXTRACT, mode).route(leg(mode, ("a", 10.0, 50.0), ("b", 10.1, 50.1)))
    assert found is not None
    by_road = distance_m(10, 50, 10.1, 50) + distance_m(10.1, 50, 10.1, 50.1)
    expected = by_road if mode is Mode.ROAD else distance_m(10, 50, 10.1, 50.1)
    assert found.distance_m == pytest.approx(expected, rel=0.001)


def test_what_is_no_map_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.gpkg").write_text("no map")
    whole = package(tmp_path / "whole.gpkg", [shapely.LineString([(0, 0), (1, 0)])])
    (tmp_path / "cut.gpkg").write_bytes(whole.read_bytes()[:4096])
    empty = package(tmp_path / "empty.gpkg", [])
    for path, words in (
        (tmp_path / "text.gpkg", "is no GeoPackage"),
        (tmp_path / "none.gpkg", "cannot be read"),
        (tmp_path / "cut.gpkg", "damaged"),
        (tmp_path / "map.txt", "cannot be read"),
        (empty, "has no lines"),
    ):
        with pytest.raises(ArticleError, match=words):
            read_lines(path, Mode.ROAD)
    with pytest.raises(ArticleError, match="by rail or by road"):
        open_own(empty, Mode.SEA)
