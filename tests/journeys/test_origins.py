"""Short texts of our own: where somebody starts whose start another clause tells, or none does.

Each row must come out as it stands, without legs where nobody travels: half of them are those in
which the obvious start is wrong.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse
from tests.journeys.test_told import is_end, names

if TYPE_CHECKING:
    from geo.pipeline import Services

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("origins.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("text", "legs"), ROWS)
def test_a_start_is_what_the_story_tells(text: str, legs: str, services: Services) -> None:
    analysis = analyse(Source(text=text), services)
    found = [
        (names(analysis, leg.origin), names(analysis, leg.destination))
        for journey in analysis.itineraries
        for leg in journey.legs
    ]
    wanted = [[end.strip() for end in leg.split(">")] for leg in legs.split(";") if leg]
    assert len(found) == len(wanted)
    for leg, ends in zip(wanted, found, strict=True):
        assert all(map(is_end, leg, ends)), (leg, ends)
