"""Which states a map shows: by the story's countries and by how wide the map is."""

from __future__ import annotations

import pytest

from geo.adapters.basemap.world import open_basemap
from geo.maps.build.area_grid import area_grid
from geo.maps.build.basemap import Marks, code_basemap, cut_basemap, globe, grid_of
from geo.maps.spec.model import Bounds, CodedBasemap
from geo.settings import Settings

BASEMAP = open_basemap(Settings())
KANSAS = Bounds(west=-97.4, south=37.6, east=-95.6, north=39.1)
AMERICA = Bounds(west=-118.0, south=30.0, east=-74.0, north=47.0)
MORE_KILOBYTES = 8_000


def coded(frame: Bounds, *story: str) -> CodedBasemap:
    clip = cut_basemap(BASEMAP, frame)
    box = Bounds(west=clip.west, south=clip.south, east=clip.east, north=clip.north)
    areas = area_grid(clip, globe(BASEMAP, frame))
    return code_basemap(clip, grid_of(box), areas, Marks(countries=story, states=("Kansas",)))


def test_a_story_within_a_large_country_shows_its_states_and_names_them() -> None:
    shown = coded(Bounds(west=-98.0, south=36.0, east=-91.0, north=41.0), "US")
    assert shown.states
    named = {state.name: state.story for state in shown.state_names}
    assert named["Kansas"]
    assert not named["Missouri"]


def test_a_map_of_a_whole_large_country_shows_the_lines() -> None:
    assert coded(AMERICA, "US").states


@pytest.mark.parametrize(
    ("frame", "story"),
    [
        (KANSAS, ()),
        (KANSAS, ("FR",)),
        (KANSAS, ("US", "FR")),  # France has departments that few readers know
        (Bounds(west=-120.0, south=-30.0, east=140.0, north=60.0), ("US", "AU")),
    ],
)
def test_other_maps_show_none(frame: Bounds, story: tuple[str, ...]) -> None:
    shown = coded(frame, *story)
    assert shown.states == ()
    assert shown.state_names == ()


@pytest.mark.parametrize("frame", [KANSAS, AMERICA])
def test_states_add_little_to_a_page(frame: Bounds) -> None:
    shown = coded(frame, "US")
    names = sum(len(state.name) + 40 for state in shown.state_names)
    assert sum(map(len, shown.states)) + names < MORE_KILOBYTES
