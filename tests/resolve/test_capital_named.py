"""A description behind a name, "La Paz, the Bolivian capital", tells of the place that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("It was felt in La Paz, the Bolivian capital.", "the Bolivian capital", "La Paz"),
        ("It was felt in Sucre, the Bolivian capital.", "the Bolivian capital", "Sucre"),
        ("She flew to Cape Town, South Africa's capital.", "South Africa's capital", "Cape Town"),
        ("She flew to Lima. The Bolivian capital is cold.", "The Bolivian capital", "Sucre"),
    ],
)
def test_it_is_placed_where_the_name_is(
    text: str, words: str, name: str, services: Services
) -> None:
    analysis = analyse(Source(text=text), services)
    (toponym,) = [one for one in analysis.toponyms if one.span.text == words]
    (place,) = [one.place for one in analysis.geocodes if one.toponym_id == toponym.id]
    assert place is not None
    assert place.name == name


def test_a_distance_behind_it_is_measured_from_the_name(services: Services) -> None:
    text = "It was felt in La Paz, the Bolivian capital, 590 km to the east of Atico, and in Lima."
    assert analyse(Source(text=text), services).checks[-1].verdict is Verdict.SUPPORTED


def test_a_town_that_is_no_capital_is_still_refused(services: Services) -> None:
    text = "The envoy flew to Almaty, the Kazakh capital."
    assert [one.verdict for one in analyse(Source(text=text), services).checks] == [Verdict.REFUTED]


def test_words_that_call_another_town_the_capital_mean_the_capital(services: Services) -> None:
    analysis = analyse(Source(text="She left Porto, the capital of Portugal, by train."), services)
    places = [one.place.name for one in analysis.geocodes if one.place is not None]
    assert places == ["Porto", "Lisbon"]


def test_a_distance_behind_them_is_that_of_the_town(services: Services) -> None:
    text = "She left Porto, the capital of Portugal, about 275 km north of Lisbon, by train."
    checks = analyse(Source(text=text), services).checks
    assert [one.verdict for one in checks] == [Verdict.REFUTED, Verdict.SUPPORTED]
