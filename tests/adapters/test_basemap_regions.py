"""States are cut out of their country along the lines between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely

from geo.adapters.basemap_regions import Regions
from geo.contracts import StateName

if TYPE_CHECKING:
    from geo.pipeline import Services

LAND = shapely.box(0, 0, 10, 4)


def regions(line: list[tuple[float, float]]) -> Regions:
    names = (StateName(name="West", lon=2, lat=2), StateName(name="East", lon=8, lat=2))
    return Regions(LAND, shapely.LineString(line), names)


def test_a_line_parts_two_states() -> None:
    west = regions([(5, -1), (5, 5)]).outline("West")

    assert west is not None
    assert west.area == pytest.approx(20, rel=0.02)
    assert west.bounds == pytest.approx((0, 0, 5, 4), abs=0.05)


def test_a_line_that_ends_short_of_the_water_still_parts_them() -> None:
    assert regions([(5, 0.08), (5, 3.92)]).outline("East") is not None


def test_land_that_two_states_name_is_nobodys() -> None:
    assert regions([(5, 1), (5, 3)]).outline("East") is None
    assert regions([(5, -1), (5, 5)]).outline("South") is None


def test_real_states_lie_where_they_are(services: Services) -> None:
    texas = services.boundaries.region("US", "Texas")
    florida = services.boundaries.region("US", "Florida")

    assert texas is not None
    assert florida is not None
    assert texas.contains(shapely.Point(-97.7, 30.3))
    assert not texas.contains(shapely.Point(-97.5, 35.5))
    assert florida.contains(shapely.Point(-82.3, 29.65))
    assert services.boundaries.region("US", "Nowhere") is None
    assert services.boundaries.region("MC", "Nowhere") is None
