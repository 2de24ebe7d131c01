from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest
import shapely

from geo.adapters.gazetteer.lookup import open_gazetteer
from geo.errors import ArticleError, TableError
from geo.maps.build.article_map import make_spec
from geo.maps.build.points.points_map import About, make_points_spec
from geo.maps.build.points.rows import Columns
from geo.maps.layout.map_layout import lay_out
from geo.maps.layout.points import hexagons, lay_out_points, steps_of
from geo.maps.layout.projection import make_view
from geo.maps.page.html import render_page
from geo.maps.spec.columns import decode_counts, decode_points, decode_texts
from geo.maps.spec.model import MapSpec, spec_schema
from geo.maps.svg.map import draw_svg
from geo.settings import Settings
from geo.wiring import basemap
from tests.maps import stories, world

DAY = date(2026, 11, 25)


@cache
def cities(number: int, *, west: float = -180.0, east: float = 180.0) -> Columns:
    """Real places of the gazetteer, the largest first."""
    found = open_gazetteer(Settings()).cities_within(
        west=west, south=-60.0, east=east, north=84.0, limit=number
    )
    return Columns(
        lon=np.array([place.lon for place in found]),
        lat=np.array([place.lat for place in found]),
        names=[place.name for place in found],
        counts=np.array([float(place.population) for place in found]),
        notes=[place.country_code for place in found],
    )


@cache
def spec_of(number: int) -> MapSpec:
    about = About(title="Cities", count_word="people", source="GeoNames (CC BY 4.0)", made=DAY)
    return make_points_spec(cities(number), basemap(), about)


def points(*rows: tuple[float, float, str]) -> MapSpec:
    lon, lat, names = zip(*rows, strict=True)
    columns = Columns(lon=np.array(lon), lat=np.array(lat), names=list(names))
    return make_points_spec(columns, basemap(), About(made=DAY))


def test_every_place_is_in_the_columns_with_its_name_and_count() -> None:
    many = spec_of(2_000).points
    given = cities(2_000)
    assert many is not None
    assert many.total == 2_000
    assert given.notes is not None
    assert given.counts is not None
    back = sorted(
        zip(decode_texts(many.names), decode_counts(many), *decode_points(many).T, strict=True)
    )
    told = sorted(zip(given.names, given.counts, given.lon, given.lat, strict=True))
    assert [row[:2] for row in back] == [row[:2] for row in told]
    apart = np.array([row[2:] for row in back]) - np.array([row[2:] for row in told])
    # A place may be on another turn of longitudes than its usual figure.
    assert np.abs((apart + 180.0) % 360.0 - 180.0).max() < 1e-5


