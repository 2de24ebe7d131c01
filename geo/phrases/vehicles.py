"""A word for a vehicle in its phrase goes in, by what it goes comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.lexicon import listed
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.contracts.scene import Scene


_ON_LAND = frozenset({Mode.ROAD, Mode.RAIL})


def vehicle_mode(scene: Scene, index: int, single: str) -> Mode | None:
    """Tell by what a vehicle goes, called so in the singular; None for what is none.

    The words before it may tell: a "fuel tanker" is a lorry, an "oil tanker" a ship, an "air
    ambulance" flies, a "mule train" has no rails, and a "barge convoy" goes by water.
    """
    mode = motion().vehicles.get(single)
    before = {scene.low(i) for i in scene.tree.children(index, "compound", "amod")}
    if single in listed("made_up"):
        return _of_parts(before, mode)
    is_either = single in listed("ship_or_lorry")
    # Of two, the same one in every run: a set has no order of its own.
    way = min(before & listed("way"), default=None)
    if way is not None and (is_either or mode in _ON_LAND):
        return motion().vehicles[way]
    is_drawn = mode is Mode.RAIL and not before.isdisjoint(listed("ridden") | listed("draws"))
    is_lorry = is_either and not before.isdisjoint(listed("lorry_load"))
    return Mode.ROAD if is_drawn or is_lorry else mode


def _of_parts(parts: set[str], mode: Mode | None) -> Mode | None:
    """Tell by what a convoy or a column goes that is called after what it is made up of."""
    tables = motion()
    modes = (tables.vehicles.get(tables.singular.get(one, one)) for one in sorted(parts))
    return next((one for one in modes if one is not None), mode)
