"""Checks in which sea, lake or river a river ends, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds, unknown
from geo.checks.wording import place_name
from geo.geodesy import distance_m

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place
    from geo.contracts.facts import Mouth

_OCEAN, _RIVER = "OCN", "STM"
_MEETS = "meets"
# A town at a mouth is no further from it; beyond the second it is at none.
_AT_M, _NOT_AT_M = 15_000.0, 45_000.0
# So far outside the box of a sea nothing flows into it, degrees.
_BESIDE_DEG = 1.5


def check(claim: Claim, ground: Ground) -> Check:
    """Compare the water with the one that the river ends in, and the town with where."""
    places = ground.places(claim)
    mouth = ground.facts.mouth(places[0].name) if places else None
    if not places or len(places) < 2 or mouth is None:  # noqa: PLR2004 - a river and a water
        return unknown(claim, "Where this river ends is not known here." if places else "")
    river, water, *at = _in_order(claim, places, ground)
    mouth = ground.facts.mouth(river.name) or mouth
    words = f"The {_river(river)} ends in the {mouth.into}."
    if _is_name(water, mouth.into) or water.name in ground.facts.waters_around(mouth.into):
        return _placed(claim, mouth, at[0]) if at else holds(claim, words)
    return (fails if _is_other(water, mouth, ground) else unknown)(claim, words)


def _in_order(claim: Claim, places: Sequence[Place], ground: Ground) -> Sequence[Place]:
    """Put the river first that ends in the other, where they are only said to meet."""
    river, water, *at = places
    back = ground.facts.mouth(water.name) if claim.relation == _MEETS else None
    return (water, river, *at) if back is not None and _is_name(river, back.into) else places


def _river(river: Place) -> str:
    return river.name.removesuffix(" River")


def _is_name(water: Place, name: str) -> bool:
    return name in {water.name, _river(water)}


def _is_other(water: Place, mouth: Mouth, ground: Ground) -> bool:
    """Whether a second table bears out that a river does not end in a water.

    None of the countries at its mouth lies on that sea, or the sea is elsewhere; the ocean is not
    the one around its sea; or the river is known, and ends elsewhere itself.
    """
    if water.feature_code == _RIVER:
        return ground.facts.mouth(water.name) is not None and not _is_way_there(
            water, ground, mouth
        )
    if water.feature_code == _OCEAN:
        around = ground.facts.waters_around(mouth.into)
        return any(name.endswith("Ocean") for name in (*around, mouth.into))
    shores = ground.facts.shores(water.name)
    here = ground.facts.seas_at(mouth.lon, mouth.lat, _BESIDE_DEG)
    is_outside = ground.facts.has_box(water.name) and water.name not in here
    return is_outside or (bool(shores) and shores.isdisjoint(mouth.countries))


def _is_way_there(water: Place, ground: Ground, mouth: Mouth) -> bool:
    """Whether a river is one that the other ends in by way of a third."""
    onward = ground.facts.mouth(mouth.into)
    return onward is not None and _is_name(water, onward.into)


def _placed(claim: Claim, mouth: Mouth, town: Place) -> Check:
    metres = distance_m(mouth.lon, mouth.lat, town.lon, town.lat)
    words = f"{place_name(town)} is about {metres / 1000:,.0f} km from where the two meet."
    if metres <= _AT_M:
        return holds(claim, words)
    is_off = metres >= _NOT_AT_M and not town.is_area
    return (fails if is_off else unknown)(claim, words)
