"""A landform named in full once stands for itself by its kind alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        ("They reached the South Pole. The Pole stands at 2,835 metres.", "Pole", ["South Pole"]),
        (
            "Ships wait off the Strait of Hormuz. No tanker has passed the Strait since.",
            "Strait",
            ["Strait of Hormuz"],
        ),
        # Somebody of Poland; one of two.
        ("A Pole was held in Lyon. The Pole denies it.", "Pole", ["Poland"] * 2),
        (
            "They crossed the North Channel and the English Channel. The Channel was calm.",
            "Channel",
            [],
        ),
    ],
)
def test_a_kind_stands_for_the_only_one_named(
    text: str, word: str, places: list[str], services: Services
) -> None:
    analysis = analyse(Source(text=text), services)
    pins = {geocode.toponym_id: geocode.place for geocode in analysis.geocodes}
    named = [pins[one.id] for one in analysis.toponyms if one.span.text == word]
    assert [place.name for place in named if place is not None] == places
