"""Tables of the places, outlines, routes, claims and interpretations of an analysis.

All are GeoDataFrames in WGS 84 degrees (EPSG:4326), with the same columns and types whether they
have rows or not. docs/columns.md says what each column holds.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import geopandas
import pandas as pd
import shapely

from geo.contracts import Sense
from geo.export.earth import within_180
from geo.export.plain import clean
from geo.wording import journey_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Analysis, Check, Claim, Geocode, Leg, Place, Toponym, When

_TEXT, _WHOLE, _NUMBER, _YES_NO = "str", "Int64", "float64", "bool"

COLUMNS: dict[str, dict[str, str]] = {
    "places": {
        **dict.fromkeys(("place_id", "name", "words", "sense", "country_code", "region"), _TEXT),
        **dict.fromkeys(("lon", "lat"), _NUMBER),
        "feature_code": _TEXT,
        "population": _WHOLE,
        "probability": _NUMBER,
        "mentions": _WHOLE,
        **dict.fromkeys(("reason", "source"), _TEXT),
    },
    "outlines": dict.fromkeys(("place_id", "name", "feature_code", "source"), _TEXT),
    "routes": {
        **dict.fromkeys(("leg_id", "journey", "traveller", "origin", "destination"), _TEXT),
        **dict.fromkeys(("via", "ended"), _TEXT),
        "mode": _TEXT,
        "mode_likely": _YES_NO,
        **dict.fromkeys(("status", "departed", "arrived", "follows"), _TEXT),
        **dict.fromkeys(("distance_m", "low_m", "high_m"), _NUMBER),
        "inferred": _YES_NO,
        **dict.fromkeys(("words", "source", "attribution"), _TEXT),
    },
    "claims": {
        **dict.fromkeys(("claim_id", "kind", "quote", "figure", "hedge"), _TEXT),
        "value": _NUMBER,
        "unit": _TEXT,
        **dict.fromkeys(("value_si", "low_si", "high_si"), _NUMBER),
        **dict.fromkeys(("about", "leg_id", "verdict", "only_if"), _TEXT),
        **dict.fromkeys(("expected_low_si", "expected_high_si"), _NUMBER),
        **dict.fromkeys(("reason", "judged_with"), _TEXT),
    },
    "readings": {
        "claim_id": _TEXT,
        "number": _WHOLE,
        "reading": _TEXT,
        **dict.fromkeys(("low_si", "high_si"), _NUMBER),
        **dict.fromkeys(("fits", "slip"), _YES_NO),
        "note": _TEXT,
    },
}


def to_geodataframes(analysis: Analysis) -> dict[str, geopandas.GeoDataFrame]:
    """Turn an analysis into one table each of places, outlines, routes, claims and readings."""
    makers: dict[str, Callable[[Analysis], Iterator[dict[str, Any]]]] = {
        "places": _places,
        "outlines": _outlines,
        "routes": _routes,
        "claims": _claims,
        "readings": _readings,
    }
    return {layer: _frame(layer, list(make(analysis))) for layer, make in makers.items()}


def _frame(layer: str, rows: list[dict[str, Any]]) -> geopandas.GeoDataFrame:
    columns = COLUMNS[layer]
    facts = pd.DataFrame(
        {
            name: pd.Series([_value(row[name]) for row in rows], dtype=kind)
            for name, kind in columns.items()
        }
    )
    shapes: Any = [_many(row["geometry"]) for row in rows]  # the stubs know no missing geometry
    geometry = geopandas.GeoSeries(shapes, dtype="geometry")
    return geopandas.GeoDataFrame(facts, geometry=geometry, crs="EPSG:4326")


def _value(value: Any) -> Any:
    """Keep what every format can hold; an interval without upper limit has no figure there."""
    if isinstance(value, str):
        return clean(value)
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _many(geometry: BaseGeometry | None) -> BaseGeometry | None:
    """Give all rows the same kind of geometry, as the layers of most formats must have it."""
    if geometry is None or geometry.is_empty:
        return None
    geometry = within_180(geometry)
    if isinstance(geometry, shapely.LineString):
        return shapely.MultiLineString([geometry])
    if isinstance(geometry, shapely.Polygon):
        return shapely.MultiPolygon([geometry])
    return geometry


def _listed(texts: Any) -> str:
    return "; ".join(dict.fromkeys(texts))


def _key(place: Place) -> str:
    return f"{place.gazetteer}:{place.feature_id}"


def _places(analysis: Analysis) -> Iterator[dict[str, Any]]:
    toponyms = {toponym.id: toponym for toponym in analysis.toponyms}
    found: dict[str, list[tuple[Place, Geocode, Toponym]]] = {}
    for geocode in analysis.geocodes:
        toponym = toponyms.get(geocode.toponym_id)
        if geocode.place is not None and toponym is not None:
            row = (geocode.place, geocode, toponym)
            found.setdefault(_key(geocode.place), []).append(row)
    for place_id, rows in found.items():
        place, first, _ = rows[0]
        happens = any(toponym.sense is Sense.LITERAL for _, _, toponym in rows)
        yield {
            "place_id": place_id,
            "name": place.name,
            "words": _listed(toponym.span.text for _, _, toponym in rows),
            "sense": (Sense.LITERAL if happens else Sense.ASSOCIATIVE).value,
            "country_code": place.country_code,
            "region": place.admin1,
            "lon": place.lon,
            "lat": place.lat,
            "feature_code": f"{place.feature_class}.{place.feature_code}",
            "population": place.population or None,
            "probability": max(geocode.probability for _, geocode, _ in rows),
            "mentions": len(rows),
            "reason": " ".join(item.reason for item in first.evidence),
            "source": place.source,
            "geometry": shapely.Point(place.lon, place.lat),
        }


def _outlines(analysis: Analysis) -> Iterator[dict[str, Any]]:
    placed = {_key(g.place): g.place for g in analysis.geocodes if g.place is not None}
    for place_id, place in placed.items():
        if place.extent is not None:
            yield {
                "place_id": place_id,
                "name": place.name,
                "feature_code": f"{place.feature_class}.{place.feature_code}",
                "source": place.source,
                "geometry": place.extent,
            }


def _routes(analysis: Analysis) -> Iterator[dict[str, Any]]:
    legs = {leg.id: leg for leg in analysis.legs}
    for route in analysis.routes:
        yield {
            **_journey(legs.get(route.leg_id)),
            "leg_id": route.leg_id,
            "follows": route.kind.value,
            "distance_m": route.distance_m,
            "low_m": route.low_m,
            "high_m": route.high_m,
            "inferred": route.inferred,
            "source": route.source,
            "attribution": route.attribution,
            "geometry": route.geometry,
        }
    drawn = {route.leg_id for route in analysis.routes}
    blank = dict.fromkeys(("distance_m", "low_m", "high_m", "geometry"))
    for leg in analysis.legs:
        if leg.id not in drawn:  # nothing is drawn of a way with an end unknown, or not made
            yield {
                **_journey(leg),
                **dict.fromkeys(("follows", "source", "attribution"), ""),
                **blank,
                "leg_id": leg.id,
                "inferred": any(end.inferred for end in leg.ends),
            }


def _journey(leg: Leg | None) -> dict[str, Any]:
    if leg is None:
        told = ("journey", "traveller", "origin", "destination", "via", "ended", "mode", "status")
        blank = dict.fromkeys((*told, "departed", "arrived", "words"), "")
        return {**blank, "mode_likely": False}
    return {
        "journey": journey_words(leg),
        "traveller": leg.traveller,
        "origin": leg.origin.place.name if leg.origin else "",
        "destination": leg.destination.place.name if leg.destination else "",
        "via": _listed(end.place.name for end in leg.via),
        "ended": leg.ended.place.name if leg.ended else "",
        "mode": leg.mode.value,
        "mode_likely": leg.is_mode_likely,
        "status": leg.status.value,
        "departed": _time(leg.departed),
        "arrived": _time(leg.arrived),
        "words": _listed(item.span.text for item in leg.evidence if item.span is not None),
    }


def _time(when: When | None) -> str:
    if when is None:
        return ""
    days = dict.fromkeys(str(day) for day in (when.earliest, when.latest) if day is not None)
    return f"{when.text} ({' to '.join(days)})" if days else when.text


def _claims(analysis: Analysis) -> Iterator[dict[str, Any]]:
    checks = {check.claim_id: check for check in analysis.checks}
    names = {toponym.id: toponym.span.text for toponym in analysis.toponyms}
    for claim in analysis.claims:
        about = (names[name] for name in claim.subject.toponym_ids if name in names)
        yield {
            "claim_id": claim.id,
            "kind": claim.kind.value,
            "quote": claim.span.text,
            **_figure(claim),
            "about": _listed(about),
            "leg_id": claim.subject.leg_id,
            **_verdict(checks.get(claim.id)),
        }


def _figure(claim: Claim) -> dict[str, Any]:
    figure = claim.quantity
    if figure is None:
        blank = dict.fromkeys(("value", "value_si", "low_si", "high_si"))
        return {"figure": "", "hedge": "", "unit": "", **blank}
    return {
        "figure": figure.span.text,
        "hedge": figure.hedge.value,
        "value": figure.value,
        "unit": figure.unit,
        "value_si": figure.value_si,
        "low_si": figure.low_si,
        "high_si": figure.high_si,
    }


def _verdict(check: Check | None) -> dict[str, Any]:
    if check is None:
        told = dict.fromkeys(("verdict", "only_if", "reason", "judged_with"), "")
        return {**told, "expected_low_si": None, "expected_high_si": None, "geometry": None}
    drawn = [reading for reading in check.readings if reading.geometry is not None]
    # The line of the reading that explains the verdict, else of the natural one, which is first.
    drawn.sort(key=lambda reading: (reading.slip, not reading.fits))
    return {
        "verdict": check.verdict.value,
        "only_if": check.only_if,
        "expected_low_si": check.expected_low_si,
        "expected_high_si": check.expected_high_si,
        "reason": check.reason,
        "judged_with": _listed(check.judged_with),
        "geometry": drawn[0].geometry if drawn else None,
    }


def _readings(analysis: Analysis) -> Iterator[dict[str, Any]]:
    for check in analysis.checks:
        for number, reading in enumerate(check.readings, start=1):
            yield {
                "claim_id": check.claim_id,
                "number": number,
                "reading": reading.name,
                "low_si": reading.low_si,
                "high_si": reading.high_si,
                "fits": reading.fits,
                "slip": reading.slip,
                "note": reading.note,
                "geometry": reading.geometry,
            }
