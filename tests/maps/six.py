"""Six short stories in our own words for the pictures in docs/img, analysed by hand.

One a kind of map: a railway along a coast, islands, an inland country, islands on both sides of
180°, the far north, and the whole world.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import shapely

from geo import wiring
from geo.contracts import (
    Analysis,
    Check,
    Claim,
    ClaimKind,
    Dimension,
    End,
    Geocode,
    Hedge,
    Itinerary,
    Leg,
    LegStatus,
    Mode,
    Place,
    Quantity,
    Reading,
    Route,
    RouteKind,
    Sense,
    Span,
    Subject,
    Toponym,
    ToponymKind,
    Verdict,
    When,
)
from geo.geodesy import distance_m, geodesic, length_m
from geo.maps.spec import make_spec
from tests.maps import stories

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.maps.model import MapSpec

DAY = date(2026, 11, 25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A journey between two places of a story: by what, by way of which points, when."""

    start: str
    end: str
    mode: Mode
    via: tuple[tuple[float, float], ...] = ()
    left: str = ""
    reached: str = ""
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A text and what was found in it; ``claim`` is the words of a distance and its two ends."""

    text: str
    places: tuple[tuple[str, float, float, str], ...]
    ways: tuple[Way, ...]
    unsure: tuple[str, ...] = ()
    claim: tuple[str, float, str, str] | None = None


AEGEAN = Story(
    text="""Night ferry brings doctors to Lesbos

The ferry left Piraeus at eight in the evening and is due in Mytilene at dawn on Saturday. On board
are two dozen doctors. Mytilene lies 16 miles from Ayvalik on the Turkish coast. A second boat from
Izmir reached Chios on Friday, and a freighter waited off Skyros.
""",
    places=(
        ("Piraeus", 23.6470, 37.9420, "GR"),
        ("Mytilene", 26.5557, 39.1079, "GR"),
        ("Ayvalik", 26.6953, 39.3190, "TR"),
        ("Izmir", 27.1384, 38.4127, "TR"),
        ("Chios", 26.1361, 38.3678, "GR"),
        ("Skyros", 24.5667, 38.9000, "GR"),
    ),
    ways=(
        Way(
            start="Piraeus",
            end="Mytilene",
            mode=Mode.SEA,
            via=(
                (23.6, 37.78),
                (24.05, 37.58),
                (24.35, 37.72),
                (25.4, 38.2),
                (25.75, 38.62),
                (26.2, 38.86),
                (26.62, 38.95),
                (26.66, 39.06),
            ),
            left="at eight in the evening",
            reached="at dawn on Saturday",
        ),
        Way(
            start="Izmir",
            end="Chios",
            mode=Mode.SEA,
            via=((26.9, 38.44), (26.72, 38.6), (26.45, 38.72), (26.25, 38.62), (26.2, 38.42)),
            reached="on Friday",
        ),
    ),
    unsure=("Skyros",),
    claim=("16 miles", 16.0, "Mytilene", "Ayvalik"),
)
UKRAINE = Story(
    text="""Inspectors take the night train to Zaporizhzhia

The inspectors left Kyiv by train late on Monday and reached Zaporizhzhia on Tuesday morning. A
convoy from Odesa is expected in Mykolaiv this week. Power failed in Kharkiv and Lviv. Poltava,
which lies 80 miles from Kharkiv, took in families.
""",
    places=(
        ("Kyiv", 30.5238, 50.4547, "UA"),
        ("Zaporizhzhia", 35.1396, 47.8388, "UA"),
        ("Odesa", 30.7326, 46.4775, "UA"),
        ("Mykolaiv", 31.9946, 46.9659, "UA"),
        ("Kharkiv", 36.2304, 49.9935, "UA"),
        ("Lviv", 24.0297, 49.8397, "UA"),
        ("Poltava", 34.5514, 49.5937, "UA"),
    ),
    ways=(
        Way(
            start="Kyiv",
            end="Zaporizhzhia",
            mode=Mode.RAIL,
            via=(
                (30.6, 50.35),
                (31.45, 49.8),
                (32.06, 49.23),
                (32.66, 48.67),
                (33.1, 48.66),
                (34.0, 48.55),
                (34.62, 48.51),
                (35.05, 48.47),
                (35.2, 48.2),
            ),
            left="late on Monday",
            reached="on Tuesday morning",
        ),
        Way(
            start="Odesa",
            end="Mykolaiv",
            mode=Mode.ROAD,
            via=((31.0, 46.62), (31.5, 46.85)),
            reached="this week",
            planned=True,
        ),
    ),
    claim=("80 miles", 80.0, "Poltava", "Kharkiv"),
)
FIJI = Story(
    text="""Patrol boat searches the Koro Sea after the storm

