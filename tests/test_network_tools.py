"""The tools that make the networks: heights, ends that are joined, headlands, what ships avoid."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from tests.network_land import NOWHERE, Slope, Two, chains, ground, part_count
from tools.network_customs import marked
from tools.network_ends import bridged, led_on
from tools.network_facing import faced, headings
from tools.network_graph import measured, simplified
from tools.network_headlands import headlands, with_headlands
from tools.network_islands import reached
from tools.network_relief import heights_m, spread
from tools.network_shores import Shores


def test_heights_are_metres_and_the_sea_is_flat() -> None:
    stored = np.array([[255, 16, 17, 160]], dtype=np.uint8)
    assert heights_m(stored).tolist() == [[0.0, 0.0, 26.0, 4030.0]]


def test_a_plain_is_flat_and_its_edge_is_not() -> None:
    height_m = np.zeros((5, 8))
    height_m[:, 4:] = 900.0
    found = spread(height_m)
    assert found[2, 1] == 0.0
    assert found[2, 6] == 0.0
    assert found[2, 3] == pytest.approx(900.0 * np.sqrt(2.0) / 3.0)
    # The grid goes on round the globe: the last column lies beside the first.
    assert found[2, 0] == pytest.approx(found[2, 7]) == pytest.approx(found[2, 3])


@pytest.mark.parametrize(
    ("gap_deg", "turned_deg", "left"),
    [(0.05, 0.0, 1), (0.25, 0.0, 1), (0.25, 0.3, 2), (0.4, 0.0, 2)],
)
def test_ends_that_face_each_other_are_joined(gap_deg: float, turned_deg: float, left: int) -> None:
    start = 1.0 + gap_deg
    west = [(0.0, 0.0), (0.5, 0.0), (1.0, 0.0)]
    east = [(start, 0.0), (start + 0.5, turned_deg), (start + 1.0, turned_deg)]
    west, east = ([(lon, lat + 1.0) for lon, lat in line] for line in (west, east))
    assert part_count(faced(chains(west, east), ground())) == left


@pytest.mark.parametrize(
    ("over_border", "crossings", "left"),
    [
        (0, NOWHERE, 2),  # the border may be closed
        (1, NOWHERE, 2),  # one line over it may be the only one that is open
        (6, NOWHERE, 1),  # people cross it everywhere
        (0, np.array([(20.02, 1.02)]), 1),  # a crossing is known here
        (0, np.array([(20.0, 2.0)]), 2),  # and not here
    ],
)
def test_ends_are_joined_over_a_border_that_is_open(
    over_border: int, crossings: np.ndarray, left: int
) -> None:
    west, east = [(19.0, 1.0), (19.97, 1.0)], [(20.03, 1.0), (21.0, 1.0)]
    land = ground(crossings=crossings, over_border=over_border)
    assert part_count(faced(chains(west, east), land)) == left


@pytest.mark.parametrize(
    ("across_deg", "around_deg", "is_joined"),
    [
        (0.09, 0.05, False),  # a boat goes over the bay, trains go round it
        (0.09, 3.0, True),  # so far round nobody goes: there is a bridge
        (0.02, 0.5, True),  # so narrow water has a bridge
        (0.3, 9.0, False),  # but nothing so wide is bridged
    ],
)
def test_water_is_bridged_where_the_way_round_is_very_long(
    across_deg: float, around_deg: float, *, is_joined: bool
) -> None:
    end = 10.0 + across_deg
    bay = [(10.0, -1.0), (9.9, -1.0), (9.9, -1.0 - around_deg), (end + 0.1, -1.0 - around_deg)]
    found = faced(chains([*bay, (end + 0.1, -1.0), (end, -1.0)]), ground())
    assert (len(found.ends) == len(bay) + 2) is is_joined


def test_a_line_that_bends_at_its_end_is_known_by_its_last_stretch() -> None:
    found = headings(chains([(10.0, 1.0), (11.0, 1.0), (11.01, 1.0), (11.015, 1.01)]))
    assert found[3] % 360.0 == pytest.approx(89.0, abs=1.0)


@pytest.mark.parametrize(("off_deg", "left"), [(0.003, 1), (0.05, 2)])
def test_an_end_that_touches_a_line_is_joined_where_it_touches(off_deg: float, left: int) -> None:
    through = [(9.0, 1.0), (10.0, 1.0)]
    branch = [(9.3, 1.0 + off_deg), (9.3, 2.0)]
    found = bridged(chains(through, branch), ground())
    assert part_count(found) == left
    if left == 1:
        assert found.points[-1] == pytest.approx((9.3, 1.0))
        along = found.length_m[(found.ends == len(found.points) - 1).any(axis=1)]
        assert sorted(along) == pytest.approx(
            [off_deg * 110_580, 0.3 * 111_303, 0.7 * 111_303], rel=1e-2
        )


@pytest.mark.parametrize(
    ("lon", "lat", "gap_deg", "left"),
    [
        (10.0, 1.0, 0.2, 1),  # over land
        (10.0, -1.0, 0.2, 2),  # over so much water there may be no way
        (10.0, -1.0, 0.05, 1),  # a bridge or ferry
        (10.0, 1.0, 0.4, 2),
        (20.0, 1.0, 0.05, 2),  # the border may be closed
    ],
)
def test_parts_of_one_country_are_joined(lon: float, lat: float, gap_deg: float, left: int) -> None:
    west = [(lon - 2.0, lat), (lon - gap_deg / 2, lat)]
    east = [(lon + gap_deg / 2, lat), (lon + 1.0, lat)]
    assert part_count(reached(chains(west, east), Two())) == left


def test_a_part_is_joined_where_it_may_be_and_not_only_where_it_is_nearest() -> None:
    to_the_shore = [(10.0, 1.0), (10.0, 0.05)]
    round_the_bay = [(10.0, -0.1), (12.0, -0.1), (12.0, 1.0), (10.2, 1.0)]
    found = reached(chains(to_the_shore, round_the_bay), Two())
    assert part_count(found) == 1
    assert found.chord_m.min() == pytest.approx(0.2 * 111_303, rel=1e-2)


@pytest.mark.parametrize(
    ("lon", "short_deg", "turned_deg", "left"),
    [
        (10.0, 0.06, 0.0, 1),  # a main road breaks off just short of another
        (10.0, 0.06, 0.3, 2),  # it points elsewhere
        (10.0, 0.1, 0.0, 2),  # too far for what may be an island
        (10.0, 0.2, 0.0, 2),  # too far
        (20.0, 0.06, 0.0, 2),  # behind a border
    ],
)
def test_an_end_is_led_on_to_the_line_ahead(
    lon: float, short_deg: float, turned_deg: float, left: int
) -> None:
    end = lon - short_deg
    west = [(end - 1.0, 1.0), (end - 0.1, 1.0 - turned_deg), (end, 1.0)]
    across = [(lon, 0.0), (lon, 1.0), (lon, 2.0)]
    assert part_count(led_on(chains(west, across), ground())) == left


@pytest.mark.parametrize(("round_deg", "joined"), [(2.0, 1), (0.5, 0)])
def test_an_end_is_led_on_farther_where_the_way_round_is_very_long(
    round_deg: float, joined: int
) -> None:
    west = 10.0 - round_deg
    found = [(10.0, 1.0), (west, 1.0), (west, 2.0), (10.1, 2.0), (10.1, 0.0)]
    graph = chains(found)
    assert len(led_on(graph, ground()).ends) == len(graph.ends) + 2 * joined


@pytest.mark.parametrize(("spread_m", "left"), [(50.0, 1), (400.0, 2)])
def test_no_end_is_led_on_over_mountains(spread_m: float, left: int) -> None:
    west, across = [(9.0, 1.0), (9.94, 1.0)], [(10.0, 0.0), (10.0, 2.0)]
    found = led_on(chains(west, across), ground(relief=Slope(spread_m)))
    assert part_count(found) == left


def test_lines_that_meet_in_two_points_at_one_place_still_meet_when_simplified() -> None:
    points = np.array([(9.0, 1.0), (10.0, 1.0), (10.0, 1.0), (11.0, 1.0), (10.0, 2.0)])
    ends = np.array([(0, 1), (1, 2), (2, 3), (2, 4)])
    found = simplified(measured(points, ends, np.zeros(4)), 0.01, np.zeros(5, dtype=bool))
    assert part_count(found) == 1


def test_what_ships_keep_off_is_marked() -> None:
    kinds = ["", "suez"]
    found = marked(chains([(-40.0, 44.0), (-60.0, 44.0)], [(-40.0, 40.0), (-60.0, 41.0)]), kinds)
    assert [kinds[kind] for kind in found.kind] == ["grand banks", ""]


class Cape(Shores):
    """A triangle of land whose southern tip lies at 20° E 10° S."""

    RING = np.array([(19.0, -9.0), (20.0, -10.0), (21.0, -9.0), (19.0, -9.0)])

    def __init__(self) -> None:
        """Read nothing."""
        self._land = shapely.Polygon(self.RING)

    def outlines(self, least_deg: float) -> list[np.ndarray]:
        return [self.RING] if least_deg < 1.0 else []

    def afloat(self, points: np.ndarray) -> np.ndarray:
        return ~shapely.contains_xy(self._land, points)

    def is_roomy(self, points: np.ndarray, room_deg: float) -> np.ndarray:
        return np.asarray(shapely.distance(shapely.points(points), self._land) > room_deg)

    def crossed(self, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        lines = shapely.linestrings(np.stack([starts, ends], axis=1))
        return np.asarray(shapely.intersects(lines, self._land))


def test_ships_pass_close_by_a_headland() -> None:
    found = headlands(Cape())
    assert len(found) == 3
    south = found[found[:, 1].argmin()]
    assert south == pytest.approx((20.0, -10.0 - 11.0 / 111.32), abs=1e-3)
    lanes = chains([(19.4, -10.2), (20.0, -11.0), (20.6, -10.2)])
    joined = with_headlands(lanes, np.empty((0, 2)), Cape())
    assert part_count(joined) == 1
    assert {tuple(point) for point in joined.points} >= {tuple(south)}
