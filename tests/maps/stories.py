"""A journey by train in our own words, analysed by hand, and what it is drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from geo.contracts import (
    Analysis,
    Article,
    BasemapClip,
    Block,
    BlockKind,
    Check,
    Claim,
    ClaimKind,
    Country,
    Dimension,
    End,
    Evidence,
    Geocode,
    Hedge,
    Interpretation,
    Itinerary,
    Leg,
    LegStatus,
    Mode,
    Place,
    Quantity,
    Route,
    RouteKind,
    Sense,
    Span,
    Subject,
    Toponym,
    ToponymKind,
    Verdict,
    WaterName,
    Waypoint,
    When,
)

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TITLE = "By armoured train from Pyongyang to Vladivostok"
FIRST = (
    "The train left Pyongyang on Sunday evening and is expected on Tuesday or Wednesday in "
    "Vladivostok, just 80 miles from the Russia–North Korea border, Moscow said."
)
SECOND = (
    "The 683 miles to Vladivostok take about 20 hours, at a speed of about 60 km/h, with a long "
    "stop at the border."
)
THIRD = "A reporter from London took notes."
TEXT = f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n"


def span(words: str, after: int = 0, text: str = TEXT) -> Span:
    start = text.index(words, after)
    return Span(start=start, end=start + len(words), text=words)


def place(name: str, lon: float, lat: float, **more: object) -> Place:
    facts: dict[str, object] = {
        "gazetteer": "geonames",
        "feature_id": name.casefold(),
        "feature_class": "P",
        "feature_code": "PPLC",
        "source": "GeoNames (CC BY 4.0)",
        **more,
    }
    return Place(name=name, lon=lon, lat=lat, **facts)  # type: ignore[arg-type]


PYONGYANG = place("Pyongyang", 125.7543, 39.0339, country_code="KP", population=3_222_000)
VLADIVOSTOK = place("Vladivostok", 131.8735, 43.1056, country_code="RU", feature_code="PPLA")
MOSCOW = place("Moscow", 37.6156, 55.7522, country_code="RU")
BORDER = place(
    "border of Russia and North Korea",
    130.6,
    42.4,
    gazetteer="dateline",
    feature_class="A",
    feature_code="BDR",
    extent=shapely.LineString([(130.6, 42.42), (130.65, 42.35), (130.7, 42.29)]),
)
STATIONS = (
    ("Pyongyang", 125.738, 39.005, "station", 0.0),
    ("Kowon", 127.24, 39.43, "station", 180.0),
    ("Hamhung", 127.536, 39.917, "station", 255.0),
    ("Sinpo", 128.19, 40.03, "station", 330.0),
    ("Kimchaek", 129.2, 40.67, "station", 450.0),
    ("Kilju", 129.32, 40.96, "station", 490.0),
    ("Chongjin", 129.78, 41.79, "station", 640.0),
    ("Rajin", 130.297, 42.256, "station", 720.0),
    ("Tumangang", 130.6, 42.41, "border", 780.0),
    ("Khasan", 130.65, 42.43, "gauge", 790.0),
    ("Gvozdevo", 131.12, 42.88, "station", 850.0),
    ("Baranovsky", 131.85, 43.7, "junction", 1000.0),
    ("Nadezhdinskaya", 132.0, 43.37, "station", 1080.0),
    ("Vladivostok", 131.883, 43.111, "station", 1117.0),
)


def toponym(number: int, words: str, name: str, **more: object) -> Toponym:
    facts: dict[str, object] = {"kind": ToponymKind.NAME, "sense": Sense.LITERAL, **more}
    after = int(facts.pop("after", 0))  # type: ignore[call-overload]
    return Toponym(id=f"t{number}", span=span(words, after), name=name, **facts)  # type: ignore[arg-type]


def quantity(words: str, value: float, unit: str, dimension: Dimension, si: float) -> Quantity:
    return Quantity(
        value=value,
        unit=unit,
        dimension=dimension,
        value_si=si,
        low_si=si * 0.95,
        high_si=si * 1.05,
        hedge=Hedge.ABOUT,
        span=span(words),
    )


def train() -> Analysis:
    """The whole story."""
    after = len(TITLE)
    toponyms = (
        toponym(1, "Pyongyang", "Pyongyang"),
        toponym(2, "Vladivostok", "Vladivostok"),
        toponym(3, "Pyongyang", "Pyongyang", after=after),
        toponym(4, "Vladivostok", "Vladivostok", after=after),
        toponym(5, "the Russia–North Korea border", "border", kind=ToponymKind.DESCRIPTION),
        toponym(6, "Moscow", "Moscow", sense=Sense.ASSOCIATIVE),
    )
    places = (PYONGYANG, VLADIVOSTOK, PYONGYANG, VLADIVOSTOK, BORDER, MOSCOW)
    geocodes = tuple(
        Geocode(
            toponym_id=t.id,
            place=p,
            probability=0.97,
            evidence=(Evidence(reason=f"The best known place called {p.name}.", span=t.span),),
        )
        for t, p in zip(toponyms, places, strict=True)
    )
    leg = Leg(
        id="leg1",
        traveller="The leader",
        origin=End(toponym_id="t3", place=PYONGYANG),
        destination=End(toponym_id="t4", place=VLADIVOSTOK),
        mode=Mode.RAIL,
        status=LegStatus.UNDER_WAY,
        departed=When(text="on Sunday evening", span=span("on Sunday evening")),
        arrived=When(text="on Tuesday or Wednesday", span=span("on Tuesday or Wednesday")),
        stop=span("a long stop at the border"),
        evidence=(Evidence(reason="says who leaves", span=span("The train left Pyongyang")),),
    )
    claims = (
        Claim(
            id="c1",
            kind=ClaimKind.SEPARATION,
            subject=Subject(toponym_ids=("t4", "t5")),
            quantity=quantity("just 80 miles", 80, "mi", Dimension.LENGTH, 128_747.5),
            span=span("just 80 miles from the Russia–North Korea border"),
        ),
        Claim(
            id="c2",
            kind=ClaimKind.ROUTE_LENGTH,
            subject=Subject(leg_id="leg1"),
            quantity=quantity("683 miles", 683, "mi", Dimension.LENGTH, 1_099_182.0),
            span=span("The 683 miles to Vladivostok"),
        ),
        Claim(
            id="c3",
            kind=ClaimKind.DURATION,
            subject=Subject(leg_id="leg1"),
            quantity=quantity("about 20 hours", 20, "h", Dimension.DURATION, 72_000.0),
            span=span("about 20 hours"),
        ),
        Claim(
            id="c4",
            kind=ClaimKind.SPEED,
            subject=Subject(leg_id="leg1"),
            quantity=quantity("about 60 km/h", 60, "km/h", Dimension.SPEED, 16.667),
            span=span("at a speed of about 60 km/h"),
        ),
    )
    together = "1,099 km at 60 km/h is 18.3 h, which leaves 1.7 h for the stop at the border."
    checks = (
        Check(
            claim_id="c1",
            verdict=Verdict.SUPPORTED,
            expected_low_si=125_800.0,
            expected_high_si=129_700.0,
            reason=(
                "From Vladivostok to the nearest point of the border is 78 to 81 mi "
                "(126 to 130 km) in a straight line."
            ),
            readings=(
                Interpretation(
                    name="straight line to the border",
                    low_si=125_800.0,
                    high_si=129_700.0,
                    fits=True,
                    geometry=shapely.LineString([(131.8735, 43.1056), (130.7, 42.29)]),
                ),
            ),
        ),
        Check(
            claim_id="c2",
            verdict=Verdict.REFUTED,
            only_if="miles taken for kilometres",
            readings=(
                Interpretation(name="by rail", low_si=1_150_000, high_si=1_210_000, fits=False),
                Interpretation(
                    name="miles taken for kilometres",
                    low_si=684_000,
                    high_si=685_000,
                    fits=True,
                    slip=True,
                ),
            ),
            reason=(
                "683 mi is 1,099 km: 7 % less than the railway (about 1,180 km, 733 mi). It equals "
                "the straight line, 684 kilometres."
            ),
        ),
        Check(claim_id="c3", verdict=Verdict.SUPPORTED, reason=together, judged_with=("c4", "c2")),
        Check(claim_id="c4", verdict=Verdict.SUPPORTED, reason=together, judged_with=("c3", "c2")),
    )
    route = Route(
        leg_id="leg1",
        kind=RouteKind.RAIL,
        inferred=True,
        distance_m=1_180_000.0,
        geometry=shapely.LineString([(lon, lat) for _, lon, lat, _, _ in STATIONS]),
        low_m=1_150_000.0,
        high_m=1_210_000.0,
        source="curated from railway maps",
        attribution="© OpenStreetMap contributors (ODbL)",
        waypoints=tuple(
            Waypoint(
                name=name,
                lon=lon,
                lat=lat,
                kind=kind,
                distance_m=km * 1000,
                note="gauge 1,435 → 1,520 mm" if kind == "gauge" else "",
            )
            for name, lon, lat, kind, km in STATIONS
        ),
    )
    return Analysis(
        article=article(TEXT),
        toponyms=toponyms,
        geocodes=geocodes,
        itineraries=(Itinerary(id="i1", legs=(leg,)),),
        routes=(route,),
        claims=claims,
        checks=checks,
    )


def article(text: str) -> Article:
    """Cut a text whose paragraphs are one sentence each; the last is no part of the story."""
    parts = text.strip().split("\n\n")
    kinds = [BlockKind.HEADLINE, *[BlockKind.BODY] * (len(parts) - 2), BlockKind.BIOGRAPHY]
    spans = []
    at = 0
    for part in parts:
        spans.append(span(part, at, text))
        at = spans[-1].end
    return Article(
        id="0123456789abcdef",
        title=parts[0],
        text=text,
        blocks=tuple(Block(kind=kind, span=s) for kind, s in zip(kinds, spans, strict=True)),
        sentences=tuple(spans[:-1]),
    )


class FewCities:
    """A gazetteer of the cities that a map may ask for."""

    rows = (
        ("Shenyang", 123.4291, 41.7922, 7_000_000),
        ("Changchun", 125.3228, 43.88, 4_000_000),
        ("Hamhung", 127.5364, 39.9183, 559_000),
        ("Chongjin", 129.7758, 41.7956, 327_000),
        ("Yanji", 129.5089, 42.9075, 430_000),
        ("Ussuriysk", 131.9514, 43.8003, 158_000),
        ("Seoul", 126.9784, 37.566, 10_349_000),
        ("Busan", 129.0403, 35.1028, 3_600_000),
        ("Vladivostok", 131.8735, 43.1056, 587_000),
        ("Pyongyang", 125.7543, 39.0339, 3_222_000),
    )

    def cities_within(
        self, *, west: float, south: float, east: float, north: float, limit: int
    ) -> list[Place]:
        def inside(lon: float) -> bool:
            return west <= lon <= east if west <= east else lon >= west or lon <= east

        found = [
            place(name, lon, lat, population=people)
            for name, lon, lat, people in sorted(self.rows, key=lambda row: -row[3])
            if inside(lon) and south <= lat <= north
        ]
        return found[:limit]


class PlainBasemap:
    """A basemap of one square country in a sea: enough for a shape, the same every time."""

    def clip(
        self, *, west: float, south: float, east: float, north: float, width_px: int = 1200
    ) -> BasemapClip:
        assert width_px > 0
        box = shapely.box(west, south, east, north)
        land = shapely.box(120.0, 38.0, 131.0, 50.0).intersection(box)
        nothing = shapely.MultiLineString()
        return BasemapClip(
            west=west,
            south=south,
            east=east,
            north=north,
            countries=(
                Country(
                    code="KP", name="North Korea", geometry=land, label_lon=127.0, label_lat=40.0
                ),
            ),
            borders=shapely.LineString([(120.0, 42.0), (131.0, 42.0)]).intersection(box),
            disputed=nothing,
            coast=land.boundary,
            lakes=shapely.MultiPolygon(),
            rivers=nothing,
            waters=(
                WaterName(name="Sea of Japan", other_name="East Sea", lon=133.0, lat=40.0, rank=1),
            ),
            source="drawn for a test",
        )

    def region(self, country_code: str, name: str) -> BaseGeometry | None:
        known = {("KP", "Ryanggang"): shapely.box(127.0, 40.5, 129.0, 42.0)}
        return known.get((country_code, name))
