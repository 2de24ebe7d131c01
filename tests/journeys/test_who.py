"""Who made a journey, where the words put somebody else nearer to the verb.

A leg is "traveller | origin | destination | mode | status"; an empty end is not told, nor guessed.
"""

from __future__ import annotations

import pytest

from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

PARTED = [
    (
        "One lorry went to [[Lima]] with onions, a second to [[Arica]] with rice.",
        ["One lorry | | Lima | road | happened", "second | | Arica | road | happened"],
    ),
    (
        "Half of the flock flew to [[Lima]], half to [[Arica]].",
        ["Half of the flock | | Lima | air | happened", "half | | Arica | air | happened"],
    ),
    (
        "The patients went by ambulance to [[Lima]] and the staff by minibus to [[Arica]].",
        ["patients | | Lima | road | happened", "staff | | Arica | road | happened"],
    ),
]
BESIDE = [
    (
        "The wagon, one of 44 on their way from [[Lima]] to [[Arica]], caught fire.",
        ["wagon | Lima | Arica | rail | under way"],
    ),
    (
        "Ana Bek, whose family was to have flown to [[Lima]] on Sunday, is angry.",
        ["Ana Bek’s family | | Lima | air | cancelled"],
    ),
    (
        "The airline cancelled a flight from [[Lima]] to [[Arica]].",
        ["flight | Lima | Arica | air | cancelled"],
    ),
    (
        "The minister cancelled a flight to [[Arica]].",
        ["minister | | Arica | air | cancelled"],
    ),
    (
        "She took a train to [[Lima]]. She then drove to [[Arica]].",
        ["She | | Lima | rail | happened", "She | Lima | Arica | road | happened"],
    ),
]
MADE_OR_NOT = [
    (
        "Ana Lund set out to walk to [[Arica]]. The heat made her give up.",
        ["Ana Lund | | Arica | foot | turned back"],
    ),
    (
        "The liner ought to have reached [[Arica]] on Tuesday.",
        ["liner | | Arica | sea | cancelled"],
    ),
    (
        "The crew meant to sail to [[Arica]]. On Friday they gave up.",
        ["crew | | Arica | sea | cancelled"],
    ),
    (
        "Ana Lund went to [[Arica]] by night train and came back by bus.",
        ["Ana Lund | | Arica | rail | happened", "Ana Lund | Arica | | road | happened"],
    ),
]


@pytest.mark.parametrize(("text", "legs"), [*PARTED, *BESIDE, *MADE_OR_NOT])
def test_who_goes_where(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs


IT_MEANS = [
    (
        "The convoy, 40 trucks with flour, left [[Lima]] on Sunday. It reached [[Arica]].",
        ["convoy | Lima | Arica | road | happened"],
    ),
    (
        "The stork crossed a desert and a lake. It reached [[Arica]] in June.",
        ["stork | | Arica | air | happened"],
    ),
    (
        "A third boat, which survivors say put out from [[Arica]] two days later, is missing.",
        ["third boat | Arica | | sea | reported"],
    ),
]
OTHERWISE = [
    (
        "One ship, with 2,000 aboard, went to [[Arica]] instead.",
        ["One ship | | Arica | sea | diverted"],
    ),
    (
        "Nine people in a hurry flew on to [[Arica]] instead.",
        ["Nine people | | Arica | air | happened"],
    ),
    (
        "A ferry that was to have sailed to [[Lima]] from [[Piura]] went to [[Arica]] instead.",
        ["ferry | Piura | Lima | sea | diverted"],
    ),
    (
        "The yacht lost its mast and had to be towed to [[Arica]].",
        ["yacht | | Arica | sea | happened"],
    ),
    (
        "A plane brought the team to [[Arica]], turned round and took the wounded to [[Lima]].",
        ["team | | Arica | air | happened", "wounded | | Lima | air | happened"],
    ),
]


@pytest.mark.parametrize(("text", "legs"), [*IT_MEANS, *OTHERWISE])
def test_whom_the_words_mean_and_where_they_got(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs
