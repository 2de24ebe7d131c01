"""How two places of the gazetteer lie to each other: one in the other, or as good as the same."""

from __future__ import annotations

from math import cos, hypot, radians
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Place

_SAME_DEG = 0.6  # some 60 km
_COUNTY_DEG = 0.8  # as far as a county may
_WIDE_DEG = 3.0  # as far as an island or a region without borders may reach


def has_twin(place: Place, others: Sequence[Place]) -> bool:
    """Whether a region has a city of the same name within it among the candidates."""
    if place.feature_class != "A" or place.feature_code.startswith("PCL"):
        return False
    return any(
        other.feature_class == "P"
        and other.country_code == place.country_code
        and other.admin1 == place.admin1
        for other in others
    )


def is_same_spot(place: Place, other: Place) -> bool:
    """Whether two places of one name are so near that either answers where it is."""
    if place.country_code != other.country_code:
        return False
    if has_twin(other, (place,)):
        return True
    return is_near(place, other, _SAME_DEG)


def is_near(place: Place, other: Place, degrees: float) -> bool:
    """Whether two places are nearer than so many degrees of latitude; no distance is stated."""
    width = cos(radians(place.lat))
    return hypot((place.lon - other.lon) * width, place.lat - other.lat) < degrees


def may_hold(holder: Place) -> bool:
    """Whether any place lies in this one, by country and region: in no town does."""
    is_area = holder.feature_code.startswith("PCL") or holder.feature_code in {"ADM1", "ADM2"}
    return bool(holder.country_code) and (is_area or holder.feature_class in {"T", "L"})


def holds(holder: Place, place: Place) -> bool:
    """Whether one place lies in the other, by country and region."""
    if holder.feature_id == place.feature_id or not holder.country_code:
        return False
    if holder.country_code != place.country_code:
        return False
    if holder.feature_code.startswith("PCL"):
        return True
    if holder.feature_class in {"T", "L"}:
        return is_near(place, holder, _WIDE_DEG)
    if holder.feature_code == "ADM2":
        return place.feature_class == "P" and is_near(place, holder, _COUNTY_DEG)
    return holder.feature_code == "ADM1" and bool(place.admin1) and holder.admin1 == place.admin1
