"""Legs that one sentence tells: its clauses, its days, what is said of a place beside another.

A leg is "traveller | origin | destination | mode | status"; an empty end is not told, nor guessed.
"""

from __future__ import annotations

import pytest

from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

CLAUSES = [
    (
        "The trawler, which had sailed from [[Arica]], was towed to [[Callao]].",
        ["trawler | Arica | Callao | sea | happened"],
    ),
    (
        "The boys, who had walked from [[Arica]], were taken to [[Lima]].",
        ["boys | Arica | | foot | happened", "boys | | Lima | unknown | happened"],
    ),
]
BESIDE = [
    (
        "The climbers were lifted by helicopter from a ridge above [[Arica]] to [[Lima]].",
        ["climbers | Arica | Lima | air | happened"],
    ),
    (
        "The men were taken by boat from a beach south of [[Piura]] to [[Lima]].",
        ["men | Piura | Lima | sea | happened"],
    ),
    ("The men were taken by boat to a camp 20 km south of [[Piura]].", []),
]
DAYS = [
    (
        "The envoy flies to [[Lima]] on Monday and [[Piura]] on Tuesday.",
        ["envoy | | Lima | air | planned", "envoy | Lima | Piura | air | planned"],
    ),
    (
        "The envoy will go to [[Lima]] on Monday, [[Piura]] on Tuesday and [[Arica]] on Friday.",
        [
            "envoy | | Lima | unknown | planned",
            "envoy | Lima | Piura | unknown | planned",
            "envoy | Piura | Arica | unknown | planned",
        ],
    ),
    (
        "The nuns went to [[Lima]] on Friday and [[Piura]] on Saturday sent more.",
        ["nuns | | Lima | unknown | happened"],
    ),
]
HOME = [
    (
        "The minister, who was in [[Lima]], flew home at once.",
        ["minister | Lima | | air | happened"],
    ),
    ("Ana Lund lives in [[Lima]] and drove home after the show.", []),
]
DUE = [
    (
        "Surgeons who were due from [[Lima]] on Monday never arrived.",
        ["Surgeons | Lima | | unknown | cancelled"],
    ),
    (
        "A judge who was to have come from [[Lima]] stayed at home.",
        ["judge | Lima | | unknown | cancelled"],
    ),
    ("A ruling is expected from [[Lima]] on Monday.", []),
    ("From [[Lima]] it is 900 km due north to [[Piura]], and the tanker was hit.", []),
]
ONWARD = [
    (
        "The miners drove to [[Lima]] and from there, in the course of the week, to the mine.",
        ["miners | | Lima | road | happened", "miners | Lima | | road | happened"],
    ),
    (
        "The envoy flew to [[Lima]] and from there wrote to the pope.",
        ["envoy | | Lima | air | happened"],
    ),
    (
        "The envoy goes to [[Lima]], from there to [[Piura]], and back to [[Arica]] on Monday.",
        [
            "envoy | | Lima | unknown | planned",
            "envoy | Lima | Piura | unknown | planned",
            "envoy | Piura | Arica | unknown | planned",
        ],
    ),
    (
        "The nuns flew to [[Lima]] and back to [[Arica]].",
        ["nuns | | Lima | air | happened", "nuns | Lima | Arica | air | happened"],
    ),
    ("The team drove to [[Lima]] and back to work.", ["team | | Lima | road | happened"]),
]
CLOSED = [
    (
        "The cyclists set out from [[Arica]] on Monday and hope to finish in [[Lima]].",
        ["cyclists | Arica | Lima | road | under way"],
    ),
    (
        "The team flew to [[Lima]] and finished third in [[Piura]].",
        ["team | | Lima | air | happened"],
    ),
    ("The envoy never got beyond [[Lima]].", ["envoy | | Lima | unknown | happened"]),
]
HITHER = [
    ("A baker from [[Arica]] drove down with 40 loaves.", ["baker | Arica | | road | happened"]),
    ("A man from [[Arica]] came down with flu.", []),
    ("A farmer from [[Arica]] drove up the price.", []),
    ("A pilot from [[Arica]] flew in circles.", []),
]
ROAD = [
    (
        "The aid reached [[Lima]] after a week on the road from [[Arica]].",
        ["aid | Arica | Lima | unknown | happened"],
    ),
    (
        "The convoy pulled into [[Lima]] at dawn after three days on the road from [[Piura]].",
        ["convoy | Piura | Lima | road | happened"],
    ),
    ("A shell landed in [[Lima]] on the road from [[Arica]].", []),
]
ANIMALS = [
    (
        "Two whales swam from [[Arica]] to [[Lima]].",
        ["Two whales | Arica | Lima | sea | happened"],
    ),
    ("The wolf has crossed into [[Piura]].", ["wolf | | Piura | foot | happened"]),
]
KINDS = [*CLAUSES, *BESIDE, *DAYS, *HOME, *DUE, *ONWARD, *CLOSED, *HITHER, *ROAD, *ANIMALS]


@pytest.mark.parametrize(("text", "legs"), KINDS)
def test_a_sentence_tells_its_legs(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs
