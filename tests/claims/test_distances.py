"""The ways in which news says a distance: what is read, how it is judged, and what is none.

``distances.tsv`` has sentences of our own; their truths are those of the gazetteer's coordinates.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Analysis
    from geo.pipeline import Services

TABLE = Path(__file__).with_name("distances.tsv")
_KINDS = {ClaimKind.SEPARATION, ClaimKind.ROUTE_LENGTH, ClaimKind.DURATION, ClaimKind.SPEED}
_VERDICTS = {
    "holds": [Verdict.SUPPORTED],
    "fails": [Verdict.REFUTED],
    "not enough info": [Verdict.NOT_ENOUGH_INFO],
    "none": [],
}


def rows() -> list[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["text"], row["said"], row["verdict"]) for row in found]


def verdicts(analysis: Analysis, text: str, said: str) -> list[Verdict]:
    start = text.index(said)
    end = start + len(said)
    checks = {check.claim_id: check for check in analysis.checks}
    return [
        checks[claim.id].verdict
        for claim in analysis.claims
        if claim.kind in _KINDS
        and claim.quantity is not None
        and claim.quantity.span.start < end
        and start < claim.quantity.span.end
    ]


@pytest.mark.parametrize(("text", "said", "verdict"), rows())
def test_a_distance_is_read_as_news_says_it(
    text: str, said: str, verdict: str, services: Services
) -> None:
    analysis = analyse(Source(text=text), services)

    assert verdicts(analysis, text, said) == _VERDICTS[verdict]
