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

MAYBE, DENIED = LegStatus.HYPOTHETICAL, LegStatus.DENIED

VISIT = [
    ("The pope's visit to Tartu is likely to be cancelled.", MAYBE),
    ("The pope's visit to Tartu is unlikely.", MAYBE),
    ("The pope's visit to Tartu remains uncertain.", MAYBE),
    ("The pope's visit to Tartu is in doubt.", MAYBE),
    ("The pope's visit to Tartu was thrown into doubt by a strike.", MAYBE),
    ("The pope's visit to Tartu hangs in the balance.", MAYBE),
    ("The pope's visit to Tartu depends on the weather.", MAYBE),
    ("The pope's visit to Tartu has yet to be confirmed.", MAYBE),
    ("The pope's visit to Tartu was discussed on Monday.", MAYBE),
    ("The pope's visit to Tartu failed to materialise.", DENIED),
    ("The pope's visit to Tartu is imminent.", PLANNED),
    ("The pope's visit to Tartu is set for May.", PLANNED),
    ("The pope's visit to Tartu is due to begin on Monday.", PLANNED),
    ("The pope's visit to Tartu would be the first since 1985.", PLANNED),
    ("The pope's visit to Tartu was brought forward to May.", PLANNED),
    ("The pope's visit to Tartu was to have begun on Monday.", CANCELLED),
    ("The pope's visit to Tartu was hailed by bishops.", LegStatus.HAPPENED),
    ("The army opposes the pope's visit to Tartu.", MAYBE),
    ("The army asked the pope to delay his visit to Tartu.", MAYBE),
    ("The army awaits the pope's visit to Tartu.", PLANNED),
    ("The army demanded the cancellation of the pope's visit to Tartu.", MAYBE),
    ("Rain forced the cancellation of the pope's trip to Tartu.", CANCELLED),
    ("The pope's flight to Tartu could not take off.", CANCELLED),
    ("The cook faces deportation to Chad.", MAYBE),
]

DONE = [
    ("The cook faces being deported to Chad.", MAYBE),
    ("The cook avoided being deported to Chad.", DENIED),
    ("The cook avoided arrest by fleeing to Chad.", LegStatus.HAPPENED),
    ("The police stopped the cook going to Chad.", DENIED),
    ("The pope begged to be flown to Tartu.", MAYBE),
    ("The pope imagined flying to Tartu.", MAYBE),
    ("The pope thought about going to Tartu.", MAYBE),
    ("The pope was forbidden to leave Rome.", DENIED),
    ("The pope was too ill to travel to Tartu.", DENIED),
    ("The pope had no time to go to Tartu.", DENIED),
    ("The pope had no choice but to fly to Tartu.", LegStatus.HAPPENED),
    ("The pope has no choice but to fly to Tartu.", PLANNED),
    ("The cook is liable to be deported to Chad.", MAYBE),
]

BACK, OTHERWISE = LegStatus.TURNED_BACK, LegStatus.DIVERTED

TURNED = [
    ("A flight from Rome to Bari returned to Rome with a smoking engine.", BACK),
    ("A flight from Rome to Bari circled for an hour and went back to Rome.", BACK),
    ("A flight from Rome to Bari was recalled.", BACK),
    ("A flight from Rome to Bari made for Naples after an engine failed.", OTHERWISE),
    ("The ferry Sea Heron left Bari for Split, only to return an hour later.", BACK),
    (
        "The ferry Sea Heron left Bari for Split. It got no farther than Ancona.",
        LegStatus.UNDER_WAY,
    ),
    ("The train from Rome to Bari went no farther than Foggia.", LegStatus.UNDER_WAY),
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


@pytest.mark.parametrize(("text", "status"), [*VISIT, *DONE, *TURNED])
def test_what_is_said_of_a_journey_tells_whether_it_was_made(
    services: Services, text: str, status: LegStatus
) -> None:
    assert [leg.status for leg in _legs(analyse(Source(text=text), services))] == [status]


@pytest.mark.parametrize("text", NOBODY)
def test_what_nobody_meant_to_make_is_no_journey(services: Services, text: str) -> None:
    assert _legs(analyse(Source(text=text), services)) == []


def test_a_way_back_that_was_meant_is_told_as_given_up(services: Services) -> None:
    text = 'Anna Berg flew from Oslo to Narvik. "I had meant to go back on Thursday," she said.'
    legs = _legs(analyse(Source(text=text), services))
    assert [leg.status for leg in legs] == [LegStatus.HAPPENED, CANCELLED]
