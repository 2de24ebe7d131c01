"""What the ground adds to a distance: directions, the sea, islands, poles, and the condition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shapely

from geo.checks import check_claims, wording
from geo.checks.ends import is_measurable, middle_m, radius_m
from geo.contracts import Claim, ClaimKind, Geocode, Mode, Place, Subject, Verdict
from geo.text.quantities import find_amounts
from geo.wiring import basemap
from tests.claims.build import PLACES

if TYPE_CHECKING:
    from geo.adapters.basemap.world import StoredBasemap
    from geo.contracts import Check

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO


def point(name: str, lon: float, lat: float, code: str = "P.PPL") -> Place:
    feature_class, feature_code = code.split(".")
    return Place(
        gazetteer="test",
        feature_id=name,
        name=name,
        lon=lon,
        lat=lat,
        feature_class=feature_class,
        feature_code=feature_code,
    )


AUCKLAND = point("Auckland", 174.76, -36.85)
SYDNEY = point("Sydney", 151.21, -33.87)
NOUMEA = point("Nouméa", 166.45, -22.27)
LONGYEARBYEN = point("Longyearbyen", 15.65, 78.22)
RHODES = point("Rhodes", 28.0, 36.2, "T.ISL")
MARMARIS = point("Marmaris", 28.27, 36.85)


@pytest.fixture(scope="module")
def ground() -> StoredBasemap:
    return basemap()


def judged(
    words: str,
    ends: tuple[Place, Place],
    ground: StoredBasemap | None = None,
    *,
    bearing_deg: float | None = None,
    kind: ClaimKind = ClaimKind.SEPARATION,
) -> Check:
    (amount,) = find_amounts(words, 0)
    way = Mode.SEA if words.endswith("by sea") else Mode.UNKNOWN
    claim = Claim(
        id="c1",
        kind=kind,
        subject=Subject(toponym_ids=("a", "b")),
        quantity=amount.quantity,
        span=amount.quantity.span,
        bearing_deg=bearing_deg,
        way=way,
    )
    geocodes = tuple(
        Geocode(toponym_id=key, place=place, probability=0.9)
        for key, place in zip("ab", ends, strict=True)
    )
    (check,) = check_claims((claim,), geocodes, (), (), ground)
    return check


@pytest.mark.parametrize(
    ("bearing_deg", "verdict", "words"),
    [
        (0.0, HOLDS, "straight line."),
        (315.0, HOLDS, "straight line."),
        (90.0, FAILS, "But from Kyiv to Chernobyl the direction is north, not east."),
        (180.0, FAILS, "But from Kyiv to Chernobyl the direction is north, not south."),
    ],
)
def test_a_wrong_direction_makes_a_right_distance_wrong(
    bearing_deg: float, verdict: Verdict, words: str
) -> None:
    check = judged("94 km", (PLACES["Chernobyl"], PLACES["Kyiv"]), bearing_deg=bearing_deg)

    assert check.verdict is verdict
    assert check.reason.endswith(words)


def test_a_direction_missed_by_little_is_a_rough_one() -> None:
    check = judged("94 km", (PLACES["Chernobyl"], PLACES["Kyiv"]), bearing_deg=60.0)

    assert check.verdict is HOLDS
    assert check.only_if == "the direction is meant roughly"
    assert check.reason.endswith("Holds only if the direction is meant roughly.")


def test_a_wrong_figure_and_a_wrong_direction_are_both_told() -> None:
    check = judged("900 km", (PLACES["Chernobyl"], PLACES["Kyiv"]), bearing_deg=60.0)

    assert check.verdict is FAILS
    assert "as far" in check.reason
    assert "not north-east" in check.reason


def test_the_direction_of_a_way_is_seen_from_its_start() -> None:
    ends = (PLACES["Kyiv"], PLACES["Chernobyl"])
    kind = ClaimKind.ROUTE_LENGTH

    assert judged("110 km", ends, bearing_deg=0.0, kind=kind).verdict is HOLDS
    check = judged("110 km", ends, bearing_deg=180.0, kind=kind)
    assert check.verdict is FAILS
    assert check.reason.endswith("But from Kyiv to Chernobyl the direction is north, not south.")


def test_inside_a_city_no_direction_is_judged() -> None:
    suburb = point("Suburb", 30.60, 50.46)

    assert judged("5 km", (suburb, PLACES["Kyiv"]), bearing_deg=270.0).verdict is HOLDS


def test_the_direction_to_a_pole_is_known_and_a_pole_is_a_point() -> None:
    pole = point("North Pole", 0.0, 90.0, "L.RGN")

    assert is_measurable(pole)
    assert wording.place_name(pole) == "the North Pole"
    check = judged("1,310 km", (LONGYEARBYEN, pole), bearing_deg=180.0)
    assert check.verdict is HOLDS
    assert check.reason.startswith("From Longyearbyen to the North Pole it is 1,320 km")


def test_no_road_winds_across_a_sea(ground: StoredBasemap) -> None:
    over_sea = judged("2,400 km", (AUCKLAND, NOUMEA), ground)
    on_land = judged("1,250 km", (PLACES["Piura"], PLACES["Lima"]), ground)

    assert over_sea.only_if == "a long detour by sea is meant"
    assert over_sea.reason.endswith("Holds only if a long detour by sea is meant.")
    assert on_land.only_if == "a winding road is meant"
    assert not any("road" in reading.name for reading in over_sea.readings)


def test_what_is_said_to_be_measured_by_sea_may_be_a_detour() -> None:
    check = judged("3,000 km by sea", (SYDNEY, NOUMEA))

    assert check.only_if == "a long detour by sea is meant"


def test_an_island_is_measured_from_its_shore(ground: StoredBasemap) -> None:
    check = judged("40 km", (MARMARIS, RHODES), ground)

    assert check.verdict is HOLDS
    assert "the nearest point of Rhodes" in check.reason
    assert radius_m(RHODES) == 10_000


def test_a_state_is_measured_to_its_nearest_point(ground: StoredBasemap) -> None:
    reno = replace(point("Reno", -119.81, 39.53), country_code="US", admin1="Nevada")
    state = replace(
        point("California", -119.75, 37.25, "A.ADM1"), country_code="US", admin1="California"
    )

    check = judged("15 km", (reno, state), ground)
    assert check.verdict is HOLDS
    assert "the nearest point of California" in check.reason
    assert judged("300 km", (reno, state), ground).verdict is FAILS


def test_a_town_at_the_river_between_two_states_lies_in_its_own(ground: StoredBasemap) -> None:
    louis = replace(point("St. Louis", -90.2, 38.63), country_code="US", admin1="Missouri")
    state = replace(point("Illinois", -89.25, 40.0, "A.ADM1"), country_code="US", admin1="Illinois")

    check = judged("20 miles", (louis, state), ground)
    assert check.verdict is FAILS
    assert "lies in the other" not in check.reason


def test_of_a_group_of_islands_the_middle_says_nothing() -> None:
    group = point("Canary Islands", -15.6, 28.3, "T.ISLS")

    check = judged("80 km", (MARMARIS, group))
    assert check.verdict is UNKNOWN
    assert "no outline of the Canary Islands to measure to" in check.reason


def test_of_a_small_country_the_middle_may_be_meant() -> None:
    country = replace(
        point("Littleland", 0.0, 1.5, "A.PCLI"), extent=shapely.box(-1.5, 0.0, 1.5, 3.0)
    )
    town = point("Town", 0.0, -1.0)

    check = judged("275 km", (town, country))
    assert check.verdict is HOLDS
    assert check.only_if == "the middle of Littleland is meant"
    assert middle_m(town, country) is None
    assert middle_m(country, country) is None


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("Danube", "H.STM", "the Danube"),
        ("Lake Chad", "H.LK", "Lake Chad"),
        ("Fiji Islands", "T.ISLS", "the Fiji Islands"),
        ("Shasta County", "A.ADM2", "Shasta County"),
    ],
)
def test_rivers_take_the_article(name: str, code: str, told: str) -> None:
    assert wording.place_name(point(name, 0.0, 0.0, code)) == told


def test_to_a_shore_a_figure_may_be_rough(ground: StoredBasemap) -> None:
    assert judged("13 km", (MARMARIS, RHODES), ground).verdict is FAILS
    check = judged("36 km", (MARMARIS, RHODES), ground)
    assert check.verdict is HOLDS
    assert check.only_if == "the figure is meant roughly"


def test_two_points_of_one_spot_are_no_way_apart(ground: StoredBasemap) -> None:
    twin = point("Sydney Harbour", 151.21, -33.87)

    assert judged("80 km", (SYDNEY, twin), ground, bearing_deg=0.0).verdict is FAILS


def test_the_border_meant_may_be_another_one_of_the_country(ground: StoredBasemap) -> None:
    border = replace(
        point("Bulgaria–Turkey border", 26.6, 42.0, "A.BDR"),
        feature_id="border:BG-TR",
        extent=ground.border("BG", "TR"),
    )
    batumi = point("Batumi", 41.64, 41.65)

    doubted = judged("20 km", (batumi, border), ground)
    assert doubted.verdict is UNKNOWN
    assert doubted.reason.endswith("it would hold for the other borders of these countries.")
    assert judged("200 km", (batumi, border), ground).verdict is FAILS
