"""What judges implied starts: what it takes back, what it leaves, and what it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Analysis
    from geo.pipeline import Services

CRASH = "The coach overturned near Nazca before dawn on Sunday."
HURT = "Four of those hurt were flown to Arequipa."
STORY = f"""A court will hear next month why a night coach left the road, the ministry said.

The firm has run coaches along the coast for thirty years. It owes its drivers two months of \
wages. Its owner did not want to speak to a reporter. {CRASH} The driver had slept for three \
hours. {HURT} Their families have asked for a lawyer.

The ministry wants all firms to show their books by the spring. A union of drivers welcomed that.
"""
SURE = """The harbour board met on Tuesday to talk about its debts.

Its chairman, Rui Prates, drove to Évora on Monday and then flew to Porto. He said little about \
what he had heard there. The board owes nine million euros to two banks.

Dockers held up traffic at the gates for an hour. Their union wants the board to sell its tower. \
The mayor asked both sides to wait until the spring. Nobody else spoke.
"""


def starts(analysis: Analysis) -> list[str]:
    legs = [leg for one in analysis.itineraries for leg in one.legs]
    return [leg.origin.place.name if leg.origin is not None else "" for leg in legs]


def test_a_doubtful_start_is_a_note_and_no_start(services: Services) -> None:
    analysis = analyse(Source(text=STORY), services)
    assert starts(analysis) == [""]
    (note,) = [one for one in analysis.problems if one.code == "doubtful-start"]
    assert note.span is not None
    assert note.span.text == "flown"
    assert "'Nazca'" in note.message
    assert "the story is at Nazca just before" in note.message


def test_a_text_shorter_than_those_it_learned_from_is_not_judged(services: Services) -> None:
    analysis = analyse(Source(text=f"{CRASH} {HURT}"), services)
    assert starts(analysis) == ["Nazca"]
    assert not analysis.problems


def test_where_the_sentence_itself_leads_on_from_is_sure(services: Services) -> None:
    analysis = analyse(Source(text=SURE), services)
    assert starts(analysis) == ["", "Évora"]
    assert not [one for one in analysis.problems if one.code == "doubtful-start"]


@pytest.mark.parametrize("words", ["were flown from Nazca to", "left Nazca for"])
def test_a_start_in_so_many_words_is_not_judged(services: Services, words: str) -> None:
    text = STORY.replace("were flown to", words)
    assert starts(analyse(Source(text=text), services)) == ["Nazca"]
