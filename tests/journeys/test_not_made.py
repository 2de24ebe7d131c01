"""What was only meant, booked, denied or called off: no journey that was made, and which one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import LegStatus, Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Analysis, Leg
    from geo.pipeline import Services

CANCELLED, PLANNED = LegStatus.CANCELLED, LegStatus.PLANNED

ONE = [
    ("We hope to be in Porto Alegre by Friday.", "", "Porto Alegre", PLANNED),
    ("The choir hopes to be in Oslo on Friday.", "", "Oslo", PLANNED),
    (
        "Reports that troops had crossed into Chad were denied.",
        "",
        "Chad",
        LegStatus.DENIED,
    ),
    ("The supply run from Bergen to Narvik is off.", "Bergen", "Narvik", CANCELLED),
    ("The mayor had promised to visit Tartu in May, but did not go.", "", "Tartu", CANCELLED),
    ("A trip to Tartu by the choir had to be cancelled.", "", "Tartu", CANCELLED),
    ("The plan to fly to Trieste had to be given up.", "", "Trieste", CANCELLED),
    (
        "A flight that would have taken a crew from Oslo to Narvik was cancelled.",
        "Oslo",
        "Narvik",
        CANCELLED,
    ),
    (
        "A chess team that was to have joined a tournament in Krakow stayed at home.",
        "",
        "Krakow",
        CANCELLED,
    ),
    ("A chess team that was to have played in Krakow is still at home.", "", "Krakow", CANCELLED),
    ("The choir dropped a plan to sing in Trieste.", "", "Trieste", CANCELLED),
    ("A plan to see Greenland fell through.", "", "Greenland", CANCELLED),
    ("A day in Bratislava had to be dropped.", "", "Bratislava", CANCELLED),
    ("The minister scrapped a ceremony at Tartu on Tuesday.", "", "Tartu", CANCELLED),
    ("Anna Berg has a seat on Friday's flight to Delhi.", "", "Delhi", PLANNED),
    ("Anna Berg has a seat on the bus from Oslo to Bergen.", "Oslo", "Bergen", PLANNED),
    (
        "Two brothers bought tickets for the night ferry to Turku, but the sailing was scrapped.",
        "",
        "Turku",
        CANCELLED,
    ),
    (
        "The smuggler bought a ticket to Rome, but she lost heart at the airport.",
        "",
        "Rome",
        CANCELLED,
    ),
]

NOBODY = [
    "The council scrapped a ceremony at Tartu on Tuesday.",
    "A day in Bratislava costs 50 euros.",
    "A plan to end the war in Gaza fell through.",
    "A plan to build a dam in Peru was scrapped.",
    "A plan to stop imports from Peru fell through.",
    "A plan to see Peru join the bloc fell through.",
    "Fans had tickets to the final in Paris.",
    "The mayor bought a ticket from a tout in Rome.",
    "Anna Berg bought tickets to a concert in Rome.",
    "Tom Hill had a seat on the council of Lima.",
]


def _legs(analysis: Analysis) -> list[Leg]:
    return [leg for one in analysis.itineraries for leg in one.legs]


@pytest.mark.parametrize(("text", "origin", "goal", "status"), ONE)
def test_what_was_not_made_has_its_status(
    services: Services, text: str, origin: str, goal: str, status: LegStatus
) -> None:
    analysis = analyse(Source(text=text), services)
    names = {one.id: one.span.text for one in analysis.toponyms}

    def _name(toponym: str | None) -> str:
        return names[toponym] if toponym else ""

    told = [
        (
            _name(leg.origin.toponym_id if leg.origin else None),
            _name(leg.destination.toponym_id if leg.destination else None),
            leg.status,
        )
        for leg in _legs(analysis)
    ]
    assert told == [(origin, goal, status)]


@pytest.mark.parametrize("text", NOBODY)
def test_what_nobody_meant_to_make_is_no_journey(services: Services, text: str) -> None:
    assert _legs(analyse(Source(text=text), services)) == []


def test_a_way_back_that_was_meant_is_told_as_given_up(services: Services) -> None:
    text = 'Anna Berg flew from Oslo to Narvik. "I had meant to go back on Thursday," she said.'
    legs = _legs(analyse(Source(text=text), services))
    assert [leg.status for leg in legs] == [LegStatus.HAPPENED, CANCELLED]
