"""Finds where a place meets a network: the hops near by, how far off, and where along them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.adapters.network.cells import steps_deg
from geo.geodesy import distance_m, turned_deg, wgs84

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.adapters.network.store import Network

_M_PER_DEG = 111_320.0
_LEAST_SQUEEZE = 0.1
# Looked for so near by first, then as far as needed.
_NEAR_M = 8_000.0
# Besides the nearest hop, those are taken that are so much farther off.
_FARTHER = 2.0
_FARTHER_M = 3_000.0
# Hops are sorted as on a plane first, which is right to this; so many more than needed are measured
# on the ellipsoid.
_ROUGHLY = 1.05
_SPARE = 4
# What is so far off in longitude lies across 180°.
_FAR_ROUND_DEG = 90.0


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


class Door(NamedTuple):
    """What it costs to get to a point of the network, and the length of both its parts, metres.

    ``along_m`` is the way along the hop, ``off_m`` that to the hop.
    """

    cost_m: float
    along_m: float
    off_m: float


class Near(NamedTuple):
    """Points of hops near places, those of each together and the nearest first: arrays (n,).

    Attributes
    ----------
    place : number of the place.
    hop : number of the hop.
    share : how far along the hop the point lies, from 0 to 1.
    at : array (n, 2) of lon, lat.
    off_m : how far off the place is, metres.
    """

    place: np.ndarray
    hop: np.ndarray
    share: np.ndarray
    at: np.ndarray
    off_m: np.ndarray

    def kept(self, rows: np.ndarray) -> Near:
        """Keep some rows, in the order in which they are given."""
        return Near(*(column[rows] for column in self))

    def nth(self) -> np.ndarray:
        """Count the rows of each place, from 0."""
        first = np.searchsorted(self.place, self.place)
        return np.asarray(np.arange(len(self.place)) - first)


def made_of(network: Network, near: Near) -> list[Access]:
    """Make an access of each row."""
    hops = near.hop
    ends = network.ends[hops]
    columns = (hops, *ends.T, network.length_m[hops], near.share, *near.at.T, near.off_m)
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
    """List for each point the hops near it, as `near_points` finds them."""
    near = near_points(network, points, within_m=within_m, most=most)
    begins = np.searchsorted(near.place, np.arange(len(points) + 1)).tolist()
    made = made_of(network, near)
    return [made[begin:end] for begin, end in pairwise(begins)]


def near_points(network: Network, points: np.ndarray, *, within_m: float, most: int) -> Near:
    """Find for each point, array (n, 2) of lon, lat, the hops near it.

    Besides the nearest there are those that are little farther off. There are none where the
    network is farther off than ``within_m``.
    """
    near_m = min(_NEAR_M, within_m)
    found = _within(network, points, np.full(len(points), near_m), most)
    far_m = np.full(len(points), within_m)
    far_m[found.place] = _worth_m(found)
    again = np.flatnonzero(far_m > near_m)
    farther = _within(network, points[again], np.minimum(far_m[again], within_m), most)
    farther = farther._replace(place=again[farther.place])
    found = found.kept(np.flatnonzero(far_m[found.place] <= near_m))
    both = Near(*(np.concatenate(columns) for columns in zip(found, farther, strict=True)))
    both = both.kept(np.argsort(both.place, kind="stable"))
    return both.kept(np.flatnonzero(both.off_m <= _worth_m(both)))


def _worth_m(near: Near) -> np.ndarray:
    """Give for each row how far off it may be beside the nearest of its place, metres."""
    least_m = near.off_m[np.searchsorted(near.place, near.place)]
    return np.asarray(least_m * _FARTHER + _FARTHER_M)


def _within(network: Network, points: np.ndarray, within_m: np.ndarray, most: int) -> Near:
    """Find for each point the few nearest of the hops within some metres of it."""
    squeeze = np.maximum(np.cos(np.radians(points[:, 1])), _LEAST_SQUEEZE)
    reach = within_m / _M_PER_DEG
    owner, hops = network.cells.near(points, reach / squeeze, reach)
    met = _is_in_box(network, hops, points[owner], _ROUGHLY * reach[owner], squeeze[owner])
    owner, hops = owner[met], hops[met]
    share, feet, off = _placed(network, hops, points[owner], squeeze[owner])
    near = Near(place=owner, hop=hops, share=share, at=feet, off_m=off)
    near = near.kept(np.flatnonzero(off <= _ROUGHLY * reach[owner]))
    near = near.kept(np.lexsort((near.off_m, near.place)))
    near = near.kept(np.flatnonzero(near.nth() < most + _SPARE))
    near = near._replace(off_m=np.asarray(wgs84().inv(*points[near.place].T, *near.at.T)[2]))
    near = near.kept(np.flatnonzero(near.off_m <= within_m[near.place]))
    near = near.kept(np.lexsort((near.off_m, near.place)))
    return near.kept(np.flatnonzero(near.nth() < most))


def _is_in_box(
    network: Network, hops: np.ndarray, points: np.ndarray, reach: np.ndarray, squeeze: np.ndarray
) -> np.ndarray:
    """Tell which hops come into the box round a point beside each; those across 180° all do.

    A boat is boarded at its ends alone, to which other hops lead.
    """
    one, other = (network.points[ends] - points for ends in network.ends[hops].T)
    wide = reach / squeeze
    low, high = np.minimum(one, other), np.maximum(one, other)
    met = (low[:, 1] <= reach) & (high[:, 1] >= -reach)
    is_round = np.maximum(-low[:, 0], high[:, 0]) > _FAR_ROUND_DEG
    met &= ((low[:, 0] <= wide) & (high[:, 0] >= -wide)) | is_round
    return np.asarray(met & ~network.is_boat[hops])


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


def as_doors(found: Iterable[Access], weight: float) -> dict[int, Door]:
    """Give the points at which the network is entered, each by the cheapest access.

    The way to the network counts ``weight`` times.
    """
    doors: dict[int, Door] = {}
    for access in found:
        for point in access.ends:
            along_m = access.along_m(point)
            cost_m = access.access_m * weight + along_m
            if point not in doors or cost_m < doors[point].cost_m:
                doors[point] = Door(cost_m, along_m, access.access_m)
    return doors


def nearest_m(network: Network, lon: float, lat: float) -> float:
    """Distance from a place to about the nearest point of the network, metres."""
    squeeze = max(float(np.cos(np.radians(lat))), _LEAST_SQUEEZE)
    aside, ahead = abs(network.points - (lon, lat)).T
    aside = np.minimum(aside, 360.0 - aside) * squeeze  # the shorter way round
    nearest = network.points[int((aside**2 + ahead**2).argmin())]
    return distance_m(lon, lat, float(nearest[0]), float(nearest[1]))
