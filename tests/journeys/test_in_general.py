"""What goes again and again is nobody's journey; what took somebody hours was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

GENERAL = (
    "The ferry leaves Lagos for Accra at noon every day.",
    "The ferry leaves Lagos for Accra at noon daily.",
    "A ferry leaves Accra for Lome at noon every day.",
    "A ferry sails from Lagos to Accra twice a week.",
    "The airline flies from Lagos to Accra three times a week.",
    "The train runs from Lagos to Accra on Mondays.",
    "It takes us nine hours to reach Accra from Lagos.",
    "It took nine hours to reach Accra from Lagos.",
)
MADE = {
    "The ferry leaves Lagos for Accra at noon.": "under way",
    "It took the men nine hours to drive from Lagos to Accra.": "happened",
    "It took us nine hours to reach Accra from Lagos.": "happened",
    "It will take the convoy nine hours to reach Accra from Lagos.": "planned",
}


def _statuses(text: str, services: Services) -> list[str]:
    found = analyse(Source(text=text), services).itineraries
    return [str(leg.status) for one in found for leg in one.legs]


@pytest.mark.parametrize("text", GENERAL)
def test_a_service_is_told_in_general(text: str, services: Services) -> None:
    assert _statuses(text, services) == ["general"]


@pytest.mark.parametrize("text", MADE)
def test_one_journey_is_told_as_what_became_of_it(text: str, services: Services) -> None:
    assert _statuses(text, services) == [MADE[text]]


def test_whom_it_took_so_long_has_travelled(services: Services) -> None:
    text = "It took Ana Lund nine hours to get to Accra."
    (journey,) = analyse(Source(text=text), services).itineraries

    assert journey.legs[0].traveller == "Ana Lund"


def test_what_would_take_hours_is_no_plan(services: Services) -> None:
    text = "It would take the convoy nine hours to reach Accra from Lagos."

    assert _statuses(text, services) == ["general"]
