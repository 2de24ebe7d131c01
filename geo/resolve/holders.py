"""A group goes in; its candidates come out without those that the words beside the name rule out.

"Bowness, R.I." is no town of Alberta: where the gazetteer has no bearer of the name in the
land that is named beside it, the place is not known. A city is kept, for a writer may be wrong of
where it lies, and so is what lies near by, for borders are missed more easily.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.resolve.priors import is_called
from geo.resolve.relative import holds, is_near

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Place
    from geo.ports import Gazetteer
    from geo.resolve.groups import Group

_KNOWN, _A_CITY = 20_000, 100_000
_NEAR_DEG = 3.0
_FEW = 3  # candidates among which a state stands that has a city's name


def not_elsewhere(group: Group, gazetteer: Gazetteer) -> Sequence[Place]:
    """Leave out small towns elsewhere, where a land or region is named beside that has none."""
    holders = list(_holders(group, gazetteer))
    places = group.candidates
    if not holders or any(holds(holder, place) for holder in holders for place in places):
        return places
    return [
        place for place in places if any(_may_be(place, holder, group.name) for holder in holders)
    ]


def _holders(group: Group, gazetteer: Gazetteer) -> Iterator[Place]:
    for name in group.containers:
        for place in gazetteer.candidates(name)[:_FEW]:
            if place.feature_code == "ADM1" or place.feature_code.startswith("PCL"):
                yield place


def _may_be(place: Place, holder: Place, name: str) -> bool:
    if place.feature_class != "P":
        return True
    if not is_called(place, name):
        return False
    if holder.feature_code != "ADM1":
        return place.population >= _KNOWN or place.feature_code == "PPLC"
    return place.population >= _A_CITY or is_near(place, holder, _NEAR_DEG)
