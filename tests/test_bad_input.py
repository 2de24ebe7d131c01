"""Texts that are no articles are read to the end, and what was not tried is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import LONGEST_PIECE, Source, Span
from geo.pipeline import analyse
from geo.text.quantities import find_amounts

if TYPE_CHECKING:
    from geo.pipeline import Services

_CLAUSE = "the trawler went from Lisbon to Porto with 30 km to go and Oslo said nothing while "
BAD = {
    "a sentence of 4,000 words": _CLAUSE * 240 + "it rained.",
    "no full stop": _CLAUSE * 500,
    "no spaces": "abcdefghij" * 10_000,
    "Chinese": "船从里斯本开往波尔图" * 1_000,
    "Arabic": "غادرت السفينة ميناء لشبونة " * 500,
    "Thai": "เรือออกจากท่า" * 1_000,
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_grammar_that_was_not_tried_is_told(text: str, services: Services) -> None:
    analysis = analyse(Source(text=text), services)

    assert analysis.itineraries == ()
    stages = {problem.stage for problem in analysis.problems if problem.code == "no-grammar"}
    assert stages == {"text", "journeys"}


def test_a_text_of_digits_alone_is_read_to_its_end(services: Services) -> None:
    analysis = analyse(Source(text="1234567890" * 10_000), services)

    assert (analysis.toponyms, analysis.itineraries, analysis.claims) == ((), (), ())


def test_figures_of_a_text_without_full_stops_are_all_found(services: Services) -> None:
    analysis = analyse(Source(text=_CLAUSE * 50), services)

    figures = [claim.figure.span for claim in analysis.claims if claim.quantity is not None]
    assert len({span.start for span in figures}) == 50
    assert all(span.text == "30 km" for span in figures)


def test_pieces_hold_every_character_once_and_none_is_long() -> None:
    text = "word " * 700 + "x" * 2_500 + " 80 km"
    pieces = list(Span(start=7, end=7 + len(text), text=text).pieces(LONGEST_PIECE))

    assert "".join(piece.text for piece in pieces) == text
    assert all(0 < piece.end - piece.start <= LONGEST_PIECE for piece in pieces)
    assert [piece.end for piece in pieces[:-1]] == [piece.start for piece in pieces[1:]]
    assert [one.quantity.value for one in find_amounts(pieces[-1].text, 0)] == [80]
