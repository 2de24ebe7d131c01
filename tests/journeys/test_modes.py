"""By what a journey goes where no word of it says so: what the story around it speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ChangedLeg, Mode, RouteKind, Source, Span
from geo.edits import anchor_of, first_words, leg_numbers
from geo.journeys import as_said, routes_as_said
from geo.journeys.choosing import to_judge
from geo.journeys.mode_signs import MODES
from geo.journeys.modes import likely_mode, mode_judge
from geo.pipeline import analyse, read, understand
from geo.wording import leg_sentence

if TYPE_CHECKING:
    from geo.contracts import Leg
    from geo.pipeline import Services

LEFT = "The crew left Oran on Monday for Cartagena, on the other shore."
FERRY = f"""ALGIERS, March 3 — The ferry Sidi Bel sailed from Algiers to Marseille on Sunday.

Its skipper, Karim Belaid, docked there on Monday. The harbour was full of trawlers. A second \
ferry sailed from Oran to Alicante on Friday and berthed at noon.

{LEFT} The port had been shut for a week. Two boats lay at the quay without a captain.

The ferry sailed back to Algiers on Wednesday. Its owners say that a third ship will sail in May.
"""
TALKS = f"""ALGIERS, March 3 — The council of theatres met on Sunday to talk about its debts.

Its chairman, Karim Belaid, said little. The players want higher wages. A second meeting is to \
be held in spring, and a third in summer.

{LEFT} The theatre had been shut for a week. Two actors are ill.

The council owes nine million euros. Its bank wants them back by May.
"""


def left_oran(text: str, services: Services) -> Leg:
    legs = [leg for one in analyse(Source(text=text), services).itineraries for leg in one.legs]
    (leg,) = [one for one in legs if one.destination and one.destination.place.name == "Cartagena"]
    return leg


def test_what_the_story_tells_of_says_by_what_a_journey_likely_goes(services: Services) -> None:
    leg = left_oran(FERRY, services)
    assert leg.mode is Mode.SEA
    why = leg.likely_mode
    assert why is not None
    assert why.reason.startswith("likely by sea, as ")
    assert why.span is None


def test_a_story_that_tells_of_no_way_leaves_it_open(services: Services) -> None:
    assert left_oran(TALKS, services).mode is Mode.UNKNOWN


def test_a_way_that_is_said_stays(services: Services) -> None:
    text = FERRY.replace("left Oran on Monday", "left Oran by plane on Monday")
    leg = left_oran(text, services)
    assert leg.mode is Mode.AIR
    assert leg.likely_mode is None


def test_a_text_of_few_sentences_is_not_judged(services: Services) -> None:
    text = f"The ferry sailed from Algiers to Marseille on Sunday. {LEFT}"
    assert left_oran(text, services).mode is Mode.UNKNOWN


def test_a_way_needs_more_for_it_than_against_and_words_of_the_story() -> None:
    judge = to_judge({"sentences": 8, "any draft": -1.0, "signs": {"told": 2.0, "long": 3.0}})
    span = Span(start=0, end=4, text="ship")
    nothing: dict[Mode, dict[str, Span | None]] = {mode: {} for mode in MODES}
    assert likely_mode(nothing, judge) is None
    assert likely_mode({**nothing, Mode.AIR: {"long": None}}, judge) is None
    found = likely_mode({**nothing, Mode.AIR: {"told": span}, Mode.SEA: {}}, judge)
    assert found is not None
    assert (found.mode, found.weight, found.sign) == (Mode.AIR, 1.0, "told")


def test_the_kept_weights_are_for_whole_stories() -> None:
    assert mode_judge().sentences > 1


def test_no_figure_is_held_against_a_way_that_is_only_likely(services: Services) -> None:
    analysis = analyse(Source(text=FERRY), services)
    likely = {leg.id for one in analysis.itineraries for leg in one.legs if leg.is_mode_likely}
    assert likely == {left_oran(FERRY, services).id}
    said = [leg for one in as_said(analysis.itineraries) for leg in one.legs if leg.id in likely]
    assert [leg.mode for leg in said] == [Mode.UNKNOWN]
    assert [leg.likely_mode for leg in said] == [None]
    assert likely.isdisjoint(
        route.leg_id
        for route in routes_as_said(analysis.routes, analysis.itineraries)
        if route.kind is not RouteKind.GEODESIC
    )


def test_who_corrects_a_way_leaves_nothing_likely_about_it(services: Services) -> None:
    reading = read(Source(text=FERRY), services)
    found = understand(reading, services)
    leg = next(one for one in found.legs if one.is_mode_likely)
    span = first_words(leg)
    assert span is not None
    edit = ChangedLeg(
        anchor=anchor_of(FERRY, span), number=leg_numbers(found.itineraries)[leg.id], mode=Mode.AIR
    )
    changed = understand(reading, services, edits=[edit])
    (new,) = [one for one in changed.legs if one.mode is Mode.AIR]
    assert not new.is_mode_likely


def test_the_reader_is_told_that_it_is_only_likely(services: Services) -> None:
    assert ", likely by sea, from Oran" in leg_sentence(left_oran(FERRY, services))


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A fuel tanker left Oran for Algiers on Monday.", Mode.ROAD),
        ("A convoy of forty petrol tankers rolled into Algiers from Oran on Monday.", Mode.ROAD),
        ("An oil tanker left Oran for Algiers on Monday.", Mode.SEA),
        ("The tanker left Oran for Algiers on Monday.", Mode.SEA),
        ("Smugglers moved tortoises from Oran to Algiers on Monday.", Mode.UNKNOWN),
        ("The wolf walked from Oran to Algiers.", Mode.FOOT),
    ],
)
def test_a_vehicle_goes_as_its_load_says_and_what_is_carried_not_by_itself(
    services: Services, text: str, mode: Mode
) -> None:
    legs = [leg for one in analyse(Source(text=text), services).itineraries for leg in one.legs]
    assert [leg.mode for leg in legs] == [mode]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("An air ambulance left Mombasa for Lamu on Monday.", Mode.AIR),
        ("A road train left Darwin for Katherine on Monday.", Mode.ROAD),
        ("A mule train left Mombasa for Lamu on Monday.", Mode.ROAD),
        ("A night train left Mombasa for Nairobi on Monday.", Mode.RAIL),
        ("An ox wagon left Mombasa for Lamu on Monday.", Mode.ROAD),
        ("A sea plane left Mombasa for Lamu on Monday.", Mode.AIR),
        ("The rally left Riyadh for Jeddah on Monday.", Mode.ROAD),
        ("Two water bombers left Zadar for Split.", Mode.AIR),
        ("The railway cancelled Friday's departure from Aberdeen to Perth.", Mode.RAIL),
        ("The airline cancelled Friday's departure from Aberdeen to Perth.", Mode.AIR),
        ("The council cancelled Friday's departure from Aberdeen to Perth.", Mode.UNKNOWN),
    ],
)
def test_words_before_a_vehicle_and_firms_tell_by_what_it_goes(
    text: str, mode: Mode, services: Services
) -> None:
    (itinerary,) = analyse(Source(text=text), services).itineraries
    assert [leg.mode for leg in itinerary.legs] == [mode]
