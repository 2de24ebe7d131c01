"""Which countries are shaded as those of the story."""

from __future__ import annotations

from functools import cache

import pytest

from geo import wiring
from geo.contracts import Source
from geo.maps.build.article_map import make_spec
from geo.pipeline import Services, analyse


@cache
def services() -> Services:
    return wiring.services()


def shaded(text: str) -> set[str]:
    spec = make_spec(analyse(Source(text=text), services()), wiring.basemap(), services().gazetteer)
    return {land.code for land in spec.basemap.lands if land.story}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # China and Japan are spoken of; the journey touches neither.
        (
            "The train left Pyongyang for Vladivostok. Trade with China and Japan had stopped.",
            {"KP", "RU"},
        ),
        ("The ministers met in Berlin on Monday. They will meet again in Paris.", {"DE", "FR"}),
        # Most of what happens has nothing to do with the one journey.
        (
            "Fires broke out in Turin, Milan and Geneva. A man drove from Marseille to Nice.",
            {"IT", "CH", "FR"},
        ),
    ],
)
def test_the_land_of_the_story_is_where_it_happens(text: str, codes: set[str]) -> None:
    assert shaded(text) == codes


def test_a_known_way_shades_the_countries_between_its_ends() -> None:
    assert shaded("A train left Moscow for Beijing on Monday.") == {"RU", "MN", "CN"}
