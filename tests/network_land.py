"""Small networks and the land that they lie on, for tests of the tools that make networks."""

from __future__ import annotations

import numpy as np

from tools.network_countries import Countries
from tools.network_graph import Graph, measured, parts
from tools.network_ground import Ground
from tools.network_relief import Relief


def chains(*lines: list[tuple[float, float]]) -> Graph:
    """Make a graph of lines, each a part of its own."""
    points: list[tuple[float, float]] = []
    ends: list[tuple[int, int]] = []
    for line in lines:
        ends += [(len(points) + at, len(points) + at + 1) for at in range(len(line) - 1)]
        points += line
    kind = np.zeros(len(ends), dtype=np.int64)
    return measured(np.array(points, dtype=float), np.array(ends), kind)


def part_count(graph: Graph) -> int:
    return int(parts(graph).max()) + 1


class Two(Countries):
    """Land to the north of 0°, in two countries that meet at 20° E."""

    def __init__(self) -> None:
        """Draw nothing."""

    def of(self, points: np.ndarray) -> np.ndarray:
        return np.where(points[:, 0] < 20.0, 1, 2)

    def by_land(self, points: np.ndarray, within_deg: float) -> np.ndarray:
        return np.asarray(points[:, 1] > -within_deg)


NOWHERE = np.empty((0, 2))


class Slope(Relief):
    """Land that is as hilly everywhere."""

    def __init__(self, spread_m: float) -> None:
        """Draw nothing."""
        self._spread = spread_m

    def of(self, points: np.ndarray) -> np.ndarray:
        return np.full(len(points), self._spread)


def ground(
    *, crossings: np.ndarray = NOWHERE, over_border: int = 0, relief: Relief | None = None
) -> Ground:
    """Make the ground of the two countries, with so many lines over their border."""
    lines = [[(19.9, 1.0 + at), (20.1, 1.0 + at)] for at in range(over_border)]
    return Ground(chains([(0.0, 1.0), (0.1, 1.0)], *lines), Two(), crossings, relief)
