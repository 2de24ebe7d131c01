"""Durations and speeds of one journey, against its length and against each other."""

from __future__ import annotations

import pytest

from geo.checks.journey import Journey, Length
from geo.checks.tempo import check_tempo
from geo.contracts import (
    Check,
    Claim,
    ClaimKind,
    Dimension,
    Hedge,
    Mode,
    Quantity,
    Span,
    Subject,
    Verdict,
)

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO
KM_H = 1000 / 3600
SPAN = Span(start=0, end=0, text="")


def hours(
    value: float, *, low: float | None = None, high: float | None = None, hedge: Hedge = Hedge.NONE
) -> Claim:
    """Claim a duration that is exact unless bounds are given, in hours."""
    quantity = Quantity(
        value=value,
        unit="h",
        dimension=Dimension.DURATION,
        value_si=value * 3600,
        low_si=(value if low is None else low) * 3600,
        high_si=(value if high is None else high) * 3600,
        hedge=hedge,
        span=SPAN,
    )
    return Claim(
        id=f"{value:g} h", kind=ClaimKind.DURATION, subject=Subject(), quantity=quantity, span=SPAN
    )


def km_h(
    value: float, *, low: float | None = None, high: float | None = None, unit: str = "km/h"
) -> Claim:
    """Claim a speed that is exact unless bounds are given, in kilometres an hour."""
    written = value / 1.852 if unit == "kn" else value
    quantity = Quantity(
        value=written,
        unit=unit,
        dimension=Dimension.SPEED,
        value_si=value * KM_H,
        low_si=(value if low is None else low) * KM_H,
        high_si=(value if high is None else high) * KM_H,
        hedge=Hedge.NONE,
        span=SPAN,
    )
    return Claim(
        id=f"{value:g} km/h", kind=ClaimKind.SPEED, subject=Subject(), quantity=quantity, span=SPAN
    )


def km(value: float, *, claim_id: str = "", is_route: bool = True, ends: str = "") -> Length:
    return Length(
        low_m=value * 1000,
        middle_m=value * 1000,
        high_m=value * 1000,
        claim_id=claim_id,
        is_route=is_route,
        ends=ends,
    )


def journey(*lengths: Length, stop: str = "", mode: Mode = Mode.RAIL) -> Journey:
    return Journey(lengths=lengths or (km(600),), mode=mode, stop=stop)


def check(of: Journey, *claims: Claim) -> Check:
    """Judge the claims together and give the check of the first."""
    return check_tempo(of, claims)[claims[0].id]


# 600 km at 60 km/h are ten hours.
@pytest.mark.parametrize(
    ("given", "stop", "verdict"),
    [
        (9.9, "", FAILS),
        (10, "", HOLDS),
        (11.7, "", HOLDS),
        (11.9, "", FAILS),
        (11.9, "a long halt", HOLDS),
        (14.2, "a long halt", HOLDS),
        (14.4, "a long halt", FAILS),
    ],
)
def test_stops_take_a_seventh_of_the_time_and_a_third_where_one_is_told(
    given: float, stop: str, verdict: Verdict
) -> None:
    assert check(journey(stop=stop), hours(given), km_h(60)).verdict is verdict


@pytest.mark.parametrize(
    ("given", "stop", "words"),
    [
        (10, "", "600 km at 60 km/h is 10 h, which agrees with the 10 h given."),
        (10.4, "", "which agrees with the 10.4 h given."),
        (10.6, "", "which leaves 36 min for stops."),
        (10.05, "a halt", "which agrees with the 10.1 h given."),
        (10.2, "a halt", "which leaves 12 min for the stop on the way."),
        (10.2, "a halt near the river, for water", "for the stop near the river."),
        (10.2, "a halt of hours at the bridge", "for the stop at the bridge."),
        (9, "", "longer than the 9 h given: the figures cannot all be right."),
        (13, "", "much shorter than the 13 h given: the figures cannot all be right."),
    ],
)
def test_the_sum_is_written_out(given: float, stop: str, words: str) -> None:
    assert words in check(journey(stop=stop), hours(given), km_h(60)).reason


def test_the_figures_of_a_sum_say_what_the_others_make_of_them() -> None:
    of = journey(Length(low_m=590_000, middle_m=600_000, high_m=610_000, is_route=True))
    checks = check_tempo(of, [hours(10, low=9.5, high=10.5), km_h(60, low=58, high=62)])
    time, speed = checks["10 h"], checks["60 km/h"]

    assert time.expected_low_si == pytest.approx(590 / 62 * 3600)
    assert time.expected_high_si == pytest.approx(610 / 58 * 3600)
    assert speed.expected_low_si == pytest.approx(590 / 10.5 * KM_H)
    assert speed.expected_high_si == pytest.approx(610 / 9.5 * KM_H)
    assert time.judged_with == ("60 km/h",)
    assert speed.judged_with == ("10 h",)
    assert [reading.name for reading in time.readings] == [
        "length, speed and time together",
        "mean speed of a train",
    ]


def test_a_figure_without_a_lower_bound_counts_as_it_is_written() -> None:
    checks = check_tempo(journey(), [hours(10, low=0, hedge=Hedge.UP_TO), km_h(60, low=0, high=60)])

    assert checks["10 h"].verdict is HOLDS
    assert checks["10 h"].expected_high_si == pytest.approx(36_000)
    assert checks["60 km/h"].expected_high_si == pytest.approx(60 * KM_H)


@pytest.mark.parametrize(("most", "verdict"), [(11.7, HOLDS), (11.9, FAILS)])
def test_up_to_so_many_hours_means_about_so_many(most: float, verdict: Verdict) -> None:
    given = hours(most, low=0, hedge=Hedge.UP_TO)

    assert check(journey(), given, km_h(60)).verdict is verdict


def test_of_two_speeds_the_one_that_fits_the_time_is_taken() -> None:
    both = [hours(10), km_h(200), km_h(60)]

    assert check(journey(), *both).verdict is HOLDS
    assert check(journey(), *both).judged_with == ("60 km/h",)
    none_fits = [hours(10), km_h(200), km_h(150)]
    assert check(journey(), *none_fits).verdict is FAILS
    assert check(journey(), *none_fits).judged_with == ("200 km/h",)


def test_of_two_lengths_the_one_that_fits_is_taken_and_the_way_is_told_besides() -> None:
    said, way = km(900, claim_id="c9", is_route=False), km(600)

    assert check(journey(said, way), hours(10), km_h(60)).verdict is HOLDS
    assert "With the" not in check(journey(said, way), hours(10), km_h(60)).reason
    told = check(journey(said, way), hours(15), km_h(60))
    assert told.judged_with == ("c9", "60 km/h")
    assert told.reason.endswith("With the 600 km of the railway it is 10 h, which does not fit.")
    near = check(journey(said, km(880)), hours(15), km_h(60))
    assert near.reason.endswith("With the 880 km of the railway it is 14.7 h, which fits as well.")
    straight = km(600, is_route=False)
    assert "With the" not in check(journey(said, straight), hours(15), km_h(60)).reason
    flight = check(journey(km(900, claim_id="c9"), km(880), mode=Mode.AIR), hours(3), km_h(300))
    assert "With the 880 km of the way it is 2.9 h" in flight.reason


@pytest.mark.parametrize(
    ("time", "speed", "verdicts"),
    [
        (20, 600, [HOLDS, FAILS]),  # no train is so fast: the speed is wrong, the time may be right
        (1, 60, [FAILS, UNKNOWN]),  # 600 km in an hour: the time is wrong
        (1, 600, [FAILS, FAILS]),  # agree with one another, but not with any train
        (5, 60, [FAILS, FAILS]),  # each may be right alone, not both
    ],
)
def test_which_of_two_figures_is_wrong(time: float, speed: float, verdicts: list[Verdict]) -> None:
    checks = check_tempo(journey(), [hours(time), km_h(speed)])

    assert [one.verdict for one in checks.values()] == verdicts


def test_two_figures_that_only_agree_with_one_another_are_refused_for_what_they_are() -> None:
    checks = check_tempo(journey(), [hours(1), km_h(600)])

    assert [one.reason.split(": ")[-1] for one in checks.values()] == [
        "too fast for a train.",
        "600 km/h (370 mph) is too fast for a train.",
    ]


