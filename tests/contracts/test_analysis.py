from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
import shapely

from geo.contracts import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Candidate,
    Check,
    Claim,
    ClaimKind,
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
    Problem,
    Quantity,
    Route,
    RouteKind,
    Sense,
    Span,
    Subject,
    Toponym,
    ToponymKind,
    Verdict,
    analysis_schema,
)
from geo.errors import ArticleError

TEXT = "Oslo lies 5 km from Bergen."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def full_analysis() -> Analysis:
    """Build an analysis in which every contract occurs; its figures mean nothing."""
    oslo = Place(
        gazetteer="geonames",
        feature_id="3143244",
        name="Oslo",
        lon=10.74609,
        lat=59.91273,
        feature_class="P",
        feature_code="PPLC",
        country_code="NO",
        population=580_000,
        extent=shapely.Polygon([(10, 59), (11, 59), (11, 60), (10, 59)]),
        source="GeoNames (CC BY 4.0)",
    )
    end = End(toponym_id="t1", place=oslo, evidence=(Evidence(reason="named", span=span("Oslo")),))
    line = shapely.LineString([(10.1234567, 59.0), (11.0, 60.0)])
    quantity = Quantity(
        value=5,
        unit="km",
        dimension=Dimension.LENGTH,
        value_si=5000,
        low_si=4500,
        high_si=5500,
        hedge=Hedge.NONE,
        span=span("5 km"),
    )
    article = Article(
        id="0" * 16,
        title="Oslo",
        text=TEXT,
        blocks=(Block(kind=BlockKind.BODY, span=span(TEXT)),),
        sentences=(span(TEXT),),
    )
    return Analysis(
        article=article,
        toponyms=(
            Toponym(
                id="t1",
                span=span("Oslo"),
                kind=ToponymKind.NAME,
                sense=Sense.LITERAL,
                name="Oslo",
            ),
        ),
        geocodes=(
            Geocode(
                toponym_id="t1",
                place=oslo,
                alternatives=(Candidate(place=replace(oslo, extent=None), probability=0.1),),
                probability=0.9,
            ),
        ),
        itineraries=(
            Itinerary(
                id="j1",
                legs=(
                    Leg(
                        id="j1.1",
                        traveller="",
                        origin=end,
                        destination=None,
                        mode=Mode.RAIL,
                        status=LegStatus.PLANNED,
                    ),
                ),
            ),
        ),
        routes=(
            Route(
                leg_id="j1.1",
                geometry=line,
                distance_m=1.0,
                low_m=0.5,
                high_m=2.0,
                kind=RouteKind.GEODESIC,
            ),
        ),
        claims=(
            Claim(
                id="c1",
                kind=ClaimKind.SEPARATION,
                subject=Subject(toponym_ids=("t1",)),
                quantity=quantity,
                span=span("5 km from Bergen"),
            ),
        ),
        checks=(
            Check(
                claim_id="c1",
                verdict=Verdict.REFUTED,
                readings=(
                    Interpretation(
                        name="straight line", low_si=1, high_si=2, fits=False, geometry=line
                    ),
                ),
                reason="It is farther.",
            ),
        ),
        problems=(Problem(stage="resolve", code="x", message="Bergen could not be placed."),),
    )


def test_json_goes_round() -> None:
    once = Analysis.from_json(full_analysis().to_json())
    again = Analysis.from_json(once.to_json(indent=2))
    assert again == once
    assert again.article == full_analysis().article
    assert again.claims == full_analysis().claims


def test_geometries_are_geojson_rounded_to_a_metre() -> None:
    raw = json.loads(full_analysis().to_json())
    assert raw["routes"][0]["geometry"] == {
        "type": "LineString",
        "coordinates": [[10.12346, 59.0], [11.0, 60.0]],
    }


def test_an_extent_stands_once_and_comes_back_to_every_place_that_had_it() -> None:
    analysis = full_analysis()
    raw = json.loads(analysis.to_json())
    assert list(raw["extents"]) == ["geonames:3143244"]
    assert raw["geocodes"][0]["place"]["extent"] == "geonames:3143244"
    assert raw["geocodes"][0]["alternatives"][0]["place"]["extent"] is None
    again = Analysis.from_json(analysis.to_json())
    assert again.geocodes == analysis.geocodes
    assert again.itineraries == analysis.itineraries


def test_the_schema_describes_what_is_written() -> None:
    schema = analysis_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(full_analysis().to_json()), schema)
    broken = json.loads(full_analysis().to_json())
    del broken["article"]["text"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("{}", "not an analysis"),
        ("[]", "not an analysis"),
        ("nonsense", "not an analysis"),
        (b"\xff\xfe", "not an analysis"),
        (
            full_analysis().to_json().replace('"LineString"', '"Scribble"'),
            "not an analysis",
        ),
        (
            full_analysis().to_json().replace('"schema_version":1', '"schema_version":99'),
            "schema version 99",
        ),
    ],
)
def test_what_is_no_analysis_is_refused_in_words(raw: str | bytes, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        Analysis.from_json(raw)


def test_legs_and_placed() -> None:
    analysis = full_analysis()
    assert [leg.id for leg in analysis.legs] == ["j1.1"]
    assert analysis.is_placed
    assert not replace(analysis, geocodes=(Geocode(toponym_id="t1", place=None),)).is_placed


def test_what_has_no_pin() -> None:
    place = full_analysis().geocodes[0].place
    assert place is not None
    assert not place.is_area
    assert replace(place, feature_class="A", feature_code="PCLI").is_area
    assert replace(place, feature_class="H", feature_code="SEA").is_area


def test_spans() -> None:
    assert span(TEXT).covers(span("Oslo"))
    assert not span("Oslo").covers(span(TEXT))
    assert span("Oslo lies").overlaps(span("lies 5"))
    assert not span("Oslo").overlaps(span("Bergen"))