def test_a_spec_with_columns_comes_back_and_is_in_the_schema() -> None:
    spec = spec_of(2_000)
    assert spec.version == 4
    assert MapSpec.from_json(spec.to_json()) == spec
    assert "PointColumns" in spec_schema()["$defs"]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ('{"version": 2, "cards": []}', "version 2; this program reads version 4"),
        ('{"cards": []}', "not the data of a map"),
        ('{"version": 4}', "not the data of a map"),
        ("no json", "not the data of a map"),
    ],
)
def test_data_of_another_version_are_refused_in_a_sentence(raw: str, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        MapSpec.from_json(raw)


def test_a_hundred_thousand_places_take_less_than_five_megabytes() -> None:
    assert len(render_page(spec_of(100_000)).encode()) < 5_000_000


@pytest.mark.parametrize("number", [2_000, 20_000, 100_000])
@pytest.mark.parametrize("width_px", [380, 820])
def test_the_drawing_of_any_number_has_a_bounded_size(number: int, width_px: int) -> None:
    spec = spec_of(number)
    whole = draw_svg(spec, width_px=width_px)
    assert len(whole) - len(draw_svg(replace(spec, points=None), width_px=width_px)) < 60_000
    assert "Shanghai" in whole
    assert "people" in whole or "places per spot" in whole


@pytest.mark.parametrize("width_deg", [0.0, 0.001, 0.2, 5.0, 360.0])
@pytest.mark.parametrize("number", [1, 4_001, 20_000])
def test_any_number_of_places_in_a_street_a_city_or_the_world_is_drawn(
    width_deg: float, number: int
) -> None:
    chance = np.random.default_rng(number)
    lon = (2.0 + width_deg * chance.random(number) + 180.0) % 360.0 - 180.0
    lat = 48.0 - min(width_deg, 130.0) * chance.random(number)
    columns = Columns(lon=lon, lat=lat, names=[f"Stop {k}" for k in range(number)])
    spec = make_points_spec(columns, basemap(), About(made=DAY))
    assert spec.points is not None
    assert spec.points.total == number
    drawn = lay_out(spec, width_px=820, height_px=None).points_layer
    assert drawn is not None
    dots = [len(group.points) for group in drawn.dots]
    assert all(dots)
    assert drawn.is_binned or sum(dots) == number
    whole = draw_svg(spec, width_px=820)
    assert len(whole) > len(draw_svg(replace(spec, points=None), width_px=820))


def test_the_page_tells_the_largest_as_a_table_without_a_script() -> None:
    page = render_page(spec_of(2_000))
    still = page[page.index("<main") : page.index("</main>")]
    assert "The first 300 of 2,000 places by people" in still
    assert still.count('<th scope="row">') == 300
    assert "What the article says" not in still


def test_one_place_is_one_place() -> None:
    page = render_page(points((0.0, 0.0, "here"), (0.0, 0.0, "here")))
    assert "<caption>1 place</caption>" in page


def test_rows_that_are_left_out_are_said_in_the_page() -> None:
    spec = points((0.0, 0.0, "here"), (500.0, 0.0, "nowhere"))
    assert "1 row is not on the map" in "".join(phrase.text for phrase in spec.result)
    assert "row 2" in render_page(spec)


def test_a_table_with_nothing_to_show_is_said_in_a_sentence() -> None:
    with pytest.raises(TableError, match="no coordinates: row 1"):
        points((np.nan, 0.0, "x"))


def test_places_on_both_sides_of_180_degrees_lie_together() -> None:
    spec = points((179.4, -16.4, "Labasa"), (-180.0, -16.9, "Taveuni"), (-175.2, -21.1, "Nuku"))
    assert spec.frame.east - spec.frame.west < 10
    assert spec.points is not None
    lon = decode_points(spec.points)[:, 0]
    assert lon.max() - lon.min() < 6
    layout = lay_out(spec, width_px=820, height_px=None)
    assert layout.points_layer is not None
    assert sum(len(dots.points) for dots in layout.points_layer.dots) == 3


def test_the_poles_stand_on_the_map() -> None:
    spec = points((0.0, 90.0, "North Pole"), (77.0, 82.0, "Near"), (-50.0, -90.0, "South Pole"))
    view = make_view(spec.frame, spec.basemap.bounds, 820, None)
    cloud = lay_out_points(spec, view)
    assert cloud is not None
    assert sum(len(dots.points) for dots in cloud.dots) == 3


def test_cells_count_every_place_once() -> None:
    chance = np.random.default_rng(3)
    spread = chance.uniform(0, 800, (5_000, 2))
    middles, numbers = hexagons(spread, 13.0)
    assert numbers.sum() == 5_000
    apart = shapely.STRtree(shapely.points(middles)).query_nearest(
        shapely.points(middles), exclusive=True, return_distance=True
    )[1]
    assert apart.min() > 12.9
    middle = shapely.STRtree(shapely.points(middles))
    far = middle.query_nearest(shapely.points(spread), return_distance=True)[1]
    assert far.max() <= 13.0 / np.sqrt(3) + 0.01


def test_steps_are_few_and_round() -> None:
    assert steps_of(1, 1) == [1]
    assert steps_of(1, 80) == [1, 3, 10, 30]
    assert steps_of(15_000, 24_000_000) == [1e4, 1e5, 1e6, 1e7]
    for high in (2, 57, 999, 12_345, 1e9, 5e14):
        steps = steps_of(1, high)
        assert 1 <= len(steps) <= 5
        assert steps[-1] <= high


def test_hostile_words_stay_words_in_every_column() -> None:
    evil = "</script><svg onload=alert(1)>\"'`&{{ 7*7 }}\x00\u202e\n"
    columns = Columns(
        lon=np.array([10.0, 11.0]),
        lat=np.array([50.0, 51.0]),
        names=[evil, evil * 4_000],
        counts=np.array([1.0, 40.0]),
        categories=[evil, "port"],
        notes=[evil, evil],
    )
    about = About(title=evil, count_word=evil, source=evil, url=evil, language=evil, made=DAY)
    page = render_page(make_points_spec(columns, basemap(), about))
    assert page.count("<script") == 4  # what starts it, packed; the map; what unpacks it
    assert "<svg onload" not in page
    assert "\x00" not in page
    assert len(page) < 600_000
    assert re.search(r"&lt;/script&gt;&lt;svg onload=alert", page)


def test_a_long_story_keeps_its_first_places_as_signs_and_the_others_as_columns() -> None:
    here = [
        world.place(f"Place {k}", 20 + (k % 20) * 0.7, 45 + (k // 20) * 0.5, "UA")
        for k in range(200)
    ]
    spec = world.spec_of(here, [(150, 160, world.Mode.RAIL)])
    assert len(spec.places) == 60
    assert spec.places[0].name == "Place 150"
    assert spec.points is not None
    assert spec.points.total == 140
    shown = {place.name for place in spec.places} | set(decode_texts(spec.points.names))
    assert shown == {place.name for place in here}
    assert "200" in "".join(phrase.text for phrase in spec.result)


def test_a_usual_story_has_no_columns() -> None:
    spec = make_spec(stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=DAY)
    assert spec.points is None
