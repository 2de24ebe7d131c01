"""Sentences of our own in which a place's name is but a part of another name, or of a person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.toponyms.test_kinds_of_fault import found, literal

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    "text",
    [
        "The seal was let go at Cabo Toledo at noon.",
        "He won the last race for Salar Norte.",
        "She drives a lorry for Perth & Sons.",
        "A broker at Thornbury & Cole bought copper.",
        "On Monday the men told Police Scotland where it lay.",
        "A tug met the ro-ro ferry Ark of Jutland off the point.",
        "At noon the Pearl of Muscat was seen off the point.",
        "The sailors told the Red Cross that two had died.",
        "They watched the Kapitan Orlova leave in the rain.",
        '"We ate the cargo," said deckhand Iotebwa Kairo.',
    ],
)
def test_a_part_of_another_name_is_no_place(text: str, services: Services) -> None:
    assert literal(text, services) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LIMA (Andes Wire) - A tram burned on Monday.", ["LIMA"]),
        ("ALMATY (Orbita) — A tram burned on Monday.", ["ALMATY"]),
        ("VALLETTA (Malta) - A tram burned on Monday.", ["VALLETTA", "Malta"]),
    ],
)
def test_the_brackets_of_a_dateline_name_an_agency(
    text: str, names: list[str], services: Services
) -> None:
    assert literal(text, services) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Whales cross Pacific for second time", "Pacific"),
        ("Shipping round Africa adds to the cost.", "Africa"),
        ("The mail was sent on as far as Pathhead by bus.", "Pathhead"),
    ],
)
def test_a_place_named_in_passing(text: str, name: str, services: Services) -> None:
    assert name in {each.span.text for each in found(text, services)}
