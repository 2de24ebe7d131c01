"""Sentences of our own: what stands beside a name shows a place, whatever else the name may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.toponyms.test_kinds_of_fault import literal

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Datelines with a colon or a stroke, or on a line of their own.
        ("LUND, Sweden: The observatory opened on Friday.", "LUND"),
        ("UFA, March 3: Two workers were hurt.", "UFA"),
        ("ULM, Germany | The minster has opened again.", "ULM"),
        ("HILO, Hawaii. Ash fell on the town overnight.", "HILO"),
        # A distance beside it.
        ("It is 41 kilometres south of Bar.", "Bar"),
        ("A tanker was hit 30 miles off Mocha.", "Mocha"),
        ("Two lorries left Alpine, 26 miles from Marfa.", "Alpine"),
        ("Flora Tarbert waits. A boat goes to Tarbert, which is 27 miles away.", "Tarbert"),
        # What is said of where it lies.
        ("Hobart lies south of Melbourne.", "Hobart"),
        ("Hobart is to the south-west of Sydney.", "Hobart"),
        ("Darwin is closer to Jakarta than to Sydney.", "Darwin"),
        ("Leticia, at the point where Brazil and Peru meet, was calm.", "Leticia"),
        ("She took the Lagos–Accra train.", "Lagos"),
        ("Florence lies between Bologna and Rome.", "Florence"),
        ("Austin lies roughly halfway between San Antonio and Waco.", "Austin"),
        ("The road from Derby to Nottingham was shut.", "Derby"),
        ("Police in Darwin said so.", "Darwin"),
        ("A spokesman in Split said so.", "Split"),
        # An island that it lies on.
        ("A boat may sail from Uig, on Skye, at noon.", "Uig"),
        # Ways.
        ("A train runs from Belgrade to Bar.", "Bar"),
        ("A lorry left Darwin for Katherine on Tuesday.", "Darwin"),
        ("A lorry left Darwin for Katherine on Tuesday.", "Katherine"),
        ("The crates were bound for Darwin.", "Darwin"),
        ("08.10 Ullapool to Stornoway: both sailings are off.", "Ullapool"),
        # A person and a place of one name.
        ("Bev Norseman, 63, drives a lorry. She came through Norseman at dawn.", "Norseman"),
        ("Kofi Winneba met nurses from Winneba in central Ghana.", "Winneba"),
        ("Lieve Turnhout waits outside the prison of Turnhout.", "Turnhout"),
        (
            "Rain fell all week. It was a cruise, Cartagena to Cadiz. Pilar Cadiz sold the wine.",
            "Cadiz",
        ),
        # Its state right behind it, by two letters or with "based".
        ("CONWAY, SC (WMBF) - A man was found.", "SC"),
        ("The Pittsburgh, Pennsylvania-based company advises funds.", "Pittsburgh"),
        # A common word that opens the sentence is no half of its name.
        ("Given Tunisia's part, the deal may change.", "Tunisia"),
        # Landforms.
        ("Skiers were dug out in the Aosta valley.", "Aosta valley"),
        ("A storm crossed the Crimean peninsula at dawn.", "Crimean peninsula"),
        ("A ship limped to King George Island.", "King George Island"),
        ("Cyclists climbed Alpe d'Huez and went on.", "Alpe d'Huez"),
        ("Locusts reached Turkana County at dawn.", "Turkana County"),
        # In a list with a sure place.
        ("Midland and Odessa are 20 miles apart.", "Midland"),
    ],
)
def test_a_place_is_shown_by_what_stands_beside_it(
    text: str, expected: str, services: Services
) -> None:
    assert expected in literal(text, services)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("NATO, March 3: Two envoys met.", "NATO"),
        ("OAS: The envoys met.", "OAS"),
        ("The Bar opens at noon.", "Bar"),
        ("The Kentucky Derby was run on Saturday.", "Derby"),
        ("He won the Derby at Epsom.", "Derby"),
        ("Darwin said so in a letter.", "Darwin"),
        ("She drank a Mocha at the counter.", "Mocha"),
        ("He wore an Alpine hat.", "Alpine"),
        ("Flora Tarbert waits. She is Tarbert, who is 27 years old.", "Tarbert"),
        ("She left Craig for a dancer.", "Craig"),
        ("Craig Durban is a diver. Durban said the hull was sound.", "Durban"),
        ("Bev Norseman, 63, drives a lorry. Norseman has two sons.", "Norseman"),
        ("Two ferries reached the French island of Reunion.", "French island"),
        ("King George rode to the coast.", "George"),
        ("She is a mother of two whose sister London plays on the left wing.", "London"),
        ("His brother Milan drives a bus.", "Milan"),
        ("The freighter Lagos Pearl was towed to port, its owner said.", "Lagos"),
        ("The only cash machine, at Egypt Market, ran dry on the day of the storm.", "Egypt"),
        ("The Panama-flagged tanker sank.", "Panama"),
    ],
)
def test_nothing_stands_beside_these(text: str, word: str, services: Services) -> None:
    assert word not in literal(text, services)
