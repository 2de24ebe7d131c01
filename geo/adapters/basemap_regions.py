"""Outlines of states and provinces: a country cut along the lines between them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import StateName

# Lines and shores are of two scales, so that a line may end short of the water: it is taken to be
# so wide, and wider where two states are still of one piece.
_WIDTHS_DEG = (0.03, 0.1, 0.25)
# A point on a simplified shore lies in the water, so far from its land at most.
_BESIDE_DEG = 0.2


class Regions:
    """The states of one country; it is cut when the first of them is asked for."""

    def __init__(
        self, country: BaseGeometry, lines: BaseGeometry, names: Sequence[StateName]
    ) -> None:
        """``names`` have a point in each state; all are in WGS 84 degrees."""
        self._country, self._lines, self._names = country, lines, names
        self._pieces: dict[float, dict[str, BaseGeometry]] = {}

    def outline(self, name: str) -> BaseGeometry | None:
        """Give the outline of a state.

        A piece of land that two states name is nobody's outline: there the lines do not cut it.
        Pieces without a point (islands, the other half of a state) are left out.
        """
        if all(state.name != name for state in self._names):
            return None
        for width in _WIDTHS_DEG:
            if width not in self._pieces:
                self._pieces[width] = self._alone(width)
            if name in self._pieces[width]:
                whole = _wider(self._pieces[width][name], width)
                return shapely.intersection(whole, self._country)
        return None

    def _alone(self, width_deg: float) -> dict[str, BaseGeometry]:
        """Give the pieces that one state alone names."""
        cut = shapely.difference(self._country, _wider(self._lines, width_deg))
        tree = shapely.STRtree(shapely.get_parts(cut))
        found: dict[int, list[str]] = defaultdict(list)
        for state in self._names:
            at = tree.query_nearest(shapely.Point(state.lon, state.lat), max_distance=_BESIDE_DEG)
            if len(at):
                found[int(at[0])].append(state.name)
        return {own[0]: tree.geometries[at] for at, own in found.items() if len(own) == 1}


def _wider(shape: BaseGeometry, width_deg: float) -> BaseGeometry:
    return shapely.buffer(shape, width_deg, quad_segs=2)
