from __future__ import annotations

from dataclasses import replace

import pytest

from geo.contracts import Candidate, Check, Mode, Route, RouteKind, Verdict
from tests.claims.build import PLACES, Told, Trip, tell

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO
RAIL = Trip(origin="Pyongyang", destination="Vladivostok", mode=Mode.RAIL, way_km=1180)
HALT = replace(RAIL, stop="a long halt")
ROAD = Trip(origin="Lima", destination="Piura", mode=Mode.ROAD)
SEA = Trip(origin="Valparaíso", destination="Callao", mode=Mode.SEA)
FLIGHT = Trip(origin="London", destination="Paris", mode=Mode.AIR)

# Distances between places: text, verdict, words that the reason or the condition must hold.
DISTANCES = [
    ("[Vladivostok] lies just 80 miles from [the border|border].", HOLDS, "79 mi"),
    ("[Vladivostok] lies 129 km from [the border|border].", HOLDS, "128 km (79 mi)"),
    ("[Vladivostok] lies 80 km from [the border|border].", FAILS, "miles were meant"),
    ("[Vladivostok] lies 800 miles from [the border|border].", FAILS, "a tenth of it"),
    ("[Arica] lies 11 miles from [the border|frontier].", HOLDS, "nearest point"),
    ("[Arica], 95 miles from [the border|frontier], is calm.", FAILS, "95 mi is 153 km"),
    ("[Piura] lies 980 km by road from [Lima].", HOLDS, "usual for the road"),
    ("[Piura] lies 980 miles by road from [Lima].", FAILS, "kilometres were meant"),
    ("[Piura] lies 1,250 km from [Lima].", HOLDS, "winding road"),
    ("[Piura] lies 1,250 km as the crow flies from [Lima].", FAILS, "46 % too far"),
    ("[Piura] lies 855 km as the crow flies from [Lima].", HOLDS, "855 km"),
    ("[Lviv] lies 470 km from [Kyiv].", HOLDS, "470 km (292 mi)"),
    ("[Lviv] lies 550 km from [Kyiv].", HOLDS, "1.17 times"),
    ("[Lviv] lies 440 km from [Kyiv].", HOLDS, "6 % less"),
    ("[Lviv] lies 235 km from [Kyiv].", FAILS, "half of the way"),
    ("[Lviv] lies 1,100 km from [Kyiv].", FAILS, "there and back"),
    ("[Lviv] lies 292 km from [Kyiv].", FAILS, "miles were meant"),
    ("[Lviv] lies within 500 km of [Kyiv].", HOLDS, "470 km"),
    ("[Lviv] lies within 300 km of [Kyiv].", FAILS, "too short"),
    ("[Lviv] lies more than 400 km from [Kyiv].", HOLDS, "470 km"),
    ("[Lviv] lies more than 900 km from [Kyiv].", FAILS, "92 % too far"),
    ("[Chernobyl] lies 90 km north of [Kyiv].", HOLDS, "94 km"),
    ("[Chernobyl] lies 9 km north of [Kyiv].", FAILS, "ten times"),
    ("[Chernobyl] lies 440 km from [Boxland].", HOLDS, "nearest point of Boxland"),
    ("[Chernobyl] lies 475 km from [Boxland].", HOLDS, "the nearest point"),
    ("[Chernobyl] lies 900 km from [Boxland].", FAILS, "nearest point of Boxland"),
    ("[Kyiv] lies 800 km from [Wideland].", UNKNOWN, "no outline of Wideland"),
    ("[Kyiv] lies 800 km from [Nowhere|Lviv?].", UNKNOWN, "could not be found"),
    ("The front is 20 km from [Kyiv].", UNKNOWN, "names no place of its own for what"),
]

# Figures of a journey: text, the journey, the verdicts in order, words of the first reason.
JOURNEYS = [
    ("The 1,180 km to [Vladivostok] from [Pyongyang] are slow.", RAIL, [HOLDS], "agrees with"),
    ("The 730 miles to [Vladivostok] from [Pyongyang].", RAIL, [HOLDS], "agrees with the railway"),
    ("The 1,899 km to [Vladivostok] from [Pyongyang].", RAIL, [FAILS], "taken for miles"),
    ("The 900 km to [Vladivostok] from [Pyongyang].", RAIL, [HOLDS], "line that we do not know"),
    ("The 590 km to [Vladivostok] from [Pyongyang].", RAIL, [FAILS], "half of the way"),
    ("The 11,800 km to [Vladivostok] from [Pyongyang].", RAIL, [FAILS], "10 times as much as"),
    ("From [Pyongyang] to [Vladivostok] it took 20 hours.", RAIL, [HOLDS], "59 km/h (37 mph)"),
    ("From [Pyongyang] to [Vladivostok] it took 2 hours.", RAIL, [FAILS], "too fast for a train"),
    ("From [Pyongyang] to [Vladivostok] it took 9 days.", RAIL, [UNKNOWN], "slow for a train"),
    ("From [Pyongyang] to [Vladivostok] at 60 km/h.", RAIL, [UNKNOWN], "gives no time"),
    ("From [Pyongyang] to [Vladivostok] at 600 km/h.", RAIL, [FAILS], "too fast"),
    ("From [Pyongyang] to [Vladivostok]: 20 hours at 60 km/h.", RAIL, [UNKNOWN], "gives no time"),
    ("From [Pyongyang] to [Vladivostok] in 20 hours at 60 km/h.", RAIL, [HOLDS] * 2, "agrees"),
    ("From [Pyongyang] to [Vladivostok] in 40 hours at 60 km/h.", RAIL, [FAILS] * 2, "short"),
    ("From [Pyongyang] to [Vladivostok] in 9 hours at 60 km/h.", RAIL, [FAILS] * 2, "longer"),
    ("From [Pyongyang] to [Vladivostok] in 20 hours at 600 km/h.", RAIL, [HOLDS, FAILS], "right"),
    ("From [Pyongyang] to [Vladivostok] in 2 hours at 60 km/h.", RAIL, [FAILS, UNKNOWN], "right"),
    ("From [Valparaíso] to [Callao] it takes 4 days at 14 knots.", SEA, [HOLDS] * 2, "4.3 days"),
    ("From [Valparaíso] to [Callao] in 4 hours at 14 knots.", SEA, [FAILS, UNKNOWN], "cannot all"),
    ("The 1,300 nautical miles to [Callao] from [Valparaíso].", SEA, [HOLDS], "about the straight"),
    ("The 800 nautical miles to [Callao] from [Valparaíso].", SEA, [FAILS], "38 % less than"),
    ("The 2,000 nautical miles to [Callao] from [Valparaíso].", SEA, [HOLDS], "1.55 times"),
    ("The 9,000 nautical miles to [Callao] from [Valparaíso].", SEA, [FAILS], "7 times"),
    ("They drove from [Lima] to [Piura] within 20 hours.", ROAD, [HOLDS], "possible for a vehicle"),
    ("They drove from [Lima] to [Piura] within 3 hours.", ROAD, [FAILS], "too fast"),
    ("The flight from [London] to [Paris] took 70 minutes.", FLIGHT, [HOLDS], "an aircraft"),
    ("The flight from [London] to [Paris] took 10 minutes.", FLIGHT, [FAILS], "too fast"),
]  # fmt: skip


def judged(text: str, *trips: Trip) -> Check:
    (check,) = tell(text, *trips).checks()
    return check


@pytest.mark.parametrize(("text", "verdict", "words"), DISTANCES, ids=[row[0] for row in DISTANCES])
def test_a_distance_between_places(text: str, verdict: Verdict, words: str) -> None:
    check = judged(text)

    assert check.verdict is verdict, check.reason
    assert words in check.reason


@pytest.mark.parametrize(
    ("text", "trip", "verdicts", "words"), JOURNEYS, ids=[row[0] for row in JOURNEYS]
)
def test_figures_of_a_journey(text: str, trip: Trip, verdicts: list[Verdict], words: str) -> None:
    checks = tell(text, trip).checks()

    assert [check.verdict for check in checks] == verdicts, checks[0].reason
    assert words in checks[0].reason


def test_a_figure_near_the_railway_that_equals_the_straight_line_in_another_unit() -> None:
    check = judged("The 683 miles to [Vladivostok] from [Pyongyang].", RAIL)

    assert check.verdict is HOLDS
    assert check.only_if == "kilometres were meant, in a straight line"
    assert check.reason == (
        "683 mi is 1,099 km: 7 % less than the railway (about 1,180 km, 733 mi). "
        "It equals the straight line, 686 kilometres. "
        "Holds only if kilometres were meant, in a straight line."
    )
    assert [reading.name for reading in check.readings if reading.slip] == [
        "kilometres printed as miles, the straight line"
    ]


