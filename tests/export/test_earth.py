from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.export.earth import box_of, within_180


def test_what_lies_on_one_side_stays_as_it_is() -> None:
    line = shapely.LineString([(10, 50), (20, 60)])
    assert within_180(line).equals(line)
    point = shapely.Point(30, 40)
    assert within_180(point).equals(point)
    assert within_180(shapely.Polygon()).is_empty
    assert within_180(shapely.MultiLineString()).is_empty


def test_a_step_over_180_is_a_crossing() -> None:
    line = within_180(shapely.LineString([(179, 10), (-179, 20)]))
    assert shapely.get_coordinates(line).tolist() == [[179, 10], [180, 15], [-180, 15], [-179, 20]]
    assert len(line.geoms) == 2


def test_what_touches_180_gets_no_piece_without_size() -> None:
    square = within_180(shapely.box(170, 0, 180, 10))
    assert square.equals(shapely.box(170, 0, 180, 10))
    over = within_180(shapely.box(180, 0, 190, 10))
    assert over.equals(shapely.box(-180, 0, -170, 10))
    assert within_180(shapely.Point(190, 5)).equals(shapely.Point(-170, 5))


@given(
    west=st.floats(-500, 500),
    width=st.floats(1, 100),
    south=st.floats(-90, 80),
    height=st.floats(1, 9),
)
def test_an_area_keeps_its_size_and_its_rings_turn_left(
    west: float, width: float, south: float, height: float
) -> None:
    clockwise = shapely.box(west, south, west + width, south + height, ccw=False)
    cut = within_180(clockwise)
    assert cut.bounds[0] >= -180
    assert cut.bounds[2] <= 180
    assert cut.area == pytest.approx(clockwise.area, rel=1e-6)
    assert all(part.exterior.is_ccw for part in shapely.get_parts(cut))


def test_the_box_of_nothing_is_none() -> None:
    assert box_of([]) is None
    assert box_of([shapely.Polygon()]) is None


def test_a_box_goes_the_short_way_round() -> None:
    fiji = [shapely.Point(178, -18), shapely.Point(-179, -16)]
    assert box_of(fiji) == (178, -18, -179, -16)
    across = within_180(shapely.LineString([(170, -45), (190, -10)]))
    assert box_of([across, shapely.Point(-175, 0)]) == (170, -45, -170, 0)
    assert box_of([shapely.Point(-10, 5), shapely.Point(20, 50)]) == (-10, 5, 20, 50)
    assert box_of([shapely.Point(3, 4)]) == (3, 4, 3, 4)
    world = [shapely.box(-180, -90, 180, 90), shapely.Point(0, 0)]
    assert box_of(world) == (-180, -90, 180, 90)


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=6))
def test_every_point_lies_in_the_box(points: list[tuple[float, float]]) -> None:
    box = box_of([shapely.Point(lon, lat) for lon, lat in points])
    assert box is not None
    west, south, east, north = box
    width = east - west if west <= east else east - west + 360
    assert width <= max(lon for lon, _ in points) - min(lon for lon, _ in points) + 1e-9
    for lon, lat in points:
        assert (west <= lon <= east) if west <= east else (lon >= west or lon <= east)
        assert south <= lat <= north
