"""Which lines a leg gets: its geodesic, a network's way where one is known, never a guess."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from geo.contracts import (
    End,
    Evidence,
    Geocode,
    Itinerary,
    Leg,
    LegStatus,
    Mode,
    Place,
    Route,
    RouteKind,
    Span,
)
from geo.routes import draw_courses, draw_routes


def place(name: str, lon: float, lat: float, feature_class: str = "P") -> Place:
    return Place(
        gazetteer="test",
        feature_id=name,
        name=name,
        lon=lon,
        lat=lat,
        feature_class=feature_class,
        feature_code={"P": "PPL", "A": "PCLI", "S": "BDRX"}[feature_class],
        source="a test",
    )


CALLAO = place("Callao", -77.13, -12.06)
VALPARAISO = place("Valparaíso", -71.61, -33.05)
PERU = place("Peru", -75.0, -9.0, "A")
NADI, APIA = place("Nadi", 177.45, -17.8), place("Apia", -171.75, -13.83)


class OneWay:
    """A router that knows one line: real enough to see when it is asked."""

    def __init__(self, *, knows: bool) -> None:
        self.asked: list[str] = []
        self.goals: list[End | None] = []
        self._knows = knows

    def route(self, leg: Leg) -> Route | None:
        self.asked.append(leg.id)
        self.goals.append(leg.destination)
        if not self._knows:
            return None
        return Route(
            leg_id=leg.id,
            geometry=shapely.LineString([(0, 0), (1, 1)]),
            distance_m=1.0,
            low_m=1.0,
            high_m=1.0,
            kind=RouteKind.RAIL,
        )


def journey(
    origin: Place | None,
    destination: Place | None,
    mode: Mode = Mode.RAIL,
    status: LegStatus = LegStatus.HAPPENED,
    via: tuple[Place, ...] = (),
) -> list[Itinerary]:
    words = Span(start=0, end=4, text="left")
    leg = Leg(
        id="leg-1",
        traveller="",
        origin=End(toponym_id="t1", place=origin) if origin else None,
        destination=End(toponym_id="t2", place=destination) if destination else None,
        via=tuple(End(toponym_id="t3", place=each) for each in via),
        mode=mode,
        status=status,
        evidence=(Evidence(reason="no words"), Evidence(reason="the verb", span=words)),
    )
    return [Itinerary(id="journey-1", legs=(leg,))]


def test_a_leg_gets_its_geodesic_and_its_way() -> None:
    router = OneWay(knows=True)
    routes, problems = draw_routes(journey(VALPARAISO, CALLAO), {Mode.RAIL: router})
    assert [route.kind for route in routes] == [RouteKind.GEODESIC, RouteKind.RAIL]
    straight = routes[0]
    assert straight.leg_id == "leg-1"
    assert (
        straight.distance_m == straight.low_m == straight.high_m == pytest.approx(2.39e6, rel=0.01)
    )
    assert straight.attribution == "a test"
    assert not straight.inferred
    assert problems == ()


def test_no_line_is_drawn_to_a_place_that_is_likelier_another() -> None:
    router = {Mode.RAIL: OneWay(knows=True)}
    likely, unlikely = (
        Geocode(toponym_id="t2", place=CALLAO, probability=probability)
        for probability in (0.55, 0.45)
    )
    assert len(draw_routes(journey(VALPARAISO, CALLAO), router, [likely])[0]) == 2
    routes, (problem,) = draw_routes(journey(VALPARAISO, CALLAO), router, [unlikely])
    assert routes == ()
    assert problem.code == "end-unsure"
    assert "Choose the place" in problem.message
    assert problem.span is not None


def test_the_line_goes_by_way_of_the_points_named_between_the_ends() -> None:
    arica = place("Arica", -70.31, -18.48)
    (route,), _ = draw_routes(journey(VALPARAISO, CALLAO, Mode.ROAD, via=(arica, PERU)), {})
    assert route.geometry.distance(shapely.Point(arica.lon, arica.lat)) == pytest.approx(0.0)
    assert route.distance_m == pytest.approx(2.63e6, rel=0.01)
    assert route.note.endswith("by way of Arica")


def test_a_way_round_half_the_earth_was_not_meant() -> None:
    (route,), _ = draw_routes(journey(VALPARAISO, CALLAO, Mode.ROAD, via=(NADI,)), {})
    assert route.distance_m == pytest.approx(2.39e6, rel=0.01)
    assert "by way of" not in route.note


def test_a_way_that_is_not_known_is_said() -> None:
    routes, problems = draw_routes(journey(VALPARAISO, CALLAO), {Mode.RAIL: OneWay(knows=False)})
    assert [route.kind for route in routes] == [RouteKind.GEODESIC]
    (problem,) = problems
    assert problem.code == "no-way"
    assert problem.message.startswith("No rail line from Valparaíso to Callao is known")
    assert problem.span is not None
    assert problem.span.text == "left"


@pytest.mark.parametrize(
    ("mode", "status"),
    [
        (Mode.UNKNOWN, LegStatus.HAPPENED),
        (Mode.SEA, LegStatus.HAPPENED),
        (Mode.RAIL, LegStatus.DENIED),
        (Mode.RAIL, LegStatus.HYPOTHETICAL),
    ],
)
def test_no_way_is_sought_without_a_mode_or_a_journey(mode: Mode, status: LegStatus) -> None:
    router = OneWay(knows=True)
    routers = {Mode.RAIL: router, Mode.UNKNOWN: router}
    routes, problems = draw_routes(journey(VALPARAISO, CALLAO, mode, status), routers)
    assert [route.kind for route in routes] == [RouteKind.GEODESIC]
    assert router.asked == []
    assert problems == ()


@pytest.mark.parametrize("status", [LegStatus.PLANNED, LegStatus.REPORTED, LegStatus.UNDER_WAY])
def test_a_journey_to_come_has_a_way(status: LegStatus) -> None:
    routes, _ = draw_routes(
        journey(VALPARAISO, CALLAO, status=status), {Mode.RAIL: OneWay(knows=True)}
    )
    assert len(routes) == 2


@pytest.mark.parametrize(
    ("origin", "destination"),
    [(None, CALLAO), (CALLAO, None), (CALLAO, CALLAO), (PERU, PERU)],
)
def test_no_line_without_two_points(origin: Place | None, destination: Place | None) -> None:
    router = OneWay(knows=True)
    assert draw_routes(journey(origin, destination), {Mode.RAIL: router}) == ((), ())
    assert router.asked == []


@pytest.mark.parametrize(("origin", "destination"), [(VALPARAISO, PERU), (PERU, VALPARAISO)])
def test_a_country_has_a_way_to_it_and_no_straight_line(origin: Place, destination: Place) -> None:
    routes, problems = draw_routes(journey(origin, destination), {Mode.RAIL: OneWay(knows=True)})
    assert [route.kind for route in routes] == [RouteKind.RAIL]
    assert draw_routes(journey(origin, destination), {Mode.RAIL: OneWay(knows=False)}) == ((), ())
    assert problems == ()


def test_a_line_over_the_antimeridian_is_cut_and_measured_whole() -> None:
    routes, _ = draw_routes(journey(NADI, APIA), {})
    assert routes[0].geometry.geom_type == "MultiLineString"
    assert routes[0].distance_m == pytest.approx(1.23e6, rel=0.02)


def test_a_journey_that_ended_elsewhere_has_a_way_to_there() -> None:
    arica = End(toponym_id="t4", place=place("Arica", -70.31, -18.48))
    router = OneWay(knows=True)
    (itinerary,) = journey(VALPARAISO, CALLAO, status=LegStatus.DIVERTED)
    diverted = replace(itinerary, legs=(replace(itinerary.legs[0], ended=arica),))
    (way,) = draw_courses([diverted], {Mode.RAIL: router})
    assert (way.leg_id, way.kind) == ("leg-1", RouteKind.RAIL)
    assert router.goals == [arica]
    assert draw_courses([diverted], {Mode.RAIL: OneWay(knows=False)}) == ()
    assert draw_courses([diverted], {}) == ()
    unlikely = Geocode(toponym_id="t4", place=arica.place, probability=0.4)
    assert draw_courses([diverted], {Mode.RAIL: router}, [unlikely]) == ()
    assert draw_courses(journey(VALPARAISO, CALLAO), {Mode.RAIL: router}) == ()
