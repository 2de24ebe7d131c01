"""The whole line on our own two stories: what a reader must see in them, and any text at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from geo.contracts import (
    Analysis,
    Claim,
    ClaimKind,
    Geocode,
    Interpretation,
    Leg,
    LegStatus,
    Mode,
    RouteKind,
    Sense,
    Source,
    Toponym,
    ToponymKind,
    Verdict,
)
from geo.contracts.units import M_PER_MILE
from geo.errors import ArticleError
from geo.pipeline import STAGES, Step, analyse

if TYPE_CHECKING:
    from geo.pipeline import Services


class Story:
    """An analysis with the look-ups that the tests need."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    def toponyms(self, words: str) -> list[Toponym]:
        return [t for t in self.analysis.toponyms if t.span.text == words]

    def geocode(self, words: str) -> Geocode:
        (toponym, *_) = self.toponyms(words)
        return next(g for g in self.analysis.geocodes if g.toponym_id == toponym.id)

    def place_name(self, words: str) -> str:
        place = self.geocode(words).place
        assert place is not None
        return place.name

    def leg_to(self, name: str, *, when: str = "") -> Leg:
        return next(
            leg
            for leg in self.analysis.legs
            if leg.destination
            and leg.destination.place.name == name
            and when in " ".join(w.text for w in (leg.departed, leg.arrived) if w)
        )

    def claim(self, words: str) -> Claim:
        return next(c for c in self.analysis.claims if words in c.quantity.span.text)

    def verdict(self, words: str) -> tuple[Verdict, bool]:
        check = self.check(words)
        return check.verdict, bool(check.only_if)

    def check(self, words: str):  # noqa: ANN201
        claim = self.claim(words)
        return next(c for c in self.analysis.checks if c.claim_id == claim.id)

    def reading(self, words: str, name: str) -> Interpretation:
        return next(r for r in self.check(words).readings if name in r.name)


@pytest.fixture(scope="module")
def train_story(services: Services, train: str) -> Story:
    return Story(analyse(Source(text=train), services))


@pytest.fixture(scope="module")
def ship_story(services: Services, ship: str) -> Story:
    return Story(analyse(Source(text=ship), services))


def test_the_line_tells_how_far_it_is(services: Services, train: str) -> None:
    steps: list[Step] = []
    analyse(Source(text=train), services, progress=steps.append)
    assert tuple(step.stage for step in steps) == STAGES
    assert [step.number for step in steps] == list(range(1, len(STAGES) + 1))
    assert all(step.found for step in steps)


class TestTrain:
    def test_places_where_something_happens(self, train_story: Story) -> None:
        for words in ("Pyongyang", "Vladivostok", "the North Korean capital"):
            assert train_story.toponyms(words)[0].sense is Sense.LITERAL
        assert train_story.place_name("the North Korean capital") == "Pyongyang"
        vladivostok = train_story.geocode("Vladivostok")
        assert vladivostok.place is not None
        assert (round(vladivostok.place.lon), round(vladivostok.place.lat)) == (132, 43)
        assert vladivostok.probability > 0.9
        assert vladivostok.evidence

    def test_the_border_is_a_line(self, train_story: Story) -> None:
        (border, *_) = [
            t for t in train_story.analysis.toponyms if "Russia–North Korea border" in t.span.text
        ]
        assert border.kind is ToponymKind.DESCRIPTION
        place = train_story.geocode(border.span.text).place
        assert place is not None
        assert place.feature_code == "BDR"
        assert place.extent is not None
        assert place.extent.geom_type in {"LineString", "MultiLineString"}

    @pytest.mark.parametrize("words", ["Kremlin", "Moscow", "Pentagon", "Washington"])
    def test_governments_that_speak_stand_apart(self, train_story: Story, words: str) -> None:
        found = [t for t in train_story.analysis.toponyms if words in t.span.text]
        assert found
        assert all(t.sense is Sense.ASSOCIATIVE for t in found)

    @pytest.mark.parametrize(
        "words", ["Ryder", "Pat", "Shoigu", "London", "Oxford", "Astana", "Pak"]
    )
    def test_people_and_what_is_not_the_story_are_no_places(
        self, train_story: Story, words: str
    ) -> None:
        assert not [t for t in train_story.analysis.toponyms if words in t.span.text]

    def test_the_journey(self, train_story: Story) -> None:
        leg = train_story.leg_to("Vladivostok", when="Sunday")
        assert "Kim" in leg.traveller
        assert leg.origin is not None
        assert leg.origin.place.name == "Pyongyang"
        assert leg.mode is Mode.RAIL
        assert leg.departed is not None
        assert "Sunday evening" in leg.departed.text
        assert leg.arrived is not None
        assert "Tuesday or Wednesday" in leg.arrived.text
        assert leg.status in {LegStatus.REPORTED, LegStatus.UNDER_WAY}
        assert leg.stop is not None
        assert [end.place.feature_code for end in leg.via] == ["BDR"]

    def test_other_journeys_keep_their_unknown_start(self, train_story: Story) -> None:
        july = train_story.leg_to("Pyongyang", when="July")
        assert "Shoigu" in july.traveller
        assert july.origin is None
        assert july.status is LegStatus.HAPPENED
        before = train_story.leg_to("Vladivostok", when="2019")
        assert before.origin is None
        assert len(train_story.analysis.itineraries) == 3

    def test_the_railway(self, train_story: Story) -> None:
        leg = train_story.leg_to("Vladivostok", when="Sunday")
        routes = {r.kind: r for r in train_story.analysis.routes if r.leg_id == leg.id}
        assert routes[RouteKind.GEODESIC].distance_m == pytest.approx(684_500, rel=0.005)
        rail = routes[RouteKind.RAIL]
        assert rail.distance_m == pytest.approx(1_180_000, rel=0.02)
        assert rail.low_m < rail.distance_m < rail.high_m
        names = [waypoint.name for waypoint in rail.waypoints]
        order = ["Kowon", "Hamhung", "Chongjin", "Rajin", "Tumangang", "Khasan"]
        found = [next(i for i, name in enumerate(names) if part in name) for part in order]
        assert found == sorted(found)
        assert any("1,520" in waypoint.note for waypoint in rail.waypoints)
        assert rail.source
        assert rail.attribution

    def test_eighty_miles_hold_to_the_line_of_the_border(self, train_story: Story) -> None:
        assert train_story.claim("80 miles").kind is ClaimKind.SEPARATION
        assert train_story.verdict("80 miles") == (Verdict.SUPPORTED, False)
        reading = next(r for r in train_story.check("80 miles").readings if r.fits)
        assert 77 * M_PER_MILE < reading.low_si <= reading.high_si < 90 * M_PER_MILE
        assert reading.geometry is not None

    def test_683_miles_are_seen_both_ways(self, train_story: Story) -> None:
        assert train_story.claim("683").kind is ClaimKind.ROUTE_LENGTH
        check = train_story.check("683")
        assert check.verdict is Verdict.SUPPORTED
        assert check.only_if
        assert "1,099 km" in check.reason
        assert "7 %" in check.reason
        assert "68" in check.reason  # the straight line, 684 km

    def test_hours_and_speed_agree_with_each_other(self, train_story: Story) -> None:
        hours, speed = train_story.check("20 hours"), train_story.check("60 km/h")
        assert hours.verdict is speed.verdict is Verdict.SUPPORTED
        assert train_story.claim("60 km/h").id in hours.judged_with
        assert "18.3" in hours.reason + speed.reason


