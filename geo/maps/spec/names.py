"""Which names a map shows, a part of a `MapSpec`: decided once, so that all renderers agree.

A renderer goes down the list and sets each name that its map is wide enough for; where it stands is
the renderer's own business.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What is named, which says how the name is set."""

    PLACE = "place"
    ROUTE = "route"
    MEASURE = "measure"
    LAND = "land"
    SEA = "sea"
    CITY = "city"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapName:
    """A name on the map; the list of them is in order of worth.

    Attributes
    ----------
    target : id of a place, route or measure of the spec; of the basemap's lists the number, from 0.
    from_px : least width of the map at which the name is shown, pixels; a map that is enlarged to
        twice the scale of its first view counts as twice as wide.
    worth : what it costs to leave the name out, in the unit of `geo.maps.spec.cartography`.
    """

    kind: NameKind
    target: str
    from_px: int
    worth: float
