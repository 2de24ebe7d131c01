"""Candidates of two names and what is stated of their distance go in; how well each fits comes out.

Distances here are along a sphere: they only tell candidates apart, none is stated from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.resolve.groups import Group

_EARTH_KM = 6371.0
# A way is longer than the straight line, and a place has an extent.
_LEAST, _MOST, _EXTENT_KM = 0.5, 1.2, 8.0
_ASKEW_DEG = 50.0
_HALF_RIGHT = 0.5  # as far as is said, but elsewhere: writers mix up west and east
_TOO_NEAR_KM = 15.0  # for a direction to be told by the places' middles
_WILD, _WILD_KM = 3.0, 150.0


class Fit(NamedTuple):
    """Of two groups, for each pair of candidates: whether it fits, and whether it cannot be."""

    one: int
    other: int
    fits: np.ndarray  # (candidates of one, candidates of the other), 0 to 1
    is_wild: np.ndarray


def fits_of(groups: Sequence[Group]) -> list[Fit]:
    """Hold the candidates of groups against the distances that are stated between them."""
    found = []
    for number, group in enumerate(groups):
        for stated in group.stated:
            other = groups[stated.other]
            if group.candidates and other.candidates:
                km, bearing = _lie(group, other)
                told = stated.distance_m / 1000.0
                is_near = (km >= _LEAST * told - _EXTENT_KM) & (km <= _MOST * told + _EXTENT_KM)
                fits = is_near.astype(float)
                if stated.bearing_deg is not None and told > _TOO_NEAR_KM:
                    turn = np.abs((bearing - stated.bearing_deg + 180.0) % 360.0 - 180.0)
                    fits[turn > _ASKEW_DEG] *= _HALF_RIGHT
                fits *= _are_points(group)[:, None] & _are_points(other)[None, :]
                fits = _with_areas(_with_areas(fits, group).T, other).T
                is_wild = (km > _WILD * told + _WILD_KM) & (not stated.is_taken)
                found.append(Fit(number, stated.other, fits, is_wild))
    return found


def support_of(fits: Sequence[Fit], probability: np.ndarray, parts: Sequence[slice]) -> np.ndarray:
    """Sum up, up to 1 for each candidate, how likely the places are that it fits with."""
    result: np.ndarray = np.zeros_like(probability)
    for fit in fits:
        one, other = parts[fit.one], parts[fit.other]
        result[one] += fit.fits @ probability[other]
        result[other] += fit.fits.T @ probability[one]
    np.minimum(result, 1.0, out=result)
    return result


def contradicted(
    fits: Sequence[Fit], probability: np.ndarray, parts: Sequence[slice]
) -> np.ndarray:
    """Tell of each candidate whether it lies far too far from where the other one likely is."""
    wild = np.zeros_like(probability)
    for fit in fits:
        one, other = parts[fit.one], parts[fit.other]
        wild[one] = np.maximum(wild[one], fit.is_wild @ probability[other])
        wild[other] = np.maximum(wild[other], fit.is_wild.T @ probability[one])
    result: np.ndarray = wild > 0.5  # noqa: PLR2004 - likelier than not
    return result


def _are_points(group: Group) -> np.ndarray:
    is_point = [not place.feature_code.startswith(("PCL", "ADM1")) for place in group.candidates]
    return np.array(is_point, dtype=bool)


def _with_areas(fits: np.ndarray, group: Group) -> np.ndarray:
    """Let a country fit as its city of that name does: "Djibouti" stays both."""
    found, places = fits.copy(), group.candidates
    for number, is_point in enumerate(_are_points(group)):
        if not is_point:
            code = places[number].country_code
            mine = [place.country_code == code for place in places]
            found[number] = fits[np.array(mine)].max(axis=0)
    return found


def _lie(group: Group, other: Group) -> tuple[np.ndarray, np.ndarray]:
    """Give how far each candidate lies from each of the other's, in km and degrees from north."""
    lon, lat = _radians(group)
    lon0, lat0 = (column[None, :] for column in _radians(other))
    east = lon[:, None] - lon0
    sin, cos = np.sin(lat)[:, None], np.cos(lat)[:, None]
    cosine = np.sin(lat0) * sin + np.cos(lat0) * cos * np.cos(east)
    km = _EARTH_KM * np.arccos(np.clip(cosine, -1.0, 1.0))
    north = np.cos(lat0) * sin - np.sin(lat0) * cos * np.cos(east)
    return km, np.degrees(np.arctan2(np.sin(east) * cos, north))


def _radians(group: Group) -> tuple[np.ndarray, np.ndarray]:
    return (
        np.radians([place.lon for place in group.candidates]),
        np.radians([place.lat for place in group.candidates]),
    )
