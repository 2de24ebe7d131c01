"""What stands by the way: waits, promises, halts, where it was loaded, and who "they" are then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse
from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

if TYPE_CHECKING:
    from geo.pipeline import Services

PLANS = [
    (
        (
            "The skipper said her crew would wait in [[Arica]] for the fog to lift, "
            "then sail on to [[Lima]]."
        ),
        ["her crew | Arica | Lima | sea | planned"],
    ),
    (
        "The driver told the court he had been promised 900 euros to take the Afghans to [[Lima]].",
        ["The Afghans | | Lima | unknown | planned"],
    ),
    (
        (
            "A second lorry, which left [[Arica]] at noon, has not been found. "
            "It may have gone to [[Lima]]."
        ),
        ["second lorry | Arica | Lima | road | hypothetical"],
    ),
]
WAYS = [
    (
        "The bison left [[Arica]] on board two cargo planes.",
        ["bison | Arica | | air | under way"],
    ),
    (
        "Her aides had gone ahead by road from [[Arica]] to [[Piura]].",
        ["Her aides | Arica | Piura | road | happened"],
    ),
    (
        "The lorry had been loaded near [[Arica]] and had reached [[Piura]] by Monday.",
        ["lorry | Arica | Piura | road | happened"],
    ),
    (
        "The plane from [[Arica]] to [[Piura]] landed in [[Lima]] on the way.",
        ["plane | Arica | Piura | air | happened"],
    ),
    (
        "The minister cut short a visit to [[Ecuador]] on Monday and flew home from [[Guayaquil]].",
        ["minister | Guayaquil | | air | happened"],
    ),
]
APART = [
    (
        "A plane flying from [[Arica]] to [[Lima]] put down at [[Piura]] with smoke aboard.",
        ["plane | Arica | Lima | air | diverted"],
    ),
    (
        (
            "A jet landed in [[Piura]] on Monday. On Friday a plane flying from [[Arica]] to "
            "[[Lima]] "
            "put down there."
        ),
        ["jet | | Piura | air | happened", "plane | Arica | Lima | air | diverted"],
    ),
    (
        "The runner is due in [[Lima]] next week. He missed a race in [[Arica]] last month.",
        ["runner | | Lima | unknown | planned"],
    ),
    (
        (
            "Two more vets are on their way from [[Arica]]. In 2015 a herd took a month to walk "
            "the "
            "500 kilometres from Paklay to [[Lima]]."
        ),
        ["Two more vets | Arica | | unknown | under way", "herd | | Lima | foot | happened"],
    ),
    (
        "An altarpiece stolen from a church in [[Arica]] came home on Wednesday.",
        [],
    ),
    (
        "The boys were taken to schools in [[Piura]]. Some tourists left by boat for [[Lima]].",
        [
            "boys | | Piura | unknown | happened",
            "Some tourists | | Lima | sea | under way",
        ],
    ),
    (
        (
            "The minister, who was to have visited [[Piura]] on his way from [[Arica]] to "
            "[[Lima]], "
            "fell ill."
        ),
        [
            "minister | | Piura | unknown | cancelled",
            "minister | Arica | Lima | unknown | planned",
        ],
    ),
    (
        "The pope's visit began on Sunday with a Mass in [[Lima]].",
        [],
    ),
]
STAYS = [
    (
        (
            "One group set out from [[Arica]] on Monday and covered the 80 kilometres in two days, "
            "sleeping in [[Piura]]. Others came on foot from [[Lima]]."
        ),
        [
            "One group | Arica | | unknown | under way",
            "Others | Lima | | foot | happened",
        ],
    ),
    (
        (
            "Six of the ships, bound for [[Lima]] with coal from [[Arica]], were freed; "
            "the other three turned south for [[Piura]]."
        ),
        [
            "Six of the ships | Arica | Lima | sea | under way",
            "other three | | Piura | unknown | under way",
        ],
    ),
    (
        "Bakers from [[Arica]] pulled 28 out of the water and took them to [[Lima]].",
        ["28 | | Lima | unknown | happened"],
    ),
    (
        (
            "The men were taken to [[Arica]]. The mayor was taken to Wundu. "
            "He flew there from [[Lima]]."
        ),
        ["men | | Arica | unknown | happened", "mayor | Lima | | air | happened"],
    ),
]
WHO = [
    (
        (
            "Two planes from [[Arica]] landed at [[Lima]]. Peru is sending 60 firemen by ferry "
            "from "
            "[[Callao]]; they are expected in [[Piura]] on Monday."
        ),
        [
            "Two planes | Arica | Lima | air | happened",
            "60 firemen | Callao | Piura | sea | under way",
        ],
    ),
    (
        (
            "Two planes from [[Arica]] landed at [[Lima]]. Others who had hoped to fly home from "
            "[[Piura]] were stuck."
        ),
        [
            "Two planes | Arica | Lima | air | happened",
            "Others | Piura | | air | cancelled",
        ],
    ),
    (
        "Tom and Alice Hart left [[Arica]] on Monday.",
        ["Tom and Alice Hart | Arica | | unknown | under way"],
    ),
    (
        "A barge convoy reached [[Lima]] on Saturday.",
        ["barge convoy | | Lima | sea | happened"],
    ),
    (
        "The pontiff landed in [[Lima]] on Saturday.",
        ["pontiff | | Lima | air | happened"],
    ),
    (
        (
            "Police stopped a lorry near [[Lima]]. The Afghans in it said they had walked to "
            "[[Arica]] "
            "and slept there before they were taken to [[Piura]]."
        ),
        [
            "The Afghans | | Arica | foot | reported",
            "The Afghans | Arica | Piura | unknown | reported",
        ],
    ),
    (
        (
            "Police arrested a driver. He told police he had been promised 900 euros to take them "
            "to [[Lima]]."
        ),
        [],
    ),
    (
        "Two trawlers, the Heron and the Star, left [[Arica]]. Both reached [[Lima]] on Tuesday.",
        ["Two trawlers | Arica | Lima | sea | happened"],
    ),
]


@pytest.mark.parametrize(("text", "legs"), [*PLANS, *WAYS, *APART, *STAYS, *WHO])
def test_who_goes_where(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs


def test_each_place_of_a_list_has_a_day_of_its_own() -> None:
    text = "On Monday he goes to [[Lima]] by helicopter, and on Wednesday to [[Piura]]."
    first = legs_of(story(text))[0]
    told = [when.text.casefold() for when in (first.departed, first.arrived) if when]
    assert told == ["on monday"]


def test_a_halt_on_the_way_is_a_place_between() -> None:
    text = "The jet left [[Arica]], touching down in [[Lima]] on the way. It reached [[Piura]]."
    (leg,) = legs_of(story(text))
    assert [end.place.name for end in leg.ends] == ["Arica", "Lima", "Piura"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The ferry left Bari on Monday. It reached Split on Tuesday.", (23, 24)),
        ("The ferry left Bari on Saturday. It reached Split on Sunday.", (28, 29)),
    ],
)
def test_nobody_arrives_before_he_left(
    text: str, days: tuple[int, int], services: Services
) -> None:
    analysis = analyse(Source(text=text, published=date(2026, 11, 30)), services)
    (leg,) = analysis.legs
    assert leg.departed is not None
    assert leg.arrived is not None
    told = [when.earliest.day for when in (leg.departed, leg.arrived) if when.earliest]
    assert tuple(told) == days


def test_nobody_goes_on_from_a_border(services: Services) -> None:
    text = (
        "The runner Ana Bek was held at the Peruvian border on Friday. She is due in Valencia, "
        "Spain, next week for a race."
    )
    legs = analyse(Source(text=text, published=date(2026, 11, 30)), services).legs
    (race,) = [leg for leg in legs if leg.destination and leg.destination.place.name == "Valencia"]
    assert race.origin is None
