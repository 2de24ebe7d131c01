"""The line of a journey: whole, dotted, cut or none, by what became of it."""

from __future__ import annotations

import dataclasses
import re

import pytest
import shapely

from geo.contracts import Analysis, End, LegStatus, Mode, Route, RouteKind
from geo.geodesy import distance_m, length_m
from geo.maps.build.course import drawn_routes
from geo.maps.spec.model import Manner, MapSpec, RouteStatus, Tone
from geo.maps.spec.polyline import decode
from geo.maps.svg.map import draw_svg
from tests.maps import stories
from tests.maps.test_article_map import drawn, leg_of, named, with_leg

HAMHUNG = End(toponym_id="t5", place=stories.place("Hamhung", 127.536, 39.917))
FAR = End(toponym_id="t5", place=stories.place("Sapporo", 141.35, 43.06))
COUNTRY = stories.place("Japan", 138.0, 36.0, feature_class="A", feature_code="PCLI")


def one_route(analysis: Analysis) -> Route:
    (route,) = drawn_routes(analysis)
    return route


def without_ways(analysis: Analysis) -> Analysis:
    return dataclasses.replace(analysis, routes=())


@pytest.mark.parametrize("status", [LegStatus.DENIED, LegStatus.CANCELLED, LegStatus.GENERAL])
def test_what_did_not_take_place_has_no_line(status: LegStatus) -> None:
    story = with_leg(stories.train(), status=status)
    assert drawn_routes(story) == ()
    assert drawn(story).routes == ()


@pytest.mark.parametrize("status", [LegStatus.HAPPENED, LegStatus.UNDER_WAY, LegStatus.REPORTED])
def test_what_happened_is_drawn_whole(status: LegStatus) -> None:
    story = with_leg(stories.train(), status=status)
    assert one_route(story) is story.routes[0]
    (line,) = drawn(story).routes
    assert (line.status, line.manner) == (RouteStatus.MADE, Manner.TAKEN)
    assert line.label == "rail, about 1,180 km · 733 mi"


def test_ends_that_are_one_spot_are_said_to_be_why_there_is_no_line() -> None:
    leg = leg_of(stories.train())
    assert leg.origin is not None
    spot = dataclasses.replace(leg.origin.place, feature_id="beside", name="Beside")
    there = End(toponym_id="beside", place=spot)
    (line, *_) = drawn(without_ways(with_leg(stories.train(), destination=there))).journeys
    assert line.word.endswith("; not drawn, for its ends are one spot on the map")


@pytest.mark.parametrize(
    ("inferred", "told"),
    [
        ((True, False), "start assumed"),
        ((False, True), "end assumed"),
        ((True, True), "start and end assumed"),
    ],
)
def test_an_end_that_is_not_stated_is_said_and_seen(inferred: tuple[bool, bool], told: str) -> None:
    leg = leg_of(stories.train())
    assert leg.origin is not None
    assert leg.destination is not None
    first, last = (
        dataclasses.replace(end, inferred=one)
        for end, one in zip((leg.origin, leg.destination), inferred, strict=True)
    )
    story = with_leg(stories.train(), origin=first, destination=last)
    (line,) = drawn(story).routes
    assert line.assumed
    assert line.label == f"rail, about 1,180 km · 733 mi; {told}"
    for theme in ("light", "dark", "print"):
        assert not looks(drawn(story), theme) & looks(drawn(stories.train()), theme)


def test_what_is_planned_is_said_to_be_beside_its_line() -> None:
    (line,) = drawn(with_leg(stories.train(), status=LegStatus.PLANNED)).routes
    assert (line.status, line.tone) == (RouteStatus.PLANNED, Tone.ROUTE_1)
    assert line.label == "planned: rail, about 1,180 km · 733 mi"


def test_who_turned_back_is_drawn_to_where_that_was() -> None:
    story = with_leg(stories.train(), status=LegStatus.TURNED_BACK, ended=HAMHUNG)
    whole, cut = story.routes[0], one_route(story)
    assert 0 < cut.distance_m < whole.distance_m / 2
    share = length_m(cut.geometry) / length_m(whole.geometry)
    assert cut.distance_m / whole.distance_m == pytest.approx(share)
    assert cut.low_m < cut.distance_m < cut.high_m
    last = shapely.get_coordinates(cut.geometry)[-1]
    assert distance_m(last[0], last[1], 127.536, 39.917) < 5_000
    assert [point.name for point in cut.waypoints] == ["Pyongyang", "Kowon", "Hamhung"]


def test_the_page_of_who_turned_back_says_where_and_shows_no_more() -> None:
    spec = drawn(with_leg(stories.train(), status=LegStatus.TURNED_BACK, ended=HAMHUNG))
    (line,) = spec.routes
    assert line.title == "The leader: Pyongyang to Hamhung"
    assert "as far as it went: turned back near Hamhung" in line.note
    assert (line.departed, line.arrived) == ("left Sunday evening", "turned back near Hamhung")
    assert named(spec, "Pyongyang").second == "left Sunday evening"
    assert named(spec, "Vladivostok").second == ""
    assert decode(line.lines[0], spec.basemap.grid)[:, 1].max() < 41


def test_who_was_diverted_is_drawn_to_where_that_led() -> None:
    story = with_leg(stories.train(), status=LegStatus.DIVERTED, ended=FAR)
    route = one_route(story)
    assert route.kind is RouteKind.GEODESIC
    ends = shapely.get_coordinates(route.geometry)[[0, -1]].tolist()
    assert ends == [pytest.approx((125.7543, 39.0339)), pytest.approx((141.35, 43.06))]
    assert route.distance_m == pytest.approx(distance_m(125.7543, 39.0339, 141.35, 43.06))
    assert drawn(story).routes[0].manner is Manner.STAND_IN


def test_a_way_that_was_broken_off_is_drawn_no_further() -> None:
    whole = drawn_routes(stories.train())
    (cut,) = drawn_routes(with_leg(stories.train(), status=LegStatus.UNDER_WAY, ended=HAMHUNG))
    assert length_m(cut.geometry) < length_m(whole[0].geometry)
    assert distance_m(*shapely.get_coordinates(cut.geometry)[-1], 127.536, 39.917) < 5_000


def test_a_way_to_where_it_was_diverted_is_kept_whole() -> None:
    goal = leg_of(stories.train()).destination
    story = with_leg(stories.train(), status=LegStatus.DIVERTED, ended=goal)
    assert one_route(story) is story.routes[0]


@pytest.mark.parametrize("status", [LegStatus.TURNED_BACK, LegStatus.DIVERTED])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"ended": HAMHUNG, "origin": None},
        {"ended": End(toponym_id="t5", place=COUNTRY)},
        {"ended": leg_of(stories.train()).origin},
    ],
)
def test_no_line_is_made_up(status: LegStatus, changes: dict[str, object]) -> None:
    assert drawn_routes(with_leg(without_ways(stories.train()), status=status, **changes)) == ()
    if not changes:
        assert drawn_routes(with_leg(stories.train(), status=status)) == ()


def test_a_straight_line_is_not_cut_but_drawn_to_where_it_went() -> None:
    story = with_leg(stories.train(), status=LegStatus.TURNED_BACK, ended=HAMHUNG, mode=Mode.SEA)
    straight = dataclasses.replace(story.routes[0], kind=RouteKind.GEODESIC)
    route = one_route(dataclasses.replace(story, routes=(straight,)))
    last = shapely.get_coordinates(route.geometry)[-1].tolist()
    assert last == pytest.approx([127.536, 39.917])


def test_a_way_is_drawn_as_the_most_real_journey_along_it() -> None:
    story = stories.train()
    plan = dataclasses.replace(leg_of(story), id="leg0", status=LegStatus.PLANNED)
    journey = dataclasses.replace(story.itineraries[0], legs=(plan, leg_of(story)))
    way = dataclasses.replace(story.routes[0], leg_id="leg0")
    both = dataclasses.replace(story, itineraries=(journey,), routes=(way, *story.routes))
    (line,) = drawn(both).routes
    assert line.status is RouteStatus.MADE
    assert set(line.refs) == {"leg0", "leg1"}
    assert not line.label.startswith("planned")


