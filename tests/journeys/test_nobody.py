"""Who travels and by what, and words of movement by which nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import LegStatus, Source
from geo.pipeline import analyse
from tests.journeys.test_kinds import Row, is_right, table

if TYPE_CHECKING:
    from geo.pipeline import Services

ROWS = table("nobody.tsv")
OPENING = "The council met at noon. "  # what follows is no headline


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.sentence[:40])
def test_who_travels_and_who_does_not(row: Row, services: Services) -> None:
    analysis = analyse(Source(text=OPENING + row.sentence), services)
    legs = [leg for leg in analysis.legs if leg.status is not LegStatus.GENERAL]
    assert len(legs) == bool(row.mover)
    assert all(is_right(row, analysis, leg) for leg in legs)
