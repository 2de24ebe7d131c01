from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from geo.contracts import (
    NOT_UNDERSTOOD,
    Analysis,
    End,
    Evidence,
    Leg,
    LegStatus,
    Mode,
    Problem,
    Route,
    RouteKind,
    Sense,
    Verdict,
    When,
)
from geo.maps.build.article_map import make_spec
from geo.maps.spec.model import (
    Manner,
    MapSpec,
    PlaceKind,
    RouteStatus,
    Tone,
    VerdictSign,
    spec_schema,
)
from geo.maps.spec.polyline import decode
from tests.maps import stories

if TYPE_CHECKING:
    from geo.maps.spec.model import MapPlace

DAY = date(2026, 11, 24)


def drawn(analysis: Analysis) -> MapSpec:
    return make_spec(analysis, stories.PlainBasemap(), stories.FewCities(), checked=DAY)


@pytest.fixture(scope="module")
def spec() -> MapSpec:
    return drawn(stories.train())


def named(spec: MapSpec, name: str) -> MapPlace:
    """Find a sign by the gazetteer's name, which may stand behind the article's."""
    return next(
        place for place in spec.places if name in {place.name, place.name[:-1].split("(")[-1]}
    )


def leg_of(analysis: Analysis) -> Leg:
    return next(iter(analysis.legs))


def with_leg(analysis: Analysis, **changes: object) -> Analysis:
    leg = dataclasses.replace(leg_of(analysis), **changes)  # type: ignore[arg-type]
    journey = dataclasses.replace(analysis.itineraries[0], legs=(leg,))
    return dataclasses.replace(analysis, itineraries=(journey,))


def test_the_result_stands_in_one_line(spec: MapSpec) -> None:
    assert "".join(phrase.text for phrase in spec.result) == (
        "2 of 3 figures hold; 1 holds only in one reading. 2\u00a0places, 1\u00a0journey."
    )
    assert [phrase.text for phrase in spec.result if phrase.strong] == ["2 of 3", "1"]
    assert spec.title == stories.TITLE


def test_places_are_one_sign_each_with_what_happens_there(spec: MapSpec) -> None:
    assert [(place.name, place.kind, place.second) for place in spec.places] == [
        ("Pyongyang", PlaceKind.STORY, "left Sunday evening"),
        ("Vladivostok", PlaceKind.STORY, "expected Tuesday or Wednesday"),
        ("Moscow", PlaceKind.ASSOCIATIVE, ""),
        ("Tumangang – Khasan", PlaceKind.STOP, "border; gauge 1,435 → 1,520 mm"),
    ]
    assert named(spec, "Pyongyang").refs == ("t1", "t3")
    mention = named(spec, "Pyongyang").mentions[1]
    assert (mention.before, mention.text) == ("The train left ", "Pyongyang")
    assert mention.after.startswith(" on Sunday evening and")
    assert mention.after.endswith("…")


def test_the_route_is_drawn_once_with_its_length_in_both_units(spec: MapSpec) -> None:
    (route,) = spec.routes
    assert (route.label, route.kind) == ("rail, about 1,180 km · 733 mi", "rail")
    assert route.inferred
    assert route.discs == (2, 3)
    points = decode(route.lines[0], spec.basemap.grid)
    assert np.allclose(points[0], (125.738, 39.005), atol=spec.basemap.grid.step)
    assert np.allclose(points[-1], (131.883, 43.111), atol=spec.basemap.grid.step)


def test_a_distance_is_drawn_as_a_line_with_the_true_figure(spec: MapSpec) -> None:
    (measure,) = spec.measures
    assert (measure.disc, measure.label) == (1, "about 79 mi · 128 km")
    assert spec.claim_cards[0].tone is measure.tone is Tone.MEASURE
    assert measure.id in spec.claim_cards[0].targets


