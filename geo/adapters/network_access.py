"""Finds where a place meets a network: the hops near by, how far off, and where along them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.geodesy import distance_m, wgs84

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.adapters.network_store import Network

_M_PER_DEG = 111_320.0
_LEAST_SQUEEZE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """A point of a hop that is near a place, WGS 84 degrees.

    ``access_m`` is how far off the place is, ``share`` how far along the hop the point lies, from 0
    to 1.
    """

    hop: int
    share: float
    lon: float
    lat: float
    access_m: float


def accesses(
    network: Network, lon: float, lat: float, *, within_m: float, most: int
) -> list[Access]:
    """List the hops near a place, nearest first; empty where the network is farther off."""
    squeeze = max(float(np.cos(np.radians(lat))), _LEAST_SQUEEZE)
    reach = within_m / _M_PER_DEG
    hops = network.cells.near(lon, lat, (reach / squeeze, reach))
    if not len(hops):
        return []
    start, end = network.points[network.ends[hops, 0]], network.points[network.ends[hops, 1]]
    scale = np.array([squeeze, 1.0])
    along, to_here = (end - start) * scale, (np.array([lon, lat]) - start) * scale
    share = (along * to_here).sum(axis=1) / np.maximum((along**2).sum(axis=1), 1e-18)
    share = np.clip(share, 0.0, 1.0)
    feet = start + share[:, None] * (end - start)
    far = wgs84().inv(np.full(len(feet), lon), np.full(len(feet), lat), feet[:, 0], feet[:, 1])[2]
    order = [number for number in np.argsort(far, kind="stable") if far[number] <= within_m]
    return [
        Access(
            hop=int(hops[number]),
            share=float(share[number]),
            lon=float(feet[number, 0]),
            lat=float(feet[number, 1]),
            access_m=float(far[number]),
        )
        for number in order[:most]
    ]


def as_starts(network: Network, found: Iterable[Access], weight: float) -> dict[int, float]:
    """Give the points at which the network is entered, with what it costs to get there, metres.

    The way to the network counts ``weight`` times.
    """
    starts: dict[int, float] = {}
    for access in found:
        length_m = float(network.length_m[access.hop])
        for point, share in zip(
            network.ends[access.hop].tolist(), (access.share, 1.0 - access.share), strict=True
        ):
            cost_m = access.access_m * weight + share * length_m
            starts[point] = min(cost_m, starts.get(point, np.inf))
    return starts


def nearest_m(network: Network, lon: float, lat: float) -> float:
    """Distance from a place to about the nearest point of the network, metres."""
    squeeze = max(float(np.cos(np.radians(lat))), _LEAST_SQUEEZE)
    off = np.abs(network.points - (lon, lat)) * (squeeze, 1.0)
    nearest = network.points[int(np.hypot(*off.T).argmin())]
    return distance_m(lon, lat, float(nearest[0]), float(nearest[1]))
