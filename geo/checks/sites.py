"""Finds the spot of what has no place but two distances, or says that no spot fits them both.

"40 km north of A and 65 km east of B" is near one spot, which is shown with the lines that lead to
it; "30 km east of A and 42 km west of B" is nowhere where A and B are 140 km apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from geo.checks import wording
from geo.checks.ends import is_measurable, radius_m
from geo.checks.verdict import UNTOLD
from geo.contracts import SURE, Hedge, Interpretation, Verdict, figures_of_sites
from geo.geodesy import distance_m, geodesic, wgs84
from geo.lexicon.directions import direction_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts import Check, Claim, Geocode, Place, Quantity

# A figure is so many times the straight line at least and at most, roads and rounding counted in;
# no spot is said to fit only where none does within the wider limits.
_LEAST, _MOST = 0.75, UNTOLD * 1.15
# By so much a direction in words may be off, degrees; and steps of the search.
_OFF_DEG, _STEP_DEG = 75.0, 3.0
_FACTORS = np.geomspace(_LEAST, _MOST, 25)
# What counts as much as a degree of a wrong direction: so small a share of a wrong distance.
_SHARE_PER_DEG = 0.01
_EXACT = frozenset({Hedge.NONE, Hedge.ABOUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """How far a site is from a place, and in which direction seen from there, if that is told."""

    place: Place
    figure: Quantity
    bearing_deg: float | None


def with_sites(
    claims: Sequence[Claim], checks: Sequence[Check], geocodes: Mapping[str, Geocode]
) -> tuple[Check, ...]:
    """Judge every two figures that are said of one site; the other checks stay as they are."""
    found = {check.claim_id: check for check in checks}
    for one, other in figures_of_sites(claims):
        told = (_told(one, geocodes), _told(other, geocodes))
        if told[0] is None or told[1] is None:
            continue
        spot = _spot(told[0], told[1])
        for claim, own in ((one, told[0]), (other, told[1])):
            check = replace(found[claim.id], judged_with=tuple({one.id, other.id} - {claim.id}))
            found[claim.id] = (
                _nowhere(check, told[0], told[1]) if spot is None else _placed(check, own, spot)
            )
    return tuple(found[check.claim_id] for check in checks)


def _told(claim: Claim, geocodes: Mapping[str, Geocode]) -> _Told | None:
    """Read what a claim tells of its site; None where place or figure are not sure."""
    geocode = geocodes.get(claim.subject.toponym_ids[0])
    place = geocode.place if geocode is not None else None
    if geocode is None or place is None or claim.figure.hedge not in _EXACT:
        return None
    is_vague = place.is_rough or place.is_wide or place.extent is not None
    if is_vague or not is_measurable(place) or geocode.is_guess or geocode.probability < SURE:
        return None
    return _Told(place=place, figure=claim.figure, bearing_deg=claim.bearing_deg)


def _spot(one: _Told, other: _Told) -> tuple[float, float] | None:
    """Search round the first place for the spot that fits both best; None where none fits."""
    turns = np.arange(-_OFF_DEG, _OFF_DEG + 1, _STEP_DEG)
    if one.bearing_deg is None:
        turns = np.arange(0.0, 360.0, _STEP_DEG)
    turn, factor = (each.ravel() for each in np.meshgrid(turns, _FACTORS))
    lons, lats = np.full(turn.shape, one.place.lon), np.full(turn.shape, one.place.lat)
    bearings = turn + (one.bearing_deg or 0.0)
    lons, lats, _ = wgs84().fwd(lons, lats, bearings, one.figure.value_si / factor)
    there = np.full(lons.shape, other.place.lon), np.full(lons.shape, other.place.lat)
    seen_deg, _, metres = wgs84().inv(*there, lons, lats)
    off = np.zeros(lons.shape)
    if other.bearing_deg is not None:
        off = np.abs((seen_deg - other.bearing_deg + 180.0) % 360.0 - 180.0)
    radii = radius_m(one.place) + radius_m(other.place)
    share = other.figure.value_si / np.maximum(metres, 1.0)
    nearest = other.figure.value_si / np.maximum(metres + radii, 1.0)
    fits = (off <= _OFF_DEG) & (share >= _LEAST) & (nearest <= _MOST)
    if not fits.any():
        return None
    turned = np.abs(turn) if one.bearing_deg is not None else np.zeros(turn.shape)
    wrong = (np.abs(np.log(factor)) + np.abs(np.log(share))) / _SHARE_PER_DEG
    best = int(np.argmin(np.where(fits, turned + off + wrong, np.inf)))
    return float(lons[best]), float(lats[best])


def _placed(check: Check, own: _Told, spot: tuple[float, float]) -> Check:
    """Show the line to the spot; that two figures agree does not make either of them hold."""
    metres = distance_m(own.place.lon, own.place.lat, *spot)
    reading = Interpretation(
        name="with the other figure",
        low_si=metres,
        high_si=metres,
        fits=True,
        note=f"from {wording.place_name(own.place)} to where both figures meet best",
        geometry=geodesic(own.place.lon, own.place.lat, *spot),
    )
    words = f"{check.reason} Together with the other figure that is near {_degrees(*spot)}."
    return replace(check, readings=(*check.readings, reading), reason=words)


def _nowhere(check: Check, one: _Told, other: _Told) -> Check:
    between_m = distance_m(one.place.lon, one.place.lat, other.place.lon, other.place.lat)
    unit = wording.first_unit(one.figure)
    words = (
        f"No spot lies {_words(one)} and {_words(other)}: "
        f"the two are {wording.both(between_m, unit)} apart."
    )
    return replace(check, verdict=Verdict.REFUTED, reason=words)


def _words(told: _Told) -> str:
    side = "from" if told.bearing_deg is None else f"{direction_name(told.bearing_deg)} of"
    return f"{wording.figure(told.figure)} {side} {wording.place_name(told.place)}"


def _degrees(lon: float, lat: float) -> str:
    sides = ("S" if lat < 0 else "N", "W" if lon < 0 else "E")
    return f"{abs(lat):.1f}° {sides[0]}, {abs(lon):.1f}° {sides[1]}"
