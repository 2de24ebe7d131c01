"""What is carried: who is named for it, and by what it goes where it rides in a part of a vehicle.

A leg is "traveller | origin | destination | mode | status"; an empty end is not told, nor guessed.
"""

from __future__ import annotations

import pytest

from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

CARRIED = [
    # Of cattle told of before it is said where they went, of lorries that come in what they carry.
    (
        "Trucks took the cattle to [[Arica]].",
        ["cattle | | Arica | road | happened"],
    ),
    (
        "A truck with cattle that was taking feed to [[Arica]] overturned.",
        ["truck | | Arica | road | under way"],
    ),
    (
        "A court ordered the return of 14 masks from [[Lima]] to [[Arica]].",
        ["14 masks | Lima | Arica | unknown | planned"],
    ),
    (
        "A walk of nine days from [[Lima]] to [[Arica]] was put off.",
        [" | Lima | Arica | foot | cancelled"],
    ),
]
TO_COME = [
    # What is made possible is not done yet.
    (
        "The court cleared the way for the bones to be returned to [[Lima]].",
        ["bones | | Lima | unknown | planned"],
    ),
    (
        "The bones were found in time and returned to [[Lima]].",
        ["bones | | Lima | unknown | happened"],
    ),
]
RIDING = [
    (
        "A tiger came to [[Arica]] in the back of a lorry.",
        ["tiger | | Arica | road | happened"],
    ),
    (
        "The stowaways reached [[Arica]] in the hold of a freighter.",
        ["stowaways | | Arica | sea | happened"],
    ),
    # Those aboard a ship are no ship: by what they were taken on is not said.
    (
        "A ferry sank. Forty were saved and taken to [[Arica]].",
        ["Forty | | Arica | unknown | happened"],
    ),
]


@pytest.mark.parametrize(("text", "legs"), [*CARRIED, *TO_COME, *RIDING])
def test_what_is_carried_and_by_what(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs
