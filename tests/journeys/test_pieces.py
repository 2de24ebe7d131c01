"""A journey that is told again in other words is one journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

OPENING = "The council met at noon. "  # what follows is no headline


@pytest.mark.parametrize(
    ("text", "journeys"),
    [
        (
            (
                "A bus left Lima for Arequipa on Monday. The passengers were tired. "
                '"We left Lima at six," said Ana Bek, a nurse.'
            ),
            1,
        ),
        ("Six lorries drove from Lima to Ica. The vehicles reached Ica at noon.", 1),
        ("Six miners came down to Ica on foot. The group arrived in Ica late on Monday.", 1),
        ("Six miners came down to Ica on foot. Nine others arrived in Ica late on Monday.", 2),
        ("Six lorries drove from Lima to Ica. Two more lorries reached Ica at noon.", 2),
    ],
)
def test_pieces_of_one_journey(text: str, journeys: int, services: Services) -> None:
    assert len(list(analyse(Source(text=OPENING + text), services).legs)) == journeys
