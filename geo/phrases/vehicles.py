"""A word for a vehicle in its phrase goes in, by what it goes comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.lexicon import listed
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.contracts.scene import Scene


def vehicle_mode(scene: Scene, index: int, single: str) -> Mode | None:
    """Tell by what a vehicle goes, called so in the singular; None for what is none.

    What it carries may tell: a "fuel tanker" is a lorry, an "oil tanker" a ship; or what it is made
    of: a "barge convoy" goes by water.
    """
    tables = motion()
    mode = tables.vehicles.get(single)
    if single in listed("made_up"):
        parts = (scene.low(i) for i in scene.tree.children(index, "compound"))
        modes = (tables.vehicles.get(tables.singular.get(one, one)) for one in parts)
        return next((one for one in modes if one is not None), mode)
    if single not in listed("ship_or_lorry"):
        return mode
    loads = (scene.low(i) for i in scene.tree.children(index, "compound", "amod"))
    return mode if listed("lorry_load").isdisjoint(loads) else Mode.ROAD
