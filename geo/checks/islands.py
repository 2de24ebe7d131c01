"""Gives places the outline that their name means: an island its shore, a strip of land its area."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.checks.ends import is_measurable
from geo.checks.outlines import REGIONS, region_outline
from geo.contracts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from geo.contracts import Check, Geocode, Place
    from geo.ports import Boundaries, Facts

# A region on an island is the whole of it only where the island is no larger, degrees.
_SMALL_DEG = 1.0


def outlined(place: Place, boundaries: Boundaries | None) -> Place:
    """Give an island, or a land that is one, its shore: its middle is not measured from."""
    is_region = place.feature_code == "ADM1"
    is_one = is_region or place.feature_code == "ISL" or place.feature_code.startswith("PCL")
    if not is_one or place.extent is not None or boundaries is None:
        return place
    shore = boundaries.island(place.lon, place.lat)
    if shore is not None and is_region:
        west, south, east, north = shore.bounds
        shore = shore if max(east - west, north - south) <= _SMALL_DEG else None
    return replace(place, extent=shore)


def spot_of(
    geocode: Geocode | None, boundaries: Boundaries | None, facts: Facts | None = None
) -> Place | None:
    """Give what may be measured to: the place with its outline, or the town of an area's name.

    A state or province is measured to where the map draws it, and no town is called like it.
    """
    if geocode is None or geocode.place is None:
        return None
    place = outlined(geocode.place, boundaries)
    if is_measurable(place):
        return place
    island = next(
        (
            one.place
            for one in geocode.alternatives
            if one.place.feature_code == "ISL" and one.place.name == place.name
        ),
        None,
    )
    instead = island or geocode.town
    if instead is not None or place.feature_code not in REGIONS or boundaries is None:
        return instead or place
    return replace(place, extent=region_outline(place, boundaries, facts))


def others_meant(
    ends: tuple[Place, Place], geocodes: Sequence[Geocode], boundaries: Boundaries | None
) -> list[tuple[Place, Place]]:
    """List pairs of ends with what a name may mean as well: a strip of land, a capital.

    "Gaza" is the city and the strip, "Djibouti" the country and its capital, "Sado" a town and the
    island that it lies on.
    """
    one, other = ends
    found = [(meant, other) for meant in _meant(one, geocodes[0], boundaries)]
    return found + [(one, meant) for meant in _meant(other, geocodes[1], boundaries)]


def _meant(place: Place, geocode: Geocode, boundaries: Boundaries | None) -> Iterator[Place]:
    if place.admin1 == f"{place.name} Strip" and boundaries is not None:
        outline = boundaries.country(place.country_code)
        point = shapely.Point(place.lon, place.lat)
        for part in () if outline is None else shapely.get_parts(outline):
            if part.contains(point):
                yield replace(place, extent=part, name=place.admin1, feature_class="A")
    for alternative in geocode.alternatives:
        city = alternative.place
        is_capital = city.feature_code == "PPLC" and city.country_code == place.country_code
        if is_capital and place.feature_code.startswith("PCL") and city.name == place.name:
            yield city
        if city.feature_code == "ISL" and _lies_on(place, outlined(city, boundaries)):
            yield outlined(city, boundaries)


def _lies_on(town: Place, island: Place) -> bool:
    """Whether a town is called after the island that it lies on."""
    is_named = island.name in {town.name, f"{town.name} Island"}
    spot = shapely.Point(town.lon, town.lat)
    return is_named and island.extent is not None and bool(island.extent.contains(spot))


def with_other_meaning(
    check: Check,
    others: Sequence[tuple[Place, Place]],
    judge: Callable[[Place, Place], Check],
) -> Check:
    """Take the other meaning of a name where a figure fits it as it stands."""
    if check.verdict is Verdict.SUPPORTED and not check.only_if:
        return check
    for pair in others:
        found = judge(*pair)
        if found.verdict is Verdict.SUPPORTED and not found.only_if:
            return found
    return check