# A train makes 12 to 320 km/h with all its stops, and 20 to 360 km/h while it moves.
@pytest.mark.parametrize(
    ("given", "verdict", "words"),
    [
        (1.8, FAILS, "too fast for a train"),
        (1.9, HOLDS, "600 km in 1.9 h is 320 km/h (200 mph) on average, stops included: possible"),
        (49, HOLDS, "possible for a train"),
        (51, UNKNOWN, "slow for a train, but long waits on the way would explain it"),
    ],
)
def test_a_time_alone_is_held_against_the_means_of_travel(
    given: float, verdict: Verdict, words: str
) -> None:
    judged = check(journey(km(600, ends="from A to B")), hours(given))

    assert judged.verdict is verdict
    assert words.replace("600 km", "600 km (373 mi) from A to B") in judged.reason
    assert judged.expected_low_si == pytest.approx(600 / 320 * 3600)
    assert judged.expected_high_si == pytest.approx(600 / 12 * 3600)


def test_a_time_alone_says_what_its_length_rests_on() -> None:
    stated = check(journey(km(600, claim_id="c9", is_route=False)), hours(10))
    guessed = check(journey(km(600, is_route=False)), hours(10))
    way = check(journey(km(600)), hours(10))

    assert stated.judged_with == ("c9",)
    assert guessed.judged_with == way.judged_with == ()
    assert stated.reason.startswith("600 km")
    assert way.reason.startswith("600 km")
    assert guessed.reason.startswith("About 600 km")


def test_a_time_alone_counts_with_its_bounds() -> None:
    assert check(journey(), hours(1.8, low=1.7, high=1.9)).verdict is HOLDS
    assert check(journey(), hours(1.8, low=0, high=1.8, hedge=Hedge.UP_TO)).verdict is FAILS
    assert check(journey(), hours(1.8, low=0, high=1.8)).verdict is FAILS
    assert check(journey(), hours(51, low=49, high=53)).verdict is HOLDS
    assert check(journey(), hours(51, low=49, high=51, hedge=Hedge.UP_TO)).verdict is UNKNOWN


@pytest.mark.parametrize(
    ("given", "verdict", "words"),
    [
        (19, UNKNOWN, "19 km/h (12 mph) is slow for a train, but not impossible."),
        (21, UNKNOWN, "is possible for a train, but the article gives no time to check it against"),
        (355, UNKNOWN, "is possible for a train"),
        (365, FAILS, "is too fast for a train."),
    ],
)
def test_a_speed_alone_proves_little(given: float, verdict: Verdict, words: str) -> None:
    judged = check(journey(), km_h(given))

    assert judged.verdict is verdict
    assert words in judged.reason
    assert judged.expected_low_si == pytest.approx(20 * KM_H)
    assert judged.expected_high_si == pytest.approx(360 * KM_H)


def test_speeds_at_sea_are_told_in_knots_and_nautical_miles() -> None:
    ship = journey(km(1_852), mode=Mode.SEA)
    told = check(ship, hours(70), km_h(26.39, unit="kn"))

    assert told.reason.startswith("1,000 nmi at 14.2 knots is 70.2 h (2.9 days)")


def test_where_the_length_is_not_known_nothing_is() -> None:
    nowhere = Journey(lengths=(), mode=Mode.RAIL, missing="Nobody knows where it starts.")
    checks = check_tempo(nowhere, [hours(10), km_h(60)])

    assert {one.verdict for one in checks.values()} == {UNKNOWN}
    assert checks["10 h"].reason == "Nobody knows where it starts."
    vague = check_tempo(Journey(lengths=(), mode=Mode.RAIL), [hours(10)])
    assert vague["10 h"].reason == "The length of this journey is not known."


def test_several_times_are_each_checked() -> None:
    checks = check_tempo(journey(), [hours(10), hours(1)])

    assert [one.verdict for one in checks.values()] == [HOLDS, FAILS]
    assert len(check_tempo(journey(), [km_h(60), km_h(600)])) == 2


@pytest.mark.parametrize("nothing", [0.0, 5e-324, 1e-9])
def test_a_figure_of_nothing_is_not_divided_by(nothing: float) -> None:
    for claims in ([hours(nothing)], [km_h(nothing)], [hours(nothing), km_h(nothing)]):
        checks = check_tempo(journey(), claims)
        assert {one.verdict for one in checks.values()} == {UNKNOWN}
        assert all("cannot be checked" in one.reason for one in checks.values())

    mixed = check_tempo(journey(), [hours(nothing), hours(10), km_h(nothing)])
    assert [one.verdict for one in mixed.values()].count(HOLDS) == 1
