"""Long hops go in; the short straight steps that a map draws each of them with come out.

A step that crosses 180° ends beyond it, at 181° or -181°: it is one line, and the shores are drawn
on there as well.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from pyproj import Geod

_GEOD = Geod(ellps="WGS84")
# In a step so short the geodesic and the straight line of a map are one.
STEP_M = 60_000.0


class Steps(NamedTuple):
    """Which hop each step is of, and its two ends, arrays (n, 2) of lon, lat in degrees."""

    hop: np.ndarray
    starts: np.ndarray
    ends: np.ndarray


def steps_of(starts: np.ndarray, ends: np.ndarray, longest_m: float = STEP_M) -> Steps:
    """Cut the geodesics between points, arrays (n, 2), into steps of so many metres at most."""
    azimuth, _, metres = _GEOD.inv(*starts.T, *ends.T)
    count = np.maximum(np.ceil(np.asarray(metres) / longest_m).astype(np.int64), 1)
    hop = np.repeat(np.arange(len(starts)), count)
    nth = np.arange(len(hop)) - np.repeat(np.cumsum(count) - count, count)
    step_m = np.asarray(metres)[hop] / count[hop]
    first = starts[hop]
    lon, lat, _ = _GEOD.fwd(first[:, 0], first[:, 1], np.asarray(azimuth)[hop], step_m * nth)
    begin = np.stack([lon, lat], axis=1)
    begin[nth == 0] = starts
    end = np.roll(begin, -1, axis=0)
    end[nth == count[hop] - 1] = ends
    return Steps(hop, begin, unrolled(begin, end))


def unrolled(starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Move ends round the globe to where they lie less than half a turn from their starts."""
    found = ends.copy()
    found[:, 0] = starts[:, 0] + turned(ends[:, 0] - starts[:, 0])
    return found


def turned(lon: np.ndarray | float) -> np.ndarray:
    """Give longitudes as what is between -180 and 180 degrees."""
    return np.asarray((lon + 180.0) % 360.0 - 180.0)
