"""Forty stories from all over the world, drawn by lot: 2 to 30 places, journeys between some."""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import (
    Analysis,
    Article,
    Block,
    BlockKind,
    End,
    Geocode,
    Itinerary,
    Leg,
    LegStatus,
    Mode,
    Place,
    Route,
    RouteKind,
    Sense,
    Span,
    Toponym,
    ToponymKind,
    When,
)
from geo.geodesy import distance_m, geodesic, length_m
from geo.maps.build.article_map import make_spec
from geo.wiring import basemap

if TYPE_CHECKING:
    from geo.maps.spec.model import MapSpec

# ruff: noqa: E501 - the table
# Name, longitude, latitude, country; rounded to a hundredth of a degree.
_TABLE = """
Reykjavík,-21.9,64.15,IS|Oslo,10.75,59.91,NO|Tromsø,18.96,69.65,NO|Longyearbyen,15.64,78.22,SJ
Ny-Ålesund,11.93,78.92,SJ|Barentsburg,14.21,78.07,SJ|Stockholm,18.07,59.33,SE|Helsinki,24.94,60.17,FI
London,-0.13,51.51,GB|Paris,2.35,48.86,FR|Brussels,4.35,50.85,BE|Amsterdam,4.89,52.37,NL
Berlin,13.41,52.52,DE|Warsaw,21.01,52.23,PL|Prague,14.42,50.08,CZ|Vienna,16.37,48.21,AT
Rome,12.51,41.89,IT|Athens,23.73,37.98,GR|Piraeus,23.64,37.94,GR|Mytilene,26.55,39.11,GR
Izmir,27.14,38.42,TR|Istanbul,28.95,41.01,TR|Kyiv,30.52,50.45,UA|Lviv,24.03,49.84,UA
Odesa,30.72,46.48,UA|Kharkiv,36.23,49.99,UA|Mariupol,37.55,47.1,UA|Zaporizhzhia,35.14,47.84,UA
Moscow,37.62,55.75,RU|Murmansk,33.08,68.97,RU|Novosibirsk,82.93,55.04,RU|Vladivostok,131.87,43.11,RU
Anadyr,177.51,64.73,RU|Cairo,31.25,30.06,EG|Tunis,10.17,36.82,TN|Lagos,3.39,6.45,NG
Abuja,7.49,9.06,NG|Accra,-0.2,5.56,GH|Dakar,-17.44,14.69,SN|Nairobi,36.82,-1.28,KE
Kampala,32.58,0.32,UG|Kigali,30.06,-1.95,RW|Khartoum,32.53,15.55,SD|Addis Ababa,38.75,9.02,ET
Cape Town,18.42,-33.93,ZA|Johannesburg,28.04,-26.2,ZA|Harare,31.05,-17.83,ZW|Antananarivo,47.54,-18.91,MG
Jerusalem,35.22,31.77,IL|Beirut,35.49,33.89,LB|Damascus,36.29,33.51,SY|Amman,35.95,31.96,JO
Baghdad,44.4,33.34,IQ|Tehran,51.42,35.69,IR|Riyadh,46.72,24.69,SA|Dubai,55.3,25.26,AE
Kabul,69.17,34.53,AF|Islamabad,73.06,33.7,PK|Delhi,77.23,28.65,IN|Mumbai,72.88,19.07,IN
Colombo,79.85,6.94,LK|Dhaka,90.41,23.71,BD|Yangon,96.16,16.81,MM|Bangkok,100.5,13.75,TH
Phnom Penh,104.92,11.56,KH|Hanoi,105.84,21.03,VN|Singapore,103.85,1.29,SG|Jakarta,106.85,-6.21,ID
Manila,120.98,14.6,PH|Hong Kong,114.17,22.28,HK|Shanghai,121.46,31.22,CN|Beijing,116.4,39.91,CN
Seoul,126.98,37.57,KR|Pyongyang,125.75,39.03,KP|Tokyo,139.69,35.69,JP|Sapporo,141.35,43.06,JP
Perth,115.86,-31.95,AU|Darwin,130.84,-12.46,AU|Sydney,151.21,-33.87,AU|Hobart,147.33,-42.88,AU
Auckland,174.76,-36.85,NZ|Wellington,174.78,-41.29,NZ|Suva,178.44,-18.14,FJ|Labasa,179.38,-16.42,FJ
Taveuni,-179.98,-16.85,FJ|Apia,-171.77,-13.83,WS|Nukuʻalofa,-175.2,-21.14,TO|Honolulu,-157.86,21.31,US
Adak,-176.66,51.88,US|Anchorage,-149.9,61.22,US|Nome,-165.41,64.5,US|Utqiaġvik,-156.79,71.29,US
Vancouver,-123.12,49.25,CA|Los Angeles,-118.24,34.05,US|Denver,-104.98,39.74,US|Chicago,-87.65,41.85,US
New York,-74.01,40.71,US|Washington,-77.04,38.9,US|Miami,-80.19,25.77,US|Toronto,-79.4,43.71,CA
Nuuk,-51.74,64.18,GL|Qaanaaq,-69.23,77.47,GL|Alert,-62.35,82.5,CA|Mexico City,-99.13,19.43,MX
Havana,-82.38,23.13,CU|Kingston,-76.79,18.0,JM|Panama City,-79.52,8.99,PA|Bogotá,-74.08,4.61,CO
Caracas,-66.88,10.49,VE|Quito,-78.52,-0.23,EC|Lima,-77.03,-12.04,PE|La Paz,-68.15,-16.5,BO
Santiago,-70.65,-33.46,CL|Buenos Aires,-58.38,-34.61,AR|Montevideo,-56.19,-34.9,UY|Ushuaia,-68.3,-54.81,AR
São Paulo,-46.64,-23.55,BR|Brasília,-47.93,-15.78,BR|Manaus,-60.03,-3.1,BR|Stanley,-57.85,-51.7,FK
Casey Station,110.53,-66.28,AQ|McMurdo Station,166.67,-77.85,AQ|Vostok Station,106.84,-78.46,AQ
Rothera,-68.13,-67.57,AQ|Esperanza,-57.0,-63.4,AQ|Palmer Station,-64.05,-64.77,AQ
"""


