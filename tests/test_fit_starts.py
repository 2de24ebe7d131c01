"""The tool that fits what judges implied starts: what a story teaches, and what the table knows."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

import pytest

from geo.journeys.starting import starts_judge
from tools.fit_starts import fit_starts, lessons, told

if TYPE_CHECKING:
    from geo.pipeline import Services
    from tools.fit_journeys import Story

KEPT = Path(__file__).parent.parent / "benchmarks" / "stories" / "learned-d.jsonl"
FEW = 20
TEXT = "Ana Bek flew from Lima to Quito on Monday and then went on to Bogotá by bus."
FIRST = {"traveller": "Ana Bek", "origin": "Lima", "destination": "Quito"}


@pytest.fixture(scope="module")
def taught(services: Services) -> list[Story]:
    lines = KEPT.read_text("utf-8").splitlines()[:FEW]
    return [lessons(json.loads(line), services) for line in lines]


@pytest.mark.parametrize(("start", "right"), [("Quito", 1.0), ("Lima", 0.0), (None, 0.0)])
def test_a_start_that_is_implied_teaches_and_one_in_words_does_not(
    services: Services, start: str | None, right: float
) -> None:
    onward = {"traveller": "Ana Bek", "origin": start, "destination": "Bogotá"}
    (lesson,) = lessons({"text": TEXT, "journeys": [FIRST, onward]}, services).lessons
    assert lesson.right == right
    assert {"named in the sentence before", "end of the one before"} <= lesson.signs


def test_a_draft_that_is_no_journey_of_the_story_teaches_nothing(services: Services) -> None:
    assert not lessons({"text": TEXT, "journeys": [FIRST]}, services).lessons


def test_what_is_left_is_counted(taught: list[Story]) -> None:
    every = [one for story in taught for one in story.lessons]
    right = sum(one.right == 1 for one in every)
    nothing = {"sentences": 1, "any draft": -1.0, "signs": {}}
    assert told(taught, nothing) == f"left 0 right of 0 starts, of {right} right of {len(every)}"
    assert fit_starts(taught) == fit_starts(taught)


def test_the_kept_weights_know_the_stories_that_they_were_fitted_to(taught: list[Story]) -> None:
    """The table in data/ was fitted to these stories as they stand, with signs as they are."""
    rows = [one for story in taught for one in story.lessons]
    right = [starts_judge().weigh(one.signs) for one in rows if one.right]
    wrong = [starts_judge().weigh(one.signs) for one in rows if not one.right]
    met = {sign for one in rows for sign in one.signs} & set(starts_judge().signs)
    assert len(met) > len(starts_judge().signs) * 3 / 4  # the rest is too rare for so few stories
    assert fmean(one > other for one in right for other in wrong) > 3 / 4
    assert starts_judge().sentences <= min(story.sentences for story in taught)
