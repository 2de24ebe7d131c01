from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.geodesy import distance_m
from geo.maps.build.extent import Turn, clip_box, frame_of, turn_of
from geo.maps.spec.bounds import spread

LON, LAT = st.floats(-180, 180), st.floats(-84, 84)


def test_a_story_on_both_sides_of_180_degrees_runs_on() -> None:
    turn = turn_of([177.4, -171.8, 178.4])  # Fiji and Samoa
    assert sorted(turn.lon(lon) for lon in (177.4, -171.8, 178.4)) == pytest.approx(
        [177.4, 178.4, 188.2]
    )


def test_other_stories_keep_their_longitudes() -> None:
    turn = turn_of([-71.6, -77.1])
    assert turn.lon(-71.6) == pytest.approx(-71.6)
    assert turn_of([]).lon(12.0) == pytest.approx(12.0)


@given(st.lists(LON, min_size=1, max_size=6))
def test_a_turn_keeps_every_longitude_up_to_whole_turns(lons: list[float]) -> None:
    turn = turn_of(lons)
    moved = [turn.lon(lon) for lon in lons]
    assert max(moved) - min(moved) < 360.0
    for lon, other in zip(lons, moved, strict=True):
        assert abs((lon - other + 180.0) % 360.0 - 180.0) < 1e-6


def test_a_line_that_was_cut_at_180_degrees_is_joined() -> None:
    cut = shapely.MultiLineString([[(175, -18), (180, -17)], [(-180, -17), (-172, -14)]])
    lines = Turn(west=0.0).lines(cut)
    assert len(lines) == 1
    assert lines[0][:, 0].tolist() == [175, 180, 188]
    assert Turn(west=0.0).geometry(cut).bounds == (175, -18, 188, -14)


def test_lines_that_do_not_meet_stay_apart() -> None:
    apart = shapely.MultiLineString([[(1, 1), (2, 2)], [(5, 5), (6, 6)]])
    assert len(Turn(west=-180.0).lines(apart)) == 2


def test_a_lone_place_has_about_300_km_around_it() -> None:
    frame = frame_of([(15.6, 78.2)])
    across = distance_m(frame.west, 78.2, frame.east, 78.2)
    down = distance_m(15.6, frame.south, 15.6, frame.north)
    assert across == pytest.approx(300_000, rel=0.03)
    assert down == pytest.approx(300_000, rel=0.03)


def test_places_around_a_bay_fill_the_map() -> None:
    frame = frame_of([(-122.42, 37.77), (-122.27, 37.80), (-122.48, 37.86)])
    across = distance_m(frame.west, 37.8, frame.east, 37.8)
    assert across == pytest.approx(60_000, rel=0.05)


def test_two_spots_in_one_town_are_shown_as_a_lone_place() -> None:
    frame = frame_of([(2.34, 48.86), (2.36, 48.87)])
    assert distance_m(frame.west, 48.86, frame.east, 48.86) == pytest.approx(300_000, rel=0.03)


@given(st.lists(st.tuples(LON, LAT), min_size=1, max_size=5))
def test_boxes_hold_the_story_and_stay_on_the_map(points: list[tuple[float, float]]) -> None:
    frame = frame_of(points)
    for box in (frame, spread(frame), clip_box(frame)):
        assert -85.0 <= box.south < box.north <= 85.0
        assert box.west < box.east <= box.west + 360.0 + 1e-9
    clip = clip_box(frame)
    assert clip.south <= frame.south
    assert clip.north >= frame.north
