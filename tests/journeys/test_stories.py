"""Whole stories: what is said of one journey in many places comes together, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from geo.contracts import LegStatus, Mode
from geo.journeys import find_journeys
from tests.journeys.legs import legs_of
from tests.journeys.story import story

TRAIN = """Kim Jong Un’s armoured train heads for [[Russia]] and a summit with Putin

[[~North Korea’s|North Korea]] leader set out from [[Pyongyang]] aboard his armoured train on \
Sunday evening, bound for [[Vladivostok]] and his first talks with Vladimir Putin in four \
years, according to officials in [[Seoul]].

Two [[~South Korean|South Korea]] newspapers expected the leaders to sit down together on \
Tuesday or Wednesday in [[Vladivostok]], a port that lies just 80 miles from [[the \
Russia–North Korea border|border]].

It needs about 20 hours for the 683 miles to [[Vladivostok]], at a speed of about 60 km/h and \
with a long halt at [[the border|border]], where the carriages are lifted on to bogies.

Mr Kim last went abroad in 2019, when the same train took him to [[Vladivostok]]. Sergei \
Shoigu, the [[~Russian|Russia]] defence minister, visited [[the North Korean \
capital|Pyongyang]] in July, a trip on which he was shown new missiles.
"""

SHIP = """Hospital ship leaves [[Valparaíso]] for [[Peru]]’s flooded north

A [[~Chilean|Chile]] navy hospital ship sailed from [[Valparaíso]] on Monday morning for \
[[Callao]], the port of [[Lima]], with 60 doctors and nurses on board.

The crossing of about 1,300 nautical miles should take four days, the navy said. The ship is \
due in [[Callao]] on Friday and will not put in at [[Antofagasta]] on the way, as had been \
planned.

In [[Peru]]’s north a second team is travelling overland. Eleven lorries left [[Lima]] on \
Tuesday for [[Piura]], which lies 980 km by road from [[the Peruvian capital|Lima]].

Officials in [[Santiago]] had feared that the quay at [[Arica]] could not be used. [[Chile]]’s \
foreign minister flew to [[Lima]] last week to offer help, and [[*Ecuador]] said that it might \
send helicopters from [[Guayaquil]].
"""

# Thursday.
SHIP_PUBLISHED = date(2026, 11, 26)


def test_one_train_journey_is_told_by_five_sentences() -> None:
    legs = legs_of(story(TRAIN))
    assert len(legs) == 3
    first = legs[0]
    assert first.traveller == "Kim Jong Un"
    assert first.origin is not None
    assert first.origin.place.name == "Pyongyang"
    assert first.destination is not None
    assert first.destination.place.name == "Vladivostok"
    assert [end.place.name for end in first.via] == ["Russia–North Korea border"]
    assert first.stop is not None
    assert first.stop.text == "a long halt at the border"
    assert first.mode is Mode.RAIL
    assert first.status is LegStatus.REPORTED
    assert first.departed is not None
    assert first.departed.text == "on Sunday evening"
    assert first.arrived is not None
    assert first.arrived.text == "on Tuesday or Wednesday"
    assert {evidence.reason.split(":")[0] for evidence in first.evidence} >= {
        "who travels",
        "from here",
        "to here",
        "by rail",
        "somebody is cited",
        "the time of departure",
        "the time of arrival",
        "a stop on the way",
    }


def test_an_earlier_trip_and_another_travellers_visit_stay_apart() -> None:
    _, earlier, visit = legs_of(story(TRAIN))
    assert earlier.traveller == "Kim Jong Un"
    assert earlier.origin is None
    assert earlier.mode is Mode.RAIL
    assert earlier.status is LegStatus.HAPPENED
    assert earlier.departed is not None
    assert (earlier.departed.earliest, earlier.departed.latest) == (
        date(2019, 1, 1),
        date(2019, 12, 31),
    )
    assert not earlier.departed.inferred
    assert visit.traveller == "Sergei Shoigu"
    assert visit.origin is None
    assert visit.destination is not None
    assert visit.destination.place.name == "Pyongyang"
    assert visit.departed is None
    assert visit.arrived is not None
    assert (visit.arrived.text, visit.arrived.earliest) == ("in July", None)


def test_ship_lorries_minister_and_helicopters() -> None:
    legs = legs_of(story(SHIP, published=SHIP_PUBLISHED))
    assert [
        (
            leg.traveller,
            leg.origin.place.name if leg.origin else None,
            leg.destination.place.name if leg.destination else None,
            leg.mode,
            leg.status,
        )
        for leg in legs
    ] == [
        ("Chilean navy hospital ship", "Valparaíso", "Callao", Mode.SEA, LegStatus.UNDER_WAY),
        ("Eleven lorries", "Lima", "Piura", Mode.ROAD, LegStatus.UNDER_WAY),
        ("Chile’s foreign minister", None, "Lima", Mode.AIR, LegStatus.HAPPENED),
        ("helicopters", "Guayaquil", None, Mode.AIR, LegStatus.HYPOTHETICAL),
    ]
    ship = legs[0]
    assert ship.via == ()
    assert any("not by way of Antofagasta" in evidence.reason for evidence in ship.evidence)
    assert ship.departed is not None
    assert (ship.departed.earliest, ship.departed.inferred) == (date(2026, 11, 23), True)
    assert ship.arrived is not None
    assert ship.arrived.earliest == ship.arrived.latest == date(2026, 11, 27)


def test_evidence_is_the_articles_own_words() -> None:
    for text in (TRAIN, SHIP):
        told = story(text)
        for leg in legs_of(told):
            spans = [evidence.span for evidence in leg.evidence if evidence.span]
            assert spans
            for span in spans:
                assert told.article.text[span.start : span.end] == span.text


def test_an_end_that_could_not_be_placed_is_a_problem_and_no_end() -> None:
    told = story("Maria Lopez flew from [[Lima]] to [[Atlantis]] on Monday.")
    itineraries, problems = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    assert itineraries[0].legs[0].destination is None
    assert [problem.code for problem in problems] == ["end-not-placed"]
    assert "Atlantis" in problems[0].message


def test_a_journey_without_any_placed_end_is_only_a_problem() -> None:
    told = story("Maria Lopez flew to [[Atlantis]].")
    itineraries, problems = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    assert itineraries == ()
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # The same traveller, but not the same journey.
        ("Mr Dubois visited [[Cairo]] in May. Mr Dubois will visit [[Cairo]] in July.", 2),
        ("Mr Dubois flew to [[Cairo]] in 2012. Mr Dubois flew to [[Cairo]] in 2019.", 2),
        # Another traveller to the same place.
        ("Ana Silva flew to [[Cairo]] on Monday. Ivan Petrov flew to [[Cairo]] on Monday.", 2),
        # There and back.
        ("Ana Silva flew to [[Cairo]] on Monday. She returned to [[Paris]] on Friday.", 2),
        # One journey in two sentences.
        ("Ana Silva left [[Paris]] on Monday. She arrived in [[Cairo]] on Tuesday.", 1),
        ("The train left [[Kyiv]] for [[Poland]]. It reached [[Warsaw]] on Friday.", 1),
        ("Ana Silva left [[Paris]] for [[Cairo]]. Ms Silva is due in [[Cairo]] on Friday.", 1),
        # A train and a ship are not the same.
        ("The group went by train to [[Kyiv]]. The group sailed to [[Odesa]].", 2),
    ],
)
def test_what_is_one_journey(text: str, count: int) -> None:
    assert len(legs_of(story(text))) == count
