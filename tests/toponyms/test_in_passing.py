"""Sentences of our own that name a town in passing: in a list, by its people, as a train's goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.toponyms.test_kinds_of_fault import found

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The choir sang in Leeds, Derby and Coventry before the winter.", {"Derby"}),
        ("Wick, Dingwall, Stranraer: she knew each quay by its smell.", {"Wick", "Stranraer"}),
        ("A Grimsby welder was told that he had won a boat.", {"Grimsby"}),
        ("They were put on a cattle train for Croydon that night.", {"Croydon"}),
        ("The crew had followed on land as far as Calais.", {"Calais"}),
    ],
)
def test_a_town_named_in_passing(text: str, names: set[str], services: Services) -> None:
    assert names <= {each.span.text for each in found(text, services)}


@pytest.mark.parametrize(
    "text",
    [
        "A Derby that ends without a goal is soon forgotten.",
        "A Nixon aide was told that he had won.",
        "The shares of Reading, Bath and Wick Ltd. were sold.",
    ],
)
def test_no_town_in_passing(text: str, services: Services) -> None:
    assert not {"Derby", "Nixon", "Wick"} & {each.span.text for each in found(text, services)}
