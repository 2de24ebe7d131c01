"""Names that no place bears go in; for "Maun Airport" the place that it is called after comes out.

The gazetteer lacks most airports, parks and islands, but knows the town or the hill whose name they
bear and beside which they lie. Such a pin is never sure: nothing firm rests on it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from geo.contracts import Evidence, Geocode, Sense, ToponymKind
from geo.geodesy import distance_m, distances_m
from geo.lexicon import in_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geo.contracts import Place, Toponym
    from geo.ports import Gazetteer

_PROBABILITY = 0.6
SURE = 0.7
_NAMESAKE = "after which it is called, so it may be some way off"
# A namesake this near to another place of the story is the one that is meant.
NEAR_M = 250_000.0
_NEAR_DEG = 2.5  # no degree of latitude is shorter than 110 km
_MOST = 20  # namesakes that are looked at: the likeliest
# A text may name thousands: those of its beginning say where it is.
_MOST_POINTS = 500


def stand_ins(
    toponyms: Sequence[Toponym], geocodes: Mapping[str, Geocode], gazetteer: Gazetteer
) -> Iterator[tuple[str, Geocode]]:
    """Place names of landmarks that are not known where what they are called after lies.

    It must lie near a place of the story that is sure, or be the only one of its name in a country
    that the story names.
    """
    unknown = [
        (toponym, stem)
        for toponym in toponyms
        if _is_unknown(toponym, geocodes[toponym.id], gazetteer) and (stem := _stem(toponym.name))
    ]
    if not unknown:
        return
    known = [
        found.place
        for found in geocodes.values()
        if found.place is not None and found.probability >= SURE
    ]
    points = _points(known)
    lands = {place.country_code for place in known if place.feature_code.startswith("PCL")}
    meant: dict[str, Place | None] = {}
    for toponym, stem in unknown:
        if stem not in meant:
            meant[stem] = _nearest(stem, points, gazetteer) or _only_one(stem, lands, gazetteer)
        place = meant[stem]
        if place is not None:
            yield toponym.id, shown_at(toponym, place, _NAMESAKE)


def _points(known: Iterable[Place]) -> np.ndarray:
    """List where the first places of the story lie, each once: (n, 2) of lon, lat."""
    spots = dict.fromkeys((place.lon, place.lat) for place in known if not place.is_area)
    return np.array(list(islice(spots, _MOST_POINTS))).reshape(-1, 2)


def _is_unknown(toponym: Toponym, found: Geocode, gazetteer: Gazetteer) -> bool:
    is_name = toponym.kind is ToponymKind.NAME and toponym.sense is Sense.LITERAL
    return is_name and found.place is None and not gazetteer.has(toponym.name)


def _stem(name: str) -> str:
    """Cut "Maun" out of "Maun International Airport"; "" where it is called after nothing."""
    *words, head = name.split()
    if len(words) > 1 and words[-1] in in_names("head_kind"):
        is_landmark = head in in_names("landmark") | in_names("landmark_of_kind")
        return " ".join(words[:-1]) if is_landmark else ""
    return " ".join(words) if head in in_names("at_namesake") else ""


def _nearest(stem: str, points: np.ndarray, gazetteer: Gazetteer) -> Place | None:
    """Choose the namesake that lies nearest to a place of the story, if any is near."""
    found = [
        one for one in gazetteer.candidates(stem)[:_MOST] if not one.feature_code.startswith("PCL")
    ]
    near = [(least_m(one, points), number) for number, one in enumerate(found)]
    gap_m, number = min(near, default=(np.inf, 0))
    return found[number] if gap_m <= NEAR_M else None


def least_m(place: Place, points: np.ndarray) -> float:
    """Measure to the nearest of the points; those plainly too far are left out before."""
    lon_deg = (points[:, 0] - place.lon + 180.0) % 360.0 - 180.0
    lat_deg = points[:, 1] - place.lat
    squeezed = np.cos(np.radians(np.minimum(np.abs(place.lat) + _NEAR_DEG, 90.0)))
    inside = points[(np.abs(lat_deg) <= _NEAR_DEG) & (np.abs(lon_deg) * squeezed <= _NEAR_DEG)]
    here = np.full_like(inside, (place.lon, place.lat))
    return float(distances_m(here, inside).min()) if len(inside) else np.inf


def _only_one(stem: str, lands: set[str], gazetteer: Gazetteer) -> Place | None:
    """Choose the namesake in a country of the story where there is but one spot of the name."""
    found = [
        one
        for one in gazetteer.candidates(stem)[:_MOST]
        if one.country_code in lands and not one.feature_code.startswith("PCL")
    ]
    is_one = all(distance_m(found[0].lon, found[0].lat, one.lon, one.lat) < NEAR_M for one in found)
    return found[0] if found and is_one else None


def shown_at(toponym: Toponym, place: Place, why: str) -> Geocode:
    """Show a name of no known place at another; never sure, so that nothing firm rests on it."""
    reason = f"no place of this name is known: shown at {place.name}, {why}"
    return Geocode(
        toponym_id=toponym.id,
        place=place,
        probability=_PROBABILITY,
        evidence=(Evidence(reason=reason, span=toponym.span),),
    )
