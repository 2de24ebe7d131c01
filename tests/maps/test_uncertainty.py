from __future__ import annotations

import dataclasses
import re

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import Candidate, Geocode, Place
from geo.geodesy import distance_m
from geo.maps.build import uncertainty
from geo.maps.build.article_map import make_spec
from geo.maps.spec.alt_text import describe
from geo.maps.spec.model import MapPlace, PlaceKind
from geo.maps.svg.map import draw_svg
from tests.maps import stories

HERE = stories.place("Springfield", -89.6437, 39.8017, admin1="Illinois", population=114_000)
NEAR = stories.place(
    "Springfield", -89.0, 39.9, admin1="Illinois", feature_id="near", population=1_200
)
FAR = stories.place("Springfield", -93.2982, 37.2153, admin1="Missouri", feature_id="far")


def geocode(place: Place, *others: tuple[Place, float]) -> Geocode:
    return Geocode(
        toponym_id="t4",
        place=place,
        probability=0.4,
        alternatives=tuple(Candidate(place=p, probability=share) for p, share in others),
    )


def test_without_others_the_ring_is_the_place_itself() -> None:
    # 114,000 people at 2,000 a square kilometre live in 57 km², a circle of 4.3 km.
    assert uncertainty.radius_m(HERE, [geocode(HERE)]) == pytest.approx(4_300, abs=100)
    village = dataclasses.replace(HERE, population=0)
    assert uncertainty.radius_m(village, [geocode(village)]) == 1_000
    hills = dataclasses.replace(HERE, feature_class="T", feature_code="MTS")
    assert uncertainty.radius_m(hills, [geocode(hills)]) == 5_000
    island = dataclasses.replace(HERE, feature_class="T", feature_code="ISL")
    assert uncertainty.radius_m(island, [geocode(island)]) == 10_000


def test_the_ring_takes_in_who_is_near_and_names_who_is_far() -> None:
    apart_m = distance_m(HERE.lon, HERE.lat, NEAR.lon, NEAR.lat)
    both = [geocode(HERE, (NEAR, 0.3), (FAR, 0.2))]
    assert uncertainty.radius_m(HERE, both) == pytest.approx(apart_m + 1_000, abs=100)
    said = uncertainty.others_words(HERE, both)
    assert "Springfield in Illinois (56 km · 35 mi away)" in said
    assert "Springfield in Missouri (429 km · 267 mi away)" in said


def test_a_region_of_its_own_name_is_told_by_its_country() -> None:
    bari = stories.place("Bari", 50.0, 10.0, admin1="Bari", country_code="SO", feature_id="bari")
    said = uncertainty.others_words(HERE, [geocode(HERE, (bari, 0.3))])
    assert said.startswith("Not sure: it may also be Bari in SO (")


def test_one_that_is_hardly_likely_or_the_very_same_does_not_count() -> None:
    unlikely = [geocode(HERE, (NEAR, 0.01), (HERE, 0.3))]
    assert uncertainty.radius_m(HERE, unlikely) == uncertainty.radius_m(HERE, [])
    assert uncertainty.others_words(HERE, unlikely) == ""


@given(lon=st.floats(-180, 180), lat=st.floats(-80, 80), people=st.integers(0, 40_000_000))
def test_the_ring_is_never_wider_than_one_area(lon: float, lat: float, people: int) -> None:
    other = dataclasses.replace(FAR, lon=lon, lat=lat, population=people)
    ring_m = uncertainty.radius_m(HERE, [geocode(HERE, (other, 0.5))])
    assert 4_300 - 100 <= ring_m <= 180_000


# Where the list of things to do asks for a look, the map shows no firm sign.
@pytest.mark.parametrize("probability", [0.4, 0.6, 0.74])
def test_the_map_says_how_unsure_a_place_is(probability: float) -> None:
    story = stories.train()
    other = dataclasses.replace(stories.VLADIVOSTOK, feature_id="other", lat=43.6, admin1="Kuban")
    geocodes = tuple(
        dataclasses.replace(
            one, probability=probability, alternatives=(Candidate(place=other, probability=0.2),)
        )
        if one.place is stories.VLADIVOSTOK
        else one
        for one in story.geocodes
    )
    spec = make_spec(
        dataclasses.replace(story, geocodes=geocodes), stories.PlainBasemap(), stories.FewCities()
    )
    shown: MapPlace = next(place for place in spec.places if place.name == "Vladivostok")
    assert shown.kind is PlaceKind.UNCERTAIN
    assert 50_000 < shown.radius_m < 65_000
    assert "may also be Vladivostok in Kuban (" in shown.note


@pytest.mark.parametrize(("probability", "is_unsure"), [(0.5, True), (0.9, False)])
def test_a_region_that_may_be_another_has_a_dashed_outline(
    probability: float, *, is_unsure: bool
) -> None:
    story = stories.train()
    region = stories.place(
        "Primorye",
        134.0,
        45.0,
        feature_class="A",
        feature_code="ADM1",
        extent=shapely.box(131, 42.5, 138, 48),
    )
    other = dataclasses.replace(region, feature_id="other", lon=38.2, lat=46.05, extent=None)
    area = dataclasses.replace(
        story.geocodes[1],
        place=region,
        probability=probability,
        alternatives=(Candidate(place=other, probability=0.4),),
    )
    story = dataclasses.replace(story, geocodes=(story.geocodes[0], area, *story.geocodes[2:]))
    spec = make_spec(story, stories.PlainBasemap(), stories.FewCities())
    (shown,) = [place for place in spec.places if place.kind is PlaceKind.REGION]
    assert shown.is_unsure is is_unsure
    assert ("may also be Primorye" in shown.note) is is_unsure
    drawing = draw_svg(spec)
    assert ("may be another place" in drawing) is is_unsure
    (outline,) = re.findall(r'<path[^>]*fill-opacity="0.06"[^>]*>', drawing)
    assert ("stroke-dasharray" in outline) is is_unsure
    words = "it may be another place of that name; drawn as an area"
    assert (words in describe(spec)) is is_unsure
