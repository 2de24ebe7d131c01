"""A story that names no point is shown by the land of its states and countries."""

from __future__ import annotations

import dataclasses

import pytest
import shapely

from geo import wiring
from geo.contracts import Place, Source
from geo.maps.build.article_map import MapSpec, make_spec
from geo.maps.spec.alt_text import alt_text, describe_map
from geo.maps.spec.model import PlaceKind
from geo.pipeline import analyse
from geo.settings import Settings
from tests.maps import stories

STATE = stories.place(
    "Ryanggang", 128.2, 41.4, feature_class="A", feature_code="ADM1", country_code="KP"
)
COUNTRY = stories.place(
    "North Korea",
    127.0,
    40.0,
    feature_class="A",
    feature_code="PCLI",
    country_code="KP",
    # With an island far off, which is no reason to show the world.
    extent=shapely.MultiPolygon([shapely.box(124, 38, 131, 43), shapely.box(-60, 0, -59, 1)]),
)


def map_of(*places: tuple[Place, float]) -> MapSpec:
    """Draw a story of which nothing is known but some places, and how sure each is."""
    story = stories.train()
    geocodes = tuple(
        dataclasses.replace(geocode, place=place, probability=sure, alternatives=())
        for geocode, (place, sure) in zip(story.geocodes, places, strict=False)
    )
    bare = dataclasses.replace(
        story,
        toponyms=story.toponyms[: len(places)],
        geocodes=geocodes,
        itineraries=(),
        routes=(),
        claims=(),
        checks=(),
    )
    return make_spec(bare, stories.PlainBasemap(), stories.FewCities())


@pytest.mark.parametrize(("sure", "is_unsure"), [(0.95, False), (0.5, True)])
def test_a_state_is_drawn_and_framed(sure: float, *, is_unsure: bool) -> None:
    spec = map_of((STATE, sure))
    (place,) = spec.places
    # By the words of the story, which say Pyongyang.
    assert (place.kind, place.name) == (PlaceKind.REGION, "Pyongyang (Ryanggang)")
    assert place.is_unsure is is_unsure
    assert place.outline
    assert 124 < spec.frame.west <= 127
    assert 129 <= spec.frame.east < 132
    assert alt_text(spec) == "Map of Pyongyang (Ryanggang)."


def test_a_country_is_framed_by_its_largest_land_and_named() -> None:
    spec = map_of((COUNTRY, 0.99))
    assert not spec.places
    assert 120 < spec.frame.west < 124.1
    assert 130.9 < spec.frame.east < 135
    assert alt_text(spec) == "Map of North Korea."
    assert describe_map(spec) == "The map shows North Korea."


def test_land_that_may_be_another_widens_no_map() -> None:
    far = dataclasses.replace(COUNTRY, name="Elsewhere", feature_id="far", country_code="BR")
    far = dataclasses.replace(far, extent=shapely.box(-60, -30, -40, 0))
    alone = map_of((STATE, 0.95))
    assert map_of((STATE, 0.95), (far, 0.5)).frame == alone.frame
    assert map_of((STATE, 0.95), (far, 0.95)).frame != alone.frame
    near = dataclasses.replace(far, country_code="KP", extent=shapely.box(120, 38, 125, 40))
    assert map_of((STATE, 0.95), (near, 0.5)).frame != alone.frame


def test_a_point_is_what_a_story_is_framed_by_where_it_names_one() -> None:
    spec = map_of((STATE, 0.95), (stories.VLADIVOSTOK, 0.95))
    (place,) = spec.places
    assert place.name == "Vladivostok"
    assert spec.frame.west > 129


def test_states_of_real_maps_are_in_view() -> None:
    text = "Schools across Ohio and Iowa were closed on Monday as storms moved east."
    settings = Settings()
    services = wiring.kept_services(settings)
    spec = make_spec(analyse(Source(text=text), services), wiring.basemap(), services.gazetteer)
    assert {place.name for place in spec.places if place.outline} == {"Ohio", "Iowa"}
    assert -102 < spec.frame.west < -96
    assert -81 < spec.frame.east < -77
