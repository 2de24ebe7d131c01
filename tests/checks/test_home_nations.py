"""In which part of England, Scotland, Wales or Northern Ireland a town lies; and their borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.adapters.basemap.world import open_basemap
from geo.adapters.gazetteer.lookup import open_gazetteer
from geo.contracts import Source, Verdict
from geo.pipeline import analyse
from tools.make_home_nations import CODE, agreeing, cut

if TYPE_CHECKING:
    from geo.pipeline import Services
    from geo.settings import Settings

RIGHT = [
    "Salisbury, in southern England, was quiet.",
    "Leeds, in northern England, was quiet.",
    "Plymouth, in south-west England, was quiet.",
    "Inverness, in northern Scotland, was quiet.",
    "Wrexham, in north Wales, was quiet.",
    "Belfast, in the east of Northern Ireland, was quiet.",
    "Wales borders England to the east.",
]
WRONG = [
    "Salisbury, in northern England, was quiet.",
    "Norwich, in western England, was quiet.",
    "Swansea, in north Wales, was quiet.",
    "Belfast, in the west of Northern Ireland, was quiet.",
    "Wales borders Scotland.",
]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        *((text, Verdict.SUPPORTED) for text in RIGHT),
        *((text, Verdict.REFUTED) for text in WRONG),
    ],
)
def test_a_town_lies_in_its_part_of_the_nation(
    services: Services, text: str, verdict: Verdict
) -> None:
    assert [check.verdict for check in analyse(Source(text=text), services).checks] == [verdict]


def test_the_borders_drawn_by_hand_part_the_towns_rightly(settings: Settings) -> None:
    outline = open_basemap(settings).country(CODE)
    assert outline is not None
    shares = agreeing(cut(outline), open_gazetteer(settings))
    assert set(shares) == {"England", "Scotland", "Wales", "Northern Ireland"}
    assert min(shares.values()) > 0.99