def test_claims_judged_together_share_a_card_with_the_articles_words(spec: MapSpec) -> None:
    assert [(card.number, card.quote, card.sign) for card in spec.claim_cards] == [
        (1, "just 80 miles from the Russia–North Korea border", VerdictSign.HOLDS),
        (2, "The 683 miles to Vladivostok", VerdictSign.ONLY_IF),
        (
            3,
            "about 20 hours, at a speed of about 60 km/h, with a long stop at the border",
            VerdictSign.HOLDS,
        ),
    ]
    assert spec.claim_cards[2].refs == ("c3", "c4")
    assert spec.claim_cards[2].sentence.count("18.3 h") == 1
    assert spec.claim_cards[1].tone is spec.routes[0].tone
    assert "by rail: 715–752 mi · 1,150–1,210 km, does not fit" in spec.claim_cards[1].readings


def test_the_words_say_what_they_are_evidence_for(spec: MapSpec) -> None:
    assert [paragraph.kind for paragraph in spec.paragraphs] == ["headline", "body", "body"]
    said = "".join(segment.text for segment in spec.paragraphs[1].segments)
    assert said == stories.FIRST
    marks = {segment.text: segment.targets for segment in spec.paragraphs[1].segments}
    assert marks["Pyongyang"] == ("place-1", "journey-1", "route-1")
    assert marks["just 80 miles from the Russia–North Korea border"] == ("claim-1",)
    assert spec.left_out == 1


def test_credits_name_each_source_once(spec: MapSpec) -> None:
    assert spec.credits == (
        "Borders: drawn for a test. Places: GeoNames (CC BY 4.0). Routes: © OpenStreetMap "
        "contributors (ODbL). Route inferred from the article’s words. Checked 24 November 2026."
    )
    assert any("curated from railway maps" in source for source in spec.sources)


def test_cities_help_and_do_not_crowd(spec: MapSpec) -> None:
    names = [city.name for city in spec.basemap.cities]
    assert names[:2] == ["Hamhung", "Chongjin"]  # along the route, the larger first
    assert {"Shenyang", "Changchun"} <= set(names)
    assert not {"Pyongyang", "Vladivostok", "Busan"} & set(names)


def test_the_ground_is_small_and_marks_the_storys_countries(spec: MapSpec) -> None:
    assert [(land.code, land.story) for land in spec.basemap.lands] == [("KP", True)]
    box = spec.basemap.bounds
    assert box.west < spec.frame.west < spec.frame.east < box.east
    assert len(spec.to_json()) < 20_000


def test_the_json_comes_back_and_fits_its_schema(spec: MapSpec) -> None:
    assert MapSpec.from_json(spec.to_json()) == spec
    assert spec_schema()["$ref"].endswith("MapSpec")


def test_a_way_that_several_journeys_take_is_drawn_once() -> None:
    story = stories.train()
    again = dataclasses.replace(
        leg_of(story), id="leg2", departed=None, arrived=None, status=LegStatus.HAPPENED
    )
    journeys = (
        *story.itineraries,
        dataclasses.replace(story.itineraries[0], id="i2", legs=(again,)),
    )
    routes = (*story.routes, dataclasses.replace(story.routes[0], leg_id="leg2"))
    spec = drawn(dataclasses.replace(story, itineraries=journeys, routes=routes))
    (route,) = spec.routes
    assert route.refs == ("leg1", "leg2")
    assert "The article tells of 2 journeys along it." in route.note
    assert named(spec, "Vladivostok").second == "expected Tuesday or Wednesday"


def test_a_denied_journey_is_not_drawn() -> None:
    spec = drawn(with_leg(stories.train(), status=LegStatus.DENIED))
    assert spec.routes == ()
    assert named(spec, "Pyongyang").second == ""
    assert spec.claim_cards[1].tone is Tone.NONE


def test_a_supposed_journey_is_grey_and_asks_for_no_room() -> None:
    story = with_leg(stories.train(), status=LegStatus.HYPOTHETICAL)
    spec = drawn(story)
    assert [(line.status, line.tone) for line in spec.routes] == [(RouteStatus.POSSIBLE, Tone.NONE)]
    far = dataclasses.replace(
        leg_of(story),
        id="leg2",
        status=LegStatus.DENIED,
        destination=End(toponym_id="t6", place=stories.MOSCOW),
    )
    journeys = (*story.itineraries, dataclasses.replace(story.itineraries[0], legs=(far,)))
    toponyms = (*story.toponyms[:5], dataclasses.replace(story.toponyms[5], sense=Sense.LITERAL))
    wide = drawn(
        dataclasses.replace(story, itineraries=journeys, toponyms=toponyms, routes=(), checks=())
    )
    assert wide.frame.west == pytest.approx(125.7543)


def test_a_journey_of_long_ago_asks_for_no_room_beside_the_news() -> None:
    story = stories.train()
    day = date(2019, 4, 24)
    past = dataclasses.replace(
        leg_of(story),
        id="leg2",
        destination=End(toponym_id="t6", place=stories.MOSCOW),
        departed=When(text="in April 2019", earliest=day, latest=day),
        arrived=None,
    )
    line = shapely.LineString([(125.75, 39.03), (37.62, 55.75)])
    journeys = (*story.itineraries, dataclasses.replace(story.itineraries[0], legs=(past,)))
    routes = (*story.routes, dataclasses.replace(story.routes[0], leg_id="leg2", geometry=line))
    article = dataclasses.replace(story.article, published=date(2023, 9, 11))
    both = dataclasses.replace(story, article=article, itineraries=journeys, routes=routes)
    assert drawn(both).frame.west > 100.0
    assert {route.refs for route in drawn(both).routes} == {("leg1",), ("leg2",)}
    alone = dataclasses.replace(both, itineraries=journeys[1:], routes=routes[1:])
    assert drawn(alone).frame.west < 40.0
    undated = dataclasses.replace(both, article=dataclasses.replace(article, published=None))
    assert drawn(undated).frame.west < 40.0


def test_the_real_way_is_drawn_and_not_the_straight_line_beside_it() -> None:
    story = stories.train()
    straight = Route(
        leg_id="leg1",
        geometry=shapely.LineString([(125.75, 39.03), (131.87, 43.1)]),
        distance_m=684_000.0,
        low_m=680_000.0,
        high_m=689_000.0,
        kind=RouteKind.GEODESIC,
    )
    both = drawn(dataclasses.replace(story, routes=(straight, *story.routes)))
    assert [route.kind for route in both.routes] == ["rail"]
    alone = drawn(dataclasses.replace(story, routes=(straight,)))
    (line,) = alone.routes
    assert line.label == "straight line about 684 km · 425 mi; the way by rail is longer"
    assert line.manner is Manner.STAND_IN
    assert "the way taken is not known" in line.note
    flown = drawn(with_leg(dataclasses.replace(story, routes=(straight,)), mode=Mode.AIR))
    assert [(line.kind, line.manner) for line in flown.routes] == [("air", Manner.TAKEN)]
    assert flown.routes[0].label == "straight line, about 684 km · 425 mi"
    walked = drawn(with_leg(dataclasses.replace(story, routes=(straight,)), mode=Mode.FOOT))
    assert walked.routes[0].label.endswith("; the way on foot is longer")


def test_a_measured_line_that_is_a_route_too_is_drawn_as_the_route() -> None:
    story = stories.train()
    reading = story.checks[0].readings[0]
    line = dataclasses.replace(
        reading, geometry=shapely.LineString([(131.87, 43.1), (125.75, 39.03)])
    )
    check = dataclasses.replace(story.checks[0], readings=(line,))
    spec = drawn(dataclasses.replace(story, checks=(check, *story.checks[1:])))
    assert spec.measures == ()
    assert spec.claim_cards[0].tone is Tone.ROUTE_1
    assert spec.routes[0].discs == (1, 2, 3)


