"""Sentences of our own: ends of voyages are the famous places, and a named holder decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
