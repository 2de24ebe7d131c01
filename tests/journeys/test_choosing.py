"""What judges drafts: how it reads its trees, what it leaves out, and what it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.contracts import Source
from geo.journeys.choosing import marked, to_trees, trees
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Analysis
    from geo.pipeline import Services

DOUBTFUL = "A court will rule in June on the extradition to Brazil of the former treasurer."
STORY = f"""LISBON, March 3 — The harbour board of Setúbal met on Tuesday to talk about its debts.

Its chairman, Rui Prates, drove to Évora on Monday and came back on the same evening. He said \
little about what he had heard there. The board owes nine million euros to two banks.

{DOUBTFUL} He denies that he took any of the money. His lawyer called the papers thin.

Dockers held up traffic at the gates for an hour. Their union wants the board to sell its tower. \
The mayor of Setúbal asked both sides to wait until the spring.
"""


def goals(analysis: Analysis) -> list[str]:
    legs = [leg for one in analysis.itineraries for leg in one.legs]
    return [leg.destination.place.name for leg in legs if leg.destination is not None]


def test_a_tree_asks_its_signs_in_order_and_adds_its_leaf() -> None:
    leaves = [0.0, 1.0, 2.0, 3.0]
    table = {
        "sentences": 8,
        "signs": ["by road", "over"],
        "base": 0.5,
        "trees": [[[0, 1], leaves], [[1, 0], leaves]],
    }
    rows: list[set[str]] = [set(), {"over"}, {"by road"}, {"by road", "over", "unheard of"}]
    assert to_trees(table).weigh(rows).tolist() == [0.5, 3.5, 3.5, 6.5]


def test_signs_that_no_tree_asks_count_for_nothing() -> None:
    assert marked([{"a", "z"}, set()], {"a": 0, "b": 1}).tolist() == [[1, 0], [0, 0]]


def test_the_kept_trees_are_whole() -> None:
    kept = trees()
    assert kept.leaves.shape == (len(kept.columns), 2 ** kept.columns.shape[1])
    assert set(kept.columns.flat) == set(range(len(kept.signs)))
    assert np.isfinite(kept.leaves).all()


def test_a_doubtful_journey_of_a_story_is_a_note_and_no_journey(services: Services) -> None:
    analysis = analyse(Source(text=STORY), services)
    assert goals(analysis) == ["Évora"]
    (note,) = [one for one in analysis.problems if one.code == "doubtful-journey"]
    assert note.span is not None
    assert note.span.text == "extradition"
    assert "'Brazil'" in note.message


def test_a_text_shorter_than_those_it_learned_from_is_not_judged(services: Services) -> None:
    analysis = analyse(Source(text=DOUBTFUL), services)
    assert goals(analysis) == ["Brazil"]
    assert not analysis.problems


def test_a_way_in_general_stays_what_it_is(services: Services) -> None:
    text = STORY + "\nThe bus from Lisbon to Évora takes two hours.\n"
    legs = [leg for one in analyse(Source(text=text), services).itineraries for leg in one.legs]
    assert [leg.status for leg in legs if leg.origin is not None] == ["general"]
