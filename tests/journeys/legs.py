"""A story goes in; its legs come out, in the order of the text, or as lines to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys import find_journeys

if TYPE_CHECKING:
    from geo.contracts import Leg
    from tests.journeys.story import Story


def legs_of(told: Story) -> list[Leg]:
    itineraries, problems = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    assert not problems
    for itinerary in itineraries:
        assert [leg.id for leg in itinerary.legs] == [
            f"{itinerary.id}.{number}" for number in range(1, len(itinerary.legs) + 1)
        ]
    return [leg for itinerary in itineraries for leg in itinerary.legs]


def written(legs: list[Leg]) -> list[str]:
    """Write "traveller | origin | destination | mode | status"; an end not told is empty."""
    return [
        " | ".join(
            (
                leg.traveller,
                leg.origin.place.name if leg.origin else "",
                leg.destination.place.name if leg.destination else "",
                leg.mode.value,
                leg.status.value,
            )
        ).replace("|  |", "| |")
        for leg in legs
    ]
