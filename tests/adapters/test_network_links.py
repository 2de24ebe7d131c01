"""Ways that lead over what the sources lack: boats, causeways and single tracks."""

from __future__ import annotations

import pytest

from benchmarks.routes import leg_between
from geo.adapters.routers import open_routers
from geo.contracts import Mode
from geo.settings import Settings

ROUTERS = open_routers(Settings())


@pytest.mark.parametrize(
    ("mode", "ends", "km", "passed"),
    [
        (Mode.ROAD, (-0.13, 51.51, 4.35, 50.85), 370, ""),  # by the Channel
        (Mode.ROAD, (101.69, 3.14, 103.85, 1.29), 355, ""),  # the causeway of Johor
        (Mode.ROAD, (-80.19, 25.77, -81.78, 24.56), 260, "bridge"),  # to the end of the keys
        (Mode.RAIL, (-3.19, 55.95, -2.1, 57.14), 210, ""),  # by a single track at Montrose
    ],
)
def test_a_way_leads_over_what_the_source_cuts(
    mode: Mode, ends: tuple[float, float, float, float], km: float, passed: str
) -> None:
    route = ROUTERS[mode].route(leg_between(mode, *ends))
    assert route is not None
    assert route.distance_m == pytest.approx(km * 1000.0, rel=0.1)
    assert not passed or passed in {waypoint.name for waypoint in route.waypoints}