The patrol boat sailed from Suva on Sunday and reached Taveuni on Monday. Supplies were flown from
Nadi to Lakeba, 200 miles away. Labasa was without power, and two villages on Rabi were cut off.
""",
    places=(
        ("Suva", 178.4419, -18.1416, "FJ"),
        ("Taveuni", -179.9700, -16.8500, "FJ"),
        ("Nadi", 177.4167, -17.8000, "FJ"),
        ("Lakeba", -178.8000, -18.2000, "FJ"),
        ("Labasa", 179.3667, -16.4167, "FJ"),
        ("Rabi", -179.9900, -16.5000, "FJ"),
    ),
    ways=(
        Way(
            start="Suva",
            end="Taveuni",
            mode=Mode.SEA,
            via=(
                (178.42, -18.25),
                (178.8, -18.2),
                (179.05, -17.9),
                (179.5, -17.3),
                (179.8, -16.98),
            ),
            left="on Sunday",
            reached="on Monday",
        ),
        Way(start="Nadi", end="Lakeba", mode=Mode.AIR),
    ),
    unsure=("Rabi",),
)
SVALBARD = Story(
    text="""Research ship leaves Longyearbyen for the ice

The ship left Longyearbyen on Thursday and will reach Ny-Alesund within a day. A helicopter flew a
sick miner from Barentsburg to Longyearbyen, 30 miles away. Pyramiden stays closed.
""",
    places=(
        ("Longyearbyen", 15.6333, 78.2167, "SJ"),
        ("Ny-Alesund", 11.9333, 78.9167, "SJ"),
        ("Barentsburg", 14.2122, 78.0648, "SJ"),
        ("Pyramiden", 16.3167, 78.6500, "SJ"),
    ),
    ways=(
        Way(
            start="Longyearbyen",
            end="Ny-Alesund",
            mode=Mode.SEA,
            via=(
                (15.2, 78.25),
                (14.2, 78.15),
                (13.0, 78.08),
                (11.6, 78.15),
                (10.3, 78.4),
                (9.9, 78.75),
                (10.6, 79.03),
                (11.5, 79.02),
            ),
            left="on Thursday",
            reached="within a day",
            planned=True,
        ),
        Way(start="Barentsburg", end="Longyearbyen", mode=Mode.AIR),
    ),
)
WORLD = Story(
    text="""Envoy circles the world for a vaccine pact

