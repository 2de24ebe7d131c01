"""Sentences of our own, half of them traps where nobody travels, through the whole line.

A parser errs, so a share of them must be right, and all but a few traps must be left alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from geo.contracts import LegStatus, Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Analysis, End, Leg
    from geo.pipeline import Services

# all kinds; those that did not go as meant; who, by what and how sure
TABLES = ("kinds.tsv", "outcomes.tsv", "precise.tsv")
PASS_MARK = 0.85
MOST_INVENTED = 0.03
# What is told in the same breath: an article seldom says whether somebody has come there yet.
ALIKE = (
    frozenset({"happened", "under way", "reported"}),
    frozenset({"cancelled", "denied"}),
)


class Row(NamedTuple):
    """A sentence and the journey that a careful reader finds; without a mover it is a trap."""

    sentence: str
    mover: str
    origin: str
    destination: str
    mode: str
    status: str
    ended: str


def rows() -> list[Row]:
    return [row for name in TABLES for row in table(name)]


def table(name: str) -> list[Row]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines()[1:]]
    return [Row(*(line + [""] * (len(Row._fields) - len(line)))) for line in lines]


TRIPS = [row for row in rows() if row.mover]
TRAPS = [row for row in rows() if not row.mover]


def name(analysis: Analysis, end: End | None) -> str:
    """Words of the sentence that an end was named by."""
    if end is None:
        return ""
    return next(t.span.text for t in analysis.toponyms if t.id == end.toponym_id)


def is_right(row: Row, analysis: Analysis, leg: Leg) -> bool:
    said, status = leg.traveller.lower(), leg.status.value
    mover = row.mover.lower()
    ends = (name(analysis, leg.origin), name(analysis, leg.destination))
    return (
        (mover in said or (bool(said) and said in mover))
        and ends == (row.origin, row.destination)
        and leg.mode.value == row.mode
        and row.ended in {"", name(analysis, leg.ended)}
        and (status == row.status or any({status, row.status} <= alike for alike in ALIKE))
    )


@pytest.fixture(scope="module")
def read(services: Services) -> dict[str, Analysis]:
    return {row.sentence: analyse(Source(text=row.sentence), services) for row in rows()}


def test_there_are_enough_of_both() -> None:
    assert len(TRIPS) >= 60
    assert len(TRAPS) >= 60


def test_most_journeys_are_read_whole(read: dict[str, Analysis]) -> None:
    wrong = [
        row.sentence
        for row in TRIPS
        if not any(is_right(row, read[row.sentence], leg) for leg in read[row.sentence].legs)
    ]
    assert len(wrong) <= (1 - PASS_MARK) * len(TRIPS), wrong


def test_nobody_travels_in_a_trap(read: dict[str, Analysis]) -> None:
    invented = [
        row.sentence
        for row in TRAPS
        if any(leg.status is not LegStatus.GENERAL for leg in read[row.sentence].legs)
    ]
    assert len(invented) <= MOST_INVENTED * len(TRAPS), invented
