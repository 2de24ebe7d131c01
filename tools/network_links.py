"""A table of ways that the sources lack goes in; a network that leads over them comes out.

Bridges, tunnels and boats that carry cars are often cut out of a source that keeps only roads or
tracks of a rank. Which there are is no guess: ``data/networks/links.tsv`` names each. Its ends are
joined to the nearest line of the network, wherever that passes.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from pyproj import Geod

from tools.network_feet import feet, joined_at
from tools.network_graph import Graph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_GEOD = Geod(ellps="WGS84")
# An end is good to about a kilometre; the network may leave out the last streets to a quay.
_REACH_M = 12_000.0
_WINDS = 1.2
BRIDGE, FERRY = "bridge", "ferry"


@dataclass(frozen=True, kw_only=True)
class Link:
    """A way from one point to another, by way of others: array (n, 2) of lon, lat in degrees.

    ``kind`` is what a route that takes it says.
    """

    name: str
    kind: str
    points: np.ndarray
    length_m: float

    @property
    def steps_m(self) -> np.ndarray:
        """Length of the way from each point to the next, metres."""
        drawn_m = np.asarray(_GEOD.inv(*self.points[:-1].T, *self.points[1:].T)[2])
        return np.asarray(drawn_m / drawn_m.sum() * self.length_m)


def read_links(path: Path, mode: str) -> list[Link]:
    """Read the links of one mode."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["mode"] == mode]
    return [
        Link(
            name=row["name"],
            kind=row["kind"],
            points=np.array([[float(part) for part in at.split()] for at in row["at"].split(";")]),
            length_m=float(row["km"]) * 1000.0,
        )
        for row in rows
    ]


def linked(graph: Graph, links: Sequence[Link], kinds: Sequence[str]) -> Graph:
    """Add links to a network: hops whose kinds are numbers in ``kinds``.

    A boat needs a line at both ends; a bridge may lead to an island that has no other.
    """
    first = len(graph.points)
    points = np.concatenate([link.points for link in links])
    link_of = np.repeat(np.arange(len(links)), [len(link.points) for link in links])
    steps = np.flatnonzero(link_of[1:] == link_of[:-1])
    lengths_m = np.concatenate([link.steps_m for link in links])
    kind = np.array([kinds.index(link.kind) for link in links])
    outer = np.setxor1d(steps, steps + 1)  # no point of a link lies on both sides of these
    met = feet(replace(graph, points=np.vstack([graph.points, points])), first + outer, _REACH_M)
    met = met.nearest()
    count = np.bincount(link_of[met.end - first], minlength=len(links))
    kept = count >= np.where(kind == kinds.index(BRIDGE), 1, 2)
    for link, ends, is_kept in zip(links, count.tolist(), kept.tolist(), strict=True):
        print(f"    {link.name}: {ends} ends joined" if is_kept else f"    {link.name}: left out")
    if not kept.any():
        return graph
    steps, lengths_m = steps[kept[link_of[steps]]], lengths_m[kept[link_of[steps]]]
    whole = Graph(
        points=np.vstack([graph.points, points]),
        ends=np.vstack([graph.ends, first + np.stack([steps, steps + 1], axis=1)]),
        length_m=np.concatenate([graph.length_m, lengths_m]),
        kind=np.concatenate([graph.kind, kind[link_of[steps]]]),
    )
    return joined_at(whole, met.kept(kept[link_of[met.end - first]]), _WINDS)