The envoy left London on Sunday and reached Nairobi on Monday. From there she flew to Delhi, and on
to Sydney, where she is expected on Thursday. A last leg takes her to Santiago. Teams in Brasilia,
Washington, Tokyo, Geneva and Cape Town follow the talks.
""",
    places=(
        ("London", -0.1257, 51.5085, "GB"),
        ("Nairobi", 36.8167, -1.2833, "KE"),
        ("Delhi", 77.2315, 28.6520, "IN"),
        ("Sydney", 151.2073, -33.8679, "AU"),
        ("Santiago", -70.6483, -33.4569, "CL"),
        ("Brasilia", -47.9297, -15.7797, "BR"),
        ("Washington", -77.0364, 38.8951, "US"),
        ("Tokyo", 139.6917, 35.6895, "JP"),
        ("Geneva", 6.1457, 46.2022, "CH"),
        ("Cape Town", 18.4232, -33.9258, "ZA"),
    ),
    ways=(
        Way(start="London", end="Nairobi", mode=Mode.AIR, left="on Sunday", reached="on Monday"),
        Way(start="Nairobi", end="Delhi", mode=Mode.AIR),
        Way(start="Delhi", end="Sydney", mode=Mode.AIR, reached="on Thursday", planned=True),
        Way(start="Sydney", end="Santiago", mode=Mode.AIR, planned=True),
    ),
)
NAMES = ("korea", "aegean", "ukraine", "fiji", "svalbard", "world")
_TOLD = {"aegean": AEGEAN, "ukraine": UKRAINE, "fiji": FIJI, "svalbard": SVALBARD, "world": WORLD}


@cache
def six_spec(name: str) -> MapSpec:
    """Make the map of one of the six stories, on the real ground."""
    told = stories.train() if name == "korea" else analysed(_TOLD[name])
    gazetteer = wiring.services().gazetteer
    return make_spec(told, wiring.basemap(), gazetteer, checked=DAY)


def analysed(story: Story) -> Analysis:
    """Write down what is to be found in a story."""
    text = " ".join(story.text.split("\n\n")[1].split())
    title = story.text.partition("\n")[0]
    text = f"{title}\n\n{text}\n\nA reporter took notes.\n"
    after = len(title)
    places = {row[0]: _place(*row) for row in story.places}
    toponyms = tuple(
        Toponym(
            id=f"t-{name}",
            span=stories.span(name, after, text),
            kind=ToponymKind.NAME,
            sense=Sense.LITERAL,
            name=name,
        )
        for name in places
    )
    legs = tuple(_leg(number, way, places) for number, way in enumerate(story.ways))
    claims, checks = _claims(story, text, places)
    return Analysis(
        article=stories.article(text),
        toponyms=toponyms,
        geocodes=tuple(
            Geocode(
                toponym_id=f"t-{name}",
                place=place,
                probability=0.3 if name in story.unsure else 0.95,
            )
            for name, place in places.items()
        ),
        itineraries=tuple(Itinerary(id=f"i-{leg.id}", legs=(leg,)) for leg in legs),
        routes=tuple(_route(leg, way, places) for leg, way in zip(legs, story.ways, strict=True)),
        claims=claims,
        checks=checks,
    )


def _place(name: str, lon: float, lat: float, country: str) -> Place:
    return stories.place(name, lon, lat, country_code=country, feature_code="PPLA")


def _leg(number: int, way: Way, places: dict[str, Place]) -> Leg:
    return Leg(
        id=f"leg{number}",
        traveller="",
        origin=End(toponym_id=f"t-{way.start}", place=places[way.start]),
        destination=End(toponym_id=f"t-{way.end}", place=places[way.end]),
        mode=way.mode,
        status=LegStatus.PLANNED if way.planned else LegStatus.HAPPENED,
        departed=When(text=way.left) if way.left else None,
        arrived=When(text=way.reached) if way.reached else None,
    )


def _route(leg: Leg, way: Way, places: dict[str, Place]) -> Route:
    one, other = places[way.start], places[way.end]
    if way.via:
        turn = one.lon
        points = [(one.lon, one.lat), *way.via, (other.lon, other.lat)]
        points = [(turn + (lon - turn + 180.0) % 360.0 - 180.0, lat) for lon, lat in points]
        line: BaseGeometry = shapely.LineString(points)
        long_m = sum(distance_m(*one, *two) for one, two in pairwise(points))
    else:
        line = geodesic(one.lon, one.lat, other.lon, other.lat)
        long_m = length_m(line)
    return Route(
        leg_id=leg.id,
        kind=RouteKind(way.mode.value),
        inferred=way.mode in {Mode.RAIL, Mode.ROAD},
        distance_m=long_m,
        geometry=line,
        low_m=long_m * 0.98,
        high_m=long_m * 1.02,
        source="drawn for a picture",
    )


def _claims(
    story: Story, text: str, places: dict[str, Place]
) -> tuple[tuple[Claim, ...], tuple[Check, ...]]:
    if story.claim is None:
        return (), ()
    words, miles, start, end = story.claim
    one, other = places[start], places[end]
    true_m = distance_m(one.lon, one.lat, other.lon, other.lat)
    span = stories.span(words, 0, text)
    claim = Claim(
        id="c1",
        kind=ClaimKind.SEPARATION,
        subject=Subject(toponym_ids=(f"t-{start}", f"t-{end}")),
        quantity=Quantity(
            value=miles,
            unit="mi",
            dimension=Dimension.LENGTH,
            value_si=miles * 1609.344,
            low_si=miles * 1500.0,
            high_si=miles * 1700.0,
            hedge=Hedge.ABOUT,
            span=span,
        ),
        span=Span(start=span.start, end=span.end, text=span.text),
    )
    reading = Reading(
        name="straight line",
        low_si=true_m * 0.99,
        high_si=true_m * 1.01,
        fits=True,
        geometry=geodesic(one.lon, one.lat, other.lon, other.lat),
    )
    check = Check(
        claim_id="c1",
        verdict=Verdict.SUPPORTED,
        expected_low_si=true_m * 0.99,
        expected_high_si=true_m * 1.01,
        reason="Measured in a straight line.",
        readings=(reading,),
    )
    return (claim,), (check,)
