"""Towns and a network of main roads go in; it comes out with neighbours joined that it keeps apart.

The source has main roads alone: where one goes on as a smaller road, the way between two towns that
lie side by side leads round by the next province. Between towns of one country, over dry and even
land, there is a road; how long it is can be told to a sixth or so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

from tools.network_feet import feet, joined_at
from tools.network_gaps import distances
from tools.network_graph import once

if TYPE_CHECKING:
    from tools.network_countries import Countries
    from tools.network_feet import Feet
    from tools.network_graph import Graph
    from tools.network_relief import Relief

_GEOD = Geod(ellps="WGS84")
# A town is on the network if it is no farther off than this; and one of so many is a neighbour.
_ON_M = 3_500.0
_NEIGHBOURS = 6
_NEAR_M = 30_000.0
_LEAST_M = 3_000.0
# They are joined where the way round is so many times as long, and longer by so much.
_ROUND = 4.0
_ROUND_M = 40_000.0
_WINDS = 1.3
# Land is even where heights differ by no more than this (their standard deviation).
_EVEN_M = 120.0
_SAMPLES = np.linspace(0.05, 0.95, 13)


@dataclass(frozen=True, kw_only=True)
class Land:
    """What tells whether a road may lead straight from one town to another.

    ``rivers`` are lines that no road is supposed to cross without a bridge that is known.
    """

    countries: Countries
    relief: Relief
    rivers: shapely.STRtree

    def is_open(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Tell between which points, arrays (n, 2), the land is dry, even and of one country."""
        along = [one + share * (other - one) for share in _SAMPLES]
        dry = np.all([self.countries.on_land(points) for points in along], axis=0)
        uneven = np.sqrt(np.mean([self.relief.of(points) ** 2 for points in along], axis=0))
        home = self.countries.of(one)
        dry &= np.all([self.countries.of(points) == home for points in along], axis=0)
        crossed = np.zeros(len(one), dtype=bool)
        lines = shapely.linestrings(np.stack([one, other], axis=1))
        crossed[self.rivers.query(lines, predicate="intersects")[0]] = True
        return np.asarray(dry & (home > 0) & (uneven < _EVEN_M) & ~crossed)


def neighbourly(graph: Graph, towns: np.ndarray, land: Land) -> Graph:
    """Join towns, array (n, 2) of lon, lat, to their neighbours where the way round is long."""
    first = len(graph.points)
    towns = towns[_met(graph, towns).end - first]
    whole = joined_at(_with_points(graph, towns), _met(graph, towns), 1.0)
    one, other, metres = _neighbours(towns)
    far = distances(whole, first + one, first + other) > _ROUND * metres + _ROUND_M
    far[far] = land.is_open(towns[one[far]], towns[other[far]])
    one, other, metres = one[far], other[far], metres[far]
    print(f"  joined {len(one)} pairs of towns over {metres.sum() / 1000:.0f} km in all:")
    for start, end in zip(
        towns[one].round(3).tolist(), towns[other].round(3).tolist(), strict=True
    ):
        print(f"    {start} to {end}")
    left = np.setdiff1d(np.arange(len(towns)), np.concatenate([one, other]))
    is_stub = np.isin(whole.ends, first + left).any(axis=1)  # it would be a loose end
    joined = replace(
        whole,
        ends=np.vstack([whole.ends[~is_stub], first + np.stack([one, other], axis=1)]),
        length_m=np.concatenate([whole.length_m[~is_stub], _WINDS * metres]),
        kind=np.concatenate([whole.kind[~is_stub], np.zeros(len(one), dtype=np.int64)]),
    )
    return once(joined)


def _with_points(graph: Graph, points: np.ndarray) -> Graph:
    return replace(graph, points=np.vstack([graph.points, points]))


def _met(graph: Graph, towns: np.ndarray) -> Feet:
    """Find where towns meet the network; those that are far from it do not."""
    numbers = len(graph.points) + np.arange(len(towns))
    return feet(_with_points(graph, towns), numbers, _ON_M).nearest()


def _neighbours(towns: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """List pairs of towns that lie side by side, and how far apart they are, metres."""
    squeeze = np.clip(np.cos(np.radians(towns[:, 1])), 0.2, 1.0)
    drawn = np.asarray(shapely.points(towns))
    reach = _NEAR_M / 111_000.0 / squeeze
    one, other = shapely.STRtree(drawn).query(drawn, predicate="dwithin", distance=reach)
    one, other = one[one < other], other[one < other]
    metres = np.asarray(_GEOD.inv(*towns[one].T, *towns[other].T)[2])
    order = np.lexsort((metres, one))
    one, other, metres = one[order], other[order], metres[order]
    near = np.arange(len(one)) - np.searchsorted(one, one) < _NEIGHBOURS
    near &= (metres < _NEAR_M) & (metres > _LEAST_M)
    return one[near], other[near], metres[near]
