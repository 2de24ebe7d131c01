"""One sentence at a time: who, from, to, via, by what, how sure and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.journeys import find_journeys
from tests.journeys.sentences import FALSE_FRIENDS, JOURNEYS, Expected
from tests.journeys.story import story

if TYPE_CHECKING:
    from geo.contracts import Leg


def shown(leg: Leg) -> Expected:
    departed = leg.departed.text if leg.departed else ""
    arrived = f" > {leg.arrived.text}" if leg.arrived else ""
    return (
        leg.traveller,
        leg.origin.place.name if leg.origin else "",
        leg.destination.place.name if leg.destination else "",
        ", ".join(end.place.name for end in leg.via),
        leg.mode.value,
        leg.status.value,
        departed + arrived,
    )


@pytest.mark.parametrize("marked", JOURNEYS)
def test_journeys_of_a_sentence(marked: str) -> None:
    told = story(marked)
    itineraries, problems = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    assert [shown(leg) for itinerary in itineraries for leg in itinerary.legs] == list(
        JOURNEYS[marked]
    )
    assert not problems


@pytest.mark.parametrize("marked", FALSE_FRIENDS)
def test_false_friends_are_no_journeys(marked: str) -> None:
    told = story(marked)
    itineraries, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    assert [shown(leg) for itinerary in itineraries for leg in itinerary.legs] == []
