from __future__ import annotations

from dataclasses import replace

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.checks import check_claims, wording
from geo.checks.ends import is_measurable, measure, radius_m
from geo.contracts import Claim, ClaimKind, Geocode, Place, Quantity, Subject, Verdict
from geo.geodesy import distance_m
from geo.text.quantities import find_amounts
from tests.claims.build import PLACES


def quantity(words: str) -> Quantity:
    (amount,) = find_amounts(words, 0)
    return amount.quantity


def test_a_city_grows_with_its_people_and_an_outline_needs_no_radius() -> None:
    assert radius_m(PLACES["Chernobyl"]) == 1_000
    assert radius_m(PLACES["Vladivostok"]) == pytest.approx(9_812, rel=0.01)
    assert radius_m(replace(PLACES["London"], population=10**9)) == 40_000
    assert radius_m(PLACES["Boxland"]) == 0


def test_an_area_is_measured_to_its_edge_and_never_to_its_centre() -> None:
    gap = measure(PLACES["Chernobyl"], PLACES["Boxland"])

    assert gap.distance_m == pytest.approx(distance_m(30.225, 51.276, 30.225, 47.0), rel=0.001)
    assert gap.words == "from Chernobyl to the nearest point of Boxland"
    assert gap.short == "straight line to the nearest point"
    assert not is_measurable(PLACES["Wideland"])


def test_two_areas_are_measured_between_their_nearest_points() -> None:
    box = shapely.box(40.0, 45.5, 42.0, 46.5)
    other = replace(PLACES["Boxland"], feature_id="other", name="Otherland", extent=box)
    gap = measure(PLACES["Boxland"], other)

    nearest_m = min(distance_m(33.0, lat, 40.0, lat) for lat in (45.5, 46.0, 46.5))
    assert gap.distance_m == pytest.approx(nearest_m, rel=0.005)
    assert gap.edges_m == 0


def test_a_place_inside_an_area_is_no_distance_from_it() -> None:
    inside = replace(PLACES["Kyiv"], lon=31.0, lat=46.0)
    claim = Claim(
        id="c1",
        kind=ClaimKind.SEPARATION,
        subject=Subject(toponym_ids=("a", "b")),
        quantity=quantity("80 km"),
        span=quantity("80 km").span,
    )
    (check,) = check_claims((claim,), geocodes_of(inside, PLACES["Boxland"]), (), ())

    assert check.verdict is Verdict.REFUTED
    assert check.reason.endswith("one lies in the other.")


def geocodes_of(one: Place, other: Place) -> tuple[Geocode, ...]:
    return (
        Geocode(toponym_id="a", place=one, probability=0.9),
        Geocode(toponym_id="b", place=other, probability=0.9),
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (wording.both(1_180_000, "km"), "1,180 km (733 mi)"),
        (wording.both(127_300, "mi"), "79 mi (127 km)"),
        (wording.both(2_391_000, "nmi"), "1,290 nmi (2,390 km)"),
        (wording.both(4_200, "km"), "4.2 km (2.6 mi)"),
        (wording.about(1_182_000), "1,180 km, 733 mi"),
        (wording.rounded(0), "0"),
        (wording.rounded(684.46), "684"),
        (wording.claimed(quantity("683 miles")), "683 mi is 1,099 km"),
        (wording.claimed(quantity("900 feet")), "0.17 mi is 0.27 km"),
        (wording.claimed(quantity("900 metres")), "0.9 km is 0.56 mi"),
        (wording.duration(66_000), "18.3 h"),
        (wording.duration(6_000), "1.7 h"),
        (wording.duration(1_500), "25 min"),
        (wording.duration(345_600), "4 days"),
        (wording.hours_and_days(334_286), "92.9 h (3.9 days)"),
        (wording.hours_and_days(72_000), "20 h"),
        (wording.speed(16.667), "60 km/h (37 mph)"),
        (wording.percent_off(1_099, 1_180), "7 % less"),
        (wording.percent_off(1_001, 1_000), "1 % more"),
        (wording.than(500, 100, "the road"), "5 times as much as the road"),
        (wording.than(93, 100, "the road"), "7 % less than the road"),
        (wording.than(300, 7_700, "the road"), "a 26th of the road"),
        (wording.percent_off(10, 20), "half of that"),
        (wording.percent_off(10, 110), "an 11th of that"),
        (wording.percent_off(10, 230), "a 23rd of that"),
        (wording.percent_off(1, 20_000), "less than a thousandth of that"),
        (wording.as_far(9.2), "9.2 times as far"),
        (wording.as_far(0.2), "and the true distance 5 times that"),
        (wording.as_far(0.7), "30 % too short"),
        (wording.times(1.146), "1.15 times"),
        (wording.place_name(PLACES["border"]), "the Russia–North Korea border"),
        (wording.place_name(PLACES["Kyiv"]), "Kyiv"),
    ],
)
def test_numbers_are_told_in_both_units_and_sensibly_rounded(said: str, words: str) -> None:
    assert said == words


@given(st.floats(100, 2e7), st.sampled_from(["km", "mi", "nmi"]))
def test_a_length_told_is_true_to_two_digits_at_least(metres: float, unit: str) -> None:
    number, shown = wording.measured(metres, unit).split(" ")
    factor = {"km": 1000.0, "mi": 1609.344, "nmi": 1852.0}[unit]

    assert shown == unit
    assert float(number.replace(",", "")) * factor == pytest.approx(metres, rel=0.051)