class TestShip:
    def test_the_voyage(self, ship_story: Story) -> None:
        leg = ship_story.leg_to("Callao")
        assert leg.origin is not None
        assert leg.origin.place.name == "Valparaíso"
        assert leg.origin.place.country_code == "CL"
        assert leg.mode is Mode.SEA
        assert not [end for end in leg.via if end.place.name == "Antofagasta"]

    def test_the_lorries_and_the_minister(self, ship_story: Story) -> None:
        lorries = ship_story.leg_to("Piura")
        assert lorries.origin is not None
        assert lorries.origin.place.name == "Lima"
        assert lorries.mode is Mode.ROAD
        minister = ship_story.leg_to("Lima")
        assert minister.mode is Mode.AIR
        assert minister.origin is None or minister.origin.inferred

    def test_what_holds_and_what_does_not(self, ship_story: Story) -> None:
        assert ship_story.check("1,300 nautical miles").verdict is Verdict.SUPPORTED
        assert ship_story.check("four days").verdict is Verdict.SUPPORTED
        assert ship_story.check("14 knots").verdict is Verdict.SUPPORTED
        assert ship_story.check("980 km").verdict is Verdict.SUPPORTED
        assert ship_story.check("95 miles").verdict is Verdict.REFUTED

    def test_teams_are_no_places(self, ship_story: Story) -> None:
        assert not ship_story.toponyms("Everton")
        text = ship_story.analysis.article.text
        team = text.index("Santiago Wanderers")
        assert not [
            t
            for t in ship_story.analysis.toponyms
            if t.span.start == team and t.sense is Sense.LITERAL
        ]


@pytest.mark.parametrize("story", ["train_story", "ship_story"])
def test_every_value_stands_on_the_article(request: pytest.FixtureRequest, story: str) -> None:
    analysis: Analysis = request.getfixturevalue(story).analysis
    text = analysis.article.text
    spans = [t.span for t in analysis.toponyms]
    spans += [claim.span for claim in analysis.claims]
    spans += [claim.quantity.span for claim in analysis.claims]
    spans += [e.span for leg in analysis.legs for e in leg.evidence if e.span]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert [g.toponym_id for g in analysis.geocodes] == [t.id for t in analysis.toponyms]
    assert [c.claim_id for c in analysis.checks] == [c.id for c in analysis.claims]
    assert all(check.reason for check in analysis.checks)
    assert all(g.evidence and g.place.source for g in analysis.geocodes if g.place)
    assert Analysis.from_json(analysis.to_json()).to_json() == analysis.to_json()


WORDS = (
    "The train left Pyongyang for Vladivostok , Paris Texas ’s . “ ” US 80 miles km from the",
    "border of Russia and North Korea in 20 hours at 60 km/h on Sunday Mr Jordan said Reading to",
    "by ship \n\n <script> {{x}} \u202e Моscow 서울 St. — half a",
)
PIECES = st.sampled_from(" ".join(WORDS).split(" "))


@hypothesis_settings(max_examples=150)
@given(st.one_of(st.lists(PIECES, max_size=60).map(" ".join), st.text(max_size=200)))
def test_any_text_is_analysed_or_refused_in_words(services: Services, text: str) -> None:
    try:
        analysis = analyse(Source(text=text), services)
    except ArticleError:
        return
    for geocode in analysis.geocodes:
        if geocode.place:
            assert -180 <= geocode.place.lon <= 180
            assert -90 <= geocode.place.lat <= 90
        assert 0 <= geocode.probability <= 1
    assert Analysis.from_json(analysis.to_json()).to_json() == analysis.to_json()


def test_this_town_is_where_the_story_is_written(services: Services) -> None:
    text = (
        "AVEIRO, Portugal (AP) — Some 40 pilgrims set off on foot from this town near the Spanish "
        "border for Santiago de Compostela on Sunday."
    )
    (leg,) = analyse(Source(text=text), services).legs
    assert leg.origin is not None
    assert leg.origin.place.name == "Aveiro"
