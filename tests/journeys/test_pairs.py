"""Journeys that are told without a verb of motion, and sentences beside them that tell of none.

A leg is "traveller | origin | destination | mode | status"; an empty end is not told, nor guessed.
"""

from __future__ import annotations

import pytest

from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

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
    (
        "The men crossed [[Peru]] to [[Arica]] by bus.",
        ["men | | Arica | road | happened"],
    ),
    ("The line, [[Lima]] to [[Piura]], opened in 1840.", []),
    ("The distance, [[Lima]] to [[Piura]], is 270 kilometres.", []),
    ("A flight, its owners said, between [[Lima]] and [[Piura]] is cheap.", []),
    ("Boats, [[Callao]] to [[Arica]], run every day.", []),
    ("The fare, [[Lima]] to [[Piura]], is 40 euros.", []),
    ("They compared two towns, [[Lima]] to [[Piura]], and moved [[Piura]] to third place.", []),
]

ROWS = [
    (
        "The cellist's week was [[Arica]] on Monday, [[Lima]] on Tuesday and [[Piura]] by Friday.",
        [
            "cellist | Arica | Lima | unknown | happened",
            "cellist | Lima | Piura | unknown | happened",
        ],
    ),
    (
        "The plan is [[Lima]] on Sunday and, a week later, [[Piura]].",
        [" | | Lima | unknown | planned", " | Lima | Piura | unknown | planned"],
    ),
    (
        "What they got was [[Lima]] on Monday, a night on benches, and [[Piura]] on Friday.",
        ["they | Lima | Piura | unknown | happened"],
    ),
    (
        "[[Arica]], [[Lima]], [[Piura]], all in 20 hours, said the driver.",
        ["driver | Arica | Lima | road | happened", "driver | Lima | Piura | road | happened"],
    ),
    (
        "The parcel was slow: [[Arica]] on Monday, [[Lima]] on Tuesday, [[Piura]] by Friday noon.",
        [
            "parcel | Arica | Lima | unknown | happened",
            "parcel | Lima | Piura | unknown | happened",
        ],
    ),
    (
        "The pope is in [[Lima]] today and will be in [[Arica]] on Monday.",
        ["pope | Lima | Arica | unknown | planned"],
    ),
    ("The results were [[Lima]] 2 on Monday and [[Piura]] 3 on Tuesday.", []),
    ("Rain is due in [[Lima]] on Monday, [[Piura]] on Tuesday and [[Arica]] by Friday.", []),
    ("The fires were in [[Lima]] on Monday and in [[Piura]] on Tuesday.", []),
    ("Police were in [[Lima]] on Monday and in [[Piura]] on Tuesday.", []),
    ("The museum was in [[Lima]] in 1990 and in [[Piura]] in 2001.", []),
    ("The days of the vote are [[Lima]] on Monday and [[Piura]] on Tuesday.", []),
    ("Matches: [[Lima]] on Monday, [[Piura]] on Tuesday, [[Arica]] on Friday.", []),
    ("[[Lima]], [[Piura]], [[Arica]], all in the north, are hot.", []),
]

THERE = [
    (
        "The pump, built in [[Lima]], was in [[Arica]] by nightfall.",
        ["pump | Lima | Arica | unknown | happened"],
    ),
    (
        "The mayor, on holiday in [[Piura]], was in [[Lima]] by Friday.",
        ["mayor | Piura | Lima | unknown | happened"],
    ),
    ("By seven the convoy was in [[Arica]].", ["convoy | | Arica | road | happened"]),
    ("The minister will be in [[Lima]] on Friday.", ["minister | | Lima | unknown | planned"]),
    ("The team will be back in [[Lima]] by Monday.", ["team | | Lima | unknown | planned"]),
    ("The final will be in [[Lima]] on Friday, and the next will be in [[Arica]] on Monday.", []),
    ("He was in [[Lima]] when the quake struck.", []),
    ("The church, built in [[Lima]], was in ruins by nightfall.", []),
    ("The ministry is in [[Lima]]. Prices in [[Arica]] will be back to normal by Monday.", []),
]
OUT = [
    (
        "The tanker, eleven days out of [[Arica]], docked at [[Callao]].",
        ["tanker | Arica | Callao | sea | happened"],
    ),
    (
        "The survey ship, out of [[Callao]] since May, has reached [[Arica]].",
        ["survey ship | Callao | Arica | sea | happened"],
    ),
    (
        "Sixty wagons were counted out of [[Lima]] and into [[Arica]].",
        ["Sixty wagons | Lima | Arica | rail | happened"],
    ),
    ("The village, ten kilometres out of [[Lima]], has no road.", []),
    ("Votes were counted in [[Lima]] and in [[Arica]].", []),
    ("The firm, based out of [[Lima]] since 2010, sells tea.", []),
]
BECAME = [
    (
        "A convoy, [[Lima]] to [[Arica]], was called back.",
        ["convoy | Lima | Arica | road | turned back"],
    ),
    (
        "A charter from [[Lima]] was refused overflight.",
        [" | Lima | | air | cancelled"],
    ),
    (
        "The king, who was to visit [[Lima]], thought better of it.",
        ["king | | Lima | unknown | cancelled"],
    ),
    (
        "A Danish club, due in [[Lima]] for a friendly, gave up at the airport.",
        ["Danish club | | Lima | unknown | cancelled"],
    ),
    ("The woman was called back by the clinic in [[Lima]].", []),
    ("He gave up at the airport in [[Lima]], and a lawyer in [[Arica]] thought better of it.", []),
]


@pytest.mark.parametrize(("text", "legs"), [*PAIRS, *ROWS, *THERE, *OUT, *BECAME])
def test_a_sentence_tells_its_legs(text: str, legs: list[str]) -> None:
    told = [leg for leg in legs_of(story(text)) if leg.status.value != "general"]
    assert written(told) == legs
