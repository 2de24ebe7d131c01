"""Rings of arcs that jump at the antimeridian go in; rings that run on come out.

A ring that runs once round the earth is closed along its pole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tools.basemap_layer import Layer


def join_across_antimeridian(layer: Layer) -> None:
    """Move arcs by whole turns so that each ring runs on; close rings round a pole over it.

    Natural Earth cuts Russia, Fiji and Antarctica at 180°; world-atlas has sewn them up again, so
    their rings jump there. Only arcs beyond the antimeridian have to move.
    """
    moved: set[int] = set()
    for shape in layer.shapes:
        for part in shape["parts"]:
            for ring in part:
                _join_ring(layer, ring, moved)


def _join_ring(layer: Layer, ring: list[int], moved: set[int]) -> None:
    fixed = next((at for at, arc in enumerate(ring) if plain(arc) in moved), 0)
    ring[:] = ring[fixed:] + ring[:fixed]
    end: np.ndarray | None = None
    for arc in ring:
        points = layer.arcs[plain(arc)]
        first, last = (points[0], points[-1]) if arc >= 0 else (points[-1], points[0])
        if end is not None and (jump := int(end[0] - first[0])):
            if jump % layer.period or plain(arc) in moved:
                raise ValueError(f"arc {arc} does not continue its ring")
            points[:, 0] += jump
        moved.add(plain(arc))
        end = last
    _close_over_pole(layer, ring)


def _close_over_pole(layer: Layer, ring: list[int]) -> None:
    """Give a ring that runs once round the earth (Antarctica's) an edge along the pole."""
    first, last = layer.arcs[plain(ring[0])], layer.arcs[plain(ring[-1])]
    start = first[0] if ring[0] >= 0 else first[-1]
    end = last[-1] if ring[-1] >= 0 else last[0]
    if abs(int(end[0] - start[0])) != layer.period:
        return
    edge = pole(layer, south=int(end[1]) < _equator(layer))
    layer.seams.append(len(layer.arcs))
    ring.append(len(layer.arcs))
    layer.arcs.append(np.array([end, [end[0], edge], [start[0], edge], start]))


def plain(arc: int) -> int:
    """Give the number of an arc, whichever way it is followed."""
    return arc if arc >= 0 else ~arc


def _equator(layer: Layer) -> int:
    return round(-layer.transform["translate"][1] / layer.transform["scale"][1])


def pole(layer: Layer, *, south: bool) -> int:
    """Grid row at or just beyond the pole."""
    quarter = int(np.ceil(90.0 / layer.transform["scale"][1]))
    return _equator(layer) + (-quarter if south else quarter)