def test_a_verdict_has_a_sign_and_a_word_whatever_it_is() -> None:
    story = stories.train()
    for verdict, sign, told in (
        (Verdict.REFUTED, VerdictSign.FAILS, "does not hold"),
        (Verdict.NOT_ENOUGH_INFO, VerdictSign.UNKNOWN, "could not be checked"),
    ):
        check = dataclasses.replace(story.checks[0], verdict=verdict, readings=())
        spec = drawn(dataclasses.replace(story, checks=(check,)))
        (card,) = spec.claim_cards
        assert (card.sign, card.word) == (sign, sign.value)
        assert spec.measures == ()
        said = "".join(phrase.text for phrase in spec.result)
        assert said.startswith(f"The one figure {told}. ")


def test_the_line_counts_what_fails_as_well() -> None:
    story = stories.train()
    checks = [
        dataclasses.replace(check, verdict=Verdict.REFUTED, only_if="")
        for check in story.checks[:3]
    ]
    spec = drawn(dataclasses.replace(story, checks=tuple(checks)))
    said = "".join(phrase.text for phrase in spec.result)
    assert said.startswith("2 of 2 figures do not hold. ")


def test_the_line_never_says_that_none_holds_where_that_is_not_known() -> None:
    story = stories.train()
    checks = [
        dataclasses.replace(check, verdict=Verdict.NOT_ENOUGH_INFO, only_if="")
        for check in story.checks[:2]
    ]
    seen = Problem(stage="claims", code=NOT_UNDERSTOOD, message="“9 km” was seen.")
    spec = drawn(dataclasses.replace(story, checks=tuple(checks), problems=(seen,)))
    said = "".join(phrase.text for phrase in spec.result)
    assert said.startswith("2 of 2 figures could not be checked; 1 more was seen but not under")
    bare = drawn(Analysis(article=story.article, problems=(seen, seen)))
    said = "".join(phrase.text for phrase in bare.result)
    assert said.startswith("2\u00a0figures were seen but not understood. ")


def test_without_claims_or_places_there_is_still_a_map() -> None:
    story = stories.train()
    empty = Analysis(article=story.article, problems=(Problem(stage="x", code="y", message="Hm."),))
    spec = drawn(empty)
    assert spec.places == spec.routes == spec.claim_cards == ()
    assert "".join(phrase.text for phrase in spec.result).startswith("No figures to check.")
    assert spec.problems == ("Hm.",)
    assert spec.frame.east - spec.frame.west > 200


def test_doubt_and_regions_have_signs_of_their_own() -> None:
    story = stories.train()
    unsure = dataclasses.replace(story.geocodes[0], probability=0.3)
    unsure2 = dataclasses.replace(story.geocodes[2], probability=0.4)
    region = stories.place(
        "Primorye",
        134.0,
        45.0,
        feature_class="A",
        feature_code="ADM1",
        extent=shapely.box(131, 42.5, 138, 48),
    )
    area = dataclasses.replace(story.geocodes[1], place=region)
    toponyms = (
        *story.toponyms[:4],
        dataclasses.replace(story.toponyms[4], sense=Sense.ASSOCIATIVE),
        story.toponyms[5],
    )
    spec = drawn(
        dataclasses.replace(
            story,
            toponyms=toponyms,
            geocodes=(unsure, area, unsure2, *story.geocodes[3:]),
        )
    )
    assert named(spec, "Pyongyang").kind is PlaceKind.UNCERTAIN
    assert named(spec, "Pyongyang").radius_m > 0
    assert named(spec, "Primorye").kind is PlaceKind.REGION
    assert len(named(spec, "Primorye").outline) == 1


