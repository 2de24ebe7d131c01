"""Gaps of a network go in; over which of them a line may be led comes out.

That a line goes on where it breaks off is a guess. A border may be closed: a line is led over one
alone where the source has several lines over that border, or a crossing is known there. And over
water boats may be all that there is: no bridge or tunnel is built for a way that is little shorter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod

if TYPE_CHECKING:
    from tools.network_countries import Countries
    from tools.network_graph import Graph
    from tools.network_relief import Relief

_GEOD = Geod(ellps="WGS84")
# A border is open if so many hops of the source lead over it.
_MANY = 4
# The middle of a gap lies so near to a known crossing.
_CROSSING_DEG = 0.1
_SAMPLES = (0.1, 0.3, 0.5, 0.7, 0.9)
_MOST_DRY = 2
# What is narrower has a bridge, and nothing wider than a sound is bridged.
_NARROW_M = 2_500.0
_SOUND_M = 26_000.0
_ROUND = 8.0
# Where heights differ more (their standard deviation), a line of more than this length that the
# source lacks may well not be there: mountains end lines as well.
_STEEP_M = 200.0
_FOOTHILL_M = 1_500.0


class Ground:
    """What lies between points of a network: countries, borders and water.

    ``crossings`` is an array (n, 2) of lon, lat in degrees of known ways over borders; without a
    ``relief`` no gap is too steep.
    """

    def __init__(
        self,
        graph: Graph,
        countries: Countries,
        crossings: np.ndarray,
        relief: Relief | None = None,
    ) -> None:
        self._countries = countries
        self._relief = relief
        self._crossings = shapely.STRtree(np.asarray(shapely.points(crossings)))
        country = countries.of(graph.points)[graph.ends]
        borders = self._border(country[:, 0], country[:, 1])
        pairs, count = np.unique(borders[borders > 0], return_counts=True)
        self._open = pairs[count >= _MANY]

    def lets(self, one: np.ndarray, other: np.ndarray, round_m: np.ndarray) -> np.ndarray:
        """Tell over which gaps between points, arrays (n, 2), a line may be led.

        ``round_m`` is how long the way round is, metres; infinite where there is none.
        """
        metres = np.asarray(_GEOD.inv(*one.T, *other.T)[2])
        border = self._border(self._countries.of(one), self._countries.of(other))
        known = self._is_known((one + other) / 2.0)
        is_wet = self._is_wet(one, other) & (metres > _NARROW_M)
        may_be_bridged = (metres < _SOUND_M) & (round_m > _ROUND * metres) & (border == 0)
        is_open = (border == 0) | np.isin(border, self._open)
        return np.asarray(known | np.where(is_wet, may_be_bridged, is_open))

    def is_even(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Tell over which gaps between points, arrays (n, 2), no mountains lie."""
        if self._relief is None:
            return np.ones(len(one), dtype=bool)
        along = [self._relief.of(one + share * (other - one)) ** 2 for share in _SAMPLES]
        metres = np.asarray(_GEOD.inv(*one.T, *other.T)[2])
        return np.asarray((np.mean(along, axis=0) < _STEEP_M**2) | (metres < _FOOTHILL_M))

    def _is_known(self, points: np.ndarray) -> np.ndarray:
        """Tell which points lie at a known crossing."""
        found = np.zeros(len(points), dtype=bool)
        drawn = shapely.points(points)
        found[self._crossings.query(drawn, predicate="dwithin", distance=_CROSSING_DEG)[0]] = True
        return found

    def _is_wet(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Tell which gaps lie over water for the most part."""
        dry = np.zeros(len(one), dtype=np.int64)
        for share in _SAMPLES:
            dry += self._countries.on_land(one + share * (other - one))
        return dry <= _MOST_DRY

    @staticmethod
    def _border(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Give each border between two countries a number; 0 for none."""
        low, high = np.minimum(one, other), np.maximum(one, other)
        return np.where((low == high) | (low == 0), 0, low * 1_000 + high)
