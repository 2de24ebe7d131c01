"""Passages of one to three sentences with a statement each: how many are judged, and none wrongly.

``passages.tsv`` was written before the program had seen any of it. Its truths were worked out from
the coordinates of the gazetteer, from maps, and from the facts that the sources of ``data/facts``
give; "not enough info" stands where the words do not say enough or no map can tell.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Analysis, Check
    from geo.pipeline import Services

TABLE = Path(__file__).with_name("passages.tsv")

# Of the statements that can be decided so many must be: what was measured, less two passages.
LEAST_DECIDED = 0.86


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def analyses(services: Services) -> list[tuple[dict[str, str], Analysis]]:
    return [(row, analyse(Source(text=row["text"]), services)) for row in rows()]


def verdict(check: Check) -> Verdict | None:
    """Give a firm verdict; None where it cannot be told, or holds under a condition."""
    if check.only_if:
        is_slip = any(reading.fits and reading.slip for reading in check.readings)
        return Verdict.REFUTED if is_slip else None
    return None if check.verdict is Verdict.NOT_ENOUGH_INFO else check.verdict


def said(row: dict[str, str], analysis: Analysis) -> set[Verdict]:
    """Collect the firm verdicts on a passage's statement, and all refusals of anything else."""
    start = row["text"].index(row["quote"])
    end = start + len(row["quote"])
    checks = {check.claim_id: check for check in analysis.checks}
    found = set()
    for claim in analysis.claims:
        is_meant = claim.span.start < end and start < claim.span.end
        firm = verdict(checks[claim.id])
        if firm is not None and (is_meant or firm is Verdict.REFUTED):
            found.add(firm)
    return found


def test_the_table_has_each_kind_and_each_truth() -> None:
    truths = [row["truth"] for row in rows()]

    assert len(truths) > 120
    assert len({row["kind"] for row in rows()}) >= 18
    assert all(truths.count(one.value) > 10 for one in Verdict)


def test_no_passage_is_judged_wrongly(
    analyses: list[tuple[dict[str, str], Analysis]],
) -> None:
    wrong = [
        (row["text"], found)
        for row, analysis in analyses
        if (found := said(row, analysis)) - {Verdict(row["truth"])}
    ]
    assert wrong == []


def test_most_of_what_can_be_decided_is(
    analyses: list[tuple[dict[str, str], Analysis]],
) -> None:
    decidable = [
        (row, analysis) for row, analysis in analyses if row["truth"] != Verdict.NOT_ENOUGH_INFO
    ]
    right = [row for row, analysis in decidable if said(row, analysis) == {Verdict(row["truth"])}]

    assert len(right) / len(decidable) >= LEAST_DECIDED
