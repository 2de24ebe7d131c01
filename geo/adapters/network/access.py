"""Finds where a place meets a network: the hops near by, how far off, and where along them."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from geo.adapters.network.cells import steps_deg
from geo.geodesy import distance_m, turned_deg, wgs84

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.adapters.network.store import Network

_M_PER_DEG = 111_320.0
_LEAST_SQUEEZE = 0.1
# Looked for so near by first, then as far as needed.
_NEAR_M = 4_000.0
# Besides the nearest hop, those are taken that are so much farther off.
_FARTHER = 2.0
_FARTHER_M = 3_000.0
# Hops are sorted as on a plane first, which is right to this; so many more than needed are measured
# on the ellipsoid.
_ROUGHLY = 1.05
_SPARE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """A point of a hop that is near a place, WGS 84 degrees.

    ``access_m`` is how far off the place is, ``share`` how far along the hop the point lies, from 0
    to 1; ``ends`` are the two points of the hop and ``length_m`` is its length, metres.
    """

    hop: int
    ends: tuple[int, int]
    length_m: float
    share: float
    lon: float
    lat: float
    access_m: float

    def along_m(self, point: int) -> float:
        """Length of the hop from here to one of its two points, metres."""
        return (self.share if self.ends[0] == point else 1.0 - self.share) * self.length_m


def made_of(
    network: Network, hops: np.ndarray, share: np.ndarray, points: np.ndarray, access_m: np.ndarray
) -> list[Access]:
    """Make accesses of columns; ``points`` is an array (n, 2) of lon, lat in degrees."""
    columns = (hops, *network.ends[hops].T, network.length_m[hops], share, *points.T, access_m)
    return [
        Access(
            hop=hop,
            ends=(one, other),
            length_m=length_m,
            share=part,
            lon=lon,
            lat=lat,
            access_m=off_m,
        )
        for hop, one, other, length_m, part, lon, lat, off_m in zip(
            *(column.tolist() for column in columns), strict=True
        )
    ]


def accesses(
    network: Network, points: np.ndarray, *, within_m: float, most: int
) -> list[list[Access]]:
    """List for each point, array (n, 2) of lon, lat, the hops near it, nearest first.

    Besides the nearest there are those that are little farther off. Empty where the network is
    farther off than ``within_m``.
    """
    near_m = min(_NEAR_M, within_m)
    found = _within(network, points, np.full(len(points), near_m), most)
    far_m = np.array([_worth_m(here) if here else within_m for here in found])
    again = np.flatnonzero(far_m > near_m)
    farther = _within(network, points[again], np.minimum(far_m[again], within_m), most)
    for number, here in zip(again.tolist(), farther, strict=True):
        found[number] = here
    return [_worth(here) for here in found]


def _worth(found: list[Access]) -> list[Access]:
    """Leave out what is much farther off than the nearest."""
    most_m = _worth_m(found) if found else 0.0
    return [access for access in found if access.access_m <= most_m]


def _worth_m(found: Sequence[Access]) -> float:
    return found[0].access_m * _FARTHER + _FARTHER_M


def _within(
    network: Network, points: np.ndarray, within_m: np.ndarray, most: int
) -> list[list[Access]]:
    """List for each point the hops within some metres of it, nearest first."""
    squeeze = np.maximum(np.cos(np.radians(points[:, 1])), _LEAST_SQUEEZE)
    reach = within_m / _M_PER_DEG
    boxes = zip(*points.T.tolist(), (reach / squeeze).tolist(), reach.tolist(), strict=True)
    listed = [network.cells.near(lon, lat, (wide, high)) for lon, lat, wide, high in boxes]
    owner = np.repeat(np.arange(len(points)), [len(hops) for hops in listed])
    hops = np.concatenate([np.empty(0, dtype=np.int32), *listed])
    share, feet, off = _placed(network, hops, points[owner], squeeze[owner])
    maybe = np.flatnonzero(off <= _ROUGHLY * reach[owner])
    order = maybe[np.lexsort((off[maybe], owner[maybe]))]
    first = np.searchsorted(owner[order], owner[order])
    near = order[np.arange(len(order)) - first < most + _SPARE]
    owner, hops, feet = owner[near], hops[near], feet[near]
    metres = np.asarray(wgs84().inv(*points[owner].T, *feet.T)[2])
    is_near = metres <= within_m[owner]
    made = made_of(network, hops[is_near], share[near][is_near], feet[is_near], metres[is_near])
    found: list[list[Access]] = [[] for _ in points]
    for number, access in zip(owner[is_near].tolist(), made, strict=True):
        found[number].append(access)
    return [sorted(here, key=lambda access: access.access_m)[:most] for here in found]


def _placed(
    network: Network, hops: np.ndarray, points: np.ndarray, squeeze: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find where on each hop a point is nearest: share, point (lon, lat), and about how far."""
    start = network.points[network.ends[hops, 0]]
    step = steps_deg(network.points, network.ends[hops])
    from_here = start - points
    from_here[:, 0] = turned_deg(from_here[:, 0])
    scale = np.stack([squeeze, np.ones(len(squeeze))], axis=1)
    share, off = _nearest(from_here * scale, step * scale)
    feet = start + share[:, None] * step
    feet[:, 0] = turned_deg(feet[:, 0])
    return share, feet, off


def _nearest(from_here: np.ndarray, step: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Find where lines are nearest to the origin of a plane: the share of each, and how far."""
    square = np.maximum((step**2).sum(axis=1), 1e-18)
    share = np.clip(-(from_here * step).sum(axis=1) / square, 0.0, 1.0)
    off = from_here + share[:, None] * step
    return share, np.hypot(off[:, 0], off[:, 1])


def as_starts(found: Iterable[Access], weight: float) -> dict[int, float]:
    """Give the points at which the network is entered, with what it costs to get there, metres.

    The way to the network counts ``weight`` times.
    """
    starts: dict[int, float] = {}
    for access in found:
        for point in access.ends:
            cost_m = access.access_m * weight + access.along_m(point)
            if cost_m < starts.get(point, inf):
                starts[point] = cost_m
    return starts


def nearest_m(network: Network, lon: float, lat: float) -> float:
    """Distance from a place to about the nearest point of the network, metres."""
    squeeze = max(float(np.cos(np.radians(lat))), _LEAST_SQUEEZE)
    aside, ahead = abs(network.points - (lon, lat)).T
    aside = np.minimum(aside, 360.0 - aside) * squeeze  # the shorter way round
    nearest = network.points[int((aside**2 + ahead**2).argmin())]
    return distance_m(lon, lat, float(nearest[0]), float(nearest[1]))
