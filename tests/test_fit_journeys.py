"""The tool that fits what judges journeys: on patterns of our own, and on a few kept stories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from geo.journeys.choosing import trees
from tools.fit_journeys import Story, boost, fit, lessons, told

if TYPE_CHECKING:
    from geo.pipeline import Services

KEPT = Path(__file__).parent.parent / "benchmarks" / "stories" / "learned-b.jsonl"
FEW = 10


@pytest.fixture(scope="module")
def taught(services: Services) -> list[Story]:
    lines = KEPT.read_text("utf-8").splitlines()[:FEW]
    return [lessons(json.loads(line), services) for line in lines]


def test_trees_learn_what_no_single_sign_tells() -> None:
    """Right where the first sign holds, or the second and the third do; the others are idle."""
    seen = np.random.default_rng(5).integers(0, 2, (200, 9))
    right = (seen[:, 0] | (seen[:, 1] & seen[:, 2])).astype(float)
    base, grown = boost(seen, right)
    weights = np.full(len(seen), base)
    for columns, leaves in grown:
        weights += leaves[seen[:, columns] @ (1 << np.arange(len(columns))[::-1])]
    assert ((weights > 0) == (right > 0)).all()


def test_a_draft_is_a_journey_where_the_story_has_one_with_its_ends(services: Services) -> None:
    text = "Ana Bek flew from Lima to Quito on Monday. Ivo Bek sailed to Callao on Sunday."
    journey = {"traveller": "Ana Bek", "origin": "Lima", "destination": "Quito"}
    told_of = lessons({"text": text, "journeys": [journey]}, services)
    assert [one.is_journey for one in told_of.lessons] == [True, False]
    assert told_of.sentences == 2


def test_each_journey_of_a_story_is_met_once(services: Services) -> None:
    text = "Ana Bek flew from Lima to Quito on Monday. Ivo Bek sailed to Quito on Sunday."
    journey = {"traveller": "Ivo Bek", "origin": None, "destination": "Quito"}
    told_of = lessons({"text": text, "journeys": [journey]}, services)
    assert [one.is_journey for one in told_of.lessons] == [False, True]


def test_the_same_stories_give_the_same_trees(taught: list[Story]) -> None:
    assert fit(taught) == fit(taught)


def test_what_is_left_out_is_counted_by_whether_it_is_a_journey(taught: list[Story]) -> None:
    nothing = {"sentences": 1, "signs": ["none"], "base": -1.0, "trees": [[[0], [0.0, 0.0]]]}
    rows = [one.is_journey for story in taught for one in story.lessons]
    no, yes = rows.count(False), rows.count(True)
    wanted = f"{no} of {no} that are no journeys left out, {yes} of {yes} that are"
    assert told(taught, nothing) == wanted
    assert told(taught, {**nothing, "base": 1.0}).startswith("0 of")


def test_the_kept_trees_know_the_stories_that_they_were_fitted_to(taught: list[Story]) -> None:
    """The table in data/ was fitted to these stories as they stand, with signs as they are."""
    weights = [
        (trees().weigh([one.signs])[0], one.is_journey) for story in taught for one in story.lessons
    ]
    right = [weight for weight, is_journey in weights if is_journey]
    wrong = [weight for weight, is_journey in weights if not is_journey]
    assert np.mean(right) > np.mean(wrong) + 1
    assert trees().sentences <= min(story.sentences for story in taught)
