"""Stories of our own in which a place is told from a namesake that few speak of, or from none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.test_placing import geocode

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "words", "country", "admin1"),
    [
        # A great city, not a suburb of the same name that has no name in any other language.
        ("A ferry took the fiddlers to Belem by mistake.", "Belem", "BR", "Pará"),
        # A city, not a region with as many people.
        ("The cook took a fishing boat from Split to Bari.", "Bari", "IT", "Apulia"),
        # The region's city has the region's name and more.
        ("They left Cochabamba for Santa Cruz.", "Santa Cruz", "BO", "Santa Cruz"),
        ("A relay of swimmers crossed the Sava at dawn.", "Sava", "", ""),
        ("Barges wait at the mouth of the Ruhr.", "Ruhr", "DE", ""),
        ("The yawl left Barbuda and English Harbour for Antigua.", "Antigua", "AG", ""),
    ],
)
def test_which_place_is_meant(
    text: str, words: str, country: str, admin1: str, services: Services
) -> None:
    place = geocode(text, words, services).place
    assert place is not None
    assert (place.country_code, place.admin1 if admin1 else "") == (country, admin1)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Riders from Ankara, Konya and Bursa met at Johns Island.", "Johns Island", "US"),
        ("Trucks from Delhi, Patna and Lucknow met at Tisbury.", "Tisbury", "GB"),
    ],
)
def test_a_hamlet_far_from_all_else_is_no_pin_but_a_candidate(
    text: str, words: str, country: str, services: Services
) -> None:
    found = geocode(text, words, services)
    assert found.place is None
    assert country in {one.place.country_code for one in found.alternatives}


def test_the_gilbert_islands_are_not_the_middle_of_their_country(services: Services) -> None:
    place = geocode("A yawl was seen off the Gilbert Islands.", "Gilbert Islands", services).place
    assert place is not None
    assert place.lon > 0.0
