"""Ways that the sources lack: bridges, tunnels and boats by name."""

from __future__ import annotations

import numpy as np
import pytest

from geo.settings import Settings
from tests.network_land import Two, chains, part_count
from tools.network_graph import Graph
from tools.network_links import Link, linked, read_links
from tools.network_tracks import kind_of

KINDS = ("", "water", "ferry", "bridge")


@pytest.mark.parametrize(
    ("kind", "end_lon", "left"),
    [
        ("ferry", 12.0, 1),
        ("bridge", 12.0, 1),
        ("ferry", 13.0, 2),  # no road leads to where it lands
        ("bridge", 13.0, 2),  # but it leads to an island
    ],
)
def test_a_link_is_joined_to_lines_at_its_ends(kind: str, end_lon: float, left: int) -> None:
    roads = chains([(9.0, 1.0), (10.0, 1.0)], [(12.0, 1.0), (12.5, 1.0)])
    points = np.array([(9.5, 1.01), (11.0, 0.5), (end_lon, 1.0)])
    found = linked(roads, [Link(name="It", kind=kind, points=points, length_m=3e5)], KINDS)
    assert part_count(found) == left
    its = found.kind == KINDS.index(kind)
    is_left_out = kind == "ferry" and left == 2
    assert found.length_m[its].sum() == pytest.approx(0.0 if is_left_out else 3e5)


def test_every_link_is_about_as_long_as_it_is_drawn() -> None:
    table = Settings().data / "networks" / "links.tsv"
    links = [link for mode in ("road", "rail") for link in read_links(table, mode)]
    assert len({link.name for link in links}) > 40
    for link in links:
        drawn_m = chains(list(map(tuple, link.points.tolist()))).length_m.sum()
        assert link.kind in KINDS[2:], link.name
        assert drawn_m <= link.length_m <= 1.5 * drawn_m + 2_000.0, link.name


def test_a_road_along_a_shore_is_no_boat() -> None:
    along = [(10.0, -0.008), (10.2, -0.008)]
    boat = [(12.0, 0.01), (12.0, -0.2)]
    told = chains(along, boat)
    assert [KINDS[kind] for kind in kind_of(told, Two())] == ["", "water"]
    bridge = Graph(
        points=told.points, ends=told.ends, length_m=told.length_m, kind=np.array([0, 3])
    )
    assert [KINDS[kind] for kind in kind_of(bridge, Two())] == ["", "bridge"]
