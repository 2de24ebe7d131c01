"""Journeys told by where somebody then was, and sentences beside them that tell of none.

A leg is "traveller | origin | destination | mode | status"; an empty end is not told, nor guessed.
"""

from __future__ import annotations

import pytest

from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

THERE = [
    (
        "The envoys were home in [[Lima]] by Christmas.",
        ["envoys | | Lima | unknown | happened"],
    ),
    (
        "By six the trucks from [[Piura]] were past [[Lima]] with the tents.",
        ["trucks | Piura | Lima | road | happened"],
    ),
    (
        "She took the train from [[Piura]] and was back at her stall in [[Lima]] by seven.",
        ["She | Piura | Lima | rail | happened"],
    ),
    ("His mother was home in [[Lima]] when the quake struck.", []),
    ("The price was past 40 dollars in [[Lima]] by Friday.", []),
    ("By noon the firm was in trouble in [[Lima]].", []),
    ("He got into a fight in [[Lima]].", []),
]
REST = [
    (
        "The tanker Sea Queen, out of [[Arica]] since Tuesday, is anchored off [[Callao]].",
        ["The tanker Sea Queen | Arica | Callao | sea | under way"],
    ),
    (
        "A grain ship, in from [[Arica]] since Monday, lay at the quay in [[Callao]].",
        ["grain ship | Arica | Callao | sea | happened"],
    ),
    (
        "The cattle train was late: in from [[Piura]] since Friday, out for [[Lima]] at nine.",
        ["cattle train | Piura | | rail | happened", "cattle train | | Lima | rail | planned"],
    ),
    ("The full back, out for [[Lima]] on Saturday, is ill.", []),
    ("The votes are in from [[Lima]] by noon.", []),
]
SEATS = [
    (
        "The violins are booked on a freighter for [[Callao]].",
        ["violins | | Callao | sea | planned"],
    ),
    (
        "The tenor sang on Sunday, just off the night train from [[Piura]].",
        ["tenor | Piura | | rail | happened"],
    ),
    (
        "The champion was on the evening train from [[Piura]].",
        ["champion | Piura | | rail | happened"],
    ),
    (
        "A judge from [[Piura]] is awaited in [[Lima]].",
        ["judge | Piura | Lima | unknown | planned"],
    ),
    ("The driver was booked for speeding in [[Lima]].", []),
    ("The singer was booked on a show for children in [[Lima]].", []),
    ("The wheels came off a train from [[Piura]].", []),
    ("He was on a committee from [[Lima]].", []),
]
ROWS = [
    (
        "From [[Lima]] the plan is [[Callao]] on Sunday and, two days later, the dam at [[Piura]].",
        [" | Lima | Callao | unknown | planned", " | Callao | Piura | unknown | planned"],
    ),
    (
        "The pope flies to [[Lima]] on Monday. [[Callao]] and [[Piura]] will follow.",
        [
            "pope | | Lima | air | planned",
            "pope | Lima | Callao | unknown | planned",
            "pope | Callao | Piura | unknown | planned",
        ],
    ),
    (
        "The cores will be shipped to [[Lima]]. [[Callao]], where they are to be cut, comes next.",
        ["cores | | Lima | sea | planned", "cores | Lima | Callao | unknown | planned"],
    ),
    (
        "The minister flew to [[Lima]] on Monday. [[Callao]] and [[Piura]] will follow.",
        ["minister | | Lima | air | happened"],
    ),
    ("The tax begins in [[Lima]] on Monday. [[Callao]] and [[Piura]] will follow.", []),
]
AIMS = [
    (
        "A helicopter from [[Lima]], [[Arica]] its goal, did get through.",
        ["helicopter | Lima | Arica | air | under way"],
    ),
    (
        "Four riders set out from [[Lima]], hoping to be in [[Arica]] by the end of May.",
        ["Four riders | Lima | Arica | road | under way"],
    ),
    (
        "Those for [[Arica]] got buses from [[Lima]].",
        ["Those | Lima | Arica | road | happened"],
    ),
    (
        "Sixty passengers for [[Arica]] were put on a plane.",
        ["Sixty passengers | | Arica | air | under way"],
    ),
    (
        "The tug broke through ice all the way from [[Arica]].",
        ["tug | Arica | | sea | happened"],
    ),
    (
        "The train had set off from [[Lima]] and was to have unloaded at [[Callao]] on Monday.",
        ["train | Lima | Callao | rail | under way"],
    ),
    (
        "The blades were made in [[Lima]] and then taken by road to [[Arica]].",
        ["blades | Lima | Arica | road | happened"],
    ),
    (
        "She left [[Lima]] for [[Callao]], where [[Peru]] has a base, and will go on to [[Arica]].",
        ["She | Lima | Callao | unknown | under way", "She | Callao | Arica | unknown | planned"],
    ),
    ("[[Lima]] scored its goal late.", []),
    ("A candidate for [[Lima]] was driven off.", []),
    ("Observers for [[Lima]] were taken ill.", []),
    ("The road is paved all the way from [[Lima]].", []),
]
CHAINS = [
    (
        "The minister travelled by train to [[Lima]] and crossed by car to [[Arica]].",
        ["minister | | Lima | rail | happened", "minister | Lima | Arica | road | happened"],
    ),
    (
        "Ana Bek had slept in a barn near [[Piura]] before walking to [[Lima]].",
        ["Ana Bek | Piura | Lima | foot | happened"],
    ),
    (
        "Three doctors, by train from [[Piura]], were in [[Lima]] by noon.",
        ["Three doctors | Piura | Lima | rail | happened"],
    ),
    (
        "A vet on his rounds gave two nurses a lift from [[Piura]] to [[Lima]].",
        ["two nurses | Piura | Lima | unknown | happened"],
    ),
    (
        "The cattle were loaded on a ship for [[Callao]].",
        ["cattle | | Callao | sea | under way"],
    ),
    (
        "Villagers from around [[Piura]] were brought into [[Lima]] by bus.",
        ["Villagers | Piura | Lima | road | happened"],
    ),
    ("The mine, by road from [[Lima]], is hard to reach.", []),
    ("The results, in from [[Lima]] on Tuesday, surprised nobody.", []),
]
LATER = [
    (
        "They set out from [[Piura]] on Monday and were in [[Lima]] the next day.",
        ["They | Piura | Lima | unknown | happened"],
    ),
    (
        "They left [[Piura]] on foot and were in [[Lima]] on the fourth morning.",
        ["They | Piura | Lima | foot | happened"],
    ),
    (
        "Ana Bek reached [[Callao]] by boat after skiing from [[Piura]] to [[Lima]].",
        ["Ana Bek | Piura | Lima | foot | happened", "Ana Bek | Lima | Callao | sea | happened"],
    ),
    (
        "The rally goes on Thursday from [[Piura]] to [[Lima]] and ends on Friday in [[Arica]].",
        ["rally | Piura | Lima | road | planned", "rally | Lima | Arica | road | planned"],
    ),
    ("The fire began in [[Piura]] and was in [[Lima]] the next day.", []),
    ("He was ill on Monday and was in court in [[Lima]] the next day.", []),
]


@pytest.mark.parametrize(("text", "legs"), [*THERE, *REST, *SEATS, *ROWS, *AIMS, *CHAINS, *LATER])
def test_a_sentence_tells_its_legs(text: str, legs: list[str]) -> None:
    told = [leg for leg in legs_of(story(text)) if leg.status.value != "general"]
    assert written(told) == legs
