"""What "the capital", "the village" and "the island" can be said of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.phrases.kinds import may_be
from tests.journeys.story import PLACES

CAPITAL = PLACES["Lima"]
TOWN = replace(PLACES["Callao"], feature_class="P", feature_code="PPL", population=450_000)
VILLAGE = replace(TOWN, population=900)
ISLAND = replace(TOWN, feature_class="T", feature_code="ISL", population=0)
COUNTRY = PLACES["Peru"]


@pytest.mark.parametrize(
    ("noun", "is_said_of"),
    [
        ("capital", [CAPITAL]),
        ("village", [VILLAGE, ISLAND]),
        ("island", [VILLAGE, ISLAND, COUNTRY]),
        ("town", [CAPITAL, TOWN, VILLAGE, ISLAND, COUNTRY]),
    ],
)
def test_what_a_noun_can_be_said_of(noun: str, is_said_of: list[object]) -> None:
    places = [CAPITAL, TOWN, VILLAGE, ISLAND, COUNTRY]
    assert [place for place in places if may_be(place, noun)] == is_said_of
