"""Sentences of our own in which a surname or a common word is a town, as local papers write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.test_placing import geocode
from tests.toponyms.test_kinds_of_fault import found

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ruth Ames, 39, of Pomeroy, was hurt when a lorry hit her car.", "Pomeroy"),
        ("The bill was put forward by Sen. Paul Lund, R-Ashland, on Monday.", "Ashland"),
        ("A Dunbar woman was found safe on Sunday.", "Dunbar"),
        ("Toledo Mayor Jean Kost says the gesture would not work everywhere.", "Toledo"),
        ("The Crestwood School Board will meet on Tuesday.", "Crestwood"),
        ("Northbrook-based Lintel Ltd. could not be reached.", "Northbrook"),
    ],
)
def test_a_town_by_its_people_and_its_offices(text: str, name: str, services: Services) -> None:
    assert name in {each.span.text for each in found(text, services)}


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Baker, 41, of counsel to the firm, declined to comment.",
        "Police said Marshall, 20, of no fixed address, was held.",
        "Michael Jordan plays golf. Jordan said that he had not been asked.",
        "The choir of Rothwell Middle School sang.",
    ],
)
def test_no_town(text: str, services: Services) -> None:
    assert [each.span.text for each in found(text, services)] == []


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("The fee rises in Hayes, Dundy and Clay counties in Nebraska.", "Clay", "Nebraska"),
        ("Volunteers from Baker, Nassau and Duval counties helped.", "Baker", "Florida"),
    ],
)
def test_counties_in_a_list(text: str, name: str, region: str, services: Services) -> None:
    place = geocode(text, name, services).place
    assert place is not None
    assert (place.feature_code, place.admin1) == ("ADM2", region)
