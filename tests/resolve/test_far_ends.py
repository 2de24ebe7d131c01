"""Sentences of our own: ends of voyages are the famous places, and a named holder decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse
from tests.resolve.test_placing import geocode

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The liner sailed from Plymouth to Boston.", "Plymouth", "GB"),
        ("A family drove from Plymouth to Boston.", "Plymouth", "US"),
        ("The bus crashed near San Isidro in Nicaragua.", "San Isidro", "NI"),
        ("A fire broke out in the Lebanese port of Tripoli.", "Tripoli", "LB"),
        ("A crane fell in Tripoli in Lebanon.", "Tripoli", "LB"),
    ],
)
def test_the_place_that_is_meant(text: str, words: str, country: str, services: Services) -> None:
    place = geocode(text, words, services).place
    assert place is not None
    assert place.country_code == country


def test_a_county_of_another_state_does_not_stand_for_a_great_city(services: Services) -> None:
    text = (
        "DICKSON, Tenn. — A silo burned in Dickson on Monday, Tennessee police said. A crew came "
        "from Clarksville and another flew in from Houston."
    )
    place = geocode(text, "Houston", services).place
    assert place is not None
    assert place.admin1 == "Texas"


def test_a_town_where_nothing_else_of_the_story_lies_is_in_doubt(services: Services) -> None:
    text = (
        "MOSCOW — Riders left Kazan and Samara on Monday. They rested in Ufa. Their camp is in "
        "Sun City, said the Russian police."
    )
    found = geocode(text, "Sun City", services)
    assert found.probability < 0.4


def test_below_a_chance_in_four_a_pin_is_a_guess_and_the_rivals_are_told(
    services: Services,
) -> None:
    found = geocode("A barn burned in Santa Teresa.", "Santa Teresa", services)
    assert found.place is not None
    assert found.is_guess
    assert found.evidence[0].reason.startswith("a guess: ")
    assert len(found.alternatives) > 2


def test_nothing_firm_rests_on_a_guess(services: Services) -> None:
    text = "A lorry left Springfield for Denver on Monday. Denver lies 410 km from Springfield."
    analysis = analyse(Source(text=text), services)
    geocodes = {geocode.toponym_id: geocode for geocode in analysis.geocodes}
    assert {t.name for t in analysis.toponyms if geocodes[t.id].is_guess} == {"Springfield"}
    assert [leg.origin for leg in analysis.legs] == [None]
    assert [check.verdict for check in analysis.checks] == [Verdict.NOT_ENOUGH_INFO]


@pytest.mark.parametrize(("name", "country"), [("Newcastle", "GB"), ("Hull", "GB")])
def test_a_city_known_by_a_short_name_comes_before_its_namesakes(
    name: str, country: str, services: Services
) -> None:
    found = geocode(f"A ferry left {name}.", name, services)
    assert found.place is not None
    assert found.place.country_code == country
    assert found.probability < 0.5
    assert found.alternatives


def test_where_the_story_lies_elsewhere_the_place_is_taken_to_be_unknown(
    services: Services,
) -> None:
    text = (
        "Families walked from El Fasher to Nyala in Darfur, said doctors in Khartoum. Others from "
        "Kutum reached Tine. A child was born at Korma."
    )
    found = geocode(text, "Korma", services)
    assert found.place is None
    assert found.alternatives
