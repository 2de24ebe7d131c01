from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely

from geo import geodesy
from geo.contracts import Source, ToponymKind
from geo.read import read_text
from geo.resolve import resolve
from tests.named import places_named

if TYPE_CHECKING:
    from geo.contracts import Geocode, Problem
    from geo.pipeline import Services


def borders(text: str, services: Services) -> tuple[list[Geocode], tuple[Problem, ...]]:
    article, _ = read_text(Source(text=text), services.settings)
    toponyms = places_named(article, services)
    geocodes, problems = resolve(article, toponyms, services.gazetteer, services.boundaries)
    described = [
        found
        for each, found in zip(toponyms, geocodes, strict=True)
        if each.kind is ToponymKind.DESCRIPTION
    ]
    return described, problems


@pytest.mark.parametrize(
    ("text", "feature_id"),
    [
        ("They met at the Russia–North Korea border.", "border:KP-RU"),
        ("Farmers in Arica live near the Peruvian border.", "border:CL-PE"),
        ("Snow fell on the Peruvian border.", "border:PE"),
        ("They went from Nairobi to Arusha and waited at the border.", "border:KE-TZ"),
        ("Kenya and Uganda agreed to open a road to the border.", "border:KE-UG"),
        ("Guards shut the Texas-Mexico border.", "border:MX-US"),
        ("Troops from Iraq left Al Hasakah for the border with Iraq.", "border:IQ-SY"),
    ],
)
def test_which_border(text: str, feature_id: str, services: Services) -> None:
    (found,), problems = borders(text, services)
    assert found.place is not None
    assert found.place.feature_id == feature_id
    assert found.place.feature_code == "BDR"
    assert found.evidence
    assert problems == ()


def test_the_border_alone_is_the_one_named_elsewhere(services: Services) -> None:
    text = (
        "Lorries from Minsk and Warsaw waited for hours at the border. Officers on both sides of "
        "the Peru–Chile border said that they knew of nothing like it."
    )
    (alone, full), _ = borders(text, services)
    assert alone.place is not None
    assert full.place is not None
    assert alone.place.feature_id == full.place.feature_id == "border:CL-PE"
    assert alone.probability < full.probability


def test_the_point_lies_on_the_line_and_near_the_story(services: Services) -> None:
    text = "Vladivostok lies 80 miles from the Russia–North Korea border."
    (found,), _ = borders(text, services)
    place = found.place
    assert place is not None
    assert place.extent is not None
    assert shapely.distance(place.extent, shapely.Point(place.lon, place.lat)) < 1e-6
    assert 100_000 < geodesy.distance_m(131.9, 43.1, place.lon, place.lat) < 150_000
    assert place.source == services.boundaries.source


def test_without_other_places_the_point_is_the_middle(services: Services) -> None:
    (found,), _ = borders("They met at the Peru–Chile border.", services)
    assert found.place is not None
    assert found.place.extent is not None
    assert -71 < found.place.lon < -69
    assert -19 < found.place.lat < -17


@pytest.mark.parametrize(
    "text",
    [
        "Lorries waited for hours at the border.",
        "They talked of the border between Peru and Japan.",
        "A ship from Iceland passed the Icelandic border.",
    ],
)
def test_a_border_that_cannot_be_told(text: str, services: Services) -> None:
    (found,), problems = borders(text, services)
    assert found.place is None
    assert [problem.code for problem in problems] == ["not-placed"]


def test_a_capital(services: Services) -> None:
    (found,), _ = borders("The train reached the Kenyan capital.", services)
    assert found.place is not None
    assert found.place.name == "Nairobi"
