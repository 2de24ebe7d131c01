"""Words and turns of movement, each beside a trap of the same words in which nobody travels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.contracts import LegStatus, Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Analysis, End
    from geo.pipeline import Services

LINES = Path(__file__).with_name("vocabulary.tsv").read_text("utf-8").splitlines()[1:]
ROWS = [tuple(line.split("\t")) for line in LINES]


def name(analysis: Analysis, end: End | None) -> str:
    """Words of the text that an end was named by."""
    if end is None:
        return ""
    return next(one.span.text for one in analysis.toponyms if one.id == end.toponym_id)


@pytest.mark.parametrize(("text", "legs"), ROWS, ids=[text for text, _ in ROWS])
def test_just_these_journeys_are_told(text: str, legs: str, services: Services) -> None:
    analysis = analyse(Source(text=text), services)
    found = [
        f"{name(analysis, leg.origin)} > {name(analysis, leg.destination)}".strip()
        for leg in analysis.legs
        if leg.status is not LegStatus.GENERAL
    ]
    assert sorted(found) == sorted(leg.strip() for leg in legs.split(";") if leg)
