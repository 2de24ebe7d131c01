"""Stories for tests: a text with marked names goes in, what the earlier stages find comes out.

"[Arica]" marks a name of a place listed in `PLACES`; "[the Peruvian border|border]" names another
entry; "[Peruvian~Peru]" is a demonym; "[Moscow!]" is associative; "[Nowhere?]" stays unplaced.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import shapely

from geo.checks import check_claims
from geo.claims import find_claims
from geo.contracts import (
    Article,
    Block,
    BlockKind,
    Check,
    Claim,
    ClaimKind,
    End,
    Evidence,
    Geocode,
    Itinerary,
    Leg,
    LegStatus,
    Mode,
    Place,
    Problem,
    Relation,
    RelationKind,
    Route,
    RouteKind,
    Sense,
    Span,
    Toponym,
    ToponymKind,
)
from geo.geodesy import distance_m, geodesic
from geo.text import make_document

# A stretch of the lower Tumen and the southern end of Peru's land border, a few points each.
_TUMEN = [(130.60, 42.43), (130.64, 42.42), (130.70, 42.29)]
_CONCORDIA = [(-70.41, -18.35), (-70.30, -18.32), (-69.97, -18.26), (-69.50, -17.50)]

_POINTS = {
    "Pyongyang": (125.754, 39.034, 3_222_000, "P", "PPLC"),
    "Vladivostok": (131.885, 43.115, 604_901, "P", "PPLA"),
    "Khasan": (130.645, 42.428, 700, "P", "PPL"),
    "Kyiv": (30.524, 50.450, 2_952_301, "P", "PPLC"),
    "Lviv": (24.023, 49.838, 717_273, "P", "PPLA"),
    "Chernobyl": (30.225, 51.276, 500, "P", "PPL"),
    "Lima": (-77.043, -12.046, 7_737_002, "P", "PPLC"),
    "Piura": (-80.633, -5.194, 473_025, "P", "PPLA"),
    "Arica": (-70.307, -18.478, 222_619, "P", "PPLA"),
    "Valparaíso": (-71.627, -33.036, 282_448, "P", "PPLA"),
    "Callao": (-77.118, -12.057, 813_264, "P", "PPLA"),
    "London": (-0.126, 51.509, 8_961_989, "P", "PPLC"),
    "Oxford": (-1.256, 51.752, 171_380, "P", "PPLA2"),
    "Paris": (2.349, 48.853, 2_138_551, "P", "PPLC"),
    "Lyon": (4.847, 45.749, 522_228, "P", "PPLA"),
}

_BOX = shapely.box(29.0, 45.0, 33.0, 47.0)

PLACES: dict[str, Place] = {
    name: Place(
        gazetteer="test",
        feature_id=name,
        name=name,
        lon=lon,
        lat=lat,
        feature_class=feature_class,
        feature_code=code,
        population=population,
    )
    for name, (lon, lat, population, feature_class, code) in _POINTS.items()
} | {
    "border": Place(
        gazetteer="test",
        feature_id="border",
        name="Russia–North Korea border",
        lon=130.65,
        lat=42.4,
        feature_class="A",
        feature_code="BDR",
        extent=shapely.LineString(_TUMEN),
    ),
    "frontier": Place(
        gazetteer="test",
        feature_id="frontier",
        name="border of Peru",
        lon=-70.0,
        lat=-18.0,
        feature_class="A",
        feature_code="BDR",
        extent=shapely.LineString(_CONCORDIA),
    ),
    "Boxland": Place(
        gazetteer="test",
        feature_id="Boxland",
        name="Boxland",
        lon=31.0,
        lat=46.0,
        feature_class="A",
        feature_code="PCLI",
        extent=_BOX,
    ),
    "Wideland": Place(
        gazetteer="test",
        feature_id="Wideland",
        name="Wideland",
        lon=20.0,
        lat=46.0,
        feature_class="A",
        feature_code="PCLI",
    ),
}

_MARK = re.compile(r"\[([^\[\]|~!?]+)(?:([|~])([^\[\]!?]+))?([!?])?\]")

FIGURES = frozenset(
    {ClaimKind.SEPARATION, ClaimKind.ROUTE_LENGTH, ClaimKind.DURATION, ClaimKind.SPEED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the stages before would hand over."""

    article: Article
    toponyms: tuple[Toponym, ...]
    geocodes: tuple[Geocode, ...]
    itineraries: tuple[Itinerary, ...] = ()
    routes: tuple[Route, ...] = ()

    def claims(self) -> tuple[Claim, ...]:
        """Give the claims about distances and journeys; `test_rows` is about the others."""
        return tuple(claim for claim in self.found()[0] if claim.kind in FIGURES)

    def found(self) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
        document, _ = make_document(self.article, None)
        return find_claims(self.article, document, self.toponyms, self.geocodes, self.itineraries)

    def checks(self) -> tuple[Check, ...]:
        return check_claims(self.claims(), self.geocodes, self.itineraries, self.routes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """A journey of a story: the names as in the text, how far the way is, and where it is told."""

    origin: str | None
    destination: str
    mode: Mode = Mode.UNKNOWN
    way_km: float | None = None
    stop: str = ""
    sentence: int = 0
    status: LegStatus = LegStatus.HAPPENED


def tell(marked: str, *trips: Trip) -> Told:
    text, marks = _unmarked(marked)
    sentences, blocks = _cut(text)
    article = Article(id="t", title="", text=text, blocks=blocks, sentences=sentences)
    toponyms = tuple(_toponym(article, number, mark) for number, mark in enumerate(marks))
    geocodes = tuple(
        Geocode(
            toponym_id=toponym.id,
            place=None if mark[4] == "?" else PLACES[mark[3]],
            probability=0.0 if mark[4] == "?" else 0.9,
        )
        for toponym, mark in zip(toponyms, marks, strict=True)
    )
    legs = tuple(_leg(article, toponyms, number, trip) for number, trip in enumerate(trips))
    return Told(
        article=article,
        toponyms=toponyms,
        geocodes=geocodes,
        itineraries=tuple(Itinerary(id=f"i{leg.id}", legs=(leg,)) for leg in legs),
        routes=tuple(
            route for leg, trip in zip(legs, trips, strict=True) for route in _routes(leg, trip)
        ),
    )


_Mark = tuple[int, int, str, str, str]


def _unmarked(marked: str) -> tuple[str, list[_Mark]]:
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        start = len(text)
        text += match[1]
        marks.append((start, len(text), match[2] or "", match[3] or match[1], match[4] or ""))
        last = match.end()
    return text + marked[last:], marks


def _toponym(article: Article, number: int, mark: _Mark) -> Toponym:
    start, end, sign, name, flag = mark
    kind = {"~": ToponymKind.DEMONYM, "|": ToponymKind.DESCRIPTION}.get(sign, ToponymKind.NAME)
    relation = Relation(kind=RelationKind.BORDER) if sign == "|" else None
    return Toponym(
        id=f"t{number}",
        span=article.span(start, end),
        kind=kind,
        sense=Sense.ASSOCIATIVE if flag == "!" else Sense.LITERAL,
        name=name,
        relation=relation,
    )


def _cut(text: str) -> tuple[tuple[Span, ...], tuple[Block, ...]]:
    sentences, blocks = [], []
    for paragraph in re.finditer(r"[^\n]+", text):
        start = paragraph.start()
        blocks.append(
            Block(
                kind=BlockKind.BODY,
                span=Span(start=start, end=paragraph.end(), text=paragraph[0]),
            )
        )
        for match in re.finditer(r"\S.*?(?:[.!?][”’]?(?=\s+[A-Z“])|$)", paragraph[0]):
            begin, end = start + match.start(), start + match.end()
            sentences.append(Span(start=begin, end=end, text=text[begin:end]))
    return tuple(sentences), tuple(blocks)


def _end(toponyms: tuple[Toponym, ...], name: str | None) -> End | None:
    if name is None:
        return None
    found = [one for one in toponyms if one.name == name]
    return End(
        toponym_id=found[0].id if found else "elsewhere",
        place=PLACES[name],
        inferred=not found,
    )


def _leg(article: Article, toponyms: tuple[Toponym, ...], number: int, trip: Trip) -> Leg:
    stop = None
    if trip.stop:
        start = article.text.index(trip.stop)
        stop = article.span(start, start + len(trip.stop))
    return Leg(
        id=f"l{number + 1}",
        traveller="",
        origin=_end(toponyms, trip.origin),
        destination=_end(toponyms, trip.destination),
        mode=trip.mode,
        status=trip.status,
        stop=stop,
        evidence=(Evidence(reason="told", span=article.sentences[trip.sentence]),),
    )


def _routes(leg: Leg, trip: Trip) -> list[Route]:
    if leg.origin is None or leg.destination is None:
        return []
    one, other = leg.origin.place, leg.destination.place
    line = geodesic(one.lon, one.lat, other.lon, other.lat)
    straight_m = distance_m(one.lon, one.lat, other.lon, other.lat)
    routes = [
        Route(
            leg_id=leg.id,
            geometry=line,
            distance_m=straight_m,
            low_m=straight_m,
            high_m=straight_m,
            kind=RouteKind.GEODESIC,
        )
    ]
    if trip.way_km is not None:
        metres = trip.way_km * 1000
        routes.append(
            Route(
                leg_id=leg.id,
                geometry=line,
                distance_m=metres,
                low_m=metres * 0.98,
                high_m=metres * 1.02,
                kind=RouteKind(trip.mode.value),
            )
        )
    return routes
