"""Parks, airports and islands that are not known are shown at what they are called after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import Place
from geo.geodesy import distance_m
from geo.resolve.stand_ins import NEAR_M, least_m
from tests.resolve.test_placing import geocode

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "words", "shown_at"),
    [
        ("Rangers went from Liwonde National Park in Malawi to Kasungu.", "Liwonde National Park",
         "Liwonde"),
        ("A bus fell into a gorge near Simien Mountains National Park in Ethiopia.",
         "Simien Mountains National Park", "Simien Mountains"),
        ("Two hikers were found on Mulanje Mountain in Malawi.", "Mulanje Mountain", "Mulanje"),
        ("The plane left Gaborone in Botswana for Maun Airport.", "Maun Airport", "Maun"),
    ],
)  # fmt: skip
def test_an_unknown_landmark_is_shown_at_its_namesake(
    text: str, words: str, shown_at: str, services: Services
) -> None:
    found = geocode(text, words, services)

    assert found.place is not None
    assert found.place.name == shown_at
    assert found.probability < 0.7, "nothing firm may rest on it"
    assert "called" in found.evidence[0].reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Orsay near Paris is far from all that the story names.
        ("A keeper was flown from Orsay Island to Oban and Glasgow.", "Orsay Island"),
        # Several of the name in one land.
        ("A lion escaped from Springfield National Park in the United States.",
         "Springfield National Park"),
    ],
)  # fmt: skip
def test_what_is_far_away_or_one_of_many_stays_unplaced(
    text: str, words: str, services: Services
) -> None:
    assert geocode(text, words, services).place is None


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Khorog in Tajikistan stands on the river Panj.", "Panj", "STM"),
        ("The boat sank in the River Ob near Surgut.", "River Ob", "STM"),
    ],
)
def test_what_is_called_a_river_is_no_town(
    text: str, words: str, code: str, services: Services
) -> None:
    place = geocode(text, words, services).place

    assert place is not None
    assert place.feature_code == code


SPOTS = st.tuples(st.floats(-180.0, 180.0), st.floats(-90.0, 90.0))
BESIDE = st.tuples(st.floats(-4.0, 4.0), st.floats(-4.0, 4.0))


@given(spot=SPOTS, shifts=st.lists(BESIDE, max_size=8))
def test_what_is_left_out_before_measuring_is_too_far(
    spot: tuple[float, float], shifts: list[tuple[float, float]]
) -> None:
    lon, lat = spot
    place = Place(
        gazetteer="test", feature_id="1", name="A", lon=lon, lat=lat, feature_class="P",
        feature_code="PPL",
    )  # fmt: skip
    points = np.array(
        [
            ((lon + east + 180.0) % 360.0 - 180.0, min(max(lat + north, -90.0), 90.0))
            for east, north in shifts
        ]
    ).reshape(-1, 2)
    least = min((distance_m(lon, lat, *one) for one in points), default=np.inf)

    found = least_m(place, points)

    assert found == pytest.approx(least, abs=1e-3) if least <= NEAR_M else found > NEAR_M
