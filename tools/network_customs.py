"""Sea lanes go in; those that ships keep off by rule or custom come out marked.

The Grand Banks: ships avoid the fishing banks of Newfoundland north of 43° N and the ice there, as
far as they can (Rules for the management of the North Atlantic ice patrol, an appendix to chapter V
of the SOLAS convention). The Strait of Belle Isle is shut by ice for half of the year, and only
ships that are bound for the Gulf of Saint Lawrence take it. Adam's Bridge between India and Sri
Lanka is a chain of shoals with a metre or two of water: the map draws a sea that no ship can cross.
The canal of Corinth is drawn as water as well: it is 21 m wide, and only yachts, ferries and small
cruise ships pass it. So is the narrow strait at Chalkis, with its low bridge that is seldom opened.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from tools.network_steps import steps_of

if TYPE_CHECKING:
    from tools.network_graph import Graph

# Outlines of what is kept off, lon and lat in degrees, by the name of the hops' kind.
_KEPT_OFF = {
    "grand banks": (
        (-53.2, 46.7),
        (-55.6, 46.0),
        (-55.0, 44.6),
        (-52.0, 43.0),
        (-49.4, 42.95),
        (-47.6, 46.5),
        (-49.0, 48.3),
        (-52.6, 48.0),
        (-53.0, 47.4),
    ),
    "adam's bridge": (
        (79.0, 9.3),
        (79.2, 9.29),
        (79.45, 9.16),
        (79.72, 9.1),
        (79.95, 8.95),
        (80.1, 8.82),
        (80.1, 8.78),
        (79.94, 8.91),
        (79.7, 9.06),
        (79.44, 9.12),
        (79.2, 9.25),
        (79.0, 9.26),
    ),
    "corinth": ((22.94, 37.89), (23.03, 37.89), (23.03, 37.97), (22.94, 37.97)),
    "euripus": ((23.57, 38.44), (23.62, 38.44), (23.62, 38.48), (23.57, 38.48)),
    "belle isle": ((-57.4, 51.1), (-55.3, 51.7), (-55.2, 52.2), (-57.6, 51.5)),
}
_BESIDE_DEG = 0.1


def marked(graph: Graph, kinds: list[str]) -> Graph:
    """Give the hops over what is kept off a kind of their own; its name is added to ``kinds``."""
    steps = steps_of(graph.points[graph.ends[:, 0]], graph.points[graph.ends[:, 1]])
    drawn = shapely.linestrings(np.stack([steps.starts, steps.ends], axis=1))
    kind = graph.kind.copy()
    for name, outline in _KEPT_OFF.items():
        met = np.unique(steps.hop[shapely.intersects(drawn, shapely.Polygon(outline))])
        kinds.append(name)
        kind[met[kind[met] == 0]] = len(kinds) - 1
    return replace(graph, kind=kind)


def corners() -> np.ndarray:
    """List points by which ships pass what is kept off, array (n, 2) of lon, lat."""
    around = [shapely.Polygon(outline).buffer(_BESIDE_DEG) for outline in _KEPT_OFF.values()]
    simple = [shapely.simplify(area, _BESIDE_DEG / 2).exterior for area in around]
    return np.unique(shapely.get_coordinates(simple).round(4), axis=0)