def looks(spec: MapSpec, theme: str = "light") -> set[tuple[str, ...]]:
    """List how the lines of ways are drawn: width, dashes, ends of dashes."""
    drawing = draw_svg(spec, theme=theme)  # type: ignore[arg-type]
    (group,) = re.findall(r'<g class="dl-drawn-.*?</g>', drawing, re.DOTALL)
    named_values = ("stroke-width", "stroke-dasharray", "stroke-linecap")
    first = re.findall(r"<path[^>]*>", group)[0]
    return {
        tuple(value for name in named_values for value in re.findall(f'{name}="([^"]*)"', first))
    }


@pytest.mark.parametrize("theme", ["light", "dark", "print", "page"])
def test_each_status_has_a_look_of_its_own_in_every_theme(theme: str) -> None:
    statuses = (LegStatus.HAPPENED, LegStatus.PLANNED, LegStatus.HYPOTHETICAL)
    made, planned, possible = (
        looks(drawn(with_leg(stories.train(), status=status)), theme) for status in statuses
    )
    assert len(made | planned | possible) == 3


@pytest.mark.parametrize(
    ("status", "told"),
    [(LegStatus.PLANNED, ">planned<"), (LegStatus.HYPOTHETICAL, ">only possible<")],
)
def test_the_legend_says_what_dots_mean(status: LegStatus, told: str) -> None:
    drawing = draw_svg(drawn(with_leg(stories.train(), status=status)))
    assert told in drawing
    assert told not in draw_svg(drawn(stories.train()))


@pytest.mark.parametrize(
    ("kind", "mode", "told"),
    [
        (RouteKind.ROAD, Mode.ROAD, "; a shorter one may be missing"),
        (RouteKind.RAIL, Mode.RAIL, "; a shorter one may be missing"),
        (RouteKind.SEA, Mode.SEA, ""),  # ships go round the land that there is
    ],
)
def test_a_way_that_leads_far_round_says_so_on_the_map(
    kind: RouteKind, mode: Mode, told: str
) -> None:
    story = with_leg(stories.train(), mode=mode)
    straight_m = distance_m(125.75, 39.02, 131.89, 43.11)
    (line,) = drawn(along(story, kind, 2.2 * straight_m)).routes
    assert line.label.endswith(f" mi{told}")
    (usual,) = drawn(along(story, kind, 1.5 * straight_m)).routes
    assert usual.label.endswith(" mi")


def test_a_way_by_places_that_are_told_is_not_said_to_lead_far_round() -> None:
    story = with_leg(stories.train(), via=(HAMHUNG,))
    (line,) = drawn(along(story, RouteKind.RAIL, 3_000_000.0)).routes
    assert line.label.endswith(" mi")


def test_who_was_diverted_is_drawn_along_the_way_to_where_that_led() -> None:
    story = with_leg(stories.train(), status=LegStatus.DIVERTED, ended=FAR)
    there = dataclasses.replace(
        story.routes[0], geometry=shapely.LineString([(125.75, 39.02), (130, 40), (141.35, 43.06)])
    )
    assert one_route(dataclasses.replace(story, courses=(there,))) is there
    assert one_route(story).kind is RouteKind.GEODESIC
    reached = with_leg(stories.train(), status=LegStatus.TURNED_BACK, ended=HAMHUNG)
    cut = one_route(dataclasses.replace(reached, courses=(there,)))
    assert cut.distance_m < story.routes[0].distance_m  # it passes there: cut, and not led anew


def along(story: Analysis, kind: RouteKind, length_m: float) -> Analysis:
    """Give the story's only way another length."""
    way = dataclasses.replace(
        story.routes[0], kind=kind, distance_m=length_m, low_m=length_m, high_m=length_m
    )
    return dataclasses.replace(story, routes=(way,))
