from __future__ import annotations

import dataclasses
import json
import math
import re
from datetime import date
from typing import TYPE_CHECKING

import geopandas
import pytest
import shapely

from geo.contracts import Analysis, End, Evidence, When
from geo.export.geojson import to_geojson
from geo.export.geopackage import to_geopackage
from geo.export.tables import COLUMNS, to_geodataframes
from geo.settings import REPOSITORY
from geo.wording import journey_words
from tests.maps import stories

if TYPE_CHECKING:
    from pathlib import Path


def documented(heading: str) -> dict[str, list[str]]:
    """Read from the documentation which columns each part under such a heading has."""
    text = (REPOSITORY / "docs" / "columns.md").read_text("utf-8")
    parts = (re.split(r"\n##+ ", part)[0] for part in text.split(f"\n{heading} ")[1:])
    return {
        part.split("\n", 1)[0]: re.findall(r"^\| (\w+) \| \S", part, re.MULTILINE)[1:]
        for part in parts
    }


def test_every_column_is_documented_and_no_other() -> None:
    told = documented("##")
    assert told.pop("In GeoJSON") == []
    assert told == {name: list(columns) for name, columns in COLUMNS.items()}
    frames = to_geodataframes(stories.train())
    assert told == {name: list(frame)[:-1] for name, frame in frames.items()}


def test_every_property_of_geojson_is_documented_and_no_other() -> None:
    features = json.loads(to_geojson(stories.train()))["features"]
    held = {feature["properties"]["what"]: list(feature["properties"]) for feature in features}
    assert documented("###") == held


def test_rows_say_what_the_analysis_says() -> None:
    frames = to_geodataframes(stories.train())
    places, routes, claims = frames["places"], frames["routes"], frames["claims"]
    assert list(places["name"]) == [
        "Pyongyang",
        "Vladivostok",
        "border of Russia and North Korea",
        "Moscow",
    ]
    assert places.mentions.tolist() == [2, 2, 1, 1]
    assert places.sense.tolist() == ["literal", "literal", "literal", "associative"]
    assert (places.geometry.x == places.lon).all()
    assert frames["outlines"].name.tolist() == ["border of Russia and North Korea"]
    assert routes.loc[0, ["origin", "destination"]].tolist() == ["Pyongyang", "Vladivostok"]
    assert routes.journey.tolist() == [
        (
            "The leader, by rail, from Pyongyang to Vladivostok; left Sunday evening, "
            "expected Tuesday or Wednesday; under way"
        )
    ]
    assert routes.distance_m.tolist() == [1_180_000]
    assert claims.about[0] == "Vladivostok; the Russia–North Korea border"
    assert claims.verdict.tolist() == ["supported", "refuted", "supported", "supported"]
    assert claims.judged_with[2] == "c4; c2"
    assert claims.geometry.notna().tolist() == [True, False, False, False]
    assert frames["readings"].fits.tolist() == [True, False, True]


@pytest.mark.parametrize("layer", list(COLUMNS))
def test_a_table_without_rows_has_the_same_columns_and_types(layer: str) -> None:
    full = to_geodataframes(stories.train())[layer]
    bare = dataclasses.replace(
        stories.train(), geocodes=(), itineraries=(), routes=(), claims=(), checks=()
    )
    empty = to_geodataframes(bare)[layer]
    assert len(empty) == 0
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()
    assert empty.crs == full.crs == "EPSG:4326"


def test_what_lacks_its_other_half_is_said_less_of() -> None:
    story = stories.train()
    frames = to_geodataframes(dataclasses.replace(story, itineraries=(), checks=(), toponyms=()))
    assert frames["routes"].loc[0, ["leg_id", "origin", "mode"]].tolist() == ["leg1", "", ""]
    assert frames["claims"].verdict.tolist() == [""] * 4
    assert frames["claims"].expected_low_si.isna().all()
    assert len(frames["places"]) == 0


def test_an_unknown_end_is_empty_and_days_are_told() -> None:
    story = stories.train()
    day = date(2023, 9, 10)
    leg = dataclasses.replace(
        next(iter(story.legs)),
        origin=None,
        destination=None,
        via=(End(toponym_id="t6", place=stories.MOSCOW),),
        departed=When(text="on Sunday", earliest=day, latest=day),
        arrived=None,
        evidence=(Evidence(reason="no words"),),
    )
    journey = dataclasses.replace(story.itineraries[0], legs=(leg,))
    row = to_geodataframes(dataclasses.replace(story, itineraries=(journey,)))["routes"].iloc[0]
    assert (row.origin, row.destination, row.via) == ("", "", "Moscow")
    assert (row.departed, row.arrived, row.words) == ("on Sunday (2023-09-10)", "", "")


def test_files_say_that_a_way_is_only_likely() -> None:
    story = stories.train()
    assert not to_geodataframes(story)["routes"].mode_likely.any()
    why = Evidence(reason="likely by rail, as the story tells of “a train”")
    legs = tuple(dataclasses.replace(leg, likely_mode=why) for leg in story.legs)
    journey = dataclasses.replace(story.itineraries[0], legs=legs)
    guessed = dataclasses.replace(story, itineraries=(journey,))
    assert to_geodataframes(guessed)["routes"].mode_likely.all()
    told = [one["properties"] for one in json.loads(to_geojson(guessed))["features"]]
    assert [one["mode_likely"] for one in told if one["what"] == "route"] == [True]
    assert Analysis.from_json(guessed.to_json()).itineraries == guessed.itineraries


def test_a_leg_without_a_line_has_a_row_of_its_own(tmp_path: Path) -> None:
    story = stories.train()
    undrawn = dataclasses.replace(story, routes=(), claims=(), checks=())
    routes = to_geodataframes(undrawn)["routes"]
    assert routes.leg_id.tolist() == [leg.id for leg in story.legs]
    assert routes.journey.tolist() == [journey_words(leg) for leg in story.legs]
    assert set(routes.follows) == {""}
    assert routes.distance_m.isna().all()
    assert routes.geometry.isna().all()
    (tmp_path / "story.gpkg").write_bytes(to_geopackage(undrawn))
    stored = geopandas.read_file(tmp_path / "story.gpkg", layer="routes")
    assert stored.journey.tolist() == routes.journey.tolist()
    assert stored.geometry.isna().all()


def test_a_route_along_which_no_way_is_known_has_no_geometry() -> None:
    story = stories.train()
    unknown = dataclasses.replace(story.routes[0], geometry=shapely.MultiLineString())
    layers = dataclasses.replace(story, routes=(unknown, *story.routes[1:]))

    assert to_geodataframes(layers)["routes"].geometry.iloc[0] is None
    assert to_geopackage(layers)  # and no warning that the layer is none


def test_an_interval_without_upper_limit_is_empty_there() -> None:
    story = stories.train()
    claim = story.claims[0]
    endless = dataclasses.replace(
        claim, quantity=dataclasses.replace(claim.quantity, high_si=math.inf)
    )
    claims = to_geodataframes(dataclasses.replace(story, claims=(endless,)))["claims"]
    assert claims.high_si.isna().all()


def test_lines_are_cut_at_the_antimeridian() -> None:
    story = stories.train()
    across = dataclasses.replace(
        story.routes[0], geometry=shapely.LineString([(178.0, -18.0), (183.0, -16.0)])
    )
    line = to_geodataframes(dataclasses.replace(story, routes=(across,)))["routes"].geometry[0]
    assert line.geom_type == "MultiLineString"
    assert line.bounds[0] >= -180
    assert line.bounds[2] <= 180
    assert line.length == pytest.approx(shapely.LineString([(178, -18), (183, -16)]).length)
