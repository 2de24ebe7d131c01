"""Sentences of our own: a distance between two names tells of which places they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse
from geo.read import read_text
from geo.resolve.stated import stated_distances
from tests.named import places_named
from tests.resolve.test_placing import geocode

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "words", "admin1"),
    [
        ("The van was found in Whittier, 60 miles from Anchorage.", "Whittier", "Alaska"),
        ("The clinic at Springfield, 24 miles from Dayton, shut.", "Springfield", "Ohio"),
        ("A bus left Lebanon, 30 miles east of Nashville.", "Lebanon", "Tennessee"),
        ("The clinic at Springfield shut.", "Springfield", "Missouri"),
        ("Hay came from Alpine, 22 miles west of Marfa.", "Alpine", "Texas"),
    ],
)
def test_of_namesakes_the_one_is_meant_that_lies_as_far_as_is_said(
    text: str, words: str, admin1: str, services: Services
) -> None:
    place = geocode(text, words, services).place
    assert place is not None
    assert place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "km", "bearing_deg"),
    [
        ("Lyon, 40 km from Vienne, was dark.", 40.0, None),
        ("Lyon lies some 40 km to the north of Vienne.", 40.0, 0.0),
        ("Lyon, which the army says is 40 km north-west of Vienne.", 40.0, 315.0),
        ("Lyon, a port 40 km (25 miles) from the town of Vienne.", 40.0, None),
        ("Lyon and Vienne are 40 km apart.", 40.0, None),
        ("They know the 40 km road from Lyon to Vienne.", 40.0, None),
        ("From Vienne they rode to Lyon, about 40 km to the north.", 40.0, 0.0),
        ("From Vienne they rode to Lyon, 40 km to the north of which it rained.", None, None),
        ("Vienne was dark.\n\nThey rode to Lyon, 40 km to the north.", None, None),
        ("Lyon said his men were 40 km from Vienne.", None, None),
        ("Lyon and the rest rode 40 km from Vienne.", None, None),
        ("In Lyon it rained. Then 40 km from Vienne it did not.", None, None),
    ],
)
def test_what_is_stated_between_two_names(
    text: str, km: float | None, bearing_deg: float | None, services: Services
) -> None:
    article, _ = read_text(Source(text=text), services.settings)
    found = stated_distances(article, places_named(article, services))
    expected = [] if km is None else [(round(km * 1000.0), bearing_deg)]
    assert [(round(one.distance_m), one.bearing_deg) for one in found] == expected


def test_a_figure_that_names_no_far_end_tells_namesakes_apart_and_rules_out_none(
    services: Services,
) -> None:
    text = "From Hanover the children go by bus to a camp in Friedland, {} to the south."
    near = geocode(text.format("about 110 kilometres"), "Friedland", services)
    assert near.place is not None
    assert near.place.lat < 52.0
    far = geocode("He drove from Lyon to Paris, 40 km to the south.", "Paris", services)
    assert far.place is not None
    assert far.place.country_code == "FR"


def test_what_only_a_distance_makes_likely_is_a_guess_and_proves_nothing(
    services: Services,
) -> None:
    text = "A bus left Lebanon, 30 miles east of Nashville."
    found = geocode(text, "Lebanon", services)
    assert found.is_guess
    assert "as far away as the story says" in found.evidence[0].reason
    checks = analyse(Source(text=text), services).checks
    assert {check.verdict for check in checks} <= {Verdict.NOT_ENOUGH_INFO}


def test_a_small_place_far_from_where_it_is_said_to_lie_is_not_meant(services: Services) -> None:
    found = geocode("Aid reached Korma, 70 km northwest of El Fasher.", "Korma", services)
    assert found.place is None


def test_a_wrong_distance_moves_no_well_known_city(services: Services) -> None:
    found = geocode("Paris lies 300 km from Marseille.", "Paris", services)
    assert found.place is not None
    assert found.place.country_code == "FR"
    assert found.probability > 0.8


def test_countries_that_a_border_is_named_by_say_where_the_story_lies(services: Services) -> None:
    near = geocode("A mill at Moura burned, on Mali's border with Niger.", "Moura", services)
    far = geocode("A mill at Moura burned.", "Moura", services)
    assert near.probability < far.probability < 0.7
