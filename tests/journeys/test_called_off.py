"""Journeys that did not take place, told in many ways; and services, which are nobody's trip.

A leg is "traveller | origin | destination | mode | status"; an empty end is not told, nor guessed.
"""

from __future__ import annotations

import pytest

from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

CALLED_OFF = [
    (
        "The surgeon was due from [[Lima]] on Friday, but her flight was cancelled.",
        ["surgeon | Lima | | unknown | cancelled"],
    ),
    (
        "The surgeon is to fly to [[Lima]] on Friday. Her trip was called off.",
        ["surgeon | | Lima | air | cancelled"],
    ),
    (
        "The trawler is to sail to [[Arica]]. Ana Bek had no luck; her trip was called off.",
        ["trawler | | Arica | sea | planned"],
    ),
    (
        "A couple bought tickets for the night ferry to [[Arica]], but the sailing was scrapped.",
        ["couple | | Arica | sea | cancelled"],
    ),
    (
        "A couple booked berths on a ship from [[Lima]] to [[Arica]].",
        ["couple | Lima | Arica | sea | planned"],
    ),
    (
        "The coach tour to [[Piura]], which 48 pensioners had booked, will not take place.",
        [" | | Piura | road | cancelled"],
    ),
    (
        "The minister's visit to [[Arica]] will not go ahead.",
        ["minister | | Arica | unknown | cancelled"],
    ),
    (
        "The minister's visit to [[Arica]] will go ahead.",
        ["minister | | Arica | unknown | planned"],
    ),
]
PROMISED = [
    (
        "Twelve rhinos had been promised to [[Arica]] but will stay in [[Piura]].",
        ["Twelve rhinos | Piura | Arica | unknown | cancelled"],
    ),
    (
        "Another had been earmarked for [[Arica]], but that move has been shelved.",
        ["Another | | Arica | unknown | cancelled"],
    ),
    (
        "A second load of pipes was meant for [[Arica]] but is still in [[Piura]].",
        ["second load of pipes | | Arica | unknown | cancelled"],
    ),
    ("The summit had been promised to [[Arica]] but will stay in [[Piura]].", []),
    ("Twelve rhinos had been promised to [[Arica]], the ministry said.", []),
]
UNDONE = [
    (
        "The boxes were to be shipped to [[Arica]]. Fog put an end to that.",
        ["boxes | | Arica | sea | cancelled"],
    ),
    (
        "The band was to fly to [[Arica]]. Nothing came of it.",
        ["band | | Arica | air | cancelled"],
    ),
    (
        "The band was to fly to [[Arica]] and go on to [[Lima]]. The plan was dropped.",
        ["band | | Arica | air | cancelled", "band | Arica | Lima | unknown | cancelled"],
    ),
    (
        "The band was to fly to [[Arica]]. That never happened.",
        ["band | | Arica | air | cancelled"],
    ),
    (
        "The band was to fly to [[Arica]]. Its plan to sing in the rain was dropped.",
        ["band | | Arica | air | planned"],
    ),
    (
        "The queen will sail to [[Arica]]. That has never happened before.",
        ["queen | | Arica | sea | planned"],
    ),
]
SERVICES = [
    ("A night bus links [[Arica]] to [[Lima]].", ["night bus | Arica | Lima | road | general"]),
    (
        "A ferry connecting [[Arica]] and [[Callao]] was out of order.",
        ["ferry | Arica | Callao | sea | general"],
    ),
    ("The new road links [[Arica]] to [[Lima]].", []),
    ("Police linked the man to [[Lima]].", []),
    (
        "The express used to run three times a week between [[Arica]] and [[Lima]].",
        ["express | Arica | Lima | rail | general"],
    ),
    (
        "Villagers are driven from [[Lima]] to the mine at [[Arica]] every second Sunday.",
        ["Villagers | Lima | Arica | road | general"],
    ),
    (
        "Between [[Arica]] and [[Lima]] a bus used to run four times a week.",
        ["bus | Arica | Lima | road | general"],
    ),
    (
        "The supply ship from [[Callao]] needs six days to reach [[Arica]].",
        ["supply ship | Callao | Arica | sea | general"],
    ),
    (
        "The supply ship from [[Callao]] needed six days to reach [[Arica]].",
        ["supply ship | Callao | Arica | sea | happened"],
    ),
    ("The trucks then return empty to [[Arica]].", []),
    (
        "The trucks returned empty to [[Arica]].",
        ["trucks | | Arica | road | happened"],
    ),
    (
        "To get to [[Arica]] you take a boat from [[Callao]].",
        ["you | Callao | Arica | sea | general"],
    ),
]
OTHERWISE = [
    (
        "A plane from [[Lima]] to [[Piura]] had to land in [[Guayaquil]] on Tuesday.",
        ["plane | Lima | Piura | air | diverted"],
    ),
    (
        "The jet, bound from [[Lima]] to [[Arica]], ran low on fuel and came down at [[Piura]].",
        ["jet | Lima | Arica | air | diverted"],
    ),
    (
        "The jet, bound from [[Lima]] to [[Arica]], came down at [[Piura]] for fuel.",
        ["jet | Lima | Arica | air | happened"],
    ),
    (
        "A ferry left [[Callao]] for [[Arica]] but could not berth there and went on to [[Lima]].",
        ["ferry | Callao | Arica | sea | diverted"],
    ),
    (
        "A jet from [[Lima]] to [[Arica]] put down at [[Piura]] as a precaution.",
        ["jet | Lima | Arica | air | diverted"],
    ),
    (
        "The morning flight from [[Lima]] came down in [[Piura]] instead.",
        ["morning flight | Lima | Piura | air | diverted"],
    ),
    (
        "Flight 2 from [[Lima]] to [[Arica]] was far out, and the pilot took it back to [[Lima]].",
        ["Flight 2 | Lima | Arica | air | turned back"],
    ),
    (
        "A truck that had set out from [[Lima]] struck a bridge and was towed back.",
        ["truck | Lima | | road | turned back"],
    ),
    (
        "An airlift from [[Lima]] to [[Arica]], suspended in May, is to be resumed.",
        [" | Lima | Arica | air | planned"],
    ),
    (
        "The ferry left [[Callao]] for [[Arica]] but could not berth there.",
        ["ferry | Callao | Arica | sea | under way"],
    ),
]


@pytest.mark.parametrize(("text", "legs"), [*CALLED_OFF, *PROMISED, *UNDONE, *SERVICES, *OTHERWISE])
def test_a_journey_that_was_not_made_as_meant(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs
