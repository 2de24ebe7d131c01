"""Shows a story that names no point, only countries and states: by their land, not on a map of all.

A state gets the outline that its country's map has; where it has none, its name is told in a note.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.contracts import SURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.maps.build.places import FoundPlace
    from geo.ports import Basemap

_STATE = "ADM1"


def outline_states(found: Sequence[FoundPlace], basemap: Basemap) -> None:
    """Give the states in which something happens their outlines."""
    for entry in found:
        place = entry.place
        if entry.happens_here and place.feature_code == _STATE and place.extent is None:
            outline = basemap.region(place.country_code, place.name)
            entry.place = replace(place, extent=outline)


def corners(found: Sequence[FoundPlace]) -> list[tuple[float, float]]:
    """Points that must be in view for the lands of a story to be seen.

    Lands that may be others of their name count only in a country of sure ones, if there are any.
    """
    lands = [entry for entry in found if entry.happens_here and _is_drawn(entry.place.extent)]
    sure = {entry.place.country_code for entry in lands if entry.probability >= SURE}
    shown = [entry for entry in lands if entry.place.country_code in sure] or lands
    return [corner for entry in shown for corner in _corners(entry.place.extent)]


def _is_drawn(extent: BaseGeometry | None) -> bool:
    return extent is not None and extent.geom_type.endswith("Polygon") and not extent.is_empty


def _corners(extent: BaseGeometry | None) -> Iterator[tuple[float, float]]:
    """Give the corners of the largest land: islands overseas would make a map of the world."""
    west, south, east, north = max(shapely.get_parts(extent), key=shapely.area).bounds
    yield from ((west, south), (east, north))
