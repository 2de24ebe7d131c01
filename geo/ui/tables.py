"""Tables of the places, journeys, figures and problems of an analysis.

A table is plain values: a title, columns, and rows of cells. A cell is its lines, the first of
them loud; a row names the thing on the map that it is about, if there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.contracts import RouteKind, Sense
from geo.maps.spec import units
from geo.maps.spec.model import PlaceKind
from geo.ui import phrases, texts
from geo.wording import status_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.contracts import (
        Analysis,
        Check,
        Claim,
        Evidence,
        Geocode,
        Leg,
        Place,
        Route,
        Toponym,
        When,
    )
    from geo.maps.spec.model import MapSpec
    from geo.ports import Gazetteer

_SHOWN_ALTERNATIVES = 3
_SHOWN_REASONS = 3
_WORTH_SHOWING = 0.01

Table = dict[str, Any]


class _CountryNames(dict[str, str]):
    """Names of countries by ISO 3166-1 code, looked up once each; the code where there is none."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__({"": ""})
        self._gazetteer = gazetteer

    def __missing__(self, code: str) -> str:
        country = self._gazetteer.country(code)
        self[code] = country.name if country else code
        return self[code]


def places(analysis: Analysis, spec: MapSpec, gazetteer: Gazetteer) -> Table:
    """One row a place where something happens, in the order of the text."""
    found = _Found(analysis, spec, gazetteer)
    return found.table("places", texts.TABLE_PLACES, found.groups("places"))


def other_names(analysis: Analysis, spec: MapSpec, gazetteer: Gazetteer) -> list[Table]:
    """List who is only meant by a place's name, and what could not be placed; no table is empty."""
    found = _Found(analysis, spec, gazetteer)
    titles = {"mentioned": texts.TABLE_MENTIONED, "unplaced": texts.TABLE_UNPLACED}
    return [
        found.table(kind, title, groups)
        for kind, title in titles.items()
        if (groups := found.groups(kind))
    ]


class _Found:
    """The names of an article, gathered by what they mean."""

    def __init__(self, analysis: Analysis, spec: MapSpec, gazetteer: Gazetteer) -> None:
        self._toponyms = {toponym.id: toponym for toponym in analysis.toponyms}
        self._targets = {ref: place.id for place in spec.places for ref in place.refs}
        self._many = spec.points is not None
        self._here = {
            ref
            for place in spec.places
            if place.kind is not PlaceKind.ASSOCIATIVE
            for ref in place.refs
        }
        self._names = _CountryNames(gazetteer)
        gathered: dict[tuple[str, str], list[Geocode]] = {}
        for geocode in analysis.geocodes:
            key = _group(geocode, self._toponyms[geocode.toponym_id])
            gathered.setdefault(key, []).append(geocode)
        self._groups = list(gathered.values())

    def groups(self, kind: str) -> list[list[Geocode]]:
        """Give those of a kind: "places", "mentioned" or "unplaced"."""
        return [group for group in self._groups if self._kind(group) == kind]

    def table(self, ident: str, title: str, groups: list[list[Geocode]]) -> Table:
        """Write a row for each group."""
        return {
            "id": ident,
            "title": title,
            "columns": texts.PLACE_COLUMNS,
            "rows": [
                _row(
                    _place_cells(group, self._toponyms, self._names),
                    self._targets.get(group[0].toponym_id),
                )
                for group in groups
            ],
        }

    def _kind(self, group: list[Geocode]) -> str:
        own = [self._toponyms[geocode.toponym_id] for geocode in group]
        literal = any(toponym.sense is Sense.LITERAL for toponym in own)
        if group[0].place is None:
            return "unplaced" if literal else "mentioned"
        # More places than a map can name are points on it, which have no ids.
        here = any(t.id in self._here or (self._many and t.id not in self._targets) for t in own)
        return "places" if literal and here else "mentioned"


def journeys(analysis: Analysis, spec: MapSpec) -> Table:
    """One row a leg, in the order of the text."""
    routes = {route.leg_id: route for route in analysis.routes}
    targets = {ref: journey.id for journey in spec.journeys for ref in journey.refs}
    return {
        "id": "journeys",
        "title": texts.TABLE_JOURNEYS,
        "columns": texts.JOURNEY_COLUMNS,
        "rows": [
            _row(_leg_cells(leg, routes.get(leg.id)), targets.get(leg.id)) for leg in analysis.legs
        ],
    }


def figures(analysis: Analysis, spec: MapSpec) -> Table:
    """One row a card, with every reading of its claims that was tried."""
    checks = {check.claim_id: check for check in analysis.checks}
    claims = {claim.id: claim for claim in analysis.claims}
    rows = []
    for card in spec.claim_cards:
        own = [claims[ref] for ref in card.refs if ref in claims]
        kinds = _unique(texts.CLAIM_KINDS[claim.kind] for claim in own)
        readings = [line for claim in own for line in _readings(claim, checks.get(claim.id))]
        cells = [
            _cell(f"“{card.quote}”", ", ".join(kinds)),
            _cell(f"{texts.SIGNS[card.sign]} {card.word}"),
            _cell(*_unique(readings)),
        ]
        rows.append(_row(cells, card.id))
    return {
        "id": "figures",
        "title": texts.TABLE_FIGURES,
        "columns": texts.FIGURE_COLUMNS,
        "rows": rows,
    }


def problems(analysis: Analysis) -> Table:
    """One row for each thing that went wrong or could not be told."""
    return {
        "id": "problems",
        "title": texts.TABLE_PROBLEMS,
        "columns": texts.PROBLEM_COLUMNS,
        "rows": [
            _row([_cell(problem.message), _cell(f"“{problem.span.text}”" if problem.span else "")])
            for problem in analysis.problems
        ],
    }


def _group(geocode: Geocode, toponym: Toponym) -> tuple[str, str]:
    if geocode.place is None:
        return "", toponym.name
    return geocode.place.gazetteer, geocode.place.feature_id


def _place_cells(
    group: list[Geocode], toponyms: dict[str, Toponym], names: _CountryNames
) -> list[list[str]]:
    first = group[0]
    own = [toponyms[geocode.toponym_id] for geocode in group]
    words = _unique(f"“{toponym.span.text}”" for toponym in own)
    sense = texts.ASSOCIATIVE if all(t.sense is Sense.ASSOCIATIVE for t in own) else ""
    name = _cell(first.place.name if first.place else own[0].name, sense)
    reasons = _reasons(evidence for geocode in group for evidence in geocode.evidence)
    return [
        name,
        _cell(*_where(first.place, names)),
        _cell(", ".join(words), phrases.times(len(group))),
        _cell(*reasons[:_SHOWN_REASONS]),
        _cell(*_sureness(first, names)),
    ]


def _where(place: Place | None, names: _CountryNames) -> tuple[str, ...]:
    if place is None:
        return (texts.NOT_PLACED,)
    kind = phrases.feature(place, names[place.country_code])
    return (kind,) if place.is_area else (kind, phrases.position(place.lon, place.lat))


def _sureness(geocode: Geocode, names: _CountryNames) -> list[str]:
    if geocode.place is None:
        return []
    others = [
        f"{phrases.share(other.probability)}: {_full_name(other.place, names)}"
        for other in geocode.alternatives
        if other.probability >= _WORTH_SHOWING
    ]
    return [phrases.sureness(geocode), *others[:_SHOWN_ALTERNATIVES]]


def _full_name(place: Place, names: _CountryNames) -> str:
    """Name a place so that it cannot be taken for another of its name."""
    parts = (place.name, place.admin1, names[place.country_code])
    name = ", ".join(dict.fromkeys(part for part in parts if part))
    return f"{name} ({phrases.kind(place)})"


def _leg_cells(leg: Leg, route: Route | None) -> list[list[str]]:
    stops = [leg.origin, *leg.via, leg.destination]
    way = " → ".join(
        texts.UNKNOWN_END if end is None else phrases.end(end.place.name, inferred=end.inferred)
        for end in stops
    )
    reasons = _reasons((*leg.evidence, *((leg.likely_mode,) if leg.likely_mode else ())))
    quotes = _unique(f"“{evidence.span.text}”" for evidence in leg.evidence if evidence.span)
    return [
        _cell(leg.traveller or texts.UNKNOWN_TRAVELLER, status_words(leg)),
        _cell(way, *_times(leg)),
        _cell(*_length(leg, route)),
        _cell(*quotes, *reasons[:_SHOWN_REASONS]),
    ]


def _times(leg: Leg) -> list[str]:
    named = ((texts.DEPARTED, leg.departed), (texts.ARRIVED, leg.arrived))
    return [f"{word} {_when(when)}" for word, when in named if when is not None]


def _when(when: When) -> str:
    if when.earliest is None:
        return when.text
    days = _unique(f"{day:%-d %B %Y}" for day in (when.earliest, when.latest) if day)
    note = f" ({texts.INFERRED})" if when.inferred else ""
    return f"{when.text}: {' – '.join(days)}{note}"


def _length(leg: Leg, route: Route | None) -> list[str]:
    mode = texts.MODES[leg.mode]
    if route is None:
        return [mode]
    line = texts.STRAIGHT if route.kind is RouteKind.GEODESIC else mode
    length = units.length_range(route.low_m, route.high_m)
    return [line, length, route.note, texts.ROUTE_INFERRED if route.inferred else "", route.source]


def _readings(claim: Claim, check: Check | None) -> list[str]:
    if check is None:
        return []
    if claim.quantity is None:
        return [check.reason]
    quantity = claim.quantity
    return [check.reason] + [
        f"{'✓' if reading.fits else '–'} {reading.name}: "
        + units.value_range(reading.low_si, reading.high_si, quantity.dimension, quantity.unit)
        + (f". {reading.note}" if reading.note else "")
        for reading in check.readings
    ]


def _reasons(evidence: Iterable[Evidence]) -> list[str]:
    return _unique(item.reason[:1].upper() + item.reason[1:] for item in evidence if item.reason)


def _unique(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


def _cell(*lines: str) -> list[str]:
    return [line for line in lines if line]


def _row(cells: list[list[str]], target: str | None = None) -> dict[str, Any]:
    return {"cells": cells, "target": target}
