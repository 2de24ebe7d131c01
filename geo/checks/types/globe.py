"""Checks how a place lies to a line of the globe: the equator, a polar circle, a meridian."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import shapely

from geo.checks import wording
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.verdict import fits
from geo.checks.wording import place_name
from geo.geodesy import distance_m

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# What opens the relation of a claim about a line.
LINE = "line"
FURTHER, SAME = "further", "same"
# The middle of a town may lie so far from where its people say that it is, degrees.
_SLACK_DEG = 0.05
# Nearer than the first a town is "on" a line, and "just" beside it; further than the second not.
_ON_DEG, _NOT_ON_DEG, _JUST_DEG, _WELL_DEG = 0.25, 1.0, 1.5, 0.5
# Such a share, and so much more, a distance to a line may be off; and what nobody would say.
_ALIKE, _ALIKE_M, _UNLIKE, _UNLIKE_M = 0.1, 8_000.0, 0.4, 40_000.0
# Two places are on one parallel if they are no further from it, and not on it beyond the second.
_ALIKE_DEG, _UNLIKE_DEG, _HALF_WORLD_DEG = 0.75, 2.0, 150.0
# An area whose outline is not known may reach so far from its middle.
_REACH_DEG = 5.0
_LONGITUDE, _NUMBERED, _NEAR, _WELL = "lon", "?", "near", "well"
_ON, _BEYOND, _BEFORE = "on", "beyond", "before"
_POSITIVE, _NEGATIVE = frozenset({"north", "east"}), frozenset({"south", "west"})


class _Told(NamedTuple):
    """A line: its degrees, whether they are of longitude, the side told, "near" or "well"."""

    deg: float
    is_lon: bool
    side: str
    how: str


def check_globe(claim: Claim, places: Sequence[Place], ground: Ground) -> Check | None:
    """Judge what is told in degrees; None of a direction from one place to another."""
    kind, _, side = claim.relation.partition(" ")
    if kind == LINE:
        return check_line(claim, places[0], ground)
    if len(places) > 1 and kind in {FURTHER, SAME}:
        return (_further if kind == FURTHER else _same)(claim, places, side)
    return None


def check_line(claim: Claim, one: Place, ground: Ground) -> Check:
    """Compare the latitude, or longitude, of a place with that of the line."""
    told = _told(claim, one)
    if (told.side in _POSITIVE | _NEGATIVE) and told.is_lon != (told.side in {"east", "west"}):
        return unknown(claim)
    low, high = _extent_deg(one, told, ground)
    words = f"{place_name(one)} lies {_where(low, high, is_lon=told.is_lon)}."
    if one.is_area and low == high:
        low, high = low - _REACH_DEG, high + _REACH_DEG
    if told.side == _ON:
        return _on(claim, one, (low - told.deg, high - told.deg), words)
    sign = _sign(told)
    near, far = sorted((sign * (low - told.deg), sign * (high - told.deg)))
    if far < -_ON_DEG:
        return fails(claim, words)
    if near < _SLACK_DEG or far < _SLACK_DEG:
        return unknown(claim, words)
    if claim.quantity is not None:
        return _so_far(claim, one, told, words)
    is_unsure = near > _JUST_DEG if told.how == _NEAR else told.how == _WELL and near < _WELL_DEG
    return (unknown if is_unsure else holds)(claim, words)


def _further(claim: Claim, places: Sequence[Place], side: str) -> Check:
    """Judge "A is further north than B" by the degrees of the two."""
    one, other = places[:2]
    if one.is_area or other.is_area:
        return unknown(claim, "Of areas it cannot be told which of the two lies further out.")
    is_lon, sign = side in {"east", "west"}, -1.0 if side in _NEGATIVE else 1.0
    mine, its = (one.lon, other.lon) if is_lon else (one.lat, other.lat)
    words = f"{one.name} lies {_where(mine, mine, is_lon=is_lon)}, "
    words += f"{other.name} {_where(its, its, is_lon=is_lon)}."
    off = sign * (mine - its)
    if abs(off) < _SLACK_DEG or (is_lon and abs(off) > _HALF_WORLD_DEG):
        return unknown(claim, words)
    return (holds if off > 0 else fails)(claim, words)


def _same(claim: Claim, places: Sequence[Place], kind: str) -> Check:
    """Judge "A and B lie on the same latitude"."""
    one, other = places[:2]
    is_lon = kind == _LONGITUDE
    mine, its = (one.lon, other.lon) if is_lon else (one.lat, other.lat)
    words = f"{one.name} lies {_where(mine, mine, is_lon=is_lon)}, "
    words += f"{other.name} {_where(its, its, is_lon=is_lon)}."
    if one.is_area or other.is_area or _ALIKE_DEG < abs(mine - its) < _UNLIKE_DEG:
        return unknown(claim, words)
    return (holds if abs(mine - its) <= _ALIKE_DEG else fails)(claim, words)


def _told(claim: Claim, one: Place) -> _Told:
    """Read "line 66.56 lat north near"; a numbered parallel is on the side where the place is."""
    _, deg, kind, side, *more = claim.relation.split()
    value = float(deg.removesuffix(_NUMBERED))
    if deg.endswith(_NUMBERED) and one.lat < 0:
        value = -value
    return _Told(value, kind == _LONGITUDE, side, "".join(more))


def _sign(told: _Told) -> float:
    """Tell whether degrees grow on the side told: beyond a polar circle is towards its pole."""
    if told.side in _POSITIVE | _NEGATIVE:
        return 1.0 if told.side in _POSITIVE else -1.0
    towards_pole = -1.0 if told.deg < 0 else 1.0
    return towards_pole if told.side == _BEYOND else -towards_pole


def _extent_deg(one: Place, told: _Told, ground: Ground) -> tuple[float, float]:
    """Give the least and the most degrees of a place; of a country, of all its land."""
    outline = one.extent
    if outline is None and one.feature_code.startswith("PCL"):
        outline = ground.boundaries.country(one.country_code)
    if outline is None or outline.is_empty:
        return (one.lon, one.lon) if told.is_lon else (one.lat, one.lat)
    west, south, east, north = shapely.bounds(outline)
    return (float(west), float(east)) if told.is_lon else (float(south), float(north))


def _on(claim: Claim, one: Place, off_deg: tuple[float, float], words: str) -> Check:
    low, high = off_deg
    if low <= 0 <= high and low < high:
        return (unknown if one.extent is None and _is_part(one) else holds)(claim, words)
    off = min(abs(low), abs(high))
    if off <= _ON_DEG and not one.is_area:
        return holds(claim, words)
    return fails(claim, words) if off >= _NOT_ON_DEG else unknown(claim, words)


def _is_part(one: Place) -> bool:
    """Whether a place is a region or a water, of which there may be no outline."""
    return one.is_area and not one.feature_code.startswith("PCL")


def _so_far(claim: Claim, one: Place, told: _Told, words: str) -> Check:
    """Judge how far from a line a town lies, along the meridian or the parallel."""
    if one.is_area:
        return unknown(claim, words)
    lon, lat = (told.deg, one.lat) if told.is_lon else (one.lon, told.deg)
    metres, figure = distance_m(one.lon, one.lat, lon, lat), claim.figure
    words = f"{words[:-1]}, about {wording.about(metres)}, from that line."
    slack = max(_ALIKE * metres, _ALIKE_M)
    if fits(figure.low_si, figure.high_si, metres - slack, metres + slack):
        return holds(claim, words)
    off = abs(figure.value_si - metres)
    is_off = off > max(_UNLIKE * metres, _UNLIKE_M)
    return (fails if is_off else unknown)(claim, words)


def _where(low: float, high: float, *, is_lon: bool) -> str:
    """Write degrees as people do: "at 66.5° north", "between 10.5° south and 2.0° north"."""
    sides = ("east", "west") if is_lon else ("north", "south")
    first, last = (f"{abs(deg):.1f}° {sides[deg < 0]}" for deg in (low, high))
    return f"at {first}" if first == last else f"between {first} and {last}"
