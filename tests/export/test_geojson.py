from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import geopandas
import shapely

from geo.export.geojson import to_geojson
from tests.maps import stories

if TYPE_CHECKING:
    from geo.contracts import Analysis


def features(analysis: Analysis) -> dict[str, dict]:  # type: ignore[type-arg]
    collection = json.loads(to_geojson(analysis))
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def test_places_routes_and_measured_lines_are_features() -> None:
    found = features(stories.train())
    assert list(found) == [
        "place:geonames:pyongyang",
        "place:geonames:vladivostok",
        "place:dateline:border of russia and north korea",
        "place:geonames:moscow",
        "route:leg1:rail",
        "measure:c1:1",
    ]
    place = found["place:geonames:pyongyang"]
    assert place["geometry"] == {"type": "Point", "coordinates": [125.7543, 39.0339]}
    assert place["properties"]["words"] == ["Pyongyang"]
    assert place["properties"]["sense"] == "literal"
    assert found["place:geonames:moscow"]["properties"]["sense"] == "associative"
    route = found["route:leg1:rail"]["properties"]
    assert (route["origin"], route["destination"]) == ("Pyongyang", "Vladivostok")
    assert route["journey"].endswith("Tuesday or Wednesday; under way")
    assert (route["departed"], route["arrived"]) == (
        "on Sunday evening",
        "on Tuesday or Wednesday",
    )
    assert route["words"] == ["The train left Pyongyang"]
    assert (route["distance_m"], route["mode"]) == (1_180_000, "rail")
    measure = found["measure:c1:1"]["properties"]
    assert (measure["verdict"], measure["low_m"], measure["fits"]) == ("supported", 125_800, True)


def test_rings_turn_as_the_standard_wants() -> None:
    story = stories.train()
    clockwise = shapely.Polygon([(0, 0), (0, 1), (1, 1), (1, 0)])
    region = stories.place("Square", 0.5, 0.5, extent=clockwise)
    geocode = dataclasses.replace(story.geocodes[0], place=region)
    found = features(dataclasses.replace(story, geocodes=(geocode,)))
    ring = found["place:geonames:square"]["geometry"]["coordinates"][0]
    assert shapely.LinearRing(ring).is_ccw


def test_another_library_reads_it() -> None:
    frame = geopandas.GeoDataFrame.from_features(json.loads(to_geojson(stories.train())), crs=4326)
    assert frame.what.value_counts().to_dict() == {"place": 4, "route": 1, "measure": 1}
    assert frame.geometry.is_valid.all()


def test_what_lacks_its_other_half_is_left_out_or_said_less_of() -> None:
    story = stories.train()
    lonely = dataclasses.replace(story, itineraries=(), claims=(), toponyms=())
    found = features(lonely)
    assert list(found) == ["route:leg1:rail"]
    assert "origin" not in found["route:leg1:rail"]["properties"]


def test_an_unknown_end_is_null() -> None:
    story = stories.train()
    leg = dataclasses.replace(next(iter(story.legs)), origin=None)
    journey = dataclasses.replace(story.itineraries[0], legs=(leg,))
    found = features(dataclasses.replace(story, itineraries=(journey,)))
    assert found["route:leg1:rail"]["properties"]["origin"] is None
