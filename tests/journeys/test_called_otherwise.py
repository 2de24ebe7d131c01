"""Travellers that a story calls by another word than before: a general noun, a role, a name.

A leg is "traveller | origin | destination | mode | status"; an empty end is not told, nor guessed.
"""

from __future__ import annotations

import pytest

from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

GENERAL_NOUNS = [
    (
        "Two tonnes of ivory were found in [[Lima]]. The load was driven to [[Callao]].",
        ["ivory | Lima | Callao | road | happened"],
    ),
    (
        "Thirty rhinos were flown to [[Lima]]. The animals were driven on to [[Callao]].",
        [
            "Thirty rhinos | | Lima | air | happened",
            "Thirty rhinos | Lima | Callao | road | happened",
        ],
    ),
    # A load of wheat or of rice: the word may mean either.
    (
        "Wheat and rice came by train to [[Lima]]. The cargo was trucked to [[Callao]].",
        [
            "Wheat | | Lima | rail | happened",
            "cargo | | Callao | road | happened",
        ],
    ),
]
NAMED_BESIDE = [
    (
        "Peru's envoy to [[Chile]], Ana Lund, flew to [[Arica]]. Lund went on to [[Santiago]].",
        [
            "Ana Lund | | Arica | air | happened",
            "Ana Lund | Arica | Santiago | unknown | happened",
        ],
    ),
    (
        "Last year the Peruvian oboist Ana Lund walked from [[Lima]] to [[Arica]].",
        ["Peruvian oboist Ana Lund | Lima | Arica | foot | happened"],
    ),
    (
        "The minister, Omar al-Bek, flew to [[Lima]]. Bek drove on to [[Callao]].",
        [
            "Omar al-Bek | | Lima | air | happened",
            "Omar al-Bek | Lima | Callao | road | happened",
        ],
    ),
    (
        "Two drivers waited for the ferry. One of them, Jan Lund, said he had walked to [[Lima]].",
        ["Jan Lund | | Lima | foot | reported"],
    ),
]
ANOTHER_SHIP = [
    (
        "The ship Lima Star left for [[Arica]]. The ferry Blue Heron turned back to [[Callao]].",
        [
            "Lima Star | | Arica | sea | under way",
            "The ferry Blue Heron | | Callao | sea | turned back",
        ],
    ),
]
PARTS = [
    (
        "Two yachts left [[Lima]]. The other, the Second Wind, reached [[Callao]] on Monday.",
        [
            "Two yachts | Lima | | sea | under way",
            "The Second Wind | Lima | Callao | sea | happened",
        ],
    ),
    (
        "Nine vessels had waited. One, the Silver Maid, gave up and went back to [[Callao]].",
        ["Silver Maid | | Callao | sea | turned back"],
    ),
    # Those whom helicopters took off go on, not the helicopters.
    (
        "Helicopters picked up 14 walkers. The rest walked on to [[Callao]].",
        ["rest | | Callao | foot | happened"],
    ),
    # Who searched from the air is no "she" while a ship is told of.
    (
        "An Orion searched for it. The Cap Leeuwin had left [[Lima]]. She is due in [[Arica]].",
        ["Cap Leeuwin | Lima | Arica | unknown | under way"],
    ),
]
MANY = [
    # The game that soldiers are there for makes no thing of them.
    (
        "The first 600 marines of the war game left [[Lima]] by train. They will fly to [[Arica]].",
        [
            "first 600 marines of the war game | Lima | | rail | under way",
            "first 600 marines of the war game | | Arica | air | planned",
        ],
    ),
    (
        "Her 22 crew took to the rafts. A tanker brought them to [[Callao]].",
        ["Her 22 crew | | Callao | sea | happened"],
    ),
    (
        "A launch turned back to [[Callao]]. [[*Peru]] said it had flown 79 people to [[Arica]].",
        [
            "launch | | Callao | sea | turned back",
            "79 people | | Arica | air | reported",
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "legs"), [*GENERAL_NOUNS, *NAMED_BESIDE, *ANOTHER_SHIP, *PARTS, *MANY]
)
def test_who_travels_by_whatever_word(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs
