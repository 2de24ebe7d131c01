"""Where a journey got to in the stead of its end, and who is cited for it."""

from __future__ import annotations

import pytest

from geo.contracts import Leg, LegStatus
from geo.journeys import find_journeys
from tests.journeys.story import story

CITED = [
    (
        "The convoy drove from [[Lima]] to [[Piura]] on Monday, the port authority said.",
        "the port authority",
    ),
    ("According to two traders, the barge sailed from [[Arica]] to [[Callao]].", "two traders"),
    ("The barge sailed from [[Arica]] to [[Callao]], officials said.", "officials"),
]


def only(text: str) -> Leg:
    told = story(text)
    journeys, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    ((leg,),) = [journey.legs for journey in journeys]
    return leg


@pytest.mark.parametrize(("text", "reporter"), CITED)
def test_who_is_cited_is_kept(text: str, reporter: str) -> None:
    leg = only(text)
    assert leg.status is LegStatus.REPORTED
    assert leg.reporter is not None
    assert leg.reporter.text == reporter


def test_what_the_article_tells_itself_has_no_reporter() -> None:
    assert only("The barge sailed from [[Arica]] to [[Callao]].").reporter is None


def test_how_far_it_got_is_where_it_turned() -> None:
    leg = only(
        "A ferry, which left [[Arica]] for [[Guayaquil]] on Sunday, turned back near [[Callao]]."
    )
    assert leg.status is LegStatus.TURNED_BACK
    assert leg.ended is not None
    assert leg.ended.place.name == "Callao"
    assert [end.place.name for end in leg.ends] == ["Arica", "Guayaquil", "Callao"]


def test_a_place_that_it_turned_back_to_is_not_how_far_it_got() -> None:
    leg = only("A ferry, which left [[Arica]] for [[Guayaquil]], turned back to [[Arica]].")
    assert leg.status is LegStatus.TURNED_BACK
    assert leg.ended is None


def test_who_was_diverted_got_to_where_it_was_sent() -> None:
    leg = only("A flight from [[Lima]] to [[Arica]] was diverted to [[Antofagasta]] on Sunday.")
    assert leg.status is LegStatus.DIVERTED
    assert leg.ended is not None
    assert leg.ended.place.name == "Antofagasta"
