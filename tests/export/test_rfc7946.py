"""The GeoJSON is what RFC 7946 asks for: read by a second library, and its rules one by one."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from geojson_pydantic import FeatureCollection

from geo.export.geojson import to_geojson
from tests.hostile import hostile_story
from tests.maps import stories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Analysis


def across() -> Analysis:
    """Make a story with an outline, a route and a place across the antimeridian."""
    story = stories.train()
    outline = shapely.box(176, -20, 183, -15, ccw=False).difference(shapely.box(178, -18, 179, -17))
    fiji = stories.place("Fiji", 178.4, -18.1, country_code="FJ", extent=outline)
    geocodes = (dataclasses.replace(story.geocodes[0], place=fiji), *story.geocodes[1:])
    line = shapely.LineString([(178.4, -18.1), (188.2, -13.8)])
    route = dataclasses.replace(story.routes[0], geometry=line)
    return dataclasses.replace(story, geocodes=geocodes, routes=(route,))


def bare() -> Analysis:
    return dataclasses.replace(stories.train(), geocodes=(), routes=(), checks=())


@pytest.fixture(
    scope="module",
    params=[stories.train, across, bare, hostile_story],
    ids=lambda make: make.__name__,
)
def collection(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(json.loads(to_geojson(request.param())))


# It tells of a box across the antimeridian, which is as it must be.
@pytest.mark.filterwarnings("ignore:BBOX crossing the Antimeridian line")
def test_a_second_library_takes_it(collection: dict[str, Any]) -> None:
    read = FeatureCollection.model_validate(collection)
    assert len(read.features) == len(collection["features"])


def test_it_names_no_other_coordinate_system(collection: dict[str, Any]) -> None:
    assert set(collection) <= {"type", "bbox", "features"}
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}


def test_ids_are_unlike_each_other(collection: dict[str, Any]) -> None:
    ids = [feature["id"] for feature in collection["features"]]
    assert len(ids) == len(set(ids))


def test_all_positions_are_on_the_earth_longitude_first(collection: dict[str, Any]) -> None:
    for lon, lat, *rest in positions(collection["features"]):
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
        assert rest == []


def test_no_line_or_edge_jumps_across_the_antimeridian(collection: dict[str, Any]) -> None:
    for shape in shapes(collection):
        for part in shapely.get_parts(shape):
            west, _, east, _ = part.bounds
            assert east - west < 180


def test_outer_rings_turn_left_and_holes_right(collection: dict[str, Any]) -> None:
    for shape in shapes(collection):
        for part in shapely.get_parts(shape):
            if isinstance(part, shapely.Polygon):
                assert part.exterior.is_ccw
                assert not any(hole.is_ccw for hole in part.interiors)
                assert part.is_valid


def test_the_box_is_the_smallest(collection: dict[str, Any]) -> None:
    if not collection["features"]:
        assert "bbox" not in collection
        return
    west, south, east, north = collection["bbox"]
    for lon, lat in positions(collection["features"]):
        assert (west <= lon <= east) if west <= east else (lon >= west or lon <= east)
        assert south <= lat <= north


def test_a_story_across_the_antimeridian_has_a_box_across_it() -> None:
    lonely = dataclasses.replace(across(), geocodes=across().geocodes[:1], checks=())
    west, _, east, _ = json.loads(to_geojson(lonely))["bbox"]
    assert (west, east) == (176, -171.8)


def shapes(collection: dict[str, Any]) -> Iterator[Any]:
    for feature in collection["features"]:
        yield shapely.geometry.shape(feature["geometry"])


def positions(value: Any) -> Iterator[list[float]]:
    if isinstance(value, dict):
        for name, item in value.items():
            if name in {"geometry", "coordinates"}:
                yield from positions(item)
    elif value and isinstance(value[0], float | int):
        yield value
    else:
        for item in value:
            yield from positions(item)
