"""The name on the map is the one that the reader finds in the article."""

from __future__ import annotations

import pytest

from geo.contracts import Place, Sense, Span, Toponym, ToponymKind
from geo.maps.build.display_names import is_spelled_apart, shown_name


def place(name: str) -> Place:
    return Place(
        gazetteer="geonames",
        feature_id="1",
        name=name,
        lon=1.0,
        lat=2.0,
        feature_class="P",
        feature_code="PPL",
        country_code="XX",
        source="GeoNames",
    )


def toponym(text: str, kind: ToponymKind = ToponymKind.NAME, name: str = "") -> Toponym:
    span = Span(start=0, end=len(text), text=text)
    return Toponym(id="t1", span=span, kind=kind, sense=Sense.LITERAL, name=name or text)


@pytest.mark.parametrize(
    ("words", "known", "shown"),
    [
        ("Khan Younis", "Khān Yūnis", "Khan Younis"),
        ("Izmir", "İzmir", "Izmir"),
        ("Kiev", "Kyiv", "Kiev"),
        ("Saigon", "Ho Chi Minh City", "Saigon (Ho Chi Minh City)"),
        ("Donetsk", "Donetsk Oblast", "Donetsk Oblast"),
        ("LA", "Los Angeles", "Los Angeles"),
        ("St. Petersburg", "Saint Petersburg", "Saint Petersburg"),
        ("SEOUL", "Seoul", "Seoul"),
        ("KHAN YOUNIS", "Khān Yūnis", "Khan Younis"),
        ("the Switch City of the West", "Wellington-on-Sea", "Wellington-on-Sea"),
    ],
)
def test_a_name_is_spelled_as_in_the_article(words: str, known: str, shown: str) -> None:
    assert shown_name(place(known), [toponym(words)]) == shown


def test_the_usual_spelling_of_several_counts() -> None:
    mentions = [toponym("Lesvos"), toponym("Lesbos Island"), toponym("Lesvos")]
    assert shown_name(place("Lésbos"), mentions) == "Lesvos"
    assert shown_name(place("Lesvos"), mentions) == "Lesvos"


def test_words_that_are_no_name_name_nothing() -> None:
    capital = toponym("the Syrian capital", ToponymKind.DESCRIPTION, "Syria")
    assert shown_name(place("Damascus"), [capital]) == "Damascus"


def test_another_spelling_is_told_and_accents_are_not() -> None:
    assert is_spelled_apart("Khan Younis", place("Khān Yūnis"))
    assert not is_spelled_apart("Izmir", place("İzmir"))
    assert not is_spelled_apart("Saigon (Ho Chi Minh City)", place("Ho Chi Minh City"))
