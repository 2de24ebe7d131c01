"""What became of journeys: given up, held back, ended elsewhere; and loads that are no journey.

A leg is "traveller | origin | destination | mode | status"; an empty end is not told, nor guessed.
"""

from __future__ import annotations

import pytest

from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

GIVEN_UP = [
    (
        "The bishop, who had announced a visit to [[Piura]] for Monday, thought better of it.",
        ["bishop | | Piura | unknown | cancelled"],
    ),
    (
        "The bishop, who paid a visit to [[Piura]] in May, thought better of it.",
        ["bishop | | Piura | unknown | happened"],
    ),
    (
        "A crane meant to be sent from [[Arica]] has been cancelled.",
        ["crane | Arica | | unknown | cancelled"],
    ),
    (
        "A troupe that was to join from [[Arica]] has dropped out.",
        ["troupe | Arica | | unknown | cancelled"],
    ),
    (
        "The ferry was due in [[Arica]] at noon but broke down.",
        ["ferry | | Arica | sea | cancelled"],
    ),
    (
        "A rescue squad, packed and fuelled for the drive to [[Arica]], stayed put.",
        ["rescue squad | | Arica | road | cancelled"],
    ),
    (
        "The brigade, packed and ready for the drive to [[Arica]], waited all night.",
        ["brigade | | Arica | road | planned"],
    ),
    (
        "A cracked pump put paid to its flight from [[Lima]] to [[Arica]].",
        [" | Lima | Arica | air | cancelled"],
    ),
    (
        "Her party of six was to have been in [[Arica]] on Sunday.",
        ["Her party of six | | Arica | unknown | cancelled"],
    ),
]
ELSEWHERE = [
    (
        "Three evening flights, all from [[Lima]], ended in [[Arica]] instead.",
        ["Three evening flights | Lima | Arica | air | diverted"],
    ),
    (
        "The night train from [[Lima]] ended in [[Piura]].",
        ["night train | Lima | Piura | rail | happened"],
    ),
    (
        "The stopping train from [[Lima]] ran no farther than [[Piura]].",
        ["stopping train | Lima | Piura | rail | happened"],
    ),
    (
        "A lorry, [[Lima]] to [[Arica]], was sent back from the [[frontier|Chile]].",
        ["lorry | Lima | Arica | road | turned back"],
    ),
    (
        "The barge Ocean Pearl was recalled to [[Callao]] on Sunday.",
        ["The barge Ocean Pearl | | Callao | sea | turned back"],
    ),
]
BACK = [
    (
        "A mail boat that had set out on Monday has come back to [[Arica]].",
        ["mail boat | Arica | | sea | turned back"],
    ),
    (
        "The bus was due in [[Arica]] at six; it never came.",
        ["bus | | Arica | road | cancelled"],
    ),
    (
        "A bus hired in [[Lima]] to carry 20 pilgrims to [[Arica]] was turned back at the border.",
        ["bus | | Arica | road | turned back"],
    ),
    (
        "A bus taking 20 pilgrims to [[Arica]] was turned back at the border.",
        ["20 pilgrims | | Arica | road | turned back"],
    ),
    (
        "A team of divers from [[Lima]] got as far as [[Arica]] before the storm sent it back.",
        ["team of divers from Lima | Lima | Arica | unknown | turned back"],
    ),
]
DENIED = [
    (
        "There is no proof that he went to [[Arica]].",
        ["he | | Arica | unknown | denied"],
    ),
    (
        "There is proof that he flew to [[Arica]].",
        ["he | | Arica | air | happened"],
    ),
    (
        "She denied a visit to [[Arica]] in May.",
        ["She | | Arica | unknown | denied"],
    ),
    (
        "Officials dismissed talk that the fleet had sailed for [[Arica]].",
        ["fleet | | Arica | sea | denied"],
    ),
]
NO_TRIP = [
    "The guests never came.",
    "One smuggler, stopped in [[Lima]] with nine bags, told police that he was moving house.",
    "The minister put an end to a row with [[Lima]].",
    "He put questions to [[Lima]] and got no answer.",
]


@pytest.mark.parametrize(("text", "legs"), [*GIVEN_UP, *ELSEWHERE, *BACK, *DENIED])
def test_what_became_of_it(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs


@pytest.mark.parametrize("text", NO_TRIP)
def test_nobody_travels(text: str) -> None:
    assert written(legs_of(story(text))) == []


def test_a_load_is_landed_by_the_ship_that_goes_on() -> None:
    text = "The trawler called at [[Callao]], where 300 crates were landed, and sailed for "
    assert written(legs_of(story(text + "[[Arica]]."))) == [
        "trawler | Callao | Arica | sea | under way"
    ]
