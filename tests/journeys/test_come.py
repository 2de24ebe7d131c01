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


@pytest.mark.parametrize(("text", "legs"), [*THERE, *REST, *SEATS])
def test_a_sentence_tells_its_legs(text: str, legs: list[str]) -> None:
    told = [leg for leg in legs_of(story(text)) if leg.status.value != "general"]
    assert written(told) == legs
