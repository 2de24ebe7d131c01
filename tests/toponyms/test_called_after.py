"""Sentences of our own with dishes, breeds, titles, ships and firms called after places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.toponyms.test_kinds_of_fault import found, literal

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    "text",
    [
        "Seville oranges were dear, and so was Dijon mustard.",
        "She fed the Guernsey cow and a Yorkshire terrier.",
        "They ate Bakewell tart with Philadelphia cream cheese.",
        "The inn serves Vienna schnitzel and Eccles cakes.",
        "A cabinet of Delft tiles was sold on Monday.",
        "The Windsor knot is easier than it looks.",
        "He drank a glass of Chablis and two bottles of Bordeaux.",
        "In her memoir, Leaving Aleppo, she tells of an aunt.",
        "Her third novel, Winter in Odessa, sold well.",
        "The musical Chicago returned to the stage.",
        "They had to read Murder in Toledo before the summer.",
        "The opera The Siege of Corinth was cut by an hour.",
        "The Delta Verona, which had lain at anchor, was sold.",
        "Analysts at Windsor Pacific expect a fall.",
        "The river had shrunk by a metre, and the shares of Cathay Pacific had not.",
        "Real Sociedad beat Granada.",
        "Jordan scored twice before tea.",
        "The keeper of Spartak Moscow was hurt, and so was that of Inter Milan.",
        "A postcard lay beside Letters from Iceland on the shelf.",
        "The cooks of the Bengal Tandoori on the corner gave up their strike.",
        "They used to call it the Venice of the North.",
        "She waited a day for the Expreso del Altiplano.",
        "He keeps a Newfoundland called Bruno.",
        "Casablanca, the old film with Bogart, was on again.",
        "Until Denver, the cat, ran off, all was well.",
        "The record she was proudest of, Letters to Vienna, sold a few copies.",
    ],
)
def test_nothing_happens_in_the_place_that_a_thing_is_called_after(
    text: str, services: Services
) -> None:
    assert literal(text, services) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Nebraska was three days overdue.",
        "Passengers left the Virginia in boats.",
        "The Rotterdam docked at noon with a broken mast.",
        "Sailors aboard the Kentucky heard a bang.",
        "The Texas, a coal steamer, lies in forty metres of water.",
        "The coast guard cutter Miaoli put out at dawn.",
        "Passengers on the eastbound Northern Light were put off at the halt on Monday.",
    ],
)
def test_a_ship_that_is_called_after_a_state_or_a_town(text: str, services: Services) -> None:
    assert found(text, services) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Texas cattle are branded in spring.", ["Texas"]),
        ("A gale blew in from the Pacific at dawn, and trees fell.", ["Pacific"]),
        ("A barge sank in the Ohio.", ["Ohio"]),
        ("A storm grew for a week over the Mexican Pacific before it came ashore.", ["Pacific"]),
        ("The vote at Parliament in Lima was put off.", ["Lima"]),
        ("A crate of medicine reached the port of Beira.", ["Beira"]),
        ("The Lima horse market opened late.", ["Lima"]),
        ("The film was shot in Casablanca.", ["Casablanca"]),
        ("He wrote a song, Lima police said.", ["Lima"]),
    ],
)
def test_the_place_itself(text: str, names: list[str], services: Services) -> None:
    assert literal(text, services) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Bath has closed two bridges. Buses to Bristol now start from Keynsham.",
            ["Bath", "Bristol", "Keynsham"],
        ),
        ("Bath time is at six. Buses to Bristol now start from Keynsham.", ["Bristol", "Keynsham"]),
        ("The strait between Scylla and Messina was closed to yachts.", ["Messina"]),
        ("Rescuers from Split searched the islands of Hvar and Vis.", ["Split", "Hvar", "Vis"]),
        ("Toledo, a city of steel, and Milwaukee lost power on Sunday.", ["Toledo", "Milwaukee"]),
        ("The cape juts into the Sea of Japan from Honshu, an island.", ["Sea of Japan", "Honshu"]),
        ("They were flown to Santa Cruz de Tenerife with fever.", ["Santa Cruz de Tenerife"]),
        ("TURKEY AND BULGARIA REOPEN CROSSING", ["TURKEY", "BULGARIA"]),
        ("It is the highest dam in southern Africa, they say.", ["southern Africa"]),
        (
            "Trains in eastern Europe were late, and so were those of northern Italy.",
            ["eastern Europe", "Italy"],
        ),
    ],
)
def test_a_place_that_is_easily_missed(text: str, names: list[str], services: Services) -> None:
    assert literal(text, services) == names
