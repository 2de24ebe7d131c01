"""Streets and halls that no gazetteer knows are shown at the town that the words say holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.test_placing import geocode

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "words", "town"),
    [
        ("The shop is opening on Collins Avenue in Miami Beach.", "Collins Avenue", "Miami Beach"),
        ("Crews were called to Hennock Lane, Exeter, in Devon.", "Hennock Lane", "Exeter"),
        ("Harare’s Third Street will be renamed.", "Third Street", "Harare"),
        # Bunbury, after which it is called, is another town.
        ("Walkers met in Bunbury Park in Perth, Western Australia.", "Bunbury Park", "Perth"),
        (
            "A tram stood on Hennock Lane in Exeter, Devon. Hennock Lane was closed.",
            "Hennock Lane",
            "Exeter",
        ),
    ],
)
def test_it_is_shown_at_its_town(text: str, words: str, town: str, services: Services) -> None:
    found = geocode(text, words, services)

    assert found.place is not None
    assert found.place.name == town
    assert found.probability < 0.7, "nothing firm may rest on it"
    assert "in which" in found.evidence[0].reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Two towns are said to hold one of the name.
        ("Hennock Lane in Exeter was closed. Hennock Lane in Leeds was not.", "Hennock Lane"),
        # A country is no town, and nothing says where in it.
        ("The shop is on Hennock Lane in France.", "Hennock Lane"),
        ("The bus went from Hennock Lane to Exeter.", "Hennock Lane"),
        # A ship.
        ("Unloading the transport Cape Lulea in Narvik, Norway, took two days.", "Cape Lulea"),
    ],
)
def test_it_stays_unplaced(text: str, words: str, services: Services) -> None:
    assert geocode(text, words, services).place is None
