"""Long ways told in a few sentences: where nobody went, what "it" was, names that no map knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse
from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

if TYPE_CHECKING:
    from geo.pipeline import Services

RULED_OUT = [
    ("The ship sailed to [[Arica]], not [[Lima]].", ["ship | | Arica | sea | happened"]),
    ("The ship sailed to [[Arica]] and not to [[Lima]].", ["ship | | Arica | sea | happened"]),
    ("The ship sailed not to [[Arica]] but to [[Lima]].", ["ship | | Lima | sea | happened"]),
    (
        "The ship sailed not only to [[Arica]] but also to [[Lima]].",
        ["ship | | Arica | sea | happened", "ship | Arica | Lima | sea | happened"],
    ),
]
WHO = [
    # A name that no map knows is a place where places stand, and nobody who travels.
    (
        (
            "A miner who had come from Kolvar as far as Trelmo fell ill there. "
            "He has since gone home to [[Lima]]."
        ),
        ["miner | | Lima | unknown | happened"],
    ),
    # What a colon goes on from.
    (
        (
            "A third train was cancelled. Most of the flour came in spring: "
            "it was shipped from [[Arica]] to [[Lima]]."
        ),
        ["flour | Arica | Lima | sea | happened"],
    ),
    # The parser takes the verb for what was done to the flour.
    (
        "A cargo train with 2,000 tonnes of flour crossed into [[Peru]] on Tuesday.",
        ["cargo train | | Peru | rail | happened"],
    ),
]
MEANT = [
    (
        "Marchal left [[Arica]] on October 30. “I would have walked to [[Lima]],” Marchal said.",
        ["Marchal | Arica | | unknown | under way", "Marchal | | Lima | foot | hypothetical"],
    ),
    (
        "Ana Lund slept at home a day before her flight to [[Lima]].",
        ["Ana Lund | | Lima | air | planned"],
    ),
    (
        (
            "Two brothers crossed the river at [[Piura]], slept well and entered [[Peru]]. "
            "A cousin drove them to [[Arica]]."
        ),
        [
            "Two brothers | | Peru | unknown | happened",
            "Two brothers | | Arica | road | happened",
        ],
    ),
]


@pytest.mark.parametrize(("text", "legs"), [*RULED_OUT, *WHO, *MEANT])
def test_a_story_tells_its_legs(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs


def test_nobody_bears_the_name_of_a_place_that_no_map_knows(services: Services) -> None:
    text = "They came to Nyamapanda in May. Next year he had wanted to bring her to Lima for good."
    travellers = [
        leg.traveller
        for one in analyse(Source(text=text), services).itineraries
        for leg in one.legs
    ]
    assert "Nyamapanda" not in travellers


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        (
            (
                "In March the barge had carried soya to [[Arica]]. "
                "Its sister ship was towed to [[Lima]]."
            ),
            ["barge | | Arica | sea | happened", "Its sister ship | | Lima | sea | happened"],
        ),
        (
            "The cutter sailed to [[Arica]]. Another ship of the company went on to [[Lima]].",
            [
                "cutter | | Arica | sea | happened",
                "Another ship of the company | | Lima | sea | happened",
            ],
        ),
        (
            "A third tug, sent from [[Arica]], is expected on Wednesday.",
            ["third tug | Arica | | sea | under way"],
        ),
        (
            "A relief plane sent from [[Arica]] is due in [[Lima]] today.",
            ["relief plane | Arica | Lima | air | under way"],
        ),
    ],
)
def test_ships_go_by_themselves_and_who_was_sent_is_under_way(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        (
            (
                "The president flew to [[Lima]]. "
                "The vice president, who was to open a bridge at [[Piura]], called the trip off."
            ),
            [
                "president | | Lima | air | happened",
                "vice president | | Piura | unknown | cancelled",
            ],
        ),
        (
            (
                "Their belongings go by road to [[Lima]]. The company had moved most of its "
                "foreign staff out of [[Peru]] in 2023."
            ),
            [
                "Their belongings | | Lima | road | under way",
                "most of its foreign staff | Peru | | unknown | happened",
            ],
        ),
        (
            (
                "They took a plane to [[Lima]]. Twelve hundred tonnes of concentrate are "
                "still there. A Russian buyer wants to truck it to [[Arica]]."
            ),
            [
                "They | | Lima | air | happened",
                "concentrate | | Arica | road | hypothetical",
            ],
        ),
        (
            "Ana Lund will stay in [[Arica]]; later a bus will take her to [[Lima]].",
            ["Ana Lund | Arica | Lima | road | planned"],
        ),
        (
            "Nowak once crossed the ocean from [[Arica]] to [[Lima]] in a small boat.",
            ["Nowak | Arica | Lima | sea | happened"],
        ),
        (
            "They were flown to [[Lima]], where they changed to an army plane for [[Piura]].",
            ["They | | Lima | air | happened", "they | Lima | Piura | unknown | under way"],
        ),
        ("In [[Lima]] the king changed to a black suit for [[Piura]].", []),
    ],
)
def test_who_is_who_and_what_is_carried(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        (
            "The train began its journey in [[Arica]] on Monday, bound for [[Lima]].",
            ["train | Arica | Lima | rail | under way"],
        ),
        (
            "The ship left port on Monday, bound for [[Lima]] with a crew of 18.",
            ["ship | | Lima | sea | under way"],
        ),
        (
            "A second boat, the Kamper Kogge, is coming from [[Lima]] to meet her.",
            ["The Kamper Kogge | Lima | | sea | under way"],
        ),
        ("Grain is coming from [[Lima]].", []),
        (
            "He will rest and have the animals trucked to [[Arica]] and shipped to [[Lima]].",
            ["animals | | Arica | road | planned", "animals | Arica | Lima | sea | planned"],
        ),
        (
            (
                "The president landed in [[Lima]] at dawn, changed planes and was in [[Arica]] "
                "before noon."
            ),
            [
                "president | | Lima | air | happened",
                "president | Lima | Arica | unknown | happened",
            ],
        ),
    ],
)
def test_who_is_bound_for_a_place_or_coming(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        (
            (
                "A bull was taken back from [[Arica]]. Kester Malan, the vet in charge, flew ahead "
                "from [[Lima]] to [[Piura]]."
            ),
            ["bull | Arica | | unknown | happened", "Kester Malan | Lima | Piura | air | happened"],
        ),
        (
            (
                "Lunde had planned to go on to [[Arica]] but was refused leave, and had the boat "
                "shipped to [[Lima]]. From there he sailed to [[Piura]]."
            ),
            [
                "Lunde | | Arica | unknown | cancelled",
                "boat | | Lima | sea | happened",
                "Lunde | Lima | Piura | sea | happened",
            ],
        ),
        (
            "The family had moved from [[Arica]] in autumn. They usually winter near [[Lima]].",
            ["family | Arica | | unknown | happened"],
        ),
        (
            "Lunde put into [[Arica]] for a new mast. Next summer he will go by train to [[Lima]].",
            ["Lunde | | Arica | sea | happened", "Lunde | | Lima | rail | planned"],
        ),
        (
            (
                "Ganbold left his camp in the hills and reached [[Lima]]. Soldiers sent from "
                "[[Lima]] reached the camp the same night."
            ),
            ["Ganbold | | Lima | unknown | happened", "Soldiers | Lima | | unknown | happened"],
        ),
        (
            (
                "People reached [[Lima]], an islet. They are to be ferried on Friday from the "
                "islet to [[Arica]]."
            ),
            ["People | | Lima | unknown | happened", "People | Lima | Arica | sea | planned"],
        ),
    ],
)
def test_where_they_were_then(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs
