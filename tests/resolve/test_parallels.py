"""Lines round the globe are pinned beside what else a story names; states behind their towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.test_placing import geocode

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "words", "lon", "lat"),
    [
        ("The ferry from Libreville crossed the equator.", "equator", 9.5, 0.0),
        ("Kiruna lies north of the Arctic Circle.", "Arctic Circle", 20.2, 66.56),
        ("They crossed the Tropic of Capricorn near Longreach.", "Tropic of Capricorn", 144.2,
         -23.44),
        ("She skied to the North Pole.", "North Pole", 0.0, 90.0),
    ],
)  # fmt: skip
def test_a_line_of_the_globe_is_pinned_where_the_story_is(
    text: str, words: str, lon: float, lat: float, services: Services
) -> None:
    place = geocode(text, words, services).place

    assert place is not None
    assert (place.lon, place.lat) == pytest.approx((lon, lat), abs=0.1)


def test_a_parallel_has_its_line_for_extent(services: Services) -> None:
    place = geocode("The ferry from Libreville crossed the equator.", "equator", services).place

    assert place is not None
    assert place.extent is not None
    assert place.extent.bounds == (-180.0, 0.0, 180.0, 0.0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("She grew up in Salamanca, New York.", "ADM1"),
        ("She came from Salamanca to New York.", "PPL"),
        ("It has shops in Boston, New York and Chicago.", "PPL"),
    ],
)
def test_a_city_is_its_state_behind_a_town_there(text: str, code: str, services: Services) -> None:
    place = geocode(text, "New York", services).place

    assert place is not None
    assert place.feature_code == code
