"""Finds the way of a leg by train: along the curated lines, else along the world's network.

Implements `geo.ports.Router`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import RouteError

if TYPE_CHECKING:
    import numpy as np

    from geo.adapters.network.router import NetworkRouter
    from geo.adapters.railway.lines import RailRouter
    from geo.contracts import Leg, Route

# The curated lines are few: where their way is so many times as long, another line is meant.
_ROUNDABOUT = 1.12


class WorldRailRouter:
    """Ways by rail; published kilometres go before measured tracks."""

    def __init__(self, curated: RailRouter, world: NetworkRouter) -> None:
        self._curated = curated
        self._world = world

    def route(self, leg: Leg, *, avoid: frozenset[str] = frozenset()) -> Route | None:
        """Find the way of a leg by rail, through its via places.

        Raises
        ------
        RouteError
            If neither the curated lines nor the world's network lead there.
        """
        curated = self._curated.route(leg, self._world.drawn) if not avoid else None
        try:
            world = self._world.route(leg, avoid=avoid)
        except RouteError:
            if curated is None:
                raise
            return curated
        if curated is None or world is None:
            return curated or world
        return curated if curated.distance_m <= _ROUNDABOUT * world.distance_m else world

    def lengths_m(self, pairs: np.ndarray) -> np.ndarray:
        """Measure the ways along the world's network between points, as `NetworkRouter` does."""
        return self._world.lengths_m(pairs)

    def others(self, leg: Leg) -> list[Route]:
        """Find other ways of a leg, along the world's network."""
        return self._world.others(leg)
