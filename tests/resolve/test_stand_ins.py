"""Parks, airports and islands that are not known are shown at what they are called after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
        ("Walkers met in Bunbury Park in Perth, Western Australia.", "Bunbury Park"),
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
