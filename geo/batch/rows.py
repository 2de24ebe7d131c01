"""Turns the analysis of a story into rows of the archive's tables; see `geo.batch.schemas`."""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING, Any

import shapely

from geo.contracts import Sense
from geo.export.earth import within_180
from geo.export.plain import clean
from geo.wording import journey_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.batch.records import Record
    from geo.contracts import Analysis, End, Evidence, Leg, Place, Quantity, When

Row = dict[str, Any]
_DIGITS = 16
_THIN_DEG = 0.01


def story_id(file: str, position: int) -> str:
    """Name a story by where it stands in the input."""
    place = f"{file}\n{position}".encode(errors="surrogatepass")
    return hashlib.sha256(place).hexdigest()[:_DIGITS]


def rows_of(record: Record, analysis: Analysis) -> dict[str, list[Row]]:
    """Make the rows of a story, by table."""
    story = {"story_id": story_id(record.file, record.position)}
    made = {
        "articles": [_article(record, analysis)],
        "toponyms": _toponyms(analysis),
        "geocodes": _geocodes(analysis),
        "legs": _legs(analysis),
        "claims": _claims(analysis),
        "checks": _checks(analysis),
    }
    return {table: [{**story, **_plain(row)} for row in rows] for table, rows in made.items()}


def _plain(row: Row) -> Row:
    """Keep what tables can hold: no lone surrogates, no infinite numbers."""
    return {name: _value(value) for name, value in row.items()}


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, list):
        return [_value(item) for item in value]
    return _plain(value) if isinstance(value, dict) else value


def _article(record: Record, analysis: Analysis) -> Row:
    article = analysis.article
    places = _places_of(analysis)
    here = {
        (place.lon, place.lat)
        for one in analysis.toponyms
        if one.sense is Sense.LITERAL and (place := places.get(one.id)) is not None
    }
    return {
        "file": record.file,
        "position": record.position,
        "given_id": record.given_id,
        "article_id": article.id,
        "title": article.title,
        "url": article.url or "",
        "published": article.published,
        # Offsets of the other tables count in it: what cannot be written is replaced one for one.
        "text": article.text,
        "sentences": len(article.sentences),
        "places": len({_key(place) for place in places.values()}),
        "legs": sum(1 for _ in analysis.legs),
        "claims": len(analysis.claims),
        "problems": [*record.notes, *(problem.message for problem in analysis.problems)],
        "geometry": shapely.MultiPoint(sorted(here)) if here else None,
    }


def _places_of(analysis: Analysis) -> dict[str, Place]:
    return {one.toponym_id: one.place for one in analysis.geocodes if one.place is not None}


def _key(place: Place) -> str:
    return f"{place.gazetteer}:{place.feature_id}"


def _point(place: Place | None) -> BaseGeometry | None:
    return None if place is None else shapely.Point(place.lon, place.lat)


def _toponyms(analysis: Analysis) -> list[Row]:
    places = _places_of(analysis)
    return [
        {
            "toponym_id": one.id,
            "start": one.span.start,
            "end": one.span.end,
            "words": one.span.text,
            "kind": one.kind.value,
            "sense": one.sense.value,
            "name": one.name,
            "container": one.container,
            "reason": one.reason,
            "geometry": _point(places.get(one.id)),
        }
        for one in analysis.toponyms
    ]


def _geocodes(analysis: Analysis) -> list[Row]:
    return [
        {
            "toponym_id": one.toponym_id,
            **_place(one.place),
            "probability": one.probability,
            "alternatives": [
                {
                    "place_id": _key(other.place),
                    "name": other.place.name,
                    "lon": other.place.lon,
                    "lat": other.place.lat,
                    "probability": other.probability,
                }
                for other in one.alternatives
            ],
            "evidence": [item.reason for item in one.evidence],
        }
        for one in analysis.geocodes
    ]


def _place(place: Place | None) -> Row:
    if place is None:
        texts = ("place_id", "name", "feature_code", "country_code", "region", "source")
        numbers = ("lon", "lat", "population", "geometry")
        return {**dict.fromkeys(texts, ""), **dict.fromkeys(numbers)}
    return {
        "place_id": _key(place),
        "name": place.name,
        "lon": place.lon,
        "lat": place.lat,
        "feature_code": f"{place.feature_class}.{place.feature_code}",
        "country_code": place.country_code,
        "region": place.admin1,
        "population": place.population or None,
        "source": place.source,
        "geometry": _point(place),
    }


def _legs(analysis: Analysis) -> list[Row]:
    routes = {route.leg_id: route for route in analysis.routes}
    rows = []
    for itinerary in analysis.itineraries:
        for number, leg in enumerate(itinerary.legs, 1):
            route = routes.get(leg.id)
            rows.append(
                {
                    "itinerary_id": itinerary.id,
                    "number": number,
                    **_leg(leg),
                    "follows": route.kind.value if route else "",
                    "distance_m": route.distance_m if route else None,
                    "low_m": route.low_m if route else None,
                    "high_m": route.high_m if route else None,
                    "geometry": _lines(route.geometry) if route else None,
                }
            )
    return rows


def _leg(leg: Leg) -> Row:
    return {
        "leg_id": leg.id,
        "journey": journey_words(leg),
        "traveller": leg.traveller,
        **_end("origin", leg.origin),
        **_end("destination", leg.destination),
        "via": [end.place.name for end in leg.via],
        "ended": leg.ended.place.name if leg.ended else "",
        "mode": leg.mode.value,
        "mode_likely": leg.is_mode_likely,
        "status": leg.status.value,
        **_time("departed", leg.departed),
        **_time("arrived", leg.arrived),
        "evidence": _words(leg.evidence),
    }


def _end(name: str, end: End | None) -> Row:
    return {f"{name}_id": _key(end.place) if end else "", name: end.place.name if end else ""}


def _time(name: str, when: When | None) -> Row:
    return {
        name: when.text if when else "",
        f"{name}_earliest": when.earliest if when else None,
        f"{name}_latest": when.latest if when else None,
    }


def _words(evidence: tuple[Evidence, ...]) -> list[str]:
    return list(dict.fromkeys(item.span.text for item in evidence if item.span is not None))


def _lines(geometry: BaseGeometry | None) -> BaseGeometry | None:
    if geometry is None:
        return None
    shape = within_180(geometry)
    return shapely.MultiLineString([shape]) if isinstance(shape, shapely.LineString) else shape


def _claims(analysis: Analysis) -> list[Row]:
    places = _places_of(analysis)
    rows = []
    for claim in analysis.claims:
        about = [places[name] for name in claim.subject.toponym_ids if name in places]
        rows.append(
            {
                "claim_id": claim.id,
                "kind": claim.kind.value,
                "start": claim.span.start,
                "end": claim.span.end,
                "quote": claim.span.text,
                **_figure(claim.quantity),
                "toponym_ids": list(claim.subject.toponym_ids),
                "leg_id": claim.subject.leg_id,
                "way": claim.way.value,
                "bearing_deg": claim.bearing_deg,
                "relation": str(claim.relation),
                "limit": claim.limit.value,
                "geometry": shapely.MultiPoint([(one.lon, one.lat) for one in about])
                if about
                else None,
            }
        )
    return rows


def _figure(figure: Quantity | None) -> Row:
    if figure is None:
        blank = dict.fromkeys(("value", "value_si", "low_si", "high_si"))
        return {"figure": "", "hedge": "", "unit": "", **blank}
    numbers = {name: getattr(figure, name) for name in ("value", "value_si", "low_si", "high_si")}
    said = {"figure": figure.span.text, "hedge": figure.hedge.value, "unit": figure.unit}
    return {**said, **numbers}


def _checks(analysis: Analysis) -> list[Row]:
    return [
        {
            "claim_id": one.claim_id,
            "verdict": one.verdict.value,
            "only_if": one.only_if,
            "expected_low_si": one.expected_low_si,
            "expected_high_si": one.expected_high_si,
            "reason": one.reason,
            "readings": [
                {
                    "reading": reading.name,
                    "low_si": reading.low_si,
                    "high_si": reading.high_si,
                    "fits": reading.fits,
                    "slip": reading.slip,
                    "note": reading.note,
                }
                for reading in one.readings
            ],
            "judged_with": list(one.judged_with),
            "geometry": next(_measured(one.readings), None),
        }
        for one in analysis.checks
    ]


def _measured(readings: Any) -> Iterator[BaseGeometry | None]:
    """Lines of the reading that explains the verdict first, else of the natural one."""
    drawn = [one for one in readings if one.geometry is not None]
    drawn.sort(key=lambda one: (one.slip, not one.fits))
    # Drawn in steps of 25 km, these lines would be most of what an archive takes on a disk.
    return (_lines(shapely.simplify(one.geometry, _THIN_DEG)) for one in drawn)
