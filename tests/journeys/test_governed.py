"""What a word above a journey makes of it: wished for, refused, made after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import LegStatus, Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

OPEN = {LegStatus.HYPOTHETICAL, LegStatus.PLANNED}
NOT = {LegStatus.DENIED, LegStatus.CANCELLED}
MADE = {LegStatus.HAPPENED, LegStatus.UNDER_WAY}

WISHED = [
    "proposed a trip",
    "called for a trip",
    "asked for a trip",
    "floated a trip",
    "is eyeing a trip",
    "hopes to make a trip",
    "hopes to get a flight",
    "wants to have a trip",
    "tried to organise a trip",
    "did not rule out a trip",
    "has not ruled out a trip",
    "spoke ahead of a trip",
    "looks forward to a trip",
    "is keen on a trip",
    "signed up for a trip",
    "is raising money for a trip",
    "talked of going",
    "has to go",
    "has no choice but to go",
    "did not refuse to go",
]
NOT_MADE = [
    "refused a trip",
    "declined a trip",
    "avoided a trip",
    "opted against a trip",
    "has no plans for a trip",
    "refused to arrange a trip",
    "failed to get a flight",
    "resisted going",
    "no longer plans to go",
    "chose not to go",
    "was not allowed to go",
    "did not manage to go",
    "boycotted a trip",
]
WENT = [
    "took a trip",
    "chose to go",
    "did not fail to go",
    "did not hesitate to go",
    "happened to go",
    "had no choice but to go",
    "could not help going",
    "not only went",
    "managed to get a flight",
    "was praised for her trip",
    "had to take a flight",
]


def _statuses(text: str, services: Services) -> list[LegStatus]:
    found = analyse(Source(text=text), services).itineraries
    return [leg.status for one in found for leg in one.legs]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *((words, OPEN) for words in WISHED),
        *((words, NOT) for words in NOT_MADE),
        *((words, MADE) for words in WENT),
    ],
)
def test_a_journey_is_what_the_words_above_it_make_of_it(
    services: Services, words: str, expected: set[LegStatus]
) -> None:
    found = _statuses(f"Ana Lund {words} to Accra.", services)
    assert found
    assert set(found) <= expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is said beside a noun.
        ("A trip to Accra awaits Ana Lund.", LegStatus.PLANNED),
        ("After a trip to Accra, Ana Lund plans to write a book.", LegStatus.HAPPENED),
        ("After her visit to Accra next week, Ana Lund plans to write.", LegStatus.PLANNED),
        ("After a trip to Accra on Friday, the envoy hopes to rest.", LegStatus.PLANNED),
        ("After a trip to Accra in May, the envoy promised help.", LegStatus.HAPPENED),
        ("After the committee's visit to Accra, the state promised help.", LegStatus.HAPPENED),
        ("The mayor's trip to Accra was a success.", LegStatus.HAPPENED),
        ("It hopes to start flights between Lagos and Accra next year.", LegStatus.PLANNED),
        ("Polar Air runs daily flights from Lagos to Accra.", LegStatus.GENERAL),
        ("Flights between Lagos and Accra were rarely full.", LegStatus.GENERAL),
        ("Flights between Lagos and Accra resumed on Monday.", LegStatus.HAPPENED),
        ("Seats on flights from Lagos to Accra sell out in hours.", LegStatus.GENERAL),
        ("It costs more than a flight from Lagos to Accra.", LegStatus.GENERAL),
        ("Those on the weekly train from Lagos to Accra were robbed.", LegStatus.UNDER_WAY),
        # What was proposed, and what "not" is said of.
        ("The team proposed moving to Accra.", LegStatus.HYPOTHETICAL),
        ("The actor did not come to Accra to be famous.", LegStatus.HYPOTHETICAL),
        ("The actor did not come to Accra.", LegStatus.DENIED),
        # What the form of a verb says.
        ("Only on Monday did Ana Lund reach Accra.", LegStatus.HAPPENED),
        ("The general will not hesitate to send troops to Accra.", LegStatus.PLANNED),
        ("The ship will not fail to reach Accra.", LegStatus.PLANNED),
        ("The ship was due to sail from Lagos to Accra but stayed in port.", LegStatus.CANCELLED),
        ("The ship would sail from Lagos to Accra if it could.", LegStatus.HYPOTHETICAL),
        ("The owner said it would sail to Accra if the wind fell.", LegStatus.PLANNED),
        ("The ship is being sent from Lagos to Accra.", LegStatus.UNDER_WAY),
        ("Did the ship leave Lagos for Accra?", LegStatus.HYPOTHETICAL),
        ("Will the ship leave Lagos for Accra?", LegStatus.HYPOTHETICAL),
        ("Ana Lund has been walking from Lagos to Accra for days.", LegStatus.UNDER_WAY),
    ],
)
def test_what_a_sentence_says_became_of_a_journey(
    services: Services, text: str, expected: LegStatus
) -> None:
    assert _statuses(text, services) == [expected]


def test_who_brings_things_has_not_come_from_home(services: Services) -> None:
    assert _statuses("Ana Lund, 25, from Lagos, brought several coats.", services) == []
