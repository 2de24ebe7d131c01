"""Seas, ranges and regions before the small towns that are named after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.test_placing import geocode

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Tankers passed through the Gulf to Doha, Qatar said.", "Gulf", "Persian Gulf"),
        ("Rigs in the Gulf were shut near New Orleans, Louisiana.", "Gulf", "Gulf of Mexico"),
        ("Snow fell in the Argentine Andes.", "Andes", "Andes"),
        ("She crossed the North Pacific alone.", "North Pacific", "North Pacific Ocean"),
        ("Storms sank it in the South Atlantic.", "South Atlantic", "South Atlantic Ocean"),
        ("Ministers from the Middle East met in Baltimore.", "Middle East", "Middle East"),
    ],
)
def test_a_wide_name_is_no_small_town(
    text: str, words: str, expected: str, services: Services
) -> None:
    place = geocode(text, words, services).place

    assert place is not None
    assert place.name == expected
    assert place.feature_class != "P"
