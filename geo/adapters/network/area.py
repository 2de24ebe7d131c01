"""Finds where a way meets a place that is no point: at a country's border, in a region's middle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.adapters.network.access import Near, made_of
from geo.geodesy import distance_m, wgs84

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.adapters.network.access import Access
    from geo.adapters.network.store import Network
    from geo.contracts import Place

_COUNTRY, _REGION = "PCL", "ADM"
# A way to somewhere in an area may go on from where it is drawn to, and winds.
_WINDS = 1.3
_REGION_M = 100_000.0


@dataclass(frozen=True, kw_only=True)
class Stop:
    """A place that a way leads to: what it is called, and where the network is met.

    ``country`` is the code of a country that is met at its border, ``loose_m`` how much farther the
    way may lead from there, metres.
    """

    name: str
    found: list[Access]
    country: str = ""
    region: Place | None = None

    @property
    def words(self) -> str:
        """Say where the line ends, if that is not where the journey does."""
        if self.country:
            return f"drawn to the border; where in {self.name} is not said"
        return f"somewhere in {self.name}" if self.region is not None else ""

    def loose_m(self, network: Network, met: Access) -> float:
        """By how much the way may be longer, since it is not said where it ends, metres."""
        if self.country:
            inside = network.points[network.country == network.countries.index(self.country)]
            here = np.broadcast_to((met.lon, met.lat), inside.shape)
            return _WINDS * float(wgs84().inv(*here.T, *inside.T)[2].max())
        if self.region is None:
            return 0.0
        outline = self.region.extent
        if outline is None:
            return _REGION_M
        corners = shapely.get_coordinates(shapely.envelope(outline))
        return _WINDS * max(distance_m(met.lon, met.lat, *corner) for corner in corners)


def is_country(place: Place) -> bool:
    """Whether a place is a country, which is met at its border."""
    return place.is_area and place.feature_code.startswith(_COUNTRY)


def is_region(place: Place) -> bool:
    """Whether a place is a part of a country, which is met in its middle."""
    return place.is_area and place.feature_code.startswith(_REGION)


def borders(network: Network, code: str) -> list[Access]:
    """List where the network enters a country: the first point of each hop that is inside it."""
    if not code or code not in network.countries:
        return []
    inside = network.country[network.ends] == network.countries.index(code)
    named = np.array([bool(each) for each in network.countries])[network.country[network.ends]]
    crossing = np.flatnonzero((inside.sum(axis=1) == 1) & named.all(axis=1))
    side = inside[crossing].argmax(axis=1)
    points = network.points[network.ends[crossing, side]]
    none = np.zeros(len(crossing))
    return made_of(network, Near(none, crossing, side.astype(float), points, none))


def is_home(network: Network, stop: Stop, others: Sequence[Stop]) -> bool:
    """Whether a country is met by a way that never leaves it."""
    countries = {
        network.countries[int(network.country[network.ends[other.found[0].hop, 0]])]
        for other in others
        if other.found and not other.country
    }
    return bool(stop.country) and stop.country in countries
