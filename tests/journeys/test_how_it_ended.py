"""Where a journey got to in the stead of its end, and who is cited for it."""

from __future__ import annotations

import pytest

from geo.contracts import Leg, LegStatus, Mode
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


BROKEN_OFF = [
    "A convoy left [[Lima]] for [[Piura]] on Friday but was stopped near [[Callao]].",
    "A ferry which left [[Lima]] for [[Piura]] sank off [[Callao]].",
]


@pytest.mark.parametrize("text", BROKEN_OFF)
def test_a_way_that_was_broken_off_got_no_further(text: str) -> None:
    leg = only(text)
    assert leg.status is LegStatus.UNDER_WAY
    assert leg.ended is not None
    assert leg.ended.place.name == "Callao"
    assert not leg.via


def test_who_was_only_held_up_got_there() -> None:
    leg = only(
        "A convoy left [[Lima]] on Friday, was stopped near [[Callao]] and reached [[Piura]]."
    )
    assert leg.destination is not None
    assert leg.destination.place.name == "Piura"
    assert leg.ended is None


def test_a_plan_told_after_a_halt_is_another_way() -> None:
    told = story(
        "A convoy left [[Lima]] on Friday but was stopped near [[Callao]]. "
        "It will move on to [[Piura]] on Monday."
    )
    journeys, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    first, second = (leg for journey in journeys for leg in journey.legs)
    assert first.destination is None
    assert second.origin is not None
    assert second.origin.place.name == "Callao"
    assert second.status is LegStatus.PLANNED


ELSEWHERE = [
    "A jet from [[Lima]] to [[Santiago]] put down in [[Arica]] instead.",
    "A jet bound for [[Santiago]] from [[Lima]] ended up in [[Arica]].",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_who_ended_up_elsewhere_was_diverted(text: str) -> None:
    leg = only(text)
    assert leg.status is LegStatus.DIVERTED
    assert leg.destination is not None
    assert leg.ended is not None
    assert (leg.destination.place.name, leg.ended.place.name) == ("Santiago", "Arica")


@pytest.mark.parametrize(
    "text",
    [
        "A bridge on the main railway between [[Lima]] and [[Callao]] collapsed, officials said.",
        "Mud closed the railway from [[Lima]] to [[Callao]].",
    ],
)
def test_a_way_that_something_happens_to_is_nobodys_journey(text: str) -> None:
    assert only(text).status is LegStatus.GENERAL


@pytest.mark.parametrize(
    "text",
    [
        "The fare for the crossing from [[Lima]] to [[Callao]] was set by the owners.",
        "The record for the ride from [[Lima]] to [[Callao]] was broken by a postman.",
        "The permit for the voyage from [[Callao]] to [[Arica]] was signed by the minister.",
    ],
)
def test_what_is_told_of_a_way_is_nobodys_journey(text: str) -> None:
    leg = only(text)
    assert leg.status is LegStatus.GENERAL
    assert not leg.traveller


def test_who_gave_something_up_before_did_not_turn_back() -> None:
    leg = only(
        "A pilot who lived in a hut gave up flying at 71. With a friend he rode from [[Lima]] to "
        "[[Arica]] in May."
    )
    assert leg.status is LegStatus.HAPPENED


def test_by_what_somebody_was_taken_back_is_not_by_what_he_set_out() -> None:
    leg = only("A rider left [[Lima]] for [[Arica]] on foot and was driven back to [[Lima]].")
    assert leg.status is LegStatus.TURNED_BACK
    assert leg.mode is Mode.FOOT
