"""Six short stories in our own words for the pictures in docs/img, analysed by hand.

One a kind of map: a railway along a coast, islands, an inland country, islands on both sides of
180°, the far north, and the whole world.
"""

from __future__ import annotations

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
    When,
)
from geo.geodesy import distance_m, geodesic, length_m
from geo.maps.build.article_map import make_spec
from tests.maps import stories
from tests.maps.six_stories import AEGEAN, FIJI, SVALBARD, UKRAINE, WORLD, Story, Way

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.maps.spec.model import MapSpec

DAY = date(2026, 11, 25)
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
    reading = Interpretation(
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