def test_a_figure_near_the_railway_that_equals_nothing_holds_only_roughly() -> None:
    check = judged("The 1,080 km to [Vladivostok] from [Pyongyang].", RAIL)

    assert (check.verdict, check.only_if) == (HOLDS, "the figure is meant roughly")


def test_the_straight_line_where_the_text_speaks_of_the_way() -> None:
    check = judged("The 686 km to [Vladivostok] from [Pyongyang].", RAIL)

    assert (check.verdict, check.only_if) == (HOLDS, "the straight line is meant")
    assert "It fits the straight line, 686 km (426 mi)." in check.reason


def test_length_speed_and_time_are_judged_together_and_leave_time_for_the_stop() -> None:
    told = tell(
        "It needs about 20 hours for the 683 miles to [Vladivostok] from [Pyongyang], at about "
        "60 km/h and with a long halt at the river.",
        replace(HALT, stop="a long halt at the river"),
    )
    duration, length, speed = told.checks()

    assert [check.verdict for check in (duration, length, speed)] == [HOLDS] * 3
    assert duration.reason == speed.reason
    assert duration.reason == (
        "1,099 km at 60 km/h is 18.3 h, which leaves 1.7 h for the stop at the river. "
        "With the 1,180 km of the railway it is 19.7 h, which fits as well."
    )
    assert duration.judged_with == ("c2", "c3")
    assert speed.judged_with == ("c2", "c1")


def test_a_stop_without_a_place_is_on_the_way() -> None:
    text = "From [Pyongyang] to [Vladivostok] in 30 hours at 60 km/h with a long halt."

    assert "leaves 10.3 h for the stop on the way" in tell(text, HALT).checks()[0].reason
    assert "the figures cannot all be right" in tell(text, RAIL).checks()[0].reason


def test_a_refuted_length_is_not_what_a_time_rests_on() -> None:
    told = tell("The 11,800 km to [Vladivostok] from [Pyongyang] take 20 hours at 60 km/h.", RAIL)
    length, duration, _ = told.checks()

    assert length.verdict is FAILS
    assert duration.reason.startswith("1,180 km at 60 km/h is 19.7 h")


def test_a_distance_said_of_the_ends_of_a_journey_serves_as_its_length() -> None:
    told = tell(
        "Lorries left [Lima] for [Piura], which lies 980 km by road from [the capital|Lima]. "
        "“We will be there within 20 hours,” he said.",
        ROAD,
    )
    distance, duration = told.checks()

    assert distance.verdict is HOLDS
    assert "980 km (609 mi) in 20 h is 49 km/h (30 mph)" in duration.reason
    assert duration.judged_with == ("c1",)


def test_a_network_that_joins_two_places_is_a_reading_of_their_distance() -> None:
    trip = Trip(origin="Lima", destination="Piura", mode=Mode.ROAD, way_km=1_400)
    told = tell("They drove from [Lima]. [Piura] lies 1,400 km from [Lima].", trip)
    (check,) = told.checks()

    assert (check.verdict, check.only_if) == (HOLDS, "")
    assert "which is the way by road" in check.reason


def test_the_measured_line_is_kept_to_be_drawn_and_never_runs_to_a_country_s_centre() -> None:
    check = judged("[Chernobyl] lies 900 km from [Boxland].")
    line = next(reading.geometry for reading in check.readings if reading.geometry)

    assert line is not None
    end = line.coords[-1]
    assert end[1] == pytest.approx(47.0, abs=0.01)
    boxland = PLACES["Boxland"].extent
    assert boxland is not None
    assert boxland.boundary.distance(line) == pytest.approx(0.0, abs=1e-6)


def test_a_conversion_that_does_not_agree_is_told() -> None:
    check = judged("[Lviv] lies 470 km (392 mi) from [Kyiv].")

    assert check.only_if == "the figure in km is the right one"
    assert "The two figures do not agree: 470 km is 292 mi, not 392 mi." in check.reason
    assert check.reason.endswith("Holds only if the figure in km is the right one.")
    assert judged("[Lviv] lies 470 km (290 mi) from [Kyiv].").only_if == ""


def test_one_distance_told_twice_differently_is_told() -> None:
    told = tell("[Lviv] lies 470 km from [Kyiv].\n[Lviv] lies 550 km from [Kyiv].")
    one, two = told.checks()

    assert one.judged_with == ("c2",)
    assert two.judged_with == ("c1",)
    assert "Elsewhere the article says 550 km of the same distance, here 470 km." in one.reason
    same = tell("[Lviv] lies 470 km from [Kyiv].\n[Lviv] lies 480 km from [Kyiv].")
    assert "Elsewhere" not in same.checks()[0].reason


def with_alternative(told: Told, name: str, other: str, probability: float) -> Told:
    candidate = Candidate(
        place=replace(PLACES[other], name=name, country_code="XX"), probability=probability
    )
    return replace(
        told,
        geocodes=tuple(
            replace(geocode, alternatives=(candidate,))
            if geocode.place is PLACES[name]
            else geocode
            for geocode in told.geocodes
        ),
    )


@pytest.mark.parametrize(
    "text", ["[Paris] lies 90 km from [Oxford].", "[Oxford] is 90 km from [Paris]."]
)
def test_no_refusal_where_another_likely_place_of_the_name_would_fit(text: str) -> None:
    told = tell(text)
    assert told.checks()[0].verdict is FAILS

    (likely,) = with_alternative(told, "Paris", "London", 0.3).checks()
    assert likely.verdict is UNKNOWN
    assert "if Paris (XX) was meant" in likely.reason
    (unlikely,) = with_alternative(told, "Paris", "London", 0.05).checks()
    assert unlikely.verdict is FAILS


def test_a_journey_with_an_unknown_start_cannot_be_checked() -> None:
    trip = Trip(origin=None, destination="Vladivostok", mode=Mode.RAIL)
    checks = tell("The 683 miles to [Vladivostok] took 20 hours.", trip).checks()

    assert {check.verdict for check in checks} == {UNKNOWN}
    assert {check.reason for check in checks} == {
        "The article does not say where this journey starts."
    }


def test_a_journey_to_an_area_without_outline_cannot_be_checked() -> None:
    trip = Trip(origin="Kyiv", destination="Wideland", mode=Mode.ROAD)
    (check,) = tell("From [Kyiv] to [Wideland] it took 20 hours.", trip).checks()

    assert check.verdict is UNKNOWN
    assert "no outline of Wideland" in check.reason


def test_a_journey_between_named_places_without_a_leg_is_checked() -> None:
    length = judged("A 60-mile journey from [London] to [Oxford].")
    duration = judged("The drive from [London] to [Oxford] takes two hours.")

    assert length.verdict is HOLDS
    assert duration.verdict is HOLDS
    assert duration.reason.startswith("About ")
    assert " from the centre of London to the centre of Oxford in 2 h is " in duration.reason


def test_every_check_names_its_interval_and_its_readings() -> None:
    check = judged("[Lviv] lies 470 km from [Kyiv].")

    assert check.expected_low_si is not None
    assert check.expected_high_si is not None
    assert check.expected_low_si < 470_000 < check.expected_high_si
    assert all(reading.low_si <= reading.high_si for reading in check.readings)
    assert check.readings[0].name == "straight line"


def test_no_claims_give_no_checks() -> None:
    assert tell("Nothing.").checks() == ()


def test_a_way_by_air_is_called_so() -> None:
    told = tell("The 344 km to [Paris] from [London].", FLIGHT)
    straight = told.routes[0]
    flown = Route(
        leg_id="l1",
        geometry=straight.geometry,
        distance_m=344_000,
        low_m=340_000,
        high_m=350_000,
        kind=RouteKind.AIR,
    )
    (check,) = replace(told, routes=(straight, flown)).checks()

    assert check.readings[0].name == "by air"
    assert "agrees with the flight path" in check.reason


def test_a_start_that_is_only_taken_for_one_is_told() -> None:
    check = judged("They drove the 980 km to [Piura].", ROAD)

    assert check.verdict is HOLDS
    assert check.reason.endswith(
        "Lima is taken for the start; the article does not say so of this journey."
    )


def test_a_start_that_is_only_taken_for_one_refuses_no_figure() -> None:
    far = judged("They drove the 310 km to [Piura].", ROAD)

    assert far.verdict is UNKNOWN
    assert "does not say so of this journey" in far.reason
