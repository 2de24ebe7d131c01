"""Checks whether a place lies between two others, and halfway where that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.ends import is_measurable, measure
from geo.checks.outlines import drawn
from geo.checks.types.at_border import have_border
from geo.checks.types.ground import fails, holds, unknown
from geo.checks.types.parted import check_water_between
from geo.checks.wording import place_name

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# The way over a place between two others is longer than the straight one by less than the first
# share; where it is longer by more than the second, nobody would call the place between.
_DETOUR, _NOT_BETWEEN = 0.15, 0.6
# A share of the way is right within the first of it, and wrong by more than the second.
_NEAR, _OFF = 0.1, 0.2
# A land is between two others by some cape or island; but for none where the way over it, from
# outline to outline, is so many times as long as theirs, and longer by so much.
_TIMES, _FAR_M = 2.0, 500_000.0


def check(claim: Claim, ground: Ground) -> Check:
    """Compare ways, look for borders of countries and for shores of waters."""
    places = ground.places(claim)
    if not places or len(places) < 3:  # noqa: PLR2004 - a place and two others
        return unknown(claim)
    one, *others = places
    if one.feature_class == "H":
        return check_water_between(claim, one, others, ground)
    if all(place.feature_code.startswith("PCL") for place in places):
        found = _countries(claim, one, others, ground)
        return found or _areas(claim, places, ground)
    if any(place.extent is not None or not is_measurable(place) for place in places):
        return _areas(claim, places, ground)
    return _spots(claim, one, others)


def _areas(claim: Claim, places: list[Place], ground: Ground) -> Check:
    """Compare the ways from outline to outline, which are the shortest that there are.

    A land is between two others by some cape or island: nothing is refused but what is far off.
    """
    lands = [drawn(place, ground.boundaries, ground.facts) for place in places]
    if not all(map(is_measurable, lands)):
        return unknown(claim, "Between areas this cannot be told.")
    one, *others = lands
    first, second = (measure(one, other).distance_m for other in others)
    straight = measure(*others).distance_m
    words = _words(place_name(places[0]), places[1:], (first, second))
    if not (first and second):
        return unknown(claim, "Between lands of which two touch this cannot be told.")
    share = first / (first + second)
    off = abs(share - float(claim.relation)) if claim.relation else 0.0
    if first + second <= (1 + _DETOUR) * straight and off <= _NEAR:
        return holds(claim, f"{words}, from one nearest point to the other.")
    is_off = first + second > _TIMES * straight + _FAR_M
    return (fails if is_off else unknown)(claim, f"{words}, from one nearest point to the other.")


def _words(name: str, others: list[Place], metres: tuple[float, float]) -> str:
    ways = [
        f"{wording.both(way, 'km')} from {place_name(place)}"
        for way, place in zip(metres, others, strict=True)
    ]
    return f"{name} is {' and '.join(ways)}"


def _spots(claim: Claim, one: Place, others: list[Place]) -> Check:
    """Compare the way over the place with the straight way."""
    first, second = (measure(one, other).distance_m for other in others)
    straight = measure(*others).distance_m
    detour = (first + second) / straight - 1.0 if straight else float("inf")
    share = first / (first + second) if first + second else 0.0
    words = _words(one.name, others, (first, second))
    words = f"{words}, which are {wording.both(straight, 'km')} apart."
    off = abs(share - float(claim.relation)) if claim.relation else 0.0
    if detour >= _NOT_BETWEEN or off > _OFF:
        return fails(claim, words)
    if detour <= _DETOUR and off <= _NEAR:
        return holds(claim, words)
    return unknown(claim, words)


def _countries(claim: Claim, one: Place, others: list[Place], ground: Ground) -> Check | None:
    """Say that a country lies between two where it has a border with both; None for ways apart."""
    found = [have_border(one.country_code, place.country_code, ground) for place in others]
    if all(found) and not claim.relation:
        names = " and ".join(map(place_name, others))
        return holds(claim, f"{place_name(one)} has land borders with {names}.")
    if any(found):
        return unknown(claim, "Between countries that do not touch this cannot be told.")
    return None
