"""Stories of our own from one neighbourhood, or from many: the ground that they name decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.test_placing import geocode

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "words", "country", "admin1"),
    [
        ("Ploughs went to Douglas County, Kensington, Brandon and Alexandria.", "Alexandria",
         "US", "Minnesota"),
        ("The fair moves from Denver to Waverly, Tripoli, Readlyn and Sumner this summer.",
         "Denver", "US", "Iowa"),
        ("Firefighters from Perth, Smiths Falls, Carleton Place and Lanark were called.",
         "Perth", "CA", "Ontario"),
        ("Ministers of Norway, Mexico, China, Peru and Poland met on Monday.", "Peru", "PE", ""),
        ("Trains were late in Reading, Exeter, Lincoln and Bradford.", "Exeter", "GB", ""),
        ("The storm passed Memphis, Louisville and Cincinnati before it reached Pittsburgh.",
         "Memphis", "US", "Tennessee"),
        ("Flights left New York for Boston, Chicago and Lincoln.", "New York", "US", "New York"),
    ],
)  # fmt: skip
def test_the_ground_of_a_story(
    text: str, words: str, country: str, admin1: str, services: Services
) -> None:
    found = geocode(text, words, services)
    assert found.place is not None
    assert found.place.country_code == country
    assert found.place.admin1 == admin1 or not admin1
