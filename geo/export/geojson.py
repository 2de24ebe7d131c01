"""Writes GeoJSON (RFC 7946): places, routes and measured lines.

WGS 84 degrees, six decimals; cut at the antimeridian, outer rings counterclockwise, with the
smallest ``bbox`` (west above east where it crosses the antimeridian). The property ``what`` says
which of three kinds a feature is:

place
    ``name``, ``gazetteer``, ``feature_id``, ``feature_code``, ``country_code``, ``probability`` (0
    to 1), ``sense`` ("literal": something happens there; "associative": it only stands for
    somebody), ``words`` (the article's words for it), ``toponym_ids``, ``source``. A point for
    cities and the like; the outline or line for regions and borders.
route
    ``leg_id``, ``journey`` (in a sentence), ``traveller``, ``origin``, ``destination`` (names; null
    when unknown), ``via``, ``ended`` (where it got to instead; null where that is not told),
    ``mode``, ``mode_likely`` (no word says so, the story only speaks for it), ``status``,
    ``departed``, ``arrived`` (the article's words for the times; null where it has none), ``words``
    (that tell of it), ``kind`` (what the line follows), ``distance_m``, ``low_m``, ``high_m``,
    ``inferred`` (the article does not say this way is taken), ``source``, ``attribution``.
measure
    ``claim_id``, ``quote``, ``claimed_m``, ``low_m``, ``high_m`` (what the earth says),
    ``reading``, ``fits``, ``verdict``, ``only_if``, ``reason``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import shapely

from geo.contracts import Dimension, Sense
from geo.contracts.analysis import plain_geometry
from geo.export.earth import box_of, within_180
from geo.wording import journey_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Analysis, Geocode, Place, Route, Toponym

_DECIMALS = 6


def to_geojson(analysis: Analysis) -> str:
    """Write places, routes and measured lines of an analysis as one FeatureCollection."""
    features = [*_places(analysis), *_routes(analysis), *_measures(analysis)]
    box = box_of([shapely.geometry.shape(feature["geometry"]) for feature in features])
    collection = {
        "type": "FeatureCollection",
        **({"bbox": box} if box else {}),
        "features": features,
    }
    return msgspec.json.encode(collection).decode()


def _feature(name: str, geometry: BaseGeometry, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": name,
        "geometry": plain_geometry(within_180(geometry), _DECIMALS),
        "properties": properties,
    }


def _places(analysis: Analysis) -> Iterator[dict[str, Any]]:
    toponyms = {toponym.id: toponym for toponym in analysis.toponyms}
    found: dict[tuple[str, str], Place] = {}
    meant: dict[tuple[str, str], list[tuple[Geocode, Toponym]]] = {}
    for geocode in analysis.geocodes:
        if geocode.place is not None and geocode.toponym_id in toponyms:
            key = (geocode.place.gazetteer, geocode.place.feature_id)
            found.setdefault(key, geocode.place)
            meant.setdefault(key, []).append((geocode, toponyms[geocode.toponym_id]))
    for (gazetteer, feature_id), place in found.items():
        pairs = meant[gazetteer, feature_id]
        literal = any(toponym.sense is Sense.LITERAL for _, toponym in pairs)
        yield _feature(
            f"place:{gazetteer}:{feature_id}",
            place.extent if place.extent is not None else shapely.Point(place.lon, place.lat),
            {
                "what": "place",
                "name": place.name,
                "gazetteer": gazetteer,
                "feature_id": feature_id,
                "feature_code": f"{place.feature_class}.{place.feature_code}",
                "country_code": place.country_code,
                "probability": round(max(geocode.probability for geocode, _ in pairs), 3),
                "sense": (Sense.LITERAL if literal else Sense.ASSOCIATIVE).value,
                "words": list(dict.fromkeys(toponym.span.text for _, toponym in pairs)),
                "toponym_ids": [toponym.id for _, toponym in pairs],
                "source": place.source,
            },
        )


def _routes(analysis: Analysis) -> Iterator[dict[str, Any]]:
    for route in analysis.routes:
        yield _feature(
            f"route:{route.leg_id}:{route.kind.value}",
            route.geometry,
            {"what": "route", **_journey(analysis, route), **_way(route)},
        )


def _journey(analysis: Analysis, route: Route) -> dict[str, Any]:
    leg = next((leg for leg in analysis.legs if leg.id == route.leg_id), None)
    if leg is None:
        return {"leg_id": route.leg_id}
    return {
        "leg_id": leg.id,
        "journey": journey_words(leg),
        "traveller": leg.traveller,
        "origin": leg.origin.place.name if leg.origin else None,
        "destination": leg.destination.place.name if leg.destination else None,
        "via": [end.place.name for end in leg.via],
        "ended": leg.ended.place.name if leg.ended else None,
        "mode": leg.mode.value,
        "mode_likely": leg.is_mode_likely,
        "status": leg.status.value,
        "departed": leg.departed.text if leg.departed else None,
        "arrived": leg.arrived.text if leg.arrived else None,
        "words": list(dict.fromkeys(item.span.text for item in leg.evidence if item.span)),
    }


def _way(route: Route) -> dict[str, Any]:
    return {
        "kind": route.kind.value,
        "distance_m": round(route.distance_m),
        "low_m": round(route.low_m),
        "high_m": round(route.high_m),
        "inferred": route.inferred,
        "source": route.source,
        "attribution": route.attribution,
    }


def _measures(analysis: Analysis) -> Iterator[dict[str, Any]]:
    claims = {claim.id: claim for claim in analysis.claims}
    for check in analysis.checks:
        claim = claims.get(check.claim_id)
        if claim is None or claim.quantity is None:
            continue
        if claim.quantity.dimension is not Dimension.LENGTH:
            continue
        for number, reading in enumerate(check.readings, start=1):
            if reading.geometry is None:
                continue
            yield _feature(
                f"measure:{claim.id}:{number}",
                reading.geometry,
                {
                    "what": "measure",
                    "claim_id": claim.id,
                    "quote": claim.span.text,
                    "claimed_m": round(claim.quantity.value_si, 1),
                    "low_m": round(reading.low_si, 1),
                    "high_m": round(reading.high_si, 1),
                    "reading": reading.name,
                    "fits": reading.fits,
                    "verdict": check.verdict.value,
                    "only_if": check.only_if,
                    "reason": check.reason,
                },
            )
