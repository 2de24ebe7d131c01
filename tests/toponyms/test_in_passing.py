"""Sentences of our own that name a town in passing: in a list, by its people, as a train's goal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from geo.lexicon.names import weights
from tests.toponyms.test_kinds_of_fault import found
from tools.fit_name_signs import corrected, lessons_of
from tools.fit_toponyms import TABLE

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The choir sang in Leeds, Derby and Coventry before the winter.", {"Derby"}),
        ("Wick, Dingwall, Stranraer: she knew each quay by its smell.", {"Wick", "Stranraer"}),
        ("A Grimsby welder was told that he had won a boat.", {"Grimsby"}),
        ("They were put on a cattle train for Split that night.", {"Split"}),
        ("The crew had followed on land as far as Calais.", {"Calais"}),
    ],
)
def test_a_town_named_in_passing(text: str, names: set[str], services: Services) -> None:
    assert names <= {each.span.text for each in found(text, services)}


@pytest.mark.parametrize(
    "text",
    [
        "A Derby that ends without a goal is soon forgotten.",
        "A Nixon aide was told that he had won.",
        "The shares of Reading, Bath and Wick Ltd. were sold.",
    ],
)
def test_no_town_in_passing(text: str, services: Services) -> None:
    assert not {"Derby", "Nixon", "Wick"} & {each.span.text for each in found(text, services)}


def test_stories_correct_what_is_of_names_and_leave_what_is_of_bodies(services: Services) -> None:
    row = {
        "text": "A ferry left Calais.\n\nThe ferry left Calais for Dover with Victor Dover aboard.",
        "places": [{"text": "Calais"}, {"text": "Dover"}],
        "not_places": ["Victor Dover"],
    }
    lessons = list(lessons_of(row, services.gazetteer))
    assert [lesson.is_place for lesson in lessons][:3] == [True, True, True]
    table = json.loads(TABLE.read_text("utf-8"))
    before = {**table["fitted"], **table["by_hand"]}
    after, right = corrected(lessons * 40, before)
    assert right > 0.7
    assert after["an office or firm after"] == before["an office or firm after"]
    assert after["is a city over 50k"] > before["is a city over 50k"]


def test_what_stories_taught_goes_before_the_rest() -> None:
    table = json.loads(TABLE.read_text("utf-8"))
    assert weights()["any name"] == table["by_stories"]["any name"]
