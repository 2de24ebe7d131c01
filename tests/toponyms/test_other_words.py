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
        "She put her whole soul into the play.\n\nHe gave them Soul and they sang.",
        "The Olympic organisers asked for time.",
        "Sens. Ruth Ames and Paul Lund voted against it.",
        "Vice Mayor Ruth Ames voted for it.",
        "The Deli on the corner shut at noon.",
        # First names of people, alone and together.
        "Charlotte Ames won the race, and Charlotte got a prize.",
        "Florence, Chelsea and Sidney went home.",
        "His friends Florence, Chelsea and Sidney waited.",
        # Letters that are not the state's, and years.
        "Several voter ID laws were struck down.",
        "Cadets of the NAF marched past.",
        "The mound is from about 250 BC, not 300 B.C., as was thought.",
        # A saint's church, school and day.
        "The choir of St. Mary's High School sang at St. John’s United Brethren Church.",
        "The parade on St. Patrick's Day was long.",
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
        ("Nurses were trained in BC last year.", "BC"),
        ("The lorry turned over on KY 80.", "KY"),
        ("The boat crossed the Naf at night.", "Naf"),
        ("Snow shut the Rikoti pass at noon.", "Rikoti pass"),
        ("The bees were taken to the Lüneburg Heath.", "Lüneburg Heath"),
        ("Charlotte Ames won the race in Charlotte on Sunday.", "Charlotte"),
        ("The boat tied up at St. John's at noon.", "St. John's"),
    ],
)
def test_a_place(text: str, name: str, services: Services) -> None:
    assert literal(text, services) == [name]


@pytest.mark.parametrize("people", ["African Americans", "Native Americans", "African-American"])
def test_a_people_of_two_words_is_of_one_land(people: str, services: Services) -> None:
    text = f"The hall was built by {people} doctors."
    assert [each.name for each in found(text, services)] == ["United States"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sohar beat Nizwa 2-1 on Friday. Fans of Sohar sang all night.", []),
        ("Sohar beat Nizwa 2-1 on Friday. The team drove back to Sohar.", ["Sohar"]),
        ("Police in Sohar counted them. Fans of Sohar sang all night.", ["Sohar", "Sohar"]),
    ],
)
def test_where_only_a_team_bears_a_name_its_fans_are_the_team_s(
    text: str, names: list[str], services: Services
) -> None:
    assert [one for one in literal(text, services) if one == "Sohar"] == names
