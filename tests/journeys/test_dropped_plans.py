"""Plans that came to nothing, wishes of before, ways back, and what is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import LegStatus, Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

TOLD = [
    (
        "The minister, who was to travel from Riga to Tartu on Monday, put off the trip.",
        LegStatus.CANCELLED,
    ),
    ("A visit to Tartu by the minister was put off until May.", LegStatus.PLANNED),
    (
        "A race from Nantes to Brest was planned last autumn and struck out.",
        LegStatus.CANCELLED,
    ),
    (
        "A request to have the crates sent on to a school in Tartu was turned down.",
        LegStatus.CANCELLED,
    ),
    ("The clinic had the crates sent on to a school in Tartu.", LegStatus.HAPPENED),
    ("The choir had wanted to fly to Oslo from Turku.", LegStatus.CANCELLED),
    ("The choir wants to fly to Oslo from Turku.", LegStatus.HYPOTHETICAL),
    ("Lindqvist had thought of pressing on to Narvik.", LegStatus.CANCELLED),
    ("The ferry gave up and went back to Bari.", LegStatus.TURNED_BACK),
    ("The trawler turned round and sailed back to Bergen.", LegStatus.TURNED_BACK),
    ("The skiers turned back and were flown to Narvik.", LegStatus.HAPPENED),
    ("Anna Berg goes back to Turku today.", LegStatus.PLANNED),
    ("The wheels must still be hauled from Mombasa to Kampala.", LegStatus.PLANNED),
]


@pytest.mark.parametrize(("text", "status"), TOLD)
def test_a_plan_that_came_to_nothing_is_no_journey_made(
    services: Services, text: str, status: LegStatus
) -> None:
    legs = [leg for one in analyse(Source(text=text), services).itineraries for leg in one.legs]
    assert [leg.status for leg in legs] == [status]
