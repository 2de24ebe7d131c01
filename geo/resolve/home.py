"""Groups of namesakes go in; how much each candidate gains by lying in the story's own ground.

A local paper names the small places of one neighbourhood, and any of them alone would be taken for
its famous namesake. Together they are no chance: that four names of a story all have a bearer in
one corner of one state says more than the size of each rival. So every candidate is tried as the
middle of the story's ground, in which a hamlet is as likely to be named as a great city elsewhere;
what a ground explains better than fame does, summed up over the names, speaks for it. A name never
speaks for itself: its candidates gain by the ground of the others alone. And a corner must say more
than any other country as a whole does, for settlers took the names of their old country with them,
side by side: Reading and Exeter stand in Massachusetts and Rhode Island too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_EARTH_KM = 6371.0
# No local story names more; an endless list of names would want memory without end.
MOST_NAMES = 200
_MOST_CENTRES = 600
_MOST_GROUNDS = 3
_LOCAL, _SIZE = 11.0, 0.2  # how well any place is known in its own ground, and the larger more so
_FADING, _HALF_KM = 2.0, 40.0
_SAME_REGION = 4.5  # the most that fades in the same region
_REGION, _COUNTRY = 3.0, 1.0  # the region or the country of the ground is named
_CHANCE = 7.5  # how rarely a name has a bearer near by without reason; of many namesakes one has
_NATIONAL, _NATION = 3.5, 4.0  # what a country explains, and needs to be thought of
_NEEDED, _MOST = 8.0, 3.5
_OF_AREA = 0.5  # countries and regions are named everywhere
_SAME_SPOT = 300.0  # a part of the globe's radius: some 20 km


class Ground(NamedTuple):
    """What is asked of each candidate, in columns."""

    xyz: np.ndarray
    country: np.ndarray
    region: np.ndarray
    is_country: np.ndarray
    is_region: np.ndarray
    is_called: np.ndarray  # by its whole name
    base: np.ndarray
    land: np.ndarray | float = 0.0  # so much of the base is for the land

    @property
    def is_point(self) -> np.ndarray:
        """Whether a candidate is neither a country nor a region."""
        result: np.ndarray = ~(self.is_country | self.is_region)
        return result

    def first(self, part: slice) -> int:
        """Give the likeliest candidate of a group by itself."""
        best: int = part.start + int(self.base[part].argmax())
        return best


def home_gain(ground: Ground, groups: Sequence[slice]) -> np.ndarray:
    """Work out for each candidate what the ground of the other names gives to it."""
    gain = np.zeros(len(ground.base))
    parts = [part for part in groups if part.start < part.stop]
    centres = _centres(ground, parts)
    if len(parts) > MOST_NAMES or not len(centres):
        return gain
    faded = _faded(ground, centres)
    is_same = (ground.region[:, None] == ground.region[centres]) & (ground.region[:, None] > 0)
    reach = np.where(is_same, np.maximum(faded, -_SAME_REGION), faded)
    number = _numbered(ground, parts)
    nations = _merged(_national(ground, parts), number).sum(axis=0) - _NATION
    for _ in range(_MOST_GROUNDS):
        base = ground.base + gain
        explained = _merged(_explained(ground, base, (faded, centres), parts), number)
        whole = explained.sum(axis=0)
        best = int(whole.argmax())
        abroad = np.delete(nations, ground.country[centres[best]])
        left = whole[best] - _NEEDED - max(0.0, float(abroad.max(initial=0.0)))
        if left <= 0.0:
            break
        for part, mine in zip(parts, explained[number, best], strict=True):
            new = np.maximum(0.0, _share(ground, part, left - mine) + reach[part, best])
            gain[part] = np.maximum(gain[part], new * (ground.is_point & ground.is_called)[part])
    return gain


def _centres(ground: Ground, parts: Sequence[slice]) -> np.ndarray:
    """List the candidates that are tried as the middle: of each group in turn, the likeliest."""
    if not parts:
        return np.zeros(0, dtype=int)
    rank = np.concatenate(
        [(-ground.base[part]).argsort(kind="stable").argsort(kind="stable") for part in parts]
    )
    order = np.argsort(rank, kind="stable")
    result: np.ndarray = order[ground.is_point[order]][:_MOST_CENTRES]
    return result


def _faded(ground: Ground, centres: np.ndarray) -> np.ndarray:
    """How much less each candidate belongs to the ground about each centre, the farther it is."""
    cosine = np.clip(ground.xyz @ ground.xyz[centres].T, -1.0, 1.0)
    km = _EARTH_KM * np.sqrt(np.maximum(0.0, 2.0 - 2.0 * cosine))
    result: np.ndarray = -_FADING * np.log1p((km / _HALF_KM) ** 2)
    return result


def _numbered(ground: Ground, parts: Sequence[slice]) -> np.ndarray:
    """Give one number to groups whose likeliest candidates are one, as "New York City" has.

    They say a thing twice, so that only one of them counts.
    """
    first = [ground.first(part) for part in parts]
    spots = np.round(ground.xyz[first] * _SAME_SPOT).tolist()
    is_country = ground.is_country[first]
    kinds = (2 * is_country + ground.is_region[first]).tolist()
    codes = np.where(is_country, ground.country[first], ground.region[first]).tolist()
    keys: dict[tuple[float, ...], int] = {}
    return np.array(
        [
            keys.setdefault((kind, code) if kind else tuple(spot), len(keys))
            for spot, kind, code in zip(spots, kinds, codes, strict=True)
        ]
    )


def _merged(rows: np.ndarray, number: np.ndarray) -> np.ndarray:
    """Put the rows of one number together: the most of each column."""
    if number[-1] == len(rows) - 1:
        return rows  # they are numbered in turn, so that each has its own
    return np.stack([rows[number == one].max(axis=0) for one in range(int(number.max()) + 1)])


def _explained(
    ground: Ground,
    base: np.ndarray,
    about: tuple[np.ndarray, np.ndarray],
    parts: Sequence[slice],
) -> np.ndarray:
    """How much better each centre explains each group than fame does."""
    faded, centres = about
    starts = [part.start for part in parts]
    first = np.array([part.start + int(base[part].argmax()) for part in parts])
    local = _LOCAL + (_SIZE * ground.base + ground.land)[:, None] + faded
    local[~ground.is_point] = -np.inf
    best = np.maximum.reduceat(local, starts, axis=0) - ground.base[first][:, None]
    many = np.log([part.stop - part.start for part in parts])
    result: np.ndarray = np.clip(best, 0.0, np.maximum(0.0, _CHANCE - many)[:, None])
    for is_area, codes, gain in (
        (ground.is_region, ground.region, _REGION),
        (ground.is_country, ground.country, _COUNTRY),
    ):
        areas = is_area[first]
        result[areas] = np.where(codes[centres] == codes[first[areas]][:, None], gain, 0.0)
    return result


def _national(ground: Ground, parts: Sequence[slice]) -> np.ndarray:
    """How much better each country explains each group than the whole world does."""
    sizes = [part.stop - part.start for part in parts]
    group = np.repeat(np.arange(len(parts)), sizes)
    most = np.maximum.reduceat(ground.base, [part.start for part in parts])
    found = np.zeros((len(parts), int(ground.country.max()) + 1))
    np.maximum.at(found, (group, ground.country), ground.base - most[group] + _NATIONAL)
    found[:, 0] = 0.0
    return found


def _share(ground: Ground, part: slice, evidence: float) -> float:
    """Give how much of the evidence of the others a group takes."""
    share = 1.0 if ground.is_point[ground.first(part)] else _OF_AREA
    return share * float(min(max(0.0, evidence), _MOST))
