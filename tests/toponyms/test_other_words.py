"""Sentences of our own with names that are other words as well: whether each is a place here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.toponyms.test_kinds_of_fault import found, literal

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    "text",
    [
        # Second names of great cities that are common words.
        "She put her whole soul into the play.\n\nHe gave them Soul, and they sang.",
        "The Olympic organisers asked for time.",
        "Sens. Ruth Ames and Paul Lund voted against it.",
        "Vice Mayor Ruth Ames voted for it.",
        # Peoples of many lands.
        "Several Tamil parties and an Arab league of lawyers signed.",
    ],
)
def test_no_place(text: str, services: Services) -> None:
    assert [each.name for each in found(text, services)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # First names that few people bear, and none of their own.
        ("The couple chose Crete for once.", "Crete"),
        ("The swimmers passed Basel at dawn.", "Basel"),
        ("The boat tied up on Guadalcanal.", "Guadalcanal"),
    ],
)
def test_a_place(text: str, name: str, services: Services) -> None:
    assert literal(text, services) == [name]


@pytest.mark.parametrize("people", ["African Americans", "Native Americans", "African-American"])
def test_a_people_of_two_words_is_of_one_land(people: str, services: Services) -> None:
    text = f"The hall was built by {people} doctors."
    assert [each.name for each in found(text, services)] == ["United States"]
