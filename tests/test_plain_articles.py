"""Plain articles that state nothing checkable: nothing firm is said of any of them.

Two hundred are put together by lot; those of `plain_articles.txt`, one a line, were written.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

WRITTEN = Path(__file__).with_name("plain_articles.txt").read_text("utf-8").splitlines()
COUNT = 200
TOWNS = (
    "Lisbon",
    "Oslo",
    "Nairobi",
    "Quito",
    "Hanoi",
    "Seville",
    "Kraków",
    "Tampere",
    "Ottawa",
    "Durban",
    "Izmir",
    "Perth",
    "Osaka",
    "Lima",
    "Accra",
    "Zagreb",
    "Leeds",
    "Tucson",
    "Porto",
    "Riga",
)
LANDS = (
    "Kenya",
    "Peru",
    "Norway",
    "Vietnam",
    "Ghana",
    "Croatia",
    "Canada",
    "Chile",
    "Japan",
    "Latvia",
    "Bolivia",
    "Spain",
    "Turkey",
    "Mali",
)
PEOPLE = ("Marta Lind", "Joseph Adu", "Ines Prado", "Tom Barlow", "Aiko Mori", "Pavel Novak")
LEADS = (
    "A court in {town} will hear {number} witnesses in the case of a bakery, {person} said.",
    "Nurses in {town} went on strike on Monday for {number} days.",
    "The museum of {town} has sold {number},000 tickets since May.",
    "{land} sent {number} tonnes of rice to {other}, the minister said.",
    "A fire in a hall near the station of {town} hurt {number} people.",
    "{person} won the prize of {town} for a novel of {number} pages.",
)
MIDDLES = (
    "The talks between {land} and {other} went on for {number} hours.",
    "She grew up in {town} and studied in {second}.",
    "The firm, based in {town}, cut {number} jobs in {land} in the spring.",
    "Voters in {land} go to the polls in {number} weeks.",
    "The band played in {town}, {second} and {third} before it broke up.",
    "He was the largest of {number} brothers, and the first to leave {land}.",
    "Prices in {land} rose by {number} per cent, more than in {other}.",
    "North of the river the old town of {town} is full of guests in July.",
    "Two teams, one from {town} and one from {second}, drew {number} all.",
    "The capital markets of {land} fell after the news from {other}.",
    "It is the second-largest order that the yard in {town} has had.",
    "The embassy of {land} in {other} gave no comment.",
    "Her shop stands between a bank and a school in {town}.",
    "Smoke was seen over {town}, and the wind blew from the north of {land}.",
    "He ran {number} km a day along the canal and swam in the evening.",
    "The border police of {land} checked {number} cars and a bus.",
    "They are neighbours in {town}, and they do not speak.",
    "The tower, {number} metres tall, will be torn down.",
)
ENDS = (
    "The next hearing is in {number} days.",
    "“I will be back in {town},” said {person}.",
    "The company did not answer {number} calls.",
    "Rain is expected in {land} until Friday.",
)


def article(number: int) -> str:
    """Put an article together; the same number always gives the same one."""
    draw = random.Random(number)  # noqa: S311 - no secrets
    town, second, third = draw.sample(TOWNS, 3)
    land, other = draw.sample(LANDS, 2)
    words = {
        "town": town,
        "second": second,
        "third": third,
        "land": land,
        "other": other,
        "person": draw.choice(PEOPLE),
    }
    lines = [draw.choice(LEADS), *draw.sample(MIDDLES, 4), draw.choice(ENDS)]
    filled = [line.format(**words, number=draw.randint(3, 90)) for line in lines]
    return f"{' '.join(filled[:2])}\n\n{' '.join(filled[2:4])}\n\n{' '.join(filled[4:])}"


def test_the_articles_differ() -> None:
    assert len({article(number) for number in range(COUNT)}) == COUNT


@pytest.mark.parametrize("first", range(0, COUNT, 20))
def test_nothing_firm_is_said_of_articles_that_state_nothing(
    first: int, services: Services
) -> None:
    firm = [
        (number, check.reason)
        for number in range(first, first + 20)
        for check in analyse(Source(text=article(number)), services).checks
        if check.verdict is not Verdict.NOT_ENOUGH_INFO
    ]
    assert firm == []


def test_nothing_firm_is_said_of_articles_written_to_state_nothing(services: Services) -> None:
    firm = [
        (text, check.reason)
        for text in WRITTEN
        for check in analyse(Source(text=text), services).checks
        if check.verdict is not Verdict.NOT_ENOUGH_INFO
    ]
    assert firm == []
