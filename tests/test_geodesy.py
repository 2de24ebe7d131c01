"""Lengths, bearings, cuts and nearest points against published values and brute force."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from geo import geodesy

LON = st.floats(-180, 180, allow_nan=False)
LAT = st.floats(-85, 85, allow_nan=False)

# C. F. F. Karney: the first line of GeodTest.dat (doi:10.5281/zenodo.32156), and the examples in
# the documentation of GeographicLib (New York to London, Wellington to Salamanca).
PUBLISHED = [
    (
        (0.0, 36.530042355041, 5.762344694676510456, -48.164270779097768864),
        176.125875162171,
        9398502.0434687,
    ),
    ((-73.8, 40.6, -0.5, 51.6), 51.198882845579824, 5551759.400318679),
    ((174.81, -41.32, -5.50, 40.96), 161.06766998615882, 19959679.267353821),
]


@pytest.mark.parametrize(("ends", "azimuth_deg", "length_m"), PUBLISHED)
def test_published_geodesics(
    ends: tuple[float, float, float, float], azimuth_deg: float, length_m: float
) -> None:
    assert geodesy.distance_m(*ends) == pytest.approx(length_m, abs=1e-3)
    assert geodesy.bearing_deg(*ends) == pytest.approx(azimuth_deg, abs=1e-9)


@given(LON, LAT, LON, LAT)
@example(0.0, 0.0, -179.99999999999997, 46.0)
def test_a_distance_is_the_same_both_ways(
    lon: float, lat: float, to_lon: float, to_lat: float
) -> None:
    there = geodesy.distance_m(lon, lat, to_lon, to_lat)
    assert there == pytest.approx(geodesy.distance_m(to_lon, to_lat, lon, lat), abs=1e-3)
    assert 0 <= geodesy.bearing_deg(lon, lat, to_lon, to_lat) < 360


@given(LON, LAT, LON, LAT)
@settings(max_examples=60)
def test_a_drawn_geodesic_has_the_length_of_the_geodesic(
    lon: float, lat: float, to_lon: float, to_lat: float
) -> None:
    length_m = geodesy.distance_m(lon, lat, to_lon, to_lat)
    assume(1_000 < length_m < 19_000_000)
    line = geodesy.geodesic(lon, lat, to_lon, to_lat)
    # Right beside a pole one step may turn by half a circle.
    assume(np.abs(shapely.get_coordinates(line)[:, 1]).max() < 88)
    # Where it is cut at 180° the two pieces meet within a hair.
    assert geodesy.length_m(line) == pytest.approx(length_m, rel=1e-5, abs=50)
    for part in shapely.get_parts(line):
        lons = shapely.get_coordinates(part)[:, 0]
        assert np.all(np.abs(lons) <= 180)
        assert np.all(np.abs(np.diff(lons)) <= 180)


def test_a_line_across_the_antimeridian_is_cut_there() -> None:
    line = geodesy.geodesic(177.45, -17.8, -171.75, -13.83)  # Nadi to Apia
    west, east = shapely.get_parts(line)
    assert west.coords[-1][0] == 180.0
    assert east.coords[0][0] == -180.0
    assert west.coords[-1][1] == pytest.approx(east.coords[0][1])


def test_a_line_that_only_touches_the_antimeridian_stays_whole() -> None:
    assert (
        geodesy.cut_at_antimeridian([(170.0, 0.0), (180.0, 1.0), (175.0, 2.0)]).geom_type
        == "LineString"
    )
    split = geodesy.cut_at_antimeridian([(180.0, 0.0), (-180.0, 0.0), (-170.0, 1.0)])
    assert shapely.get_coordinates(split)[-1].tolist() == [-170.0, 1.0]


@pytest.mark.parametrize(
    ("line", "edge", "edge_lat"),
    [
        ([(175.0, 0.0), (-165.0, 8.0)], 180.0, 2.0),
        ([(-165.0, 8.0), (175.0, 0.0)], -180.0, 2.0),
        ([(-179.0, -30.0), (178.0, -36.0)], -180.0, -32.0),
        ([(0.5, 10.0), (-179.75, 30.0)], 180.0, 10.0 + 20.0 * 179.5 / 179.75),
        ([(-0.5, 10.0), (179.75, 30.0)], -180.0, 10.0 + 20.0 * 179.5 / 179.75),
        ([(180.0, 40.0), (-179.0, 50.0)], 180.0, 40.0),
    ],
)
def test_a_cut_lies_where_the_straight_line_meets_the_antimeridian(
    line: list[tuple[float, float]], edge: float, edge_lat: float
) -> None:
    cut = geodesy.cut_at_antimeridian([(line[0][0], line[0][1] - 1.0), *line])
    before, after = (part.coords[:] for part in shapely.get_parts(cut))
    assert before[1:] == [line[0], (edge, pytest.approx(edge_lat))]
    assert after == [(-edge, pytest.approx(edge_lat)), line[1]]


def test_a_step_of_half_a_turn_or_less_is_no_crossing() -> None:
    for line in ([(-90.0, 0.0), (90.0, 5.0)], [(100.0, 0.0), (-79.0, 5.0)]):
        assert geodesy.cut_at_antimeridian(line).coords[:] == line
    assert geodesy.cut_at_antimeridian([(100.0, 0.0), (-81.0, 5.0)]).geom_type == "MultiLineString"


def test_bearings_go_all_round() -> None:
    for bearing in (10.0, 100.0, 200.0, 250.0, 300.0, 355.0):
        lon, lat, _ = geodesy.wgs84().fwd(20.0, 40.0, bearing, 500_000.0)
        assert geodesy.bearing_deg(20.0, 40.0, lon, lat) == pytest.approx(bearing)


@pytest.mark.parametrize(("length_m", "points"), [(20_000, 2), (30_000, 3), (60_000, 4)])
def test_a_drawn_line_has_a_point_every_25_km_and_no_more(length_m: float, points: int) -> None:
    lon, lat, _ = geodesy.wgs84().fwd(10.0, 50.0, 77.0, length_m)
    assert len(geodesy.geodesic(10.0, 50.0, lon, lat).coords) == points


@pytest.mark.parametrize("turn", [-360.0, 0.0, 360.0])
def test_a_polygon_holds_what_lies_in_it_whatever_the_turn(turn: float) -> None:
    square = shapely.box(10.0 + turn, 40.0, 11.0 + turn, 41.0)
    assert geodesy.nearest_point(square, 10.2, 40.5).distance_m == 0.0
    assert geodesy.nearest_point(square, 9.8, 40.5).distance_m > 16_000
    assert geodesy.nearest_point(square, 11.3, 40.5).distance_m > 25_000


def test_on_long_edges_in_high_latitudes_the_nearest_point_is_found() -> None:
    """Edges so long that the nearest vertex and the nearest sample mislead."""
    chance = np.random.default_rng(7)
    for _ in range(40):
        lon, lat = chance.uniform(-170, 170), chance.uniform(-80, 80)
        ends = np.column_stack(
            [np.clip(lon + chance.uniform(-60, 60, 6), -179, 179), chance.uniform(-80, 80, 6)]
        )
        line = shapely.LineString(ends)
        dense = shapely.get_coordinates(shapely.segmentize(line, 0.01))
        here = np.full(len(dense), lon), np.full(len(dense), lat)
        least = geodesy.wgs84().inv(*here, dense[:, 0], dense[:, 1])[2].min()
        found = geodesy.nearest_point(line, lon, lat).distance_m
        assert least - 700 <= found <= least + 0.5


def test_a_polyline_drops_repeated_points_and_fills_long_gaps() -> None:
    line = geodesy.polyline([(0.0, 0.0), (0.0, 0.0), (2.0, 0.0), (2.01, 0.0)])
    points = shapely.get_coordinates(line)
    steps = [geodesy.distance_m(*one, *other) for one, other in pairwise(points)]
    assert min(steps) > 0
    assert max(steps) <= 25_001


def degrees(low: int, high: int) -> st.SearchStrategy[float]:
    """Draw degrees with six decimals, as files have them."""
    return st.integers(low * 1_000_000, high * 1_000_000).map(lambda micro: micro / 1_000_000)


@st.composite
def lines_and_points(draw: st.DrawFn) -> tuple[shapely.LineString, float, float]:
    lon, lat = draw(degrees(-179, 178)), draw(degrees(-75, 75))
    step = degrees(-1, 1).map(lambda whole: 0.6 * whole)
    points = [(lon, lat)]
    for _ in range(draw(st.integers(1, 5))):
        points.append((points[-1][0] + draw(step), points[-1][1] + draw(step)))
    return shapely.LineString(points), lon + draw(degrees(-3, 3)), lat + draw(degrees(-3, 3))


@given(lines_and_points())
@settings(max_examples=60)
def test_the_nearest_point_is_as_near_as_any_of_many(
    given_case: tuple[shapely.LineString, float, float],
) -> None:
    line, lon, lat = given_case
    assume(line.length > 1e-3)
    near = geodesy.nearest_point(line, lon, lat)
    dense = shapely.get_coordinates(shapely.segmentize(line, 0.0005))
    count = len(dense)
    metres = geodesy.wgs84().inv(
        np.full(count, lon), np.full(count, lat), dense[:, 0], dense[:, 1]
    )[2]
    assert near.distance_m <= metres.min() + 0.01
    assert near.distance_m >= metres.min() - 60  # half a step of the dense points
    assert near.distance_m == pytest.approx(
        geodesy.distance_m(lon, lat, near.lon, near.lat), abs=1e-6
    )
    assert shapely.distance(line, shapely.Point(near.lon, near.lat)) < 1e-9


def test_the_nearest_point_of_a_long_edge_is_exact_to_a_metre() -> None:
    equator = shapely.LineString([(-40.0, 0.0), (0.001, 0.0), (50.0, 0.0)])
    near = geodesy.nearest_point(equator, 7.123, 1.0)
    assert near.lon == pytest.approx(7.123, abs=1e-4)
    assert near.distance_m == pytest.approx(geodesy.distance_m(7.123, 1.0, 7.123, 0.0), abs=1.0)


def test_inside_a_polygon_the_distance_is_nothing_on_any_turn() -> None:
    square = shapely.box(178.0, -1.0, 182.0, 1.0)
    assert geodesy.nearest_point(square, 179.0, 0.0) == (179.0, 0.0, 0.0)
    assert geodesy.nearest_point(square, -179.0, 0.0).distance_m == 0.0
    outside = geodesy.nearest_point(square, -177.0, 0.0)
    assert outside.distance_m == pytest.approx(geodesy.distance_m(-177.0, 0.0, -178.0, 0.0), abs=1)


def test_a_hole_counts_as_outside_and_a_multipolygon_as_its_parts() -> None:
    ring = shapely.box(0, 0, 10, 10).difference(shapely.box(4, 4, 6, 6))
    in_hole = geodesy.nearest_point(ring, 5.0, 5.0)
    assert in_hole.distance_m == pytest.approx(geodesy.distance_m(5, 5, 4, 5), rel=0.02)
    both = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(5, 0, 6, 1)])
    assert geodesy.nearest_point(both, 4.5, 0.5).lon == pytest.approx(5.0)


def test_the_nearest_point_across_the_antimeridian() -> None:
    line = shapely.LineString([(179.5, -1.0), (179.5, 1.0)])
    near = geodesy.nearest_point(line, -179.5, 0.0)
    assert near.distance_m == pytest.approx(geodesy.distance_m(179.5, 0, -179.5, 0), abs=1)


def test_the_nearest_of_points() -> None:
    stops = shapely.MultiPoint([(0.0, 0.0), (10.0, 0.0)])
    assert geodesy.nearest_point(stops, 8.0, 0.0)[:2] == (10.0, 0.0)


@given(st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90))
def test_a_distance_knows_no_seam_and_no_pole(
    lon: float, lat: float, to_lon: float, to_lat: float
) -> None:
    here = geodesy.distance_m(lon, lat, to_lon, to_lat)
    assert here == pytest.approx(geodesy.distance_m(lon + 360, lat, to_lon - 360, to_lat), abs=1e-6)
    pole = np.copysign(90.0, to_lat)
    assert geodesy.distance_m(lon, lat, 17.0, pole) == pytest.approx(
        geodesy.distance_m(lon, lat, -91.0, pole), abs=1e-6
    )
    assert (
        here
        <= geodesy.distance_m(lon, lat, 0, 90) + geodesy.distance_m(0, 90, to_lon, to_lat) + 1e-3
    )


@st.composite
def rings_and_points(draw: st.DrawFn) -> tuple[shapely.Polygon, float, float]:
    """Draw a ring anywhere, across 180° too, and near to a pole, and a point not far from it."""
    lon, lat = draw(degrees(-180, 180)), draw(st.sampled_from([-88.5, -60.0, 0.0, 45.0, 88.5]))
    size = draw(degrees(0, 1)) + 0.05
    # A corner in each of several sectors, so that the ring is one.
    parts = 0.8 * np.array(draw(st.lists(degrees(0, 1), min_size=3, max_size=6)))
    angles = (np.arange(len(parts)) + parts) * (2 * np.pi / len(parts))
    ring = np.stack([lon + size * np.cos(angles), lat + size * np.sin(angles)], axis=1)
    return shapely.Polygon(ring), lon + draw(degrees(-2, 2)), lat + draw(degrees(-1, 1))


@given(rings_and_points(), st.sampled_from([-360.0, 0.0, 360.0]))
@settings(max_examples=60)
def test_a_point_is_as_far_from_a_polygon_as_from_the_nearest_of_many_points_of_its_edge(
    given_case: tuple[shapely.Polygon, float, float], turn: float
) -> None:
    ring, lon, lat = given_case
    found = geodesy.nearest_point(ring, lon + turn, lat)
    if shapely.contains_xy(ring, lon, lat):
        assert found.distance_m == 0.0
        return
    edge = shapely.get_coordinates(shapely.segmentize(ring.exterior, 0.0005))
    here = np.full(len(edge), lon), np.full(len(edge), lat)
    far = np.asarray(geodesy.wgs84().inv(*here, edge[:, 0], edge[:, 1])[2])
    # The nearest of the points is at most half their distance from the nearest point of all.
    between = geodesy.wgs84().inv(*edge[:-1].T, *edge[1:].T)[2].max() / 2
    assert far.min() - between - 1.0 <= found.distance_m
    assert found.distance_m <= far.min() + 1.0


def test_pairs_are_measured_at_once_as_they_are_one_by_one() -> None:
    chance = np.random.default_rng(4)
    pairs = np.stack([chance.uniform(-180, 180, 50), chance.uniform(-90, 90, 50)], axis=1)
    found = geodesy.distances_m(pairs[:25], pairs[25:])
    single = [
        geodesy.distance_m(*one, *other) for one, other in zip(pairs[:25], pairs[25:], strict=True)
    ]
    assert found.tolist() == pytest.approx(single, abs=1e-6)
