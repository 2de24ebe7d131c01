"""Where the signs of places stand on the page, and the boxes that they cover."""

from __future__ import annotations

import math
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


# A ring of an uncertain place that is wider has room inside for other signs and their names.
WIDE_RING_PX, _RING_STEP_PX = 30.0, 6.0
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
        """What names keep clear of: not the inside of a region, nor that of a wide ring."""
        if self.place.kind is PlaceKind.REGION:
            return ()
        clear = _SIZES.clear
        if self.radius <= WIDE_RING_PX:
            return (_square(self.x, self.y, self.radius + clear),)
        turns = np.arange(0.0, math.tau, min(1.0, _RING_STEP_PX / self.radius)).tolist()
        ring = (
            (self.x + self.radius * math.cos(turn), self.y + self.radius * math.sin(turn))
            for turn in turns
        )
        sign = _square(self.x, self.y, _SIZES.ring.reach + clear)
        return (sign, *(_square(x, y, 2 * clear) for x, y in ring))


def _square(x: float, y: float, reach: float) -> tuple[float, float, float, float]:
    return (x - reach, y - reach, x + reach, y + reach)


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
