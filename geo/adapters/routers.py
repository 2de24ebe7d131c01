"""The routers of all modes: which network each has, and what is particular to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from geo.adapters.facts.rows import rows_of
from geo.adapters.network.custom import read_lines
from geo.adapters.network.router import NetworkRouter
from geo.adapters.network.rules import BORDER, Rules
from geo.adapters.network.store import open_network
from geo.adapters.railway.lines import open_railways
from geo.adapters.railway.store import read_gauges
from geo.adapters.railway.world import WorldRailRouter
from geo.contracts import Mode, RouteKind
from geo.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from geo.adapters.network.store import Network
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
    access_spare=0.5,
    dear=frozenset({"water", "ferry"}),
)
ROAD = Rules(
    kind=RouteKind.ROAD,
    noun="main road",
    reach_m=40_000.0,
    access_counts=True,
    low=0.06,
    high=0.11,
    spare_m=3_000.0,
    access_spare=0.3,
    dear=frozenset({"water", "ferry"}),
)
SEA = Rules(
    kind=RouteKind.SEA,
    noun="sea lane",
    reach_m=60_000.0,
    access_counts=True,
    low=0.045,
    high=0.055,
    spare_m=10_000.0,
    access_spare=1.0,
    closed=frozenset(
        {"northwest", "northern sea route", "bering", "adam's bridge", "corinth", "euripus"}
    ),
    # Ships keep off them where they can (see `tools.network_customs`).
    dear=frozenset({"grand banks", "belle isle"}),
    may_be_wild=True,
)


def open_routers(settings: Settings) -> Mapping[Mode, Router]:
    """Name the router of every mode that has one; files are read when its first leg comes."""

    def network(mode: str, rules: Rules) -> NetworkRouter:
        path = settings.data / "networks" / f"{mode}.npz"
        return NetworkRouter(partial(open_network, path, settings.cache), rules)

    shut = _closed_borders(settings)
    world = NetworkRouter(partial(_read_rail, settings), replace(RAIL, shut=shut))
    return {
        Mode.RAIL: WorldRailRouter(open_railways(settings), world),
        Mode.ROAD: network("road", replace(ROAD, shut=shut)),
        Mode.SEA: network("sea", SEA),
    }


def _closed_borders(settings: Settings) -> frozenset[str]:
    """Read which borders on land nobody has crossed for decades."""
    rows = rows_of(settings.data / "networks" / "closed_borders.tsv")
    return frozenset(BORDER.join((row["one"], row["other"])) for row in rows)


def _read_rail(settings: Settings) -> Network:
    network = open_network(settings.data / "networks" / "rail.npz", settings.cache)
    return replace(network, gauges=read_gauges(settings.data / "rail"))


def open_own(path: Path, mode: Mode) -> Router:
    """Give the router of a user's own lines (see `geo.adapters.network.custom`)."""
    if mode not in {Mode.RAIL, Mode.ROAD}:
        raise ArticleError("Lines of your own are followed by rail or by road.")
    rules = RAIL if mode is Mode.RAIL else ROAD
    # They are as long as they are drawn, and all that there is.
    own = replace(rules, low=0.01, high=0.05, spare_m=500.0, reach_m=5_000.0)
    return NetworkRouter(partial(read_lines, path, mode), own)
