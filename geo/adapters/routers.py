"""The routers of all modes: which network each has, and what is particular to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.adapters.network_router import NetworkRouter
from geo.adapters.network_rules import Rules
from geo.adapters.railway import open_railways
from geo.adapters.railway_world import WorldRailRouter
from geo.contracts import Mode, RouteKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.ports import Router
    from geo.settings import Settings

# The bands are what the networks' lengths were off against published ones
# (`python -m benchmarks.routes`), for nine in ten.
RAIL = Rules(
    kind=RouteKind.RAIL,
    noun="railway",
    reach_m=20_000.0,
    access_counts=False,
    low=0.03,
    high=0.1,
    spare_m=3_000.0,
    dear=frozenset({"water"}),
)
ROAD = Rules(
    kind=RouteKind.ROAD,
    noun="main road",
    reach_m=40_000.0,
    access_counts=True,
    low=0.06,
    high=0.09,
    spare_m=3_000.0,
    access_spare=0.3,
    dear=frozenset({"water"}),
)
SEA = Rules(
    kind=RouteKind.SEA,
    noun="sea lane",
    reach_m=60_000.0,
    access_counts=True,
    low=0.035,
    high=0.055,
    spare_m=10_000.0,
    access_spare=1.0,
    closed=frozenset({"northwest", "northern sea route", "bering"}),
    may_be_wild=True,
)


def open_routers(settings: Settings) -> Mapping[Mode, Router]:
    """Name the router of every mode that has one; files are read when its first leg comes."""
    networks = settings.data / "networks"
    return {
        Mode.RAIL: WorldRailRouter(
            open_railways(settings), NetworkRouter(networks / "rail.npz", RAIL)
        ),
        Mode.ROAD: NetworkRouter(networks / "road.npz", ROAD),
        Mode.SEA: NetworkRouter(networks / "sea.npz", SEA),
    }
