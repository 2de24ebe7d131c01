"""Where the signs of places stand on the page, and the boxes that they cover."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.geodesy import wgs84
from geo.maps.layout.geometry import rings_px
from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.spec.model import PlaceKind

if TYPE_CHECKING:
    from geo.maps.layout.projection import View
    from geo.maps.spec.model import MapPlace, MapSpec


_SIZES = CARTOGRAPHY.symbols


# The whole sign is on the page, with its white edge.
_EDGE_PX = 10.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A place on the page: its middle, how far the sign reaches, and the outline of a region."""

    place: MapPlace
    x: float
    y: float
    radius: float
    outline: tuple[np.ndarray, ...] = ()

    @property
    def boxes(self) -> tuple[tuple[float, float, float, float], ...]:
        """What names keep clear of; a region is named inside."""
        if self.place.kind is PlaceKind.REGION:
            return ()
        reach = self.radius + _SIZES.clear
        return ((self.x - reach, self.y - reach, self.x + reach, self.y + reach),)


def symbols_of(spec: MapSpec, view: View) -> tuple[Symbol, ...]:
    """Bring the places that are shown on to the page; what only stands for somebody is not."""
    places = [place for place in spec.places if place.kind is not PlaceKind.ASSOCIATIVE]
    if not places:
        return ()
    pixels = view.to_px(np.array([(place.lon, place.lat) for place in places]))
    found = []
    for place, (x, y) in zip(places, pixels.tolist(), strict=True):
        outline = tuple(rings_px(place.outline, spec.basemap.grid, view))
        if outline or view.holds(x, y, _EDGE_PX):
            radius = _radius(place, view, (x, y))
            found.append(Symbol(place=place, x=x, y=y, radius=radius, outline=outline))
    return tuple(found)


def _radius(place: MapPlace, view: View, middle: tuple[float, float]) -> float:
    if place.kind is PlaceKind.STOP:
        return _SIZES.stop.reach
    if place.kind is not PlaceKind.UNCERTAIN:
        return _SIZES.ring.reach
    lon, lat, _ = wgs84().fwd(place.lon, place.lat, 90.0, max(place.radius_m, 1.0))
    lon = place.lon + (lon - place.lon + 180.0) % 360.0 - 180.0
    edge = view.to_px(np.array([(lon, lat)]))[0]
    # A smaller area is drawn so large all the same, or it would be taken for a city's dot.
    return max(float(np.hypot(*(edge - middle))), _SIZES.uncertain_least)