@cache
def places() -> tuple[Place, ...]:
    """All places of the table."""
    joined = "|".join(_TABLE.strip().splitlines())
    rows = (cell.split(",") for cell in joined.split("|"))
    return tuple(place(name, float(lon), float(lat), code) for name, lon, lat, code in rows)


def place(name: str, lon: float, lat: float, code: str) -> Place:
    return Place(
        gazetteer="geonames",
        feature_id=name,
        name=name,
        lon=lon,
        lat=lat,
        feature_class="P",
        feature_code="PPLA",
        country_code=code,
        population=500_000,
        source="GeoNames (CC BY 4.0)",
    )


class Cities:
    """A gazetteer that knows the places of the table as cities."""

    def cities_within(
        self, *, west: float, south: float, east: float, north: float, limit: int
    ) -> list[Place]:
        def inside(lon: float) -> bool:
            return west <= lon <= east if west <= east else lon >= west or lon <= east

        return [p for p in places() if inside(p.lon) and south <= p.lat <= north][:limit]


def spec_of(
    here: list[Place], legs: list[tuple[int, int, Mode]], *, unsure: tuple[int, ...] = ()
) -> MapSpec:
    """Make the map of a story that names these places and tells of these journeys."""
    text = ", ".join(p.name for p in here) + "."
    toponyms, geocodes = [], []
    at = 0
    for number, found in enumerate(here):
        at = text.index(found.name, at)
        span = Span(start=at, end=at + len(found.name), text=found.name)
        toponyms.append(
            Toponym(
                id=f"t{number}",
                span=span,
                kind=ToponymKind.NAME,
                sense=Sense.LITERAL,
                name=found.name,
            )
        )
        geocodes.append(
            Geocode(
                toponym_id=f"t{number}",
                place=found,
                probability=0.3 if number in unsure else 0.9,
            )
        )
        at = span.end
    words = Span(start=0, end=len(text), text=text)
    told = [_leg(number, here, leg) for number, leg in enumerate(legs)]
    analysis = Analysis(
        article=Article(
            id="0123456789abcdef",
            title="A story from " + here[0].name,
            text=text,
            blocks=(Block(kind=BlockKind.BODY, span=words),),
            sentences=(words,),
        ),
        toponyms=tuple(toponyms),
        geocodes=tuple(geocodes),
        itineraries=tuple(Itinerary(id=f"i{leg.id}", legs=(leg,)) for leg, _ in told),
        routes=tuple(route for _, route in told),
    )
    return make_spec(analysis, basemap(), Cities(), checked=date(2026, 11, 24))  # type: ignore[arg-type]


def _leg(number: int, here: list[Place], leg: tuple[int, int, Mode]) -> tuple[Leg, Route]:
    start, end, mode = leg
    one, other = here[start], here[end]
    line = geodesic(one.lon, one.lat, other.lon, other.lat)
    long_m = length_m(line)
    told = Leg(
        id=f"leg{number}",
        traveller="the envoy",
        origin=End(toponym_id=f"t{start}", place=one),
        destination=End(toponym_id=f"t{end}", place=other),
        mode=mode,
        status=LegStatus.HAPPENED,
        departed=When(text="on Sunday evening"),
        arrived=When(text="early on Monday"),
    )
    kind = RouteKind(mode.value)
    route = Route(
        leg_id=told.id,
        kind=kind,
        inferred=number % 2 == 0,
        distance_m=long_m,
        geometry=line,
        low_m=long_m,
        high_m=long_m * 1.01,
    )
    return told, route


def drawn_by_lot(number: int) -> MapSpec:
    """Make one of the stories: places near one another, or from all over the world."""
    chance = random.Random(number)  # noqa: S311 - the same stories every time
    count = 2 + number * 28 // 39
    middle = places()[(number * 37) % len(places())]
    by_distance = sorted(places(), key=lambda p: distance_m(middle.lon, middle.lat, p.lon, p.lat))
    pool = by_distance[: count * 3 if number % 3 else len(by_distance)]
    here = [middle, *chance.sample([p for p in pool if p is not middle], count - 1)]
    modes = (Mode.RAIL, Mode.ROAD, Mode.SEA, Mode.AIR)
    pairs = list(pairwise(range(min(count, 2 + number % 4))))
    legs = [(a, b, modes[(number + a) % 4]) for a, b in pairs]
    return spec_of(here, legs, unsure=(count - 1,) if number % 5 == 0 else ())
