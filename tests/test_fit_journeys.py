"""The tool that fits what judges journeys: on patterns of our own, and on a few kept stories."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

import pytest

from geo.journeys.choosing import judge
from tools.fit_journeys import Story, fit, lessons, told
from tools.regression import regress

if TYPE_CHECKING:
    from geo.pipeline import Services

KEPT = Path(__file__).parent.parent / "benchmarks" / "stories" / "learned-b.jsonl"
FEW = 10


@pytest.fixture(scope="module")
def taught(services: Services) -> list[Story]:
    lines = KEPT.read_text("utf-8").splitlines()[:FEW]
    return [lessons(json.loads(line), services) for line in lines]


def test_a_sign_weighs_as_much_as_it_tells() -> None:
    """Half of those with the first sign are right, none with the second, all with neither."""
    rows = [{"first"}, {"first"}, {"second"}, {"second"}, set[str](), set[str]()]
    base, weights = regress(rows, [1.0, 0.0, 0.0, 0.0, 1.0, 1.0], 0.01)
    assert base > 2
    assert base + weights["first"] == pytest.approx(0.0, abs=0.1)
    assert base + weights["second"] < -2


def test_a_draft_is_a_journey_where_the_story_has_one_with_its_ends(services: Services) -> None:
    text = "Ana Bek flew from Lima to Quito on Monday. Ivo Bek sailed to Callao on Sunday."
    journey = {"traveller": "Ana Bek", "origin": "Lima", "destination": "Quito"}
    told_of = lessons({"text": text, "journeys": [journey]}, services)
    assert [one.right for one in told_of.lessons] == [1.0, 0.0]
    assert told_of.sentences == 2


def test_each_journey_of_a_story_is_met_once(services: Services) -> None:
    text = "Ana Bek flew from Lima to Quito on Monday. Ivo Bek sailed to Quito on Sunday."
    journey = {"traveller": "Ivo Bek", "origin": None, "destination": "Quito"}
    told_of = lessons({"text": text, "journeys": [journey]}, services)
    assert [one.right for one in told_of.lessons] == [0.0, 1.0]


def test_a_draft_of_which_one_end_is_told_otherwise_is_right_in_part(services: Services) -> None:
    text = "Ana Bek flew from Lima to Quito on Monday."
    journey = {"traveller": "Ana Bek", "origin": "Callao", "destination": "Quito"}
    (lesson,) = lessons({"text": text, "journeys": [journey]}, services).lessons
    assert 0 < lesson.right < 1


def test_a_trip_called_off_teaches_nothing(services: Services) -> None:
    text = "Ana Bek was to fly from Lima to Quito on Monday. The trip was called off."
    assert not lessons({"text": text, "journeys": []}, services).lessons


def test_the_same_stories_give_the_same_weights(taught: list[Story]) -> None:
    assert fit(taught) == fit(taught)


def test_what_is_left_out_is_counted_by_how_far_it_is_right(taught: list[Story]) -> None:
    nothing = {"sentences": 1, "any draft": -1.0, "signs": {}}
    rights = [one.right for story in taught for one in story.lessons]
    no, yes = rights.count(0.0), rights.count(1.0)
    assert told(taught, nothing).startswith(f"left out {no} of {no} no journeys, ")
    assert told(taught, nothing).endswith(f", {yes} of {yes} journeys")
    assert told(taught, {**nothing, "any draft": 1.0}).startswith(f"left out 0 of {no} no ")


def test_the_kept_weights_know_the_stories_that_they_were_fitted_to(taught: list[Story]) -> None:
    """The table in data/ was fitted to these stories as they stand, with signs as they are."""
    rows = [one for story in taught for one in story.lessons]
    right = [judge().weigh(one.signs) for one in rows if one.right]
    wrong = [judge().weigh(one.signs) for one in rows if not one.right]
    met = {sign for one in rows for sign in one.signs} & set(judge().signs)
    assert len(met) > len(judge().signs) * 3 / 4  # the rest is too rare for so few stories
    assert fmean(one > other for one in right for other in wrong) > 3 / 4
    assert judge().sentences <= min(story.sentences for story in taught)