def test_a_far_place_does_not_widen_the_map_of_a_journey(spec: MapSpec) -> None:
    story = stories.train()
    far = stories.place("Lima", -77.04, -12.05)
    geocodes = (*story.geocodes[:5], dataclasses.replace(story.geocodes[5], place=far))
    toponyms = (*story.toponyms[:5], dataclasses.replace(story.toponyms[5], sense=Sense.LITERAL))
    wide = drawn(dataclasses.replace(story, geocodes=geocodes, toponyms=toponyms))
    assert wide.frame == spec.frame
    assert named(wide, "Lima").kind is PlaceKind.STORY
    assert wide.result[-1].text.endswith("Outside this view: Moscow (Lima).")


@pytest.mark.parametrize(("sure", "is_shown"), [(0.9, True), (0.5, False)])
def test_a_far_place_that_the_headline_names_is_in_view(sure: float, *, is_shown: bool) -> None:
    story = stories.train()
    far = stories.place("Lima", -77.04, -12.05)
    last = story.toponyms[5]
    above = dataclasses.replace(last, sense=Sense.LITERAL, span=story.article.blocks[0].span)
    geocode = dataclasses.replace(story.geocodes[5], place=far, probability=sure)
    wide = drawn(
        dataclasses.replace(
            story,
            toponyms=(*story.toponyms[:5], above),
            geocodes=(*story.geocodes[:5], geocode),
        )
    )
    assert ("Outside this view" in wide.result[-1].text) is not is_shown
    # Longitudes run on over 180 degrees: the train's part of the world lies next to Lima's.
    assert (wide.frame.east - wide.frame.west > 100) is is_shown


def test_places_alone_make_the_frame() -> None:
    story = dataclasses.replace(stories.train(), routes=(), checks=())
    frame = drawn(story).frame
    assert frame.west == pytest.approx(125.7543)
    assert frame.north == pytest.approx(43.1056)


def test_a_stop_beside_a_place_of_the_story_is_that_place() -> None:
    story = stories.train()
    crossing = stories.place("Khasan", 130.64, 42.42, feature_code="PPL")
    geocodes = (*story.geocodes[:5], dataclasses.replace(story.geocodes[5], place=crossing))
    toponyms = (*story.toponyms[:5], dataclasses.replace(story.toponyms[5], sense=Sense.LITERAL))
    spec = drawn(dataclasses.replace(story, geocodes=geocodes, toponyms=toponyms))
    assert named(spec, "Khasan").kind is PlaceKind.STOP
    assert named(spec, "Khasan").second == "border; gauge 1,435 → 1,520 mm"
    assert not any(place.name.startswith("Tumangang") for place in spec.places)


def test_a_long_quotation_ends_at_a_word() -> None:
    story = stories.train()
    start = stories.TEXT.index("on Tuesday or")
    end = stories.TEXT.index("with a long stop")
    claim = dataclasses.replace(story.claims[0], span=stories.span(stories.TEXT[start:end]))
    spec = drawn(dataclasses.replace(story, claims=(claim,), checks=story.checks[:1]))
    assert spec.claim_cards[0].quote.endswith(" …")
    assert len(spec.claim_cards[0].quote) < 190


def test_evidence_without_words_marks_nothing() -> None:
    story = with_leg(stories.train(), evidence=(Evidence(reason="by inference"),))
    spec = drawn(story)
    targets = {
        name for paragraph in spec.paragraphs for s in paragraph.segments for name in s.targets
    }
    assert "route-1" not in targets


def test_regions_without_an_outline_are_named_as_not_drawn() -> None:
    story = stories.train()
    county = stories.place("Graves County", 134.0, 45.0, feature_class="A", feature_code="ADM2")
    geocodes = (story.geocodes[0], dataclasses.replace(story.geocodes[1], place=county))
    spec = drawn(dataclasses.replace(story, geocodes=(*geocodes, *story.geocodes[2:])))
    (told,) = [words for words in spec.problems if "for want of an outline" in words]
    assert "Graves County" in told
    assert all("outline" not in words for words in drawn(story).problems)
