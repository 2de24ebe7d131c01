"""Journeys that are told without a verb of motion, and sentences beside them that tell of none.

A leg is "traveller | origin | destination | mode | status"; an empty end is not told, nor guessed.
"""

from __future__ import annotations

import pytest

from tests.journeys.story import story
from tests.journeys.test_stories import legs_of

PAIRS = [
    (
        "Two jets with tents, [[Arica]] to [[Lima]], landed on Monday night.",
        ["Two jets | Arica | Lima | air | happened"],
    ),
    (
        "An aid flight, [[Lima]] to [[Arica]], was scrapped on Sunday.",
        ["aid flight | Lima | Arica | air | cancelled"],
    ),
    (
        "The reefer Baltic Star, [[Callao]] to [[Arica]] with fruit, picked up the crew.",
        ["reefer Baltic Star | Callao | Arica | sea | under way"],
    ),
    (
        "The Sea Lark, [[Callao]] to [[Arica]] with a crew of six, sent a distress call.",
        ["The Sea Lark | Callao | Arica | sea | under way"],
    ),
    (
        "Three of the nurses flew [[Lima]] to [[Arica]] on Friday.",
        ["Three of the nurses | Lima | Arica | air | happened"],
    ),
    (
        "She was on the mail plane, [[Piura]] to [[Lima]].",
        ["She | Piura | Lima | air | happened"],
    ),
    ("The line, [[Lima]] to [[Piura]], opened in 1840.", []),
    ("The distance, [[Lima]] to [[Piura]], is 270 kilometres.", []),
    ("A flight, its owners said, between [[Lima]] and [[Piura]] is cheap.", []),
    ("Boats, [[Callao]] to [[Arica]], run every day.", []),
    ("The fare, [[Lima]] to [[Piura]], is 40 euros.", []),
    ("They compared two towns, [[Lima]] to [[Piura]], and moved [[Piura]] to third place.", []),
]


@pytest.mark.parametrize(("text", "legs"), PAIRS)
def test_a_sentence_tells_its_legs(text: str, legs: list[str]) -> None:
    told = [
        " | ".join(
            (
                leg.traveller,
                leg.origin.place.name if leg.origin else "",
                leg.destination.place.name if leg.destination else "",
                leg.mode.value,
                leg.status.value,
            )
        ).replace("|  |", "| |")
        for leg in legs_of(story(text))
        if leg.status.value != "general"
    ]
    assert told == legs
