"""What judges drafts: how it reads its trees, what it leaves out, and what it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Source
from geo.journeys.choosing import to_judge
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


def test_signs_add_up_and_those_not_listed_count_for_nothing() -> None:
    told = to_judge({"sentences": 8, "any draft": 0.5, "signs": {"by road": 1.0, "over": -2.0}})
    assert told.weigh(set()) == 0.5
    assert told.weigh({"by road", "over", "unheard of"}) == -0.5


def test_signs_weigh_the_same_in_whatever_order_they_come() -> None:
    signs = {"by road": 0.1, "over": 0.2, "told": 0.3}
    told = to_judge({"sentences": 8, "any draft": -0.6, "signs": signs})
    assert told.weigh(tuple(signs)) == told.weigh(tuple(reversed(signs)))


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


def test_a_trip_that_did_not_take_place_is_not_judged(services: Services) -> None:
    """It is drawn as no way; "called off" is said in as many words."""
    called_off = "The extradition to Brazil of the former treasurer was called off in June."
    legs = [
        leg
        for one in analyse(Source(text=STORY.replace(DOUBTFUL, called_off)), services).itineraries
        for leg in one.legs
    ]
    assert [leg.status for leg in legs] == ["happened", "cancelled"]
