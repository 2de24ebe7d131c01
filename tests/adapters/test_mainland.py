from __future__ import annotations

from time import process_time

import pytest
import shapely

from geo.wiring import basemap

POINTS = {
    "Paris": (2.35, 48.85),
    "Vladivostok": (131.9, 43.1),
    "London": (-0.12, 51.5),
    "Auckland": (174.76, -36.85),
    "Suva": (178.44, -18.14),
    "New York": (-73.98, 40.75),
    "Boston": (-71.06, 42.36),
    "Copenhagen": (12.57, 55.68),
    "Reykjavík": (-21.9, 64.15),
    "Anadyr": (177.5, 64.73),
    "Uelen": (-169.8, 66.16),
    "Lima": (-77.0, -12.0),
    "Tokyo": (139.7, 35.7),
    "open sea": (-140.0, 0.0),
}


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Paris", "Vladivostok", True),
        ("Paris", "London", True),  # the tunnel under the strait
        ("New York", "Boston", True),
        ("Copenhagen", "Paris", True),
        ("Anadyr", "Uelen", True),  # across 180 degrees
        ("Auckland", "Suva", False),
        ("Reykjavík", "Paris", False),
        ("Lima", "Paris", False),
        ("open sea", "Paris", True),  # not known
    ],
)
def test_roads_lead_over_straits_and_not_over_seas(
    one: str,
    other: str,
    joined: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    assert basemap().same_land(*POINTS[one], *POINTS[other]) is joined
    assert basemap().same_land(*POINTS[other], *POINTS[one]) is joined


def test_an_island_has_an_outline_and_a_continent_none() -> None:
    crete = basemap().island(24.8, 35.3)

    assert crete is not None
    assert crete.bounds == pytest.approx((23.5, 34.9, 26.3, 35.7), abs=0.1)
    assert basemap().island(*POINTS["Paris"]) is None
    assert basemap().island(*POINTS["open sea"]) is None


def test_an_outline_that_had_to_be_mended_is_made_of_areas_alone() -> None:
    britain = basemap().island(-1.5, 52.5)

    assert britain is not None
    assert {part.geom_type for part in shapely.get_parts(britain)} == {"Polygon"}


def test_an_island_of_two_countries_is_one() -> None:
    ireland = basemap().island(-8.0, 53.0)

    assert ireland is not None
    assert ireland.covers(basemap().island(-6.0, 54.6))


def test_an_island_off_a_continent_is_told_from_it_without_measuring_all_of_its_coast() -> None:
    basemap().same_land(*POINTS["Vladivostok"], *POINTS["Paris"])
    start = process_time()
    assert not basemap().same_land(*POINTS["Tokyo"], *POINTS["Vladivostok"])
    assert process_time() - start < 1
