"""Both ends of each leg, by the leg before, the place of the story or the mover's own words.

A leg is "traveller | origin | destination | mode | status"; an empty end is not told, nor guessed.
"""

from __future__ import annotations

import pytest

from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

NAMED = [
    (
        "Ana Lund slept in [[Lima]]. On Monday she left Old Mill for [[Piura]].",
        ["Ana Lund | | Piura | unknown | under way"],
    ),
    (
        "[[LIMA|Lima]] — A trawler left [[Arica]] on Monday and arrived off Gull Rock on Friday.",
        ["trawler | Arica | | sea | happened"],
    ),
    (
        "[[BERGEN|Callao]] — The ferry from [[Arica]] brought 212 passengers here on Tuesday.",
        ["212 passengers | Arica | Callao | sea | happened"],
    ),
    (
        "A trawler called at [[Arica]]. It left the [[~Chilean|Chile]] port for [[Lima]].",
        ["trawler | Arica | Lima | sea | under way"],
    ),
]
ON_THE_WAY = [
    (
        "Ana Lund was driving to [[Piura]] when a bus hit her. She was taken to [[Lima]].",
        [
            "Ana Lund | | Piura | road | under way",
            "Ana Lund | | Lima | unknown | happened",
        ],
    ),
    (
        "Three lorries turned round at [[Arica]] and are heading back to [[Santiago]].",
        ["Three lorries | Arica | Santiago | road | turned back"],
    ),
    (
        "A couple landed in [[Lima]]. Police had flown them out. They mean to go to [[Piura]].",
        [
            "couple | | Lima | air | happened",
            "couple | Lima | Piura | unknown | planned",
        ],
    ),
    (
        "Six men were moved to [[Lima]], 12 km (7 miles) from [[Callao]].",
        ["Six men | | Lima | unknown | happened"],
    ),
]
TWICE = [
    (
        (
            "The envoy scrapped a visit to [[Piura]]. The envoy had been scheduled to fly from "
            "[[Arica]] to [[Lima]] and on to [[Piura]]."
        ),
        [
            "envoy | Arica | Lima | air | cancelled",
            "envoy | Lima | Piura | air | cancelled",
        ],
    ),
    (
        "Fourteen trucks reached [[Piura]] on Monday. The convoy had left [[Lima]] on Friday.",
        ["Fourteen trucks | Lima | Piura | road | happened"],
    ),
    (
        "In [[Lima]], rocks fell, and a bus that had left for [[Piura]] got stuck.",
        ["bus | Lima | Piura | road | under way"],
    ),
    (
        "In [[Lima]], a minister said that a bus had left for [[Piura]].",
        ["bus | | Piura | road | reported"],
    ),
    (
        "The team flew from [[Lima]] to [[Arica]]. The referee drove up from [[Antofagasta]].",
        [
            "team | Lima | Arica | air | happened",
            "referee | Antofagasta | Arica | road | happened",
        ],
    ),
]
FOLLOWED = [
    (
        "A coach carried 30 fans from [[Lima]] to [[Piura]]. The others followed by train.",
        ["30 fans | Lima | Piura | road | happened", "others | Lima | Piura | rail | happened"],
    ),
    (
        "Three tankers left [[Arica]] for [[Lima]]. Another, from [[Guayaquil]], is to follow.",
        [
            "Three tankers | Arica | Lima | sea | under way",
            "Another | Guayaquil | Lima | sea | planned",
        ],
    ),
    (
        "The envoy flew from [[Lima]] to [[Piura]]. Another reception followed on Friday.",
        ["envoy | Lima | Piura | air | happened"],
    ),
    (
        "A bus took fans from [[Lima]] to [[Piura]]. The bus was followed by two police cars.",
        ["fans | Lima | Piura | road | happened"],
    ),
]


@pytest.mark.parametrize(("text", "legs"), [*NAMED, *ON_THE_WAY, *TWICE, *FOLLOWED])
def test_ends_are_told_or_left_open(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs
